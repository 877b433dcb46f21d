"""Policies, people and what they hold: handed in, corrected, renewed, judged."""
