"""Recognitions: the dated decision by which an authority recognises a borrower in a category, and its end."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Borrower, Recognition

NOUN = "recognition"


@dataclass(frozen=True, slots=True)
class RecognitionSettings:
    """A borrower (id) in a category (a code that regulations name), by a decision, from one day up to and including another."""

    borrower_id: int
    category: str
    decision: str
    valid_from: date
    valid_until: date | None = None


def recognise(session: Session, actor: Actor, authority: int, wanted: RecognitionSettings, now: datetime) -> int:
    """The id of a new recognition by this authority.

    Raises NotFound for an authority or borrower that is not the actor's, Refused `ends_before_start`, `recognition_overlaps`.
    """
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
    with transaction(session):
        if not may(actor, "recognition.manage", authorities=(authority,)):
            raise NotFound("authority_unknown")
        borrower = session.get(Borrower, wanted.borrower_id)
        if borrower is None or not may(actor, "recognition.manage", authorities=(borrower.authority_id,)):
            raise NotFound("borrower_unknown")
        _refuse_overlap(session, authority, wanted)
        recognition = add(session, Recognition, authority_id=authority, **asdict(wanted))
        told = {"borrower": borrower.name, "recognition": wanted.category, "decision": wanted.decision}
        told |= {"valid_from": wanted.valid_from, "valid_until": wanted.valid_until}
        record_change(session, actor, NOUN, recognition, None, told, now, authority=authority)
    return recognition


def end(session: Session, actor: Actor, recognition: int, last: date, now: datetime, version: int | None = None) -> None:
    """The last day of a recognition. Raises NotFound, ChangedMeanwhile, Refused `ends_before_start`."""
    with transaction(session):
        row = session.get(Recognition, recognition, populate_existing=True, with_for_update=True)
        if row is None or not may(actor, "recognition.manage", authorities=(row.authority_id,)):
            raise NotFound("recognition_unknown")
        check_version(session, NOUN, recognition, version)
        if last < row.valid_from:
            raise Refused("ends_before_start", day=row.valid_from, field="last")
        told = {"borrower": session.get_one(Borrower, row.borrower_id).name, "recognition": row.category}
        before = {**told, "valid_until": row.valid_until}
        row.valid_until = last
        session.flush()
        record_change(session, actor, NOUN, recognition, before, {**told, "valid_until": last}, now, authority=row.authority_id)


def _refuse_overlap(session: Session, authority: int, wanted: RecognitionSettings) -> None:
    """A category is given once at a time: two rows would make two decisions of one."""
    overlaps = [Recognition.authority_id == authority, Recognition.borrower_id == wanted.borrower_id]
    overlaps += [
        Recognition.category == wanted.category,
        or_(Recognition.valid_until.is_(None), Recognition.valid_until >= wanted.valid_from),
    ]
    if wanted.valid_until is not None:
        overlaps.append(Recognition.valid_from <= wanted.valid_until)
    other = session.execute(select(Recognition.decision, Recognition.valid_from).where(*overlaps).limit(1)).one_or_none()
    if other is not None:
        raise Refused("recognition_overlaps", decision=other.decision, day=other.valid_from, field="category")
