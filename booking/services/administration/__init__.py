"""Changing the settings: one verb, one transaction, one row that says what was there before."""
