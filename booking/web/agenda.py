"""A calendar feed as bytes: each task an event of its own, worded for who reads it, rendered once for as long as it does not change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Row

from booking.formats.ical import Event, cached_event, render_calendar, render_event
from booking.queries.feeds import FeedCard
from booking.rules.kinds import TaskKind
from booking.words import label
from models.reservations import reference_of

FETCH_AGAIN = timedelta(hours=1)
AT_THE_BORROWERS = frozenset({TaskKind.DELIVER, TaskKind.COLLECT})
_word = cache(label)  # a feed says the same few words two thousand times


def calendar(feed: FeedCard, tasks: Iterable[Row[Any]], base_url: str) -> bytes:
    """The whole feed. An event is known by every value it is made of, so one change renders one event."""
    shared = (feed.for_crew, feed.language, base_url)
    events = [cached_event((*shared, *task), lambda task=task: render_event(event(task, *shared))) for task in tasks]  # type: ignore[misc]
    return render_calendar(feed.name, events, FETCH_AGAIN, language=feed.language)


def event(task: Row[Any], for_crew: bool, language: str, base_url: str) -> Event:
    """One task of `queries.feeds.work_of` as an event, `for_crew` with the borrower's name and how to reach it."""
    reference = reference_of(task.reservation, task.asked_at) if task.reservation else None
    known_place = task.kind not in AT_THE_BORROWERS and task.lat is not None and task.lon is not None
    return Event(
        uid=f"task-{task.id}@streekdepot",
        sequence=task.sequence,
        starts_at=task.starts_at,
        ends_at=task.ends_at,
        summary=_summary(task, for_crew, language),
        created_at=task.created_at,
        changed_at=task.changed_at,
        location=task.place,
        description="\n".join(_notes(task, reference, for_crew, language)),
        geo=(task.lat, task.lon) if known_place else None,
        url=f"{base_url}/reservaties/{reference}" if reference else None,
        categories=(_word("task", task.kind, language),),
        status="CANCELLED" if task.state == "cancelled" else "CONFIRMED",
    )


def _summary(task: Row[Any], for_crew: bool, language: str) -> str:
    """`Leveren: Podiumwagen – Zomerfeest` for the crew, `Levering: Podiumwagen – Zomerfeest` for who asked for it."""
    verb = _word("task" if for_crew else "own_task", task.kind, language)
    units = f" × {task.units}" if (task.units or 1) > 1 else ""
    what = task.event or task.borrower
    return f"{verb}: {task.asset}{units} – {what}" if what else f"{verb}: {task.title}"


def _notes(task: Row[Any], reference: str | None, for_crew: bool, language: str) -> Iterable[str]:
    if reference:
        yield f"{_word('feed_note', 'reference', language)} {reference} / {task.number}"
    if for_crew and task.borrower:
        yield f"{_word('feed_note', 'borrower', language)} {task.borrower}"
        if task.phone or task.email:
            yield f"{_word('feed_note', 'contact', language)} {', '.join(filter(None, (task.phone, task.email)))}"
    if task.kind in AT_THE_BORROWERS:
        yield f"{_word('feed_note', 'depot', language)} {task.depot}"
