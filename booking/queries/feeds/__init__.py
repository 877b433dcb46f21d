"""Calendar feeds: whose a secret address is and what it may show now, what one may follow, and what each calendar shows."""

from booking.queries.feeds.cards import FeedCard, feed_at_a_glance, feed_by_token
from booking.queries.feeds.following import Choice, Followed, check_may_follow, feed_of, feeds_of, followable, hall_of
from booking.queries.feeds.lapses import lapses_of
from booking.queries.feeds.taken import TakenTime, taken_of
from booking.queries.feeds.work import work_of

__all__ = [
    "Choice", "FeedCard", "Followed", "TakenTime", "check_may_follow", "feed_at_a_glance", "feed_by_token", "feed_of", "feeds_of",
    "followable", "hall_of", "lapses_of", "taken_of", "work_of",
]  # fmt: skip
