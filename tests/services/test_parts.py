"""A kit is as good as its parts: what is wrong with one of them is found when the kit is asked for; on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from booking.demo import cast
from booking.rules.refusals import Refused
from models import Asset, Requirement
from tests.services.asks import JUNE
from tests.services.world import World


def part_of_kit(world: World) -> Asset:
    kit = world.asset(cast.KIT_RANST)
    return world.session.get_one(Asset, min(kit.leaves.keys() - {kit.id}))


def refused_for(world: World) -> tuple[str, str]:
    with pytest.raises(Refused) as refusal:
        world.ask(cast.KIT_RANST, JUNE)
    [wrong] = [found for line in refusal.value.details["lines"] for found in line.findings if found.verdict == "refused"]
    return wrong.code, wrong.subject


def test_a_kit_with_a_part_that_was_written_off_is_not_lent(world: World) -> None:
    part = part_of_kit(world)
    part.in_service_until = date(2027, 6, 1)
    world.session.commit()
    assert refused_for(world) == ("asset_out_of_service", part.code)


def test_a_kit_with_a_part_that_failed_its_inspection_is_not_lent(world: World) -> None:
    part = part_of_kit(world)
    owner = cast.authority_id(world.session, cast.RANST)
    world.session.add(Requirement(authority_id=owner, kind="inspection", asset_id=part.id))
    world.inspect(part.code, date(2027, 2, 1), date(2027, 12, 31), "failed")
    assert refused_for(world) == ("inspection_failed", part.code)
