"""Cooperation agreements on screen: the list, one of them, and all that is done with one."""

from booking.web.administration.agreements import beyond, deciding, drafting, terms
from booking.web.administration.agreements.overview import SHEET

__all__ = ["SHEET", "beyond", "deciding", "drafting", "terms"]
