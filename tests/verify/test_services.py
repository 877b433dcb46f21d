"""What the services leave behind is in order after every step, and a loan that is moved out of the way may be hit again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.conflicts import open_conflicts
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.services import handovers, incidents, reservations
from models import LONGEST_PIECE
from tests.services.world import World, moment, period

pytestmark = pytest.mark.one_engine

SOUND = "RAN-GEL-01"
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")  # a Saturday: fetched on Friday, back on Monday
NEXT = period("2027-06-16 10:00", "2027-06-16 12:00")
EVENING = period("2027-06-23 18:00", "2027-06-23 22:00")
LATER = period("2027-06-23 10:00", "2027-06-23 12:00")
MUCH_LATER = period("2027-07-11 10:00", "2027-07-18 10:00")  # Sunday to Sunday: custody is longer than a week, in two pieces

Story = Callable[[World], None]


@pytest.fixture
def world(session: Session) -> World:
    return World(session)


def an_option_on_a_hall_in_parts_that_becomes_a_request_and_is_refused(world: World) -> None:
    sofie, hall = world.actor(cast.ORGANISER), world.asset(cast.SPORTS_HALL_WOMMELGEM)
    assert len(hall.leaves) == 3
    lines = (AskLine(hall.id, EVENING, 1),)
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines, event="Tornooi", option_until=world.now + timedelta(days=3))
    reference = reservations.request(world.session, sofie, ask, world.now).reference
    in_order(world)
    reservations.confirm_option(world.session, sofie, reference, 1, world.now)
    in_order(world)
    reservations.refuse(world.session, world.actor(cast.DESK_WOMMELGEM), reference, 1, world.now, "al bezet")


def requests_that_queue_until_one_is_approved(world: World) -> None:
    brecht = world.actor(cast.DESK_BRECHT)
    queued = [world.ask("BRE-TENT-01", LATER) for _ in range(3)]
    assert not any(world.held(f"line:{world.line(reference).id}") for reference in queued)
    in_order(world)
    reservations.approve(world.session, brecht, queued[1], 1, world.now, "eerst gevraagd", override=True)
    in_order(world)
    reservations.refuse(world.session, brecht, queued[0], 1, world.now, "vergeven")
    in_order(world)
    reservations.cancel(world.session, world.actor(cast.ORGANISER), queued[1], world.now, "toch niet")


def a_proposal_that_is_declined_and_one_that_is_taken(world: World) -> None:
    sofie, desk = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    reference = world.ask(SOUND, NEXT)
    for answer in (reservations.decline, reservations.accept):
        reservations.propose(world.session, desk, reference, 1, world.now, LATER, "dan is er meer volk")
        in_order(world)
        answer(world.session, sofie, reference, 1, world.now)
        in_order(world)


def an_amendment_that_waits_and_is_refused_and_one_that_is_approved(world: World) -> None:
    sofie, desk = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    reference = world.lend("RAN-TAF", NEXT, units=10)
    for decide in (reservations.refuse, reservations.approve):
        change = AskLine(world.asset("RAN-TAF").id, MUCH_LATER, 12)
        reservations.amend(world.session, sofie, reference, 1, world.now, change, "langer")
        in_order(world)
        decide(world.session, desk, reference, 1, world.now, "goed bekeken")
        in_order(world)


def what_nobody_answers_lapses(world: World) -> None:
    world.ask(SOUND, LATER)
    world.now += timedelta(days=60)
    in_order(world)  # lapsed and not yet tidied up
    reservations.expire(world.session, world.now)


def a_loan_that_is_fetched_early_brought_back_late_and_incomplete(world: World) -> None:
    technician, reference = world.actor(cast.TECHNICIAN_RANST), world.lend("RAN-TAF", MUCH_LATER, units=20)
    world.now = moment("2027-07-05 10:00")
    handovers.hand_over(world.session, technician, reference, 1, world.now)
    in_order(world)
    world.now = moment("2027-08-10 09:00")
    incidents.find_overdue(world.session, world.now)
    in_order(world)
    world.now = moment("2027-08-11 15:00")
    handovers.take_back(world.session, technician, reference, 1, world.now, units_missing=2)
    in_order(world)
    handovers.close(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)


def nobody_comes(world: World) -> None:
    reference = world.lend("RAN-TAF", MUCH_LATER, units=20)
    world.now = moment("2027-07-12 10:00")
    assert world.line(reference).blocked_end - world.line(reference).blocked_start > LONGEST_PIECE
    handovers.no_show(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)


def a_part_breaks_and_is_mended(world: World) -> None:
    world.lend(cast.KIT_RANST, NEXT)
    technician = world.actor(cast.TECHNICIAN_RANST)
    fact = incidents.record_breakdown(world.session, technician, world.asset(SOUND).id, world.now, moment("2027-06-15 08:00"), None, 1, "")
    in_order(world)
    world.now = moment("2027-06-15 12:00")
    incidents.end_fact(world.session, technician, fact, world.now)


STORIES: tuple[Story, ...] = (
    an_option_on_a_hall_in_parts_that_becomes_a_request_and_is_refused,
    requests_that_queue_until_one_is_approved,
    a_proposal_that_is_declined_and_one_that_is_taken,
    an_amendment_that_waits_and_is_refused_and_one_that_is_approved,
    what_nobody_answers_lapses,
    a_loan_that_is_fetched_early_brought_back_late_and_incomplete,
    nobody_comes,
    a_part_breaks_and_is_mended,
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__.replace("_", " "))
def test_everything_is_in_order_after(world: World, story: Story) -> None:
    story(world)
    in_order(world)


def test_a_loan_that_was_moved_out_of_the_way_is_hit_again_when_the_late_return_comes_still_later(world: World) -> None:
    late, moved = world.lend(SOUND, FEAST), world.lend(SOUND, NEXT)
    technician, desk = world.actor(cast.TECHNICIAN_RANST), world.actor(cast.DESK_RANST)
    line = world.line(late)
    handovers.hand_over(world.session, technician, late, 1, line.custody_start)
    world.now = line.custody_end + timedelta(hours=1)
    incidents.record_overdue(world.session, technician, late, 1, world.now, moment("2027-06-16 11:00"))
    [conflict] = open_conflicts(world.session, desk)
    incidents.resolve_conflict(world.session, desk, conflict.id, "moved", world.now, "een week later", use=LATER)
    in_order(world)
    incidents.record_overdue(world.session, technician, late, 1, world.now, moment("2027-06-23 11:00"))
    assert [(found.reference, found.number) for found in open_conflicts(world.session, desk)] == [(moved, 1)]
    in_order(world)


def in_order(world: World) -> None:
    """Nothing is wrong in the database at the moment at which the world stands."""
    assert list(violations(world.session, world.now)) == []
