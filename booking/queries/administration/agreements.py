"""The agreements to which the reader's authorities are a party, and what each party gives by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, case, exists, func, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.queries.administration.spells import spell_state
from booking.queries.catalogue import catalogue
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Agreement, AgreementBeneficiary, AgreementParty, AgreementScope, AgreementTerm, Asset, Authority, Category

ACT, PRICING = "agreement.read", "agreement.price"
NOUN = "agreement"
STATES = ("current", "waiting", "coming", "ended")

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """An agreement with its parties, what it covers, whom it serves and its terms; `own` are the parties whose tariffs the reader sets."""

    row: Row[Any]
    parties: Rows
    scopes: Rows
    beneficiaries: Sequence[str]
    terms: Rows
    own: Sequence[tuple[int, str]]
    version: int
    history: list[ChangeView]


def agreements(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, reference, title, parties, missing, valid_from, valid_until, state: those of the actor's authorities. It waits as long as no two
    parties have approved it; for those that have not, `missing` of them, it does not hold yet.
    """
    party = AgreementParty.agreement_id == Agreement.id
    count = select(func.count(AgreementParty.id)).where(party)
    missing = count.where(AgreementParty.approved_on.is_(None)).scalar_subquery()
    spell = spell_state(Agreement, today)
    approved = count.where(AgreementParty.approved_on.is_not(None)).scalar_subquery()
    state = case((spell == "ended", "ended"), (approved < 2, "waiting"), else_=spell)
    mine = exists().where(party, within(AgreementParty.authority_id, actor, ACT))
    query = select(
        Agreement.id, Agreement.reference, Agreement.title, count.scalar_subquery().label("parties"), missing.label("missing"),
        Agreement.valid_from, Agreement.valid_until, Agreement.on_lending, state.label("state"),
    ).where(mine)  # fmt: skip
    return query.where(state == filters["state"]) if filters.get("state") in STATES else query


def agreement_page(session: Session, actor: Actor, key: int, today: date) -> AgreementPage:
    """One agreement. Raises NotFound for one to which none of the actor's authorities is a party."""
    row = session.execute(agreements(actor, today, {}).where(Agreement.id == key)).one_or_none()
    if row is None:
        raise NotFound("agreement_unknown")
    mine = authorities_for(actor, PRICING)
    parties = session.execute(_PARTIES.where(AgreementParty.agreement_id == key)).all()
    served = session.scalars(select(AgreementBeneficiary.borrower_kind).where(AgreementBeneficiary.agreement_id == key))
    return AgreementPage(
        row,
        parties,
        session.execute(_SCOPES.where(AgreementScope.agreement_id == key)).all(),
        sorted(served) or ["authority"],
        session.execute(_terms(today).where(AgreementTerm.agreement_id == key)).all(),
        [(party.id, party.name) for party in parties if party.id in mine],
        version_of(session, NOUN, key),
        changes_of(session, NOUN, key),
    )


def groups_of(session: Session, lender: int, today: date) -> list[tuple[str, str]]:
    """(code, title) of the groups in the lender's regulations from today on."""
    cards = catalogue(session).regulations.get(lender, ())
    coming = [card for card in reversed(cards) if card.last is None or card.last >= today]
    return list({group.code: group.title for card in coming for group in card.prepared.groups.values()}.items())


_PARTIES = (
    select(Authority.id, Authority.name, AgreementParty.approved_on, AgreementParty.decision, AgreementParty.leaves_on)
    .join(Authority, Authority.id == AgreementParty.authority_id)
    .order_by(Authority.name)
)
_SCOPES = (
    select(Asset.name.label("asset"), Asset.code, Category.code.label("category"), AgreementScope.excluded)
    .outerjoin(Asset, Asset.id == AgreementScope.asset_id)
    .outerjoin(Category, Category.id == AgreementScope.category_id)
    .order_by(AgreementScope.excluded, AgreementScope.id)
)


def _terms(today: date) -> Select[Any]:
    """What is given, the terms that hold first and those that ended last."""
    state = case(
        (AgreementTerm.valid_until < today, "ended"), (AgreementTerm.valid_from > today, "coming"), else_="current"
    )  # fmt: skip
    return (
        select(AgreementTerm, Authority.name.label("lender"), Category.code.label("category"), state.label("state"))
        .outerjoin(Authority, Authority.id == AgreementTerm.lender_id)
        .outerjoin(Category, Category.id == AgreementTerm.category_id)
        .order_by(case((state == "current", 0), (state == "coming", 1), else_=2), Authority.name, AgreementTerm.id.desc())
    )
