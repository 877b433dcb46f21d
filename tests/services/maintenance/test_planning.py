"""An inspection is planned between two loans: it takes a time of its own, or says which loan stands in the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.maintenance.due import due_list
from booking.queries.maintenance.room import room_for
from booking.rules.kinds import Upkeep
from booking.rules.refusals import NotFound, Refused, Taken
from booking.services import maintenance, reservations
from booking.services.maintenance import PlanTerms, Visit
from models import MaintenancePlan, Occupancy, WorkOrder
from tests.services.maintenance.stage import BODY, CREW, PLATFORM, in_order, lend_platform, order, plan, task
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

MORNING = period("2027-05-11 09:00", "2027-05-11 11:00")  # a Tuesday; its last inspection is good until 20 May
AFTERNOON = period("2027-05-11 13:00", "2027-05-11 15:00")
LOAN = period("2027-05-12 09:00", "2027-05-13 16:00")


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@on_both_engines
def test_a_planned_inspection_takes_its_time_and_is_in_the_crews_calendars(world: World):
    key = plan(world, MORNING)
    assert (order(world, key).state, order(world, key).body) == ("planned", BODY)
    assert world.held(f"order:{key}") == [(MORNING.start, MORNING.end, 1)]
    assert world.session.scalars(select(Occupancy.kind).where(Occupancy.holder == f"order:{key}")).all() == ["maintenance"]
    assert task(world, key) == ("inspect", "planned", 0)
    assert in_order(world)


@on_both_engines
def test_it_never_takes_a_time_from_a_loan_nor_a_loan_from_it(world: World):
    lend_platform(world, LOAN)
    with pytest.raises(Taken, match="upkeep_taken"):
        plan(world, period("2027-05-12 10:00", "2027-05-12 12:00"))
    assert world.session.scalars(select(WorkOrder)).all() == []
    plan(world, MORNING)
    with pytest.raises(Taken):
        lend_platform(world, period("2027-05-11 08:00", "2027-05-11 16:00"))
    assert in_order(world)


def test_it_is_moved_with_its_task_and_its_old_time_is_free_again(world):
    key = plan(world, MORNING)
    assert plan(world, AFTERNOON) == key
    assert world.held(f"order:{key}") == [(AFTERNOON.start, AFTERNOON.end, 1)]
    assert task(world, key) == ("inspect", "planned", 1)
    assert plan(world, period("2027-05-11 13:30", "2027-05-11 15:30")) == key  # over its own time
    assert in_order(world)


def test_what_is_called_off_is_free_and_the_calendars_say_so(world):
    key = plan(world, MORNING)
    with pytest.raises(Refused, match="field_required"):
        maintenance.call_off(world.session, world.actor(CREW), key, world.now, " ")
    maintenance.call_off(world.session, world.actor(CREW), key, world.now, "keurder ziek")
    assert (order(world, key).state, order(world, key).note) == ("cancelled", "keurder ziek")
    assert world.held(f"order:{key}") == []
    assert task(world, key) == ("inspect", "cancelled", 1)
    with pytest.raises(NotFound):
        maintenance.call_off(world.session, world.actor(CREW), key, world.now, "nog eens")
    assert in_order(world)


def test_a_time_that_lapsed_option_held_is_free_to_plan(world):
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    reference = world.ask(PLATFORM, period("2027-06-08 09:00", "2027-06-09 16:00"), operator=operator, **who)
    world.now = world.line(reference).holds_until
    plan(world, period("2027-06-08 10:00", "2027-06-08 12:00"))
    assert world.line(reference).state == "expired"
    assert in_order(world)


@pytest.mark.parametrize(
    ("time", "refusal"),
    [
        (period("2027-02-28 09:00", "2027-02-28 11:00"), "time_in_past"),
        (period("2027-05-11 09:00", "2027-07-11 11:00"), "upkeep_too_long"),
        (period("2031-05-12 09:00", "2031-05-12 11:00"), "horizon_ledger"),
    ],
)
def test_a_time_that_cannot_be_is_refused(world, time, refusal):
    with pytest.raises(Refused, match=refusal):
        plan(world, time)


@pytest.mark.parametrize("who", [cast.TECHNICIAN_WOMMELGEM, cast.ORGANISER, cast.FINANCE_RANST])
def test_to_who_does_not_look_after_it_there_is_no_such_thing(world, who):
    key = plan(world, MORNING)
    actor, asset = world.actor(who), world.asset(PLATFORM).id
    for act in (
        lambda: plan(world, AFTERNOON, who=who),
        lambda: maintenance.call_off(world.session, actor, key, world.now, "x"),
        lambda: maintenance.finish(world.session, actor, key, date(2027, 3, 1), world.now),
        lambda: maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(6, "", 60, 7), world.now),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_times_proposed_lie_after_the_last_loan_and_before_it_lapses(world):
    lend_platform(world, period("2027-05-17 09:00", "2027-05-18 16:00"))  # Whit Monday and Tuesday
    room = room_for(world.session, world.asset(PLATFORM), Upkeep.INSPECTION, world.now)
    assert room.windows
    assert not room.short
    assert room.in_the_way == ()
    latest = room.windows[0].time
    assert moment("2027-05-18 16:00") <= latest.start < latest.end <= room.until == moment("2027-05-21 00:00")
    for window in room.windows:
        key = plan(world, window.time)
    assert in_order(world)
    assert order(world, key).state == "planned"


def test_where_nothing_is_free_before_it_lapses_the_loan_in_the_way_is_named(world):
    world.now = moment("2027-05-11 17:00")
    first = lend_platform(world, period("2027-05-19 08:00", "2027-05-20 16:00"))
    long = lend_platform(world, period("2027-05-12 08:00", "2027-05-18 16:00"))
    room = room_for(world.session, world.asset(PLATFORM), Upkeep.INSPECTION, world.now)
    assert room.windows == []
    assert {loan.reference for loan in room.in_the_way} == {first, long}
    reservations.cancel(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), first, world.now)
    assert room_for(world.session, world.asset(PLATFORM), Upkeep.INSPECTION, world.now).windows


def test_due_comes_first_what_is_most_pressing_with_the_loans_it_would_stop(world):
    within, beyond = lend_platform(world, LOAN), lend_platform(world, period("2027-05-25 09:00", "2027-05-26 16:00"))
    later = lend_platform(world, period("2027-06-08 09:00", "2027-06-09 16:00"))
    [view] = due_list(world.session, world.actor(CREW), world.now)
    assert (view.asset.code, view.due.until, view.due.plan.every_months) == (PLATFORM, date(2027, 5, 20), 3)
    assert [loan.reference for loan in view.stops] == [beyond, later]
    assert within not in {loan.reference for loan in view.too_late}
    plan(world, period("2027-06-01 09:00", "2027-06-01 11:00"))
    [view] = due_list(world.session, world.actor(CREW), world.now)
    assert [loan.reference for loan in view.too_late] == [beyond]
    assert view.order.time == period("2027-06-01 09:00", "2027-06-01 11:00")


def test_a_plan_is_succeeded_and_never_overwritten(world):
    actor, asset = world.actor(CREW), world.asset(PLATFORM).id
    first = maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(6, "", 240, 7), world.now)
    assert maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(6, "", 240, 7), world.now) == first
    world.now += timedelta(days=40)
    second = maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(12, "Garage", 240, 7), world.now)
    rows = world.session.execute(select(MaintenancePlan.id, MaintenancePlan.valid_until, MaintenancePlan.succeeds_id)).all()
    assert [tuple(row) for row in rows] == [(first, date(2027, 4, 9), None), (second, None, first)]
    assert world.asset(PLATFORM).plan(Upkeep.MAINTENANCE, date(2027, 4, 9)).every_months == 6
    assert world.asset(PLATFORM).plan(Upkeep.MAINTENANCE, date(2027, 4, 10)).every_months == 12
    maintenance.end_plan(world.session, actor, asset, Upkeep.MAINTENANCE, world.now)
    assert world.asset(PLATFORM).plan(Upkeep.MAINTENANCE, date(2027, 4, 10)) is None
    for months in (0, 121):
        with pytest.raises(Refused, match="plan_outside"):
            maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(months, "", 60, 7), world.now)


def test_maintenance_that_is_done_frees_the_rest_of_its_time_and_counts_from_that_day(world):
    actor, asset = world.actor(CREW), world.asset(PLATFORM).id
    maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(6, "Garage", 240, 7), world.now)
    key = plan(world, MORNING, Upkeep.MAINTENANCE)
    world.now = moment("2027-05-11 10:00")
    with pytest.raises(Refused, match="day_in_future"):
        maintenance.finish(world.session, actor, key, date(2027, 5, 12), world.now)
    maintenance.finish(world.session, actor, key, date(2027, 5, 11), world.now, "olie ververst")
    assert world.held(f"order:{key}") == [(MORNING.start, world.now, 1)]
    assert task(world, key) == ("maintain", "done", 1)
    found = {view.kind: view.due for view in due_list(world.session, actor, world.now, None)}
    assert (found[Upkeep.MAINTENANCE].last, found[Upkeep.MAINTENANCE].until) == (date(2027, 5, 11), date(2027, 11, 11))
    assert in_order(world)


def test_what_is_due_proposes_itself_once_and_reminds_each_week_until_it_is_planned(world):
    mine = select(WorkOrder).where(WorkOrder.asset_id == world.asset(PLATFORM).id)
    world.now = moment("2027-04-05 06:00")
    maintenance.propose_due(world.session, world.now)
    assert world.session.scalars(mine).all() == []  # 45 days before it lapses
    world.now = moment("2027-04-06 06:00")
    assert maintenance.propose_due(world.session, world.now) == 1
    [proposed] = world.session.scalars(mine)
    assert (proposed.state, proposed.due_on, proposed.starts_at) == ("proposed", date(2027, 5, 20), None)
    assert maintenance.propose_due(world.session, world.now) == 0
    told = world.mails("upkeep_due").count("uitleendienst@zandhoven.example")
    assert told == 1
    world.now = moment("2027-04-13 06:00")
    maintenance.propose_due(world.session, world.now)
    assert world.mails("upkeep_due").count("uitleendienst@zandhoven.example") == told + 1
    assert plan(world, MORNING) == proposed.id
    world.now = moment("2027-04-21 06:00")
    maintenance.propose_due(world.session, world.now)
    assert world.mails("upkeep_due").count("uitleendienst@zandhoven.example") == told + 1
    assert in_order(world)


def test_what_is_not_due_any_more_takes_its_proposal_back(world):
    actor, asset = world.actor(CREW), world.asset(PLATFORM).id
    maintenance.set_plan(world.session, actor, asset, Upkeep.MAINTENANCE, PlanTerms(1, "", 60, 7), world.now)
    maintenance.propose_due(world.session, world.now)
    mine = select(WorkOrder.state).where(WorkOrder.asset_id == asset, WorkOrder.kind == "maintenance")
    assert world.session.scalars(mine).all() == ["proposed"]
    maintenance.end_plan(world.session, actor, asset, Upkeep.MAINTENANCE, world.now)
    maintenance.propose_due(world.session, world.now)
    world.session.expire_all()
    assert world.session.scalars(mine).all() == ["cancelled"]


def test_of_two_who_plan_the_same_the_second_moves_it(world):
    first, second = plan(world, MORNING), plan(world, AFTERNOON, who=cast.DESK_ZANDHOVEN)
    assert first == second
    kept = world.session.scalars(select(WorkOrder.state).where(WorkOrder.kind == Upkeep.INSPECTION)).all()
    assert kept == ["planned"]
    assert Visit(MORNING).body == ""
