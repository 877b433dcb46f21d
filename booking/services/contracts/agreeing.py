"""Agreeing to a contract: on screen with a name, or signed on paper and handed in; the desk may send it back or sign too."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.contracts import ContractView, kept_contract
from booking.queries.dossiers import FoundDossier
from booking.rules.contracts import Mark, Stand
from booking.rules.permissions import Actor
from booking.rules.refusals import NotSignedIn, Refused
from booking.services import documents, records
from booking.services.contracts.making import SUBJECT
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Authority, Borrower, ContractMark


def accept(session: Session, actor: Actor, reference: str, authority: int, number: int, name: str, now: datetime) -> None:
    """A verified member of the borrower puts a name to a version. Raises NotFound, NotAllowed, Refused `contract_replaced` when it is no
    longer the newest, `contract_agreed_already`, `field_required` without a name.
    """
    if not name.strip():
        raise Refused("field_required", field="name")
    with transaction(session):
        found, view = _waiting(session, actor, "contract.agree", reference, authority, number)
        _mark(session, actor, found, view, Mark.ACCEPTED, now, name.strip())
        _tell_owner(session, found, view, now)


def hand_in(
    session: Session, actor: Actor, reference: str, authority: int, number: int, upload: Checked, folder: Path, now: datetime
) -> None:
    """A signed copy is handed in, by a member of the borrower or by the desk that got it on paper. Raises as `accept` does."""
    with transaction(session):
        found, view = _waiting(session, actor, "contract.sign", reference, authority, number)
        documents.keep(session, actor, SUBJECT, view.id, "signed", upload, folder, now)
        _mark(session, actor, found, view, Mark.SIGNED, now, actor.name)
        if actor.acts_for(found.reservation.borrower_id):
            _tell_owner(session, found, view, now)


def send_back(session: Session, actor: Actor, reference: str, authority: int, number: int, reason: str, now: datetime) -> None:
    """The desk sends back what was agreed or handed in, with a reason; it waits for the borrower again.

    Raises NotFound, NotAllowed, Refused `contract_waits` when there is nothing to send back, `field_required` without a reason.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        found, view, _data = kept_contract(session, actor, "contract.make", reference, authority, number)
        _refuse_unagreed(view)
        _mark(session, actor, found, view, Mark.REJECTED, now, actor.name, reason.strip())
        account = session.get_one(Account, found.reservation.account_id)
        email = session.get_one(Borrower, found.reservation.borrower_id).email
        owner = session.get_one(Authority, authority).name
        told = {"reference": found.reservation.reference, "owner": owner, "reason": reason.strip()}
        records.mail(session, now, "contract_rejected", [email], told, account.language)


def countersign(session: Session, actor: Actor, reference: str, authority: int, number: int, now: datetime) -> None:
    """The desk signs too. Raises NotFound, NotAllowed, Refused `contract_waits` before the borrower agreed; twice changes nothing."""
    with transaction(session):
        found, view, _data = kept_contract(session, actor, "contract.make", reference, authority, number)
        _refuse_unagreed(view)
        if view.stand is Stand.AGREED:
            _mark(session, actor, found, view, Mark.COUNTERSIGNED, now, actor.name)


def _waiting(
    session: Session, actor: Actor, act: str, reference: str, authority: int, number: int
) -> tuple[FoundDossier, ContractView]:
    """The version that waits for the borrower; what was read is what is agreed."""
    found, view, _data = kept_contract(session, actor, act, reference, authority, number)
    if view.replaced:
        raise Refused("contract_replaced")
    if view.stand is not Stand.WAITING:
        raise Refused("contract_agreed_already")
    return found, view


def _refuse_unagreed(view: ContractView) -> None:
    if view.replaced:
        raise Refused("contract_replaced")
    if view.stand is Stand.WAITING:
        raise Refused("contract_waits")


def _mark(
    session: Session, actor: Actor, found: FoundDossier, view: ContractView, step: Mark, now: datetime, name: str, reason: str = ""
) -> None:
    if actor.account_id is None:
        raise NotSignedIn()
    add(session, ContractMark, contract_id=view.id, step=step, account_id=actor.account_id, name=name, reason=reason, at=now)
    subject = ("reservation", found.reservation.id)
    records.audit(session, now, actor.account_id, f"contract.{step}", subject, found.dossier.authority_id, contract=view.name)


def _tell_owner(session: Session, found: FoundDossier, view: ContractView, now: datetime) -> None:
    owner = session.get_one(Authority, found.dossier.authority_id)
    told = {"reference": found.reservation.reference, "contract": view.name}
    records.mail(session, now, "contract_agreed", [owner.email], told, owner.language)
