"""The crew's work as events, rendered once for as long as it does not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Row

from booking.formats.ical import Event, cached_event, render_event
from booking.queries.feeds import FeedCard
from booking.rules.catalogue import Catalogue
from booking.rules.feeds import Detail, before_start, shown_of
from booking.rules.kinds import WorkPlace
from booking.words import label, say
from models.reservations import reference_of

Point = tuple[float, float]
_word, _said = cache(label), cache(say)  # a feed says the same few words two thousand times


class Wording(NamedTuple):
    """For whom an event is worded: the crew or the borrower, how much of it, in which language, with which reminders."""

    for_crew: bool
    detail: Detail
    language: str
    alarms: tuple[int, ...]
    base_url: str


class Beside(NamedTuple):
    """What the catalogue knows about a task: of what a kit consists, and where the place of the event lies."""

    parts: str = ""
    point: Point | None = None


def rendered(feed: FeedCard, tasks: Iterable[Row[Any]], known: Catalogue, base_url: str) -> list[bytes]:
    """The events of these tasks. Each is known by every value it is made of, so one change renders one event."""
    sites, parts = _buildings(known), {None: ""} | {key: _parts(known, key) for key in known.assets}
    found = []
    for task in tasks:
        detail = shown_of(feed.detail, (task.authority_id, task.depot_authority), feed.seen)
        wording = Wording(feed.for_crew, detail, feed.language, feed.alarms, base_url)
        beside = Beside(parts[task.asset_id], sites.get(task.place.casefold()) if task.place_kind == WorkPlace.SITE else None)
        key = (wording, beside, *task)
        found.append(cached_event(key, lambda task=task, wording=wording, beside=beside: render_event(event(task, wording, beside))))  # type: ignore[misc]
    return found


def _buildings(known: Catalogue) -> Mapping[str, Point]:
    """Where the depots and halls lie by what people may have chosen as a place: a name, or a name with its address."""
    lying = [(card, (card.lat, card.lon)) for card in known.depots.values() if card.lat is not None and card.lon is not None]
    return {text.casefold(): point for card, point in lying for text in (card.name, f"{card.name}, {card.address}")}  # type: ignore[misc]


def _parts(known: Catalogue, asset: int) -> str:
    """Of what a kit consists, to count it by; nothing for what is whole, and for a hall."""
    card = known.assets[asset]
    if card.in_place or card.leaves.keys() == {asset}:
        return ""
    return ", ".join(f"{units} × {known.assets[leaf].name}" for leaf, units in card.leaves.items())


def event(task: Row[Any], to: Wording, beside: Beside) -> Event:
    """One task of `queries.feeds.work_of` as an event."""
    reference = reference_of(task.reservation, task.asked_at) if task.reservation else None
    page = f"/taken/{task.id}" if to.for_crew else f"/reservaties/{reference}"
    there = beside.point if task.place_kind == WorkPlace.SITE else (task.lat, task.lon)
    told = {
        "location": task.place,
        "description": "\n".join(_notes(task, reference, to, beside)),
        "geo": there if there and None not in there else None,
        "url": f"{to.base_url}{page}",
        "categories": tuple(_categories(task, to.language)),
    }
    return Event(
        uid=f"task-{task.id}@streekdepot",
        sequence=task.sequence,
        starts_at=task.starts_at,
        ends_at=task.ends_at,
        summary=_summary(task, to),
        created_at=task.created_at,
        changed_at=task.changed_at,
        status="CANCELLED" if task.state == "cancelled" else "CONFIRMED",
        alarms=() if task.state == "done" else before_start(to.alarms, whole_day=False),
        **(told if to.detail is not Detail.BUSY else {}),
    )


def _summary(task: Row[Any], to: Wording) -> str:
    """`Leveren: Podiumwagen – Zomerfeest` for the crew, `Levering: Podiumwagen – Zomerfeest` for who asked for it."""
    if to.detail is Detail.BUSY:
        return f"{task.asset} – {_said('feed_note.taken', to.language)}" if task.asset else _word("feed_note", "taken", to.language)
    verb = _word("task" if to.for_crew else "own_task", task.kind, to.language)
    done = "✓ " if task.state == "done" and to.for_crew else ""
    asset = f"{task.asset or ''}{f' × {task.units}' if (task.units or 1) > 1 else ''}"
    what = asset if task.reservation else task.title
    if task.by_hand:
        what = f"{task.title} ({asset})" if asset else task.title
    event = (task.event or task.borrower) if to.detail is Detail.FULL else None
    return f"{done}{verb}: {what} – {event}" if event else f"{done}{verb}: {what}"


def _categories(task: Row[Any], language: str) -> Iterator[str]:
    yield _word("task", task.kind, language)
    if task.category:
        yield _word("category", task.category, language)


def _notes(task: Row[Any], reference: str | None, to: Wording, beside: Beside) -> Iterator[str]:
    """What stands in the text of an event, a line each; people are last, so that their names are easy to leave out."""
    on_site, people = task.place_kind == WorkPlace.SITE, to.detail is Detail.FULL
    vehicle = " ".join(filter(None, (task.vehicle, task.plate and f"({task.plate})")))
    found = {
        "reference": f"{reference} / {task.number}" if reference else "",
        "units": str(task.units) if to.for_crew and (task.units or 1) > 1 else "",
        "parts": beside.parts,
        "crew": task.crew if to.for_crew else "",
        "vehicle": vehicle if to.for_crew else "",
        "depot": task.depot if on_site else "",
        "borrower": task.borrower if to.for_crew and people else "",
        "contact": ", ".join(filter(None, (task.phone, task.email))) if to.for_crew and people else "",
        "asker": ", ".join(filter(None, (task.asker, task.asker_phone))) if to.for_crew and people else "",
    }
    yield from (f"{_word('feed_note', name, to.language)} {text}" for name, text in found.items() if text)
    if to.for_crew and people and task.note:
        yield task.note
