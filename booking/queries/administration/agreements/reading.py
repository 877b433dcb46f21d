"""The agreements to which the reader's authorities are a party: where each stands, who approved it, and what each party gives by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, case, func, literal, select
from sqlalchemy.orm import Session, aliased

from booking.queries.administration.agreements.contents import content_of, group_title
from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.agreements import version_number, visible
from booking.queries.catalogue import catalogue
from booking.queries.catalogue.pacts import pacts
from booking.queries.documents import DocumentView, documents_of
from booking.rules.agreements import Bond, Content, Pact, State
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Agreement, AgreementParty, AgreementTerm, Authority, Category

PRICING, DRAFTING, DECIDING = "agreement.price", "agreement.draft", "agreement.decide"
NOUN = "agreement"
STATES = tuple(state.value for state in State)
OPEN = frozenset({State.AWAITING, State.COMING, State.IN_FORCE, State.ENDING, State.TERMINATED})

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as its row says and as notice on an older version makes it (`bond`), from when until when it is bound, and its decision's
    documents; `mine` decides the reader for it.
    """

    row: Row[Any]
    bond: Bond
    spell: tuple[date, date | None] | None
    documents: Sequence[DocumentView]
    mine: bool


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """An agreement: where it stands (`pact`, `state`), its parties, what it says (`content`), each preferred tariff with its group's name,
    the versions before and after it, and what the reader may do: `own` are the parties whose tariffs it sets, `drafts` that it edits it.
    """

    row: Row[Any]
    pact: Pact
    state: State
    number: int
    parties: Sequence[PartyView]
    content: Content
    terms: Rows
    groups: Mapping[int, str]
    own: Sequence[tuple[int, str]]
    drafts: bool
    older: Row[Any] | None
    newer: Row[Any] | None
    papers: Sequence[DocumentView]
    version: int
    history: list[ChangeView]

    @property
    def missing(self) -> list[str]:
        """The names of those whose approval is awaited."""
        return [party.row.name for party in self.parties if party.bond.awaited]

    @property
    def leaving(self) -> list[str]:
        """The names of those who gave notice."""
        return [party.row.name for party in self.parties if party.bond.leaves_on]

    @property
    def deciding(self) -> list[PartyView]:
        """The parties for which the reader decides."""
        return [party for party in self.parties if party.mine]


def agreements(session: Session, actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, reference, title, parties, missing (names), valid_from, valid_until, state: those of the actor's authorities; a draft is for its
    initiator alone. Where each stands is what the rules say, for there are tens of them.
    """
    count = select(func.count(AgreementParty.id)).where(AgreementParty.agreement_id == Agreement.id)
    known, names = pacts(session), dict(session.execute(select(Authority.id, Authority.name)).all())
    stands = {key: pact.state(today) for key, pact in known.items()}
    put = {key: pact.missing for key, pact in known.items() if pact.missing and not pact.draft}
    awaited = {key: ", ".join(sorted(names[each] for each in missing)) for key, missing in put.items()}
    state = case(stands, value=Agreement.id) if stands else literal(State.DRAFT)
    missing = case(awaited, value=Agreement.id) if awaited else literal("")
    query = select(
        Agreement.id, Agreement.reference, Agreement.title, count.scalar_subquery().label("parties"), missing.label("missing"),
        Agreement.valid_from, Agreement.valid_until, state.label("state"),
    ).where(visible(actor))  # fmt: skip
    return query.where(state == filters["state"]) if filters.get("state") in STATES else query


def agreement_page(session: Session, actor: Actor, key: int, today: date) -> AgreementPage:
    """One agreement. Raises NotFound for one to which none of the actor's authorities is a party, and for another's draft."""
    row = session.execute(_AGREEMENT.where(Agreement.id == key, visible(actor))).one_or_none()
    if row is None:
        raise NotFound("agreement_unknown")
    pact = pacts(session)[key]
    parties, pricing = _parties(session, actor, key, pact), authorities_for(actor, PRICING)
    terms = session.execute(_terms(today).where(AgreementTerm.agreement_id == key)).all()
    lenders, given = [party.row.id for party in parties], [each.AgreementTerm for each in terms if each.AgreementTerm.group_code]
    groups = {
        term.id: group_title(catalogue(session), [term.lender_id] if term.lender_id else lenders, term.group_code) for term in given
    }  # fmt: skip
    draft = pact.draft and not pact.withdrawn
    return AgreementPage(
        row, pact, pact.state(today), version_number(session, key), parties, content_of(session, key, today), terms, groups,
        [] if pact.draft else [(party.row.id, party.row.name) for party in parties if party.row.id in pricing],
        draft and row.initiator_id in authorities_for(actor, DRAFTING),
        session.execute(_AGREEMENT.where(Agreement.id == row.succeeds_id, visible(actor))).one_or_none(),
        session.execute(_AGREEMENT.where(Agreement.succeeds_id == key, visible(actor))).one_or_none(),
        documents_of(session, "agreement", [key]).get(key, []), version_of(session, NOUN, key), changes_of(session, NOUN, key),
    )  # fmt: skip


def _parties(session: Session, actor: Actor, key: int, pact: Pact) -> list[PartyView]:
    rows = session.execute(_PARTIES.where(AgreementParty.agreement_id == key)).all()
    papers = documents_of(session, "agreement_party", [row.party_id for row in rows])
    bonds, mine = {bond.authority: bond for bond in pact.bonds}, authorities_for(actor, DECIDING)
    return [PartyView(row, bond := bonds[row.id], pact.spell(bond), papers.get(row.party_id, []), row.id in mine) for row in rows]


def groups_of(session: Session, lender: int, today: date) -> list[tuple[str, str]]:
    """(code, title) of the groups in the lender's regulations from today on."""
    cards = catalogue(session).regulations.get(lender, ())
    coming = [card for card in reversed(cards) if card.last is None or card.last >= today]
    return list({group.code: group.title for card in coming for group in card.prepared.groups.values()}.items())


def invitable(session: Session, agreement: int | None) -> list[tuple[int, str]]:
    """The authorities that are no party yet, by name."""
    named = select(AgreementParty.authority_id).where(AgreementParty.agreement_id == agreement)
    others = select(Authority.id, Authority.name).where(Authority.id.not_in(named), Authority.successor_id.is_(None))
    return [(key, name) for key, name in session.execute(others.order_by(Authority.name))]


_INITIATOR = aliased(Authority, name="initiator")
_AGREEMENT = select(
    Agreement.id, Agreement.reference, Agreement.title, Agreement.valid_from, Agreement.valid_until, Agreement.notice_months,
    Agreement.draft, Agreement.withdrawn_on, Agreement.initiator_id, Agreement.succeeds_id, Agreement.on_lending, Agreement.territory,
    Agreement.priority, Agreement.insured_by, Agreement.excess_cents, Agreement.damage, Agreement.recall_hours,
    _INITIATOR.name.label("initiator"),
).outerjoin(_INITIATOR, _INITIATOR.id == Agreement.initiator_id)  # fmt: skip
_PARTIES = (
    select(
        Authority.id, Authority.name, AgreementParty.id.label("party_id"), AgreementParty.joins_on, AgreementParty.approved_on,
        AgreementParty.organ, AgreementParty.decision, AgreementParty.leaves_on, AgreementParty.notice_given_on,
        AgreementParty.leaving_reason,
    )
    .join(AgreementParty, AgreementParty.authority_id == Authority.id)
    .order_by(Authority.name)
)  # fmt: skip


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
