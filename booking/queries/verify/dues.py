"""Charges are the sum of their posts, what is due follows from prices and decisions, and what was marked adds up; from raw rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found
from booking.rules.lifecycle import CALLED_OFF, OPEN
from models import Charge, ChargeDecision, ChargePost, Dossier, Line, PaymentMark, Quote, Receivable

HUNDREDTHS = 200  # of a cent: what rounding may do at each of two rates


def charges(session: Session, _now: datetime) -> Iterator[Violation]:
    """The net of a charge is the sum of its posts; its VAT is that of its posts, but for a cent of rounding in each rate."""
    percent = case((ChargePost.vat == "21", 21), (ChargePost.vat == "6", 6), else_=0)
    amount, vat = func.sum(ChargePost.amount).label("computed"), func.sum(ChargePost.amount * percent).label("vat")
    posts = select(ChargePost.charge_id, amount, vat)
    sums = posts.group_by(ChargePost.charge_id).subquery()
    query = select(Charge.id, Charge.net, sums.c.computed, Charge.vat).outerjoin(sums, sums.c.charge_id == Charge.id)
    astray = func.abs(Charge.vat * 100 - sums.c.vat) > HUNDREDTHS
    wrong = or_(sums.c.computed.is_(None), sums.c.computed != Charge.net, astray)
    yield from found(session, "charge_total_wrong", Charge, query.where(wrong).order_by(Charge.id))


def owed(session: Session, _now: datetime) -> Iterator[Violation]:
    """Hire and deposit are those of the newest price of a dossier that has a line, or nothing; a charge is what was decided last."""
    newest = select(func.max(Quote.version)).where(Quote.dossier_id == Receivable.dossier_id).correlate(Receivable).scalar_subquery()
    right = case((Receivable.sort == "hire", Quote.total), else_=Quote.deposit)
    asked = select(Line.id).where(Line.dossier_id == Receivable.dossier_id, Line.state.not_in(CALLED_OFF)).exists()
    firm = select(Line.id).where(Line.dossier_id == Receivable.dossier_id, Line.state.not_in([*CALLED_OFF, *OPEN])).exists()
    query = (
        select(Receivable.id, Receivable.sort, Receivable.amount, right.label("computed"))
        .join(Quote, (Quote.dossier_id == Receivable.dossier_id) & (Quote.version == newest))
        .where(Receivable.sort != "charge")
        .where(or_(firm & (Receivable.amount != right), ~asked & (Receivable.amount != 0)))
    )
    yield from found(session, "receivable_wrong", Receivable, query.order_by(Receivable.id))
    of_charge = select(func.max(ChargeDecision.id)).where(ChargeDecision.charge_id == Receivable.charge_id)
    last = of_charge.correlate(Receivable).scalar_subquery()
    decided = select(Receivable.id, Receivable.amount, ChargeDecision.amount.label("computed")).outerjoin(
        ChargeDecision, ChargeDecision.id == last
    )
    wrong = or_(ChargeDecision.id.is_(None), ChargeDecision.amount != Receivable.amount)
    yield from found(session, "receivable_wrong", Receivable, decided.where(Receivable.sort == "charge", wrong).order_by(Receivable.id))


def marks(session: Session, _now: datetime) -> Iterator[Violation]:
    """What was received, returned and kept is the sum of the marks; the owner of an amount is that of its dossier."""
    sums = {
        sort: func.coalesce(func.sum(case((PaymentMark.sort == sort, PaymentMark.amount), else_=0)), 0)
        for sort in ("received", "returned", "kept")
    }
    kept = (Receivable.received, Receivable.returned, Receivable.kept)
    query = (
        select(Receivable.id, *kept, *(each.label(f"marked_{sort}") for sort, each in sums.items()))
        .outerjoin(PaymentMark, PaymentMark.receivable_id == Receivable.id)
        .group_by(Receivable.id, *kept)
        .having(or_(*(column != each for column, each in zip(kept, sums.values(), strict=True))))
    )
    yield from found(session, "marks_do_not_add_up", Receivable, query.order_by(Receivable.id))
    foreign = select(Receivable.id, Receivable.authority_id).join(Dossier, Dossier.id == Receivable.dossier_id)
    yield from found(session, "receivable_of_other_owner", Receivable, foreign.where(Dossier.authority_id != Receivable.authority_id))
