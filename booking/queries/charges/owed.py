"""What is still to be received of dossiers whose owner wants some of it before: asked only where such a rule is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Function, bindparam, case, func, select
from sqlalchemy.orm import Session

from booking.queries.facts import Wanted
from booking.rules.admission import Facts
from booking.rules.charges import OwedSort
from booking.rules.charges.payments import Owed
from booking.rules.tariffs import Quote
from models import Line, Receivable
from models import Quote as KeptQuote
from models.engine import core

BEFORE = ("hire_before", "deposit_before")


def outstanding(session: Session, members: Mapping[int, tuple[Wanted, Facts]], priced: Quote | None) -> dict[int, Owed]:
    """By the place of each line, for lines whose owner wants money before: of a line that stands, what its dossier still owes; of a new
    one, all of the price that was just computed.
    """
    asking = [index for index, (_, facts) in members.items() if any(facts.answer(question) for question in BEFORE)]
    if not asking:
        return {}
    standing = {index: int(holder.removeprefix("line:")) for index in asking if (holder := members[index][0].ignoring)}
    of_lines = owed_of(session, standing.values()) if standing else {}
    new = Owed(priced.total, priced.deposit) if priced else Owed(0, 0)
    return {index: of_lines.get(standing[index], Owed(0, 0)) if index in standing else new for index in asking}


def owed_of(session: Session, lines: Collection[int]) -> dict[int, Owed]:
    """What the dossiers of these lines still owe, by line id: the newest price without what was received and not given back."""
    rows = core(session).execute(_OWED, {"lines": list(lines)})
    return {line: Owed(max(0, total - int(hire)), max(0, deposit - int(held))) for line, total, deposit, hire, held in rows}


def _received(sort: OwedSort) -> Function[int]:
    return func.coalesce(func.sum(case((Receivable.sort == sort, Receivable.received - Receivable.returned), else_=0)), 0)


_NEWEST = select(func.max(KeptQuote.version)).where(KeptQuote.dossier_id == Line.dossier_id).correlate(Line).scalar_subquery()
_OWED = (
    select(Line.id, KeptQuote.total, KeptQuote.deposit, _received(OwedSort.HIRE), _received(OwedSort.DEPOSIT))
    .join(KeptQuote, (KeptQuote.dossier_id == Line.dossier_id) & (KeptQuote.version == _NEWEST))
    .outerjoin(Receivable, Receivable.dossier_id == Line.dossier_id)
    .where(Line.id.in_(bindparam("lines", expanding=True)))
    .group_by(Line.id, KeptQuote.id, KeptQuote.total, KeptQuote.deposit)
)
