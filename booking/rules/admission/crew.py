"""Can the crew do its work: between this loan and the ones beside it, inside the hours of its place (DESIGN § 11)."""

from __future__ import annotations

from typing import Any

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.crew import Crossing, Shortage, too_early, too_late


def work(facts: Facts) -> Finding | list[Finding]:
    """What must be ready before, and what comes after, fits between the loans beside it, whose own work counts too."""
    code = facts.asset.code
    if facts.work is None:
        return Finding("work_none", Verdict.OK, code)
    if facts.room is None:
        return Finding("work_fits", Verdict.OK, code)
    found = [_crossed(code, each) for each in facts.room.crossed]
    if early := too_early(facts.work, facts.room):
        found.append(_short(code, early, "before"))
    if late := too_late(facts.work, facts.room):
        found.append(_short(code, late, "after"))
    return found or Finding("work_fits", Verdict.OK, code)


def _crossed(code: str, crossing: Crossing) -> Finding:
    time = {"from_": crossing.time.start.isoformat(), "until": crossing.time.end.isoformat()}
    return Finding("work_of_another", Verdict.REFUSED, code, {"task": str(crossing.kind), **time})


def _short(code: str, shortage: Shortage, side: str) -> Finding:
    evidence: dict[str, Any] = {"task": str(shortage.kind), "minutes": shortage.minutes, "side": side}
    moment = "from_" if side == "before" else "until"
    return Finding("work_does_not_fit", Verdict.REFUSED, code, {**evidence, moment: shortage.moment.isoformat()})
