"""Marks: somebody saw money come in, gave it back, or keeps a part of a deposit. No payment passes through here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from booking.rules.charges import MarkSort, OwedSort
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import records
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import PaymentMark, Receivable


def receive(
    session: Session, actor: Actor, receivable_id: int, now: datetime, amount: int | None = None, day: date | None = None, reason: str = ""
) -> None:
    """So many cents came in on a day: all that is still open when nothing else is said, today when no day is.

    Raises NotFound, NotAllowed, Refused `mark_amount` for more than is open, `day_ahead` for a day that is still to come.
    """
    with transaction(session):
        owed = _locked(session, actor, receivable_id)
        open_now = owed.amount - owed.received + owed.returned
        cents = open_now if amount is None else amount
        _check(cents, open_now, day, now)
        _mark(session, actor, owed, [(MarkSort.RECEIVED, cents, reason)], day or local(now).date(), now)


def give_back(
    session: Session, actor: Actor, receivable_id: int, now: datetime, amount: int | None = None, day: date | None = None, reason: str = ""
) -> None:
    """So many cents went back: of a deposit what is held, of hire or a charge what was paid too much.

    What is not given back of a deposit is kept, with a reason, and counts as received for the open charges of its dossier, the oldest
    first. Raises NotFound, NotAllowed, Refused `mark_amount`, `day_ahead`, `field_required` where a part is kept without a reason.
    """
    with transaction(session):
        owed = _locked(session, actor, receivable_id)
        held = owed.received - owed.returned - owed.kept - (0 if owed.sort == OwedSort.DEPOSIT else owed.amount)
        cents, on = held if amount is None else amount, day or local(now).date()
        _check(cents, held, day, now, least=0 if owed.sort == OwedSort.DEPOSIT else 1)
        rest = held - cents if owed.sort == OwedSort.DEPOSIT else 0
        if rest and not reason.strip():
            raise Refused("field_required", field="reason")
        _mark(session, actor, owed, [(MarkSort.RETURNED, cents, reason), (MarkSort.KEPT, rest, reason)], on, now)
        _settle(session, actor, owed.dossier_id, rest, reason, on, now)


def undo(session: Session, actor: Actor, mark_id: int, now: datetime, reason: str) -> None:
    """Take a mark back that was made by mistake: both stay on record. What was settled with a kept deposit is taken back one by one.

    Raises NotFound, NotAllowed, Refused `field_required` without a reason, `mark_undone` when it was taken back or built upon.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        mark = session.get(PaymentMark, mark_id)
        if mark is None:
            raise NotFound()
        owed = _locked(session, actor, mark.receivable_id)
        sums = {MarkSort.RECEIVED: owed.received - owed.returned - owed.kept, MarkSort.RETURNED: owed.returned, MarkSort.KEPT: owed.kept}
        if mark.amount < 0 or _undone(session, mark) or sums[MarkSort(mark.sort)] < mark.amount:
            raise Refused("mark_undone")
        _mark(session, actor, owed, [(MarkSort(mark.sort), -mark.amount, reason)], mark.day, now)


def _locked(session: Session, actor: Actor, receivable_id: int) -> Receivable:
    """What is due, under its lock. Raises NotFound to strangers, NotAllowed to who only looks."""
    query = select(Receivable).where(Receivable.id == receivable_id).with_for_update()
    owed = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if owed is None:
        raise NotFound()
    if not may(actor, "receivable.mark", authorities=(owed.authority_id,)):
        seen = may(actor, "receivable.read", authorities=(owed.authority_id,))
        raise NotAllowed() if seen else NotFound()
    return owed


def _check(cents: int, most: int, day: date | None, now: datetime, least: int = 1) -> None:
    if day is not None and day > local(now).date():
        raise Refused("day_ahead", field="day", day=day)
    if not least <= cents <= most or most <= 0:
        raise Refused("mark_amount", field="amount", amount_cents=cents, most_cents=max(0, most))


def _mark(
    session: Session, actor: Actor, owed: Receivable, marks: Iterable[tuple[MarkSort, int, str]], day: date, now: datetime
) -> None:
    """Write the marks that are not of nothing, and the sums that follow from them."""
    rows = [
        {
            "receivable_id": owed.id, "sort": str(sort), "amount": cents, "day": day, "reason": reason, "account_id": actor.account_id,
            "at": now,
        }
        for sort, cents, reason in marks
        if cents
    ]  # fmt: skip
    add_all(session, PaymentMark, rows)
    _sum_up(session, owed, day, now)
    for row in rows:
        details = {"amount_cents": row["amount"], "day": day.isoformat(), "reason": row["reason"]}
        records.audit(session, now, actor.account_id, f"receivable.{row['sort']}", ("receivable", owed.id), owed.authority_id, **details)


def _sum_up(session: Session, owed: Receivable, day: date, now: datetime) -> None:
    sums = {sort: func.coalesce(func.sum(case((PaymentMark.sort == sort, PaymentMark.amount), else_=0)), 0) for sort in MarkSort}
    received, returned, kept = session.execute(select(*sums.values()).where(PaymentMark.receivable_id == owed.id)).one()
    is_deposit = owed.sort == OwedSort.DEPOSIT
    whole = received - returned >= owed.amount or (is_deposit and received >= owed.amount)
    over = (received > 0 or owed.amount < 0) and returned + kept > 0
    values = {
        "received": received, "returned": returned, "kept": kept, "changed_at": now,
        "received_on": (owed.received_on or day) if whole and received else None,
        "returned_on": (owed.returned_on or day) if over and (not is_deposit or returned + kept == received) else None,
    }  # fmt: skip
    session.execute(update(Receivable).where(Receivable.id == owed.id).values(**values))


def _settle(session: Session, actor: Actor, dossier: int, kept: int, reason: str, day: date, now: datetime) -> None:
    """What was kept of a deposit counts as received for the open charges of its dossier, the oldest first."""
    charges = select(Receivable).where(Receivable.dossier_id == dossier, Receivable.sort == OwedSort.CHARGE).order_by(Receivable.id)
    for owed in session.scalars(charges.with_for_update().execution_options(populate_existing=True)):
        part = min(kept, owed.amount - owed.received + owed.returned)
        if part > 0:
            _mark(session, actor, owed, [(MarkSort.RECEIVED, part, reason)], day, now)
            kept -= part


def _undone(session: Session, mark: PaymentMark) -> bool:
    """True when as many marks of this amount were taken back as were made."""
    mine = (PaymentMark.receivable_id == mark.receivable_id, PaymentMark.sort == mark.sort)
    query = select(func.sum(case((PaymentMark.amount == mark.amount, 1), (PaymentMark.amount == -mark.amount, -1), else_=0))).where(*mine)
    return not session.scalar(query)
