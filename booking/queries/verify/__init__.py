"""Re-proves the ledger, the money and the history from raw rows, with sums of its own: what a service got wrong is not repeated here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from booking.queries.verify import (
    capacity,
    database,
    dues,
    facts,
    guard,
    history,
    holds,
    money,
    preferred,
    promises,
    records,
    relations,
    rows,
    sharing,
    upkeep,
)
from booking.queries.verify.found import Violation
from models import Line, Occupancy, Quote, Reservation

Check = Callable[[Session, datetime], Iterator[Violation]]

CHECKS: tuple[Check, ...] = (
    database.integrity,
    database.foreign_keys,
    database.checks,
    database.uniques,
    database.times,
    guard.whole,
    rows.contradictions,
    rows.holders,
    capacity.overlaps,
    capacity.conflicts,
    promises.promises,
    holds.baskets,
    holds.offers,
    facts.facts,
    upkeep.orders,
    money.totals,
    money.versions,
    money.foreign_lines,
    dues.charges,
    dues.owed,
    dues.marks,
    history.moves,
    history.decisions,
    history.audited,
    history.tasks_of_approved,
    history.tasks_of_ended,
    relations.nesting,
    relations.deciders,
    relations.shares,
    sharing.contingents,
    relations.quotas,
    relations.quota_owners,
    preferred.free_quotas,
    preferred.exemptions,
    records.mails,
    records.answers,
)

COUNTED = (Reservation, Line, Occupancy, Quote)


def violations(session: Session, now: datetime) -> Iterator[Violation]:
    """Everything that is wrong at `now`, one at a time and with bounded memory; each check sees the rows as of one moment.

    A transaction that is open on the session is rolled back first. Rows that cannot even be read are a violation of the check that tried.
    """
    for check in CHECKS:
        _take_snapshot(session)
        try:
            yield from check(session, now)
        except (DBAPIError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            yield Violation("unreadable", "database", f"{check.__module__.rpartition('.')[2]}.{check.__name__}", {"said": str(error)})
        finally:
            session.rollback()  # whoever writes on this session next must not find a snapshot that only reads


def counts(session: Session) -> dict[str, int]:
    """How many rows of the main tables there are, by table."""
    return {model.__tablename__: session.execute(select(func.count()).select_from(model)).scalar_one() for model in COUNTED}


def _take_snapshot(session: Session) -> None:
    """Read as of one moment while others write: SQLite's readers always do, PostgreSQL's when they ask; and take the time it needs."""
    session.rollback()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        session.execute(text("SET LOCAL statement_timeout = 0"))
        session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
