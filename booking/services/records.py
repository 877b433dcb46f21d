"""What every use case leaves behind: audit, mails waiting to be sent, and the versions that feeds are known by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from booking.services.rows import add_all
from models import Audit, Counter, Outbox


def audit(
    session: Session, now: datetime, account: int | None, act: str, subject: tuple[str, int], authority: int | None = None, **details: Any
) -> None:
    """One row of who did what to a subject (table, id); `details` must be plain JSON without secrets."""
    row = {
        "at": now, "account_id": account, "authority_id": authority, "act": act, "subject": subject[0], "subject_id": subject[1],
        "details": details,
    }  # fmt: skip
    add_all(session, Audit, [row])


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be written: what happened, to whom, in which language, with what its template needs; not sent before a moment, if given."""

    event: str
    recipient: str | None
    payload: Mapping[str, Any]
    language: str = "nl"
    not_before: datetime | None = None


def post(session: Session, now: datetime, letters: Iterable[Letter]) -> None:
    """Keep mails in this transaction, to be sent by a job: nobody is told of what is rolled back. Who has no address gets none."""
    rows = [
        {
            "event": letter.event, "recipient": letter.recipient, "language": letter.language, "payload": dict(letter.payload),
            "message_id": f"{uuid4().hex}@streekdepot", "state": "waiting", "attempts": 0, "created_at": now,
            "not_before": letter.not_before or now, "error": "",
        }
        for letter in letters
        if letter.recipient
    ]  # fmt: skip
    add_all(session, Outbox, rows)


def mail(
    session: Session, now: datetime, event: str, recipients: Iterable[str | None], payload: dict[str, Any], language: str = "nl"
) -> None:
    """The same mail to each recipient once."""
    post(session, now, [Letter(event, recipient, payload, language) for recipient in dict.fromkeys(recipients)])


def raise_versions(session: Session, names: Iterable[str]) -> None:
    """Raise the counters of these feeds (`depot:3`), sorted, as the last thing a transaction does: their rows are shared by many."""
    rows = [{"name": name, "value": 1} for name in sorted(set(names))]
    add_all(session, Counter, rows)
