"""A price that changed is the borrower's to accept: the newest version, once, and by nobody else; on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.judging import uses_this_year
from booking.queries.overview import overview
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import reservations
from models import Audit, Quote
from tests.services.asks import JULY, JUNE, three_owners
from tests.services.world import World


@pytest.fixture
def refused(world: World) -> str:
    """The reference of a request for a hall and barriers of Ranst and a stage of Zandhoven, of which Ranst's desk refused the barriers."""
    hall, stage, _ = three_owners(world).lines
    barriers = AskLine(world.asset(cast.BARRIERS_RANST).id, JUNE, 5)
    ask = Ask(three_owners(world).borrower, (hall, barriers, stage), event="Zomerconcert")
    reference = reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now).reference
    reservations.refuse(world.session, world.actor(cast.DESK_RANST), reference, 2, world.now, "Uitgeleend aan de kermis")
    return reference


def accept(world: World, reference: str, version: int = 2, who: str = cast.ORGANISER, owner: str = cast.RANST) -> None:
    authority = cast.authority_id(world.session, owner)
    reservations.accept_price(world.session, world.actor(who), reference, authority, version, world.now)


def accepted(world: World, reference: str) -> list[tuple[str, int, bool]]:
    """The versions of each owner's price, the newest first, with whether the borrower accepted them."""
    dossiers = overview(world.session, world.actor(cast.ORGANISER), reference).dossiers
    found = [(dossier.authority.name, quote.version, quote.accepted_at is not None) for dossier in dossiers for quote in dossier.quotes]
    return sorted(found, key=lambda each: (each[0], -each[1]))


def acceptances(world: World) -> list[int]:
    return list(world.session.scalars(select(Audit.subject_id).where(Audit.act == "quote.accept")))


def test_a_refused_line_makes_a_new_price_that_the_borrower_accepts(world: World, refused: str) -> None:
    assert accepted(world, refused) == [("Ranst", 2, False), ("Ranst", 1, True), ("Zandhoven", 1, True)]
    accept(world, refused)
    assert accepted(world, refused) == [("Ranst", 2, True), ("Ranst", 1, True), ("Zandhoven", 1, True)]
    newest = world.session.scalars(select(Quote).where(Quote.version == 2)).one()
    assert (newest.accepted_at, newest.accepted_by_id) == (world.now, world.actor(cast.ORGANISER).account_id)
    assert acceptances(world) == [newest.id]
    assert list(violations(world.session, world.now)) == []


def test_the_same_thing_at_the_same_time_is_one_use_of_the_year(world: World) -> None:
    barriers, house = world.asset(cast.BARRIERS_RANST).id, three_owners(world).borrower
    asked = Ask(house, (AskLine(barriers, JUNE, 5), AskLine(barriers, JUNE, 3)), event="Zomerconcert")
    reference = reservations.request(world.session, world.actor(cast.ORGANISER), asked, world.now).reference
    for number in (1, 2):
        reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, number, world.now)
    later = Ask(house, (AskLine(barriers, JULY, 5),), event="Kermis")
    line = reservations.preview(world.session, world.actor(cast.ORGANISER), later, world.now).lines[0]
    assert uses_this_year(world.session, line.facts.borrower, [(line.wanted, line.facts)]) == {(barriers, 2027): 1}


def test_to_accept_twice_is_to_accept_once(world: World, refused: str) -> None:
    accept(world, refused)
    before = world.everything("quote", "audit")
    accept(world, refused)
    assert world.everything("quote", "audit") == before


def test_a_price_that_was_replaced_cannot_be_accepted_any_more(world: World, refused: str) -> None:
    with pytest.raises(Refused) as refusal:
        accept(world, refused, version=1)
    assert (refusal.value.code, refusal.value.details) == ("price_replaced", {"version": 2})
    assert acceptances(world) == []


@pytest.mark.parametrize(
    ("who", "owner", "version", "answer"),
    [
        (cast.DESK_ZANDHOVEN, cast.RANST, 2, NotFound),
        (cast.DESK_BRECHT, cast.RANST, 2, NotFound),
        (cast.TEACHER_ZOERSEL, cast.RANST, 2, NotFound),
        (cast.DESK_RANST, cast.RANST, 2, NotAllowed),
        (cast.ORGANISER, cast.RANST, 3, NotFound),
        (cast.ORGANISER, cast.BRECHT, 1, NotFound),
    ],
)
def test_only_the_borrower_accepts_and_only_what_is_there(
    world: World, refused: str, who: str, owner: str, version: int, answer: type[Refused]
) -> None:
    with pytest.raises(answer) as refusal:
        accept(world, refused, version, who, owner)
    assert type(refusal.value) is answer
    assert accepted(world, refused)[0] == ("Ranst", 2, False)
