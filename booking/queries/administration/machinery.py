"""What goes on behind the screens: the last turns of each job, and the mails that wait or could not leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from booking.rules.mailing import WORDS_KEPT, Family, family_of, masked
from booking.rules.permissions import Actor, could
from booking.rules.refusals import NotAllowed
from models import JobRun, Outbox

ACT = "installation.steward"
WEEK = timedelta(days=7)
STUCK = timedelta(minutes=15)
"""A turn that began so long ago and did not end was cut off with its process; the next turn finds its work again."""
MOST = 50


@dataclass(frozen=True, slots=True)
class Turns:
    """A job's last turn that began, and its faults of the last week: how many, the newest and what it was. `took` is in seconds."""

    due_at: datetime
    started_at: datetime
    ended_at: datetime | None
    outcome: str
    faults: int = 0
    fault: str = ""
    fault_at: datetime | None = None

    @property
    def took(self) -> int | None:
        """Whole seconds from beginning to end; None while it is not over."""
        return int((self.ended_at - self.started_at).total_seconds()) if self.ended_at else None

    @property
    def failed(self) -> bool:
        """True when its last turn ended with a fault."""
        return self.ended_at is not None and not self.outcome.isdigit()

    def is_cut_off(self, now: datetime) -> bool:
        """True when its process died in the middle."""
        return self.ended_at is None and self.started_at < now - STUCK


@dataclass(frozen=True, slots=True)
class StuckMail:
    """A mail that waits after a try, or failed for good: to whom, as far as who repairs it must know, and what the server said."""

    message_id: str
    event: str
    reader: str
    created_at: datetime
    tries: int
    next_try: datetime
    error: str
    together: int

    @property
    def family(self) -> Family:
        """Among which mails it belongs."""
        return family_of(self.event)


@dataclass(frozen=True, slots=True)
class Post:
    """The outbox: how many mails wait and since when, when the last one left, and which are in trouble."""

    waiting: int
    since: datetime | None
    last_sent: datetime | None
    failing: list[StuckMail]
    failed: list[StuckMail]


def turns(session: Session, actor: Actor, now: datetime) -> Mapping[str, Turns]:
    """By job, in three small queries. Raises NotAllowed for who does not administer the installation."""
    _check(actor)
    columns = (JobRun.job, JobRun.due_at, JobRun.started_at, JobRun.ended_at, JobRun.outcome)
    newest = select(func.max(JobRun.id)).where(JobRun.due_at > now - WEEK).group_by(JobRun.job)
    outcomes = session.scalars(select(JobRun.outcome).where(JobRun.due_at > now - WEEK, JobRun.ended_at.is_not(None)).distinct())
    wrong = [outcome for outcome in outcomes if not outcome.isdigit()]
    faults: defaultdict[str, list[tuple[str, datetime]]] = defaultdict(list)
    query = select(JobRun.job, JobRun.outcome, JobRun.started_at).where(JobRun.outcome.in_(wrong), JobRun.due_at > now - WEEK)
    for job, outcome, at in session.execute(query.order_by(JobRun.id.desc())) if wrong else ():
        faults[job].append((outcome, at))
    last = session.execute(select(*columns).where(JobRun.id.in_(newest)))
    return {job: Turns(*values, len(faults[job]), *next(iter(faults[job]), ("", None))) for job, *values in last}


def post(session: Session, actor: Actor, now: datetime) -> Post:
    """The outbox as it stands. Raises NotAllowed."""
    _check(actor)
    waits = Outbox.state == "waiting"
    number, since = session.execute(select(func.count(), func.min(Outbox.created_at)).where(waits)).one()
    failing = _stuck(session, waits, Outbox.error != "")
    failed = _stuck(session, Outbox.state == "failed", Outbox.created_at > now - WORDS_KEPT)
    return Post(number, since, session.scalar(select(func.max(Outbox.sent_at))), failing, failed)


def troubles(session: Session, actor: Actor, now: datetime) -> int:
    """How much asks for somebody: jobs whose last turn went wrong, and mails that failed for good."""
    return sum(each.failed for each in turns(session, actor, now).values()) + len(post(session, actor, now).failed)


def _stuck(session: Session, *which: ColumnElement[bool]) -> list[StuckMail]:
    """The first row of each bundle, with how many leave with it; the newest first."""
    mates = aliased(Outbox)
    together = select(func.count()).where(mates.bundle_id == Outbox.bundle_id).scalar_subquery()
    columns = (Outbox.message_id, Outbox.event, Outbox.recipient, Outbox.created_at, Outbox.attempts, Outbox.not_before, Outbox.error)
    query = select(*columns, together).where(*which, Outbox.bundle_id == Outbox.id).order_by(Outbox.id.desc()).limit(MOST)
    return [
        StuckMail(name, event, masked(reader), written, tries, due, masked(error), number)
        for name, event, reader, written, tries, due, error, number in session.execute(query)
    ]


def _check(actor: Actor) -> None:
    if not could(actor, ACT):
        raise NotAllowed()
