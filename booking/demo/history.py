"""Two years of reservations, made by the services under a moving clock: the same history for the same day, every time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.demo.history_asking import ask
from booking.demo.history_feasts import feasts, festivals, tents
from booking.demo.history_incidents import await_incidents
from booking.demo.history_plans import Plan
from booking.demo.history_present import present
from booking.demo.history_routine import evenings, schools, works
from booking.demo.history_world import World, world_of
from booking.rules.periods import start_of
from booking.services import reservations
from booking.services.transaction import transaction
from models import Outbox, Reservation

SEED = 2520  # the post code of Ranst
SEASONS = (festivals, tents, schools, works, evenings, feasts)


def load_history(session: Session, today: date) -> None:
    """Let a year and a half happen up to the first minute of `today`, with what was asked by then for the half year after it.

    One transaction: all of it or nothing. Where there are reservations already, nothing changes.
    """
    with transaction(session):
        if session.scalars(select(Reservation.id).limit(1)).first() is not None:
            return
        world = world_of(session, today, SEED)
        world.later(start_of(_first(today)) + timedelta(hours=5), _expire)
        for plan in _plans(world):
            world.later(plan.asked, partial(ask, plan))
        await_incidents(world)
        world.run(until=start_of(today))
        session.execute(update(Outbox).values(state="sent", attempts=1, sent_at=Outbox.created_at))  # nobody waits for old mail


def _first(today: date) -> date:
    return today - timedelta(days=548)


def _plans(world: World) -> list[Plan]:
    first, last = _first(world.today), world.today + timedelta(days=182)
    routine = [plan for season in SEASONS for plan in season(world.luck, first + timedelta(days=20), last)]
    return [*routine, *present(world.today)]


def _expire(world: World, now: datetime) -> None:
    """The nightly job: what nobody answered in time ends."""
    reservations.expire(world.session, now)
    world.later(now + timedelta(days=1), _expire)
