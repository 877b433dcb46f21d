"""The body of a board of work: for each depot, crew or vehicle what it has to do per day, or where it stands in the hours of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from booking.queries.catalogue import catalogue
from booking.queries.planning import Job, WorkRow
from booking.rules.calendar import slots_on
from booking.rules.catalogue import DepotCard
from booking.rules.crew import BACK, OUT
from booking.rules.periods import local
from booking.rules.planning import PARTS, Held, Scale, lanes, rooms
from booking.rules.workload import WORKING_DAY, Piece, clashes, is_over, load, room
from booking.web.extensions import db
from booking.web.language import gettext as _
from booking.web.language import language
from booking.web.planning.columns import Column, period
from booking.words import moments

HOURS = {"nl": "u", "en": "h", "fr": "h"}
MOST_LANES = 24
EIGHTHS = 8
QUARTERS, LABEL = 4, 7  # a column is four quarters; a label wants seven


class Over(NamedTuple):
    """What is too much of a day's work: in a word, and as it is told."""

    word: str
    said: str


class Slot(NamedTuple):
    """What a row has on one day: its jobs, how many go out, come back and are worked at, what they come to in minutes of people, and what
    is too much of it; `key` names it on the page.
    """

    day: date
    jobs: Sequence[Job]
    counts: tuple[int, int, int]
    load: int
    room: int | None
    over: Over | None
    css: str
    key: str


class Stroke(NamedTuple):
    """A job as a bar in the hours of a day, or (without one) a stretch in which it is too much."""

    css: str
    job: Job | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class WorkLane:
    """A row of the board as it is drawn: a slot per day, or the strokes of one day by the column in which each begins."""

    row: WorkRow
    css: str
    slots: Sequence[Slot]
    strokes: Sequence[Sequence[Stroke]]

    @property
    def over(self) -> list[Slot]:
        """The days on which it is too much."""
        return [slot for slot in self.slots if slot.over]


def houses(drawn: Sequence[WorkLane]) -> list[tuple[str, list[WorkLane]]]:
    """The rows by the name of their municipality."""
    return [(name, list(each)) for name, each in groupby(drawn, key=attrgetter("row.house.name"))]


def brief(minutes: int) -> str:
    """`5:30`: the same where there is little room."""
    return f"{minutes // 60}:{minutes % 60:02}"


def lasting(minutes: int) -> str:
    """`45 min`, `5 u 30`: how long work takes, as a crew says it."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} {HOURS[language()]}" + (f" {rest:02}" if rest else "") if hours else f"{rest} min"


class Drawing:
    """Draws rows of work on one scale: by day, or the hours of the one day that it spans."""

    def __init__(self, scale: Scale, columns: Sequence[Column], by: str, *, by_hour: bool, first_key: str = "w") -> None:
        self.scale, self.columns, self.by, self.by_hour, self.first_key = scale, columns, by, by_hour, first_key
        self.known = catalogue(db.session())
        self.opened: dict[tuple[int, date], list[tuple[int, int]]] = {}

    def lanes(self, rows: Sequence[WorkRow]) -> list[WorkLane]:
        """Every row."""
        found = []
        for number, row in enumerate(rows):
            strokes, high = self._strokes(row) if self.by_hour else ((), 1)
            css = f"l{min(high, MOST_LANES)}" + " left" * row.is_left
            found.append(WorkLane(row, css, self._slots(row, number), strokes))
        return found

    def _slots(self, row: WorkRow, number: int) -> list[Slot]:
        """One per day, by the hour only the day itself; what was under way before the first day stands on that."""
        days = [self.columns[0].day] if self.by_hour else [column.day for column in self.columns]
        bounds = [(self.scale.start, self.scale.end)] if self.by_hour else list(pairwise(self.scale.bounds))
        places: defaultdict[int, list[Job]] = defaultdict(list)
        for job in row.jobs:
            begins = max(job.start, self.scale.start)
            place = next((n for n, (start, end) in enumerate(bounds) if start <= begins < end), None)
            if place is not None:
                places[place].append(job)
        return [self._slot(row, day, places.get(place, []), f"{self.first_key}{number}-{place}") for place, day in enumerate(days)]

    def _slot(self, row: WorkRow, day: date, jobs: list[Job], key: str) -> Slot:
        gone, back = (sum(1 for job in jobs if job.kind in kinds) for kinds in (OUT, BACK))
        pieces = [job.piece for job in jobs if self.scale.start <= job.start]  # what began earlier was counted then
        here = self._hours(row, day)
        able = room(here, row.hand.people) if row.hand and self.by == "crews" else None
        over = self._over(row, jobs, pieces, able)
        css = " ".join(filter(None, ("shut" * (not here), "over" * bool(over), self._level(load(pieces), able))))
        return Slot(day, jobs, (gone, back, len(jobs) - gone - back), load(pieces), able, over, css, key)

    def _over(self, row: WorkRow, jobs: Sequence[Job], pieces: Sequence[Piece], able: int | None) -> Over | None:
        """What is too much of a day's work."""
        if able is not None and is_over(pieces, able):
            if not able:
                return Over(_("gesloten"), _("werk op een gesloten dag"))
            return Over(_("te vol"), _("te vol: %(load)s van %(room)s") % {"load": lasting(load(pieces)), "room": lasting(able)})
        when = {"when": ", ".join(map(self._between, self._too_many(row, jobs)))}
        if not when["when"]:
            return None
        if self.by == "vehicles":
            return Over(_("dubbel"), _("dubbel: %(when)s") % when)
        return Over(_("te weinig mensen"), _("te weinig mensen: %(when)s") % when)

    def _level(self, minutes: int, able: int | None) -> str:
        """How full the day is, in eighths."""
        return f"f{min(EIGHTHS, max(1, EIGHTHS * minutes // able))}" if able and minutes else ""

    def _between(self, stretch: tuple[int, int]) -> str:
        start, end = (datetime.fromtimestamp(moment, UTC) for moment in stretch)
        return f"{moments.clock(start, language())}–{moments.clock(end, language())}"

    def _strokes(self, row: WorkRow) -> tuple[list[list[Stroke]], int]:
        """The jobs of the day as bars in lanes, and where there are too many of them below; with the number of lanes."""
        jobs = [job for job in row.jobs if self.scale.span(job.start, job.end)]
        held = [Held(job.start, job.end, 1, job.kind, "") for job in jobs]
        placed = lanes(held)
        found: list[list[Stroke]] = [[] for _column in self.columns]
        for job, lane, free in zip(jobs, placed, rooms(self.scale, held, placed), strict=True):
            css = f"bar job {'done' if job.done else 'begun' if job.begun else 'planned'} t{min(lane, MOST_LANES - 1)} r{free}"
            self._put(found, job.start, job.end, Stroke(css, job), free)
        for stretch in self._too_many(row, jobs):
            self._put(found, *stretch, Stroke("clash", None, self._between(stretch)))
        return found, max(placed, default=0) + 1

    def _put(self, found: list[list[Stroke]], start: int, end: int, stroke: Stroke, free: int = 0) -> None:
        """A label stands behind a bar that is too short for it, when there is more room for it there (in quarters of a column)."""
        span = self.scale.span(start, end)
        if span:
            inside = span.columns * QUARTERS + span.parts * QUARTERS // PARTS
            beside = " out" * (inside < LABEL < free - inside)
            found[span.column].append(stroke._replace(css=f"{stroke.css} a{span.offset} d{span.columns} p{span.parts}{beside}"))

    def _too_many(self, row: WorkRow, jobs: Sequence[Job]) -> list[tuple[int, int]]:
        if row.hand is None:
            return []
        if self.by == "vehicles":
            return clashes([job.piece._replace(people=1) for job in jobs], 1)
        return clashes([job.piece for job in jobs], row.hand.people)

    def _hours(self, row: WorkRow, day: date) -> list[tuple[int, int]]:
        """When the place of a row is open on a day; of a crew or vehicle without one, the longest of its authority, else a working day."""
        if row.hand is None and row.depot is None:
            return [(0, WORKING_DAY * 60)]
        own = row.depot or (row.hand.depot if row.hand else None)
        if own:
            return self._open(own, day)
        places = [depot for depot in self.known.depots.values() if row.hand and depot.authority == row.hand.authority]
        found = [self._open(depot, day) for depot in places]
        return max(found, key=lambda slots: sum(end - start for start, end in slots), default=[(0, WORKING_DAY * 60)])

    def _open(self, depot: DepotCard, day: date) -> list[tuple[int, int]]:
        if (depot.id, day) not in self.opened:
            slots = slots_on(depot.calendar, day)
            self.opened[depot.id, day] = [(int(slot.start.timestamp()), int(slot.end.timestamp())) for slot in slots]
        return self.opened[depot.id, day]


def clock_of(job: Job) -> str:
    """`08:00–09:30`; what ends on another day with that day."""
    start, end = period((job.start, job.end)).start, period((job.start, job.end)).end
    began, ended = moments.clock(start, language()), moments.clock(end, language())
    if local(start).date() == local(end).date():
        return f"{began}–{ended}"
    return f"{began} – {moments.short_day(local(end).date(), language())} {ended}"
