"""The depot's day: what is missing is what the counter would refuse, in a number of questions that does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.lines import judge_standing, periods_of, standing, wanted_of
from booking.queries.today import WorkingDay, missing_of, week_of, working_day
from booking.rules.admission import missing_at_handover
from booking.rules.kinds import TaskKind
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services.handovers import hand_over
from models import Crew, Line, Task
from tests.services.asks import JULY, JUNE
from tests.services.world import World
from tests.support.engines import on_both_engines

DAY = date(2027, 6, 12)
"""A Saturday, on which the depot of Ranst is open."""


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@contextmanager
def asked(world: World) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        sent.append(statement)

    engine = world.session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def on(world: World, day: date = DAY, at: datetime | None = None, email: str = cast.TECHNICIAN_RANST, **narrowed) -> WorkingDay:
    world.session.rollback()
    return working_day(world.session, world.actor(email), at or world.now, day, **narrowed)


def plan(world: World, line: Line, kind: TaskKind, **changed) -> None:
    """One more piece of work for a line, as another would have it."""
    like = world.session.scalars(select(Task).where(Task.line_id == line.id)).first()
    values = {column.name: getattr(like, column.name) for column in Task.__table__.columns if column.name != "id"}
    world.session.add(Task(**{**values, "kind": kind, **changed}))
    world.session.commit()


def test_what_is_missing_is_what_the_counter_would_refuse(world: World) -> None:
    lent = [
        (cast.HALL_RANST, JUNE, cast.DESK_RANST, {}), (cast.BARRIERS_RANST, JUNE, cast.DESK_RANST, {"units": 20}),
        (cast.STAGE_ZANDHOVEN, JUNE, cast.DESK_ZANDHOVEN, {}), (cast.TRAILER_WOMMELGEM, JUNE, cast.DESK_WOMMELGEM, {}),
        (cast.KIT_RANST, JULY, cast.DESK_RANST, {}),
    ]  # fmt: skip
    references = [(world.lend(code, use, desk, **more), desk) for code, use, desk, more in lent]
    known, session = catalogue(world.session), world.session
    told = missing_of(session, known, [world.line(reference).id for reference, _ in references], world.now)
    for reference, desk in references:
        found = standing(session, world.actor(desk), "line.hand_over", reference, 1)
        wanted = replace(wanted_of(known, found.line), kept=periods_of(found.line))
        counter = missing_at_handover(judge_standing(session, known, found, wanted, world.now).findings)
        assert told.get(found.line.id, []) == counter, reference
    assert any(told.values()), "somebody must bring something, or this proves nothing"


@on_both_engines
def test_a_day_holds_what_leaves_comes_back_and_is_done_and_each_is_counted(world: World) -> None:
    reference = world.lend(cast.BARRIERS_RANST, JUNE, units=20)
    day = on(world)
    assert (day.total, day.done, day.counts["out"], day.counts["back"]) == (1, 0, 1, 0)
    (shed,) = day.sheds
    (card,) = shed.here
    assert (card.kind, card.way, card.loan.reference, card.loan.units, card.step) == ("hand_out", "out", reference, 20, "hand_over")
    hand_over(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, "Al gebracht", override=True)
    after = on(world)
    assert (after.total, after.done, [card.kind for card in after.sheds[0].done]) == (1, 1, ["hand_out"])
    back = local(world.line(reference).custody_end).date()
    assert on(world, back).counts["back"] == 1
    late = on(world, back + timedelta(days=3), at=world.line(reference).custody_end + timedelta(days=3))
    assert late.counts["late"] == 2
    assert [card.kind for card in late.sheds[0].before] == ["take_back", "check"], "what is counted when it is back waits with it"
    assert on(world, back, email=cast.TECHNICIAN_WOMMELGEM).sheds == [], "another municipality's work is not shown"
    assert on(world, depot=0).sheds == []


def test_what_is_driven_is_in_the_order_of_the_road_and_says_of_what_nobody_knows_the_place(world: World) -> None:
    line = world.line(world.lend(cast.BARRIERS_RANST, JUNE, units=20))
    for place in ("Kerkstraat 1, Brecht", "Dorpsplein, Wommelgem", "Zandhoven", "ergens"):
        plan(world, line, TaskKind.DELIVER, place=place, place_kind="site")
    (drive,) = on(world).sheds[0].drives
    assert [visit.place for visit in drive.visits] == ["Dorpsplein, Wommelgem", "Zandhoven", "Kerkstraat 1, Brecht", "ergens"]
    assert [visit.km is None for visit in drive.visits] == [False, False, False, True]
    assert (drive.crew, drive.unplaced, drive.by_distance) == (None, 1, True)


def test_each_crew_has_a_way_of_its_own(world: World) -> None:
    line, ranst = world.line(world.lend(cast.BARRIERS_RANST, JUNE, units=20)), cast.authority_id(world.session, cast.RANST)
    crews = [Crew(authority_id=ranst, name=name) for name in ("Zuid", "Noord")]
    world.session.add_all(crews)
    world.session.commit()
    for crew, place in ((crews[0], "Wommelgem"), (crews[1], "Brecht"), (crews[0], "Zandhoven"), (None, "Schilde"), (crews[0], "Wommelgem")):
        plan(world, line, TaskKind.DELIVER, place=place, place_kind="site", crew_id=crew.id if crew else None)
    drives = on(world).sheds[0].drives
    assert [(drive.crew, [(visit.place, len(visit.cards)) for visit in drive.visits]) for drive in drives] == [
        ("Noord", [("Brecht", 1)]), ("Zuid", [("Wommelgem", 2), ("Zandhoven", 1)]), (None, [("Schilde", 1)]),
    ]  # fmt: skip


@on_both_engines
def test_of_much_that_was_never_ticked_off_the_latest_is_listed_and_all_of_it_counted(world: World) -> None:
    line = world.line(world.lend(cast.BARRIERS_RANST, JUNE, units=20))
    start = line.custody_start
    for n in range(1, 56):
        then, over = start - timedelta(days=n), start - timedelta(days=n, hours=-1)
        plan(world, line, TaskKind.CLEAN, starts_at=then, ends_at=over, window_start=then, window_end=over)
    day = on(world, at=start)
    (shed,) = day.sheds
    assert (len(shed.before), day.left, day.counts["late"], day.total) == (50, 5, 55, 56)
    assert min(card.day for card in shed.before) == DAY - timedelta(days=50)
    assert [(place.name, count) for place, count in day.depots] == [("Loods Ranst", 56)]


def test_many_pieces_of_work_take_as_many_questions_as_few(world: World) -> None:
    lines = [world.line(world.lend(cast.BARRIERS_RANST, JUNE, units=2)) for _ in range(2)]
    on(world)
    with asked(world) as few:
        on(world)
    for line in lines:
        for n in range(15):
            plan(world, line, list(TaskKind)[n % 12], place=f"Straat {n}, Ranst", place_kind="site" if n % 2 else "depot")
    on(world)
    with asked(world) as many:
        assert on(world).total == 32
    assert len(many) == len(few)
    assert len(many) <= 12


def test_a_week_is_for_who_may_see_the_depot_and_holds_seven_days(world: World) -> None:
    depot = cast.depot_id(world.session, "Loods Ranst")
    world.lend(cast.BARRIERS_RANST, JUNE, units=20)
    week = week_of(world.session, world.actor(cast.TECHNICIAN_RANST), depot, DAY, world.now)
    assert [day.isoformat() for day, _cards in week.days] == [f"2027-06-{n:02}" for n in range(7, 14)]
    assert [len(cards) for _day, cards in week.days] == [0, 0, 0, 0, 0, 1, 0]
    with pytest.raises(NotFound):
        week_of(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), depot, DAY, world.now)
    with pytest.raises(NotFound):
        week_of(world.session, world.actor(cast.TECHNICIAN_RANST), 999_999, DAY, world.now)
