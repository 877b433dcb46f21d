"""What a first visitor chooses from: the municipalities, and the organisations that are known here. Never a resident."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.kinds import AuthorityKind
from models import Authority, Borrower


def municipalities(session: Session) -> list[tuple[int, str]]:
    """(id, name) of the municipalities that exist today, by name."""
    today = (Authority.kind == AuthorityKind.MUNICIPALITY, Authority.successor_id.is_(None))
    return [tuple(row) for row in session.execute(select(Authority.id, Authority.name).where(*today).order_by(Authority.name))]


def organisations(session: Session, kinds: Collection[str]) -> list[tuple[int, str]]:
    """(id, "name, municipality") of the borrowers of these kinds, by name."""
    query = select(Borrower.id, Borrower.name, Authority.name).join(Authority, Authority.id == Borrower.authority_id)
    rows = session.execute(query.where(Borrower.kind.in_(list(kinds))).order_by(Borrower.name, Borrower.id))
    return [(key, f"{name}, {place}") for key, name, place in rows]
