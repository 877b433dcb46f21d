"""What a record of the logbook is about, by name: a few hundred ids of one noun in one query."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select, true
from sqlalchemy.orm import Session

from booking.queries.administration.checklists import SPAN
from models import (
    Account,
    Agreement,
    Asset,
    Authority,
    Borrower,
    CalendarSource,
    Category,
    Crew,
    CustomField,
    Depot,
    Exemption,
    Fact,
    Invitation,
    LendingRule,
    Line,
    Membership,
    Person,
    Policy,
    Qualification,
    Recognition,
    RegulationRow,
    Requirement,
    Reservation,
    Role,
    Task,
    TermsDraft,
    TermsVersion,
    Vehicle,
)  # fmt: skip
from models.reservations import reference_of

_NAMED: dict[str, Select[Any]] = {
    "account": select(Account.id, Account.name),
    "agreement": select(Agreement.id, Agreement.reference),
    "asset": select(Asset.id, Asset.name),
    "authority": select(Authority.id, Authority.name),
    "borrower": select(Borrower.id, Borrower.name),
    "calendar_source": select(CalendarSource.id, CalendarSource.name),
    "category": select(Category.id, Category.name),
    "checklist": select(Authority.id * SPAN + Category.id, Category.name, Authority.name).join(Category, true()),
    "crew": select(Crew.id, Crew.name),
    "task": select(Task.id, Task.title),
    "vehicle": select(Vehicle.id, Vehicle.name),
    "custom_field": select(CustomField.id, CustomField.label),
    "depot": select(Depot.id, Depot.name),
    "exemption": select(Exemption.id, Authority.name).join(Authority, Authority.id == Exemption.borrower_id),
    "fact": select(Fact.id, Asset.name).join(Asset, Asset.id == Fact.asset_id),
    "invitation": select(Invitation.id, Invitation.email),
    "membership": select(Membership.id, Account.name, Borrower.name)
    .join(Account, Account.id == Membership.account_id)
    .join(Borrower, Borrower.id == Membership.borrower_id),
    "policy": select(Policy.id, Policy.insurer, Policy.number),
    "person": select(Person.id, Person.name),
    "qualification": select(Qualification.id, Person.name).join(Person, Person.id == Qualification.person_id),
    "recognition": select(Recognition.id, Borrower.name).join(Borrower, Borrower.id == Recognition.borrower_id),
    "regulation": select(RegulationRow.id, RegulationRow.title),
    "rule": select(LendingRule.id, Authority.name).join(Authority, Authority.id == LendingRule.authority_id),
    "terms": select(TermsVersion.id, Authority.name).join(Authority, Authority.id == TermsVersion.authority_id),
    "terms_draft": select(TermsDraft.id, Authority.name).join(Authority, Authority.id == TermsDraft.authority_id),
    "requirement": select(Requirement.id, Authority.name).join(Authority, Authority.id == Requirement.authority_id),
    "role": select(Role.id, Account.name).join(Account, Account.id == Role.account_id),
}
_LINES = (
    select(Line.id, Asset.name, Reservation.id, Reservation.created_at)
    .join(Asset, Asset.id == Line.asset_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
)
_RESERVATIONS = select(Reservation.id, Reservation.event, Reservation.id, Reservation.created_at)


def names_of(session: Session, noun: str, ids: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """(name, reference of the reservation it belongs to, if any) by id; what is gone or has no name is left out."""
    if noun in {"line", "reservation"}:
        query, key = (_LINES, Line.id) if noun == "line" else (_RESERVATIONS, Reservation.id)
        found = session.execute(query.where(key.in_(ids)))
        return {row[0]: (row[1] or "", reference_of(row[2], row[3])) for row in found}
    named = _NAMED.get(noun)
    if named is None:
        return {}
    rows = session.execute(named.where(named.selected_columns[0].in_(ids)))
    return {row[0]: (" · ".join(row[1:]), None) for row in rows}
