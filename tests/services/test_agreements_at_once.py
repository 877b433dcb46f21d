"""Two parties that decide on an agreement at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from booking.rules.agreements import State
from booking.rules.permissions import Actor
from booking.services.administration import agreements as services
from booking.services.transaction import retried
from models import Outbox
from models.engine import options_for, prepare
from tests.services.parties import RANST, ZANDHOVEN, Table
from tests.services.world import World
from tests.support.engines import on_both_engines


@on_both_engines
def test_two_parties_that_approve_at_the_same_moment_bind_once(world: World, region: str) -> None:
    table = Table(world)
    key = table.put(ZANDHOVEN)
    wanted = services.Approval("gemeenteraad", date(2026, 12, 15), "2026/12")
    acts = [(table.who(nis), table.id(nis)) for nis in (RANST, ZANDHOVEN)]
    engine = prepare(create_engine(region, **options_for(region)))

    def approve(actor: Actor, authority: int) -> bool:
        with Session(engine, expire_on_commit=False, autoflush=False) as session:
            return retried(lambda: services.approve(session, actor, key, authority, wanted, table.world.now))

    with ThreadPoolExecutor(2) as pool:
        binds = [each.result() for each in [pool.submit(approve, *act) for act in acts]]
    engine.dispose()
    assert sorted(binds) == [False, True]
    table.session.rollback()
    assert table.page(key).state is State.IN_FORCE
    told = table.session.scalars(select(Outbox.recipient).where(Outbox.event == "agreement_binds")).all()
    assert len(told) == len(set(told)) > 0
