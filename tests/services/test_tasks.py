"""The work of a line that moves to another asset: who followed the old one reads that it is off; on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.feeds import FeedCard, Followed, feed_by_token, work_of
from booking.rules.asking import AskLine
from booking.rules.feeds import Scope
from booking.rules.periods import local
from booking.services import feeds, reservations, tasks
from booking.services.keys import digest
from models import Task
from tests.services.asks import JUNE
from tests.services.world import TODAY, World


def followed(world: World, token: str) -> tuple[FeedCard, list[tuple[int, str, int]]]:
    """The subscription as it is now, and the id, state and sequence of what it shows."""
    world.session.expire_all()
    feed = feed_by_token(world.session, digest(token), TODAY)
    return feed, [(row.id, row.state, row.sequence) for row in work_of(world.session, feed, local(world.now).date())]


def subscribe(world: World, scope: str, subject: int) -> str:
    wish = feeds.Wish(Followed(Scope(scope), subject), feeds.Settings("Agenda"))
    return feeds.create(world.session, world.actor(cast.DESK_RANST), wish, world.now)


def move(world: World, reference: str, code: str) -> None:
    change = AskLine(world.asset(code).id, JUNE)
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, change)
    if world.line(reference).asset_id != change.asset:
        reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)


def test_who_follows_the_old_asset_or_its_place_reads_that_the_work_is_off(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    hall, refectory = world.asset(cast.HALL_RANST), world.asset("RAN-REF-RA")
    old, new = subscribe(world, "asset", hall.id), subscribe(world, "asset", refectory.id)
    place = subscribe(world, "depot", hall.keepers[0].subject)
    before = {token: followed(world, token) for token in (old, new, place)}
    move(world, reference, "RAN-REF-RA")
    for token in (old, place):
        feed, shown = followed(world, token)
        assert feed.version > before[token][0].version
        assert shown == [(key, "cancelled", 1) for key, _, _ in before[token][1]]
    feed, shown = followed(world, new)
    assert feed.version > before[new][0].version
    asked = ("key_out", "heating", "open_hall", "close_hall", "key_in", "clean")
    assert [(state, sequence) for _, state, sequence in shown] == [("planned", 0)] * len(asked)


def test_a_line_that_comes_back_to_its_first_asset_takes_up_the_events_that_were_off(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    token = subscribe(world, "asset", world.asset(cast.HALL_RANST).id)
    first = followed(world, token)[1]
    move(world, reference, "RAN-REF-RA")
    move(world, reference, cast.HALL_RANST)
    assert followed(world, token)[1] == [(key, "planned", 2) for key, _, _ in first]


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_what_somebody_ticks_off_while_its_loan_is_called_off_stays_done(world: World) -> None:
    reference, who = world.lend("RAN-REF-RA", JUNE), world.actor(cast.TECHNICIAN_RANST)
    cleaning = world.session.scalars(select(Task.id).where(Task.line_id == world.line(reference).id, Task.kind == "clean")).one()
    engine, ticked = world.session.get_bind(), list[int]()

    def meanwhile(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("UPDATE task") and not ticked:
            ticked.append(cleaning)
            with Session(engine, expire_on_commit=False, autoflush=False) as other:
                tasks.finish(other, who, cleaning, world.now)

    event.listen(engine, "before_cursor_execute", meanwhile)
    reservations.cancel(world.session, world.actor(cast.ORGANISER), reference, world.now)
    event.remove(engine, "before_cursor_execute", meanwhile)
    world.session.expire_all()
    assert world.session.get_one(Task, cleaning).state == "done"
    tasks.undo(world.session, who, cleaning, world.now)
    world.session.expire_all()
    assert world.session.get_one(Task, cleaning).state == "cancelled"
