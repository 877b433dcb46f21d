"""A change that waits beside the old promise: kept, closed, or taken back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedLine
from booking.queries.lines import Standing
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import STANDS
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.services import ledger
from booking.services.reservations.asking import shape
from booking.services.rows import add
from models import Amendment, Line, Occupancy


def stand_beside(
    session: Session, found: Standing, judged: JudgedLine, asked_by: str, actor: Actor, until: datetime, now: datetime, reason: str
) -> None:
    """Keep a change and hold its units until a moment; the guard counts rows of one holder once, so both dates are kept free. A request
    waits as long.
    """
    facts, wanted = judged.facts, judged.wanted
    measures = {name: str(amount) for name, amount in wanted.measures.items()}
    way = {"handover": wanted.handover, "operator": wanted.operator, "driver": wanted.driver, "measures": measures}
    values = {
        "line_id": found.line.id, "asset_id": facts.asset.id, "units": facts.units, "asked_by": asked_by, "state": "pending",
        "account_id": actor.account_id, "at": now, "reason": reason, "holds_until": until, "way": way, **shape(judged),
    }  # fmt: skip
    add(session, Amendment, **values)
    if found.state not in STANDS:
        session.execute(update(Occupancy).where(Occupancy.holder == found.holder).values(expires_at=until))
        session.execute(update(Line).where(Line.id == found.line.id).values(holds_until=until))
    ledger.hold(session, facts.asset.leaves, facts.units, facts.periods.blocked, OccupancyKind.REQUEST, found.holder, until)


def close(session: Session, change: Amendment, state: str, actor: Actor, now: datetime) -> None:
    """End an amendment: accepted, refused or withdrawn."""
    values = {"state": state, "decided_at": now, "decided_by_id": actor.account_id}
    session.execute(update(Amendment).where(Amendment.id == change.id).values(**values))


def drop(session: Session, known: Catalogue, found: Standing, change: Amendment, state: str, actor: Actor, now: datetime) -> None:
    """Take back what an amendment held beside its line, which stands as it did, whatever became of its asset meanwhile."""
    close(session, change, state, actor, now)
    blocked = Period(change.blocked_start, change.blocked_end)
    rows = ledger.rows_of(known.assets[change.asset_id].leaves, change.units, blocked, OccupancyKind.REQUEST, found.holder)
    ledger.release_latest(session, found.holder, len(rows))
