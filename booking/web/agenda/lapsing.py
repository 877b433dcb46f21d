"""What lapses, as events of whole days: each stands on the last day on which it still holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from booking.formats.ical import Event
from booking.queries.feeds import FeedCard
from booking.rules.feeds import Detail, before_start
from booking.rules.periods import start_of
from booking.rules.register import Kind, Matter, Who
from booking.words import label, say
from booking.words.moments import day

OF_PEOPLE = frozenset({Kind.QUALIFICATION, Kind.RECOGNITION})
MOST_STOPPED = 20


def events(feed: FeedCard, matters: Iterable[Matter], today: date, base_url: str) -> Iterator[Event]:
    """Each matter that ends on a day. Its UID names that day: what is renewed is another matter, which ends on another day.

    What is told of it was worked out today, so today is when it changed.
    """
    seen: Counter[str] = Counter()
    for matter in matters:
        assert matter.last is not None  # noqa: S101 - those that are over on no day are not in the calendar
        uid = f"lapses-{matter.kind}-{matter.subject}-{matter.last:%Y%m%d}"
        seen[uid] += 1
        yield Event(
            uid=f"{uid}-{seen[uid]}@streekdepot",
            sequence=0,
            starts_at=matter.last,
            ends_at=matter.last + timedelta(days=1),
            summary=_summary(matter, feed.detail, feed.language),
            created_at=start_of(today),
            changed_at=start_of(today),
            description="\n".join(_notes(matter, feed.detail, feed.language)),
            url=f"{base_url}/beheer/in-orde",
            categories=(label("order_kind", matter.kind, feed.language),),
            transparent=True,
            alarms=before_start(feed.alarms, whole_day=True),
        )


def _summary(matter: Matter, detail: Detail, language: str) -> str:
    """`Keuring vervalt: Hoogtewerker Ranst`, and of somebody's paper whose it is."""
    what = f"{label('order_kind', matter.kind, language)} {say('feed_note.lapses', language)}"
    if _names_somebody(matter) and detail is not Detail.FULL:
        return what
    return f"{what}: {matter.name}{f' – {matter.whom}' if matter.who is not Who.OWNER else ''}"


def _notes(matter: Matter, detail: Detail, language: str) -> Iterator[str]:
    if detail is Detail.FULL or not _names_somebody(matter):
        yield say(f"register.{matter.kind}_{matter.cause}", language, whom=matter.whom, last=matter.last)
    for stop in matter.stops[:MOST_STOPPED]:
        yield f"{label('feed_note', 'stops', language)} {stop.reference} / {stop.number}, {stop.asset}, {day(stop.first, language)}"


def _names_somebody(matter: Matter) -> bool:
    return matter.kind in OF_PEOPLE or matter.who is Who.BORROWER
