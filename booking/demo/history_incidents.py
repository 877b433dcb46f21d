"""What went wrong of late: a breakdown in the middle of a loan, a hall closed for works, a beamer that is not back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from booking.demo.history_plans import moment
from booking.demo.history_present import BEAMER, GENERATOR, HALL, works_begin
from booking.demo.history_recall import recall_barriers
from booking.demo.history_world import World
from booking.queries.catalogue import catalogue
from booking.rules.kinds import RoleName
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of
from booking.rules.permissions import Actor
from booking.services import incidents
from models import Line, Reservation


def await_incidents(world: World) -> None:
    """Put them on the agenda of the last days."""
    world.later(moment(world.today - timedelta(days=2), 10), _close_for_works)
    world.later(moment(world.today - timedelta(days=1), 11), _break_down)
    world.later(moment(world.today - timedelta(days=1), 12), _miss_beamer)
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


def _where(world: World, code: str, role: RoleName) -> tuple[int, Actor]:
    """The asset and who holds a role where it is decided on."""
    asset = world.assets[code]
    return asset.id, world.works_for(catalogue(world.session).owner(asset, world.today).id, role)
