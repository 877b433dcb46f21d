"""The catalogue as one frozen value, read anew only when a trigger raised its version (see `models/guard.py`)."""

from booking.queries.catalogue.kept import catalogue, engine_of, forget, kept, version_of, warm

__all__ = ["catalogue", "engine_of", "forget", "kept", "version_of", "warm"]
