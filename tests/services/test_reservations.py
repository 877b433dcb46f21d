"""A reservation from request to cancellation, by the services alone, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from booking.demo import cast
from booking.queries.overview import my_reservations, overview, worklist
from booking.rules.asking import Ask, AskLine
from booking.rules.lifecycle import IllegalMove, LineState
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import reservations
from models import Decision, Line, Occupancy, Outbox, Quote, Task
from tests.services.world import World, moment, period

JUNE = period("2027-06-12 14:00", "2027-06-12 18:00")
JULY = period("2027-07-10 14:00", "2027-07-10 18:00")


def three_owners(world: World) -> Ask:
    driver = cast.person_id(world.session, "Leo Trekhaak")
    return Ask(
        cast.borrower_id(world.session, cast.ASSOCIATION_RANST),
        (
            AskLine(world.asset(cast.HALL_RANST).id, JUNE),
            AskLine(world.asset(cast.STAGE_ZANDHOVEN).id, JUNE, driver=driver),
            AskLine(world.asset(cast.JOINT_TOILETS).id, JUNE, driver=driver),
        ),
        event="Zomerconcert",
    )


def count(world: World, table: type) -> int:
    return world.session.scalar(select(func.count()).select_from(table)) or 0


def test_one_request_becomes_a_dossier_per_owner_with_a_price_and_findings_each(world: World) -> None:
    organiser = world.actor(cast.ORGANISER)
    receipt = reservations.request(world.session, organiser, three_owners(world), world.now)
    seen = overview(world.session, organiser, receipt.reference)
    assert receipt.reference == "SD-2027-000001"
    assert {dossier.authority.name for dossier in seen.dossiers} == {"Ranst", "Zandhoven", "Nijlen"}
    assert [line.state for line in seen.lines] == [LineState.REQUESTED] * 3
    assert all(dossier.quotes[0].accepted_at == world.now for dossier in seen.dossiers)
    assert all(len(line.findings) == 20 for line in seen.lines)
    assert seen.lines[0].price == 1000  # one day part of a room in Ranst for a recognised association


def test_the_preview_says_what_the_request_then_keeps(world: World) -> None:
    organiser, ask = world.actor(cast.ORGANISER), three_owners(world)
    preview = reservations.preview(world.session, organiser, ask, world.now)
    receipt = reservations.request(world.session, organiser, ask, world.now)
    kept = overview(world.session, organiser, receipt.reference)
    assert [line.findings for line in kept.lines] == [[finding.as_json() for finding in line.findings] for line in preview.lines]
    totals = {dossier.authority.id: dossier.quote.total for dossier in preview.dossiers if dossier.quote}
    assert {dossier.authority.id: dossier.quotes[0].total for dossier in kept.dossiers} == totals


def test_a_preview_writes_nothing(world: World) -> None:
    before = [count(world, table) for table in (Line, Occupancy, Outbox, Decision)]
    reservations.preview(world.session, world.actor(cast.ORGANISER), three_owners(world), world.now)
    assert [count(world, table) for table in (Line, Occupancy, Outbox, Decision)] == before


def test_what_is_taken_is_refused_whole_with_the_nearest_dates_and_places(world: World) -> None:
    world.ask(cast.HALL_RANST, JUNE)
    before = count(world, Line)
    with pytest.raises(Taken) as refusal:
        reservations.request(world.session, world.actor(cast.ORGANISER), three_owners(world), world.now)
    found = refusal.value.details["alternatives"][1]
    assert [each.start - JUNE.start for each in found.dates] == [timedelta(days=1), timedelta(days=-1), timedelta(days=2)]
    assert found.places[0].asset.code == "RAN-ZAAL-JP"
    assert count(world, Line) == before


def test_two_lines_of_one_request_cannot_have_the_same_thing(world: World) -> None:
    hall = AskLine(world.asset(cast.HALL_RANST).id, JUNE)
    with pytest.raises(Taken):
        reservations.request(world.session, world.actor(cast.ORGANISER), Ask(three_owners(world).borrower, (hall, hall)), world.now)


def test_the_neighbours_platform_is_confirmed_at_once_with_a_named_operator_at_the_preferred_tariff(world: World) -> None:
    technician = world.actor(cast.TECHNICIAN_WOMMELGEM)
    service = cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM)
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    use = period("2027-03-09 08:00", "2027-03-12 16:00")
    lines = (AskLine(world.asset(cast.PLATFORM_ZANDHOVEN).id, use, operator=operator),)
    receipt = reservations.request(world.session, technician, Ask(service, lines, purpose="works"), world.now)  # type: ignore[arg-type]
    assert [line.state for line in receipt.lines] == [LineState.APPROVED]
    quote = receipt.judged.dossiers[0].quote
    assert quote is not None
    assert quote.group == "partners"
    assert world.session.scalars(select(Task.kind).order_by(Task.id)).all() == ["hand_out", "take_back"]


def test_each_desk_decides_its_own_lines_and_no_others(world: World) -> None:
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), three_owners(world), world.now)
    ranst, brecht = world.actor(cast.DESK_RANST), world.actor(cast.DESK_BRECHT)
    reservations.approve(world.session, ranst, receipt.reference, 1, world.now)
    with pytest.raises(NotFound):
        reservations.approve(world.session, ranst, receipt.reference, 2, world.now)
    with pytest.raises(NotFound):
        overview(world.session, brecht, receipt.reference)
    with pytest.raises(NotAllowed):
        reservations.approve(world.session, world.actor(cast.ORGANISER), receipt.reference, 2, world.now)
    seen = overview(world.session, ranst, receipt.reference)
    assert [dossier.authority.name for dossier in seen.dossiers] == ["Ranst"]


def test_a_worklist_holds_what_its_desk_must_decide(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    mine = worklist(world.session, world.actor(cast.DESK_RANST), world.now)
    assert [(row.reference, row.number) for row in mine] == [(reference, 1)]
    assert worklist(world.session, world.actor(cast.DESK_BRECHT), world.now) == []
    assert worklist(world.session, world.actor(cast.ORGANISER), world.now) == []


def test_a_refusal_frees_the_units_keeps_the_reason_and_prices_what_is_left(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    desk = world.actor(cast.DESK_RANST)
    with pytest.raises(Refused):
        reservations.refuse(world.session, desk, reference, 1, world.now, "  ")
    reservations.refuse(world.session, desk, reference, 1, world.now, "Zaal nodig voor de gemeenteraad")
    seen = overview(world.session, world.actor(cast.ORGANISER), reference)
    assert seen.state is LineState.REFUSED
    assert seen.lines[0].moves[-1]["reason"] == "Zaal nodig voor de gemeenteraad"
    assert [(quote.version, quote.total) for quote in seen.dossiers[0].quotes] == [(2, 0), (1, 1000)]
    world.ask(cast.HALL_RANST, JUNE)


def test_a_proposal_holds_both_dates_until_the_borrower_takes_it(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    reservations.propose(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, JULY, "Poetsdag")
    for use in (JUNE, JULY):
        with pytest.raises(Taken):
            world.ask(cast.HALL_RANST, use)
    reservations.accept(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    line = world.line(reference)
    assert (line.state, line.use_start) == (LineState.APPROVED, JULY.start)
    assert [kind for kind in world.session.scalars(select(Occupancy.kind))] == ["firm"]
    world.ask(cast.HALL_RANST, JUNE)


def test_a_declined_proposal_goes_back_to_the_desk_as_it_was(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    reservations.propose(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, JULY)
    reservations.decline(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    line = world.line(reference)
    assert (line.state, line.use_start) == (LineState.REQUESTED, JUNE.start)
    world.ask(cast.HALL_RANST, JULY)


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
    assert [(task.sequence, task.starts_at) for task in world.session.scalars(select(Task).order_by(Task.id))][0] == (1, JULY.start)
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
    with pytest.raises(Refused) as refusal:
        change = AskLine(world.asset("WIJ-ZAAL-01").id, JUNE)
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
        ask = Ask(three_owners(world).borrower, (AskLine(world.asset(code).id, JUNE),), purpose="sport")  # type: ignore[arg-type]
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
    desk, late = world.actor(cast.DESK_RANST), moment("2027-03-04 09:00")
    world.session.execute(update(Line).values(holds_until=moment("2027-03-04 13:00")))
    world.session.execute(update(Occupancy).values(expires_at=moment("2027-03-04 13:00")))
    world.session.commit()
    with pytest.raises(Refused):
        reservations.approve(world.session, desk, reference, 1, late)
    with pytest.raises(Refused):
        reservations.approve(world.session, desk, reference, 1, late, "", override=True)
    reservations.approve(world.session, desk, reference, 1, late, "De zaalwacht is verwittigd", override=True)
    kept = world.session.scalars(select(Decision).order_by(Decision.id.desc())).first()
    assert kept is not None
    assert kept.reason == "De zaalwacht is verwittigd"
    assert "notice_too_short" in {finding["code"] for finding in kept.findings}


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
