"""Keeping the house tidy: what expired and what is only kept for a while is removed; history never is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from booking.services import sign_in
from booking.services.transaction import transaction
from models import IdempotencyKey, JobRun

KEPT = timedelta(days=7)


def tidy(session: Session, now: datetime) -> int:
    """Drop expired visits, old sign-in attempts, and answers to repeated requests and runs of jobs older than a week; returns how many."""
    sign_in.tidy(session, now)
    with transaction(session):
        answers = session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < now - KEPT))
        runs = session.execute(delete(JobRun).where(JobRun.due_at < now - KEPT))
    return int(answers.rowcount + runs.rowcount)  # type: ignore[attr-defined]
