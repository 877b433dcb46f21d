"""What comes after the asking: amendments, options, quotas, halls in parts, cancellation; on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.overview import my_reservations, overview
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Purpose
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.refusals import Refused, Taken
from booking.services import reservations
from models import Decision, LendingRule, Line, Occupancy, Quote, Task
from tests.services.asks import JULY, JUNE, count, three_owners
from tests.services.world import World, moment, period


def test_an_approved_line_keeps_its_promise_while_its_change_waits(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    change = AskLine(world.asset(cast.HALL_RANST).id, JULY)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    assert world.line(reference).use_start == JUNE.start
    for use in (JUNE, JULY):
        with pytest.raises(Taken):
            world.ask(cast.HALL_RANST, use)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    assert world.line(reference).use_start == JULY.start
    out = world.session.scalars(select(Task).order_by(Task.id).limit(1)).one()
    assert (out.sequence, out.starts_at) == (1, JULY.start)
    world.ask(cast.HALL_RANST, JUNE)


def test_a_refused_change_leaves_the_line_as_it_was(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    change = AskLine(world.asset(cast.HALL_RANST).id, JULY)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    reservations.refuse(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, "Bezet")
    assert (world.line(reference).state, world.line(reference).use_start) == (LineState.APPROVED, JUNE.start)
    world.ask(cast.HALL_RANST, JULY)


def test_a_change_may_overlap_what_it_replaces(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    later = period("2027-06-12 16:00", "2027-06-12 20:00")
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, AskLine(world.asset(cast.HALL_RANST).id, later))
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    assert world.held(f"line:{world.line(reference).id}")[0][0] == later.start


def test_another_owners_asset_is_never_a_change(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    change = AskLine(world.asset("WIJ-ZAAL-01").id, JUNE)
    with pytest.raises(Refused) as refusal:
        reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    assert refusal.value.code == "line_foreign"


def test_an_option_lapses_at_its_moment_and_readers_ignore_it_at_once(world: World) -> None:
    ask = Ask(three_owners(world).borrower, three_owners(world).lines[:1], option_until=moment("2027-03-03 12:00"))
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)
    assert receipt.lines[0].state is LineState.OPTION
    world.now = moment("2027-03-03 11:59")
    with pytest.raises(Taken):
        world.ask(cast.HALL_RANST, JUNE)
    world.now = moment("2027-03-03 12:00")
    world.ask(cast.HALL_RANST, JUNE)
    assert world.line(receipt.reference).state == LineState.EXPIRED
    assert world.moves(receipt.reference)[-1] == ("expired", "system")


def test_an_option_becomes_a_request_before_it_lapses(world: World) -> None:
    ask = Ask(three_owners(world).borrower, three_owners(world).lines[:1], option_until=moment("2027-03-03 12:00"))
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)
    reservations.confirm_option(world.session, world.actor(cast.ORGANISER), receipt.reference, 1, world.now)
    assert world.line(receipt.reference).state == LineState.REQUESTED


def test_a_request_that_nobody_decided_lapses_with_a_mail(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    later = moment("2027-03-20 09:00")
    assert reservations.expire(world.session, later) == 1
    assert reservations.expire(world.session, later) == 0
    assert world.line(reference).state == LineState.EXPIRED
    assert world.mails("line_expired")
    with pytest.raises(IllegalMove):
        reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, later)


def test_one_request_that_cannot_lapse_does_not_keep_the_others_waiting(world: World, caplog: pytest.LogCaptureFixture) -> None:
    stuck, other = world.ask(cast.HALL_RANST, JUNE), world.ask(cast.HALL_RANST, JULY)
    later, line = moment("2027-03-20 09:00"), world.line(stuck).id
    world.spoil("line_move", f"NEW.line_id = {line}")
    for done in (1, 0):
        assert reservations.expire(world.session, later) == done
    assert (world.line(stuck).state, world.line(other).state) == (LineState.REQUESTED, LineState.EXPIRED)
    assert f"expire: line {line}" in caplog.text


def test_collected_requests_queue_and_one_of_them_gets_it(world: World) -> None:
    week = period("2027-08-13 10:00", "2027-08-15 18:00")
    brecht = world.actor(cast.DESK_BRECHT)
    first, second = (world.ask("BRE-TENT-01", week) for _ in range(2))
    assert world.session.scalars(select(Occupancy.kind)).all() == []
    reservations.approve(world.session, brecht, second, 1, world.now, "Minst geleend", override=True)
    with pytest.raises(Taken):
        reservations.approve(world.session, brecht, first, 1, world.now, "x", override=True)
    assert (world.line(first).state, world.line(second).state) == (LineState.REQUESTED, LineState.APPROVED)


def test_a_quota_is_used_by_a_request_and_given_back_by_a_timely_cancellation(world: World) -> None:
    driver = cast.person_id(world.session, "Leo Trekhaak")
    weekends = [period(f"2027-0{month}-12 10:00", f"2027-0{month}-12 18:00") for month in (5, 6, 7)]
    first, _ = (world.ask("RAN-WC-01", use, driver=driver) for use in weekends[:2])
    with pytest.raises(Refused) as refusal:
        world.ask("RAN-WC-01", weekends[2], driver=driver)
    codes = {finding.code for line in refusal.value.details["lines"] for finding in line.findings}
    assert "quota_used_up" in codes
    reservations.cancel_line(world.session, world.actor(cast.ORGANISER), first, 1, world.now)
    world.ask("RAN-WC-01", weekends[2], driver=driver)


@pytest.mark.parametrize(("taken", "wanted", "is_free"), [
    ("WOM-SPO-01", "WOM-SPO-01-A", False), ("WOM-SPO-01-A", "WOM-SPO-01", False), ("WOM-SPO-01-AB", "WOM-SPO-01-BC", False),
    ("WOM-SPO-01-AB", "WOM-SPO-01-C", True), ("WOM-SPO-01-A", "WOM-SPO-01-BC", True), ("WOM-SPO-01-B", "WOM-SPO-01", False),
])  # fmt: skip
def test_a_hall_in_thirds_is_free_where_all_of_its_parts_are(world: World, taken: str, wanted: str, is_free: bool) -> None:
    def request(code: str) -> None:
        ask = Ask(three_owners(world).borrower, (AskLine(world.asset(code).id, JUNE),), purpose=Purpose.SPORT)
        reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)

    request(taken)
    if is_free:
        request(wanted)
    else:
        with pytest.raises(Taken):
            request(wanted)


def test_a_kit_takes_its_components(world: World) -> None:
    reference = world.ask(cast.KIT_RANST, JUNE)
    held = world.session.execute(select(Occupancy.asset_id, Occupancy.units).where(Occupancy.holder == f"line:{world.line(reference).id}"))
    parts = {world.asset("RAN-TAF").id: 10, world.asset("RAN-STO").id: 60, world.asset("RAN-GEL-01").id: 1}
    assert dict(held.all()) == parts


def test_cancelling_the_whole_frees_everything_and_calls_off_the_work(world: World) -> None:
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), three_owners(world), world.now)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), receipt.reference, 1, world.now)
    assert reservations.cancel(world.session, world.actor(cast.ORGANISER), receipt.reference, world.now) == 3
    assert count(world, Occupancy) == 0
    assert set(world.session.scalars(select(Task.state))) == {"cancelled"}
    assert my_reservations(world.session, world.actor(cast.ORGANISER))[0].state is LineState.CANCELLED
    with pytest.raises(IllegalMove):
        reservations.cancel(world.session, world.actor(cast.ORGANISER), receipt.reference, world.now)


def test_an_override_needs_a_reason_and_is_kept(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, period("2027-03-04 14:00", "2027-03-04 17:00"))
    desk, late = world.actor(cast.DESK_RANST), world.now
    ranst, hall = cast.authority_id(world.session, cast.RANST), world.asset(cast.HALL_RANST).id
    world.session.add(LendingRule(authority_id=ranst, asset_id=hall, longest=1, longest_unit="hours"))
    world.session.commit()
    with pytest.raises(Refused):
        reservations.approve(world.session, desk, reference, 1, late)
    with pytest.raises(Refused):
        reservations.approve(world.session, desk, reference, 1, late, "", override=True)
    reservations.approve(world.session, desk, reference, 1, late, "De zaalwacht is verwittigd", override=True)
    kept = world.session.scalars(select(Decision).order_by(Decision.id.desc())).first()
    assert kept is not None
    assert kept.reason == "De zaalwacht is verwittigd"
    assert {finding["code"]: finding["set_aside"] for finding in kept.findings if "set_aside" in finding} == {
        "duration_too_long": "De zaalwacht is verwittigd"
    }


def test_who_only_claims_an_organisation_pays_as_a_resident_and_waits_for_a_desk(world: World) -> None:
    organiser, claiming = (world.actor(email) for email in (cast.ORGANISER, cast.ORGANISER_CLAIMING))
    ask = Ask(three_owners(world).borrower, three_owners(world).lines[:1])
    verified, claimed = (reservations.preview(world.session, actor, ask, world.now) for actor in (organiser, claiming))
    totals = [judged.dossiers[0].quote.total for judged in (verified, claimed) if judged.dossiers[0].quote]
    assert totals == [1000, 2000]
    assert "membership_unverified" in {finding.code for finding in claimed.lines[0].findings}


def test_every_quote_version_adds_up_from_its_posts(world: World) -> None:
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), three_owners(world), world.now)
    reservations.cancel_line(world.session, world.actor(cast.ORGANISER), receipt.reference, 1, world.now)
    seen = overview(world.session, world.actor(cast.ORGANISER), receipt.reference)
    quotes = [quote for dossier in seen.dossiers for quote in dossier.quotes]
    assert len(quotes) == count(world, Quote) == 4
    for quote in quotes:
        assert quote.net == sum(post["amount"] for post in quote.posts if not post["deposit"])
        assert quote.deposit == sum(post["amount"] for post in quote.posts if post["deposit"])
        assert quote.total == quote.net + quote.vat


def test_what_was_returned_is_still_owed_when_another_line_is_called_off(world: World) -> None:
    halls = tuple(AskLine(world.asset(code).id, JUNE) for code in (cast.HALL_RANST, "RAN-ZAAL-JP"))
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), Ask(three_owners(world).borrower, halls), world.now)
    world.session.execute(update(Line).where(Line.id == receipt.lines[0].id).values(state=LineState.RETURNED))
    world.session.commit()
    reservations.cancel_line(world.session, world.actor(cast.ORGANISER), receipt.reference, 2, world.now)
    quotes = overview(world.session, world.actor(cast.ORGANISER), receipt.reference).dossiers[0].quotes
    assert [quote.total for quote in quotes] == [1000, 2000]
