"""Asking and deciding: a reservation by the services alone, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.overview import overview, worklist
from booking.rules.admission import CHECKS
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Purpose
from booking.rules.lifecycle import LineState
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import reservations
from models import Decision, Line, Occupancy, Outbox, Task
from tests.services.asks import JULY, JUNE, count, three_owners
from tests.services.world import World, period


def test_one_request_becomes_a_dossier_per_owner_with_a_price_and_findings_each(world: World) -> None:
    organiser = world.actor(cast.ORGANISER)
    receipt = reservations.request(world.session, organiser, three_owners(world), world.now)
    seen = overview(world.session, organiser, receipt.reference)
    assert receipt.reference == "SD-2027-000001"
    assert {dossier.authority.name for dossier in seen.dossiers} == {"Ranst", "Zandhoven", "Nijlen"}
    assert [line.state for line in seen.lines] == [LineState.REQUESTED] * 3
    assert all(dossier.quotes[0].accepted_at == world.now for dossier in seen.dossiers)
    assert all(len(line.findings) == len(CHECKS) for line in seen.lines)
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
    receipt = reservations.request(world.session, technician, Ask(service, lines, purpose=Purpose.WORKS), world.now)
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
    assert world.session.scalars(select(Occupancy.kind)).all() == ["firm"]
    world.ask(cast.HALL_RANST, JUNE)


def test_a_declined_proposal_goes_back_to_the_desk_as_it_was(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    reservations.propose(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, JULY)
    reservations.decline(world.session, world.actor(cast.ORGANISER), reference, 1, world.now)
    line = world.line(reference)
    assert (line.state, line.use_start) == (LineState.REQUESTED, JUNE.start)
    world.ask(cast.HALL_RANST, JULY)
