"""What is shut, or will be: places for some days, halls and assets on their own; and what such a closing would hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import HOLDING, LineState
from booking.rules.periods import Period, day_period, end_of, local, start_of
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from models import Borrower, ClosedDays, Depot, Fact, Line, Reservation
from models.reservations import reference_of

ACT = "place.close"
FOREVER = date(2999, 12, 30)
"""The last day of a closure of a place of which nobody knows the end."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A promise that a closing hits: the line, what was promised, to whom, from when until when, and for how long that takes it."""

    reference: str
    number: int
    state: LineState
    asset: AssetCard
    borrower: str
    custody: Period
    blocked: Period


@dataclass(frozen=True, slots=True)
class ClosurePage:
    """One closure: of what, from when until when (None: until somebody opens it again), why, whether it is over, and what it hits."""

    id: int
    what: str
    first: date
    last: date | None
    reason: str
    over: bool
    hits: list[Hit]


def closures(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, place, first, last (None: nobody knows), reason: the closed days of the actor's places, of the past when `when` says so."""
    last = func.nullif(ClosedDays.last, FOREVER, type_=Date)
    query = (
        select(ClosedDays.id, Depot.name.label("place"), ClosedDays.first, last.label("last"), ClosedDays.reason)
        .join(Depot, Depot.id == ClosedDays.depot_id)
        .where(within(Depot.authority_id, actor, ACT))
    )
    return query.where(ClosedDays.last < today if filters.get("when") == "past" else ClosedDays.last >= today)


def closable(session: Session, actor: Actor, today: date) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What the actor may close: places and assets, each as (id, name), by name."""
    known, mine = catalogue(session), authorities_for(actor, ACT)
    places = [(place.id, place.name) for place in known.depots.values() if place.authority in mine]
    assets = [(card.id, f"{card.name} ({card.code})") for card in known.assets.values() if known.owner(card, today).id in mine]
    return sorted(places, key=lambda pair: pair[1].casefold()), sorted(assets, key=lambda pair: pair[1].casefold())


def closed_place(session: Session, actor: Actor, key: int, now: datetime) -> ClosurePage:
    """Closed days of a place, with what they hit. Raises NotFound for those of another authority."""
    row = session.get(ClosedDays, key, populate_existing=True)
    place = catalogue(session).depots.get(row.depot_id) if row else None
    if row is None or place is None or not may(actor, ACT, authorities=(place.authority,)):
        raise NotFound()
    last = None if row.last == FOREVER else row.last
    over = row.last < local(now).date()
    return ClosurePage(key, place.name, row.first, last, row.reason, over, hit_at_place(session, place.id, row.first, row.last))


def closed_asset(session: Session, actor: Actor, key: int, now: datetime) -> ClosurePage:
    """The closure of one hall or asset, with what it hits. Raises NotFound for another authority's."""
    fact, known = session.get(Fact, key, populate_existing=True), catalogue(session)
    if fact is None or fact.kind != OccupancyKind.CLOSURE:
        raise NotFound()
    asset, today = known.assets[fact.asset_id], local(now).date()
    if not may(actor, ACT, authorities=(known.owner(asset, today).id,)):
        raise NotFound()
    first, last = local(fact.starts_at).date(), local(fact.ends_at - timedelta(seconds=1)).date() if fact.ends_at else None
    over = fact.ended_at is not None or (fact.ends_at is not None and fact.ends_at <= now)
    hits = hit_of_asset(session, fact.asset_id, Period(fact.starts_at, fact.ends_at or day_period(FOREVER).end)) if not over else []
    return ClosurePage(key, asset.name, first, last, fact.note, over, hits)


def hit_of_asset(session: Session, asset_id: int, closed: Period) -> list[Hit]:
    """The promises on an asset, or on what shares a part with it, that overlap a closing."""
    known = catalogue(session)
    leaves = set(known.assets[asset_id].leaves)
    touched = [card.id for card in known.assets.values() if leaves & card.leaves.keys()]
    return _hits(session, Line.asset_id.in_(touched), Line.blocked_start < closed.end, Line.blocked_end > closed.start)


def hit_by_any(session: Session, asset_id: int, closed: Sequence[Period]) -> list[Hit]:
    """The promises that overlap any of many closings of an asset, which may overlap each other."""
    ordered = sorted(closed)
    if not ordered:
        return []
    latest = list(accumulate((each.end for each in ordered), max))  # the latest end of all that began so far
    found = hit_of_asset(session, asset_id, Period(ordered[0].start, latest[-1]))
    before = [(hit, bisect_left(ordered, hit.blocked.end, key=lambda each: each.start)) for hit in found]
    return [hit for hit, place in before if place and latest[place - 1] > hit.blocked.start]


def promised_to(session: Session, lines: Collection[int]) -> list[Hit]:
    """These lines, as far as they still hold something."""
    return _hits(session, Line.id.in_(lines)) if lines else []


def hit_at_place(session: Session, depot_id: int, first: date, last: date) -> list[Hit]:
    """The promises that a shut place hits: of its halls all that overlap, of what is kept there what leaves or comes back on those days."""
    known, closed = catalogue(session), day_period(first, last)
    kept = [card for card in known.assets.values() if known.depot(card, first).id == depot_id]
    halls, things = [card.id for card in kept if card.in_place], [card.id for card in kept if not card.in_place]
    used = and_(Line.asset_id.in_(halls), Line.blocked_start < closed.end, Line.blocked_end > closed.start)
    goes = and_(Line.custody_start >= closed.start, Line.custody_start < closed.end)
    comes = and_(Line.custody_end > closed.start, Line.custody_end <= closed.end)
    return _hits(session, or_(used, and_(Line.asset_id.in_(things), or_(goes, comes))))


def facts_of(session: Session, row: ClosedDays) -> list[int]:
    """The ids of the closures of halls that closing this place wrote, and that are not over."""
    known, begins = catalogue(session), start_of(row.first)
    halls = [card.id for card in known.assets.values() if card.in_place and known.depot(card, row.first).id == row.depot_id]
    ends = Fact.ends_at.is_(None) if row.last == FOREVER else Fact.ends_at == end_of(row.last)
    same = (Fact.kind == OccupancyKind.CLOSURE, Fact.starts_at == begins, ends, Fact.note == row.reason, Fact.ended_at.is_(None))
    return list(session.scalars(select(Fact.id).where(Fact.asset_id.in_(halls), *same)))


def _hits(session: Session, *conditions: ColumnElement[bool]) -> list[Hit]:
    known = catalogue(session)
    query = (
        select(Line, Reservation.created_at, Borrower.name)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.state.in_(HOLDING), *conditions)
        .order_by(Line.custody_start)
    )
    return [
        Hit(
            reference_of(line.reservation_id, asked_at), line.number, LineState(line.state), known.assets[line.asset_id], borrower,
            Period(line.custody_start, line.custody_end), Period(line.blocked_start, line.blocked_end),
        )
        for line, asked_at, borrower in session.execute(query)
    ]  # fmt: skip


def units_of(session: Session, asset_id: int) -> int:
    """How many there are of an asset: a closing takes all of them."""
    return catalogue(session).assets[asset_id].units
