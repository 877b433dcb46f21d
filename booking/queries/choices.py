"""What someone chooses from when filling in a request: the borrowers acted for, and the persons these name."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from booking.queries.held import named_today
from booking.rules.permissions import Actor, authorities_for
from models import Borrower, Person, PersonBorrower

MOST = 20  # of the borrowers that a desk finds, so many are shown


def own_borrowers(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of the borrowers that the actor may ask for, a member or only claiming to be one, by name."""
    theirs = actor.borrowers | actor.claims
    query = select(Borrower.id, Borrower.name).where(Borrower.id.in_(theirs)).order_by(Borrower.name)
    return [(key, name) for key, name in session.execute(query)] if theirs else []


def desk_borrowers(session: Session, actor: Actor, text: str, chosen: int | None = None) -> list[tuple[int, str]]:
    """(id, name) of the borrowers of the actor's own municipalities whose name holds `text`, and of the one that was `chosen` before.

    Nothing for who works at no desk; without a text only the chosen one.
    """
    desks, wanted = authorities_for(actor, "reservation.request"), " ".join(text.split())
    found = Borrower.name.icontains(wanted, autoescape=True) | (Borrower.id == chosen) if wanted else Borrower.id == chosen
    query = select(Borrower.id, Borrower.name).where(Borrower.authority_id.in_(desks), found)
    rows = session.execute(query.order_by(Borrower.name, Borrower.id).limit(MOST)) if desks and (wanted or chosen) else ()
    return [(key, name) for key, name in rows]


def own_persons(session: Session, actor: Actor, today: date, borrower: int | None = None) -> dict[str, list[tuple[int, str]]]:
    """Who is named today to operate or drive, as (id, name) by the name of the borrower: of all that the actor is a verified member of, or
    of one that the actor is a member of or asks for at a desk.
    """
    at_desk = Borrower.authority_id.in_(authorities_for(actor, "reservation.request"))
    whose = Borrower.id.in_(actor.borrowers) | at_desk if borrower else Borrower.id.in_(actor.borrowers)
    query = (
        select(Borrower.name, Person.id, Person.name)
        .join(PersonBorrower, PersonBorrower.borrower_id == Borrower.id)
        .join(Person, Person.id == PersonBorrower.person_id)
        .where(whose, named_today(today), Borrower.id == borrower if borrower else true())
        .order_by(Borrower.name, Person.name)
    )
    found: dict[str, list[tuple[int, str]]] = {}
    for house, key, name in session.execute(query):
        found.setdefault(house, []).append((key, name))
    return found
