"""Every line can tell how it came to its state: moves, decisions, audit and the work that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found, stream
from booking.rules.kinds import TaskKind
from booking.rules.lifecycle import FIRM, MOVES, LineState
from models import Audit, Decision, Line, LineMove, Reservation, Task

OUT = (TaskKind.DELIVER, TaskKind.HAND_OUT, TaskKind.OPEN_HALL)
BACK = (TaskKind.COLLECT, TaskKind.TAKE_BACK, TaskKind.CLOSE_HALL)
CALLED_OFF = (LineState.CANCELLED, LineState.REFUSED, LineState.EXPIRED)

LEGAL = {(str(old), str(new), str(party)) for (old, new), parties in MOVES.items() for party in parties}


def moves(session: Session, _now: datetime) -> Iterator[Violation]:
    """The moves of a line run from draft to its state, each from where the last one ended and each legal for who made it."""
    move = LineMove
    columns = (Line.id, Line.state, move.id.label("move"), move.from_state, move.to_state, move.party)
    query = select(*columns).outerjoin(move, move.line_id == Line.id).order_by(Line.id, move.id)
    for line, steps in groupby(stream(session, query), key=attrgetter("id")):
        yield from _wrong_moves(line, list(steps))


def decisions(session: Session, _now: datetime) -> Iterator[Violation]:
    """What was known when a line was asked or decided is kept."""
    undecided = select(Line.id, Line.state).where(Line.state != LineState.DRAFT, ~exists().where(Decision.line_id == Line.id))
    yield from found(session, "line_without_decision", Line, undecided.order_by(Line.id))


def audited(session: Session, _now: datetime) -> Iterator[Violation]:
    """Somebody made the reservation, and the audit knows who."""
    known = exists().where(Audit.subject == "reservation", Audit.subject_id == Reservation.id)
    query = select(Reservation.id, Reservation.created_at).where(~known).order_by(Reservation.id)
    yield from found(session, "reservation_without_audit", Reservation, query)


def tasks_of_approved(session: Session, _now: datetime) -> Iterator[Violation]:
    """An approved or lent line has work that brings it out and work that brings it back."""
    for way, kinds in {"out": OUT, "back": BACK}.items():
        idle = select(Line.id, Line.state).where(Line.state.in_(FIRM), ~_has_task(Task.kind.in_(kinds), Task.state != "cancelled"))
        yield from found(session, f"line_without_task_{way}", Line, idle.order_by(Line.id))


def tasks_of_ended(session: Session, _now: datetime) -> Iterator[Violation]:
    """Nobody drives out for a line that was called off."""
    query = select(Task.id, Task.line_id, Line.state).join(Line, Line.id == Task.line_id)
    useless = query.where(Task.state == "planned", Line.state.in_(CALLED_OFF)).order_by(Task.id)
    yield from found(session, "task_of_ended_line", Task, useless)


def _wrong_moves(line: int, steps: list[Any]) -> Iterator[Violation]:
    reached = str(LineState.DRAFT)
    for step in steps:
        if step.move is None:
            break
        if step.from_state != reached:
            yield Violation("move_from_elsewhere", "line_move", step.move, {"line": line, "from": step.from_state, "reached": reached})
        if (step.from_state, step.to_state, step.party) not in LEGAL:
            details = {"line": line, "from": step.from_state, "to": step.to_state, "party": step.party}
            yield Violation("move_illegal", "line_move", step.move, details)
        reached = step.to_state
    if reached != steps[0].state:
        yield Violation("state_unlike_moves", "line", line, {"state": steps[0].state, "reached": reached})


def _has_task(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Task.line_id == Line.id, *conditions)
