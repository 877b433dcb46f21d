"""What borrowers, authorities and people hold, as rules see it: policies, persons with their qualifications, and what owners found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session, aliased

from booking.rules.admission.holding import PersonCard, PolicyCard, QualificationCard, VerdictCard
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import CoverKind
from booking.rules.periods import local
from booking.rules.refusals import NotFound
from models import Authority, Person, PersonBorrower, Policy, ProofVerdict, Qualification
from models.engine import core

TOWING_MEASURE = "towing_kg"
"""The measure of a line that tells the mass in kg of the vehicle that fetches a trailer."""

_WAIVERS = "waivers"
_LATER = aliased(ProofVerdict)
_VERDICT = (ProofVerdict.authority_id, ProofVerdict.accepted, ProofVerdict.at, Authority.name, ProofVerdict.reason)
_borrowers, _authorities = bindparam("borrowers", expanding=True), bindparam("authorities", expanding=True)
_insured = or_(Policy.borrower_id.in_(_borrowers), Policy.authority_id.in_(_authorities))
_policies = select(Policy.__table__).where(_insured).order_by(Policy.id)
_policy_verdicts = (
    select(ProofVerdict.policy_id, *_VERDICT)
    .join(Policy, and_(Policy.id == ProofVerdict.policy_id, Policy.revision == ProofVerdict.revision))
    .join(Authority, Authority.id == ProofVerdict.authority_id)
    .where(_insured)
    .order_by(ProofVerdict.id)
)


def policies(
    session: Session, borrowers: Collection[int], authorities: Collection[int]
) -> Iterator[tuple[int | None, int | None, PolicyCard]]:
    """The policies of these borrowers, and of these authorities for their services, as (borrower, authority, policy); two queries."""
    insured = {"borrowers": list(borrowers), "authorities": list(authorities)}
    rows = core(session).execute(_policies, insured).all()
    verdicts = _verdicts(session, _policy_verdicts, insured) if rows else {}
    for row in rows:
        card = PolicyCard(
            row.kind, row.insurer, row.number, row.amount_cents, row.valid_from, row.valid_until, tuple(verdicts.get(row.id, ())),
            row.excess_cents, frozenset(row.asset_ids or ()), frozenset(row.category_ids or ()), row.id,
        )  # fmt: skip
        yield row.borrower_id, row.authority_id, card


def remember_waivers(session: Session, known: Catalogue) -> None:
    """Have at hand which owners' insurers waive recourse; read once per version of the borrowers, so a search pays nothing for it."""
    if _WAIVERS in known.remembered:
        return
    found: defaultdict[int, list[PolicyCard]] = defaultdict(list)
    held = select(Policy.authority_id).where(Policy.kind == CoverKind.WAIVER_OF_RECOURSE, Policy.authority_id.is_not(None)).distinct()
    for _borrower, authority, card in policies(session, (), core(session).scalars(held).all()):
        if card.kind == CoverKind.WAIVER_OF_RECOURSE and authority is not None:
            found[authority].append(card)
    known.remembered[_WAIVERS] = {authority: tuple(cards) for authority, cards in found.items()}


def waivers_of(known: Catalogue, owner: int) -> tuple[PolicyCard, ...]:
    """The owner's policies of that kind, once they are at hand."""
    found: Mapping[int, tuple[PolicyCard, ...]] = known.remembered.get(_WAIVERS, {})
    return found.get(owner, ())


def towing_kg(measures: Mapping[str, Decimal]) -> int | None:
    """The mass in kg of the vehicle that fetches a trailer, where that was told."""
    told = measures.get(TOWING_MEASURE)
    return int(told) if told else None


def is_accepted(proof: type[Policy] | type[Qualification]) -> ColumnElement[bool]:
    """That an owner finds a proof in order as it stands now: what it accepted and rejected after that is not."""
    name = "policy_id" if proof is Policy else "qualification_id"
    about, same = getattr(ProofVerdict, name), getattr(_LATER, name)
    again = (_LATER.revision == ProofVerdict.revision, _LATER.authority_id == ProofVerdict.authority_id, _LATER.id > ProofVerdict.id)
    return exists().where(
        about == proof.id, ProofVerdict.revision == proof.revision, ProofVerdict.accepted, ~exists().where(same == about, *again)
    )


def named_by(borrower: int, today: date) -> ColumnElement[bool]:
    """That this borrower names the person of a row of `person_borrower` today."""
    return and_(PersonBorrower.borrower_id == borrower, named_today(today))


def named_today(today: date) -> ColumnElement[bool]:
    """That the person of a row of `person_borrower` is named today, by whoever."""
    ends = PersonBorrower.valid_until
    return and_(PersonBorrower.valid_from <= today, or_(ends.is_(None), ends >= today))


def persons(session: Session, ids: Collection[int], borrower_id: int, today: date) -> dict[int, PersonCard]:
    """The persons among `ids` that this borrower names today, with their qualifications. Raises NotFound when one is not among its own."""
    if not ids:
        return {}
    names = names_of(session, ids, borrower_id, today)
    if set(ids) - names.keys():
        raise NotFound("person_unknown")
    held = qualifications(session, names)
    return {key: PersonCard(key, name, tuple(held.get(key, ()))) for key, name in names.items()}


def names_of(session: Session, ids: Collection[int], borrower_id: int, today: date) -> dict[int, str]:
    """The names of the persons among `ids` that this borrower names today."""
    query = select(Person.id, Person.name).join(PersonBorrower, PersonBorrower.person_id == Person.id)
    return dict(session.execute(query.where(Person.id.in_(ids), named_by(borrower_id, today))).all())  # type: ignore[arg-type]


def qualifications(session: Session, people: Collection[int]) -> dict[int, list[QualificationCard]]:
    """What each of these persons holds; two queries."""
    rows = session.execute(select(Qualification.__table__).where(Qualification.person_id.in_(people)).order_by(Qualification.id)).all()
    if not rows:
        return {}
    query = (
        select(ProofVerdict.qualification_id, *_VERDICT)
        .join(Qualification, and_(Qualification.id == ProofVerdict.qualification_id, Qualification.revision == ProofVerdict.revision))
        .join(Authority, Authority.id == ProofVerdict.authority_id)
        .where(Qualification.person_id.in_(people))
        .order_by(ProofVerdict.id)
    )
    verdicts, held = _verdicts(session, query, {}), defaultdict(list)
    for row in rows:
        found = tuple(verdicts.get(row.id, ()))
        held[row.person_id].append(QualificationCard(row.kind, row.valid_from, row.valid_until, found, row.held_since, row.id))
    return held


def _verdicts(session: Session, query: Select[tuple[object, ...]], values: Mapping[str, object]) -> dict[int, list[VerdictCard]]:
    """By the id of the proof, from the oldest to the newest."""
    found: defaultdict[int, list[VerdictCard]] = defaultdict(list)
    for proof, authority, accepted, at, by, reason in core(session).execute(query, values):
        found[proof].append(VerdictCard(authority, accepted, local(at).date(), by, reason))
    return found
