"""The borrower as rules see it: home, recognitions, policies; and the persons it names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from booking.rules.admission import BorrowerCard, PersonCard, PolicyCard, QualificationCard
from booking.rules.catalogue import Catalogue
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Borrower, Person, Policy, Qualification, Recognition
from models.engine import core

_borrower = select(Borrower.id, Borrower.name, Borrower.kind, Borrower.authority_id, Borrower.email).where(Borrower.id == bindparam("id"))
_recognitions = select(Recognition.authority_id, Recognition.category, Recognition.valid_from, Recognition.valid_until).where(
    Recognition.borrower_id == bindparam("id")
)
_policies = select(
    Policy.kind, Policy.insurer, Policy.number, Policy.amount_cents, Policy.valid_from, Policy.valid_until, Policy.verified_at
).where(or_(Policy.borrower_id == bindparam("id"), Policy.authority_id == bindparam("authority")))


def borrower_card(session: Session, known: Catalogue, actor: Actor, borrower_id: int) -> BorrowerCard:
    """A borrower that the actor acts for, verified or only claimed, or one of a desk's own municipality. Raises NotFound for any other, as
    if there were none.
    """
    desks = authorities_for(actor, "reservation.request")
    if not actor.acts_for(borrower_id) and not desks:
        raise NotFound("borrower_unknown")
    card = card_of(session, known, borrower_id)
    if card.home in desks or borrower_id in actor.borrowers:
        return card
    if not actor.acts_for(borrower_id):
        raise NotFound("borrower_unknown")
    return replace(card, verified=False)


def stand_in(kind: str, home: int) -> BorrowerCard:
    """Somebody of a kind of borrower of whom nothing else is known: no account, no recognition, no policy; no row has its id."""
    return BorrowerCard(0, "", kind, home)


def card_of(session: Session, known: Catalogue, borrower_id: int, *, verified: bool = True) -> BorrowerCard:
    """The card of a borrower, for a desk that decides on its lines; read once per version of the borrowers. Raises NotFound."""
    card: BorrowerCard | None = known.remembered.get(borrower_id)
    if card is None:
        card = known.remembered[borrower_id] = _read(session, borrower_id)
    return card if verified else replace(card, verified=False)


def _read(session: Session, borrower_id: int) -> BorrowerCard:
    row = core(session).execute(_borrower, {"id": borrower_id}).one_or_none()
    if row is None:
        raise NotFound("borrower_unknown")
    insured = {"id": borrower_id, "authority": row.authority_id if row.kind == "authority" else 0}
    policies = core(session).execute(_policies, insured)
    return BorrowerCard(
        id=row.id,
        name=row.name,
        kind=row.kind,
        home=row.authority_id,
        email=row.email,
        recognitions=tuple(tuple(r) for r in core(session).execute(_recognitions, {"id": borrower_id})),
        policies=tuple(PolicyCard(*card, verified=at is not None) for *card, at in policies),
    )


def persons(session: Session, ids: Collection[int], borrower_id: int) -> dict[int, PersonCard]:
    """The persons among `ids` that this borrower names, with their qualifications. Raises NotFound when one is not its own."""
    if not ids:
        return {}
    names = dict(
        session.execute(select(Person.id, Person.name).where(Person.id.in_(ids), Person.borrower_id == borrower_id)).all()
    )
    if set(ids) - names.keys():
        raise NotFound("person_unknown")
    held: dict[int, list[QualificationCard]] = {key: [] for key in names}
    query = select(
        Qualification.person_id, Qualification.kind, Qualification.valid_from, Qualification.valid_until, Qualification.verified_at
    ).where(Qualification.person_id.in_(names))
    for person, kind, first, last, verified in session.execute(query):
        held[person].append(QualificationCard(kind, first, last, verified is not None))
    return {key: PersonCard(key, name, tuple(held[key])) for key, name in names.items()}
