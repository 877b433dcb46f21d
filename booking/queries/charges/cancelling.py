"""What calling lines off costs by the ladder of the regulation that priced them: today, and until when it is less or more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from booking.queries.charges.basis import Part, parts_of, prices
from booking.rules.catalogue import Catalogue
from booking.rules.charges import Difference, Rung, difference, rungs
from booking.rules.periods import local


@dataclass(frozen=True, slots=True)
class Cancelling:
    """`due` is what calling off on `day` costs, in cents and explained; `steps` what it costs from that day until the first use.

    Without a ladder in the regulation nothing is due.
    """

    day: date
    lines: tuple[int, ...]
    due: Difference
    regulation: int | None = None
    steps: list[Rung] = field(default_factory=list)


def cancelling(session: Session, known: Catalogue, dossier: int, lines: Collection[int], day: date) -> Cancelling:
    """What calling these approved lines of a dossier off on a Brussels day costs."""
    parts = _with_ladder(parts_of(session, known, dossier), lines)
    if not parts:
        return Cancelling(day, tuple(lines), difference((), ()))

    def on(when: date) -> Difference:
        return difference((), prices([part.of_lines(lines, cancelled_on=when) for part in parts]))

    last = max(day, min(local(line.use.start).date() for part in parts for line in part.usage.lines))
    steps = rungs(lambda when: on(when).total, day, last)
    return Cancelling(day, tuple(lines), on(day), parts[0].regulation, steps)


def _with_ladder(parts: Sequence[Part], lines: Collection[int]) -> list[Part]:
    """The parts about these lines whose regulation has a ladder, each with the later editions that price the last days of its stays."""
    found: list[Part] = []
    kept = False
    for part in parts:
        if part.usage.lines:
            mine = part.of_lines(lines)
            kept = bool(mine.usage.lines) and _has_ladder(mine)
        if kept:
            found.append(part.of_lines(lines))
    return found


def _has_ladder(part: Part) -> bool:
    """True when the regulation says what a cancellation costs the group that this borrower pays as."""
    group = prices([part])[0].group or ""
    return any(clause.article.kind == "cancellation" and group in clause.rows for clause in part.prepared.dossier)
