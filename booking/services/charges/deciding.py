"""The desk decides on a proposal: it charges it, perhaps at another amount with a reason, or waives it with a reason."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.charges import ChargeStep, OwedSort, due_on
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import records
from booking.services.charges.receivables import terms_of
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import Account, Borrower, Charge, ChargeDecision, Dossier, Receivable, Reservation

LARGEST = 100_000_000  # a million euros: more is a slip of the keys


def charge(session: Session, actor: Actor, charge_id: int, now: datetime, amount: int | None = None, reason: str = "") -> None:
    """The borrower owes a proposed charge from now on, and is told; `amount` in cents replaces the one proposed and asks for a reason.

    Raises NotFound, NotAllowed, Refused `charge_decided`, `field_required`, `charge_amount` for an amount that no proposal can become.
    """
    with transaction(session):
        found, dossier, reservation = _locked(session, actor, charge_id)
        if _steps(session, charge_id):
            raise Refused("charge_decided")
        owed = found.total if amount is None else amount
        _check_amount(found.total, owed)
        if owed != found.total and not reason.strip():
            raise Refused("field_required", field="reason")
        _record(session, actor, found, dossier, ChargeStep.CHARGED, owed, reason, now)
        _owe(session, found, dossier, owed, now)
        _tell(session, dossier, reservation, owed, reason, now)


def waive(session: Session, actor: Actor, charge_id: int, now: datetime, reason: str) -> None:
    """Nothing is due for it, or no longer: a charge that was made already is let go, and what was paid for it is to be given back.

    Raises NotFound, NotAllowed, Refused `field_required` without a reason, `charge_decided` when it was waived before.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        found, dossier, _ = _locked(session, actor, charge_id)
        if ChargeStep.WAIVED in _steps(session, charge_id):
            raise Refused("charge_decided")
        _record(session, actor, found, dossier, ChargeStep.WAIVED, 0, reason, now)
        session.execute(update(Receivable).where(Receivable.charge_id == charge_id).values(amount=0, changed_at=now))


def _locked(session: Session, actor: Actor, charge_id: int) -> tuple[Charge, Dossier, Reservation]:
    """A charge with its dossier, under the lock of that dossier. Raises NotFound to strangers, NotAllowed to who only looks."""
    query = (
        select(Charge, Dossier, Reservation)
        .join(Dossier, Dossier.id == Charge.dossier_id)
        .join(Reservation, Reservation.id == Dossier.reservation_id)
        .where(Charge.id == charge_id)
        .with_for_update(of=Dossier)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound()
    row, dossier, reservation = found
    if not may(actor, "charge.decide", authorities=(dossier.authority_id,)):
        seen = may(actor, "receivable.read", authorities=(dossier.authority_id,))
        raise NotAllowed() if seen else NotFound()
    return row, dossier, reservation


def _steps(session: Session, charge_id: int) -> set[str]:
    return set(session.scalars(select(ChargeDecision.step).where(ChargeDecision.charge_id == charge_id)))


def _check_amount(proposed: int, owed: int) -> None:
    """More than nothing of a charge, less than nothing of a credit: who wants none of it waives it."""
    if owed == 0 or (owed > 0) != (proposed > 0) or abs(owed) > LARGEST:
        raise Refused("charge_amount", field="amount", amount_cents=owed)


def _record(
    session: Session, actor: Actor, found: Charge, dossier: Dossier, step: ChargeStep, amount: int, reason: str, now: datetime
) -> None:
    row = {"charge_id": found.id, "step": str(step), "amount": amount, "reason": reason, "account_id": actor.account_id, "at": now}
    add_all(session, ChargeDecision, [row])
    details = {"amount_cents": amount, "reason": reason}
    records.audit(session, now, actor.account_id, f"charge.{step}", ("charge", found.id), dossier.authority_id, **details)


def _owe(session: Session, found: Charge, dossier: Dossier, owed: int, now: datetime) -> None:
    today = local(now).date()
    terms = terms_of(session, catalogue(session), dossier.id)
    row = {
        "dossier_id": dossier.id, "authority_id": dossier.authority_id, "charge_id": found.id, "sort": str(OwedSort.CHARGE),
        "amount": owed, "stage": None, "due_on": due_on(OwedSort.CHARGE, terms, today, today, today), "changed_at": now,
    }  # fmt: skip
    add_all(session, Receivable, [row])


def _tell(session: Session, dossier: Dossier, reservation: Reservation, owed: int, reason: str, now: datetime) -> None:
    """The borrower reads what is charged and where to see why."""
    who = select(Borrower.email, Account.language).join(Account, Account.id == reservation.account_id)
    email, language = session.execute(who.where(Borrower.id == reservation.borrower_id)).one()
    owner = catalogue(session).authorities[dossier.authority_id].name
    payload = {"reference": reservation.reference, "owner": owner, "total_cents": owed, "reason": reason}
    records.mail(session, now, "charge_made", [email], payload, language)
