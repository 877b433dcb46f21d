"""What waits to be judged by a desk: policies, attests and licences of those who borrow from it, the soonest needed first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.documents import DocumentView, documents_of
from booking.queries.held import named_today
from booking.rules.kinds import BorrowerKind
from booking.rules.lifecycle import HOLDING
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for
from models import Authority, Borrower, Dossier, Line, Person, PersonBorrower, Policy, ProofVerdict, Qualification, Requirement, Reservation


@dataclass(frozen=True, slots=True)
class WaitingProof:
    """A proof to judge: `noun` is policy or qualification; `needed` is the first hand-over to its holder that a desk of ours does."""

    noun: str
    id: int
    revision: int
    kind: str
    holder: str
    told: str
    amount_cents: int | None
    valid_from: date
    valid_until: date | None
    declared_at: datetime | None
    needed: datetime | None
    person: int | None
    documents: tuple[DocumentView, ...]


def waiting_proofs(session: Session, actor: Actor, now: datetime) -> list[WaitingProof]:
    """What nobody judged yet, and what others accepted while one of ours wants to judge that kind itself."""
    mine = authorities_for(actor, "proof.verify")
    if not mine:
        return []
    today, needed = local(now).date(), _needed(session, mine, now)
    own_kinds = _own_kinds(session, mine, today)
    found = [*_policies(session, mine, own_kinds, today, needed), *_qualifications(session, mine, own_kinds, today, needed)]
    latest = datetime.max.replace(tzinfo=now.tzinfo)
    return sorted(found, key=lambda each: (each.needed or latest, each.declared_at or now, each.noun, each.id))


def count_waiting(session: Session, actor: Actor, now: datetime) -> int:
    """How many wait: the number beside the menu of every page, so nothing else of them is read."""
    mine = authorities_for(actor, "proof.verify")
    if not mine:
        return 0
    today = local(now).date()
    own_kinds = _own_kinds(session, mine, today)
    asked = (_unjudged_policies(mine, own_kinds, today, Policy.id), _unjudged_qualifications(mine, own_kinds, today, Qualification.id))
    return sum(session.scalar(select(func.count()).select_from(query.distinct().subquery())) or 0 for query in asked)


def _own_kinds(session: Session, mine: Collection[int], today: date) -> set[str]:
    """The kinds that one of ours wants to judge itself, now or from a day to come."""
    lasting = or_(Requirement.valid_until.is_(None), Requirement.valid_until >= today)
    query = select(Requirement.kind).where(Requirement.authority_id.in_(mine), Requirement.own_verification, lasting)
    return set(session.scalars(query))


def _needed(session: Session, mine: Collection[int], now: datetime) -> dict[int, datetime]:
    """By borrower the first hand-over of what it asked of us."""
    query = (
        select(Reservation.borrower_id, func.min(Line.custody_start))
        .join(Dossier, Dossier.reservation_id == Reservation.id)
        .join(Line, Line.dossier_id == Dossier.id)
        .where(Dossier.authority_id.in_(mine), Line.state.in_(HOLDING), Line.custody_end > now)
        .group_by(Reservation.borrower_id)
    )
    return dict(session.execute(query).all())


def _policies(
    session: Session, mine: Collection[int], own_kinds: set[str], today: date, needed: dict[int, datetime]
) -> Iterator[WaitingProof]:
    holder = func.coalesce(Authority.name, Borrower.name)
    query = _unjudged_policies(mine, own_kinds, today, Policy, holder, Borrower.id)
    rows = _first_needed(session, query.outerjoin(Authority, Authority.id == Policy.authority_id), needed)
    documents = documents_of(session, "policy", [row.id for row, *_ in rows])
    for row, name, first in rows:
        yield WaitingProof(
            "policy", row.id, row.revision, row.kind, name, f"{row.insurer} {row.number}", row.amount_cents, row.valid_from,
            row.valid_until, row.declared_at, first, None, tuple(documents.get(row.id, ())),
        )  # fmt: skip


def _unjudged_policies(mine: Collection[int], own_kinds: set[str], today: date, *columns: Any) -> Select[Any]:
    """These columns of the policies that wait, once for each borrower that one serves."""
    service_of = and_(Policy.authority_id == Borrower.authority_id, Borrower.kind == BorrowerKind.AUTHORITY)
    return (
        select(*columns)
        .select_from(Policy)
        .join(Borrower, or_(Policy.borrower_id == Borrower.id, service_of))
        .where(_lends_to(mine), _unjudged(ProofVerdict.policy_id == Policy.id, Policy, mine, own_kinds), _lasts(Policy, today))
    )


def _qualifications(
    session: Session, mine: Collection[int], own_kinds: set[str], today: date, needed: dict[int, datetime]
) -> Iterator[WaitingProof]:
    query = _unjudged_qualifications(mine, own_kinds, today, Qualification, Person.name, Borrower.id)
    rows = _first_needed(session, query, needed)
    documents = documents_of(session, "qualification", [row.id for row, *_ in rows])
    for row, name, first in rows:
        yield WaitingProof(
            "qualification", row.id, row.revision, row.kind, name, row.number or "", None, row.valid_from, row.valid_until,
            row.declared_at, first, row.person_id, tuple(documents.get(row.id, ())),
        )  # fmt: skip


def _unjudged_qualifications(mine: Collection[int], own_kinds: set[str], today: date, *columns: Any) -> Select[Any]:
    """These columns of the attests and licences that wait, once for each borrower that names the person."""
    kinds = _kinds_of(own_kinds & {"operator", "driver"})
    return (
        select(*columns)
        .select_from(Qualification)
        .join(Person, Person.id == Qualification.person_id)
        .join(PersonBorrower, and_(PersonBorrower.person_id == Person.id, named_today(today)))
        .join(Borrower, Borrower.id == PersonBorrower.borrower_id)
        .where(_lends_to(mine), _lasts(Qualification, today))
        .where(_unjudged(ProofVerdict.qualification_id == Qualification.id, Qualification, mine, kinds))
    )


def _kinds_of(asked_as: set[str]) -> set[str]:
    licences = {"licence_b", "licence_b96", "licence_be", "licence_c1e", "licence_ce"}
    return ({"platform_operator"} if "operator" in asked_as else set()) | (licences if "driver" in asked_as else set())


def _lends_to(mine: Collection[int]) -> ColumnElement[bool]:
    """That the borrower is of one of our municipalities, or asked something of us; a service of our own is ourselves."""
    asked = exists().where(Reservation.borrower_id == Borrower.id, Dossier.reservation_id == Reservation.id, Dossier.authority_id.in_(mine))
    ours = Borrower.authority_id.in_(mine)
    service = Borrower.kind == BorrowerKind.AUTHORITY
    return or_(and_(ours, ~service), and_(asked, or_(~service, ~ours)))


def _lasts(model: type[Policy] | type[Qualification], today: date) -> ColumnElement[bool]:
    return or_(model.valid_until.is_(None), model.valid_until >= today)


def _unjudged(
    about: ColumnElement[bool], model: type[Policy] | type[Qualification], mine: Collection[int], own_kinds: set[str]
) -> ColumnElement[bool]:
    """No verdict about what stands now: by anybody, or by us for a kind that we want to judge ourselves."""
    judged = exists().where(about, ProofVerdict.revision == model.revision)
    by_us = judged.where(ProofVerdict.authority_id.in_(mine))
    return and_(~by_us, or_(~judged, model.kind.in_(own_kinds)))


def _first_needed(session: Session, query: Select[Any], needed: dict[int, datetime]) -> list[tuple[Any, str, datetime | None]]:
    """Each proof once, with the first hand-over to any borrower that it serves."""
    found: dict[int, tuple[Any, str, datetime | None]] = {}
    for row, name, borrower in session.execute(query):
        before = found.get(row.id)
        times = [moment for moment in (before[2] if before else None, needed.get(borrower)) if moment]
        found[row.id] = (row, name, min(times, default=None))
    return list(found.values())
