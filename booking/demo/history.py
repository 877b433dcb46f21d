"""Two years of reservations, made by the services under a moving clock: the same history for the same day, every time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.demo.crews import give_work, write_plans
from booking.demo.history_asking import ask
from booking.demo.history_calendars import follow_calendars
from booking.demo.history_feasts import feasts, festivals, tents
from booking.demo.history_incidents import await_incidents
from booking.demo.history_money import mark_money
from booking.demo.history_papers import write_papers
from booking.demo.history_plans import Plan
from booking.demo.history_present import present
from booking.demo.history_routine import evenings, schools, works
from booking.demo.history_world import World, world_of
from booking.rules.periods import start_of
from booking.services import incidents, reservations
from booking.services.transaction import transaction
from models import Outbox, Reservation

SEED = 2520  # the post code of Ranst
YEAR_AND_A_HALF = 548
HALF_A_YEAR = 182
SEASONS = (festivals, tents, schools, works, evenings, feasts)


def load_history(session: Session, today: date, back: int = YEAR_AND_A_HALF) -> None:
    """Let so many days happen up to the first minute of `today`, with what was asked by then for the half year after it.

    One transaction: all of it or nothing. Where there are reservations already, nothing changes.
    """
    with transaction(session):
        if session.scalars(select(Reservation.id).limit(1)).first() is not None:
            return
        write_plans(session)
        world = world_of(session, today, SEED)
        write_papers(world)
        first = today - timedelta(days=back)
        world.later(start_of(first) + timedelta(hours=5), _at_night)
        for plan in _plans(world, first):
            world.later(plan.asked, partial(ask, plan))
        await_incidents(world)
        world.run(until=start_of(today))
        mark_money(world)
        give_work(session, today)
        follow_calendars(session, start_of(today))
        session.execute(update(Outbox).values(state="sent", attempts=1, sent_at=Outbox.created_at))  # nobody waits for old mail


def _plans(world: World, first: date) -> list[Plan]:
    last = world.today + timedelta(days=HALF_A_YEAR)
    routine = [plan for season in SEASONS for plan in season(world.luck, first, last)]
    return [*(plan for plan in routine if plan.asked >= start_of(first)), *present(world.today)]


def _at_night(world: World, now: datetime) -> None:
    """The nightly jobs: what nobody answered in time ends, and what is not back counts as taken."""
    reservations.expire(world.session, now)
    incidents.find_overdue(world.session, now)
    world.later(now + timedelta(days=1), _at_night)
