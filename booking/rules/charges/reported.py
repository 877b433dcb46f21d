"""What a return report makes of the usage that was priced: how late it came back, and what was really used, cleaned or missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from booking.rules.periods import Period, local
from booking.rules.tariffs import LineUsage, Prepared

DAYS_LATE, HOURS_LATE, MISSING, REPAIR = "days_late", "hours_late", "pieces_lost", "repair_cost"
COMPUTED = frozenset({DAYS_LATE, HOURS_LATE, MISSING, REPAIR})
"""Measures that nobody fills in as such: they follow from the moment of return, the count, and the damage."""

GRACE = timedelta(minutes=15)
"""How long after its end a return is still on time: what the clock of the counter and that of the hall may differ."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a line came back; `measures` are as they really were, in place of those agreed."""

    late: timedelta = timedelta()
    missing: int = 0
    measures: Mapping[str, Decimal] = field(default_factory=dict)

    def joined(self, later: Report) -> Report:
        """This report with a later one over it: units missing and what mending costs add up, measures and lateness are as last told."""
        measures = {**self.measures, **later.measures}
        if REPAIR in measures:
            measures[REPAIR] = self.measures.get(REPAIR, Decimal(0)) + later.measures.get(REPAIR, Decimal(0))
        return Report(max(self.late, later.late), self.missing + later.missing, measures)


def days_late(due: datetime, back: datetime) -> int:
    """Calendar days in Brussels: due on Monday and back on Wednesday is two (P09d); later on the same day is none."""
    return max(0, (local(back).date() - local(due).date()).days)


def measured(line: LineUsage, report: Report) -> LineUsage:
    """The usage with what was reported, for the articles that count with it; its periods stay as they were agreed."""
    end = line.custody.end
    found: dict[str, Decimal] = {}
    if report.late > GRACE:
        hours = -(-report.late // timedelta(hours=1))
        found = {DAYS_LATE: Decimal(days_late(end, end + report.late)), HOURS_LATE: Decimal(hours)}
    if report.missing:
        found[MISSING] = Decimal(report.missing)
    told = {name: amount for name, amount in found.items() if amount}
    return replace(line, measures={**line.measures, **report.measures, **told})


def speaks_of_lateness(prepared: Prepared, line: LineUsage) -> bool:
    """True where an article about the asset, or about the deposit that is held for it, counts with days or hours late."""
    hire, deposits = prepared.clauses(line.category, line.asset)
    clauses = (*hire, *deposits, *(prepared.dossier if deposits else ()))
    late = {DAYS_LATE, HOURS_LATE}
    return any(clause.terms.get("measure") in late or late & set(clause.terms.get("per") or ()) for clause in clauses)


def as_it_was(prepared: Prepared, line: LineUsage, report: Report | None) -> LineUsage:
    """The usage as it really was: with what was reported, and where no article speaks of lateness as long as it lasted (a hall that is
    left late has used a further part of the day).
    """
    if report is None:
        return line
    real = measured(line, report)
    return real if speaks_of_lateness(prepared, line) else lengthened(real, report.late)


def lengthened(line: LineUsage, late: timedelta) -> LineUsage:
    """The usage as if it had been asked for as long as it lasted: what is due where no article speaks of lateness."""
    if late <= GRACE:
        return line
    use, custody, blocked = (Period(each.start, each.end + late) for each in (line.use, line.custody, line.blocked))
    return replace(line, use=use, custody=custody, blocked=blocked)
