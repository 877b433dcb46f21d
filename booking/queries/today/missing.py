"""What must still be there before lines go out, judged as the counter will: for all of them together, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from booking.queries.borrowers import cards_of
from booking.queries.charges.owed import outstanding
from booking.queries.facts import Event, Wanted, facts_of
from booking.queries.held import named_today, qualifications, remember_waivers
from booking.queries.lines import periods_of
from booking.queries.papers import with_papers
from booking.rules.admission import AT_HANDOVER, Facts, Finding, PersonCard, findings, missing_at_handover
from booking.rules.agreements import Beyond
from booking.rules.catalogue import Catalogue
from booking.rules.periods import Period, local
from models import Dossier, Line, Person, PersonBorrower, Reservation
from models.engine import core

Named = Mapping[tuple[int, int], PersonCard]
"""Persons by who names them today, a borrower, and their own id."""


def missing_of(session: Session, known: Catalogue, lines: Collection[int], now: datetime) -> dict[int, list[Finding]]:
    """By line what stands in the way of its hand-over now; a line that may go out as it is has no entry."""
    rows = core(session).execute(_LINES.where(Line.id.in_(lines))).all() if lines else []
    if not rows:
        return {}
    remember_waivers(session, known)
    cards = cards_of(session, known, {row.borrower_id for row in rows})
    named = _named(session, rows, local(now).date())
    members = {}
    for row in rows:
        home = known.authorities[cards[row.borrower_id].home].house(local(row.asked_at).date())
        event, wanted = Event(row.purpose, row.place_authority_id or home), _wanted(known, row)
        mine = {person: card for (borrower, person), card in named.items() if borrower == row.borrower_id}
        booked = local(row.asked_at).date()
        facts = facts_of(known, cards[row.borrower_id], event, wanted, periods_of(row), mine, booked, now)  # type: ignore[arg-type]
        members[row.id] = (wanted, facts)
    found = {line: missing_at_handover(findings(facts, AT_HANDOVER)) for line, facts in _in_writing(session, members).items()}
    return {line: each for line, each in found.items() if each}


def _in_writing(session: Session, members: Mapping[int, tuple[Wanted, Facts]]) -> dict[int, Facts]:
    """The same facts with what is still owed, accepted and agreed."""
    owed = outstanding(session, members, None)
    return {line: replace(facts, owed=owed.get(line)) for line, facts in with_papers(session, members, None).items()}


def _wanted(known: Catalogue, row: Row[Any]) -> Wanted:
    return Wanted(
        asset=known.assets[row.asset_id],
        use=Period(row.use_start, row.use_end),
        units=row.units,
        handover=row.handover,
        operator=row.operator_id,
        driver=row.driver_id,
        measures={name: Decimal(amount) for name, amount in (row.measures or {}).items()},
        ignoring=f"line:{row.id}",
        choice=(row.agreement_id, Beyond(row.agreement_choice)) if row.agreement_id and row.agreement_choice else None,
    )


def _named(session: Session, rows: Sequence[Row[Any]], today: date) -> Named:
    """Who operates and drives. Somebody whom the borrower names no longer is nobody: the counter asks for another."""
    people = {person for row in rows for person in (row.operator_id, row.driver_id) if person}
    if not people:
        return {}
    query = select(PersonBorrower.borrower_id, Person.id, Person.name).join(Person, Person.id == PersonBorrower.person_id)
    found = core(session).execute(query.where(Person.id.in_(people), named_today(today))).all()
    held = qualifications(session, people)
    return {(borrower, key): PersonCard(key, name, tuple(held.get(key, ()))) for borrower, key, name in found}


_LINES = (
    select(Line.__table__, Reservation.borrower_id, Reservation.purpose, Reservation.place_authority_id)
    .add_columns(Reservation.created_at.label("asked_at"))
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Dossier.reservation_id)
    .order_by(Line.id)
)
