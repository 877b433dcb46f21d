"""Keeping the house tidy: what expired and what is only kept for a while is removed; history never is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from booking.services import basket, idempotency, mailed_keys, sign_in
from booking.services.transaction import transaction
from models import JobRun

RUNS_KEPT = timedelta(days=7)


def tidy(session: Session, now: datetime) -> int:
    """Drop expired visits, baskets that nobody looks at, old sign-in attempts, answers to requests that nobody repeats any more, and runs
    of jobs older than a week.

    Returns how many answers and runs went.
    """
    sign_in.tidy(session, now)
    mailed_keys.tidy(session, now)
    basket.tidy(session, now)
    answers = idempotency.forget(session, now)
    with transaction(session):
        runs = session.execute(delete(JobRun).where(JobRun.due_at < now - RUNS_KEPT))
    return answers + int(runs.rowcount)  # type: ignore[attr-defined]
