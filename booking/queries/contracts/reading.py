"""Contracts as they are read: the versions of a dossier with their steps, and one of them for whoever may see its reservation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.dossiers import FoundDossier, dossier_of
from booking.rules.contracts import Stand, stand
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Borrower, Contract, ContractMark, Dossier, Reservation
from models.contracts import contract_name


@dataclass(frozen=True, slots=True)
class MarkView:
    """A step of a contract: what, who by the name of that moment, when, and why."""

    step: str
    name: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class ContractView:
    """A version of a dossier's contract; `replaced` when a later one took its place."""

    id: int
    number: int
    name: str
    made_at: datetime
    marks: list[MarkView]
    replaced: bool

    @property
    def stand(self) -> Stand:
        """How far it is."""
        return stand(mark.step for mark in self.marks)


def contracts_of(session: Session, dossiers: Collection[int]) -> Mapping[int, list[ContractView]]:
    """The contracts of each of these dossiers, the newest first; in two queries."""
    columns = (Contract.dossier_id, Contract.id, Contract.number, Contract.made_at)
    rows = session.execute(select(*columns).where(Contract.dossier_id.in_(dossiers)).order_by(Contract.number.desc())).all()
    if not rows:
        return {}
    marks: defaultdict[int, list[MarkView]] = defaultdict(list)
    steps = (ContractMark.contract_id, ContractMark.step, ContractMark.name, ContractMark.at, ContractMark.reason)
    query = select(*steps).where(ContractMark.contract_id.in_([row.id for row in rows])).order_by(ContractMark.id)
    for contract, *mark in session.execute(query):
        marks[contract].append(MarkView(*mark))
    found: defaultdict[int, list[ContractView]] = defaultdict(list)
    for dossier, key, number, made_at in rows:
        found[dossier].append(ContractView(key, number, contract_name(key, made_at), made_at, marks[key], bool(found[dossier])))
    return found


def may_read_contract(session: Session, actor: Actor, contract: int, _now: datetime) -> bool:
    """May the actor read this contract and its papers?"""
    query = (
        select(Dossier.authority_id, Reservation.borrower_id, Reservation.account_id, Borrower.authority_id)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .join(Contract, Contract.dossier_id == Dossier.id)
        .where(Contract.id == contract)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return False
    owner, borrower, asked_by, home = found
    return may(actor, "contract.read", authorities=(owner,), borrower=borrower, asked_by=asked_by, home=home)


def kept_contract(
    session: Session, actor: Actor, act: str, reference: str, authority: int, number: int | None = None
) -> tuple[FoundDossier, ContractView, Mapping[str, Any]]:
    """A version (the newest when none is named) of the contract of a dossier to which the actor may do `act`, with its words by language.

    Raises NotFound to strangers and where there is none, NotAllowed to who may only look.
    """
    found = dossier_of(session, actor, act, reference, authority)
    views = contracts_of(session, [found.dossier.id]).get(found.dossier.id, [])
    view = next((each for each in views if number in (None, each.number)), None)
    if view is None:
        raise NotFound()
    return found, view, session.scalars(select(Contract.data).where(Contract.id == view.id)).one()
