"""What stands in the addresses of the technical service's work: a task that somebody made, a crew and a vehicle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.services import tasks
from booking.services.administration.crews import CrewSettings, VehicleSettings, create_hands

if TYPE_CHECKING:
    from tests.web.world import World

HOUSES = (
    (cast.RANST, cast.ADMINISTRATOR_RANST, cast.TECHNICIAN_RANST, "Loods Ranst"),
    (cast.ZANDHOVEN, "koen@zandhoven.example", cast.TECHNICIAN_ZANDHOVEN, "Loods Zandhoven"),
)


def task(world: World, session: Session) -> tuple[str, ...]:
    """Work of an hour that a technician made for today a week from now."""
    start = now() + timedelta(days=7)
    made = [tasks.Made("Wegwijzers ophalen", cast.depot_id(session, depot), start, 60) for _nis, _head, _who, depot in HOUSES]
    return tuple(
        str(tasks.make(session, world.actor(who), each, now(), f"task {who}")) for each, (_, _, who, _) in zip(made, HOUSES, strict=True)
    )


def hands(wanted: CrewSettings | VehicleSettings) -> Callable[[World, Session], tuple[str, ...]]:
    """A crew or a vehicle of each house."""
    return lambda world, session: tuple(
        str(create_hands(session, world.actor(head), cast.authority_id(session, nis), wanted, now())) for nis, head, _who, _depot in HOUSES
    )


WORK_PAIRS: dict[str, Callable[[World, Session], tuple[str, ...]]] = {
    "task": task,
    "crew": hands(CrewSettings("Ploeg van de markt", 3)),
    "vehicle": hands(VehicleSettings("Kipwagen", "flatbed", "1-ABC-123")),
}
