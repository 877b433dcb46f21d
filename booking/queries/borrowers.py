"""The borrower as rules see it: home, recognitions, policies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from booking.queries.held import policies
from booking.rules.admission import BorrowerCard, PolicyCard
from booking.rules.catalogue import Catalogue
from booking.rules.permissions import Actor, authorities_for
from booking.rules.refusals import NotFound
from models import Borrower, Recognition
from models.engine import core

_BORROWER = (Borrower.id, Borrower.name, Borrower.kind, Borrower.authority_id, Borrower.email)
_RECOGNITION = (Recognition.authority_id, Recognition.category, Recognition.valid_from, Recognition.valid_until)
_borrower = select(*_BORROWER).where(Borrower.id == bindparam("id"))
_recognitions = select(*_RECOGNITION).where(Recognition.borrower_id == bindparam("id"))


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
    insured = policies(session, (borrower_id,), (row.authority_id,) if row.kind == "authority" else ())
    return _card(row, core(session).execute(_recognitions, {"id": borrower_id}), (card for *_, card in insured))


def cards_of(session: Session, known: Catalogue, ids: Collection[int]) -> dict[int, BorrowerCard]:
    """The cards of many borrowers by id, in four queries for all that were not at hand; who is not there is left out."""
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
    insured = list(policies(session, ids, homes))
    found = {}
    for row in rows:
        house = row.authority_id if row.kind == "authority" else 0
        mine = (card for borrower, authority, card in insured if borrower == row.id or authority == house)
        found[row.id] = _card(row, recognitions[row.id], mine)
    return found


def _card(row: Row[Any], recognitions: Iterable[Sequence[Any]], insured: Iterable[PolicyCard]) -> BorrowerCard:
    return BorrowerCard(
        id=row.id,
        name=row.name,
        kind=row.kind,
        home=row.authority_id,
        email=row.email,
        recognitions=tuple((authority, category, first, last) for authority, category, first, last in recognitions),
        policies=tuple(insured),
    )
