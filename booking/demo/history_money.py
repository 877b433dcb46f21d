"""What was paid and given back in the demo's history: long ago everything, of late nearly, so that a desk finds work of each kind."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from booking.demo.history_world import World
from booking.rules.charges import MarkSort, OwedSort, Stage
from booking.rules.kinds import RoleName
from booking.rules.lifecycle import HOLDING
from booking.rules.periods import start_of
from booking.rules.permissions import Actor
from booking.services import charges
from booking.services.rows import add_all
from models import Charge, ChargeDecision, Dossier, Line, PaymentMark, Receivable

SETTLED_AFTER = timedelta(days=45)
FORGOTTEN = 7  # of so many amounts that fell due of late, one was not paid
EARLY = 3  # of so many that are not due yet, one was paid already


def mark_money(world: World) -> None:
    """Write the marks of the whole history, the recent ones by its desks; and decide on the older of the charges proposed."""
    _decide(world)
    _settle(world.session, world.today - SETTLED_AFTER)
    _mark_recent(world)


def pay_first(world: World, line: int, desk: Actor, now: datetime) -> None:
    """What the owner of a line wants before it confirms came in just before its desk looked."""
    dossier = select(Line.dossier_id).where(Line.id == line).scalar_subquery()
    wanted = (Receivable.dossier_id == dossier, Receivable.stage == Stage.CONFIRMATION, Receivable.received < Receivable.amount)
    for key in world.session.scalars(select(Receivable.id).where(*wanted)).all():
        charges.receive(world.session, desk, key, now)


def _decide(world: World) -> None:
    """Proposals of before last week were charged; those of the last days wait."""
    old = start_of(world.today - timedelta(days=7))
    rows = world.session.execute(
        select(Charge.id, Dossier.authority_id)
        .join(Dossier, Dossier.id == Charge.dossier_id)
        .where(Charge.at < old, ~exists().where(ChargeDecision.charge_id == Charge.id))
        .order_by(Charge.id)
    ).all()
    for place, (key, owner) in enumerate(rows):
        desk = world.works_for(owner, RoleName.DESK)
        if place % 5 == 4:
            charges.waive(world.session, desk, key, old, "Eerste keer, verontschuldigd (fictief).")
        else:
            charges.charge(world.session, desk, key, old)


def _settle(session: Session, before: date) -> None:
    """All that fell due before a day came in on the day that it was due, and deposits went back two weeks later."""
    due = (Receivable.due_on < before, Receivable.amount > 0, Receivable.received == 0)
    rows = session.execute(select(Receivable.id, Receivable.sort, Receivable.amount, Receivable.due_on).where(*due, ~_going())).all()
    marks = [_mark(key, MarkSort.RECEIVED, amount, day) for key, _, amount, day in rows]
    back = [(key, amount, day + timedelta(days=14)) for key, sort, amount, day in rows if sort == OwedSort.DEPOSIT]
    add_all(session, PaymentMark, [*marks, *(_mark(key, MarkSort.RETURNED, amount, day) for key, amount, day in back)])
    received = {"received": Receivable.amount, "received_on": Receivable.due_on}
    session.execute(update(Receivable).where(Receivable.id.in_([row.id for row in rows])).values(**received))
    for key, amount, day in back:
        session.execute(update(Receivable).where(Receivable.id == key).values(returned=amount, returned_on=day))


def _mark_recent(world: World) -> None:
    """What is due lately or soon: most of it came in; of the deposits that are over, every other one waits to go back."""
    session, today = world.session, world.today
    query = select(Receivable, ~_going()).where(Receivable.received == 0, Receivable.amount > 0).order_by(Receivable.id)
    for owed, ended in session.execute(query).all():
        desk = world.works_for(owed.authority_id, RoleName.DESK)
        paid = owed.id % FORGOTTEN if owed.due_on < today else owed.id % EARLY == 0
        if not paid or (ended and owed.sort == OwedSort.DEPOSIT and owed.due_on > today):
            continue
        day = min(owed.due_on, today - timedelta(days=1))
        charges.receive(session, desk, owed.id, _noon(today), day=day)
        if owed.sort == OwedSort.DEPOSIT and ended and owed.id % 2:
            charges.give_back(session, desk, owed.id, _noon(today), day=today - timedelta(days=1))


def _going() -> Any:
    return exists().where(Line.dossier_id == Receivable.dossier_id, Line.state.in_(HOLDING))


def _mark(key: int, sort: MarkSort, amount: int, day: date) -> dict[str, Any]:
    at = _noon(day)
    return {"receivable_id": key, "sort": str(sort), "amount": amount, "day": day, "reason": "", "account_id": None, "at": at}


def _noon(day: date) -> datetime:
    return start_of(day) + timedelta(hours=12)
