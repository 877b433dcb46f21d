"""The mails and answers written beside the work are whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found
from models import IdempotencyKey, Outbox


def mails(session: Session, _now: datetime) -> Iterator[Violation]:
    """A mail waits, was sent at a moment, or failed or was dropped and says why."""
    mail = Outbox
    wrong = or_(
        (mail.state == "sent") != mail.sent_at.is_not(None),
        mail.state.in_(("failed", "dropped")) & (mail.error == ""),
        mail.attempts < 0,
    )
    query = select(mail.id, mail.state, mail.sent_at, mail.attempts).where(wrong).order_by(mail.id)
    yield from found(session, "mail_state_wrong", Outbox, query)


def answers(session: Session, _now: datetime) -> Iterator[Violation]:
    """A request that was given a key was answered; none is stuck halfway."""
    key = IdempotencyKey
    query = select(key.id, key.account_id, key.status).where(~key.status.between(200, 599)).order_by(key.id)
    yield from found(session, "answer_unfinished", IdempotencyKey, query)
