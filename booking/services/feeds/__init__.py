"""Subscriptions to calendars: an address per subscriber, secret, changeable, ended at once, and over by itself."""

from booking.services.feeds.addresses import Settings, Wish, change, create, create_once, renew, revoke, rotate
from booking.services.feeds.ending import remind, tidy
from booking.services.feeds.pace import check_pace, due, fetched

__all__ = [
    "Settings", "Wish", "change", "check_pace", "create", "create_once", "due", "fetched", "remind", "renew", "revoke", "rotate", "tidy",
]  # fmt: skip
