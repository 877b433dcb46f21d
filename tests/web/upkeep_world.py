"""What stands in the addresses of inspections and maintenance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.rules.kinds import Upkeep
from booking.rules.periods import Period
from booking.services import maintenance
from booking.services.maintenance import Visit

if TYPE_CHECKING:
    from tests.web.world import World


def order(world: World, session: Session, email: str, code: str) -> str:
    """Maintenance of one asset that is planned for an hour, far from everything else."""
    start = now() + timedelta(days=200)
    visit = Visit(Period(start, start + timedelta(hours=1)), "Garage De Vonk (fictief)")
    return str(maintenance.schedule(session, world.actor(email), cast.asset_id(session, code), Upkeep.MAINTENANCE, visit, now()))


UPKEEP_PAIRS: dict[str, Callable[[World, Session], tuple[str, str]]] = {
    "work order": lambda world, session: (
        order(world, session, cast.TECHNICIAN_RANST, cast.BARRIERS_RANST),
        order(world, session, cast.TECHNICIAN_ZANDHOVEN, cast.PLATFORM_ZANDHOVEN),
    ),
    "kind of upkeep": lambda *_: ("maintenance", "maintenance"),
}
