"""A regulation tried on a past year."""

from booking.web.simulations.pages import pages

__all__ = ["pages"]
