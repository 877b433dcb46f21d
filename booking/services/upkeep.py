"""Keeping the house tidy: what expired and what is only kept for a while is removed; history never is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Delete, String, Update, cast, delete, or_, select, update
from sqlalchemy.orm import Session, aliased

from booking.rules.lifecycle import LineState
from booking.rules.mailing import WORDS_KEPT
from booking.services import basket, feeds, idempotency, mailed_keys, sign_in
from booking.services.transaction import transaction
from models import Charge, ChargeDecision, Feed, HandoverRecord, JobRun, Line, Outbox, Reminder

RUNS_KEPT = timedelta(days=7)
IDLE_RUNS_KEPT = timedelta(days=1)  # of turns in which there was nothing to do
READERS_KEPT = REMINDERS_KEPT = NAMES_KEPT = timedelta(days=400)
FEEDS_KEPT = timedelta(days=60)
NOTHING_DONE = "0"


def tidy(session: Session, now: datetime) -> int:
    """Drop expired visits, baskets that nobody looks at, old sign-in attempts, answers to requests that nobody repeats any more, runs of
    jobs older than a week, calendars that ended; and forget what mails of long ago said and to whom, and who stood at the counter then
    (docs/decisions/0026).

    Returns how many rows went or forgot something.
    """
    sign_in.tidy(session, now)
    mailed_keys.tidy(session, now)
    basket.tidy(session, now)
    feeds.tidy(session, now)
    gone = idempotency.forget(session, now)
    for each in _past_its_time(now):
        with transaction(session):
            gone += session.execute(each).rowcount  # type: ignore[attr-defined]
    return gone


def _past_its_time(now: datetime) -> Iterator[Delete | Update]:
    idle = (JobRun.outcome == NOTHING_DONE) & (JobRun.due_at < now - IDLE_RUNS_KEPT)
    yield delete(JobRun).where(or_(JobRun.due_at < now - RUNS_KEPT, idle))
    yield delete(Reminder).where(Reminder.sent_at < now - REMINDERS_KEPT)
    yield delete(Feed).where(Feed.revoked_at < now - FEEDS_KEPT)
    left = Outbox.state != "waiting"
    yield update(Outbox).where(left, Outbox.created_at < now - WORDS_KEPT, cast(Outbox.payload, String) != "{}").values(payload={})
    yield update(Outbox).where(left, Outbox.created_at < now - READERS_KEPT, Outbox.recipient != "").values(recipient="")
    yield _names_of_the_counter(now)


def _names_of_the_counter(now: datetime) -> Update:
    """Who took something over or brought it back, of a loan of which the last record is that old: not while it is out, nor while a charge
    that came of it waits for its desk.
    """
    later, mine = aliased(HandoverRecord), HandoverRecord.line_id
    since = select(later.id).where(later.line_id == mine, later.at >= now - NAMES_KEPT)
    out = select(Line.id).where(Line.id == mine, Line.state == LineState.HANDED_OVER)
    decided = select(ChargeDecision.id).where(ChargeDecision.charge_id == Charge.id)
    waits = select(Charge.id).where(Charge.line_id == mine, ~decided.exists())
    old = (HandoverRecord.person != "", HandoverRecord.at < now - NAMES_KEPT)
    return update(HandoverRecord).where(*old, ~since.exists(), ~out.exists(), ~waits.exists()).values(person="")
