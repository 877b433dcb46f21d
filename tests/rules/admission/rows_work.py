"""Whether the crew's work fits beside a loan: rows about what must be ready, what comes after, and work for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from booking.rules.admission import crew
from booking.rules.crew import Crossing, Room, Step, loan_work
from booking.rules.kinds import TaskKind
from booking.rules.periods import Period, moment_on
from tests.rules.admission.form import BOUNDARY, FAILS, MISSING, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import ORDINARY, WEEKDAYS

STEPS = {kind: Step(kind, minutes) for kind, minutes in ((TaskKind.PREPARE, 60), (TaskKind.CHECK, 30), (TaskKind.CLEAN, 90))}
WORK = loan_work(ORDINARY.periods, WEEKDAYS, STEPS, "pickup")
NEEDED = WORK.needed  # Wednesday 12 May from 8:00, an hour before it is fetched, until Monday 17 May at 9:00: Friday closes at 16:00
MINUTE = timedelta(minutes=1)


def room(before: int = 0, after: int = 0, *crossed: Crossing) -> dict[str, Any]:
    """The one fact of what is free around it: so many minutes too few before, and after."""
    return {"room": Room(Period(NEEDED.start + before * MINUTE, NEEDED.end - after * MINUTE), crossed)}


CLEANING = Crossing(TaskKind.CLEAN, Period(moment_on(date(2027, 5, 12), 9 * 60), moment_on(date(2027, 5, 12), 10 * 60)))

SECTIONS = [
    Section(crew.work, (
        Row(PASSES, "nobody is near", {"room": None}, "work_fits"),
        Row(BOUNDARY, "what is free begins and ends with the work", room(), "work_fits"),
        Row(BOUNDARY, "the loan before ends a minute too late", room(before=1), "work_does_not_fit", REFUSED,
            {"task": "prepare", "minutes": 1, "side": "before", "from_": (NEEDED.start + MINUTE).isoformat()}),
        Row(BOUNDARY, "the next loan begins a minute too soon", room(after=1), "work_does_not_fit", REFUSED,
            {"task": "clean", "minutes": 1, "side": "after", "until": (NEEDED.end - MINUTE).isoformat()}),
        Row(FAILS, "no time to prepare it at all", room(before=60), "work_does_not_fit", REFUSED, {"task": "prepare", "minutes": 60}),
        Row(FAILS, "the next loan leaves no open day to clean it", room(after=2 * 24 * 60), "work_does_not_fit", REFUSED,
            {"task": "clean", "minutes": 90}),
        Row(FAILS, "it is still cleaned for the loan before", room(0, 0, CLEANING), "work_of_another", REFUSED,
            {"task": "clean", "from_": CLEANING.time.start.isoformat(), "until": CLEANING.time.end.isoformat()}),
        Row(MISSING, "its owner planned no work", {"work": None}, "work_none"),
    ), replace(ORDINARY, work=WORK, room=room()["room"])),
]  # fmt: skip
