"""Two places in the queue: De Lindekapel waits for Ranst's hall, the school of Zoersel for Zandhoven's stage."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period
from booking.services import waiting

if TYPE_CHECKING:
    from tests.web.world import World


def queued(world: World, session: Session, use: Period) -> tuple[str, str]:
    """Each wants what the other has six weeks after `use`; returns the ids of their places."""
    later = Period(use.start + timedelta(days=42), use.end + timedelta(days=42))
    pairs = ((cast.ORGANISER, cast.TEACHER_ZOERSEL, cast.HALL_RANST), (cast.TEACHER_ZOERSEL, cast.ORGANISER, cast.STAGE_ZANDHOVEN))
    found = []
    for waits, has, code in pairs:
        world.ask(has, code, later)
        actor, line = world.actor(waits), AskLine(cast.asset_id(session, code), later)
        found.append(str(waiting.join(session, actor, Ask(min(actor.borrowers), (line,), event="Wachtend feest"), now())))
    return found[0], found[1]


