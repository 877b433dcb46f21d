"""Mails that wait are sent: at least once each, with a Message-ID that never changes, and what cannot be delivered stays visible."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.formats.mail import message
from booking.services.mailed_keys import SECRETS, revealed
from booking.services.transaction import transaction
from booking.words import letter
from models import Outbox

LEASE = timedelta(seconds=60)  # longer than SMTP_SECONDS: who takes a mail has sent it, or is dead
SMTP_SECONDS = 20
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
MOST_TRIES = 20  # about four days
AT_ONCE = 50

Post = Callable[[EmailMessage], None]


@dataclass(frozen=True, slots=True)
class Mailer:
    """How mail leaves: by `post`, from `sender`, with links that begin with `base_url`; `secret` opens what lies hidden in the outbox."""

    post: Post
    sender: str
    base_url: str
    secret: bytes = b""


def mailer(smtp_url: str, base_url: str, secret: bytes = b"") -> Mailer | None:
    """From SMTP_URL: `smtp://user:password@host:port?from=address`, with `smtps` for TLS at once or `smtp+starttls`; None when empty."""
    if not smtp_url:
        return None
    sender = parse_qs(urlsplit(smtp_url).query).get("from", [f"streekdepot@{urlsplit(base_url).hostname or 'localhost'}"])[0]
    return Mailer(lambda message: _post(smtp_url, message), sender, base_url, secret)


def send_waiting(session: Session, mail: Mailer, now: datetime) -> int:
    """Send what is due; returns how many left. Several processes may do this at once: each mail is taken by one of them.

    A mail is taken in a transaction, sent outside it and ticked off in another. A process that dies in between sends it again after the
    lease, with the same Message-ID. A refusal for now (4xx, no connection) is tried again later and later; one for good fails.
    """
    sent = 0
    for row in _take(session, now):
        try:
            mail.post(_message(row, mail))
        except (OSError, smtplib.SMTPException, ValueError) as error:
            _put_back(session, row, now, error)
        else:
            sent += 1
            with transaction(session):
                session.execute(update(Outbox).where(Outbox.id == row.id).values(state="sent", sent_at=now, error="", payload=_kept(row)))
    return sent


def _take(session: Session, now: datetime) -> list[Outbox]:
    """Mails that are due, ours until the lease ends."""
    due = select(Outbox.id).where(Outbox.state == "waiting", Outbox.not_before <= now).order_by(Outbox.id).limit(AT_ONCE)
    with transaction(session):
        ids = session.scalars(due.with_for_update(skip_locked=True)).all()
        taken = {"not_before": now + LEASE, "attempts": Outbox.attempts + 1}
        session.execute(update(Outbox).where(Outbox.id.in_(ids)).values(**taken))
    rows = select(Outbox).where(Outbox.id.in_(ids)).order_by(Outbox.id).execution_options(populate_existing=True)
    found = list(session.scalars(rows))
    session.commit()
    return found


def _message(row: Outbox, mail: Mailer) -> EmailMessage:
    written = letter(row.event, row.language, revealed(mail.secret, row.payload), mail.base_url)
    return message(written, row.message_id, row.recipient, mail.sender, mail.base_url, row.created_at)


def _kept(row: Outbox) -> dict[str, Any]:
    """What the outbox remembers of a mail that left: not its keys."""
    return {name: value for name, value in row.payload.items() if name != SECRETS}


def _put_back(session: Session, row: Outbox, now: datetime, error: Exception) -> None:
    over = _for_good(error) or row.attempts >= MOST_TRIES
    wait = min(FIRST_WAIT * 2 ** (row.attempts - 1), LONGEST_WAIT)
    values = {"state": "failed" if over else "waiting", "not_before": now + wait, "error": f"{type(error).__name__}: {error}"[:500]}
    with transaction(session):
        session.execute(update(Outbox).where(Outbox.id == row.id).values(**values))


def _for_good(error: Exception) -> bool:
    """True when trying again cannot help: an address that is refused for good, or one that no mail can be written to."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code >= 500 and not isinstance(
            error, smtplib.SMTPConnectError | smtplib.SMTPHeloError | smtplib.SMTPAuthenticationError
        )
    return isinstance(error, ValueError)


def _post(smtp_url: str, message: EmailMessage) -> None:
    """Hand one message to the server. Raises OSError or SMTPException."""
    url = urlsplit(smtp_url)
    host, context = url.hostname or "localhost", ssl.create_default_context()
    if url.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=SMTP_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, url.port or 25, timeout=SMTP_SECONDS)
    with server:
        if url.scheme == "smtp+starttls":
            server.starttls(context=context)
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.send_message(message)
