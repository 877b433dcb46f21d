"""When something is taken, only places are offered that would really be lent; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from booking.demo import cast
from booking.queries.nearby import Place
from booking.rules.admission import Outcome
from booking.rules.asking import Ask, AskLine
from booking.rules.catalogue import AssetCard
from booking.rules.refusals import Taken
from booking.services import reservations
from models import Asset, ClosedDays, LendingRule
from tests.services.asks import JUNE
from tests.services.world import World


def offered(world: World) -> list[Place]:
    with pytest.raises(Taken) as refusal:
        world.ask(cast.HALL_RANST, JUNE)
    return refusal.value.details["alternatives"][1].places


def written_off(world: World, asset: AssetCard) -> None:
    world.session.get_one(Asset, asset.id).in_service_until = date(2027, 6, 1)


def not_lent_to_them(world: World, asset: AssetCard) -> None:
    world.session.add(LendingRule(authority_id=asset.managers[-1].subject, asset_id=asset.id, may_borrow=False))


def closed(world: World, asset: AssetCard) -> None:
    day = JUNE.start.date()
    world.session.add(ClosedDays(depot_id=asset.keepers[-1].subject, first=day, last=day, reason="verkiezingen"))


@pytest.mark.parametrize("change", [written_off, not_lent_to_them, closed])
def test_a_place_that_would_refuse_is_not_offered(world: World, change: Callable[[World, AssetCard], None]) -> None:
    world.ask(cast.HALL_RANST, JUNE)
    wanted = world.asset(cast.HALL_RANST)
    elsewhere = next(place.asset for place in offered(world) if place.asset.keepers != wanted.keepers)
    change(world, elsewhere)
    world.session.commit()
    assert elsewhere.code not in {place.asset.code for place in offered(world)}


def test_whatever_is_offered_can_be_asked(world: World) -> None:
    world.ask(cast.HALL_RANST, JUNE)
    places = offered(world)
    organiser, house = world.actor(cast.ORGANISER), cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    asked = [
        reservations.preview(world.session, organiser, Ask(house, (AskLine(place.asset.id, JUNE),)), world.now).lines[0] for place in places
    ]
    assert len(places) == 3
    assert Outcome.REFUSED not in {line.outcome for line in asked}
