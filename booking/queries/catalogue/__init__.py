"""The catalogue as one frozen value, read anew only when a trigger raised its version (see `models/guard.py`)."""

from booking.queries.catalogue.kept import VERSIONS, catalogue, engine_of, forget, kept, told_versions, version_of, warm

__all__ = ["VERSIONS", "catalogue", "engine_of", "forget", "kept", "told_versions", "version_of", "warm"]
