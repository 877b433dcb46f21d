"""Keys that prove who reads a mailbox: made, mailed, found again by their hash, used once."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from booking.rules.refusals import NotFound, Refused
from booking.services import vault
from booking.services.keys import digest, new_key, sealed
from booking.services.records import Letter
from booking.services.rows import add
from booking.services.transaction import transaction
from models import MailedKey

LIVES = {
    "sign_up": timedelta(hours=24),
    "reset": timedelta(minutes=60),
    "new_email": timedelta(hours=24),
    "keep_email": timedelta(days=7),
}
CODE_LIVES = timedelta(minutes=10)  # ASVS 5.0, 6.5.5
CODE_TRIES = 5
SECRETS = "secrets"


@dataclass(frozen=True, slots=True)
class Issued:
    """What leaves the house: `key` and `code` by mail, `handle` to the browser that asked. None of them is kept."""

    id: int
    key: str
    handle: str
    code: str


def issue(
    session: Session, secret: bytes, purpose: str, email: str, now: datetime, account_id: int | None = None, details: Mapping[str, Any] = {}
) -> Issued:
    """A new key for a mailbox, within the transaction that is its reason."""
    issued = Issued(0, new_key(), new_key(), f"{secrets.randbelow(1_000_000):06}")
    row = {"purpose": purpose, "email": email, "account_id": account_id, "details": dict(details), "tries": 0}
    return Issued(add(session, MailedKey, **row, **_hashes(secret, purpose, issued, now)), issued.key, issued.handle, issued.code)


def issue_again(session: Session, secret: bytes, found: MailedKey, handle: str, now: datetime) -> Issued:
    """Another key and code for the same browser; those of before are dead."""
    issued = Issued(found.id, new_key(), handle, f"{secrets.randbelow(1_000_000):06}")
    session.execute(update(MailedKey).where(MailedKey.id == found.id).values(tries=0, **_hashes(secret, found.purpose, issued, now)))
    return issued


def _hashes(secret: bytes, purpose: str, issued: Issued, now: datetime) -> dict[str, Any]:
    return {
        "key_hash": digest(issued.key), "handle_hash": digest(issued.handle), "code_hash": _sealed_code(secret, issued.handle, issued.code),
        "created_at": now, "expires_at": now + LIVES[purpose],
    }  # fmt: skip


def find(session: Session, purpose: str, key: str, now: datetime) -> MailedKey:
    """The row behind a key that came by mail. Raises NotFound when it is unknown, used or expired."""
    return _found(session, purpose, MailedKey.key_hash == digest(key), now)


def find_by_handle(session: Session, purpose: str, handle: str, now: datetime) -> MailedKey:
    """The row that this browser asked for. Raises NotFound."""
    return _found(session, purpose, MailedKey.handle_hash == digest(handle), now)


def _found(session: Session, purpose: str, condition: Any, now: datetime) -> MailedKey:
    query = select(MailedKey).where(MailedKey.purpose == purpose, MailedKey.expires_at > now, condition)
    found = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound("link_dead")
    return found


def check_code(session: Session, secret: bytes, found: MailedKey, handle: str, code: str, now: datetime) -> None:
    """Raises Refused `code_wrong`, or `code_dead` after ten minutes or five tries. A try is counted before it is looked at."""
    counted = update(MailedKey).where(MailedKey.id == found.id, MailedKey.tries < CODE_TRIES)
    with transaction(session):
        may_try = session.execute(counted.values(tries=MailedKey.tries + 1)).rowcount  # type: ignore[attr-defined]
    if not may_try or now >= found.created_at + CODE_LIVES:
        raise Refused("code_dead")
    typed = "".join(filter(str.isdigit, code))
    if not hmac.compare_digest(found.code_hash or b"", _sealed_code(secret, handle, typed)):
        raise Refused("code_wrong")


def use(session: Session, found: MailedKey) -> None:
    """This key ends with what it is used for. Raises NotFound when it was used at this very moment."""
    if not session.execute(delete(MailedKey).where(MailedKey.id == found.id)).rowcount:  # type: ignore[attr-defined]
        raise NotFound("link_dead")


def void(session: Session, account_id: int, *purposes: str) -> None:
    """Forget what was mailed about an account for these purposes."""
    session.execute(delete(MailedKey).where(MailedKey.account_id == account_id, MailedKey.purpose.in_(purposes)))


def void_since(session: Session, found: MailedKey) -> None:
    """Forget what was mailed about an account for the same purpose after this key; what was mailed before it stays."""
    later = (MailedKey.account_id == found.account_id, MailedKey.purpose == found.purpose, MailedKey.id > found.id)
    session.execute(delete(MailedKey).where(*later))


def letter(secret: bytes, event: str, recipient: str, language: str, hidden: Mapping[str, str], **payload: Any) -> Letter:
    """A mail whose `hidden` parts (a key, a code) lie encrypted in the outbox until it is written."""
    return Letter(event, recipient, {**payload, SECRETS: vault.lock(secret, "mail", json.dumps(dict(hidden)))}, language)


def revealed(secret: bytes, payload: Mapping[str, Any]) -> dict[str, Any]:
    """A mail's payload as its words need it. Raises vault.Locked when it was hidden with another installation's secret."""
    plain = dict(payload)
    kept = plain.pop(SECRETS, None)
    return plain if kept is None else plain | json.loads(vault.unlock(secret, "mail", kept))


def tidy(session: Session, now: datetime) -> None:
    """Drop what expired, and with it what people filled in who never confirmed."""
    with transaction(session):
        session.execute(delete(MailedKey).where(MailedKey.expires_at <= now))


def _sealed_code(secret: bytes, handle: str, code: str) -> bytes:
    return sealed(secret, "code", handle, code)
