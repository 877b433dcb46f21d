"""What happens to assets is recorded whatever was promised; who is hit gets a conflict at its own desk, and nobody else is disturbed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.conflicts import lasting_facts, open_conflicts
from booking.queries.verify import violations
from booking.rules.kinds import OccupancyKind
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import handovers, incidents, reservations
from booking.services.incidents import recording
from booking.services.incidents.placing import place
from models import Conflict, Fact, Line
from tests.services.world import World, moment, period

SOUND, KIT, BARRIERS = "RAN-GEL-01", cast.KIT_RANST, cast.BARRIERS_RANST
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")  # a Saturday; back on Monday morning, ready two hours later
NEXT = period("2027-06-16 10:00", "2027-06-16 12:00")
LATER = period("2027-06-23 10:00", "2027-06-23 12:00")
QUIET = ("line", "amendment", "quote", "task", "decision", "line_move", "quota_use", "dossier")


def conflicts(world: World, desk: str = cast.DESK_RANST) -> list[tuple[str, int]]:
    return [(found.reference, found.number) for found in open_conflicts(world.session, world.actor(desk))]


def resolutions(world: World) -> list[str | None]:
    return list(world.session.scalars(select(Conflict.resolution).order_by(Conflict.id)))


def broken(world: World, code: str, starts: str, ends: str | None = None, units: int = 1) -> int:
    technician = world.actor(cast.TECHNICIAN_RANST)
    span = (moment(starts), moment(ends) if ends else None)
    return incidents.record_breakdown(world.session, technician, world.asset(code).id, world.now, *span, units, "motor stuk")


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


def test_a_breakdown_in_the_middle_of_a_loan_disturbs_that_loan_and_nothing_else(world):
    hit = world.lend(SOUND, FEAST)
    spared = [world.lend(SOUND, LATER), world.lend("RAN-TAF", FEAST, units=5)]
    before, promised = world.everything(*QUIET), world.held(f"line:{world.line(hit).id}")
    fact = broken(world, SOUND, "2027-06-12 12:00", "2027-06-14 20:00")
    assert conflicts(world) == [(hit, 1)]
    assert conflicts(world, cast.DESK_ZANDHOVEN) == []
    assert world.everything(*QUIET) == before
    assert world.held(f"line:{world.line(hit).id}") == promised
    assert world.held(f"fact:{fact}") == [(moment("2027-06-12 12:00"), moment("2027-06-14 20:00"), 1)]
    assert world.mails("conflict_found") == ["uitleendienst@ranst.example"]
    assert world.mails("line_hit") == [cast.ORGANISER]
    assert [world.line(reference).state for reference in spared] == ["approved", "approved"]
    assert in_order(world)


def test_a_report_that_is_sent_again_takes_no_more_and_still_finds_whom_it_hits(world):
    hit, told = world.lend(SOUND, NEXT), incidents.Report(OccupancyKind.LOST, world.asset(SOUND).id, world.now, note="spoorloos")
    first, again = (incidents.report(world.session, world.actor(cast.TECHNICIAN_RANST), told, world.now, "form") for _ in range(2))
    assert first == again
    assert [fact.units for fact in world.session.scalars(select(Fact).where(Fact.kind == "lost"))] == [1]
    assert conflicts(world) == [(hit, 1)]
    assert in_order(world)


def test_a_broken_part_hits_the_loans_of_every_whole_that_needs_it(world):
    kit, other = world.lend(KIT, NEXT), world.lend("RAN-TAF", NEXT, units=3)
    broken(world, SOUND, "2027-06-15 08:00")
    assert conflicts(world) == [(kit, 1)]
    assert other not in dict(conflicts(world))
    assert in_order(world)


def test_a_closed_whole_hits_the_loans_of_its_parts(world):
    part = world.lend("RAN-TAF", NEXT, units=30)
    desk = world.actor(cast.DESK_RANST)
    kit = world.asset(KIT)
    span = (moment("2027-06-15 08:00"), moment("2027-06-18 08:00"))
    tables = world.asset("RAN-TAF").units
    expected = [(part, 1)] if 30 + kit.leaves[world.asset("RAN-TAF").id] > tables else []
    incidents.record_closure(world.session, desk, kit.id, world.now, *span, note="inventaris")
    assert conflicts(world) == expected
    assert in_order(world)


def test_of_a_stock_only_the_promises_that_no_longer_fit_together_are_hit(world):
    first, second = world.lend(BARRIERS, FEAST, units=150), world.lend(BARRIERS, FEAST, units=50)
    alone = world.lend(BARRIERS, LATER, units=100)
    broken(world, BARRIERS, "2027-06-01 08:00", "2027-07-01 08:00", units=20)
    assert sorted(conflicts(world)) == sorted([(first, 1), (second, 1)])
    reservations.cancel(world.session, world.actor(cast.ORGANISER), second, world.now)
    incidents.sweep_conflicts(world.session, world.now)
    assert conflicts(world) == []
    assert resolutions(world) == ["gone", "gone"]
    assert world.line(alone).state == "approved"
    assert in_order(world)


def test_what_is_mended_early_is_free_again_and_its_conflicts_are_gone(world):
    reference = world.lend(SOUND, LATER)
    fact = broken(world, SOUND, "2027-06-12 12:00")
    with pytest.raises(Taken):
        world.ask(SOUND, NEXT)
    assert conflicts(world) == [(reference, 1)]
    world.now = moment("2027-06-14 09:00")
    incidents.end_fact(world.session, world.actor(cast.TECHNICIAN_RANST), fact, world.now)
    assert conflicts(world) == []
    assert resolutions(world) == ["gone"]
    assert world.held(f"fact:{fact}") == [(moment("2027-06-12 12:00"), world.now, 1)]
    with pytest.raises(Refused, match="fact_over"):
        incidents.end_fact(world.session, world.actor(cast.TECHNICIAN_RANST), fact, world.now)
    assert in_order(world)


def test_an_open_end_reaches_as_far_as_anything_can_be_promised_and_moves_along(world):
    fact = broken(world, SOUND, "2027-06-12 12:00")
    [(_, reached, _)] = world.held(f"fact:{fact}")
    assert reached > world.now + timedelta(days=3 * 366)
    world.now += timedelta(days=20)
    assert incidents.reach_horizon(world.session, world.now) == 1
    [(start, further, _)] = world.held(f"fact:{fact}")
    assert (start, further - reached) == (moment("2027-06-12 12:00"), timedelta(days=20))


def test_one_fact_that_cannot_be_moved_along_keeps_no_other_behind(world, monkeypatch):
    stuck, other = broken(world, SOUND, "2027-06-12 12:00"), broken(world, BARRIERS, "2027-06-12 12:00")
    [(_, reached, _)] = world.held(f"fact:{other}")

    def some(session, known, fact, now):
        if fact.id == stuck:
            raise RuntimeError
        return place(session, known, fact, now)

    monkeypatch.setattr(recording, "place", some)
    world.now += timedelta(days=20)
    assert incidents.reach_horizon(world.session, world.now) == 1
    assert world.held(f"fact:{other}")[0][1] == reached + timedelta(days=20)


def test_a_breakdown_of_something_lent_lets_it_come_back(world):
    reference = world.lend(SOUND, FEAST)
    technician = world.actor(cast.TECHNICIAN_RANST)
    world.now = world.line(reference).custody_start
    handovers.hand_over(world.session, technician, reference, 1, world.now)
    broken(world, SOUND, "2027-06-12 12:00")
    assert conflicts(world) == [(reference, 1)]
    world.now = moment("2027-06-13 10:00")
    handovers.take_back(world.session, technician, reference, 1, world.now)
    assert conflicts(world) == []
    assert in_order(world)


def test_a_late_return_takes_the_asset_until_it_is_back_and_ready(world):
    late, waiting, spared = world.lend(SOUND, FEAST), world.lend(SOUND, NEXT), world.lend(SOUND, LATER)
    technician = world.actor(cast.TECHNICIAN_RANST)
    line = world.line(late)
    handovers.hand_over(world.session, technician, late, 1, line.custody_start)
    world.now = line.blocked_end + timedelta(hours=1)
    assert incidents.find_overdue(world.session, world.now) == 1
    fact = world.session.scalars(select(Fact)).one()
    assert (fact.kind, fact.starts_at, fact.line_id) == ("overdue", line.blocked_end, line.id)
    assert conflicts(world) == []
    assert sorted(world.mails("line_overdue")) == [cast.ORGANISER, "uitleendienst@ranst.example"]
    expected = moment("2027-06-16 11:00")
    assert incidents.record_overdue(world.session, technician, late, 1, world.now, expected) == fact.id
    assert conflicts(world) == [(waiting, 1)]
    assert in_order(world)
    world.now = moment("2027-06-15 16:00")
    handovers.take_back(world.session, technician, late, 1, world.now)
    assert resolutions(world) == ["gone"]
    assert world.held(f"fact:{fact.id}") == [(line.blocked_end, world.now + timedelta(hours=2), 1)]
    assert {world.line(reference).state for reference in (waiting, spared)} == {"approved"}
    assert len(world.mails("line_overdue")) == 2
    assert in_order(world)


def test_one_late_return_that_cannot_be_recorded_does_not_keep_the_others_waiting(world, caplog):
    technician = world.actor(cast.TECHNICIAN_RANST)
    lent = world.lend(SOUND, FEAST), world.lend("RAN-TAF", FEAST, units=5)
    wrong, right = map(world.line, lent)
    for reference in lent:
        handovers.hand_over(world.session, technician, reference, 1, wrong.custody_start)
    world.spoil("fact", f"NEW.line_id = {wrong.id}")
    assert incidents.find_overdue(world.session, max(wrong.blocked_end, right.blocked_end) + timedelta(hours=1)) == 1
    assert world.session.scalars(select(Fact.line_id)).all() == [right.id]
    assert f"overdue: line {wrong.id}" in caplog.text


def test_the_job_moves_a_late_return_along_for_as_long_as_it_lasts(world):
    late, waiting = world.lend(SOUND, FEAST), world.lend(SOUND, NEXT)
    line = world.line(late)
    handovers.hand_over(world.session, world.actor(cast.TECHNICIAN_RANST), late, 1, line.custody_start)
    for day in ("2027-06-15 12:00", "2027-06-16 08:00"):
        world.now = moment(day)
        incidents.find_overdue(world.session, world.now)
    assert conflicts(world) == [(waiting, 1)]
    assert len(world.mails("line_overdue")) == 2
    assert in_order(world)


def test_what_is_late_within_its_own_buffer_is_no_fact_yet(world):
    reference = world.lend(SOUND, FEAST)
    line, technician = world.line(reference), world.actor(cast.TECHNICIAN_RANST)
    handovers.hand_over(world.session, technician, reference, 1, line.custody_start)
    world.now = line.custody_end + timedelta(minutes=1)
    with pytest.raises(Refused, match="time_in_past"):
        incidents.record_overdue(world.session, technician, reference, 1, world.now, line.custody_end)
    assert incidents.find_overdue(world.session, line.custody_end) == 0


def test_lost_units_are_missing_from_what_was_promised_later(world):
    lent, later, small = (world.lend(BARRIERS, use, units=units) for use, units in ((FEAST, 150), (NEXT, 180), (LATER, 10)))
    technician, line = world.actor(cast.TECHNICIAN_RANST), world.line(lent)
    handovers.hand_over(world.session, technician, lent, 1, line.custody_start)
    world.now = line.custody_end
    with pytest.raises(Refused, match="units_beyond_out"):
        handovers.take_back(world.session, technician, lent, 1, world.now, units_missing=151)
    fact = handovers.take_back(world.session, technician, lent, 1, world.now, units_missing=30, note="niet teruggevonden")
    assert conflicts(world) == [(later, 1)]
    assert world.line(small).state == "approved"
    assert world.session.get_one(Fact, fact).kind == "lost"
    assert [found.id for found in lasting_facts(world.session, world.actor(cast.DESK_RANST), world.now)] == [fact]
    assert lasting_facts(world.session, world.actor(cast.DESK_ZANDHOVEN), world.now) == []
    assert in_order(world)


def test_only_the_desk_of_the_line_resolves_its_conflict(world):
    world.lend(SOUND, FEAST)
    broken(world, SOUND, "2027-06-12 12:00", "2027-06-14 20:00")
    [conflict] = open_conflicts(world.session, world.actor(cast.DESK_RANST))
    for stranger in (cast.DESK_ZANDHOVEN, cast.ORGANISER, cast.TECHNICIAN_RANST):
        with pytest.raises(NotFound):
            incidents.resolve_conflict(world.session, world.actor(stranger), conflict.id, "accepted", world.now, "zo laten")
    with pytest.raises(Refused, match="field_required"):
        incidents.resolve_conflict(world.session, world.actor(cast.DESK_RANST), conflict.id, "accepted", world.now, " ")
    incidents.resolve_conflict(world.session, world.actor(cast.DESK_RANST), conflict.id, "accepted", world.now, "geluid gehuurd")
    with pytest.raises(NotFound):
        incidents.resolve_conflict(world.session, world.actor(cast.DESK_RANST), conflict.id, "accepted", world.now, "nog eens")
    assert resolutions(world) == ["accepted"]
    assert in_order(world)


def test_a_conflict_ends_when_its_line_is_called_off(world):
    reference = world.lend(SOUND, FEAST)
    broken(world, SOUND, "2027-06-12 12:00", "2027-06-14 20:00")
    [conflict] = open_conflicts(world.session, world.actor(cast.DESK_RANST))
    incidents.resolve_conflict(world.session, world.actor(cast.DESK_RANST), conflict.id, "cancelled", world.now, "stuk")
    assert world.line(reference).state == "cancelled"
    assert world.held(f"line:{world.line(reference).id}") == []
    assert in_order(world)


def test_a_line_is_moved_to_a_free_period_with_its_work_and_never_to_one_that_is_taken(world):
    reference, taken = world.lend(SOUND, FEAST), world.lend(SOUND, LATER)
    broken(world, SOUND, "2027-06-12 12:00", "2027-06-14 20:00")
    [conflict] = open_conflicts(world.session, world.actor(cast.DESK_RANST))
    desk = world.actor(cast.DESK_RANST)
    for busy in (LATER, period("2027-06-13 10:00", "2027-06-13 12:00")):
        with pytest.raises(Taken):
            incidents.resolve_conflict(world.session, desk, conflict.id, "moved", world.now, "later", use=busy)
    incidents.resolve_conflict(world.session, desk, conflict.id, "moved", world.now, "later", use=NEXT)
    assert (world.line(reference).use_start, world.line(reference).state) == (NEXT.start, "approved")
    assert resolutions(world) == ["moved"]
    assert world.mails("line_moved") == [cast.ORGANISER]
    assert world.line(taken).use_start == LATER.start
    assert in_order(world)


def test_a_line_gets_another_asset_of_the_same_owner_only(world):
    reference = world.lend(BARRIERS, FEAST, units=10)
    broken(world, BARRIERS, "2027-06-11 12:00", "2027-06-14 20:00", units=200)
    [conflict] = open_conflicts(world.session, world.actor(cast.DESK_RANST))
    desk = world.actor(cast.DESK_RANST)
    with pytest.raises(Refused, match="line_foreign"):
        incidents.resolve_conflict(world.session, desk, conflict.id, "replaced", world.now, "van de buren", asset=world.asset("ZAN-NAD").id)
    tables = world.asset("RAN-TAF").id
    incidents.resolve_conflict(world.session, desk, conflict.id, "replaced", world.now, "tafels dan maar", asset=tables)
    assert world.line(reference).asset_id == tables
    assert in_order(world)


@pytest.mark.parametrize(
    ("who", "code", "units", "refusal"),
    [
        (cast.TECHNICIAN_ZANDHOVEN, SOUND, 1, NotAllowed),
        (cast.ORGANISER, SOUND, 1, NotAllowed),
        (cast.DESK_RANST, SOUND, 2, Refused),
        (cast.DESK_RANST, SOUND, 0, Refused),
    ],
)
def test_a_fact_is_recorded_by_who_manages_or_keeps_the_asset_and_about_units_that_exist(world, who, code, units, refusal):
    with pytest.raises(refusal):
        incidents.record_breakdown(world.session, world.actor(who), world.asset(code).id, world.now, world.now, None, units)
    assert world.session.scalars(select(Fact)).all() == []
    assert world.session.scalars(select(Line)).all() == []
