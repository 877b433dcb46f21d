"""What came of an inspection, or that none came: the asset is out of service, whoever asks, and each promise hit is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.conflicts import lasting_facts, open_conflicts
from booking.queries.maintenance.history import get_upkept
from booking.rules.kinds import InspectionVerdict, Upkeep
from booking.rules.maintenance import Condition, condition_on
from booking.rules.periods import start_of
from booking.rules.refusals import NotFound, Refused
from booking.services import handovers, incidents, maintenance
from models import Fact, Inspection, WorkOrder
from tests.services.maintenance.stage import CREW, PLATFORM, hit, in_order, lend_platform, order, plan, record, task
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

FAILED, REMARKS = InspectionVerdict.FAILED, InspectionVerdict.REMARKS
SOON = period("2027-05-12 09:00", "2027-05-13 16:00")
LATER = period("2027-06-15 09:00", "2027-06-16 16:00")
LAST = date(2027, 5, 20)  # of its validity in the demo region


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def fact(world: World) -> Fact | None:
    """What keeps the platform out of service."""
    mine = select(Fact).where(Fact.asset_id == world.asset(PLATFORM).id, Fact.kind == "uninspected", Fact.ended_at.is_(None))
    return world.session.scalars(mine.execution_options(populate_existing=True)).one_or_none()


@on_both_engines
def test_what_fails_is_out_of_service_and_every_reservation_is_a_conflict_until_it_passes(world: World):
    soon, later = lend_platform(world, SOON), lend_platform(world, LATER)
    record(world, date(2027, 3, 1), FAILED)
    assert sorted(hit(world)) == sorted([soon, later])
    assert (fact(world).starts_at, fact(world).ends_at) == (world.now, None)
    assert len(world.mails("line_hit")) == 2
    with pytest.raises(Refused, match="request_refused"):
        lend_platform(world, period("2027-08-03 09:00", "2027-08-04 16:00"))
    assert in_order(world)
    world.now = moment("2027-03-09 15:00")
    record(world, date(2027, 3, 9))
    assert hit(world) == []
    assert fact(world) is None
    assert len(world.mails("line_safe")) == 2
    assert world.asset(PLATFORM).inspections[-1].until == date(2027, 6, 9)
    assert in_order(world)


def test_nobody_ends_it_but_an_inspection_that_passed(world):
    record(world, date(2027, 3, 1), FAILED)
    for who in (CREW, cast.DESK_ZANDHOVEN):
        with pytest.raises(Refused, match="fact_wants_inspection"):
            incidents.end_fact(world.session, world.actor(who), fact(world).id, world.now)
    assert [found.kind for found in lasting_facts(world.session, world.actor(CREW), world.now)] == ["uninspected"]


@pytest.mark.parametrize("who", [cast.TECHNICIAN_ZANDHOVEN, cast.DESK_ZANDHOVEN])
def test_nobody_hands_over_what_failed_even_where_the_desk_let_the_conflict_stand(world, who):
    reference = lend_platform(world, SOON)
    world.now = world.line(reference).custody_start - timedelta(hours=1)
    record(world, date(2027, 5, 12), FAILED)
    [conflict] = open_conflicts(world.session, world.actor(cast.DESK_ZANDHOVEN))
    incidents.resolve_conflict(world.session, world.actor(cast.DESK_ZANDHOVEN), conflict.id, "accepted", world.now, "wordt nog gekeurd")
    world.now += timedelta(hours=1)
    with pytest.raises(Refused, match="handover_refused") as refused:
        handovers.hand_over(world.session, world.actor(who), reference, 1, world.now, "dringend", override=True)
    assert "inspection_failed" in [found.code for found in refused.value.details["findings"]]


def test_a_repair_and_a_new_inspection_are_planned_while_it_is_out_of_service(world):
    record(world, date(2027, 3, 1), FAILED, repair=True, repair_by=date(2027, 3, 20))
    [repair] = world.session.scalars(select(WorkOrder).where(WorkOrder.kind == "repair"))
    assert (repair.state, repair.note, repair.due_on) == ("proposed", "Noodafdaling werkt niet", date(2027, 3, 20))
    mend, visit = period("2027-03-03 09:00", "2027-03-03 12:00"), period("2027-03-04 09:00", "2027-03-04 11:00")
    assert plan(world, mend, Upkeep.REPAIR, order=repair.id) == repair.id
    again = plan(world, visit)
    assert world.held(f"fact:{fact(world).id}")[:2] == [(world.now, mend.start, 1), (mend.end, visit.start, 1)]
    assert in_order(world)
    maintenance.call_off(world.session, world.actor(CREW), again, world.now, "later")
    assert world.held(f"fact:{fact(world).id}")[0] == (world.now, mend.start, 1)
    assert world.held(f"fact:{fact(world).id}")[1][0] == mend.end
    world.now = moment("2027-03-03 11:00")
    maintenance.finish(world.session, world.actor(CREW), repair.id, date(2027, 3, 3), world.now)
    assert task(world, repair.id) == ("repair", "done", 1)
    record(world, date(2027, 3, 3))
    assert fact(world) is None
    assert in_order(world)


@on_both_engines
def test_what_lapses_is_out_of_service_at_that_moment_and_only_for_as_long_as_it_takes_to_inspect_it(world: World):
    soon = lend_platform(world, period("2027-05-25 09:00", "2027-05-26 16:00"))
    later = lend_platform(world, LATER)
    last = start_of(LAST + timedelta(days=1))
    world.now = last - timedelta(seconds=1)
    maintenance.find_lapsed(world.session, world.now)
    assert fact(world) is None
    world.now = last
    maintenance.find_lapsed(world.session, world.now)
    assert (fact(world).starts_at, fact(world).ends_at) == (last, start_of(date(2027, 6, 5)))  # fourteen days to arrange one
    assert hit(world) == [soon]
    assert world.line(later).state == "approved"
    assert maintenance.find_lapsed(world.session, world.now) >= 1  # nothing more happens that day
    assert len(world.mails("line_hit")) == 1
    assert in_order(world)
    world.now += timedelta(days=3)
    maintenance.find_lapsed(world.session, world.now)
    assert fact(world).ends_at == start_of(date(2027, 6, 8))
    assert in_order(world)


def test_what_lapsed_is_out_of_service_until_the_visit_that_is_planned(world):
    before, after = (lend_platform(world, period(f"{day} 09:00", f"{day} 16:00")) for day in ("2027-05-25", "2027-06-01"))
    visit = period("2027-05-28 09:00", "2027-05-28 11:00")
    key = plan(world, visit)
    world.now = start_of(LAST + timedelta(days=1))
    maintenance.find_lapsed(world.session, world.now)
    assert (fact(world).ends_at, hit(world)) == (visit.end, [before])
    assert in_order(world)
    world.now = visit.end + timedelta(minutes=10)  # and nobody wrote what came of it
    maintenance.find_lapsed(world.session, world.now)
    assert sorted(hit(world)) == sorted([before, after])
    record(world, date(2027, 5, 28))
    assert (hit(world), order(world, key).state, order(world, key).done_on) == ([before], "done", date(2027, 5, 28))
    assert task(world, key) == ("inspect", "done", 1)
    assert in_order(world)


@pytest.mark.parametrize(
    ("use", "conflict"),
    [
        (period("2027-05-20 09:00", "2027-05-20 16:00"), False),  # back on the last valid day, cleaned after it
        (period("2027-05-20 09:00", "2027-05-21 16:00"), True),
        (period("2027-06-04 15:59", "2027-06-04 16:00"), True),
        (period("2027-06-07 08:00", "2027-06-07 16:00"), False),
    ],
)
def test_a_lapse_counts_for_who_has_it_on_a_day_that_is_not_covered(world, use, conflict):
    reference = lend_platform(world, use)
    world.now = start_of(LAST + timedelta(days=1))
    maintenance.find_lapsed(world.session, world.now)
    assert (reference in hit(world)) == conflict
    assert in_order(world)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"on": date(2027, 3, 2)}, "day_in_future"),
        ({"on": date(1927, 3, 1)}, "day_long_ago"),
        ({"until": date(2027, 6, 2)}, "validity_outside"),  # one day longer than three months
        ({"until": date(2027, 2, 28)}, "validity_outside"),
        ({"until": date(2027, 5, 31)}, "field_required"),  # shorter, without a reason
    ],
)
def test_an_outcome_that_cannot_be_is_refused(world, more, refusal):
    with pytest.raises(Refused, match=refusal):
        record(world, more.pop("on", date(2027, 3, 1)), **more)
    assert fact(world) is None


def test_a_shorter_validity_has_a_reason_that_is_kept_and_remarks_are_wanted(world):
    key = record(world, date(2027, 3, 1), until=date(2027, 4, 1), reason="tijdelijk, tot de lier vervangen is")
    kept = world.session.get_one(Inspection, key)
    assert (kept.valid_until, kept.reason, kept.recorded_at) == (date(2027, 4, 1), "tijdelijk, tot de lier vervangen is", world.now)
    outcome = maintenance.Outcome(date(2027, 3, 1), "Bout", REMARKS)
    with pytest.raises(Refused, match="field_required"):
        maintenance.record_inspection(world.session, world.actor(CREW), world.asset(PLATFORM).id, outcome, world.now)


def test_what_passed_with_remarks_has_passed(world):
    record(world, date(2027, 3, 1), REMARKS)
    assert condition_on(world.asset(PLATFORM).inspections, date(2027, 3, 1)) is Condition.VALID


def test_what_was_recorded_wrongly_is_put_right_and_both_stay(world):
    reference = lend_platform(world, SOON)
    wrong = record(world, date(2027, 3, 1), FAILED)
    assert hit(world) == [reference]
    right = record(world, date(2027, 3, 1), succeeds=wrong)
    assert hit(world) == []
    shown = get_upkept(world.session, world.actor(CREW), world.asset(PLATFORM).id, world.now)
    assert [(each.id, each.right) for each in shown.inspections[:2]] == [(right, True), (wrong, False)]
    with pytest.raises(NotFound):
        record(world, date(2027, 3, 1), succeeds=wrong)
    assert in_order(world)


def test_an_old_report_that_is_recorded_afterwards_leaves_what_is_planned(world):
    key = plan(world, period("2027-05-18 09:00", "2027-05-18 11:00"))
    record(world, date(2027, 2, 1))
    assert order(world, key).state == "planned"


def test_what_needs_no_inspection_is_never_out_of_service_for_want_of_one(world):
    world.inspect("RAN-GEL-01", date(2026, 1, 1), date(2026, 4, 1))
    maintenance.find_lapsed(world.session, world.now)
    assert catalogue(world.session).assets[world.asset("RAN-GEL-01").id].id not in set(world.session.scalars(select(Fact.asset_id)))
