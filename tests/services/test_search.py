"""A search judges hundreds at once and says of each what asking it alone would say; on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.narrowing import DISTANCE, NAME, PRICE, Filters, grouped, narrowed, ready_by_house
from booking.queries.openings import openings
from booking.queries.places import Place, find_place, places
from booking.queries.search import Offer, Search, offers
from booking.queries.strips import DayState, strips
from booking.rules.admission.readiness import Readiness, readiness
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import BorrowerKind
from booking.rules.permissions import NOBODY
from booking.services import reservations
from tests.services.world import TODAY, World, period

FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")


def known_places(world: World) -> list[Place]:
    return places(world.session, catalogue(world.session), TODAY)


def found_by(world: World, **asked: object) -> dict[str, Offer]:
    ranst = cast.authority_id(world.session, cast.RANST)
    guest = Search(FEAST, kind=BorrowerKind.ASSOCIATION, home=ranst, place=find_place(known_places(world), "Ranst"))
    return {offer.asset.code: offer for offer in offers(world.session, NOBODY, _with(guest, asked), world.now)}


def _with(search: Search, asked: dict[str, object]) -> Search:
    return Search(**{**{name: getattr(search, name) for name in Search.__slots__}, **asked})


def test_each_is_judged_and_priced_as_when_it_were_asked_alone(world: World) -> None:
    world.ask(cast.HALL_RANST, FEAST)
    house, sofie = cast.borrower_id(world.session, cast.ASSOCIATION_RANST), world.actor(cast.ORGANISER)
    found = offers(world.session, sofie, Search(FEAST, borrower=house), world.now)
    alone = []
    for offer in found:
        if offer.periods:
            judged = reservations.preview(world.session, sofie, Ask(house, (AskLine(offer.asset.id, FEAST),)), world.now)
            how, reason = readiness(judged.lines[0].findings)
            quote = judged.dossiers[0].quote
            alone.append((offer.asset.code, how, reason, quote if quote and offer.quote else None))
    assert [(offer.asset.code, offer.readiness, offer.reason, offer.quote) for offer in found if offer.periods] == alone
    assert {Readiness.READY, Readiness.NEEDS, Readiness.TAKEN} <= {how for _, how, _, _ in alone}


def test_what_a_regulation_cannot_tell_apart_is_priced_once(world: World) -> None:
    quotes = [offer.quote for offer in found_by(world).values() if offer.quote]
    assert 1 < len({id(quote) for quote in quotes}) < len(quotes)


def test_somebody_without_an_account_is_told_the_price_of_a_kind_of_borrower(world: World) -> None:
    own, company = (found_by(world, kind=kind)[cast.STAGE_ZANDHOVEN] for kind in (BorrowerKind.AUTHORITY, BorrowerKind.COMPANY))
    assert own.quote
    assert company.quote
    assert own.quote.total < company.quote.total


def test_centuries_are_judged_as_quickly_as_a_day_and_priced_by_the_desk(world: World) -> None:
    offer = found_by(world, use=period("2027-06-12 10:00", "2999-06-12 18:00"))[cast.STAGE_ZANDHOVEN]
    assert offer.quote is None


def test_nobody_in_particular_is_told_what_is_free(world: World) -> None:
    world.ask(cast.HALL_RANST, FEAST)
    found = found_by(world, kind=None, home=None)
    assert (found[cast.HALL_RANST].readiness, found[cast.STAGE_ZANDHOVEN].readiness) == (Readiness.TAKEN, Readiness.READY)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({"text": "jozef simons"}, {cast.HALL_RANST}),
        ({"text": "podiumwagen zandhoven"}, {cast.STAGE_ZANDHOVEN}),
        ({"text": "iets zonder naam", "named": {"mobile_stage"}, "category": "mobile_stage"}, None),
        ({"text": "luchtballon"}, set()),
    ],
)
def test_words_are_looked_for_in_names_places_and_categories(world: World, asked: dict[str, object], codes: set[str] | None) -> None:
    found = found_by(world, **asked)
    if codes is None:
        assert {offer.asset.category for offer in found.values()} == {"mobile_stage"}
    else:
        assert found.keys() == codes


def test_what_was_found_is_narrowed_and_sorted(world: World) -> None:
    found = list(found_by(world).values())
    ranst, zandhoven = (cast.authority_id(world.session, nis) for nis in (cast.RANST, cast.ZANDHOVEN))
    assert {offer.house for offer in narrowed(found, Filters({zandhoven})) if not offer.asset.shares} == {zandhoven}
    assert all((offer.asset.capacity or 0) >= 200 for offer in narrowed(found, Filters(persons=200)) if offer.asset.in_place)
    assert {offer.readiness for offer in narrowed(found, Filters(ready=True))} <= {Readiness.READY}
    by_km = [offer.km for offer in narrowed(found, Filters(sort=DISTANCE)) if offer.km is not None]
    by_price = [offer.quote.total for offer in narrowed(found, Filters(sort=PRICE)) if offer.quote]
    by_name = [offer.asset.name.casefold() for offer in narrowed(found, Filters(sort=NAME))]
    assert (by_km, by_price, by_name) == (sorted(by_km), sorted(by_price), sorted(by_name))
    counts = ready_by_house(found)
    assert counts[ranst] == sum(offer.is_open for offer in found if offer.house == ranst)
    groups = grouped(found)
    assert sum(len(group.open) + len(group.rest) for group in groups) == len(found)


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("Ranst", cast.RANST),
        (" ranst ", cast.RANST),
        ("2520", cast.RANST),
        ("Dorpsplein 1, 2240 Zandhoven", cast.ZANDHOVEN),
        ("Loods Zandhoven", cast.ZANDHOVEN),
        ("broechem", cast.RANST),
        ("zandh", cast.ZANDHOVEN),
        ("Parijs", None),
        ("", None),
    ],
)
def test_a_place_is_known_by_name_post_code_or_building(world: World, typed: str, town: str | None) -> None:
    place = find_place(known_places(world), typed)
    assert (place.authority if place else None) == (cast.authority_id(world.session, town) if town else None)


def test_days_are_free_partly_taken_or_taken(world: World) -> None:
    world.lend(cast.HALL_RANST, FEAST)
    world.ask(cast.BARRIERS_RANST, FEAST, 150)
    assets = [world.asset(code) for code in (cast.HALL_RANST, cast.BARRIERS_RANST, cast.STAGE_ZANDHOVEN)]
    shown = strips(world.session, catalogue(world.session), assets, date(2027, 6, 9), 7, world.now)
    hall, barriers, stage = (shown[asset.id] for asset in assets)
    assert [cell.state for cell in hall] == [DayState.FREE] * 3 + [DayState.PARTLY] + [DayState.FREE] * 3
    assert (barriers[3].state, barriers[3].free) == (DayState.PARTLY, 50)
    assert {cell.state for cell in stage} == {DayState.FREE}
    assert [cell.closed for cell in stage] == [False, False, False, True, True, False, False]


def test_when_nothing_is_free_the_nearest_dates_are_told(world: World) -> None:
    world.ask(cast.HALL_RANST, FEAST)
    taken = [offer for offer in found_by(world).values() if offer.readiness is Readiness.TAKEN]
    near = openings(world.session, taken, FEAST, 1, world.now)
    assert len(near) == 3
    assert near[0].use == period("2027-06-13 10:00", "2027-06-13 18:00")
    assert all(opening.assets for opening in near)
    assert openings(world.session, [], FEAST, 1, world.now) == []
