"""Measurements against the figures of the design: ratios within one run, because machines differ."""
