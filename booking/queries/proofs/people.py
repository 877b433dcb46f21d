"""The people whom a borrower names to drive and to operate, with what they hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.queries.documents import DocumentView, documents_of
from booking.queries.held import named_by, named_today, qualifications
from booking.queries.proofs.access import Holder, holder_of_person, judging, may_declare, sees
from booking.rules.admission.holding import VerdictCard
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.proofs import ProofState, proof_state
from booking.rules.refusals import NotFound
from models import Borrower, Person, PersonBorrower, Qualification

SUBJECT = "qualification"


@dataclass(frozen=True, slots=True)
class QualificationView:
    """An attest or licence as its holder's borrowers and the desks that judge it see it: the number is for them alone."""

    id: int
    person_id: int
    kind: str
    number: str
    valid_from: date
    valid_until: date | None
    held_since: date | None
    revision: int
    state: ProofState
    verdicts: tuple[VerdictCard, ...]
    documents: tuple[DocumentView, ...]

    @property
    def is_settled(self) -> bool:
        """True when an owner accepted it."""
        return any(verdict.accepted for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, who names it, what it holds, and whether the person has an account of its own."""

    id: int
    name: str
    has_account: bool
    named_by: tuple[tuple[int, str], ...]
    held: tuple[QualificationView, ...]


def people_of(session: Session, actor: Actor, borrower: int, now: datetime) -> list[PersonView]:
    """Whom a borrower names today, by name. Raises NotFound for who may not see them."""
    holder = Holder(frozenset({borrower}))
    if not sees(session, actor, holder):
        raise NotFound()
    today = local(now).date()
    ids = session.scalars(select(PersonBorrower.person_id).where(named_by(borrower, today)).distinct()).all()
    return _views(session, ids, today)


def person(session: Session, actor: Actor, key: int, now: datetime) -> tuple[PersonView, bool, frozenset[int]]:
    """A person, whether the actor may change what stands about it, and for whom the actor may judge it. Raises NotFound for a stranger."""
    today = local(now).date()
    holder = holder_of_person(session, key, today)
    mine, judges = may_declare(actor, holder), judging(session, actor, holder)
    found = _views(session, (key,), today) if sees(session, actor, holder) else []
    if not found:
        raise NotFound()
    return found[0], mine, judges


def choosable(session: Session, actor: Actor, borrower: int, now: datetime) -> list[tuple[int, str]]:
    """(id, name) of those whom the borrower does not name yet and the actor may: oneself, and whom another of one's borrowers names."""
    today = local(now).date()
    own = select(PersonBorrower.person_id).where(PersonBorrower.borrower_id.in_(actor.borrowers), named_today(today))
    named = select(PersonBorrower.person_id).where(named_by(borrower, today))
    query = select(Person.id, Person.name).where(or_(Person.id.in_(own), Person.account_id == actor.account_id), Person.id.not_in(named))
    return [(key, name) for key, name in session.execute(query.order_by(Person.name))]


def _views(session: Session, ids: Collection[int], today: date) -> list[PersonView]:
    people = session.execute(select(Person.id, Person.name, Person.account_id).where(Person.id.in_(ids)).order_by(Person.name)).all()
    names = (
        select(PersonBorrower.person_id, Borrower.id, Borrower.name)
        .join(Borrower, Borrower.id == PersonBorrower.borrower_id)
        .where(PersonBorrower.person_id.in_(ids), named_today(today))
        .order_by(Borrower.name)
    )
    naming: dict[int, list[tuple[int, str]]] = {}
    for key, borrower, name in session.execute(names):
        naming.setdefault(key, []).append((borrower, name))
    held = _held(session, ids, today)
    return [
        PersonView(key, name, account is not None, tuple(naming.get(key, ())), tuple(held.get(key, ()))) for key, name, account in people
    ]


def _held(session: Session, people: Collection[int], today: date) -> dict[int, list[QualificationView]]:
    cards = {card.id: card for each in qualifications(session, people).values() for card in each}
    documents = documents_of(session, SUBJECT, list(cards))
    found: dict[int, list[QualificationView]] = {}
    for row in session.scalars(select(Qualification).where(Qualification.id.in_(cards)).order_by(Qualification.valid_from.desc())):
        verdicts = cards[row.id].verdicts
        view = QualificationView(
            row.id, row.person_id, row.kind, row.number or "", row.valid_from, row.valid_until, row.held_since, row.revision,
            proof_state(verdicts, row.valid_until, today), verdicts, tuple(documents.get(row.id, ())),
        )  # fmt: skip
        found.setdefault(row.person_id, []).append(view)
    return found


def qualification(session: Session, actor: Actor, key: int, now: datetime) -> QualificationView:
    """What a person holds, alone. Raises NotFound for who may not see it."""
    whose = session.scalar(select(Qualification.person_id).where(Qualification.id == key))
    if whose is None:
        raise NotFound()
    shown, _mine, _judges = person(session, actor, whose, now)
    return next(held for held in shown.held if held.id == key)
