"""The preferred tariff that a party gives by an agreement: a term begins, succeeds the one before it, or ends. None is ever changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.kinds import FreeUnit
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.agreements.common import as_party
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Agreement, AgreementTerm, Category

NOUN = "agreement"
ACT = "agreement.price"


@dataclass(frozen=True, slots=True)
class TermSettings:
    """What a party gives for a category, or for all that the agreement covers, from a day on; `article` and `decision` say by what.

    Free in turn, `free_quota` free `free_unit` (loans, days) a year, and then a group, a percentage of it, or of the borrower's own tariff.
    """

    valid_from: date
    article: str
    category_id: int | None = None
    reciprocal: bool = False
    free_quota: int | None = None
    free_unit: str | None = None
    group_code: str | None = None
    percentage: int | None = None
    decision: str = ""


def add_term(session: Session, actor: Actor, agreement: int, lender: int, wanted: TermSettings, now: datetime, version: int) -> int:
    """The id of a new term. The one that holds for the same scope ends on the day before; loans that were priced keep their price.

    Raises NotFound for an agreement or party that is not the actor's, Refused `term_empty`, `term_outside`, `term_announced` (one that
    begins later stands already), ChangedMeanwhile.
    """
    if not (wanted.reciprocal or wanted.free_quota or wanted.group_code or wanted.percentage is not None):
        raise Refused("term_empty", field="reciprocal")
    with transaction(session):
        row = _own(session, actor, agreement, lender)
        check_version(session, NOUN, agreement, version)
        if wanted.valid_from < row.valid_from or (row.valid_until is not None and wanted.valid_from > row.valid_until):
            raise Refused("term_outside", first=row.valid_from, until=row.valid_until, field="valid_from")
        category = session.get(Category, wanted.category_id) if wanted.category_id else None
        if wanted.category_id and category is None:
            raise NotFound()
        before = _succeeded(session, agreement, lender, wanted)
        values = {**asdict(wanted), "free_unit": (wanted.free_unit or FreeUnit.LOANS) if wanted.free_quota else None}
        term = add(session, AgreementTerm, agreement_id=agreement, lender_id=lender, **values)
        record_change(session, actor, NOUN, agreement, before, _told(values, category), now, authority=lender)
    return term


def end_term(session: Session, actor: Actor, term: int, last: date, now: datetime) -> int:
    """The last day of a term; returns its agreement. Raises NotFound, Refused `ends_before_start`, `term_ended`."""
    with transaction(session):
        agreement = session.get_one(Agreement, agreement_of(session, actor, term))
        row = session.get_one(AgreementTerm, term, populate_existing=True, with_for_update=True)
        first = row.valid_from or agreement.valid_from
        if last < first:
            raise Refused("ends_before_start", day=first, field="last")
        if row.valid_until is not None and row.valid_until <= last:
            raise Refused("term_ended", day=row.valid_until, field="last")
        before = {"article": row.article, "valid_until": row.valid_until}
        row.valid_until = last
        session.flush()
        told = {"article": row.article, "valid_until": last}
        record_change(session, actor, NOUN, row.agreement_id, before, told, now, authority=row.lender_id)
        return agreement.id


def agreement_of(session: Session, actor: Actor, term: int) -> int:
    """The agreement of a term that the actor may end. Raises NotFound."""
    row = session.get(AgreementTerm, term)
    if row is None or row.lender_id is None:
        raise NotFound("term_unknown")
    return _own(session, actor, row.agreement_id, row.lender_id).id


def _own(session: Session, actor: Actor, agreement: int, lender: int) -> Agreement:
    """The agreement of which the lender is a party, when the actor sets its tariffs."""
    return as_party(session, actor, agreement, lender, ACT)[0]


def _succeeded(session: Session, agreement: int, lender: int, wanted: TermSettings) -> dict[str, Any] | None:
    """What the term before said, after it was given its last day; None when there is none."""
    same = (AgreementTerm.agreement_id == agreement, AgreementTerm.lender_id == lender)
    scope = AgreementTerm.category_id.is_not_distinct_from(wanted.category_id)
    row = session.scalars(select(AgreementTerm).where(*same, scope).order_by(AgreementTerm.id.desc()).limit(1)).one_or_none()
    if row is None or (row.valid_until is not None and row.valid_until < wanted.valid_from):
        return None
    if row.valid_from is not None and row.valid_from >= wanted.valid_from:
        raise Refused("term_announced", day=row.valid_from, field="valid_from")
    row.valid_until = wanted.valid_from - timedelta(days=1)
    session.flush()
    names = ("article", "reciprocal", "free_quota", "free_unit", "group_code", "percentage", "decision", "valid_from")
    return {name: getattr(row, name) for name in names}


def _told(values: dict[str, Any], category: Category | None) -> dict[str, Any]:
    return {**{name: value for name, value in values.items() if name != "category_id"}, "category": category.name if category else ""}
