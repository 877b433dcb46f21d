"""What a line's state says it holds, the ledger holds: exactly its blocked period, on exactly its asset's leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.rules.availability import InvalidParts, leaves
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import FIRM, HOLDING, LineState
from models import Amendment, Asset, Category, Line, Occupancy, Part

KIND = {
    LineState.OPTION: OccupancyKind.OPTION,
    LineState.REQUESTED: OccupancyKind.REQUEST,
    LineState.PROPOSED: OccupancyKind.REQUEST,
    LineState.APPROVED: OccupancyKind.FIRM,
    LineState.HANDED_OVER: OccupancyKind.FIRM,
}
HISTORY = (LineState.RETURNED, LineState.CLOSED)  # what was really taken stays in the ledger


class Shape(NamedTuple):
    """Units of each leaf over a period, until a moment when it lapses; `firm` shapes never do."""

    parts: Mapping[int, int]
    start: datetime
    end: datetime
    lapses: datetime | None

    def holds(self, row: Any) -> bool:
        """True when the row is a piece of this shape."""
        return self.parts.get(row.asset_id) == row.units and self.start <= row.starts_at and row.ends_at <= self.end


def promises(session: Session, now: datetime) -> Iterator[Violation]:
    """Every line holds what its state says and nothing else; a pending amendment may stand beside it."""
    graph = _Parts(session)
    lines = select(Line.id, Line.state, Line.asset_id, Line.units, Line.blocked_start, Line.blocked_end, Line.holds_until).order_by(Line.id)
    for some in stream(session, lines).partitions():
        held, waiting = _held(session, [line.id for line in some]), _waiting(session, [line.id for line in some])
        for line in some:
            try:
                own, beside = graph.shape(line), [graph.shape(amendment) for amendment in waiting[line.id]]
            except InvalidParts as wrong:
                yield Violation(wrong.code, "line", line.id, wrong.details)
                continue
            yield from _wrong(line, own, beside, held[line.id], now)


def _wrong(line: Any, own: Shape, beside: list[Shape], rows: list[Any], now: datetime) -> Iterator[Violation]:
    state = LineState(line.state)
    if state in HOLDING:
        yield from _wrong_rows(line, own, beside, rows)
        mine = [row for row in rows if own.holds(row) and row.kind == KIND[state]]
        if _must_hold(state, own, now, mine):
            yield from _gaps(line, own, mine, alone=not beside)
    else:
        kept = state in HISTORY
        for row in rows:
            if row.ends_at > now if not kept else not own.holds(row):
                yield Violation("promise_left_behind", "occupancy", row.id, {"line": line.id, "state": line.state})


def _must_hold(state: LineState, own: Shape, now: datetime, rows: list[Any]) -> bool:
    """Firm lines hold, and open ones until they lapse; a collected request queues, also while the desk proposes something else."""
    if state in FIRM:
        return True
    return own.lapses is not None and own.lapses > now and (bool(rows) or state is not LineState.PROPOSED)


def _wrong_rows(line: Any, own: Shape, beside: list[Shape], rows: list[Any]) -> Iterator[Violation]:
    """Rows that are no piece of what the line or its amendments ask, or of the wrong kind, or that lapse at another moment."""
    state = LineState(line.state)
    for row in rows:
        details = {"line": line.id, "state": line.state, "kind": row.kind, "asset": row.asset_id}
        if any(shape.holds(row) and row.expires_at == shape.lapses for shape in beside):
            continue
        if not own.holds(row):
            yield Violation("promise_astray", "occupancy", row.id, details)
        elif row.kind != KIND[state]:
            yield Violation("promise_of_other_kind", "occupancy", row.id, details)
        elif state not in FIRM and own.lapses is None:
            yield Violation("collected_request_holds", "occupancy", row.id, details)
        elif row.expires_at != (None if state in FIRM else own.lapses):
            yield Violation("expiry_unlike_line", "occupancy", row.id, {**details, "expires": row.expires_at, "holds_until": own.lapses})


def _gaps(line: Any, own: Shape, rows: Iterable[Any], *, alone: bool) -> Iterator[Violation]:
    """The pieces on each leaf follow each other without a gap, and without a piece twice when no amendment is waiting."""
    pieces = defaultdict(list)
    for row in rows:
        pieces[row.asset_id].append(row)
    for leaf in own.parts:
        reached = own.start
        for row in sorted(pieces[leaf], key=lambda row: (row.starts_at, row.id)):
            if row.starts_at > reached:
                break
            if row.starts_at < reached and alone:
                yield Violation("promise_double", "occupancy", row.id, {"line": line.id, "asset": leaf})
            reached = max(reached, row.ends_at)
        if reached < own.end:
            details = {"state": line.state, "asset": leaf, "units": own.parts[leaf], "from": reached, "until": own.end}
            yield Violation("promise_missing", "line", line.id, details)


def _held(session: Session, lines: list[int]) -> dict[int, list[Any]]:
    row = Occupancy
    query = select(row.id, row.asset_id, row.starts_at, row.ends_at, row.units, row.kind, row.holder, row.expires_at)
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in session.execute(query.where(row.holder.in_([f"line:{line}" for line in lines])).order_by(row.id)):
        found[int(each.holder.removeprefix("line:"))].append(each)
    return found


def _waiting(session: Session, lines: list[int]) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in session.execute(_pending(lines)):
        found[each.line_id].append(each)
    return found


def _pending(lines: list[int]) -> Select[Any]:
    row = Amendment
    columns = (row.line_id, row.asset_id, row.units, row.blocked_start, row.blocked_end, row.holds_until)
    return select(*columns).where(row.line_id.in_(lines), row.state == "pending")


class _Parts:
    """The graph of parts, read once."""

    def __init__(self, session: Session) -> None:
        self.graph: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in session.execute(select(Part.whole_id, Part.part_id, Part.units)):
            self.graph[row.whole_id].append((row.part_id, row.units))
        self.halls = set(session.scalars(select(Asset.id).join(Category, Category.id == Asset.category_id).where(Category.in_place)))

    def shape(self, asked: Any) -> Shape:
        """What a line or amendment takes. Raises InvalidParts."""
        return Shape(leaves(self.graph, asked.asset_id, asked.units, self.halls), asked.blocked_start, asked.blocked_end, asked.holds_until)
