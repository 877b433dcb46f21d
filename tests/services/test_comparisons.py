"""One basket at every municipality: the amounts of Ranst by hand, what is missing elsewhere, and one small question to the database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.comparisons import Row, asked_of, compared
from booking.rules.comparisons import GUISES, Basket, Item
from booking.rules.kinds import Handover
from tests.services.world import World, period

WEEKEND, EVENING = period("2027-06-11 16:00", "2027-06-14 09:00"), period("2027-06-16 18:00", "2027-06-16 23:00")
TRAILER, DECKS, REFECTORY = Item("toilet_trailer"), Item("stage_deck", 40), Item("refectory")


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def at(rows: list[Row], name: str = "Ranst") -> Row:
    return next(row for row in rows if name in row.authority.name)


@pytest.mark.parametrize(
    ("basket", "guise", "total", "deposit"),
    [
        (Basket((TRAILER,), WEEKEND), "association_recognised", 500, 25_000),  # the first of the year is free: the minimum of a dossier
        (Basket((TRAILER,), WEEKEND), "authority_partner", 5_500, 0),  # a weekend of 110.00 × 50 %
        (Basket((TRAILER,), WEEKEND), "company", 27_500, 25_000),  # × 250 %
        (Basket((TRAILER,), WEEKEND), "authority_own", 0, 0),
        (Basket((DECKS,), WEEKEND), "association_recognised", 16_000, 0),  # 40 × 8.00 × 50 %
        (Basket((DECKS,), WEEKEND, handover=Handover.DELIVERY), "authority_partner", 18_500, 0),  # and 25.00 to deliver
        (Basket((TRAILER, DECKS), WEEKEND), "association_recognised", 16_000, 25_000),  # above the minimum
        (Basket((REFECTORY,), EVENING), "association_youth", 4_000, 0),  # from 18:00 to 24:00 is one part of the day
    ],
)
def test_what_ranst_asks_is_what_its_regulation_says(world: World, basket: Basket, guise: str, total: int, deposit: int) -> None:
    cell = at(compared(world.session, basket, [GUISES[guise]], world.now)).cells[0]
    assert (cell.total, cell.deposit, cell.is_whole) == (total, deposit, True)


def test_a_price_that_depends_on_the_asset_is_told_from_low_to_high(world: World) -> None:
    row = at(compared(world.session, Basket((REFECTORY,), EVENING), [GUISES["association_recognised"]], world.now))
    assert [each.asset.code for each in row.chosen] == ["RAN-REF-BR"]
    assert (row.cells[0].total, row.cells[0].low, row.cells[0].high) == (4_000, 4_000, 5_000)


def test_who_may_not_have_it_has_no_price(world: World) -> None:
    cell = at(compared(world.session, Basket((REFECTORY, DECKS), EVENING), [GUISES["company"]], world.now)).cells[0]
    assert (cell.unpriced, cell.is_priced, cell.is_whole, cell.total) == (("refectory",), True, False, 80_000)  # 40 × 8.00 × 250 %


def test_centuries_are_not_summed_for_who_only_looks(world: World) -> None:
    centuries = period("2027-06-11 16:00", "2999-06-14 09:00")
    found = at(compared(world.session, Basket((TRAILER,), centuries), [GUISES["association"]], world.now))
    assert found.cells[0].unpriced == ("toilet_trailer",)


def test_what_a_municipality_has_not_is_told_and_those_with_everything_come_first(world: World) -> None:
    rows = compared(world.session, Basket((TRAILER, DECKS), WEEKEND), [GUISES["association_recognised"]], world.now)
    assert at(rows, "Boechout").missing == ((DECKS, 28),)
    assert at(rows, "Brecht").missing == ((DECKS, 0),)
    complete = [row.is_complete for row in rows]
    assert complete == sorted(complete, reverse=True)
    totals = [row.cells[0].total for row in rows if row.is_complete]
    assert totals == sorted(totals)


def test_from_one_municipality_ties_and_recognition_are_what_they_are(world: World) -> None:
    wommelgem = cast.authority_id(world.session, cast.WOMMELGEM)
    there = [replace(GUISES[code], home=wommelgem) for code in ("association_recognised", "authority_partner")]
    rows = compared(world.session, Basket((TRAILER,), WEEKEND), there, world.now)
    elsewhere, partner = at(rows).cells
    assert elsewhere.parts[0].quote.group == "others"  # Ranst does not recognise an association of Wommelgem
    assert elsewhere.total == 11_000
    assert partner.parts[0].quote.group == "partners"
    assert at(rows, "Wommelgem").cells[0].total < elsewhere.total  # at home it is recognised


def test_everything_comes_from_the_catalogue_at_hand(world: World) -> None:
    catalogue(world.session)
    asked: list[str] = []
    event.listen(world.session.get_bind(), "before_cursor_execute", lambda _c, _k, statement, *_: asked.append(statement))
    compared(world.session, Basket((TRAILER, DECKS, REFECTORY), WEEKEND), list(GUISES.values()), world.now)
    assert len(asked) <= 2  # the version of the catalogue, and perhaps the beginning of a transaction


def test_what_tariffs_count_with_is_asked_for(world: World) -> None:
    platform = Basket((Item("aerial_platform"), TRAILER), WEEKEND)
    picked_up = asked_of(world.session, platform, world.now)
    assert set(picked_up) <= set(asked_of(world.session, replace(platform, handover=Handover.DELIVERY), world.now))
