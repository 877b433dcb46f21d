"""At the door every check runs once more; who comes back early, late, incomplete or not at all is written down as it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.conflicts import open_conflicts
from booking.queries.verify import violations
from booking.rules.lifecycle import IllegalMove
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import handovers, incidents
from models import Decision, Person, Qualification, Task
from tests.services.world import World, moment, period

SOUND = "RAN-GEL-01"
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")
WORKS = period("2027-06-15 08:00", "2027-06-15 16:00")


def out(world: World, reference: str, who: str = cast.TECHNICIAN_RANST, **more):
    return handovers.hand_over(world.session, world.actor(who), reference, 1, world.now, **more)


def back(world: World, reference: str, who: str = cast.TECHNICIAN_RANST, **more):
    return handovers.take_back(world.session, world.actor(who), reference, 1, world.now, **more)


def work(world: World) -> list[tuple[str, str, int]]:
    return [tuple(row) for row in world.session.execute(select(Task.kind, Task.state, Task.sequence).order_by(Task.id))]


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


@pytest.fixture
def sound(world: World) -> str:
    """The reference of an approved loan of Ranst's sound set, at the moment its custody begins."""
    reference = world.lend(SOUND, FEAST)
    world.now = world.line(reference).custody_start
    return reference


@pytest.fixture
def platform(world: World) -> str:
    """The reference of an approved loan of Zandhoven's aerial platform to Wommelgem, with an operator, as its custody begins."""
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    reference = world.lend(cast.PLATFORM_ZANDHOVEN, WORKS, cast.DESK_ZANDHOVEN, operator=operator, **who)
    world.now = world.line(reference).custody_start
    return reference


def test_a_loan_goes_out_comes_back_and_is_closed(world, sound):
    line = world.line(sound)
    out(world, sound)
    world.now = line.custody_end
    assert back(world, sound) is None
    handovers.close(world.session, world.actor(cast.DESK_RANST), sound, 1, world.now)
    assert world.moves(sound)[1:] == [("approved", "desk"), ("handed_over", "depot"), ("returned", "depot"), ("closed", "desk")]
    assert work(world) == [("prepare", "done", 1), ("hand_out", "done", 1), ("take_back", "done", 1), ("check", "planned", 0)]
    by = world.session.scalars(select(Task.done_by_id).where(Task.line_id == line.id, Task.state == "done"))
    assert set(by) == {world.actor(cast.TECHNICIAN_RANST).account_id}, "whoever stood at the counter"
    assert world.held(f"line:{line.id}") == [(line.blocked_start, line.blocked_end, 1)]
    assert world.mails("line_hand_over") == [cast.ORGANISER]
    assert world.mails("line_take_back") == [cast.ORGANISER]
    assert in_order(world)


def test_what_comes_back_early_is_free_once_it_is_made_ready(world, sound):
    out(world, sound)
    world.now = moment("2027-06-13 10:00")
    back(world, sound)
    line = world.line(sound)
    assert world.held(f"line:{line.id}") == [(line.blocked_start, world.now + timedelta(hours=2), 1)]
    assert world.ask(SOUND, period("2027-06-29 10:00", "2027-06-29 12:00"))
    assert in_order(world)


def test_what_goes_out_early_is_held_from_then_on(world, sound):
    line = world.line(sound)
    world.now = line.blocked_start - timedelta(hours=3)
    out(world, sound)
    assert world.line(sound).custody_start == world.now
    assert world.held(f"line:{line.id}") == [(world.now, line.blocked_end, 1)]
    assert in_order(world)


def test_what_someone_else_still_has_does_not_go_out_early(world, sound):
    line, asked = world.line(sound), world.now
    world.now = moment("2027-03-01 09:00")
    world.lend(SOUND, period("2027-06-10 10:00", "2027-06-10 12:00"))
    world.now = moment("2027-06-10 11:00")
    with pytest.raises(Taken):
        out(world, sound)
    assert world.line(sound).state == "approved"
    assert world.line(sound).custody_start == line.custody_start == asked


def test_an_expired_inspection_is_overridden_by_nobody(world, platform):
    world.inspect(cast.PLATFORM_ZANDHOVEN, date(2027, 6, 1), date(2027, 6, 14))
    for who in (cast.TECHNICIAN_ZANDHOVEN, cast.DESK_ZANDHOVEN):
        with pytest.raises(Refused, match="handover_refused") as refused:
            out(world, platform, who, override=True, reason="het is dringend")
        assert "inspection_expires" in [finding.code for finding in refused.value.details["findings"]]
    world.inspect(cast.PLATFORM_ZANDHOVEN, date(2027, 6, 14), date(2027, 9, 14))
    out(world, platform, cast.TECHNICIAN_ZANDHOVEN)
    assert world.line(platform).state == "handed_over"


def test_an_unqualified_operator_is_overridden_by_nobody(world, platform):
    world.inspect(cast.PLATFORM_ZANDHOVEN, date(2027, 6, 14), date(2027, 9, 14))
    named = select(Person.id).where(Person.name == cast.OPERATOR_WOMMELGEM)
    for held in world.session.scalars(select(Qualification).where(Qualification.person_id.in_(named))):
        held.valid_until = date(2027, 6, 14)
    world.session.commit()
    with pytest.raises(Refused, match="handover_refused") as refused:
        out(world, platform, cast.DESK_ZANDHOVEN, override=True, reason="hij kan het")
    assert "operator_expires" in [finding.code for finding in refused.value.details["findings"]]


def test_a_missing_licence_may_be_set_aside_by_the_desk_with_a_reason_that_is_kept(world):
    reference = world.lend(cast.STAGE_ZANDHOVEN, FEAST, cast.DESK_ZANDHOVEN)
    world.now = world.line(reference).custody_start
    with pytest.raises(Refused, match="handover_refused"):
        out(world, reference, cast.DESK_ZANDHOVEN)
    with pytest.raises(Refused, match="field_required"):
        out(world, reference, cast.DESK_ZANDHOVEN, override=True)
    with pytest.raises(NotAllowed):
        out(world, reference, cast.TECHNICIAN_ZANDHOVEN, override=True, reason="ik ken hem")
    found = out(world, reference, cast.DESK_ZANDHOVEN, override=True, reason="rijbewijs gezien aan de balie")
    kept = world.session.scalars(select(Decision).where(Decision.act == "hand_over")).one()
    assert kept.reason == "rijbewijs gezien aan de balie"
    assert [{**each, "set_aside": None} for each in kept.findings] == [{**finding.as_json(), "set_aside": None} for finding in found]
    assert {each["set_aside"] for each in kept.findings if "set_aside" in each} == {"rijbewijs gezien aan de balie"}
    assert "driver_missing" in [finding["code"] for finding in kept.findings]


def test_what_is_broken_goes_out_only_when_its_desk_accepted_that(world, sound):
    technician = world.actor(cast.TECHNICIAN_RANST)
    asset = world.asset(SOUND).id
    incidents.record_breakdown(world.session, technician, asset, world.now, moment("2027-06-12 12:00"), moment("2027-06-12 14:00"))
    with pytest.raises(Taken):
        out(world, sound)
    desk = world.actor(cast.DESK_RANST)
    [conflict] = open_conflicts(world.session, desk)
    incidents.resolve_conflict(world.session, desk, conflict.id, "accepted", world.now, "een box kraakt")
    out(world, sound)
    assert world.line(sound).state == "handed_over"
    assert in_order(world)


def test_nobody_came(world, sound):
    line = world.line(sound)
    world.now = line.custody_start - timedelta(minutes=1)
    with pytest.raises(Refused, match="no_show_too_early"):
        handovers.no_show(world.session, world.actor(cast.TECHNICIAN_RANST), sound, 1, world.now)
    world.now = line.custody_start + timedelta(hours=2)
    handovers.no_show(world.session, world.actor(cast.TECHNICIAN_RANST), sound, 1, world.now)
    assert world.moves(sound)[-1] == ("no_show", "depot")
    assert world.held(f"line:{line.id}") == [(line.blocked_start, world.now, 1)]
    assert {state for _, state, _ in work(world)} == {"cancelled"}
    assert in_order(world)


def test_a_loan_whose_time_is_over_does_not_go_out(world, sound):
    world.now = world.line(sound).custody_end
    with pytest.raises(Refused, match="time_in_past"):
        out(world, sound)


def test_what_was_not_handed_over_cannot_come_back_and_what_was_not_returned_cannot_be_closed(world, sound):
    with pytest.raises(IllegalMove):
        back(world, sound)
    with pytest.raises(IllegalMove):
        handovers.close(world.session, world.actor(cast.DESK_RANST), sound, 1, world.now)
    out(world, sound)
    with pytest.raises(IllegalMove):
        out(world, sound)
    with pytest.raises(IllegalMove):
        handovers.no_show(world.session, world.actor(cast.DESK_RANST), sound, 1, world.now)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (cast.TECHNICIAN_ZANDHOVEN, NotFound),
        (cast.RESIDENT_NIJLEN, NotFound),
        (cast.ORGANISER, NotAllowed),
        (cast.FINANCE_RANST, NotAllowed),
    ],
)
def test_only_the_depot_and_desk_of_the_owner_hand_over_and_take_back(world, sound, who, refusal):
    for act in (out, back):
        with pytest.raises(refusal):
            act(world, sound, who)
    with pytest.raises(refusal):
        handovers.no_show(world.session, world.actor(who), sound, 1, world.now)


def test_what_broke_that_morning_and_is_mended_stands_in_nobodys_way(world: World, sound: str) -> None:
    actor, asset = world.actor(cast.TECHNICIAN_RANST), world.asset(SOUND).id
    broken = incidents.record_breakdown(world.session, actor, asset, world.now, world.now, None)
    world.now += timedelta(hours=1)
    with pytest.raises(Taken):
        out(world, sound)
    incidents.end_fact(world.session, actor, broken, world.now)
    world.now += timedelta(hours=1)
    out(world, sound)
    assert in_order(world)
