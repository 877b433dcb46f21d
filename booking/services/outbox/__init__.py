"""Mails that wait are sent: at least once each, with a Message-ID that never changes, and what cannot be delivered stays visible."""

from booking.services.outbox.posting import LONGEST, Mailer, Post, Unreachable, mailer
from booking.services.outbox.sending import LEASE, MOST_TRIES, drain, send_waiting, try_again
from booking.services.outbox.sorting import sort_new

__all__ = ["LEASE", "LONGEST", "MOST_TRIES", "Mailer", "Post", "Unreachable", "drain", "mailer", "send_waiting", "sort_new", "try_again"]
