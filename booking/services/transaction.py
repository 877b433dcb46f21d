"""One use case, one transaction: the outermost `transaction` commits, inner ones join."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, exc
from sqlalchemy.orm import Session

from booking.queries.catalogue import forget, warm
from booking.queries.ledger import is_sqlite
from booking.rules.refusals import Busy, Refused, Taken
from models import guard

T = TypeVar("T")

_RETRY = ("40001", "40P01")
_UNTRANSLATABLE = "22P05"  # a NUL within JSON; one in a text the driver refuses itself: nobody types one
_ANSWERED = "uq_idempotency_key_account_id_key"  # the same request was answered between our looking and our writing
_ID_GIVEN = "SQLITE_CONSTRAINT_PRIMARYKEY"  # an id set aside (services/rows.py) went to another: only without the turn to write
_BUSY = ("55P03", "57014", "57P01", "57P02", "57P03", "53300", "53100", "08000", "08003", "08006")


@contextmanager
def transaction(session: Session) -> Iterator[None]:
    """A write transaction on `session`. The outermost block commits or rolls back; a nested one joins it.

    On SQLite it begins IMMEDIATE, so a reading transaction that is still open is closed first; on PostgreSQL, where each statement sees
    what is committed, it goes on. What was read before the locks is not trusted after them. Raises Taken when the guard refuses, Busy
    when the database is locked, full or away (PITFALLS, design rule 3).
    """
    if session.info.get("writing"):
        yield
        return
    try:
        warm(session)
        session.info["writing"] = True
        session.info.pop("kept_catalogue", None)
        session.info["core"] = _begin(session)
        yield
        session.commit()
    except exc.DBAPIError as error:
        _undo(session)
        raise translated(error) from error
    except exc.TimeoutError as error:
        _undo(session)
        raise Busy() from error
    except BaseException:
        _undo(session)
        raise
    finally:
        session.info["writing"] = False
        session.info.pop("core", None)
        session.info.pop("told_versions", None)


def _begin(session: Session) -> Connection:
    if not is_sqlite(session):
        return session.connection()
    session.commit()
    return session.connection(execution_options={"immediate": True})


def _undo(session: Session) -> None:
    forget(session)
    session.rollback()


def retried(act: Callable[[], T], tries: int = 3) -> T:
    """Run a whole use case again when the database asks for it (serialization failure or deadlock). Raises Busy after the last try."""
    for left in range(tries - 1, -1, -1):
        try:
            return act()
        except Busy as busy:
            if not left or not busy.details.get("again"):
                raise
            time.sleep(random.uniform(0.005, 0.03))  # noqa: S311 - spreads retries, guards nothing
    raise Busy()


def translated(error: exc.DBAPIError) -> Exception:
    """The error map of both databases: a refusal with a code, or the error itself when it is a programming fault."""
    text, state = str(error.orig), getattr(error.orig, "sqlstate", None)
    if guard.FULL in text:
        return Taken()
    for code in (guard.NOT_A_LEAF, guard.TOO_LONG, guard.STOCK_PROMISED, guard.APPEND, guard.SETTLED, guard.EXEMPTION):
        if code in text:
            return Refused(code)
    if state == _UNTRANSLATABLE or "NUL (0x00)" in text:
        return Refused("text_unreadable")
    known_as = getattr(error.orig, "sqlite_errorname", "")
    if state in _RETRY or _ANSWERED in text or known_as == _ID_GIVEN:
        return Busy(again=True)
    if state in _BUSY or error.connection_invalidated or "locked" in text or "disk" in text or "is full" in text:
        return Busy()
    wrong_sql = known_as == "SQLITE_ERROR"  # SQLite says so of a misspelt table as of a full disk
    if isinstance(error, exc.OperationalError | exc.InterfaceError) and state is None and not wrong_sql:
        return Busy()
    return error
