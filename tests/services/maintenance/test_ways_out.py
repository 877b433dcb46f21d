"""Who waits for something that cannot be kept is offered ways out, chooses one, and never loses what it had before the other stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.conflicts import open_conflicts
from booking.queries.contracts import contracts_of
from booking.queries.offered import standing_offers
from booking.queries.ways_out import ways_out
from booking.rules.kinds import InspectionVerdict
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import handovers, incidents, reservations
from booking.services.reservations.replacing import standing_of
from models import Account, Authority, Charge, Conflict, ConflictOffer, Dossier, LendingRule, Line, Role
from tests.services.maintenance.stage import PLATFORM, in_order, lend_platform, record
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

BORROWER, DESK = cast.TECHNICIAN_WOMMELGEM, cast.DESK_ZANDHOVEN
SOON = period("2027-03-09 09:00", "2027-03-10 15:00")
SOUND = "RAN-GEL-01"


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def broken(world: World) -> tuple[str, int]:
    """The platform failed its inspection: the reference of the loan that this hits, and its conflict."""
    reference = lend_platform(world, SOON)
    record(world, date(2027, 3, 1), InspectionVerdict.FAILED)
    return reference, conflict(world)


def conflict(world: World, desk: str = DESK) -> int:
    [found] = open_conflicts(world.session, world.actor(desk))
    return found.id


def offers(world: World, reference: str) -> dict[str, int]:
    """What is offered, by way and asset."""
    _, ways = standing_offers(world.session, world.line(reference).id)
    return {each.asset.code if each.asset else str(each.way): each.id for each in ways}


def resolution(world: World) -> str | None:
    return world.session.scalars(select(Conflict.resolution).execution_options(populate_existing=True)).one()


def decides_itself(world: World, code: str) -> str:
    """From now on the desk of its owner decides on an asset; its address."""
    owner = world.asset(code).managers[0].subject
    world.session.add(LendingRule(authority_id=owner, asset_id=world.asset(code).id, decides="desk", source="art. 9 (fictief)"))
    world.session.commit()
    desks = select(Account.email).join(Role, Role.account_id == Account.id).where(Role.authority_id == owner, Role.name == "desk")
    return world.session.scalars(desks).first()


def elsewhere(world: World, reference: str) -> list[str]:
    fit = ways_out(world.session, standing_of(world.session, world.line(reference).id), world.now)
    return [each.asset.code for each in fit.elsewhere]


def asked_elsewhere(world: World) -> tuple[str, int, str]:
    """The borrower asked another owner, whose desk decides: the reference, the conflict, and that desk."""
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    desk = decides_itself(world, other)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    incidents.choose(world.session, world.actor(BORROWER), reference, 1, offers(world, reference)[other], world.now)
    return reference, key, desk


def test_what_fits_is_of_the_same_kind_free_and_not_refused_by_its_owner(world):
    reference, _ = broken(world)
    fit = ways_out(world.session, standing_of(world.session, world.line(reference).id), world.now)
    assert fit.own == []
    assert fit.elsewhere
    assert {each.asset.category for each in fit.elsewhere} == {"aerial_platform"}
    assert all(not each.own and each.owner.name != "Zandhoven" for each in fit.elsewhere)
    assert PLATFORM not in [each.asset.code for each in fit.elsewhere]
    assert "BOE-HW-01" not in [each.asset.code for each in fit.elsewhere]  # which failed its own inspection


@on_both_engines
def test_another_owners_asset_is_a_line_that_it_decides_and_the_old_one_waits_for_it(world: World):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    desk = decides_itself(world, other)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [], "die van ons is afgekeurd")
    assert world.mails("conflict_offer") == world.mails("line_hit")
    ways = offers(world, reference)
    assert set(ways) == {other, "cancel"}
    state = incidents.choose(world.session, world.actor(BORROWER), reference, 1, ways[other], world.now)
    old, new = world.line(reference), world.line(reference, 2)
    assert (old.state, new.state, state) == ("approved", "requested", LineState.REQUESTED)
    assert (new.instead_of_id, new.asset_id, new.reservation_id) == (old.id, world.asset(other).id, old.reservation_id)
    assert new.dossier_id != old.dossier_id
    assert resolution(world) is None
    assert in_order(world)
    with pytest.raises(Refused, match="choice_waits"):
        incidents.choose(world.session, world.actor(BORROWER), reference, 1, ways["cancel"], world.now)
    with pytest.raises((NotFound, NotAllowed)):
        reservations.approve(world.session, world.actor(DESK), reference, 2, world.now)
    reservations.approve(world.session, world.actor(desk), reference, 2, world.now, "kort dag, maar goed", override=True)
    assert (world.line(reference).state, world.line(reference, 2).state) == ("cancelled", "approved")
    assert world.held(f"line:{old.id}") == []
    assert resolution(world) == "replaced"
    assert world.session.scalars(select(Charge)).all() == []
    assert in_order(world)


def test_a_refusal_leaves_the_old_line_and_the_choice_is_open_again(world):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    desk = decides_itself(world, other)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    ways = offers(world, reference)
    incidents.choose(world.session, world.actor(BORROWER), reference, 1, ways[other], world.now)
    reservations.refuse(world.session, world.actor(desk), reference, 2, world.now, "nodig voor eigen werk")
    assert (world.line(reference).state, resolution(world)) == ("approved", None)
    assert incidents.choose(world.session, world.actor(BORROWER), reference, 1, ways["cancel"], world.now) is LineState.CANCELLED
    assert resolution(world) == "cancelled"
    assert world.session.scalars(select(Charge)).all() == []
    assert in_order(world)


def test_another_date_replaces_the_promise_at_once(world):
    reference = world.lend(SOUND, period("2027-06-12 10:00", "2027-06-12 18:00"))
    span = moment("2027-06-12 12:00"), moment("2027-06-14 20:00")
    incidents.record_breakdown(world.session, world.actor(cast.TECHNICIAN_RANST), world.asset(SOUND).id, world.now, *span, note="stuk")
    key = conflict(world, cast.DESK_RANST)
    fit = ways_out(world.session, standing_of(world.session, world.line(reference).id), world.now)
    assert fit.dates
    unfit = [period("2027-06-12 12:00", "2027-06-12 13:00")]
    with pytest.raises(Refused, match="offer_unfit"):
        incidents.offer(world.session, world.actor(cast.DESK_RANST), key, world.now, [], unfit)
    with pytest.raises(Refused, match="field_required"):
        incidents.offer(world.session, world.actor(cast.DESK_RANST), key, world.now, [], [])
    incidents.offer(world.session, world.actor(cast.DESK_RANST), key, world.now, [], fit.dates[:2])
    ways = [each for each in standing_offers(world.session, world.line(reference).id)[1] if each.use]
    incidents.choose(world.session, world.actor(cast.ORGANISER), reference, 1, ways[0].id, world.now)
    assert (world.line(reference).use_start, resolution(world)) == (fit.dates[0].start, "moved")
    with pytest.raises(NotFound):
        incidents.choose(world.session, world.actor(cast.ORGANISER), reference, 1, ways[1].id, world.now)
    assert world.mails("conflict_chosen") == ["uitleendienst@ranst.example"]
    assert in_order(world)


def test_what_was_offered_and_is_taken_since_cannot_be_chosen_and_the_old_line_stands(world):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    world.inspect(other, date(2027, 3, 1), date(2027, 3, 1), "failed")
    with pytest.raises((Taken, Refused)):
        incidents.choose(world.session, world.actor(BORROWER), reference, 1, offers(world, reference)[other], world.now)
    assert world.line(reference).state == "approved"
    assert resolution(world) is None


def test_of_what_is_lent_the_replacement_starts_now_and_the_broken_one_comes_back_as_it_was_to(world):
    reference = world.lend("RAN-NAD", period("2027-06-12 10:00", "2027-06-16 18:00"), units=10)
    world.now = world.line(reference).custody_start
    technician = world.actor(cast.TECHNICIAN_RANST)
    handovers.hand_over(world.session, technician, reference, 1, world.now)
    world.now = moment("2027-06-14 10:00")
    incidents.record_breakdown(world.session, technician, world.asset("RAN-NAD").id, world.now, world.now, None, 200, "omgewaaid")
    key, other = conflict(world, cast.DESK_RANST), world.asset("RAN-TAF").id
    incidents.resolve_conflict(world.session, world.actor(cast.DESK_RANST), key, "replaced", world.now, "tafels dan maar", asset=other)
    old, new = world.line(reference), world.line(reference, 2)
    assert (old.state, new.state, new.instead_of_id) == ("handed_over", "approved", old.id)
    assert (new.use_start, new.use_end) == (world.now, old.use_end)
    assert resolution(world) == "replaced"
    handovers.hand_over(world.session, technician, reference, 2, world.now)
    assert in_order(world)


def test_where_the_other_owner_confirms_by_itself_the_new_line_stands_at_once(world):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    way = offers(world, reference)[other]
    assert incidents.choose(world.session, world.actor(BORROWER), reference, 1, way, world.now) is LineState.APPROVED
    assert (world.line(reference).state, resolution(world)) == ("cancelled", "replaced")
    assert in_order(world)


def test_what_is_kept_after_all_takes_back_what_was_asked_elsewhere(world):
    reference, *_ = asked_elsewhere(world)
    world.now += timedelta(days=1)
    record(world, date(2027, 3, 2))
    assert resolution(world) == "gone"
    incidents.sweep_conflicts(world.session, world.now)
    assert (world.line(reference).state, world.line(reference, 2).state) == ("approved", "cancelled")
    assert in_order(world)


def test_what_its_desk_lets_stand_is_not_called_off_when_another_owner_says_yes_too_late(world):
    reference, key, desk = asked_elsewhere(world)
    incidents.resolve_conflict(world.session, world.actor(DESK), key, "accepted", world.now, "het mag toch")
    assert (world.line(reference).state, world.line(reference, 2).state) == ("approved", "cancelled")
    with pytest.raises(IllegalMove):
        reservations.approve(world.session, world.actor(desk), reference, 2, world.now, "ja", override=True)
    assert (world.line(reference).state, resolution(world)) == ("approved", "accepted")
    assert in_order(world)


def test_what_was_asked_elsewhere_is_taken_back_though_who_asked_it_left(world):
    reference, *_ = asked_elsewhere(world)
    world.session.scalars(select(Account).where(Account.email == BORROWER)).one().suspended_at = world.now
    world.session.commit()
    world.now += timedelta(days=1)
    record(world, date(2027, 3, 2))
    incidents.sweep_conflicts(world.session, world.now)
    assert (world.line(reference).state, world.line(reference, 2).state) == ("approved", "cancelled")
    assert in_order(world)


@pytest.mark.parametrize("who", [cast.ORGANISER, cast.DESK_RANST, cast.DESK_ZANDHOVEN])
def test_only_the_borrower_chooses_and_only_its_desk_offers(world, who):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    if who != DESK:
        with pytest.raises(NotFound):
            incidents.offer(world.session, world.actor(who), key, world.now, [world.asset(other).id], [])
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    with pytest.raises((NotFound, NotAllowed)):
        incidents.choose(world.session, world.actor(who), reference, 1, offers(world, reference)["cancel"], world.now)
    assert world.session.scalars(select(Line.state)).all() == ["approved"]


def test_where_the_other_owner_asks_for_a_contract_it_is_made_when_the_new_line_stands_at_once(world):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    owner = world.asset(other).managers[0].subject
    world.session.add(LendingRule(authority_id=owner, needs_contract=True, source="art. 15 (fictief)"))
    world.session.commit()
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    incidents.choose(world.session, world.actor(BORROWER), reference, 1, offers(world, reference)[other], world.now)
    new = world.line(reference, 2)
    assert (new.state, len(contracts_of(world.session, [new.dossier_id]).get(new.dossier_id, []))) == ("approved", 1)


def test_a_desk_writes_down_what_the_borrower_chose_by_telephone(world):
    reference, key = broken(world)
    [other, *_] = elsewhere(world, reference)
    incidents.offer(world.session, world.actor(DESK), key, world.now, [world.asset(other).id], [])
    ways = offers(world, reference)
    with pytest.raises(Refused, match="field_required"):
        incidents.choose_by_phone(world.session, world.actor(DESK), key, ways["cancel"], " ", world.now)
    with pytest.raises(NotFound):
        incidents.choose_by_phone(world.session, world.actor(cast.DESK_RANST), key, ways["cancel"], "Lotte", world.now)
    state = incidents.choose_by_phone(world.session, world.actor(DESK), key, ways["cancel"], "Lotte Maes", world.now)
    kept = world.session.get_one(ConflictOffer, ways["cancel"], populate_existing=True)
    assert (state, kept.told_by, kept.answered_at, kept.state) == (LineState.CANCELLED, "Lotte Maes", world.now, "chosen")
    assert resolution(world) == "cancelled"
    assert (len(world.mails("conflict_phoned")), world.mails("conflict_chosen")) == (1, [])
    assert in_order(world)


def test_what_was_asked_elsewhere_and_is_needless_is_told_to_its_owner_and_the_borrower(world):
    reference, key, _ = asked_elsewhere(world)
    borrower = world.mails("conflict_offer")
    incidents.resolve_conflict(world.session, world.actor(DESK), key, "accepted", world.now, "toch hersteld")
    assert world.line(reference, 2).state == "cancelled"
    assert world.mails("choice_needless") == borrower
    owner = world.session.get_one(Dossier, world.line(reference, 2).dossier_id).authority_id
    assert world.mails("line_cancel") == [world.session.get_one(Authority, owner).email]
