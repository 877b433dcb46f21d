"""The whole of a loan's life against a small reference model (TEST_PLAN T-51)."""
