"""What is due for the hire and the deposit of a dossier follows its newest price and the states of its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of
from booking.queries.judging import JudgedDossier
from booking.rules.admission import BorrowerCard
from booking.rules.admission.ruled import rules_met
from booking.rules.catalogue import Catalogue, RuleCard, relation
from booking.rules.charges import OwedSort, PaymentTerms, Stage, due_on, strictest
from booking.rules.lifecycle import CALLED_OFF, OPEN, LineState
from booking.rules.periods import Period, local
from booking.services.rows import add_all
from models import Dossier, Line, Quote, Receivable, Reservation

_ASKED = OPEN | {LineState.DRAFT}


def follow(session: Session, known: Catalogue, dossier: Dossier, now: datetime) -> None:
    """Bring what is due in line with the newest price: from the moment that a line stands firm, or from the request on where the owner
    wants it before confirmation. What was marked stays: a price that fell leaves something to give back.
    """
    session.execute(select(Dossier.id).where(Dossier.id == dossier.id).with_for_update())  # two lines of it may be approved at one moment
    lines = session.scalars(select(Line).where(Line.dossier_id == dossier.id, Line.state.not_in(CALLED_OFF))).all()
    terms = terms_of(session, known, dossier.id)
    price = session.execute(
        select(Quote.total, Quote.deposit).where(Quote.dossier_id == dossier.id).order_by(Quote.version.desc()).limit(1)
    ).one_or_none()
    amounts = dict(zip((OwedSort.HIRE, OwedSort.DEPOSIT), price or (0, 0), strict=True))
    kept = {row.sort: row for row in session.scalars(_alone(dossier.id))}
    for sort, amount in amounts.items():
        owed = amount if _counts(lines, terms.stage(sort)) else 0
        if sort in kept:
            if (kept[sort].amount, kept[sort].stage) != (owed, terms.stage(sort)):
                _change(session, kept[sort], owed, terms, lines, dossier, now)
        elif owed:
            row = {
                "dossier_id": dossier.id, "authority_id": dossier.authority_id, "sort": str(sort), "amount": owed, "changed_at": now,
                **_when(sort, terms, lines, dossier, now),
            }  # fmt: skip
            add_all(session, Receivable, [row])


def begin(session: Session, dossier: int, judged: JudgedDossier, decide_by: datetime | None, *, firm: bool, now: datetime) -> None:
    """The same for a dossier that is being written: what is due at once, because a line is confirmed or the owner wants it before that."""
    if judged.quote is None:
        return
    terms = strictest(_from_answers(line.facts.rules) for line in judged.lines)
    custody = [line.facts.periods.custody for line in judged.lines]
    days = min(each.days()[0] for each in custody), max(local(each.end).date() for each in custody)
    until, today = local(decide_by).date() if decide_by else None, local(now).date()
    for sort, amount in ((OwedSort.HIRE, judged.quote.total), (OwedSort.DEPOSIT, judged.quote.deposit)):
        stage = terms.stage(sort)
        if amount and (firm or stage is Stage.CONFIRMATION):
            row = {
                "dossier_id": dossier, "authority_id": judged.authority.id, "sort": str(sort), "amount": amount, "changed_at": now,
                "stage": str(stage) if stage else None, "due_on": due_on(sort, terms, today, *days, until),
            }  # fmt: skip
            add_all(session, Receivable, [row])


def terms_of(session: Session, known: Catalogue, dossier: int) -> PaymentTerms:
    """What the owner wants before what, by the most specific of its rules for each line of the dossier; the strictest of them counts."""
    query = (
        select(Line, Dossier.authority_id, Reservation.borrower_id, Reservation.created_at)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .where(Dossier.id == dossier)
    )
    return strictest(
        _terms(known, line, owner, card_of(session, known, borrower), local(asked).date())
        for line, owner, borrower, asked in session.execute(query)
    )


def _terms(known: Catalogue, line: Line, owner: int, borrower: BorrowerCard, asked: date) -> PaymentTerms:
    asset = known.assets[line.asset_id]
    tie = relation(known, asset, borrower.home, borrower.kind, Period(line.custody_start, line.custody_end))
    return _from_answers(rules_met(known, known.authorities[owner], asset, tie, borrower, asked).answers)


def _from_answers(found: Mapping[str, tuple[Any, RuleCard]]) -> PaymentTerms:
    before = {name: Stage(found[name][0]) for name in ("hire_before", "deposit_before") if name in found}
    sources = [found[name][1].source for name in before]
    days = found["payment_days"][0] if "payment_days" in found else PaymentTerms().days
    return PaymentTerms(before.get("hire_before"), before.get("deposit_before"), days, sources[0] if sources else "")


def _alone(dossier: int) -> Select[tuple[Receivable]]:
    mine = select(Receivable).where(Receivable.dossier_id == dossier, Receivable.charge_id.is_(None))
    return mine.order_by(Receivable.id).with_for_update().execution_options(populate_existing=True)  # money may be marked at this moment


def _counts(lines: Sequence[Line], stage: Stage | None) -> bool:
    """True once something stands firm; what is wanted before confirmation is due while it is only asked."""
    return any(stage is Stage.CONFIRMATION or line.state not in _ASKED for line in lines)


def _when(sort: OwedSort, terms: PaymentTerms, lines: Sequence[Line], dossier: Dossier, now: datetime) -> dict[str, object]:
    first = min(local(line.custody_start).date() for line in lines)
    last = max(local(line.custody_end).date() for line in lines)
    decide_by = local(dossier.decide_by).date() if dossier.decide_by else None
    stage = terms.stage(sort)
    return {"stage": str(stage) if stage else None, "due_on": due_on(sort, terms, local(now).date(), first, last, decide_by)}


def _change(
    session: Session, row: Receivable, owed: int, terms: PaymentTerms, lines: Sequence[Line], dossier: Dossier, now: datetime
) -> None:
    values: dict[str, object] = {"amount": owed, "changed_at": now}
    if lines and owed:
        values |= _when(OwedSort(row.sort), terms, lines, dossier, now)
    if row.received < owed:
        values["received_on"] = None
    session.execute(update(Receivable).where(Receivable.id == row.id).values(**values))
