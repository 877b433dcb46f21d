"""Proofs that end: the policies of borrowers, and what the people they name hold, as long as nothing follows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, aliased

from booking.rules.periods import start_of
from booking.services.reminders.candidate import Candidate, Wanted
from models import Account, Authority, Borrower, Person, PersonBorrower, Policy, Qualification

Proof = type[Policy] | type[Qualification]


def policies(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """Policies of borrowers without another of their kind that lasts longer."""
    later = aliased(Policy)
    followed = exists().where(later.borrower_id == Policy.borrower_id, later.kind == Policy.kind, _outlasts(later, Policy))
    query = (
        select(Policy, Borrower.email, Authority.language)
        .join(Borrower, Borrower.id == Policy.borrower_id)
        .join(Authority, Authority.id == Borrower.authority_id)
        .where(*_ending(Policy, wanted), ~followed)
    )

    def letters(row: Any, _step: int) -> list[Any]:
        policy, email, language = row
        told = {"id": policy.id, "cover": policy.kind, "policy": f"{policy.insurer} {policy.number}", "day": policy.valid_until.isoformat()}
        return [("policy_expires", email, told, language)]

    for row in session.execute(query.order_by(Policy.id)).all():
        policy = row[0]
        yield Candidate(f"policy:{policy.id}", start_of(policy.valid_until), policy.declared_at, partial(letters, row))


def qualifications(session: Session, wanted: Wanted) -> Iterable[Candidate]:
    """What somebody holds, without another of its kind that lasts longer: who names that person hears, and the person."""
    later = aliased(Qualification)
    followed = exists().where(
        later.person_id == Qualification.person_id, later.kind == Qualification.kind, _outlasts(later, Qualification)
    )  # fmt: skip
    query = select(Qualification, Person).join(Person, Person.id == Qualification.person_id)

    def letters(held: Qualification, person: Person, _step: int) -> list[Any]:
        told = {"id": person.id, "person": person.name, "qualification": held.kind, "day": held.valid_until.isoformat()}  # type: ignore[union-attr]
        return [("qualification_expires", email, told, language) for email, language in _readers(session, person, wanted)]

    for held, person in session.execute(query.where(*_ending(Qualification, wanted), ~followed).order_by(Qualification.id)).all():
        yield Candidate(f"qualification:{held.id}", start_of(held.valid_until), held.declared_at, partial(letters, held, person))


def _ending(proof: Proof, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    if wanted.only is not None:
        return (proof.id == wanted.only, proof.valid_until.is_not(None))
    return (proof.valid_until > wanted.day, proof.valid_until <= wanted.day + timedelta(days=wanted.reach))


def _outlasts(later: Any, proof: Proof) -> ColumnElement[bool]:
    return (later.id != proof.id) & or_(later.valid_until.is_(None), later.valid_until > proof.valid_until)


def _readers(session: Session, person: Person, wanted: Wanted) -> list[tuple[str, str]]:
    """Addresses with their language: the borrowers that name this person today, and the person's own."""
    today = wanted.day
    naming = (
        select(Borrower.email, Authority.language)
        .join(PersonBorrower, PersonBorrower.borrower_id == Borrower.id)
        .join(Authority, Authority.id == Borrower.authority_id)
        .where(PersonBorrower.person_id == person.id, PersonBorrower.valid_from <= today)
        .where(or_(PersonBorrower.valid_until.is_(None), PersonBorrower.valid_until >= today), Borrower.email.is_not(None))
        .order_by(Borrower.id)
    )
    own = select(Account.email, Account.language).where(Account.id == person.account_id, Account.suspended_at.is_(None))
    found = [*session.execute(own).all(), *session.execute(naming).all()]
    return list({email: (email, language) for email, language in reversed(found)}.values())
