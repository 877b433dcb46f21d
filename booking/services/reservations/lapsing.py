"""What ends by itself: options, requests and proposals whose moment passed. Readers ignored them already; this tells people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.lifecycle import OPEN
from booking.services import ledger
from booking.services.batch import each_line
from models import Amendment, Line


def expire(session: Session, now: datetime, most: int = 200) -> int:
    """End at most `most` lines and amendments that lapsed by `now`, each in a transaction of its own; returns how many were ended."""
    late = select(Line.id, Line.asset_id).where(Line.state.in_(OPEN), Line.holds_until <= now)
    waiting = select(Amendment.line_id, Amendment.asset_id).where(Amendment.state == "pending", Amendment.holds_until <= now)
    due: dict[int, set[int]] = {}  # an amendment may be about another asset than its line
    for line_id, asset_id in session.execute(late.union(waiting).limit(most)):
        due.setdefault(line_id, set()).add(asset_id)

    def end(line_id: int) -> None:
        known = catalogue(session)
        ledger.lock(session, {leaf for asset_id in due[line_id] for leaf in known.assets[asset_id].leaves})
        ledger.expire_lines(session, [line_id], now)

    return each_line(session, "expire", due, end)
