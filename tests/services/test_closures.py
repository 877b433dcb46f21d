"""A place that closes: halls and their loans are hit, equipment only where somebody would stand before a shut door."""

from __future__ import annotations

from datetime import date

import pytest

from booking.demo import cast
from booking.queries.conflicts import open_conflicts
from booking.queries.verify import violations
from booking.queries.work import work
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import closures, handovers
from tests.services.world import moment, period

MEETING = period("2027-06-16 19:00", "2027-06-16 22:00")
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")
FIRST, LAST = date(2027, 6, 14), date(2027, 6, 20)
SOUND = "RAN-GEL-01"


def close(world, code: str, who: str = cast.DESK_RANST, reason: str = "dakwerken") -> list[int]:
    place = world.asset(code).keepers[0].subject
    return closures.close_place(world.session, world.actor(who), place, FIRST, LAST, reason, world.now)


def test_a_closed_building_hits_the_loans_of_its_halls_and_takes_no_new_ones(world):
    reference = world.lend(cast.HALL_RANST, MEETING)
    assert close(world, cast.HALL_RANST)
    assert [found.reference for found in open_conflicts(world.session, world.actor(cast.DESK_RANST))] == [reference]
    with pytest.raises((Taken, Refused)):
        world.ask(cast.HALL_RANST, period("2027-06-18 19:00", "2027-06-18 22:00"))
    assert list(violations(world.session, world.now)) == []


def test_a_closed_depot_tells_the_desk_of_who_would_stand_before_its_door(world):
    returning, away = world.lend(SOUND, FEAST), world.lend("RAN-TAF", period("2027-06-22 10:00", "2027-06-22 12:00"))
    assert close(world, SOUND) == []
    assert open_conflicts(world.session, world.actor(cast.DESK_RANST)) == []
    assert world.mails("place_closed") == ["uitleendienst@ranst.example"]
    assert {world.line(reference).state for reference in (returning, away)} == {"approved"}
    later = world.ask("RAN-STO", period("2027-06-19 10:00", "2027-06-19 12:00"))
    custody = world.line(later)
    assert custody.custody_start < moment("2027-06-14 00:00")
    assert custody.custody_end > moment("2027-06-21 00:00")


def test_who_does_not_work_there_closes_nothing(world):
    for stranger in (cast.DESK_ZANDHOVEN, cast.ORGANISER, cast.FINANCE_RANST):
        with pytest.raises(NotAllowed):
            close(world, SOUND, stranger)
    with pytest.raises(Refused, match="field_required"):
        close(world, SOUND, reason=" ")
    with pytest.raises(NotFound):
        closures.close_place(world.session, world.actor(cast.DESK_RANST), 999_999, FIRST, LAST, "dicht", world.now)


def test_a_technician_sees_the_days_work_of_its_own_depots_and_what_is_left_over(world):
    reference = world.lend(SOUND, FEAST)
    world.lend(cast.STAGE_ZANDHOVEN, FEAST, cast.DESK_ZANDHOVEN)
    technician, line = world.actor(cast.TECHNICIAN_RANST), world.line(reference)
    monday = moment("2027-06-07 08:00")
    found = work(world.session, technician, monday, 14)
    asked = ("prepare", "hand_out", "take_back", "check")
    assert [(job.kind, job.reference, job.number, job.borrower) for job in found] == [
        (kind, reference, 1, cast.ASSOCIATION_RANST) for kind in asked
    ]
    assert work(world.session, world.actor(cast.ORGANISER), monday, 14) == []
    handovers.hand_over(world.session, technician, reference, 1, line.custody_start)
    late = moment("2027-06-15 09:00")
    assert [(job.kind, job.act(late.date())) for job in work(world.session, technician, late, 1)] == [
        ("take_back", "take_back"), ("check", None),
    ]  # fmt: skip
    assert reference not in {job.reference for job in work(world.session, world.actor(cast.TECHNICIAN_ZANDHOVEN), late, 1)}
