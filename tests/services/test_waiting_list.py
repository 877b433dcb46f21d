"""Who waits for what is taken is offered it when it comes free, in turn and for a time; nothing is ever promised twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.verify import violations
from booking.queries.waiting import places
from booking.rules.asking import Ask, AskLine
from booking.rules.lifecycle import LineState
from booking.rules.refusals import NotFound, Refused, Taken
from booking.rules.waiting import MOST, WaitingState
from booking.services import handovers, ledger, reservations, waiting
from models import Contingent, WaitingEntry
from tests.services.asks import JULY, JUNE
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

pytestmark = pytest.mark.one_engine

SOUND = "RAN-GEL-01"
SCHOOL = (cast.TEACHER_ZOERSEL, "De Verzonnen School (fictief)")


def wish(world: World, borrower: str = cast.ASSOCIATION_RANST, code: str = cast.HALL_RANST, use: object = JUNE, units: int = 1) -> Ask:
    return Ask(cast.borrower_id(world.session, borrower), (AskLine(world.asset(code).id, use, units),), event="Wachtend feest")


def join(world: World, email: str = cast.ORGANISER, **wished: object) -> int:
    return waiting.join(world.session, world.actor(email), wish(world, **wished), world.now)


def state(world: World, key: int) -> str:
    return world.session.scalars(select(WaitingEntry.state).where(WaitingEntry.id == key)).one()


def freed(world: World) -> int:
    """What a request does once it is done."""
    return waiting.offer_freed(world.session, world.now, ledger.given_back(world.session))


@pytest.fixture
def taken(world: World) -> str:
    """The hall of Ranst in June, given to a school."""
    return world.ask(cast.HALL_RANST, JUNE, email=SCHOOL[0], borrower=SCHOOL[1])


@on_both_engines
def test_what_is_called_off_is_offered_and_held_for_who_waits(world: World, taken: str) -> None:
    key = join(world)
    assert freed(world) == 0
    reservations.cancel(world.session, world.actor(SCHOOL[0]), taken, world.now)
    assert freed(world) == 1
    assert state(world, key) == WaitingState.OFFERED
    assert world.mails("waiting_offer") == [cast.ORGANISER, *world.mails("waiting_offer")[1:]]
    with pytest.raises(Taken):
        world.ask(cast.HALL_RANST, JUNE, email=SCHOOL[0], borrower=SCHOOL[1])
    reference = waiting.accept(world.session, world.actor(cast.ORGANISER), key, world.now)
    assert world.line(reference).state in (LineState.REQUESTED, LineState.APPROVED)
    assert (state(world, key), world.held(f"waiting:{key}")) == (WaitingState.TAKEN, [])
    assert list(violations(world.session, world.now)) == []


def test_accepting_twice_gives_one_reservation(world: World, taken: str) -> None:
    key = join(world)
    reservations.cancel(world.session, world.actor(SCHOOL[0]), taken, world.now)
    freed(world)
    once, twice = (waiting.accept(world.session, world.actor(cast.ORGANISER), key, world.now) for _ in range(2))
    assert once == twice


@on_both_engines
def test_an_offer_that_nobody_takes_goes_to_the_next(world: World, taken: str) -> None:
    first = join(world)
    second = join(world, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM)
    reservations.cancel(world.session, world.actor(SCHOOL[0]), taken, world.now)
    freed(world)
    assert (state(world, first), state(world, second)) == (WaitingState.OFFERED, WaitingState.WAITING)
    world.now += timedelta(days=2)
    assert waiting.end_offers(world.session, world.now) == 2
    assert (state(world, first), state(world, second)) == (WaitingState.LAPSED, WaitingState.OFFERED)
    with pytest.raises(Refused, match="waiting_not_offered"):
        waiting.accept(world.session, world.actor(cast.ORGANISER), first, world.now)
    assert list(violations(world.session, world.now)) == []


def test_declining_gives_it_to_the_next_at_once(world: World, taken: str) -> None:
    first = join(world)
    second = join(world, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM)
    reservations.cancel(world.session, world.actor(SCHOOL[0]), taken, world.now)
    freed(world)
    waiting.leave(world.session, world.actor(cast.ORGANISER), first, world.now)
    assert freed(world) == 1
    assert (state(world, first), state(world, second)) == (WaitingState.WITHDRAWN, WaitingState.OFFERED)


@on_both_engines
def test_what_comes_back_early_is_offered_at_once(world: World) -> None:
    tables = world.asset("RAN-TAF")
    loan = world.lend(tables.code, period("2027-06-14 10:00", "2027-06-20 15:00"), units=tables.units)
    late = period("2027-06-19 10:00", "2027-06-20 15:00")
    key = join(world, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM, code=tables.code, use=late)
    technician, world.now = world.actor(cast.TECHNICIAN_RANST), world.line(loan).custody_start
    handovers.hand_over(world.session, technician, loan, 1, world.now)
    world.now += timedelta(days=1)
    freed(world)
    handovers.take_back(world.session, technician, loan, 1, world.now)
    assert freed(world) == 1
    assert state(world, key) == WaitingState.OFFERED
    assert list(violations(world.session, world.now)) == []


def test_a_part_of_a_hall_waits_for_who_has_the_whole(world: World) -> None:
    hall = world.asset(cast.SPORTS_HALL_WOMMELGEM)
    part = next(card for card in catalogue(world.session).assets.values() if card.id in hall.leaves)
    whole = world.ask(hall.code, JUNE, email=SCHOOL[0], borrower=SCHOOL[1], purpose="sport")
    key = join(world, code=part.code)
    reservations.cancel(world.session, world.actor(SCHOOL[0]), whole, world.now)
    assert freed(world) == 1
    assert state(world, key) == WaitingState.OFFERED


def test_the_place_in_the_queue_counts_who_wants_some_of_the_same(world: World, taken: str) -> None:
    join(world, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM)
    join(world)
    assert [place.ahead for place in places(world.session, world.actor(cast.ORGANISER)).queued] == [1]
    assert [place.ahead for place in places(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM)).queued] == [0]


def test_what_is_kept_for_others_is_offered_to_who_waits_when_only_time_releases_it(world: World) -> None:
    zandhoven = cast.authority_id(world.session, cast.ZANDHOVEN)
    kept = {"authority_id": zandhoven, "measure": "units", "amount": 1, "release_weeks": 4, "valid_from": date(2027, 1, 1)}
    world.session.add(Contingent(asset_id=world.asset(SOUND).id, source="art. 3 (fictief)", **kept))
    world.session.commit()
    key = join(world, code=SOUND)
    for day, then in (("2027-05-14 08:00", WaitingState.WAITING), ("2027-05-19 08:00", WaitingState.OFFERED)):
        world.now = moment(day)
        waiting.end_offers(world.session, world.now)  # the job: no request gave anything back
        assert state(world, key) == then


def test_who_waits_until_the_day_itself_hears_that_it_stayed_taken(world: World, taken: str) -> None:
    key = join(world)
    world.now = JUNE.start
    waiting.end_offers(world.session, world.now)
    assert state(world, key) == WaitingState.OVER
    assert world.mails("waiting_over")[0] == cast.ORGANISER


@pytest.mark.parametrize(
    ("code", "wished", "refusal"),
    [
        (cast.HALL_RANST, {"use": JULY}, "waiting_free"),
        (cast.HALL_RANST, {"use": period("2027-03-01 05:00", "2027-03-01 06:00")}, "request_refused"),
    ],
)
def test_the_queue_is_only_for_what_others_have(world: World, taken: str, code: str, wished: dict[str, object], refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        join(world, code=code, **wished)


def test_nobody_waits_twice_for_the_same_or_for_everything(world: World, taken: str) -> None:
    join(world)
    with pytest.raises(Refused, match="waiting_twice"):
        join(world)
    for hours in range(1, MOST):
        join(world, use=period("2027-06-12 14:00", f"2027-06-12 17:{hours:02}"))
    with pytest.raises(Refused, match="waiting_full"):
        join(world, use=period("2027-06-12 14:30", "2027-06-12 18:00"))


def test_a_stranger_cannot_answer_for_another(world: World, taken: str) -> None:
    key = join(world)
    for act in (waiting.accept, waiting.leave):
        with pytest.raises(NotFound):
            act(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), key, world.now)
