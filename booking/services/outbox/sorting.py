"""New mails are looked at once: who wants it now, in the morning or not at all, and with which others it leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.mail_choices import choices
from booking.rules.mailing import SETTLING, Pace, next_morning, pace_of, stands_alone
from booking.services.transaction import transaction
from models import Outbox

AT_ONCE = 500
UNWANTED = "unwanted"

Reader = tuple[str, str, datetime]
"""Address, language, and when the mail leaves: what these have in common leaves together."""


@dataclass(frozen=True, slots=True)
class _Mail:
    id: int
    event: str
    recipient: str
    language: str
    created_at: datetime


def sort_new(session: Session, now: datetime) -> int:
    """Give each new mail its bundle, or drop it where its reader wants no such mails; returns how many were looked at.

    What stands alone (a key, a warning) goes at once. The rest waits until no other came for a moment, so that a flood becomes one mail;
    who wants one a day gets it in the morning. A bundle is closed once its first mail was tried: what is sent again is the same again.
    """
    with transaction(session):
        new = _settled(session, now)
        chosen = choices(session, sorted({mail.recipient for mail in new}))
        bundles: defaultdict[Reader, list[int]] = defaultdict(list)
        unwanted: list[int] = []
        for mail in new:
            pace = pace_of(mail.event, chosen.get(mail.recipient, {}))
            if pace is Pace.OFF:
                unwanted.append(mail.id)
            elif stands_alone(mail.event):
                _bundle(session, mail.id, [mail.id], now)
            else:
                leaves = next_morning(mail.created_at) if pace is Pace.DAILY else now
                bundles[mail.recipient, mail.language, leaves].append(mail.id)
        for reader, ids in bundles.items():
            _bundle(session, _open_bundle(session, reader, now) or ids[0], ids, reader[2])
        session.execute(update(Outbox).where(Outbox.id.in_(unwanted)).values(state="dropped", error=UNWANTED))
    return len(new)


def _settled(session: Session, now: datetime) -> Sequence[_Mail]:
    """New mails that need not wait for others: those to a reader of whom the oldest has waited long enough, all together."""
    query = (
        select(Outbox.id, Outbox.event, Outbox.recipient, Outbox.language, Outbox.created_at)
        .where(Outbox.state == "waiting", Outbox.bundle_id.is_(None), Outbox.not_before <= now)
        .order_by(Outbox.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    found = [_Mail(*row) for row in session.execute(query)]
    ready = {mail.recipient for mail in found if mail.created_at <= now - SETTLING}
    return [mail for mail in found if mail.recipient in ready or stands_alone(mail.event)]


def _open_bundle(session: Session, reader: Reader, now: datetime) -> int | None:
    """The bundle that waits for the same reader and the same morning, and was not tried yet."""
    recipient, language, leaves = reader
    if leaves == now:  # not the morning's
        return None
    first = (
        select(Outbox.id)
        .where(Outbox.recipient == recipient, Outbox.language == language, Outbox.state == "waiting")
        .where(Outbox.bundle_id == Outbox.id, Outbox.not_before == leaves, Outbox.attempts == 0)
        .order_by(Outbox.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return session.scalars(first).one_or_none()


def _bundle(session: Session, first: int, ids: Sequence[int], leaves: datetime) -> None:
    session.execute(update(Outbox).where(Outbox.id.in_(ids)).values(bundle_id=first, not_before=leaves))
