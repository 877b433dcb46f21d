"""What ends by itself: a subscriber is told in time, and what nobody can use any more is removed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from booking.rules.feeds import REMIND
from booking.rules.periods import local
from booking.services import records
from booking.services.transaction import transaction
from models import Account, Feed

EVENT = "feed_ends"
UNUSED = timedelta(days=7)
"""An address without an account that was not read for so long since it was made is nobody's."""


def remind(session: Session, now: datetime) -> int:
    """A mail to each subscriber whose address ends within two weeks, once; returns how many. The address itself is not in it: nobody
    knows it any more. Of what was not read this quarter nobody is told.
    """
    today = local(now).date()
    ends = (Feed.expires_on >= today, Feed.expires_on <= today + REMIND, Feed.reminded_at.is_(None), Feed.revoked_at.is_(None))
    in_use = Feed.fetched_at >= now - timedelta(days=90)
    query = select(Feed.id, Feed.name, Feed.expires_on, Account.email, Account.language).join(Account, Account.id == Feed.account_id)
    with transaction(session):
        found = session.execute(query.where(*ends, in_use, Account.suspended_at.is_(None)).order_by(Feed.id)).all()
        session.execute(update(Feed).where(Feed.id.in_([row.id for row in found])).values(reminded_at=now))
        letters = [
            records.Letter(EVENT, row.email, {"calendar": row.name, "last": row.expires_on.isoformat()}, row.language) for row in found
        ]
        records.post(session, now, letters)
    return len(found)


def tidy(session: Session, now: datetime) -> int:
    """Remove the addresses without an account that are over, or that nobody ever used; returns how many."""
    unused = (Feed.fetched_at.is_(None), Feed.created_at < now - UNUSED)
    with transaction(session):
        over = or_(Feed.expires_on < local(now).date(), Feed.revoked_at.is_not(None))
        gone = session.execute(delete(Feed).where(Feed.account_id.is_(None), or_(over, unused[0] & unused[1])))
    return int(gone.rowcount)  # type: ignore[attr-defined]
