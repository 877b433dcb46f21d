"""Reminders: each is written once, with its mails, and leaves only while there is still a reason for it."""

from booking.services.reminders.reminding import GONE, remind, still_stands

__all__ = ["GONE", "remind", "still_stands"]
