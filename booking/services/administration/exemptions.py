"""The register of reciprocity: a lender writes down that it lends free, and that it stops. Nothing in it is ever changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Authority, Category, Exemption, ExemptionEnd

NOUN = "exemption"
DAY = timedelta(days=1)
ACT = "exemption.record"


@dataclass(frozen=True, slots=True)
class ExemptionSettings:
    """To whom a municipality lends free (an authority), what (a category, or everything), from when until when, by which decision.

    `mutual`: only while the other lends free in turn.
    """

    borrower_id: int
    valid_from: date
    organ: str
    number: str
    category_id: int | None = None
    valid_until: date | None = None
    mutual: bool = True
    link: str = ""


@dataclass(frozen=True, slots=True)
class EndSettings:
    """The last day, and the decision to stop."""

    last: date
    organ: str
    number: str
    link: str = ""


def record(session: Session, actor: Actor, lender: int, wanted: ExemptionSettings, now: datetime) -> int:
    """The id of a new row of the register: the lender lends free.

    Raises NotFound for a lender that is not the actor's or a borrower or category that is unknown; Refused `exemption_of_itself`,
    `ends_before_start`, `exemption_overlaps` (also when two write it at one moment).
    """
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
    if wanted.borrower_id == lender:
        raise Refused("exemption_of_itself", field="borrower_id")
    with transaction(session):
        if not may(actor, ACT, authorities=(lender,)):
            raise NotFound("authority_unknown")
        borrower = session.get(Authority, wanted.borrower_id)
        category = session.get(Category, wanted.category_id) if wanted.category_id else None
        if borrower is None or (wanted.category_id and category is None):
            raise NotFound("authority_unknown")
        _refuse_overlap(session, lender, wanted)
        exemption = add(session, Exemption, lender_id=lender, recorded_at=now, recorded_by_id=actor.account_id, **asdict(wanted))
        told = {"borrower": borrower.name, "category": category.name if category else "", "mutual": wanted.mutual}
        told |= {"valid_from": wanted.valid_from, "valid_until": wanted.valid_until, "decision": f"{wanted.organ} {wanted.number}"}
        record_change(session, actor, NOUN, exemption, None, told, now, authority=lender)
    return exemption


def end(session: Session, actor: Actor, exemption: int, wanted: EndSettings, now: datetime) -> None:
    """The lender stops. The last day may be the one before it began: then it never held, as for what was written by mistake.

    What was booked before keeps its price. Raises NotFound, Refused `exemption_ended`, `exemption_end_outside`.
    """
    with transaction(session):
        row = session.get(Exemption, exemption)
        if row is None or not may(actor, ACT, authorities=(row.lender_id,)):
            raise NotFound("exemption_unknown")
        if session.scalar(select(ExemptionEnd.id).where(ExemptionEnd.exemption_id == exemption)):
            raise Refused("exemption_ended")
        first = max(row.valid_from, date.min + DAY) - DAY
        if wanted.last < first or (row.valid_until is not None and wanted.last > row.valid_until):
            raise Refused("exemption_end_outside", first=first, until=row.valid_until, field="last")
        add(session, ExemptionEnd, exemption_id=exemption, recorded_at=now, recorded_by_id=actor.account_id, **asdict(wanted))
        before = {"valid_until": row.valid_until, "decision": f"{row.organ} {row.number}"}
        after = {"valid_until": wanted.last, "decision": f"{wanted.organ} {wanted.number}"}
        record_change(session, actor, NOUN, exemption, before, after, now, authority=row.lender_id)


def _refuse_overlap(session: Session, lender: int, wanted: ExemptionSettings) -> None:
    """One thing at a time; the guard says the same to two who write at one moment."""
    last = func.coalesce(ExemptionEnd.last, Exemption.valid_until)
    overlaps = [
        Exemption.lender_id == lender,
        Exemption.borrower_id == wanted.borrower_id,
        Exemption.category_id.is_not_distinct_from(wanted.category_id),
        or_(last.is_(None), last >= wanted.valid_from),
        or_(last.is_(None), last >= Exemption.valid_from),
    ]
    if wanted.valid_until is not None:
        overlaps.append(Exemption.valid_from <= wanted.valid_until)
    rows = select(Exemption.organ, Exemption.number, Exemption.valid_from)
    joined = rows.outerjoin(ExemptionEnd, ExemptionEnd.exemption_id == Exemption.id)
    other = session.execute(joined.where(*overlaps).limit(1)).one_or_none()
    if other is not None:
        raise Refused("exemption_overlaps", decision=f"{other.organ} {other.number}", day=other.valid_from, field="valid_from")
