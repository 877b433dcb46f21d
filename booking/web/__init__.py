"""Screens and API: parse, authorise, call, answer."""
