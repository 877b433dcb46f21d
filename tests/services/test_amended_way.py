"""A change of an approved line takes along how it travels, who drives and what its price counts with; on both databases."""

from __future__ import annotations

from decimal import Decimal

from booking.demo import cast
from booking.rules.asking import AskLine
from booking.rules.kinds import Handover
from booking.services import reservations
from tests.services.asks import JULY, JUNE
from tests.services.world import World


def test_what_was_asked_is_what_stands_when_the_desk_agrees(world: World) -> None:
    session, driver = world.session, cast.person_id(world.session, "Leo Trekhaak")
    reference = world.lend(cast.STAGE_ZANDHOVEN, JUNE, desk=cast.DESK_ZANDHOVEN, driver=driver)
    change = AskLine(world.asset(cast.STAGE_ZANDHOVEN).id, JULY, handover=Handover.DELIVERY, measures={"km": Decimal("12.5")})
    reservations.amend(session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    assert (world.line(reference).handover, world.line(reference).measures) == ("pickup", None), "the old promise stands"
    reservations.approve(session, world.actor(cast.DESK_ZANDHOVEN), reference, 1, world.now)
    line = world.line(reference)
    assert (line.handover, line.measures, line.driver_id) == ("delivery", {"km": "12.5"}, driver)
    assert line.use_start == JULY.start
