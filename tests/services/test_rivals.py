"""Of collected requests for the same thing the one with the least use goes first, and the choice is kept with the figures."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.rivals import rivals_of
from booking.services import reservations
from models import Decision, LendingRule
from tests.services.world import World, period

SOUND, CHIRO = "RAN-GEL-01", "Chiro De Verzonnen Vlieger (fictief)"
LAST = period("2027-04-10 10:00", "2027-04-10 18:00")
JUNE = period("2027-06-12 10:00", "2027-06-12 18:00")


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def collected(world: World) -> World:
    """Ranst collects what is asked of its sound set; De Lindekapel had it in April."""
    world.lend(SOUND, LAST)
    ranst = cast.authority_id(world.session, cast.RANST)
    sound = world.asset(SOUND).id
    world.session.add(LendingRule(authority_id=ranst, asset_id=sound, decides="desk", collect_days_before=14, source="art. 9"))
    world.session.commit()
    world.now = LAST.end
    return world


def order(world: World, reference: str) -> list[tuple[str, float]]:
    ranst = {cast.authority_id(world.session, cast.RANST)}
    found = rivals_of(world.session, catalogue(world.session), ranst, world.now).get(world.line(reference).id, [])
    return [(rival.borrower, float(rival.days)) for rival in found]


def test_least_use_goes_first(collected):
    first = collected.ask(SOUND, JUNE)
    assert order(collected, first) == []  # alone it competes with nobody
    second = collected.ask(SOUND, JUNE, email="jonas@vlieger.example", borrower=CHIRO)
    assert order(collected, first) == order(collected, second) == [(CHIRO, 0), (cast.ASSOCIATION_RANST, 4)]


def test_the_choice_is_kept_with_the_figures(collected):
    first = collected.ask(SOUND, JUNE)
    second = collected.ask(SOUND, JUNE, email="jonas@vlieger.example", borrower=CHIRO)
    reservations.approve(collected.session, collected.actor(cast.DESK_RANST), first, 1, collected.now)
    kept = collected.session.scalars(
        select(Decision.findings).where(Decision.line_id == collected.line(first).id, Decision.act == "approve")
    ).one()
    (choice,) = [finding for finding in kept if finding["code"] == "least_use"]
    assert (choice["evidence"]["rank"], choice["evidence"]["rivals"], choice["evidence"]["weighted"]) == (2, 2, 4)
    assert [each["reference"] for each in choice["evidence"]["order"]] == [second, first]
