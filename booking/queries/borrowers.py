"""The borrower as rules see it: home, recognitions, policies; and the persons it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import Session

from booking.rules.admission import BorrowerCard, PersonCard, PolicyCard, QualificationCard
from booking.rules.catalogue import Catalogue
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Borrower, Person, Policy, Qualification, Recognition
from models.engine import core

_BORROWER = (Borrower.id, Borrower.name, Borrower.kind, Borrower.authority_id, Borrower.email)
_RECOGNITION = (Recognition.authority_id, Recognition.category, Recognition.valid_from, Recognition.valid_until)
_POLICY = (Policy.kind, Policy.insurer, Policy.number, Policy.amount_cents, Policy.valid_from, Policy.valid_until, Policy.verified_at)
_borrower = select(*_BORROWER).where(Borrower.id == bindparam("id"))
_recognitions = select(*_RECOGNITION).where(Recognition.borrower_id == bindparam("id"))
_policies = select(*_POLICY).where(or_(Policy.borrower_id == bindparam("id"), Policy.authority_id == bindparam("authority")))


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
    return _card(row, core(session).execute(_recognitions, {"id": borrower_id}), policies)


def cards_of(session: Session, known: Catalogue, ids: Collection[int]) -> dict[int, BorrowerCard]:
    """The cards of many borrowers by id, in three queries for all that were not at hand; who is not there is left out."""
    missing = set(ids) - known.remembered.keys()
    if missing:
        known.remembered.update(_read_all(session, missing))
    return {key: known.remembered[key] for key in ids if key in known.remembered}


def _read_all(session: Session, ids: Collection[int]) -> dict[int, BorrowerCard]:
    rows = core(session).execute(select(*_BORROWER).where(Borrower.id.in_(ids))).all()
    homes = {row.authority_id for row in rows if row.kind == "authority"}
    recognitions: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
    for key, *recognition in core(session).execute(select(Recognition.borrower_id, *_RECOGNITION).where(Recognition.borrower_id.in_(ids))):
        recognitions[key].append(recognition)
    query = select(Policy.id, Policy.borrower_id, Policy.authority_id, *_POLICY)
    insured = core(session).execute(query.where(or_(Policy.borrower_id.in_(ids), Policy.authority_id.in_(homes)))).all()
    by_borrower, by_authority = (_grouped(insured, column) for column in (1, 2))
    found = {}
    for row in rows:
        mine = {each.id: each for each in by_borrower.get(row.id, ())}
        if row.kind == "authority":
            mine |= {each.id: each for each in by_authority.get(row.authority_id, ())}
        found[row.id] = _card(row, recognitions[row.id], (each[3:] for _, each in sorted(mine.items())))
    return found


def _grouped(rows: Iterable[Row[Any]], column: int) -> dict[int, list[Row[Any]]]:
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _card(row: Row[Any], recognitions: Iterable[Sequence[Any]], policies: Iterable[Sequence[Any]]) -> BorrowerCard:
    return BorrowerCard(
        id=row.id,
        name=row.name,
        kind=row.kind,
        home=row.authority_id,
        email=row.email,
        recognitions=tuple((authority, category, first, last) for authority, category, first, last in recognitions),
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
