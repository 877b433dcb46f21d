"""The work of a loan in its order: what is fetched, brought and used in place; with its windows, its people and its vehicles."""

from __future__ import annotations

import pytest

from booking.rules.calendar import Calendar
from booking.rules.crew import LoanWork, Step, loan_work, plannable
from booking.rules.custody import NO_BUFFER, Buffer, periods
from booking.rules.kinds import TaskKind as K
from booking.rules.kinds import WorkPlace
from tests.rules.crew.times import HALL, HOLIDAY, NINE_TO_FIVE, TWO_SLOTS, at, span

Times = dict[K, tuple[str, str]]


def work(
    calendar: Calendar, use: tuple[str, str], minutes: dict[K, int], way: str = "pickup", *, before: Buffer = NO_BUFFER,
    after: Buffer = NO_BUFFER,
) -> LoanWork:  # fmt: skip
    """The work of a use, by how long each kind takes; `way` is `hall` for what is used in place."""
    in_place = way == "hall"
    held = periods(span(*use), calendar, before, after, in_place=in_place)
    return loan_work(held, calendar, {kind: Step(kind, length) for kind, length in minutes.items()}, way, in_place=in_place)


TUESDAY_TO_WEDNESDAY, WEEKEND, EVENING = ("15 10:00", "16 12:00"), ("19 12:00", "20 18:00"), ("19 19:00", "19 23:00")

TABLE: list[tuple[str, Calendar, tuple[str, str], str, dict[K, int], Times]] = [
    ("fetched without a plan: half an hour out and half an hour back", NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, "pickup", {},
     {K.HAND_OUT: ("15 10:00", "15 10:30"), K.TAKE_BACK: ("16 11:30", "16 12:00")}),
    ("as long as the plan says", NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, "pickup", {K.HAND_OUT: 90, K.TAKE_BACK: 15},
     {K.HAND_OUT: ("15 10:00", "15 11:30"), K.TAKE_BACK: ("16 11:45", "16 12:00")}),
    ("prepared before it goes, explained when it goes, then seen to in order", NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, "pickup",
     {K.PREPARE: 60, K.INSTRUCT: 20, K.CHECK: 15, K.EMPTY: 30, K.CLEAN: 45, K.REFUEL: 10, K.INSPECT: 30},
     {K.PREPARE: ("15 09:00", "15 10:00"), K.HAND_OUT: ("15 10:00", "15 10:30"), K.INSTRUCT: ("15 10:30", "15 10:50"),
      K.TAKE_BACK: ("16 11:30", "16 12:00"), K.CHECK: ("16 12:00", "16 12:15"), K.EMPTY: ("16 12:15", "16 12:45"),
      K.CLEAN: ("16 12:45", "16 13:30"), K.REFUEL: ("16 13:30", "16 13:40"), K.INSPECT: ("16 13:40", "16 14:10")}),
    ("over a weekend: out before Friday's closing, explanation included, and seen to on Monday", NINE_TO_FIVE, WEEKEND, "pickup",
     {K.PREPARE: 60, K.INSTRUCT: 30, K.CLEAN: 60},
     {K.PREPARE: ("18 15:00", "18 16:00"), K.HAND_OUT: ("18 16:00", "18 16:30"), K.INSTRUCT: ("18 16:30", "18 17:00"),
      K.TAKE_BACK: ("21 09:00", "21 09:30"), K.CLEAN: ("21 09:30", "21 10:30")}),
    ("from the opening on Monday until the closing on Friday: ready on the Friday before, clean on the Monday after", NINE_TO_FIVE,
     ("14 09:00", "18 17:00"), "pickup", {K.PREPARE: 60, K.CLEAN: 60},
     {K.PREPARE: ("11 16:00", "11 17:00"), K.HAND_OUT: ("14 09:00", "14 09:30"), K.TAKE_BACK: ("18 16:30", "18 17:00"),
      K.CLEAN: ("21 09:00", "21 10:00")}),
    ("what is set up is not, when it is fetched", NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, "pickup", {K.SET_UP: 60, K.LOAD: 30, K.TAKE_DOWN: 60},
     {K.HAND_OUT: ("15 10:00", "15 10:30"), K.TAKE_BACK: ("16 11:30", "16 12:00")}),
    ("brought without a plan: there when the use begins, collected when it is over", NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, "delivery", {},
     {K.DELIVER: ("15 09:30", "15 10:00"), K.COLLECT: ("16 12:00", "16 12:30")}),
    ("prepared, loaded, brought, set up, inspected and explained before the use; taken down, collected and counted after it", NINE_TO_FIVE,
     ("15 15:00", "16 10:00"), "delivery",
     {K.PREPARE: 60, K.LOAD: 30, K.DELIVER: 30, K.SET_UP: 120, K.INSPECT_SETUP: 30, K.INSTRUCT: 30, K.TAKE_DOWN: 60, K.COLLECT: 30,
      K.CHECK: 15},
     {K.PREPARE: ("15 10:00", "15 11:00"), K.LOAD: ("15 11:00", "15 11:30"), K.DELIVER: ("15 11:30", "15 12:00"),
      K.SET_UP: ("15 12:00", "15 14:00"), K.INSPECT_SETUP: ("15 14:00", "15 14:30"), K.INSTRUCT: ("15 14:30", "15 15:00"),
      K.TAKE_DOWN: ("16 10:00", "16 11:00"), K.COLLECT: ("16 11:00", "16 11:30"), K.CHECK: ("16 11:30", "16 11:45")}),
    ("brought for a weekend: on Friday; what the day cannot hold, on Thursday", NINE_TO_FIVE, WEEKEND, "delivery",
     {K.LOAD: 60, K.DELIVER: 60, K.SET_UP: 420, K.TAKE_DOWN: 240},
     {K.LOAD: ("17 16:00", "17 17:00"), K.DELIVER: ("18 09:00", "18 10:00"), K.SET_UP: ("18 10:00", "18 17:00"),
      K.TAKE_DOWN: ("21 09:00", "21 13:00"), K.COLLECT: ("21 13:00", "21 13:30")}),
    ("brought after a holiday: the day before that", HOLIDAY, ("17 09:30", "17 16:30"), "delivery", {K.LOAD: 30, K.DELIVER: 30},
     {K.LOAD: ("15 16:30", "15 17:00"), K.DELIVER: ("17 09:00", "17 09:30"), K.COLLECT: ("17 16:30", "17 17:00")}),
    ("set up over the pause at noon", TWO_SLOTS, ("15 14:00", "15 15:00"), "delivery", {K.DELIVER: 30, K.SET_UP: 300},
     {K.DELIVER: ("15 08:00", "15 08:30"), K.SET_UP: ("15 08:30", "15 14:00"), K.COLLECT: ("15 15:00", "15 15:30")}),
    ("a hall without a plan: opened and closed", HALL, EVENING, "hall", {},
     {K.OPEN_HALL: ("19 19:00", "19 19:30"), K.CLOSE_HALL: ("19 22:30", "19 23:00")}),
    ("a hall with everything", HALL, EVENING, "hall",
     {K.SET_UP: 60, K.KEY_OUT: 15, K.HEATING: 120, K.HALL_GUARD: 1, K.KEY_IN: 15, K.TAKE_DOWN: 30, K.CLEAN: 30},
     {K.SET_UP: ("19 18:00", "19 19:00"), K.KEY_OUT: ("19 18:45", "19 19:00"), K.HEATING: ("19 17:00", "19 19:00"),
      K.OPEN_HALL: ("19 19:00", "19 19:30"), K.HALL_GUARD: ("19 19:00", "19 23:00"), K.CLOSE_HALL: ("19 22:30", "19 23:00"),
      K.KEY_IN: ("19 23:00", "19 23:15"), K.TAKE_DOWN: ("19 23:00", "19 23:30"), K.CLEAN: ("19 23:30", "20 00:00")}),
    ("a hall that is left at its closing is clean the next morning", HALL, ("19 19:00", "20 00:00"), "hall", {K.CLEAN: 60, K.KEY_IN: 15},
     {K.OPEN_HALL: ("19 19:00", "19 19:30"), K.CLOSE_HALL: ("19 23:30", "20 00:00"), K.KEY_IN: ("20 08:00", "20 08:15"),
      K.CLEAN: ("20 08:00", "20 09:00")}),
    ("a hall whose building opens on weekdays: the key on Friday, cleaning on Monday, heating when it is needed", NINE_TO_FIVE, EVENING,
     "hall", {K.KEY_OUT: 15, K.HEATING: 90, K.CLEAN: 60},
     {K.KEY_OUT: ("18 16:45", "18 17:00"), K.HEATING: ("19 17:30", "19 19:00"), K.OPEN_HALL: ("19 19:00", "19 19:30"),
      K.CLOSE_HALL: ("19 22:30", "19 23:00"), K.CLEAN: ("21 09:00", "21 10:00")}),
    ("a hall through the night that is an hour short: who guards it is there two hours", HALL, ("03-28 01:00", "03-28 04:00"), "hall",
     {K.HALL_GUARD: 1},
     {K.OPEN_HALL: ("03-28 01:00", "03-28 01:30"), K.HALL_GUARD: ("03-28 01:00", "03-28 04:00"),
      K.CLOSE_HALL: ("03-28 03:30", "03-28 04:00")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("calendar", "use", "way", "minutes", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_when_the_crew_works(calendar: Calendar, use: tuple[str, str], way: str, minutes: dict[K, int], expected: Times) -> None:
    found = work(calendar, use, minutes, way)
    assert {each.kind: each.time for each in found.tasks} == {kind: span(*time) for kind, time in expected.items()}
    assert [each.kind for each in found.tasks] == [kind for kind in K if kind in expected]
    assert all(each.window.covers(each.time) for each in found.tasks)


def test_who_guards_a_hall_works_as_long_as_it_lasts() -> None:
    minutes = {each.kind: each.minutes for each in work(HALL, ("03-28 01:00", "03-28 04:00"), {K.HALL_GUARD: 1}, "hall").tasks}
    assert minutes[K.HALL_GUARD] == 120


def test_each_piece_of_work_has_its_place_people_and_vehicle() -> None:
    held = periods(span(*TUESDAY_TO_WEDNESDAY), NINE_TO_FIVE)
    steps = {K.PREPARE: Step(K.PREPARE, 30), K.DELIVER: Step(K.DELIVER, 60, 2, "towing"), K.CLEAN: Step(K.CLEAN, 60)}
    found = {each.kind: (each.place, each.people, each.vehicle) for each in loan_work(held, NINE_TO_FIVE, steps, "delivery").tasks}
    assert found == {
        K.PREPARE: (WorkPlace.DEPOT, 1, None), K.DELIVER: (WorkPlace.SITE, 2, "towing"), K.COLLECT: (WorkPlace.SITE, 1, None),
        K.CLEAN: (WorkPlace.DEPOT, 1, None),
    }  # fmt: skip
    assert {each.place for each in work(HALL, EVENING, {K.CLEAN: 30}, "hall").tasks} == {WorkPlace.HALL}


WINDOWS = [
    ("without buffers: the day itself", {}, {K.PREPARE: ("15 09:00", "15 10:00"), K.CHECK: ("16 12:00", "16 16:00"),
                                             K.CLEAN: ("16 13:00", "16 17:00")}),
    ("with an open day before and after", {"before": Buffer(0, 1), "after": Buffer(0, 1)},
     {K.PREPARE: ("14 09:00", "15 10:00"), K.CHECK: ("16 12:00", "17 16:00"), K.CLEAN: ("16 13:00", "17 17:00")}),
    ("with hours that end in the night", {"before": Buffer(4), "after": Buffer(8)},
     {K.PREPARE: ("15 09:00", "15 10:00"), K.CHECK: ("16 12:00", "16 16:00"), K.CLEAN: ("16 13:00", "16 17:00")}),
    ("with an hour that is too short", {"after": Buffer(1)},
     {K.PREPARE: ("15 09:00", "15 10:00"), K.CHECK: ("16 12:00", "16 16:00"), K.CLEAN: ("16 13:00", "16 17:00")}),
]  # fmt: skip


@pytest.mark.parametrize(("buffers", "expected"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
def test_between_which_moments_it_may_be_done(buffers: dict[str, Buffer], expected: Times) -> None:
    found = work(NINE_TO_FIVE, TUESDAY_TO_WEDNESDAY, {K.PREPARE: 60, K.CHECK: 60, K.CLEAN: 60}, **buffers)
    assert {each.kind: each.window for each in found.tasks if each.kind in expected} == {kind: span(*w) for kind, w in expected.items()}


def test_it_must_be_there_from_what_makes_it_ready_until_what_makes_it_good() -> None:
    needed = work(NINE_TO_FIVE, WEEKEND, {K.PREPARE: 60, K.CLEAN: 60}).needed
    assert (needed.start, needed.end) == (at("18 15:30"), at("21 10:30"))
    assert work(NINE_TO_FIVE, WEEKEND, {}).needed == span("18 17:00", "21 09:00")
    assert work(HALL, EVENING, {K.KEY_OUT: 15, K.HEATING: 120, K.KEY_IN: 15}, "hall").needed == span(*EVENING)


def test_a_thing_and_a_hall_ask_other_work() -> None:
    assert K.HEATING not in plannable(in_place=False)
    assert K.DELIVER not in plannable(in_place=True)
    assert {K.CLEAN, K.CHECK} <= {*plannable(in_place=False)} & {*plannable(in_place=True)}
    assert {K.REPAIR, K.MAINTAIN, K.OTHER}.isdisjoint({*plannable(in_place=False), *plannable(in_place=True)})
