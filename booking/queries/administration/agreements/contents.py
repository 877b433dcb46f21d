"""What an agreement says, by names: groups by their titles, things by what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.agreements import Content, Given
from booking.rules.catalogue import Catalogue
from models import Agreement, AgreementBeneficiary, AgreementParty, AgreementScope, AgreementTerm, Asset, Authority, Category


def content_of(session: Session, agreement: int, today: date) -> Content:
    """All that an agreement says, except terms that ended: those stand in its history. Ask only for one that the reader may see."""
    row = session.get_one(Agreement, agreement, populate_existing=True)
    parties = session.execute(_PARTIES.where(AgreementParty.agreement_id == agreement)).all()
    scopes = session.execute(_SCOPES.where(AgreementScope.agreement_id == agreement)).all()
    served = session.scalars(select(AgreementBeneficiary.borrower_kind).where(AgreementBeneficiary.agreement_id == agreement))
    going_on = or_(AgreementTerm.valid_until.is_(None), AgreementTerm.valid_until >= today)
    terms = session.execute(_TERMS.where(AgreementTerm.agreement_id == agreement, going_on)).all()
    lenders = [party.id for party in parties]
    return Content(
        row.title, row.valid_from, row.valid_until, tuple(party.name for party in parties), row.notice_months, _covers(scopes),
        tuple(_thing(scope) for scope in scopes if scope.excluded), tuple(sorted(served)), row.on_lending, row.territory, row.priority,
        row.insured_by, row.excess_cents, row.damage, tuple(_given(catalogue(session), each, lenders) for each in terms),
        row.recall_hours,
    )  # fmt: skip


def group_title(known: Catalogue, lenders: Sequence[int], code: str) -> str:
    """What a group is called in the newest regulation of one of the lenders that has it; its code where none does."""
    for lender in lenders:
        for card in known.regulations.get(lender, ()):
            group = card.prepared.groups.get(code)
            if group is not None:
                return group.title
    return code


def _covers(scopes: Sequence[Row[tuple[str | None, str | None, bool]]]) -> tuple[tuple[str, str], ...] | None:
    named = [scope for scope in scopes if not scope.excluded]
    everything = any(scope.asset is None and scope.category is None for scope in named)
    return () if everything else tuple(_thing(scope) for scope in named) or None


def _thing(scope: Row[tuple[str | None, str | None, bool]]) -> tuple[str, str]:
    return ("category", scope.category) if scope.category else ("asset", scope.asset or "")


def _given(known: Catalogue, row: Row[tuple[AgreementTerm, str | None, str | None]], lenders: Sequence[int]) -> Given:
    term = row.AgreementTerm
    group = group_title(known, [term.lender_id] if term.lender_id else lenders, term.group_code) if term.group_code else None
    return Given(
        row.lender, row.category, term.reciprocal, term.free_quota, term.free_unit, group, term.percentage, term.article,
        term.valid_from, term.valid_until,
    )  # fmt: skip


_PARTIES = (
    select(Authority.id, Authority.name).join(AgreementParty, AgreementParty.authority_id == Authority.id).order_by(Authority.name)
)
_SCOPES = (
    select(Asset.name.label("asset"), Category.code.label("category"), AgreementScope.excluded)
    .select_from(AgreementScope)
    .outerjoin(Asset, Asset.id == AgreementScope.asset_id)
    .outerjoin(Category, Category.id == AgreementScope.category_id)
    .order_by(AgreementScope.id)
)
_TERMS = (
    select(AgreementTerm, Authority.name.label("lender"), Category.code.label("category"))
    .outerjoin(Authority, Authority.id == AgreementTerm.lender_id)
    .outerjoin(Category, Category.id == AgreementTerm.category_id)
    .order_by(AgreementTerm.lender_id.is_not(None), Authority.name, AgreementTerm.id)
)
