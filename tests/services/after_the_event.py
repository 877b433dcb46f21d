"""A year in which Ranst charges all that can follow an event, and loans that come back under it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.verify import violations
from booking.services import charges, handovers
from booking.services.regulations import read_in
from models import Charge, ChargePost, Receivable, RegulationRow
from tests.services.world import World, period

WEEKEND = period("2027-06-17 12:00", "2027-06-21 09:00")
TRAILER = (Path(__file__).with_name("after_the_event.yaml")).read_text(encoding="utf-8")
HALL = period("2027-06-16 14:00", "2027-06-16 20:00")


def decided_on(world: World) -> World:
    """Ranst, with a regulation that says all that follows an event."""
    owner = cast.authority_id(world.session, cast.RANST)
    earlier = update(RegulationRow).where(RegulationRow.authority_id == owner)
    world.session.execute(earlier.values(valid_until=date(2026, 12, 31)))
    world.session.commit()
    read_in(world.session, None, TRAILER, world.now, because="voor de proef")
    return world


def lent(world: World, code: str, use=WEEKEND, units: int = 1) -> str:
    """A loan that was handed over."""
    reference = world.lend(code, use, units=units)
    world.now = world.line(reference).custody_start
    handovers.hand_over(
        world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, "papieren gezien", override=True
    )
    world.now = world.line(reference).custody_end
    return reference


def back(world: World, reference: str, missing: int = 0, number: int = 1, **measures: str) -> list[Charge]:
    seen = charges.Seen({name: Decimal(amount) for name, amount in measures.items()})
    handovers.take_back(world.session, world.actor(cast.TECHNICIAN_RANST), reference, number, world.now, missing, "", seen)
    return list(world.session.scalars(select(Charge).order_by(Charge.id)))


def posts(world: World, charge: Charge) -> list[tuple[str, int]]:
    query = select(ChargePost.article, ChargePost.amount).where(ChargePost.charge_id == charge.id).order_by(ChargePost.position)
    return [tuple(row) for row in world.session.execute(query)]


def owed(world: World) -> dict[str, tuple[int, int]]:
    rows = world.session.execute(select(Receivable.sort, Receivable.amount, Receivable.received).order_by(Receivable.id))
    return {sort: (amount, received) for sort, amount, received in rows}


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


def due(world: World, sort: str) -> Receivable:
    query = select(Receivable).where(Receivable.sort == sort).execution_options(populate_existing=True)
    return world.session.scalars(query).one()
