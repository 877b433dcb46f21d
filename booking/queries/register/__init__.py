"""The register of what must be in order: what lapses for an authority and its coming loans, in a fixed number of queries."""

from booking.queries.register.reading import counts, matters

__all__ = ["counts", "matters"]
