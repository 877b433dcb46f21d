"""The demo region: real municipalities, fictional people and decisions."""
