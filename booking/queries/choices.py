"""What someone chooses from when filling in a request: the borrowers acted for, and the persons these name."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor
from models import Borrower, Person


def own_borrowers(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of the borrowers that the actor may ask for, a member or only claiming to be one, by name."""
    query = select(Borrower.id, Borrower.name).where(Borrower.id.in_(actor.borrowers | actor.claims)).order_by(Borrower.name)
    return [(key, name) for key, name in session.execute(query)]


def own_persons(session: Session, actor: Actor, borrower: int | None = None) -> dict[str, list[tuple[int, str]]]:
    """Who may operate or drive, as (id, name) by the name of the borrower: of all that the actor is a verified member of, or of one."""
    mine = actor.borrowers
    query = (
        select(Borrower.name, Person.id, Person.name)
        .join(Person, Person.borrower_id == Borrower.id)
        .where(Borrower.id.in_(mine & {borrower} if borrower else mine))
        .order_by(Borrower.name, Person.name)
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for house, key, name in session.execute(query):
        found.setdefault(house, []).append((key, name))
    return found
