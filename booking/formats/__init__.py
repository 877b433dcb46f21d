"""Bytes for other programs: no Flask, no database."""
