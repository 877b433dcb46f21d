"""What the organiser of Ranst asks in the tests: three things of three owners for one afternoon."""

from __future__ import annotations

from sqlalchemy import func, select

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from tests.services.world import World, period

JUNE = period("2027-06-12 14:00", "2027-06-12 18:00")
JULY = period("2027-07-10 14:00", "2027-07-10 18:00")


def three_owners(world: World) -> Ask:
    driver = cast.person_id(world.session, "Leo Trekhaak")
    return Ask(
        cast.borrower_id(world.session, cast.ASSOCIATION_RANST),
        (
            AskLine(world.asset(cast.HALL_RANST).id, JUNE),
            AskLine(world.asset(cast.STAGE_ZANDHOVEN).id, JUNE, driver=driver),
            AskLine(world.asset(cast.JOINT_TOILETS).id, JUNE, driver=driver),
        ),
        event="Zomerconcert",
    )


def count(world: World, table: type) -> int:
    return world.session.scalar(select(func.count()).select_from(table)) or 0
