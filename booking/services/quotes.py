"""Keeping what a dossier costs: append-only versions, each line with the article and regulation it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedDossier
from booking.services.rows import add, add_all
from models import Quote, QuoteLine


def keep(
    session: Session,
    dossier_id: int,
    judged: JudgedDossier,
    lines: Mapping[int, int],
    now: datetime,
    accepted_by: int | None,
    *,
    first: bool = False,
) -> int | None:
    """Write the next version of a dossier's quote; `lines` gives the line id of each number. Returns its id, None when nothing prices it.

    `accepted_by` is the account that saw this price and asked for it; None while the borrower has still to accept.
    """
    priced, regulation = judged.quote, judged.regulation
    if priced is None or regulation is None:
        return None
    version = 1 if first else (session.scalar(select(func.max(Quote.version)).where(Quote.dossier_id == dossier_id)) or 0) + 1
    values = {
        "dossier_id": dossier_id, "version": version, "regulation_id": regulation.id, "group": priced.group, "net": priced.net,
        "vat": priced.vat, "total": priced.total, "deposit": priced.deposit, "created_at": now,
        "accepted_at": now if accepted_by else None, "accepted_by_id": accepted_by,
    }  # fmt: skip
    quote_id = add(session, Quote, **values)
    posts = [(post, False) for post in priced.lines] + [(post, True) for post in priced.deposits]
    rows = [
        {
            "quote_id": quote_id, "position": position, "line_id": lines.get(post.line) if post.line else None,
            "regulation_id": regulation.id, "article": post.article, "code": post.code, "amount": post.amount, "deposit": deposit,
            "vat": post.vat,
            "details": {
                "details": dict(post.details),
                "quantity": str(post.quantity), "unit": post.unit, "unit_price": post.unit_price,
                "factor": str(post.factor),
            },
        }
        for position, (post, deposit) in enumerate(posts)
    ]  # fmt: skip
    add_all(session, QuoteLine, rows)
    return quote_id
