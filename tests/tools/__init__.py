"""What photographs and measures the demo region, started by dev.py; no tests."""
