"""What a line's state says it holds, the ledger holds: exactly its blocked period, on exactly its asset's leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, stream
from booking.queries.verify.shape import Parts, Shape, by_asset, held
from booking.rules.availability import InvalidParts
from booking.rules.handovers import Way
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import FIRM, HOLDING, LineState
from models import LONGEST_PIECE, Amendment, HandoverRecord, Line

KIND = {
    LineState.OPTION: OccupancyKind.OPTION,
    LineState.REQUESTED: OccupancyKind.REQUEST,
    LineState.PROPOSED: OccupancyKind.REQUEST,
    LineState.APPROVED: OccupancyKind.FIRM,
    LineState.HANDED_OVER: OccupancyKind.FIRM,
}
HISTORY = (LineState.RETURNED, LineState.CLOSED)  # what was really taken stays in the ledger


class Asked(NamedTuple):
    """What a line or an amendment asks, and until when it waits for an answer; `stages` are what a line asks one after the other, of which
    some units came back before the others.
    """

    shape: Shape
    lapses: datetime | None
    stages: tuple[Shape, ...] = ()

    def holds(self, row: Any) -> bool:
        """True when the row is a piece of it."""
        return any(stage.holds(row) for stage in self.stages or (self.shape,))


def promises(session: Session, now: datetime) -> Iterator[Violation]:
    """Every line holds what its state says and nothing else; a pending amendment may stand beside it."""
    graph = Parts(session)
    columns = (Line.id, Line.state, Line.asset_id, Line.units, Line.blocked_start, Line.blocked_end, Line.holds_until)
    lines = select(*columns).where(Line.state.in_(list(LineState))).order_by(Line.id)  # a state nobody knows breaks a CHECK
    for some in stream(session, lines).partitions():
        ids = [line.id for line in some]
        rows, waiting, back = held(session, "line", Line, ids), _waiting(session, ids), _back(session, ids)
        for line in some:
            try:
                own, *beside = [_asked(graph, each) for each in (line, *waiting[line.id])]
                own = own._replace(stages=tuple(_stages(graph, line, back[line.id])))
            except InvalidParts as wrong:
                yield Violation(wrong.code, "line", line.id, wrong.details)
                continue
            yield from _wrong(line, own, beside, rows.get(line.id, []), now)


def _wrong(line: Any, own: Asked, beside: list[Asked], rows: list[Any], now: datetime) -> Iterator[Violation]:
    state = LineState(line.state)
    if state in HOLDING:
        yield from _wrong_rows(line, own, beside, rows)
        mine = [row for row in rows if own.holds(row) and row.kind == KIND[state]]
        if _must_hold(state, own, now, mine):
            yield from _gaps(line, own.shape, mine, alone=not beside)
    else:
        kept = state in HISTORY
        for row in rows:
            if row.ends_at > now if not kept else not own.holds(row):
                yield Violation("promise_left_behind", "occupancy", row.id, {"line": line.id, "state": line.state})


def _must_hold(state: LineState, own: Asked, now: datetime, rows: list[Any]) -> bool:
    """Firm lines hold, and open ones until they lapse; a collected request queues, also while the desk proposes something else."""
    if state in FIRM:
        return True
    return own.lapses is not None and own.lapses > now and (bool(rows) or state is not LineState.PROPOSED)


def _wrong_rows(line: Any, own: Asked, beside: list[Asked], rows: list[Any]) -> Iterator[Violation]:
    """Rows that are no piece of what the line or its amendments ask, or of the wrong kind, or that lapse at another moment."""
    state = LineState(line.state)
    for row in rows:
        details = {"line": line.id, "state": line.state, "kind": row.kind, "asset": row.asset_id}
        if any(each.shape.holds(row) and row.expires_at == each.lapses for each in beside):
            continue
        if not own.holds(row):
            yield Violation("promise_astray", "occupancy", row.id, details)
        elif row.kind != KIND[state]:
            yield Violation("promise_of_other_kind", "occupancy", row.id, details)
        elif state not in FIRM and own.lapses is None:
            yield Violation("collected_request_holds", "occupancy", row.id, details)
        elif row.expires_at != (None if state in FIRM else own.lapses):
            yield Violation("expiry_unlike_line", "occupancy", row.id, {**details, "expires": row.expires_at, "holds_until": own.lapses})


def _gaps(line: Any, own: Shape, rows: list[Any], *, alone: bool) -> Iterator[Violation]:
    """The pieces on each leaf follow each other without a gap, and without a piece twice when no amendment is waiting."""
    for leaf, reached in own.gaps(rows):
        details = {"state": line.state, "asset": leaf, "units": own.parts[leaf], "from": reached, "until": own.end}
        yield Violation("promise_missing", "line", line.id, details)
    for leaf, pieces in by_asset(rows).items() if alone else ():
        for one, other in pairwise(pieces):
            if other.starts_at < one.ends_at:
                yield Violation("promise_double", "occupancy", other.id, {"line": line.id, "asset": leaf})


def _waiting(session: Session, lines: list[int]) -> dict[int, list[Any]]:
    """The pending amendments of the lines from the first to the last."""
    row = Amendment
    columns = (row.line_id, row.asset_id, row.units, row.blocked_start, row.blocked_end, row.holds_until)
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in session.execute(select(*columns).where(row.line_id.between(lines[0], lines[-1]), row.state == "pending")):
        found[each.line_id].append(each)
    return found


def _back(session: Session, lines: list[int]) -> dict[int, list[Any]]:
    """The returns of the lines from the first to the last, whole or in part, oldest first."""
    row = HandoverRecord
    query = select(row.line_id, row.units, row.units_missing, row.free_from).where(row.line_id.between(lines[0], lines[-1]))
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in session.execute(query.where(row.way == Way.BACK, row.free_from.is_not(None)).order_by(row.id)):
        found[each.line_id].append(each)
    return found


def _stages(graph: Parts, line: Any, returns: list[Any]) -> Iterator[Shape]:
    """All units until the first return is made ready, and then what is left after each. What is left may stand in a piece that began
    before (`ledger.lessen`).
    """
    left, start = line.units, line.blocked_start
    for each in returns:
        yield graph.shape(line.asset_id, left, start, min(line.blocked_end, each.free_from))
        left, start = left - each.units - each.units_missing, max(line.blocked_start, each.free_from - LONGEST_PIECE)
        if not left:
            return
    if returns:
        yield graph.shape(line.asset_id, left, start, line.blocked_end)


def _asked(graph: Parts, row: Any) -> Asked:
    return Asked(graph.shape(row.asset_id, row.units, row.blocked_start, row.blocked_end), row.holds_until)
