"""The technical service hands over and takes back, and the desk closes the file; not everybody shows up or has the papers."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from booking.demo.history_papers import sign
from booking.demo.history_plans import Fate, at_office
from booking.demo.history_trail import Trail, custody_of, granted, state_of
from booking.demo.history_world import World
from booking.rules.kinds import RoleName
from booking.rules.lifecycle import LineState
from booking.services import handovers, reservations
from booking.services.charges import NOTHING_SEEN, Seen

MISSING = 6
DAYS_LATE = 2
DAMAGE = 8500  # cents


def expect(trail: Trail, world: World) -> None:
    """Wait for the hour of hand-over."""
    start, _ = custody_of(world.session, trail)
    if trail.fate is Fate.NOT_FETCHED:
        world.later(start + timedelta(minutes=50), partial(_nobody_came, trail))
    else:
        world.later(start, partial(_hand_over, trail))


def _hand_over(trail: Trail, world: World, now: datetime) -> None:
    start, end = custody_of(world.session, trail)
    if state_of(world.session, trail) is not LineState.APPROVED:
        return
    if start > now:  # moved in the meantime
        world.later(start, partial(_hand_over, trail))
        return
    where = (world.session, trail.reference, trail.number, now)
    crew, desk = world.works_for(trail.owner, RoleName.TECHNICIAN), world.works_for(trail.owner, RoleName.DESK)
    seen = "Attest ter plaatse getoond."
    sign(trail, world, now)
    if granted(lambda: handovers.hand_over(where[0], crew, *where[1:])) or granted(
        lambda: handovers.hand_over(where[0], desk, *where[1:], seen, override=True)
    ):
        if trail.fate is not Fate.KEPT:
            late = timedelta(days=DAYS_LATE) if trail.fate is Fate.BACK_LATE else timedelta()
            world.later(end + late - timedelta(minutes=world.luck.randrange(0, 30, 5)), partial(_take_back, trail))
    else:
        reservations.cancel_line(where[0], desk, *where[1:], "Kon niet meegegeven worden.")


def _nobody_came(trail: Trail, world: World, now: datetime) -> None:
    if state_of(world.session, trail) is LineState.APPROVED:
        crew = world.works_for(trail.owner, RoleName.TECHNICIAN)
        handovers.no_show(world.session, crew, trail.reference, trail.number, now, "Niemand aan de poort.")


def _take_back(trail: Trail, world: World, now: datetime) -> None:
    crew = world.works_for(trail.owner, RoleName.TECHNICIAN)
    missing, note = (MISSING, "Niet teruggevonden na de quiz.") if trail.fate is Fate.TOO_FEW_BACK else (0, "")
    seen = NOTHING_SEEN
    if trail.fate is Fate.BACK_DAMAGED:
        seen, note = Seen({"not_cleaned": Decimal(1)}, damage=DAMAGE), "Deurslot geforceerd, niet gereinigd (fictief)."
    handovers.take_back(world.session, crew, trail.reference, trail.number, now, missing, note, seen)
    world.later(at_office(world.luck, now, 1), partial(_close, trail))


def _close(trail: Trail, world: World, now: datetime) -> None:
    desk = world.works_for(trail.owner, RoleName.DESK)
    handovers.close(world.session, desk, trail.reference, trail.number, now)
