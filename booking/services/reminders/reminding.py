"""Writing the reminders of a day, each once whatever dies, and judging at the last moment whether one is still wanted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.rules.mailing import MORNING, next_morning
from booking.rules.periods import local
from booking.rules.reminders import LADDERS, Reminding, reminding_day, step_due
from booking.services import records
from booking.services.reminders import documents, lines, proofs
from booking.services.reminders.candidate import Candidate, Wanted, letter
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Reminder

log = logging.getLogger(__name__)

GONE = "reason_gone"

Find = Callable[[Session, Wanted], Iterable[Candidate]]

FINDS: Mapping[Reminding, Find] = {
    Reminding.HANDOVER: lines.handovers,
    Reminding.DOCUMENTS: documents.missing,
    Reminding.RETURN: lines.returns,
    Reminding.OVERDUE: lines.overdue,
    Reminding.OPTION: lines.options,
    Reminding.POLICY: proofs.policies,
    Reminding.QUALIFICATION: proofs.qualifications,
}


def remind(session: Session, now: datetime) -> int:
    """Write the reminders that are due and were not written yet; returns how many subjects were told of.

    A reminder is a row with its mails, in one transaction: who dies before it has told nothing, who comes after finds it told. Several
    processes may do this at once. The mails leave with the morning's.
    """
    leaves = now if local(now).time() >= MORNING else next_morning(now)
    done = 0
    for kind, find in FINDS.items():
        wanted = Wanted(now, reminding_day(now), LADDERS[kind].reach)
        due = [(each, step) for each in find(session, wanted) if (step := step_due(kind, each.at, each.known_since, now)) is not None]
        told = _told(session, kind, {each.subject for each, _ in due})
        for each, step in due:
            if (each.subject, each.at, step) not in told:
                done += _write(session, kind, each, step, now, leaves)
    session.commit()
    return done


def still_stands(session: Session, payload: Mapping[str, Any], now: datetime) -> bool:
    """False for the mail of a reminder whose reason vanished, or lies at another moment by now; True for every other mail."""
    mark = payload.get("reminder")
    if not mark:
        return True
    kind, at = Reminding(mark["kind"]), datetime.fromisoformat(mark["at"])
    if at <= now and not LADDERS[kind].after:
        return False
    wanted = Wanted(now, reminding_day(now), only=int(mark["subject"].rpartition(":")[2]))
    return any(each.at == at and each.letters(int(mark["step"])) for each in FINDS[kind](session, wanted))


def _told(session: Session, kind: Reminding, subjects: set[str]) -> set[tuple[str, datetime, int]]:
    query = select(Reminder.subject, Reminder.at, Reminder.step).where(Reminder.kind == kind, Reminder.subject.in_(subjects))
    return {(subject, at, step) for subject, at, step in session.execute(query)} if subjects else set()


def _write(session: Session, kind: Reminding, each: Candidate, step: int, now: datetime, leaves: datetime) -> int:
    """1 when it was written; 0 without a reason, or when another process was first. What goes wrong with one keeps no other waiting."""
    mark = {"kind": str(kind), "subject": each.subject, "at": each.at.isoformat(), "step": str(step)}
    try:
        with transaction(session):
            letters = [letter(event, to, payload, language, mark, leaves) for event, to, payload, language in each.letters(step)]
            if not letters:
                return 0
            add(session, Reminder, kind=kind, subject=each.subject, at=each.at, step=step, sent_at=now)
            records.post(session, now, letters)
    except IntegrityError:
        return 0
    except Exception:
        log.exception("reminder %s of %s", kind, each.subject)
        return 0
    return 1
