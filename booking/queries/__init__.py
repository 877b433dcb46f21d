"""Reads: every list takes the actor and holds only what that actor may see."""
