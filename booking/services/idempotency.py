"""A request that is sent again is answered again, not carried out again (TEST_PLAN T-09)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, text, update
from sqlalchemy.orm import Session

from booking.rules.refusals import Refused, Taken
from booking.services.transaction import transaction
from models import IdempotencyKey
from models.engine import core

KEPT = timedelta(days=30)
LONGEST_KEY = 200
KEY_LOCKS = 7103

_VALUES = ":account, :key, :hash, 0, '{}', :now"
_COLUMNS = "account_id, key, request_hash, status, body, created_at"
_ENDING = "ON CONFLICT (account_id, key) DO NOTHING RETURNING id"
# On PostgreSQL the insert would wait for another one of the same key; who does not get the lock knows at once that it is being answered.
_CLAIM = {
    "sqlite": text(f"INSERT INTO idempotency_key ({_COLUMNS}) VALUES ({_VALUES}) {_ENDING}"),  # noqa: S608 - our own words
    "postgresql": text(
        f"INSERT INTO idempotency_key ({_COLUMNS}) SELECT {_VALUES} WHERE pg_try_advisory_xact_lock({KEY_LOCKS}, hashtext(:lock)) {_ENDING}"
    ),
}
_keys = IdempotencyKey.__table__
_KEEP = update(_keys).where(_keys.c.id == bindparam("row")).values(status=bindparam("code"), body=bindparam("answer"))


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
    be tried again. Raises KeyMissing, Refused `key_unreadable`, Refused `key_reused` for another request under the same key, and Taken
    `key_in_use` while the first is still being answered (PostgreSQL; on SQLite writers take turns and the second gets the first's answer).
    """
    if not key.strip():
        raise KeyMissing()
    if len(key) > LONGEST_KEY or not key.isascii():
        raise Refused("key_unreadable", limit=LONGEST_KEY)
    with transaction(session):
        request_hash = hashlib.sha256(request).digest()
        row_id = _claim(session, account_id, key, request_hash, now)
        if row_id is None:
            return _before(session, account_id, key, request_hash)
        answer = act()
        core(session).execute(_KEEP, {"row": row_id, "code": answer.status, "answer": {"text": answer.text}})
        return answer


def forget(session: Session, now: datetime) -> int:
    """Delete the keys and answers of more than thirty days ago; returns how many. For the job that tidies up."""
    with transaction(session):
        return session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - KEPT)).rowcount


def _claim(session: Session, account_id: int, key: str, request_hash: bytes, now: datetime) -> int | None:
    """The id of a new row for this key; None when there is one, or when someone is busy making one."""
    dialect = session.get_bind().dialect.name
    moment = int(now.timestamp()) if dialect == "sqlite" else now
    values = {"account": account_id, "key": key, "hash": request_hash, "now": moment}
    lock = {} if dialect == "sqlite" else {"lock": f"{account_id}:{key}"}
    row_id: int | None = core(session).execute(_CLAIM[dialect], {**values, **lock}).scalar_one_or_none()
    return row_id


def _before(session: Session, account_id: int, key: str, request_hash: bytes) -> Answer:
    row = session.execute(
        select(IdempotencyKey.request_hash, IdempotencyKey.status, IdempotencyKey.body).where(
            IdempotencyKey.account_id == account_id, IdempotencyKey.key == key
        )
    ).one_or_none()
    if row is None:
        raise Taken("key_in_use")
    if bytes(row.request_hash) != request_hash:
        raise Refused("key_reused")
    return Answer(row.status, row.body["text"], again=True)
