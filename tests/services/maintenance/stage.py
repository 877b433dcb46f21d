"""Zandhoven's aerial platform and what its tests say in a word."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from booking.demo import cast
from booking.queries.conflicts import open_conflicts
from booking.queries.verify import violations
from booking.rules.kinds import InspectionVerdict, Upkeep
from booking.rules.periods import Period
from booking.services import maintenance, reservations
from booking.services.maintenance import Outcome, Visit
from models import Task, WorkOrder
from tests.services.world import World

PLATFORM = cast.PLATFORM_ZANDHOVEN
CREW = cast.TECHNICIAN_ZANDHOVEN
BODY = "Keuringsdienst De Denkbeeldige Bout (fictief)"


def lend_platform(world: World, use: Period) -> str:
    """An approved loan of the platform to Wommelgem, with an operator."""
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    reference = world.ask(PLATFORM, use, operator=operator, **who)
    if world.line(reference).state == "requested":  # what its inspection covers is confirmed at once
        reservations.approve(world.session, world.actor(cast.DESK_ZANDHOVEN), reference, 1, world.now)
    return reference


def plan(world: World, time: Period, kind: Upkeep = Upkeep.INSPECTION, who: str = CREW, order: int | None = None, **more: Any) -> int:
    """A time for the platform's upkeep."""
    asset = world.asset(PLATFORM).id
    return maintenance.schedule(world.session, world.actor(who), asset, kind, Visit(time, more.get("body", BODY)), world.now, order)


def record(world: World, on: date, verdict: InspectionVerdict = InspectionVerdict.PASSED, who: str = CREW, **more: Any) -> int:
    """What came of an inspection of the platform."""
    remarks = "" if verdict is InspectionVerdict.PASSED else "Noodafdaling werkt niet"
    succeeds = more.pop("succeeds", None)
    outcome = Outcome(on, BODY, verdict, remarks=remarks, **more)
    return maintenance.record_inspection(world.session, world.actor(who), world.asset(PLATFORM).id, outcome, world.now, succeeds=succeeds)


def order(world: World, key: int) -> WorkOrder:
    """A work order as it is in the database now."""
    return world.session.get_one(WorkOrder, key, populate_existing=True)


def task(world: World, key: int) -> tuple[str, str, int]:
    """What the calendars show of a work order: kind, state and sequence."""
    found = world.session.execute(select(Task.kind, Task.state, Task.sequence).where(Task.id == order(world, key).task_id)).one()
    return tuple(found)


def hit(world: World, desk: str = cast.DESK_ZANDHOVEN) -> list[str]:
    """The references in conflict at a desk."""
    return [found.reference for found in open_conflicts(world.session, world.actor(desk))]


def in_order(world: World) -> bool:
    """Whether `flask verify` finds nothing."""
    return list(violations(world.session, world.now)) == []
