"""What calling lines off costs by the ladder of the regulation that priced them: today, and until when it is less or more."""

from __future__ import annotations

from collections.abc import Collection
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
    withdrawn = [part.of_lines(lines) for part in parts_of(session, known, dossier)]
    parts = [part for part in withdrawn if part.usage.lines and _has_ladder(part)]
    if not parts:
        return Cancelling(day, tuple(lines), difference((), ()))

    def on(when: date) -> Difference:
        return difference((), prices([part.of_lines(lines, cancelled_on=when) for part in parts]))

    last = max(day, min(local(line.use.start).date() for part in parts for line in part.usage.lines))
    steps = rungs(lambda when: on(when).total, day, last)
    return Cancelling(day, tuple(lines), on(day), parts[0].regulation, steps)


def _has_ladder(part: Part) -> bool:
    """True when the regulation says what a cancellation costs the group that this borrower pays as."""
    group = prices([part])[0].group or ""
    return any(clause.article.kind == "cancellation" and group in clause.rows for clause in part.prepared.dossier)
