"""What was asked at the time: the latest kept quote of each dossier, to be compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from booking.rules.simulations import WHOLE, Side, unpriceable
from models import Line, Quote, QuoteLine
from models.engine import core


def asked_of(session: Session, dossiers: Collection[int], assets: Mapping[int, str]) -> dict[int, Side]:
    """By dossier what its latest quote asks for these assets (category by id), in two queries; without a quote it is left out.

    A quote that also prices other assets cannot be split to the cent (a minimum, a discount, VAT): it counts as without a price.
    """
    latest = (
        select(Quote.dossier_id, func.max(Quote.version).label("version"))
        .where(Quote.dossier_id.in_(dossiers))
        .group_by(Quote.dossier_id)
        .subquery()
    )
    quotes = select(Quote.id, Quote.dossier_id, Quote.group, Quote.net, Quote.total, Quote.deposit).join(
        latest, (Quote.dossier_id == latest.c.dossier_id) & (Quote.version == latest.c.version)
    )
    rows = core(session).execute(quotes).all()
    nets, mixed = _nets(session, [row.id for row in rows], assets)
    return {row.dossier_id: unpriceable() if row.id in mixed else _side(row, nets[row.id]) for row in rows}


def _nets(session: Session, quotes: Collection[int], assets: Mapping[int, str]) -> tuple[defaultdict[int, Counter[str]], set[int]]:
    """By quote what its posts ask for each category; and the quotes with posts about other assets."""
    query = (
        select(QuoteLine.quote_id, Line.asset_id, func.sum(QuoteLine.amount))
        .outerjoin(Line, Line.id == QuoteLine.line_id)
        .where(QuoteLine.quote_id.in_(quotes), QuoteLine.deposit.is_(False))
        .group_by(QuoteLine.quote_id, Line.asset_id)
    )
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    mixed = set()
    for quote, asset, amount in core(session).execute(query):
        if asset is not None and asset not in assets:
            mixed.add(quote)
        found[quote][assets.get(asset, WHOLE)] += int(amount)
    return found, mixed


def _side(quote: Row[Any], nets: Mapping[str, int]) -> Side:
    return Side(quote.group or "", dict(nets) or {WHOLE: quote.net}, quote.total, quote.deposit)
