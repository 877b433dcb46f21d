"""Money in the world behind the doors: an amount due, a mark on it and a charge that waits, one of Ranst and one of Zandhoven."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.rules.periods import local
from models import Charge, ChargePost, Dossier, Line, PaymentMark, Receivable

WEEKS = timedelta(weeks=3)


def _dossiers(world: Any, session: Session) -> list[Dossier]:
    """The dossiers of the two requests of the world."""
    keys = [min(receipt.dossiers.values()) for receipt in world.receipts]
    return [session.get_one(Dossier, key) for key in keys]


def _owed(world: Any, session: Session) -> tuple[str, str]:
    """A hundred euros of hire that is due in three weeks."""
    day = local(now() + WEEKS).date()
    rows = [
        Receivable(dossier_id=each.id, authority_id=each.authority_id, sort="hire", amount=10000, due_on=day, changed_at=now())
        for each in _dossiers(world, session)
    ]
    session.add_all(rows)
    session.commit()
    return str(rows[0].id), str(rows[1].id)


def _marks(world: Any, session: Session) -> tuple[str, str]:
    keys = [int(key) for key in world.pair("due amount")]
    marks = []
    for key in keys:
        owed = session.get_one(Receivable, key)
        owed.received = 2500
        marks.append(PaymentMark(receivable_id=key, sort="received", amount=2500, day=local(now()).date(), at=now()))
    session.add_all(marks)
    session.commit()
    return str(marks[0].id), str(marks[1].id)


def _charges(world: Any, session: Session) -> tuple[str, str]:
    """A trailer that came back dirty."""
    rows = []
    for each in _dossiers(world, session):
        line = session.scalars(select(Line.id).where(Line.dossier_id == each.id)).first()
        row = Charge(dossier_id=each.id, line_id=line, occasion="damage", basis={"note": "krassen"}, net=3500, vat=0, total=3500, at=now())
        session.add(row)
        session.flush()
        kept = {"details": {}, "quantity": "1", "unit": "piece", "unit_price": 3500, "factor": "1"}
        post = {"charge_id": row.id, "position": 0, "line_id": line, "article": "", "code": "repair_cost"}
        session.add(ChargePost(**post, details=kept, amount=3500, vat="outside_scope"))
        rows.append(row)
    session.commit()
    return str(rows[0].id), str(rows[1].id)


MONEY_PAIRS: dict[str, Callable[[Any, Session], tuple[str, str]]] = {
    "due amount": _owed,
    "payment mark": _marks,
    "proposed charge": _charges,
}
