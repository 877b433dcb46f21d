"""What went wrong of late: a breakdown in the middle of a loan, a hall closed for works, a beamer that is not back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from booking.demo.history_plans import moment
from booking.demo.history_present import BEAMER, GENERATOR, HALL, PLATFORM, works_begin
from booking.demo.history_recall import recall_barriers
from booking.demo.history_world import World
from booking.queries.catalogue import catalogue
from booking.queries.conflicts import open_conflicts
from booking.queries.maintenance.room import room_for
from booking.queries.ways_out import ways_out
from booking.rules.kinds import RoleName, Upkeep
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of
from booking.rules.permissions import Actor
from booking.services import incidents, maintenance
from booking.services.maintenance import PlanTerms, Visit
from booking.services.reservations.replacing import standing_of
from models import Line, Reservation


def await_incidents(world: World) -> None:
    """Put them on the agenda of the last days."""
    world.later(moment(world.today - timedelta(days=2), 10), _close_for_works)
    world.later(moment(world.today - timedelta(days=1), 11), _break_down)
    world.later(moment(world.today - timedelta(days=1), 12), _miss_beamer)
    world.later(moment(world.today - timedelta(days=1), 13), _look_after_platforms)
    world.later(moment(world.today - timedelta(days=1), 14), recall_barriers)


def _close_for_works(world: World, now: datetime) -> None:
    first = works_begin(world.today)
    works = start_of(first), start_of(first + timedelta(days=16))
    asset, desk = _where(world, HALL, RoleName.DESK)
    incidents.record_closure(world.session, desk, asset, now, *works, note="Nieuwe vloer en elektriciteit (fictief)")


def _break_down(world: World, now: datetime) -> None:
    asset, crew = _where(world, GENERATOR, RoleName.TECHNICIAN)
    mended = now + timedelta(days=12)
    incidents.record_breakdown(world.session, crew, asset, now, now, mended, note="Brandstofpomp stuk, onderdeel besteld (fictief)")


def _miss_beamer(world: World, now: datetime) -> None:
    asset, crew = _where(world, BEAMER, RoleName.TECHNICIAN)
    lent = select(Reservation, Line.number).join(Line, Line.reservation_id == Reservation.id)
    lent = lent.where(Line.asset_id == asset, Line.state == LineState.HANDED_OVER)
    reservation, number = world.session.execute(lent.order_by(Line.custody_end).limit(1)).one()
    expected, note = now + timedelta(days=6), "Ligt nog in het clubhuis, sleutel zoek (fictief)"
    incidents.record_overdue(world.session, crew, reservation.reference, number, now, expected, note)


def _look_after_platforms(world: World, now: datetime) -> None:
    """Boechout's failed its inspection, and who waits for it is offered another; Brecht's is planned; the shared one is to be planned."""
    session = world.session
    maintenance.find_lapsed(session, now)
    asset, crew = _where(world, GENERATOR, RoleName.TECHNICIAN)
    maintenance.set_plan(session, crew, asset, Upkeep.MAINTENANCE, PlanTerms(6, "Garage De Vonk (fictief)", 180, 14), now)
    maintenance.propose_due(session, now)
    asset, crew = _where(world, "BRE-HW-01", RoleName.TECHNICIAN)
    card = catalogue(session).assets[asset]
    if found := room_for(session, card, Upkeep.INSPECTION, now).windows:
        maintenance.schedule(session, crew, asset, Upkeep.INSPECTION, Visit(found[0].time, card.inspections[-1].body), now)
    asset, desk = _where(world, PLATFORM, RoleName.DESK)
    for conflict in open_conflicts(session, desk):
        if conflict.asset.id == asset:
            ways = ways_out(session, standing_of(session, conflict.line_id), now)
            others = [each.asset.id for each in ways.elsewhere[:2]]
            incidents.offer(session, desk, conflict.id, now, others, ways.dates[:1], "Onze hoogtewerker is afgekeurd (fictief)")


def _where(world: World, code: str, role: RoleName) -> tuple[int, Actor]:
    """The asset and who holds a role where it is decided on."""
    asset = world.assets[code]
    return asset.id, world.works_for(catalogue(world.session).owner(asset, world.today).id, role)
