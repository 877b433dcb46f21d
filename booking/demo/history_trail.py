"""A line that was written, followed with the plan that it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.demo.history_plans import Fate, Plan, Wish
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.periods import InvalidTime
from booking.rules.refusals import Refused
from models import Line


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a line is found, what was planned, and who decides on it (an authority's id)."""

    plan: Plan
    wish: Wish
    reference: str
    number: int
    line: int
    owner: int

    @property
    def fate(self) -> Fate:
        """What becomes of it."""
        return self.wish.fate


def state_of(session: Session, trail: Trail) -> LineState:
    """The state of the line by now."""
    return LineState(session.execute(select(Line.state).where(Line.id == trail.line)).scalar_one())


def custody_of(session: Session, trail: Trail) -> tuple[datetime, datetime]:
    """Hand-over and return as they now stand."""
    return session.execute(select(Line.custody_start, Line.custody_end).where(Line.id == trail.line)).one()


def granted(act: Callable[[], object]) -> bool:
    """Do it, if it can be done: what the rules refuse writes nothing."""
    try:
        act()
    except (Refused, InvalidTime, IllegalMove):
        return False
    return True
