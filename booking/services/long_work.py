"""Work that takes longer than an answer, kept as a row with its state: whichever process takes it carries it out and tells how far it is.

Such a table has `state`, `done` and `moved_at`; a row waits until it is taken, and whoever holds it for too long is gone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from booking.services.transaction import transaction
from models import CatalogueImport, Simulation

STALE = timedelta(minutes=5)  # it takes seconds

Work = TypeVar("Work", CatalogueImport, Simulation)


def take(session: Session, model: type[Work], key: int, now: datetime) -> Work | None:
    """The row that waits, now ours; None when another process has it or it was called off. Committed: others see it."""
    left = (model.state == "running") & (model.moved_at < now - STALE)
    free = (model.id == key, or_(model.state == "waiting", left))
    with transaction(session):
        taken = session.execute(update(model).where(*free).values(state="running", moved_at=now))
    query = select(model).where(model.id == key).execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none() if taken.rowcount else None  # type: ignore[attr-defined]
    session.commit()
    return found


def tell(session: Session, model: type[Work], key: int, **values: Any) -> bool:
    """For whoever waits: in a transaction of its own, so that others see it. False when it runs no more: it was called off meanwhile."""
    with transaction(session):
        told = session.execute(update(model).where(model.id == key, model.state == "running").values(**values))
    return bool(told.rowcount)  # type: ignore[attr-defined]


def left_behind(session: Session, model: type[Work], now: datetime) -> list[int]:
    """The ids of what waits too long, because the process that should have done it is gone."""
    waiting = model.state.in_(("waiting", "running")) & (model.moved_at < now - STALE)
    keys = list(session.scalars(select(model.id).where(waiting)))
    session.commit()
    return keys
