"""What a line holds while it waits, and which quota it uses: tried over every way in which it can change."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.rules.lifecycle import LineState
from booking.rules.refusals import Refused
from booking.services import reservations
from models import Occupancy, QuotaUse
from tests.services.asks import JULY, JUNE, three_owners
from tests.services.world import World, moment, period

TENT = "BRE-TENT-01"  # its owner collects requests until sixty days before
WEEK, LATER = period("2027-08-13 10:00", "2027-08-15 18:00"), period("2027-08-13 11:00", "2027-08-15 18:00")


def nothing_held(world: World) -> bool:
    return world.session.scalars(select(Occupancy.id)).all() == []


def test_a_declined_proposal_leaves_the_desk_its_time_again(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    reservations.propose(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, JULY)
    world.now = moment("2027-03-08 08:55")
    reservations.decline(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    assert world.line(reference).holds_until == moment("2027-03-18 17:00")
    assert reservations.expire(world.session, moment("2027-03-08 09:30")) == 0


def test_a_collected_request_that_is_amended_still_queues(world: World) -> None:
    reference = world.ask(TENT, WEEK)
    change = AskLine(world.asset(TENT).id, LATER)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    assert world.line(reference).use_start == LATER.start
    assert nothing_held(world)


def test_an_owner_that_collects_gives_no_options(world: World) -> None:
    ask = Ask(three_owners(world).borrower, (AskLine(world.asset(TENT).id, WEEK),), option_until=moment("2027-03-05 12:00"))
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)
    assert receipt.lines[0].state is LineState.REQUESTED
    assert nothing_held(world)


def test_a_collected_request_queues_again_after_a_declined_proposal(world: World) -> None:
    reference = world.ask(TENT, WEEK)
    brecht = world.actor(cast.DESK_BRECHT)
    september = period("2027-09-10 10:00", "2027-09-12 18:00")
    reservations.propose(world.session, brecht, reference, 1, world.now, september, "Dan is de tent vrij")
    reservations.decline(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    assert nothing_held(world)


def test_a_quota_follows_a_line_to_another_year(world: World) -> None:
    driver = cast.person_id(world.session, "Leo Trekhaak")
    world.now = moment("2027-09-01 09:00")
    autumn, spring = period("2027-10-09 10:00", "2027-10-09 18:00"), period("2028-02-12 10:00", "2028-02-12 18:00")
    reference = world.ask("RAN-WC-01", autumn, driver=driver)
    change = AskLine(world.asset("RAN-WC-01").id, spring, driver=driver)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    uses = world.session.execute(select(QuotaUse.year, QuotaUse.returned_at.is_(None)).order_by(QuotaUse.id)).all()
    assert [tuple(use) for use in uses] == [(2027, False), (2028, True)]


def test_what_should_have_been_fetched_already_is_too_late(world: World) -> None:
    world.now = moment("2027-03-01 20:00")
    driver = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    use = period("2027-03-01 21:00", "2027-03-01 23:00")
    with pytest.raises(Refused) as refusal:
        world.ask(cast.TRAILER_WOMMELGEM, use, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM, driver=driver)
    codes = {finding.code for line in refusal.value.details["lines"] for finding in line.findings if finding.verdict == "refused"}
    assert codes == {"notice_too_short"}
