"""A calendar as it was read against what the ledger has of it: what is new or moved is taken, what is gone is given back, in pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from booking.formats.ical_reading import Occurrence
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.periods import Period
from booking.services import ledger
from booking.services.incidents import end_imports, move_imports, record_imports
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import CalendarEvent, CalendarSource, Conflict

PIECE = 100  # occurrences: some tenths of a second in which others wait for their turn on this asset

T = TypeVar("T")
Key = tuple[str, str]


class Stopped(Exception):
    """Somebody paused or removed the calendar meanwhile: what was done stands, the rest is left."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An occurrence that is in the ledger."""

    id: int
    fact: int
    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class Difference:
    """What a calendar says now against what is kept: new occurrences, those at another time, those only called otherwise, and the gone."""

    new: tuple[Occurrence, ...]
    moved: tuple[tuple[Kept, Occurrence], ...]
    renamed: tuple[tuple[Kept, Occurrence], ...]
    gone: tuple[Kept, ...]


def difference(kept: Mapping[Key, Kept], found: Sequence[Occurrence], now: datetime) -> Difference:
    """Compare by name. One that is under way began when it began: only its end can still move."""
    wanted = {(each.uid, each.recurrence): each for each in found}
    both = [(kept[key], each) for key, each in wanted.items() if key in kept]
    moved = [(old, each) for old, each in both if not _alike(old.period, each, now)]
    return Difference(
        new=tuple(each for key, each in wanted.items() if key not in kept),
        moved=tuple(moved),
        renamed=tuple((old, each) for old, each in both if old.title != each.title),
        gone=tuple(each for key, each in kept.items() if key not in wanted),
    )


def kept_events(session: Session, source: int, now: datetime) -> dict[Key, Kept]:
    """What is in the ledger of a calendar and not over."""
    query = select(CalendarEvent).where(CalendarEvent.source_id == source, CalendarEvent.ends_at > now)
    rows = session.scalars(query.execution_options(populate_existing=True))
    return {(row.uid, row.recurrence): Kept(row.id, row.fact_id, row.title, Period(row.starts_at, row.ends_at)) for row in rows}


def apply(session: Session, source: int, asset: int, name: str, found: Sequence[Occurrence], now: datetime) -> Counter[str]:
    """Bring the ledger up to what the calendar says; returns how many occurrences were `added`, `moved` and `gone`, and lines `hit`.

    What is new is taken before anything is given back. Each piece is a transaction of its own under the locks of the asset, so whoever was
    interrupted goes on where it stopped. Raises Stopped.
    """
    with transaction(session):
        session.execute(delete(CalendarEvent).where(CalendarEvent.source_id == source, CalendarEvent.ends_at <= now))
    changes, did = difference(kept_events(session, source, now), found, now), Counter[str]()
    quiet = _known_hits(session, source)
    before = len(quiet)

    def add(known: Catalogue, card: AssetCard, some: Sequence[Occurrence]) -> None:
        periods = [_from_now(each, now) for each in some]
        facts = record_imports(session, known, card, periods, name, now, quiet)
        add_all(session, CalendarEvent, [
            {"source_id": source, "uid": each.uid, "recurrence": each.recurrence, "starts_at": period.start, "ends_at": period.end,
             "title": each.title, "fact_id": fact}
            for each, period, fact in zip(some, periods, facts, strict=True)
        ])  # fmt: skip

    def move(known: Catalogue, card: AssetCard, some: Sequence[tuple[Kept, Occurrence]]) -> None:
        periods = {old: _from_now(each, now, old.period.start) for old, each in some}
        move_imports(session, known, card, {old.fact: period for old, period in periods.items()}, now, quiet)
        for old, period in periods.items():
            _keep(session, old, starts_at=period.start, ends_at=period.end)

    def end(known: Catalogue, card: AssetCard, some: Sequence[Kept]) -> None:
        session.execute(delete(CalendarEvent).where(CalendarEvent.id.in_([each.id for each in some])))
        end_imports(session, known, card, [each.fact for each in some], now)

    did["added"] = _in_pieces(session, source, asset, changes.new, add)
    did["moved"] = _in_pieces(session, source, asset, changes.moved, move)
    did["gone"] = _in_pieces(session, source, asset, changes.gone, end)
    with transaction(session):
        for old, each in changes.renamed:
            _keep(session, old, title=each.title)
    did["hit"] = len(quiet) - before
    return did


def clear(session: Session, source: int, asset: int, now: datetime) -> int:
    """Give back all that a removed calendar still takes; returns how many occurrences."""
    kept = list(kept_events(session, source, now).values())

    def end(known: Catalogue, card: AssetCard, some: Sequence[Kept]) -> None:
        session.execute(delete(CalendarEvent).where(CalendarEvent.id.in_([each.id for each in some])))
        end_imports(session, known, card, [each.fact for each in some], now)

    ended = _in_pieces(session, source, asset, kept, end, "removed")
    with transaction(session):
        session.execute(delete(CalendarEvent).where(CalendarEvent.source_id == source))
    return ended


def _in_pieces(
    session: Session, source: int, asset: int, things: Sequence[T], do: Callable[[Catalogue, AssetCard, Sequence[T]], None],
    state: str = "active",
) -> int:  # fmt: skip
    """Do it in pieces as long as the calendar is in this state; returns how many there were."""
    for some in _pieces(things):
        with transaction(session):
            known = catalogue(session)
            card = known.assets[asset]
            ledger.lock(session, card.leaves)
            mine = select(CalendarSource.state).where(CalendarSource.id == source).with_for_update()
            if session.scalar(mine) != state:
                raise Stopped()
            do(known, card, some)
    return len(things)


def _pieces(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + PIECE] for start in range(0, len(things), PIECE))


def _alike(kept: Period, found: Occurrence, now: datetime) -> bool:
    begun = kept.start <= now and found.starts <= now
    return kept.end == found.ends and (begun or kept.start == found.starts)


def _from_now(found: Occurrence, now: datetime, began: datetime | None = None) -> Period:
    """Nothing is taken in the past, but for what was taken then already."""
    return Period(max(found.starts, min(began or now, now)), found.ends)


def _keep(session: Session, old: Kept, **values: object) -> None:
    session.execute(update(CalendarEvent).where(CalendarEvent.id == old.id).values(**values))


def _known_hits(session: Session, source: int) -> set[int]:
    """The lines whose desks and borrowers know already that this calendar hits them."""
    query = select(Conflict.line_id).join(CalendarEvent, CalendarEvent.fact_id == Conflict.fact_id)
    return set(session.scalars(query.where(CalendarEvent.source_id == source, Conflict.resolution.is_(None))))
