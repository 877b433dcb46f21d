"""What was asked at the time: the latest kept quote of each dossier, to be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.rules.catalogue import Catalogue
from booking.rules.simulations import WHOLE, Side
from models import Line, Quote, QuoteLine
from models.engine import core


def asked_of(session: Session, known: Catalogue, dossiers: Collection[int]) -> dict[int, Side]:
    """By dossier what its latest quote asks, in two queries; a dossier that never had a price is left out."""
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
    nets = _nets(session, known, [row.id for row in rows])
    return {
        row.dossier_id: Side(row.group or "", nets.get(row.id) or {WHOLE: row.net}, row.total, row.deposit) for row in rows
    }  # fmt: skip


def _nets(session: Session, known: Catalogue, quotes: Collection[int]) -> dict[int, dict[str, int]]:
    """By quote what its posts ask for each category."""
    query = (
        select(QuoteLine.quote_id, Line.asset_id, func.sum(QuoteLine.amount))
        .outerjoin(Line, Line.id == QuoteLine.line_id)
        .where(QuoteLine.quote_id.in_(quotes), QuoteLine.deposit.is_(False))
        .group_by(QuoteLine.quote_id, Line.asset_id)
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for quote, asset, amount in core(session).execute(query):
        category = known.assets[asset].category if asset else WHOLE
        found[quote][category] = found[quote].get(category, 0) + int(amount)
    return found
