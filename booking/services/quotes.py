"""Keeping what a dossier costs: append-only versions, each line with the article and regulation it rests on; and pricing it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.judging import JudgedDossier, judge_lines
from booking.queries.lines import as_kept, booked_on, borrower_of, event_of, priced_lines
from booking.rules.catalogue import Catalogue
from booking.rules.charges.kept_usage import usage_to_json
from booking.services import free_quotas
from booking.services.rows import add, add_all
from models import Dossier, Quote, QuoteBasis, QuoteLine, Reservation


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
    priced = judged.quote
    if priced is None:
        return None
    version = 1 if first else (session.scalar(select(func.max(Quote.version)).where(Quote.dossier_id == dossier_id)) or 0) + 1
    values = {
        "dossier_id": dossier_id, "version": version, "regulation_id": judged.parts[0].card.id, "group": priced.group, "net": priced.net,
        "vat": priced.vat, "total": priced.total, "deposit": priced.deposit, "created_at": now,
        "accepted_at": now if accepted_by else None, "accepted_by_id": accepted_by,
    }  # fmt: skip
    quote_id = add(session, Quote, **values)
    add_all(session, QuoteLine, _rows(quote_id, judged, lines))
    basis = [{"regulation": part.card.id, "usage": usage_to_json(part.usage, lines)} for part in judged.parts]
    add_all(session, QuoteBasis, [{"quote_id": quote_id, "parts": basis}])
    return quote_id


def _rows(quote_id: int, judged: JudgedDossier, lines: Mapping[int, int]) -> list[dict[str, Any]]:
    """The posts of a quote and then its deposits, each with the regulation that it rests on."""
    posts = [(part.card, post, False) for part in judged.parts for post in part.quote.lines]
    posts += [(part.card, post, True) for part in judged.parts for post in part.quote.deposits]
    return [
        {
            "quote_id": quote_id, "position": position, "line_id": lines.get(post.line) if post.line else None,
            "regulation_id": card.id, "article": post.article, "code": post.code, "amount": post.amount, "deposit": deposit,
            "vat": post.vat,
            "details": {
                "details": dict(post.details),
                "quantity": str(post.quantity), "unit": post.unit, "unit_price": post.unit_price,
                "factor": str(post.factor),
            },
        }
        for position, (card, post, deposit) in enumerate(posts)
    ]  # fmt: skip


def again(
    session: Session,
    known: Catalogue,
    dossier: Dossier,
    reservation: Reservation,
    now: datetime,
    accepted_by: int | None,
    changed: int | None = None,
) -> None:
    """A new version of a dossier's quote for the lines that still count; priced by the date on which it was first asked.

    Each line keeps what it took of a free quota; one that `changed` (its id) takes anew what is left, for which its quotas are locked.
    """
    lines = priced_lines(session, dossier.id)
    if not lines:
        _keep_nothing(session, dossier.id, now, accepted_by)
        return
    borrower = borrower_of(session, known, reservation)
    event = event_of(session, known, reservation, borrower)
    standing = [as_kept(known, line, settled=line.id != changed) for line in lines]
    judged = judge_lines(session, known, borrower, event, standing, now, booked_on(reservation))
    for line, each in zip(lines, judged.lines, strict=True):
        if line.id == changed:
            free_quotas.use_anew(session, each.facts, line.id, now)
    numbers = {place: line.id for place, line in enumerate(lines, 1)}
    for priced in judged.dossiers:
        keep(session, dossier.id, priced, numbers, now, accepted_by)


def _keep_nothing(session: Session, dossier_id: int, now: datetime, accepted_by: int | None) -> None:
    version = session.scalar(select(func.max(Quote.version)).where(Quote.dossier_id == dossier_id))
    if version:
        accepted = {"accepted_at": now if accepted_by else None, "accepted_by_id": accepted_by}
        add(session, Quote, dossier_id=dossier_id, version=version + 1, created_at=now, net=0, vat=0, total=0, deposit=0, **accepted)
