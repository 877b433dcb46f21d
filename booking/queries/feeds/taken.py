"""When a hall is taken, for everyone: periods without anybody's name, and for sixty days those that were called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import Row, func, null, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.feeds.cards import FeedCard
from booking.queries.feeds.work import DAYS_AHEAD, DAYS_BACK, DAYS_CANCELLED
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import CALLED_OFF
from booking.rules.periods import Period, start_of
from models import LONGEST_PIECE, Fact, Line, LineMove, Occupancy, Reservation

UNSURE = frozenset({OccupancyKind.REQUEST, OccupancyKind.OPTION})
TOLD = ("line:", "fact:", "order:")  # what a basket holds for a quarter of an hour is nobody's news


@dataclass(frozen=True, slots=True)
class TakenTime:
    """A period in which a hall, or a part of it, is taken; `key` names it without telling by whom. `unsure` until it is promised."""

    key: str
    period: Period
    unsure: bool
    cancelled: bool
    sequence: int
    created_at: datetime
    changed_at: datetime


def taken_of(session: Session, feed: FeedCard, today: date, now: datetime) -> list[TakenTime]:
    """When the hall of a feed is taken from 90 days back until two years ahead, in order of time."""
    hall = catalogue(session).assets[feed.subject_id]
    window = Period(start_of(today - timedelta(days=DAYS_BACK)), start_of(today + timedelta(days=DAYS_AHEAD)))
    rows: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in _rows(session, hall, window, now):
        rows[row.holder].append(row)
    histories = _histories(session, rows)
    found = [each for holder, mine in rows.items() for each in _stretches(hall, holder, mine, histories.get(holder))]
    return sorted([*found, *_called_off(session, hall, window, today, rows)], key=lambda each: (each.period.start, each.key))


def _rows(session: Session, hall: AssetCard, window: Period, now: datetime) -> Iterable[Row[Any]]:
    row = Occupancy
    query = (
        select(row.holder, row.starts_at, row.ends_at, row.kind, row.id)
        .where(row.asset_id.in_(hall.leaves), row.starts_at > window.start - LONGEST_PIECE, row.starts_at < window.end)
        .where(row.ends_at > window.start, or_(row.expires_at.is_(None), row.expires_at > now))
        .order_by(row.starts_at, row.id)
    )
    return (each for each in session.execute(query) if each.holder.startswith(TOLD))


def _stretches(hall: AssetCard, holder: str, rows: list[Row[Any]], history: Row[Any] | None) -> Iterable[TakenTime]:
    """What one holder has, pieces and parts of the hall joined; of an amended line both dates stand."""
    joined: list[Period] = []
    for row in rows:
        if joined and row.starts_at <= joined[-1].end:
            joined[-1] = Period(joined[-1].start, max(joined[-1].end, row.ends_at))
        else:
            joined.append(Period(row.starts_at, row.ends_at))
    unsure = all(row.kind in UNSURE for row in rows)
    begun = min(row.starts_at for row in rows)
    # A line says its version; what has none is written anew with each change, under higher ids.
    sequence = history.sequence if history and history.sequence is not None else max(row.id for row in rows)
    created, changed = (history.created_at, history.changed_at) if history else (begun, begun)
    for number, period in enumerate(joined):
        yield TakenTime(_key(hall, holder, number), period, unsure, False, sequence, created, changed)


def _key(hall: AssetCard, holder: str, number: int) -> str:
    return f"{hall.id}-{blake2b(holder.encode(), digest_size=8).hexdigest()}-{number}"


def _histories(session: Session, holders: Mapping[str, Any]) -> dict[str, Row[Any]]:
    """By holder when it was made and changed last: of lines with their version, of facts without."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for holder in holders:
        kind, _, key = holder.partition(":")
        ids[kind].append(int(key))
    lines = select(Line.id, Line.version.label("sequence"), Reservation.created_at, _LAST.label("changed_at"))
    lines = lines.join(Reservation, Reservation.id == Line.reservation_id).where(Line.id.in_(ids["line"]))
    changed = func.coalesce(Fact.ended_at, Fact.recorded_at)
    facts = select(Fact.id, null().label("sequence"), Fact.recorded_at.label("created_at"), changed.label("changed_at"))
    facts = facts.where(Fact.id.in_(ids["fact"]))
    return {f"{kind}:{row.id}": row for kind, query in (("line", lines), ("fact", facts)) for row in session.execute(query)}


_LAST = select(func.max(LineMove.at)).where(LineMove.line_id == Line.id).correlate(Line).scalar_subquery()


def _called_off(
    session: Session, hall: AssetCard, window: Period, today: date, standing: Mapping[str, Any]
) -> Iterable[TakenTime]:
    """Lines of the hall, or of what shares a part with it, that were called off lately: who saw them as taken learns so."""
    known = catalogue(session)
    sharing = [card.id for card in known.assets.values() if not hall.leaves.keys().isdisjoint(card.leaves)]
    columns = (Line.id, Line.version, Line.blocked_start, Line.blocked_end, Reservation.created_at, _LAST.label("changed_at"))
    query = (
        select(*columns)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .where(Line.asset_id.in_(sharing), Line.state.in_(CALLED_OFF), start_of(today - timedelta(days=DAYS_CANCELLED)) <= _LAST)
        .where(Line.blocked_end > window.start, Line.blocked_start < window.end)
    )
    for row in session.execute(query):
        holder = f"line:{row.id}"
        if holder not in standing:
            period = Period(row.blocked_start, row.blocked_end)
            yield TakenTime(_key(hall, holder, 0), period, False, True, row.version, row.created_at, row.changed_at)
