"""Policies, people and what they hold: who sees which, which wait for whom."""
