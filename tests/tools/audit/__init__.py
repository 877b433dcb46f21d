"""Lighthouse on the demo region: `make audit`."""
