"""What ends by itself: options, requests and proposals whose moment passed. Readers ignored them already; this tells people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.lifecycle import OPEN
from booking.services import ledger
from booking.services.transaction import transaction
from models import Amendment, Line


def expire(session: Session, now: datetime, most: int = 200) -> int:
    """End at most `most` lines and amendments that lapsed by `now`, each in a transaction of its own; returns how many were due."""
    late = select(Line.id, Line.asset_id).where(Line.state.in_(OPEN), Line.holds_until <= now)
    waiting = select(Amendment.line_id, Amendment.asset_id).where(Amendment.state == "pending", Amendment.holds_until <= now)
    due = session.execute(late.union(waiting).limit(most)).all()
    for line_id, asset_id in due:
        with transaction(session):
            leaves = catalogue(session).assets[asset_id].leaves
            ledger.lock(session, leaves.keys())
            ledger.expire_lines(session, [line_id], now)
    return len(due)
