"""A request that is sent again is answered again, not carried out again (TEST_PLAN T-09)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import column, delete, text
from sqlalchemy.orm import Session

from booking.queries import actors
from booking.queries.catalogue import VERSIONS, told_versions
from booking.rules.refusals import Busy, Refused, Taken
from booking.services.rows import add_all, gathered
from booking.services.transaction import transaction
from models import IdempotencyKey
from models.prepared import prepared

KEPT = timedelta(days=30)
LONGEST_KEY = 200
KEY_LOCKS = 7103

_keys = IdempotencyKey.__table__.c
_FOUND = "SELECT request_hash, status, body FROM idempotency_key WHERE account_id = :account AND key = :key"
# On PostgreSQL who does not get the lock knows at once that the first is still being answered, and does not wait for it.
_OURS = ("1", f"pg_try_advisory_xact_lock({KEY_LOCKS}, hashtext(:lock))")
_before = prepared(
    *(
        text(f"SELECT {ours} AS ours, {VERSIONS}, earlier.* FROM (SELECT 1) AS one LEFT JOIN ({_FOUND}) AS earlier ON true").columns(  # noqa: S608 - our own words
            column("ours"), column("catalogue"), column("borrowers"), column("people"), _keys.request_hash, _keys.status, _keys.body
        )
        for ours in _OURS
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: an HTTP status and the text of the body, to the letter."""

    status: int
    text: str
    again: bool = False


class KeyMissing(Refused):
    """A request that makes something came without a key to know it by."""

    status = 400

    def __init__(self) -> None:
        super().__init__("key_missing", field="Idempotency-Key")


def once(session: Session, account_id: int, key: str, request: bytes, now: datetime, act: Callable[[], Answer]) -> Answer:
    """The answer of `act`, or the one that this account got before under this key.

    The key is written in the transaction of the act itself, so that they stand or fall together: an act that raises leaves no key and may
    be tried again; what `act` adds is written with it, at the end, and cannot be found by `act` itself. Raises KeyMissing, Refused
    `key_unreadable`, Refused `key_reused` for another request under the same key, Taken `key_in_use` while the first is still being
    answered (PostgreSQL; on SQLite writers take turns and the second gets the first's answer), Busy, to be tried again, when it was
    answered at this very moment, and Outdated when whoever asks was believed to be somebody (queries/actors.py) and may not be any more.
    """
    if not key.strip():
        raise KeyMissing()
    if len(key) > LONGEST_KEY or not key.isascii():
        raise Refused("key_unreadable", limit=LONGEST_KEY)
    with transaction(session), gathered(session):
        request_hash = hashlib.sha256(request).digest()
        before = _answered(session, account_id, key, request_hash)
        if before:
            return before
        try:
            answer = act()
        except Refused:
            if _answered(session, account_id, key, request_hash):  # what stands in the way may be what the first has just written
                raise Busy(again=True) from None
            raise
        kept = {"account_id": account_id, "key": key, "request_hash": request_hash, "created_at": now}
        add_all(session, IdempotencyKey, [{**kept, "status": answer.status, "body": {"text": answer.text}}])
        return answer


def forget(session: Session, now: datetime) -> int:
    """Delete the keys and answers of more than thirty days ago; returns how many. For the job that tidies up."""
    with transaction(session):
        return session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - KEPT)).rowcount


def _answered(session: Session, account_id: int, key: str, request_hash: bytes) -> Answer | None:
    """What was answered under this key before; None when it is ours to answer."""
    row = _before(session, account=account_id, key=key, lock=f"{account_id}:{key}")[0]
    actors.confirm(session, row.people)
    if row.request_hash is None:
        if row.ours:
            told_versions(session, {"catalogue": row.catalogue, "borrowers": row.borrowers})
            return None
        raise Taken("key_in_use")
    if bytes(row.request_hash) != request_hash:
        raise Refused("key_reused")
    return Answer(row.status, row.body["text"], again=True)
