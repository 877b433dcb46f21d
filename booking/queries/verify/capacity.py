"""No instant promises more than there is, and what facts took from promises is known as conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, holder_id, stream
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import CALLED_OFF, HOLDING
from models import Asset, Conflict, Fact, Line, Occupancy

LEDGER = select(
    Occupancy.id,
    Occupancy.asset_id,
    Occupancy.starts_at,
    Occupancy.ends_at,
    Occupancy.units,
    Occupancy.holder,
    Occupancy.promise,
    Occupancy.expires_at,
).order_by(Occupancy.asset_id, Occupancy.starts_at, Occupancy.id)

STANDING = (None, "accepted")  # a conflict that leaves the promise where it is


FAR = datetime.max.replace(tzinfo=UTC)


class Hit(NamedTuple):
    """A promise that does not fit beside facts: one of `facts` must have a conflict with the line. `row` is the promise's."""

    facts: frozenset[int]
    line: int
    row: int
    at: datetime


def overlaps(session: Session, _now: datetime) -> Iterator[Violation]:
    """The promises of an asset stay within its units at every instant; a holder counts with its largest row."""
    for asset, units, ledger in _by_asset(session):
        for instant, under_way in _instants(row for row in ledger if row.promise):
            taken = _taken(under_way)
            if taken > units:
                holders = sorted({row.holder for row in under_way})
                details = {"asset": asset, "at": instant, "taken": taken, "units": units, "holders": holders}
                yield Violation("promised_twice", "occupancy", under_way[-1].id, details)


def conflicts(session: Session, now: datetime) -> Iterator[Violation]:
    """Where facts and promises together exceed the units, each line hit has a conflict row.

    That of a line which still holds is open, or a desk accepted it: any other answer says that the line gave way, which it did not.
    """
    for asset, units, ledger in _by_asset(session):
        hits = set(_hits(units, (row for row in ledger if row.expires_at is None or row.expires_at > now)))
        if hits:
            yield from _unknown(session, asset, hits)


def _by_asset(session: Session) -> Iterator[tuple[int, int, Iterator[Any]]]:
    units = {row.id: row.units for row in session.execute(select(Asset.id, Asset.units))}
    for asset, ledger in groupby(stream(session, LEDGER), key=attrgetter("asset_id")):
        yield asset, units.get(asset, 0), ledger


def _instants(ledger: Iterable[Any]) -> Iterator[tuple[datetime, list[Any]]]:
    """Each moment at which something begins, with all that is under way then: between two of them there is never more."""
    under_way: list[Any] = []
    for instant, beginning in groupby(ledger, key=attrgetter("starts_at")):
        under_way = [row for row in under_way if row.ends_at > instant]
        under_way += beginning
        yield instant, under_way


def _taken(under_way: Iterable[Any]) -> int:
    largest: dict[str, int] = {}
    for row in under_way:
        largest[row.holder] = max(row.units, largest.get(row.holder, 0))
    return sum(largest.values())


def _hits(units: int, ledger: Iterable[Any]) -> Iterator[Hit]:
    """What must have a conflict: a fact that alone takes too much hits every promise then; of several together one must be known."""
    for instant, under_way in _instants(ledger):
        promises = [row for row in under_way if row.promise]
        facts = {fact: row for row in under_way if not row.promise and (fact := holder_id(row.holder, "fact"))}
        if not facts or _taken(under_way) <= units:
            continue
        promised = _taken(promises)
        for row in promises:
            line = holder_id(row.holder, "line")
            if line:
                yield Hit(frozenset(facts), line, row.id, instant)
                for fact, broken in facts.items():
                    if promised + broken.units > units:
                        yield Hit(frozenset({fact}), line, row.id, instant)


def _spared(session: Session, hits: set[Hit]) -> Iterator[tuple[int, int]]:
    """The pairs of a wanting inspection and a line of which nobody has the thing while it lasts: only its cleaning or fetching is hit."""
    facts, lines = {fact for hit in hits for fact in hit.facts}, {hit.line for hit in hits}
    wanting = select(Fact.id, Fact.starts_at, Fact.ends_at).where(Fact.id.in_(facts), Fact.kind == OccupancyKind.UNINSPECTED)
    lent = session.execute(select(Line.id, Line.custody_start, Line.custody_end).where(Line.id.in_(lines))).all()
    for fact in session.execute(wanting).all():
        until = fact.ends_at or FAR
        yield from ((fact.id, line.id) for line in lent if line.custody_end <= fact.starts_at or until <= line.custody_start)


def _stood_in_for(session: Session, lines: set[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a fact and a line that is lent, and keeps what it has until it is back, while another one stands in for it."""
    query = select(Conflict.fact_id, Conflict.line_id).where(Conflict.line_id.in_(lines), Conflict.resolution == "replaced")
    instead = set(session.scalars(select(Line.instead_of_id).where(Line.instead_of_id.in_(lines), Line.state.not_in(CALLED_OFF))))
    yield from ((fact, line) for fact, line in session.execute(query) if line in instead)


def _unknown(session: Session, asset: int, hits: set[Hit]) -> Iterator[Violation]:
    """The hits without a conflict that says so; a line's own late return hits only others."""
    lines = {hit.line for hit in hits}
    holding = set(session.scalars(select(Line.id).where(Line.id.in_(lines), Line.state.in_(HOLDING))))
    answers = select(Conflict.fact_id, Conflict.line_id, Conflict.resolution).where(Conflict.line_id.in_(lines))
    known = {(row.fact_id, row.line_id) for row in session.execute(answers) if row.resolution in STANDING or row.line_id not in holding}
    late = select(Fact.id, Fact.line_id).where(Fact.line_id.in_(lines), Fact.kind == OccupancyKind.OVERDUE)
    known |= {(row.id, row.line_id) for row in session.execute(late)}
    known |= set(_spared(session, hits)) | set(_stood_in_for(session, lines))
    reported = set()
    for hit in sorted(hits, key=lambda hit: (hit.at, hit.row, len(hit.facts))):
        pair = (max(hit.facts), hit.line)
        if pair not in reported and not any((fact, hit.line) in known for fact in hit.facts):
            reported.add(pair)
            yield Violation("conflict_unknown", "occupancy", hit.row, {"asset": asset, "fact": pair[0], "line": hit.line, "at": hit.at})
