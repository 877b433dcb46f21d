"""What municipalities promise each other adds up: no free quota is overdrawn, and the register says one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from operator import attrgetter

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from booking.queries.verify.found import Violation, found, stream
from models import AgreementTerm, Exemption, ExemptionEnd, QuotaUse


def free_quotas(session: Session, _now: datetime) -> Iterator[Violation]:
    """What a party took in a year of the free loans or days of one scope of an agreement stays within what its terms ever gave."""
    used, given = func.sum(QuotaUse.amount).label("used"), aliased(AgreementTerm)
    scope = (AgreementTerm.agreement_id, AgreementTerm.lender_id, AgreementTerm.category_id)
    allowed = (
        select(func.max(given.free_quota))
        .where(given.agreement_id == AgreementTerm.agreement_id)
        .where(given.lender_id.is_not_distinct_from(AgreementTerm.lender_id))
        .where(given.category_id.is_not_distinct_from(AgreementTerm.category_id))
        .correlate(AgreementTerm)
        .scalar_subquery()
        .label("allowed")
    )
    query = (
        select(func.max(QuotaUse.id).label("id"), *scope, QuotaUse.party_id, QuotaUse.year, used, allowed)
        .join(AgreementTerm, AgreementTerm.id == QuotaUse.term_id)
        .where(QuotaUse.returned_at.is_(None))
        .group_by(*scope, QuotaUse.party_id, QuotaUse.year)
        .having(used > func.coalesce(allowed, 0))
        .order_by(func.max(QuotaUse.id))
    )
    yield from found(session, "free_quota_exceeded", QuotaUse, query)


def exemptions(session: Session, _now: datetime) -> Iterator[Violation]:
    """Of one lender, borrower and category no two exemptions hold on one day, and each ends within the days for which it was given."""
    scope = (Exemption.lender_id, Exemption.borrower_id, func.coalesce(Exemption.category_id, 0).label("category"))
    query = (
        select(Exemption.id, *scope, Exemption.valid_from, Exemption.valid_until, ExemptionEnd.last)
        .outerjoin(ExemptionEnd, ExemptionEnd.exemption_id == Exemption.id)
        .order_by(*scope, Exemption.valid_from, Exemption.id)
    )
    for _, rows in groupby(stream(session, query), key=attrgetter("lender_id", "borrower_id", "category")):
        spells = []
        for row in rows:
            most = row.valid_until or date.max
            if row.last is not None and not row.valid_from - timedelta(days=1) <= row.last <= most:
                yield Violation("exemption_ends_outside", "exemption", row.id, {"last": row.last})
            last = most if row.last is None else row.last
            if last >= row.valid_from:  # what never held stands in nobody's way
                spells.append((row.valid_from, last, row.id))
        for (_, last, one), (first, _, other) in pairwise(spells):
            if first <= last:
                yield Violation("exemption_twice", "exemption", other, {"other": one, "day": first})
