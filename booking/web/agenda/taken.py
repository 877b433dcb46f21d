"""When a hall is taken, as events that tell nobody's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from booking.formats.ical import Event
from booking.queries.feeds import FeedCard, TakenTime
from booking.rules.catalogue import AssetCard, DepotCard
from booking.rules.feeds import before_start
from booking.words import label, say


def events(feed: FeedCard, hall: AssetCard, place: DepotCard, found: Iterable[TakenTime], base_url: str) -> Iterator[Event]:
    """Each time that a hall is taken, as certain as it is."""
    for time in found:
        yield Event(
            uid=f"taken-{time.key}@streekdepot",
            sequence=time.sequence,
            starts_at=time.period.start,
            ends_at=time.period.end,
            summary=f"{hall.name} – {say('feed_note.asked_for' if time.unsure else 'feed_note.taken', feed.language)}",
            created_at=time.created_at,
            changed_at=time.changed_at,
            location=f"{place.name}, {place.address}",
            geo=(place.lat, place.lon) if place.lat is not None and place.lon is not None else None,
            url=f"{base_url}/middelen/{hall.code}",
            categories=(label("category", hall.category, feed.language),),
            status="CANCELLED" if time.cancelled else "TENTATIVE" if time.unsure else "CONFIRMED",
            alarms=before_start(feed.alarms, whole_day=False),
        )
