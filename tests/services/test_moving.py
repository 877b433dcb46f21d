"""The desk moves a line: at once where its borrower notices nothing or need not agree, else as a proposal beside what stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.desk_work import desk_work
from booking.queries.lines import standing
from booking.queries.moving import Moved, fitting, moved
from booking.queries.overview import overview
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.moving import Notice
from booking.rules.periods import Period
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import incidents, moving, reservations
from models import Asset, AssetFeature, Occupancy, Task
from tests.services.asks import JULY, JUNE
from tests.services.world import World, period
from tests.support.engines import on_both_engines

pytestmark = pytest.mark.one_engine

OTHER_HALL = "RAN-ZAAL-JP"
OWN, OWN_LATER = period("2027-04-05 09:00", "2027-04-06 16:00"), period("2027-04-12 09:00", "2027-04-13 16:00")


@pytest.fixture
def lent(world: World) -> str:
    """De Lindekapel has the hall of Ranst on 12 June: approved."""
    return world.lend(cast.HALL_RANST, JUNE)


def move(world: World, reference: str, use: Period, code: str = cast.HALL_RANST, email: str = cast.DESK_RANST, reason: str = "") -> bool:
    return moving.move(world.session, world.actor(email), reference, 1, world.now, use, world.asset(code).id, reason)


def outlook(world: World, reference: str, use: Period, code: str, email: str = cast.DESK_RANST) -> Moved:
    actor = world.actor(email)
    found = standing(world.session, actor, "line.decide", reference, 1)
    return moved(world.session, catalogue(world.session), actor, found, use, world.asset(code).id, world.now)


def make_twin(world: World, code: str, of: str) -> None:
    """From now on one thing is just like another from the same place."""
    rows = {row.code: row for row in world.session.scalars(select(Asset).where(Asset.code.in_([code, of])))}
    world.session.execute(update(Asset).where(Asset.code == code).values(category_id=rows[of].category_id, capacity=rows[of].capacity))
    world.session.execute(delete(AssetFeature).where(AssetFeature.asset_id.in_([row.id for row in rows.values()])))
    world.session.commit()


def own_work(world: World) -> str:
    """Wommelgem's own service has its trailer, confirmed."""
    service = cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM)
    asked = Ask(service, (AskLine(world.asset(cast.TRAILER_WOMMELGEM).id, OWN),), purpose="works", event="Signalisatie")
    reference = reservations.request(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), asked, world.now).reference
    if world.line(reference).state == "requested":
        reservations.approve(world.session, world.actor(cast.DESK_WOMMELGEM), reference, 1, world.now)
    return reference


def kinds(world: World, reference: str) -> list[str]:
    holder = f"line:{world.line(reference).id}"
    return sorted(world.session.scalars(select(Occupancy.kind).where(Occupancy.holder == holder)))


@on_both_engines
def test_another_date_is_proposed_beside_what_stands_and_both_stay_free(world: World, lent: str) -> None:
    assert outlook(world, lent, JULY, cast.HALL_RANST).notices == [Notice.TIME]
    assert move(world, lent, JULY, reason="Schilderwerken") is False
    assert (world.line(lent).state, world.line(lent).use_start) == ("approved", JUNE.start)
    assert kinds(world, lent) == ["firm", "request"]
    for use in (JUNE, JULY):
        with pytest.raises(Taken):
            world.ask(cast.HALL_RANST, use)
    assert world.mails("line_propose_move") == [cast.ORGANISER]
    reservations.accept(world.session, world.actor(cast.ORGANISER), lent, 1, world.now)
    assert (world.line(lent).state, world.line(lent).use_start) == ("approved", JULY.start)
    assert kinds(world, lent) == ["firm"]
    planned = set(world.session.scalars(select(Task.state).where(Task.line_id == world.line(lent).id)))
    assert planned == {"planned"}
    world.ask(cast.HALL_RANST, JUNE)
    assert not list(violations(world.session, world.now))


@pytest.mark.parametrize("answer", ["declined", "withdrawn"])
def test_a_request_waits_again_once_what_was_proposed_instead_is_off_though_it_broke_meanwhile(world: World, answer: str) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    move(world, reference, JULY)
    hall = world.asset(cast.HALL_RANST).id
    incidents.record_breakdown(world.session, world.actor(cast.TECHNICIAN_RANST), hall, world.now, JUNE.start, JUNE.end)
    if answer == "declined":
        reservations.decline(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    else:
        reservations.withdraw(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    assert (world.line(reference).state, world.line(reference).use_start, kinds(world, reference)) == ("requested", JUNE.start, ["request"])


@pytest.mark.parametrize("answer", ["declined", "withdrawn", "lapsed", "called off"])
def test_without_a_yes_all_stays_as_it_was(world: World, lent: str, answer: str) -> None:
    move(world, lent, JULY)
    organiser, desk = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    if answer == "declined":
        reservations.decline(world.session, organiser, lent, 1, world.now, "Dan is er geen volk.")
        assert world.mails("line_decline_move")
    elif answer == "withdrawn":
        reservations.withdraw(world.session, desk, lent, 1, world.now)
        assert world.mails("line_withdraw") == [cast.ORGANISER]
    elif answer == "lapsed":
        world.now += timedelta(days=8)
        reservations.expire(world.session, world.now)
    else:
        reservations.cancel_line(world.session, organiser, lent, 1, world.now)
    state = "cancelled" if answer == "called off" else "approved"
    assert (world.line(lent).state, world.line(lent).use_start) == (state, JUNE.start)
    assert kinds(world, lent) == (["firm"] if state == "approved" else [])
    world.ask(cast.HALL_RANST, JULY)
    with pytest.raises(IllegalMove):
        reservations.accept(world.session, organiser, lent, 1, world.now)
    assert not list(violations(world.session, world.now))


def test_the_owners_own_service_is_moved_at_once_and_told(world: World) -> None:
    reference = own_work(world)
    assert outlook(world, reference, OWN_LATER, cast.TRAILER_WOMMELGEM, cast.DESK_WOMMELGEM).at_once
    assert move(world, reference, OWN_LATER, cast.TRAILER_WOMMELGEM, cast.DESK_WOMMELGEM) is True
    line = world.line(reference)
    assert (line.state, line.use_start) == ("approved", OWN_LATER.start)
    assert kinds(world, reference) == ["firm"]
    assert len(world.mails("line_move")) == 1
    starts = world.session.scalars(select(Task.starts_at).where(Task.line_id == line.id, Task.state == "planned")).all()
    assert min(starts) > OWN.end
    assert not list(violations(world.session, world.now))


def test_its_like_from_the_same_place_for_no_more_is_given_at_once_and_the_price_stays_accepted(world: World) -> None:
    make_twin(world, "RAN-GEN-01", of="RAN-BEA-01")
    reference = world.lend("RAN-BEA-01", JUNE)
    accepted = overview(world.session, world.actor(cast.ORGANISER), reference).dossiers[0].quotes[0].accepted_at
    world.now += timedelta(days=1)
    assert outlook(world, reference, JUNE, "RAN-GEN-01").notices == []
    assert move(world, reference, JUNE, "RAN-GEN-01") is True
    assert world.line(reference).asset_id == world.asset("RAN-GEN-01").id
    quotes = overview(world.session, world.actor(cast.ORGANISER), reference).dossiers[0].quotes
    assert [quote.accepted_at for quote in quotes] == [accepted, accepted]
    planned = world.session.scalars(select(Task.asset_id).where(Task.state == "planned"))
    assert set(planned) == {world.line(reference).asset_id}


def test_what_may_be_given_instead_is_told_with_what_is_free(world: World, lent: str) -> None:
    line = world.line(lent)
    world.ask(OTHER_HALL, JULY)
    known = catalogue(world.session)
    fits = fitting(world.session, known, world.asset(cast.HALL_RANST), 1, f"line:{line.id}", JUNE, world.now)
    assert (fits[0].asset.code, fits[0].free) == (cast.HALL_RANST, True), "what the line has itself is free for it"
    assert all(fit.asset.in_place for fit in fits)
    assert {known.owner(fit.asset, JUNE.start.date()).name for fit in fits} == {"Ranst"}
    assert [fit.alike for fit in fits] == sorted((fit.alike for fit in fits), reverse=True), "its own kind first"
    later = {fit.asset.code: fit.free for fit in fitting(world.session, known, fits[0].asset, 1, "line:0", JULY, world.now)}
    assert later[OTHER_HALL] is False


def test_a_price_that_rises_is_told_and_must_be_agreed_with(world: World, lent: str) -> None:
    found = outlook(world, lent, JUNE, "RAN-REF-RA")
    assert found.difference is not None
    assert found.difference > 0
    assert {Notice.CATEGORY, Notice.PLACE, Notice.DEARER} <= set(found.notices)
    assert not found.at_once
    assert found.before == (overview(world.session, world.actor(cast.ORGANISER), lent).dossiers[0].quotes[0].total, found.before[1])


def test_who_asked_it_for_a_borrower_answers_for_it_too(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE, email=cast.DESK_RANST)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    assert outlook(world, reference, JULY, cast.HALL_RANST).speaks
    assert move(world, reference, JULY) is True
    newest = overview(world.session, world.actor(cast.DESK_RANST), reference).dossiers[0].quotes[0]
    assert newest.accepted_at == world.now


def test_a_request_is_moved_by_a_proposal_that_makes_it_one(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    assert move(world, reference, JULY) is False
    assert world.line(reference).state == LineState.PROPOSED
    assert world.mails("line_propose") == [cast.ORGANISER]


def option(world: World) -> str:
    """De Lindekapel has the hall of Ranst as an option for six days."""
    borrower = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    wanted = Ask(borrower, (AskLine(world.asset(cast.HALL_RANST).id, JUNE),), option_until=world.now + timedelta(days=6))
    return reservations.request(world.session, world.actor(cast.ORGANISER), wanted, world.now).reference


@on_both_engines
@pytest.mark.parametrize("answer", ["accepted", "declined", "withdrawn", "asked for", "lapsed"])
def test_an_option_is_moved_by_a_proposal_beside_it_and_stays_an_option(world: World, answer: str) -> None:
    reference, organiser = option(world), world.actor(cast.ORGANISER)
    until = world.line(reference).holds_until
    assert outlook(world, reference, JULY, cast.HALL_RANST).until == until, "no longer than the option stands"
    assert move(world, reference, JULY) is False
    assert (world.line(reference).state, world.line(reference).holds_until) == ("option", until)
    assert kinds(world, reference) == ["option", "request"]
    if answer == "accepted":
        reservations.accept(world.session, organiser, reference, 1, world.now)
    elif answer == "declined":
        reservations.decline(world.session, organiser, reference, 1, world.now)
    elif answer == "withdrawn":
        reservations.withdraw(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    elif answer == "asked for":
        reservations.confirm_option(world.session, organiser, reference, 1, world.now)
    else:
        world.now += timedelta(days=7)
        reservations.expire(world.session, world.now)
    line, state = world.line(reference), {"asked for": "requested", "lapsed": "expired"}.get(answer, "option")
    assert (line.state, line.use_start) == (state, JULY.start if answer == "accepted" else JUNE.start)
    assert kinds(world, reference) == {"requested": ["request"], "expired": []}.get(state, ["option"])
    assert not list(violations(world.session, world.now))


def test_what_is_proposed_twice_is_asked_once(world: World, lent: str) -> None:
    assert [move(world, lent, JULY), move(world, lent, JULY)] == [False, False]
    assert len(world.mails("line_propose_move")) == 1
    assert kinds(world, lent) == ["firm", "request"]


def test_a_proposal_beside_what_is_approved_waits_on_the_worklist_for_its_answer(world: World, lent: str) -> None:
    move(world, lent, JULY)
    work = desk_work(world.session, world.actor(cast.DESK_RANST), world.now)
    assert [row.reference for row in work.rows["proposals"]] == [lent]
    assert work.rows["decide"] == []


def test_what_cannot_be_moved_says_so_and_changes_nothing(world: World, lent: str) -> None:
    before = world.everything("occupancy", "amendment", "quote")
    with pytest.raises(Refused, match="move_nowhere"):
        move(world, lent, JUNE)
    with pytest.raises(Refused, match="line_foreign"):
        move(world, lent, JUNE, cast.STAGE_ZANDHOVEN)
    with pytest.raises(NotAllowed):
        move(world, lent, JULY, email=cast.TECHNICIAN_RANST)
    with pytest.raises(NotFound):
        move(world, lent, JULY, email=cast.DESK_BRECHT)
    assert world.everything("occupancy", "amendment", "quote") == before
    move(world, lent, JULY)
    with pytest.raises(Refused, match="change_waits"):
        move(world, lent, period("2027-08-14 14:00", "2027-08-14 18:00"))


@on_both_engines
def test_what_was_taken_meanwhile_is_told_and_nothing_is_lost(world: World, lent: str) -> None:
    assert not any(finding.verdict == "refused" for finding in outlook(world, lent, JULY, cast.HALL_RANST).judged.findings)
    world.ask(cast.HALL_RANST, JULY)
    before = world.everything("line", "occupancy", "amendment", "quote")
    with pytest.raises(Taken):
        move(world, lent, JULY)
    assert world.everything("line", "occupancy", "amendment", "quote") == before
