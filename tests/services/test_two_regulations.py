"""A dossier across the first day of a new regulation, and an agreement that a regulation cannot follow; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select, update

from booking.demo import cast
from booking.demo.tariffs import FILES
from booking.queries.catalogue import catalogue
from booking.queries.charges.basis import parts_of, prices
from booking.queries.comparisons import compared
from booking.queries.judging import Judged
from booking.queries.verify import violations
from booking.rules.admission import Outcome
from booking.rules.asking import Ask, AskLine
from booking.rules.comparisons import GUISES, Basket, Item
from booking.rules.periods import Period
from booking.services import reservations
from booking.services.regulations import import_text
from models import AgreementTerm, Quote, QuoteLine, RegulationRow
from tests.services.asks import JULY, JUNE
from tests.services.world import World, period

OLD, NEW = "valid_from: 2023-01-01", "valid_from: 2027-07-01"
CHEAP, DEAR = "recognised: 10.00, others", "recognised: 15.00, others"


def from_july(world: World, cheap: str = CHEAP, dear: str = DEAR) -> tuple[int, int]:
    """Ranst decides that associations pay more for a meeting room from July on; the ids of the old regulation and the new."""
    owner = cast.authority_id(world.session, cast.RANST)
    before = world.session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == owner)).one()
    text = (FILES / "ranst.yaml").read_text(encoding="utf-8").partition("examples:")[0].replace(OLD, NEW).replace(cheap, dear)
    world.session.execute(update(RegulationRow).where(RegulationRow.id == before).values(valid_until=date(2027, 6, 30)))
    world.session.commit()
    return before, import_text(world.session, None, text, world.now)


def hall(world: World, *uses: Period) -> Ask:
    lines = tuple(AskLine(world.asset(cast.HALL_RANST).id, use) for use in uses)
    return Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines, event="Zomerconcert")


def preview(world: World, *uses: Period) -> Judged:
    return reservations.preview(world.session, world.actor(cast.ORGANISER), hall(world, *uses), world.now)


def total(judged: Judged) -> int:
    priced = judged.dossiers[0].quote
    assert priced is not None
    return priced.net


def test_each_line_is_priced_by_the_regulation_of_its_own_day_and_the_price_is_one(world: World) -> None:
    regulations = from_july(world)
    june, july = total(preview(world, JUNE)), total(preview(world, JULY))
    assert 0 < june < july
    assert total(preview(world, JULY, JUNE)) == june + july
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), hall(world, JULY, JUNE), world.now)
    quote = world.session.scalars(select(Quote).order_by(Quote.id.desc())).first()
    assert quote is not None
    assert quote.net == june + july
    rows = world.session.scalars(select(QuoteLine).where(QuoteLine.quote_id == quote.id, QuoteLine.line_id.is_not(None)))
    of_line = {row.line_id: row.regulation_id for row in rows}
    assert of_line == {receipt.lines[1].id: regulations[0], receipt.lines[0].id: regulations[1]}
    assert list(violations(world.session, world.now)) == []


def test_a_stay_over_the_change_is_priced_by_each_day_and_every_post_names_its_regulation(world: World) -> None:
    """The generator costs an association half of € 40, and from July half of € 60: two days of June and two of July."""
    regulations = from_july(world, "co_owners: 0.00, others: 40.00}", "co_owners: 0.00, others: 60.00}")
    stay = period("2027-06-29 09:00", "2027-07-02 17:00")
    asked = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(world.asset("RAN-GEN-01").id, stay),), event="Kamp")
    judged = reservations.preview(world.session, world.actor(cast.ORGANISER), asked, world.now)
    assert [part.card.id for part in judged.dossiers[0].parts] == list(regulations)
    assert (total(judged), judged.lines[0].facts.priced) == (2 * 2000 + 2 * 3000, True)
    recognised = replace(GUISES["association_recognised"], home=cast.authority_id(world.session, cast.RANST))
    rows_of_all = compared(world.session, Basket((Item("generator"),), stay), [recognised], world.now)
    assert next(row.cells[0].total for row in rows_of_all if row.authority.name == "Ranst") == total(judged)
    receipt = reservations.request(world.session, world.actor(cast.ORGANISER), asked, world.now)
    rows = world.session.scalars(select(QuoteLine).where(QuoteLine.line_id == receipt.lines[0].id, ~QuoteLine.deposit))
    assert [(row.regulation_id, row.amount) for row in rows] == list(zip(regulations, (4000, 6000), strict=True))
    dossier = world.session.scalars(select(Quote.dossier_id).order_by(Quote.id.desc())).first()
    assert dossier is not None
    assert [each.net for each in prices(parts_of(world.session, catalogue(world.session), dossier))] == [4000, 6000]
    assert list(violations(world.session, world.now)) == []


def test_prices_that_hold_their_vat_are_kept_so_that_every_total_can_be_proven(world: World) -> None:
    from_july(world, "    for: meeting_room\n", "    for: meeting_room\n    vat: 21_included\n")
    reservations.request(world.session, world.actor(cast.ORGANISER), hall(world, JULY, JUNE), world.now)
    quote = world.session.scalars(select(Quote).order_by(Quote.id.desc())).first()
    assert quote is not None
    assert (quote.net, quote.vat, quote.total) == (1000 + 826, 174, 2000)
    assert list(violations(world.session, world.now)) == []


def test_a_line_beyond_the_last_regulation_is_for_the_desk_to_price_and_the_other_keeps_its_price(world: World) -> None:
    june = total(preview(world, JUNE))
    world.session.execute(update(RegulationRow).values(valid_until=date(2027, 6, 30)))
    world.session.commit()
    judged = preview(world, JULY, JUNE)
    assert [["tariff_missing" in {found.code for found in line.findings}] for line in judged.lines] == [[True], [False]]
    assert total(judged) == june


def test_an_agreement_that_names_a_group_the_regulation_lacks_leaves_the_price_to_the_desk(world: World) -> None:
    world.session.execute(update(AgreementTerm).values(group_code="vrienden"))
    world.session.commit()
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    service = cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM)
    wanted = Ask(service, (AskLine(world.asset(cast.BARRIERS_RANST).id, JUNE, 5),), event="Werken")
    judged = reservations.preview(world.session, world.actor(cast.TECHNICIAN_WOMMELGEM), wanted, world.now)
    assert judged.dossiers[0].quote is None
    assert judged.lines[0].outcome is not Outcome.CONFIRMED
    assert "tariff_missing" in {found.code for found in judged.lines[0].findings}
    assert world.line(world.ask(cast.BARRIERS_RANST, JUNE, 5, **who)).state == "requested"


def test_what_a_second_regulation_covers_is_priced_by_it_and_the_rest_by_the_first(world: World) -> None:
    owner = cast.authority_id(world.session, cast.RANST)
    first = world.session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == owner)).one()
    of_the_hall = f"""
title: Retributiereglement lokaal (fictief)
owner: "{cast.RANST}"
covers: {cast.HALL_RANST}
valid_from: 2027-01-01
groups: [{{code: everyone, title: Iedereen, who: [{{anyone: yes}}]}}]
articles: [{{number: 1, title: Lokaal, kind: forfait, for: {cast.HALL_RANST}, prices: 77.00}}]
"""
    second = import_text(world.session, None, of_the_hall, world.now)
    row = world.session.get_one(RegulationRow, first, populate_existing=True)
    assert (row.state, row.valid_until) == ("published", date(2031, 12, 31)), "a regulation of the halls ends nothing of the materials"
    lines = (AskLine(world.asset(cast.HALL_RANST).id, JUNE), AskLine(world.asset(cast.BARRIERS_RANST).id, JUNE, 10))
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines, event="Zomerconcert")
    (dossier,) = reservations.preview(world.session, world.actor(cast.ORGANISER), ask, world.now).dossiers
    priced = {part[0].id: part[1].net for part in dossier.parts}
    assert priced[second] == 7700
    assert set(priced) == {first, second}
