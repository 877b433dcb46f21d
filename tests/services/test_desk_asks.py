"""A desk asks for the borrowers of its own municipality, as verified as if they had come themselves; on both databases."""

from __future__ import annotations

import pytest

from booking.demo import cast
from booking.queries.choices import desk_borrowers, own_persons
from booking.queries.overview import my_reservations, overview
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from booking.services import reservations
from models import Audit
from tests.services.asks import JUNE
from tests.services.world import World

ELSEWHERE = "De Verzonnen School (fictief)"  # of Zoersel


def ask(world: World, borrower: str, *codes: str) -> Ask:
    lines = tuple(AskLine(world.asset(code).id, JUNE) for code in codes)
    return Ask(cast.borrower_id(world.session, borrower), lines, "Dorpsfeest")


def test_a_desk_asks_for_an_association_of_its_municipality_and_follows_what_it_asked(world: World) -> None:
    desk, session = world.actor(cast.DESK_RANST), world.session
    reference = reservations.request(session, desk, ask(world, cast.ASSOCIATION_RANST, cast.STAGE_ZANDHOVEN), world.now).reference
    assert overview(session, desk, reference).mine, "though Zandhoven decides"
    assert [row.reference for row in my_reservations(session, desk)] == [reference]
    reservations.cancel_line(session, desk, reference, 1, world.now)
    assert world.line(reference).state == "cancelled"


def test_its_price_is_that_of_the_association_and_stays_so(world: World) -> None:
    desk, session = world.actor(cast.DESK_RANST), world.session
    wanted = ask(world, cast.ASSOCIATION_RANST, cast.HALL_RANST, cast.STAGE_ZANDHOVEN)
    own = reservations.preview(session, world.actor(cast.ORGANISER), wanted, world.now)
    assert [d.quote for d in reservations.preview(session, desk, wanted, world.now).dossiers] == [d.quote for d in own.dossiers]
    reference = reservations.request(session, desk, wanted, world.now).reference
    reservations.refuse(session, desk, reference, 1, world.now, "De zaal wordt geschilderd.")
    stage = overview(session, desk, reference).dossiers[1]
    assert stage.quotes[0].total == own.dossiers[1].quote.total


def test_who_asked_is_kept(world: World) -> None:
    desk = world.actor(cast.DESK_RANST)
    reservations.request(world.session, desk, ask(world, cast.ASSOCIATION_RANST, cast.HALL_RANST), world.now)
    assert world.session.query(Audit).filter_by(act="reservation.request").one().account_id == desk.account_id


def test_another_municipalitys_borrower_does_not_exist_for_a_desk(world: World) -> None:
    desk, session = world.actor(cast.DESK_RANST), world.session
    with pytest.raises(NotFound, match="borrower_unknown"):
        reservations.preview(session, desk, ask(world, ELSEWHERE, cast.HALL_RANST), world.now)
    key = cast.borrower_id(session, ELSEWHERE)
    assert (key in dict(desk_borrowers(session, desk, "", key)), own_persons(session, desk, local(world.now).date(), key)) == (False, {})


def test_a_desk_finds_its_borrowers_by_a_part_of_their_name_and_a_member_finds_none(world: World) -> None:
    session, key = world.session, cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    assert key in dict(desk_borrowers(session, world.actor(cast.DESK_RANST), "lindeKAPEL"))
    assert desk_borrowers(session, world.actor(cast.DESK_RANST), " ") == []
    assert desk_borrowers(session, world.actor(cast.ORGANISER), "lindekapel") == []
