"""When each piece of work of a loan is done, and between which moments it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from booking.rules.calendar import Calendar, earliest_open, latest_open, slots_on
from booking.rules.crew.steps import FETCHED, IN_PLACE, Order, Step, order_of, place_of
from booking.rules.crew.stretches import first_stretch, last_stretch
from booking.rules.custody import Periods, crew_windows
from booking.rules.kinds import TaskKind, WorkPlace
from booking.rules.periods import InvalidTime, Period, local

Steps = Mapping[TaskKind, Step]
Times = dict[TaskKind, Period]

MINUTE = timedelta(minutes=1)


class Work(NamedTuple):
    """A piece of work: when it is planned, in which window it may be moved, and what it takes. `time` may hold a pause beside `minutes`."""

    kind: TaskKind
    time: Period
    window: Period
    minutes: int
    people: int
    vehicle: str | None
    place: WorkPlace


@dataclass(frozen=True, slots=True)
class LoanWork:
    """The work of one loan in its order. The thing must be there for `before` and `after` beside its custody: in all of `needed`."""

    tasks: tuple[Work, ...]
    before: tuple[Work, ...]
    after: tuple[Work, ...]
    needed: Period


def loan_work(periods: Periods, calendar: Calendar, steps: Steps, handover: str, *, in_place: bool = False) -> LoanWork:
    """The work that a loan asks by the plan of its asset, inside the hours of its place; what goes with a use in place has its hours.

    What must be ready is ready as late as it may: on an earlier open day where the day is too short or the place was shut. What comes after
    is done as soon as it can. Raises InvalidTime `calendar_no_open_day` when its place stays shut too long to hand over.
    """
    order, custody = order_of(handover, in_place=in_place), periods.custody
    asked = {kind: steps.get(kind) or Step(kind) for kind in order.kinds if kind in steps or kind in order.always}
    met = _met(custody, calendar, asked) if order is FETCHED else _in_use(custody, asked) if order is IN_PLACE else {}
    given, got = (met[TaskKind.HAND_OUT].start, met[TaskKind.TAKE_BACK].end) if order is FETCHED else (custody.start, custody.end)
    ready = _made_ready(calendar, given, _of(asked, order.before))
    done = _made_good(calendar, got, _of(asked, order.after))
    early, late = _of(asked, (TaskKind.KEY_OUT,)), _of(asked, (TaskKind.KEY_IN,))
    keys_out, keys_in = _made_ready(calendar, custody.start, early), _made_good(calendar, custody.end, late)
    windows = _windows_before(ready, periods.blocked, calendar) | _windows_before(keys_out, periods.blocked, calendar)
    windows |= _windows_after(done, periods.blocked, calendar) | _windows_after(keys_in, periods.blocked, calendar)
    times = {**ready, **keys_out, **met, **keys_in, **done}
    made = {kind: _work(step, times[kind], windows.get(kind, times[kind]), order) for kind, step in asked.items()}
    first = min((time.start for time in ready.values()), default=custody.start)
    last = max((time.end for time in done.values()), default=custody.end)
    needed = Period(min(first, custody.start), max(last, custody.end))
    return LoanWork(tuple(made.values()), tuple(made[kind] for kind in ready), tuple(made[kind] for kind in done), needed)


def _of(asked: Steps, kinds: Iterable[TaskKind]) -> list[Step]:
    return [asked[kind] for kind in kinds if kind in asked]


def _work(step: Step, time: Period, window: Period, order: Order) -> Work:
    minutes = int(time.length / MINUTE) if step.kind is TaskKind.HALL_GUARD else step.minutes
    return Work(step.kind, time, window, max(1, minutes), step.people, step.vehicle, place_of(step.kind, order))


def _met(custody: Period, calendar: Calendar, asked: Steps) -> Times:
    """What is done at the depot with who comes to fetch it or to bring it back, one thing after the other."""
    found: Times = {}
    for kinds, way in ((FETCHED.out, 0), (FETCHED.back, 1)):
        steps = _of(asked, kinds)
        moment = crew_windows(custody, calendar, sum(map(_length, steps), timedelta()))[way].start
        for step in steps:
            found[step.kind] = Period(moment, moment + _length(step))
            moment = found[step.kind].end
    return found


_AT_ITS_USE: Mapping[TaskKind, Callable[[Period, timedelta], Period]] = {
    TaskKind.HEATING: lambda use, length: Period(use.start - length, use.start),
    TaskKind.OPEN_HALL: lambda use, length: Period(use.start, use.start + length),
    TaskKind.HALL_GUARD: lambda use, _length: use,
    TaskKind.CLOSE_HALL: lambda use, length: Period(use.end - length, use.end),
}


def _in_use(use: Period, asked: Steps) -> Times:
    """What is done in a hall at the time of its use, whatever the hours of its building; who guards it is there all the time."""
    return {kind: at(use, _length(asked[kind])) for kind, at in _AT_ITS_USE.items() if kind in asked}


def _made_ready(calendar: Calendar, moment: datetime, steps: list[Step]) -> Times:
    """One after the other, the last of them over by a moment."""
    found: Times = {}
    for step in reversed(steps):
        found[step.kind] = last_stretch(calendar, moment, _length(step))
        moment = found[step.kind].start
    return dict(reversed(found.items()))


def _made_good(calendar: Calendar, moment: datetime, steps: list[Step]) -> Times:
    """One after the other from a moment on."""
    found: Times = {}
    for step in steps:
        found[step.kind] = first_stretch(calendar, moment, _length(step))
        moment = found[step.kind].end
    return found


def _windows_before(times: Times, blocked: Period, calendar: Calendar) -> Times:
    """From the first opening in the time that the loan blocks, else of the day itself; each leaves room for what comes before it."""
    if not times:
        return {}
    found: Times = {}
    first = next(iter(times.values())).start
    earliest = _at_open(earliest_open, calendar, blocked.start) if blocked.start < first else _opening(calendar, first)
    for kind, time in times.items():
        found[kind] = Period(min(earliest, time.start), time.end)
        earliest = found[kind].start + time.length
    return found


def _windows_after(times: Times, blocked: Period, calendar: Calendar) -> Times:
    """Until the last closing in the time that the loan blocks, else of the day itself; each leaves room for what comes after it."""
    if not times:
        return {}
    found: Times = {}
    last = next(reversed(times.values())).end
    latest = _at_open(latest_open, calendar, blocked.end) if last < blocked.end else _closing(calendar, last)
    for kind, time in reversed(times.items()):
        found[kind] = Period(time.start, max(latest, time.end))
        latest = found[kind].end - time.length
    return found


def _at_open(way: Callable[[Calendar, datetime], datetime], calendar: Calendar, moment: datetime) -> datetime:
    try:
        return way(calendar, moment)
    except InvalidTime:  # shut for months: what it is planned at counts
        return moment


def _opening(calendar: Calendar, planned: datetime) -> datetime:
    slots = slots_on(calendar, local(planned).date())
    return slots[0].start if slots else planned


def _closing(calendar: Calendar, planned: datetime) -> datetime:
    slots = slots_on(calendar, local(planned - timedelta(seconds=1)).date())
    return slots[-1].end if slots else planned


def _length(step: Step) -> timedelta:
    return step.minutes * MINUTE
