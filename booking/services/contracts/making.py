"""Making contracts: where a rule of the owner asks for one as soon as everything is decided, elsewhere when its desk wants one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.formats.pdf import render
from booking.formats.upload import Checked
from booking.queries.catalogue import catalogue
from booking.queries.contracts import agreed_of, asks_contract, basis_of, kept_contract
from booking.queries.contracts.agreed import STANDING
from booking.queries.documents import documents_of
from booking.queries.dossiers import dossier_of
from booking.rules.catalogue import Catalogue
from booking.rules.lifecycle import CALLED_OFF, LineState
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import documents, records
from booking.services.rows import add
from booking.services.transaction import transaction
from booking.words.contracts.paper import paper
from models import Account, Authority, Borrower, Contract, Dossier, Line, Reservation

SUBJECT = "contract"


def follow(session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation, now: datetime) -> None:
    """After something was decided: the contract that the owner's rule asks for, once nothing of the dossier waits any more; another
    version when what was agreed has changed, also of one that its desk wanted. Within the caller's transaction.
    """
    lines = list(session.scalars(_LINES.where(Line.dossier_id == dossier.id)))
    if not lines or any(line.state not in STANDING for line in lines):
        return
    if all(line.state not in (LineState.APPROVED, LineState.HANDED_OVER) for line in lines):
        return
    if asks_contract(session, known, dossier, reservation, lines) or _made_before(session, dossier.id):
        _write(session, known, dossier, reservation, lines, None, now)


def _made_before(session: Session, dossier: int) -> bool:
    return bool(session.scalar(select(exists().where(Contract.dossier_id == dossier))))


def make(session: Session, actor: Actor, reference: str, authority: int, now: datetime) -> bool:
    """The desk makes a contract of what is approved so far; False when nothing changed since the last one.

    Raises NotFound, NotAllowed, Refused `contract_not_ready` while no line is approved.
    """
    with transaction(session):
        found = dossier_of(session, actor, "contract.make", reference, authority)
        lines = [line for line in session.scalars(_LINES.where(Line.dossier_id == found.dossier.id)) if line.state in STANDING]
        if not lines:
            raise Refused("contract_not_ready")
        made = _write(session, catalogue(session), found.dossier, found.reservation, lines, actor.account_id, now)
        if made:
            records.audit(session, now, actor.account_id, "contract.make", ("reservation", found.reservation.id), authority)
    return made


def keep_paper(
    session: Session, actor: Actor, reference: str, authority: int, number: int, language: str, folder: Path, now: datetime
) -> int:
    """The id of the document that holds the paper of a version in a language; it is set once, from what was kept, and then stays.

    Raises NotFound, NotAllowed, PaperFault.
    """
    found, view, data = kept_contract(session, actor, "contract.read", reference, authority, number)
    spoken = language if language in data else next(iter(data))
    kept = _kept_paper(session, view.id, spoken)
    if kept is not None:
        return kept
    words = data[spoken]
    title = f"{words['words']['contract']} {view.name}"
    footer = f"{words['owner']} · {found.reservation.reference} · {view.name}"
    pdf = render("contract", {**words, "title": title, "footer": footer, "keywords": [view.name, words["owner"]]}, spoken)
    with transaction(session):
        again = _kept_paper(session, view.id, spoken)  # two may ask for it first
        upload = Checked("application/pdf", f"{view.name}-{spoken}.pdf", pdf)
        return again or documents.keep(session, actor, SUBJECT, view.id, f"paper_{spoken}", upload, folder, now)


def _kept_paper(session: Session, contract: int, language: str) -> int | None:
    mine = documents_of(session, SUBJECT, [contract]).get(contract, [])
    return next((each.id for each in mine if each.purpose == f"paper_{language}"), None)


_LINES = select(Line).where(Line.state.not_in(CALLED_OFF)).order_by(Line.number).execution_options(populate_existing=True)


def _write(
    session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation, lines: list[Line], account: int | None, now: datetime
) -> bool:
    last = session.execute(
        select(Contract.number, Contract.basis).where(Contract.dossier_id == dossier.id).order_by(Contract.number.desc()).limit(1)
    ).one_or_none()
    basis = basis_of(session, dossier.id, lines)
    if last and last.basis == basis:
        return False
    agreed, number = agreed_of(session, known, dossier, reservation, lines, now), last.number + 1 if last else 1
    asked = select(Borrower.email, Account.language).join(Account, Account.id == reservation.account_id)
    email, spoken = session.execute(asked.where(Borrower.id == reservation.borrower_id)).one()
    owner = session.get_one(Authority, dossier.authority_id)
    data = {language: paper(agreed, number, language) for language in dict.fromkeys((spoken, owner.language))}
    add(session, Contract, dossier_id=dossier.id, number=number, basis=basis, data=data, account_id=account, made_at=now)
    told = {"reference": reservation.reference, "owner": owner.name}
    records.mail(session, now, "contract_made", [email], told, spoken)
    return True
