"""Every total is the sum of its posts, computed anew from the rows, in whole cents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation, found, stream
from models import Line, Quote, QuoteLine

PERCENT = {"21": 21, "6": 6, "exempt": 0, "outside_scope": 0}
HELD = {"21_included": 21, "6_included": 6}
"""Rates that prices hold already: each regulation's posts have one that takes the VAT out."""

TAKEN_OUT = "vat_included"


def totals(session: Session, _now: datetime) -> Iterator[Violation]:
    """Net, VAT per category on the summed net or taken out of what holds it, total and deposit of every quote."""
    of_quote = (Quote.id, Quote.net, Quote.vat, Quote.total, Quote.deposit)
    held = QuoteLine.vat.in_(HELD)
    regulation = case((held, QuoteLine.regulation_id)).label("regulation")
    taken_out = case((held & (QuoteLine.code == TAKEN_OUT), 1), else_=0).label("taken_out")
    of_post = (QuoteLine.vat.label("category"), QuoteLine.deposit.label("deposited"), regulation, taken_out)
    sums = select(*of_quote, *of_post, func.sum(QuoteLine.amount).label("amount")).outerjoin(QuoteLine, QuoteLine.quote_id == Quote.id)
    query = sums.group_by(*of_quote, QuoteLine.vat, QuoteLine.deposit, regulation, taken_out).order_by(Quote.id)
    for _, parts in groupby(stream(session, query), key=attrgetter("id")):
        yield from _wrong_totals(list(parts))


def versions(session: Session, _now: datetime) -> Iterator[Violation]:
    """The versions of a dossier's quote count 1, 2, 3 without a gap."""
    first, last, number = func.min(Quote.version).label("first"), func.max(Quote.version).label("last"), func.count().label("quotes")
    query = select(func.max(Quote.id).label("id"), Quote.dossier_id, first, last, number).group_by(Quote.dossier_id)
    yield from found(session, "quote_versions_gap", Quote, query.having((first != 1) | (last != number)).order_by(Quote.dossier_id))


def foreign_lines(session: Session, _now: datetime) -> Iterator[Violation]:
    """A post is about a line of the dossier that the quote prices."""
    query = select(QuoteLine.id, QuoteLine.quote_id, QuoteLine.line_id).join(Quote, Quote.id == QuoteLine.quote_id)
    astray = query.join(Line, Line.id == QuoteLine.line_id).where(Line.dossier_id != Quote.dossier_id)
    yield from found(session, "quote_line_of_other_dossier", QuoteLine, astray.order_by(QuoteLine.id))


def _wrong_totals(parts: list[Any]) -> Iterator[Violation]:
    quote = parts[0]
    posts = [part for part in parts if part.category is not None and not part.deposited]
    nets: dict[str, int] = {}
    for part in posts:
        nets[part.category] = nets.get(part.category, 0) + int(part.amount)
    unknown = sorted(nets.keys() - PERCENT.keys() - HELD.keys())
    if unknown:
        yield Violation("vat_unknown", "quote", quote.id, {"categories": unknown})
        return
    held = sum(_half_up_of(int(part.amount), HELD[part.category]) for part in posts if part.category in HELD and not part.taken_out)
    net, vat = sum(nets.values()), held + sum(_half_up(nets[category] * PERCENT[category]) for category in nets if category in PERCENT)
    if held != -sum(int(part.amount) for part in posts if part.taken_out):
        yield Violation("total_wrong", "quote", quote.id, {"column": "vat", "kept": quote.vat, "computed": vat})
    deposit = sum(int(part.amount) for part in parts if part.deposited)
    for name, right in {"net": net, "vat": vat, "total": net + vat, "deposit": deposit}.items():
        kept = getattr(quote, name)
        if kept != right:
            yield Violation("total_wrong", "quote", quote.id, {"column": name, "kept": kept, "computed": right})


def _half_up_of(gross: int, rate: int) -> int:
    """The VAT at a rate that an amount holds, half a cent away from zero."""
    size = (2 * abs(gross) * rate + 100 + rate) // (2 * (100 + rate))
    return size if gross >= 0 else -size


def _half_up(hundredths: int) -> int:
    """Whole cents of an amount in hundredths of a cent, half a cent away from zero."""
    size = (abs(hundredths) + 50) // 100
    return size if hundredths >= 0 else -size
