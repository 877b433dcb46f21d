"""Collected requests that want the same thing at the same time, in the order in which they go (DESIGN § 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from booking.queries.joint_use import USED
from booking.rules.admission import Finding, Verdict
from booking.rules.catalogue import AssetCard, Catalogue, agreement_for, relation
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local
from booking.rules.rivals import Rival, evidence, in_order
from booking.rules.shares import FairUseCard, weighted
from models import Agreement, Borrower, Dossier, Line, Reservation
from models.reservations import reference_of

YEAR = timedelta(days=365)

Had = dict[tuple[int, int], tuple[Decimal, datetime | None]]
"""By asset and borrower: weighted days, and the end of the last."""

_QUEUED = (
    select(
        Line.id, Line.asset_id, Line.number, Line.units, Line.blocked_start, Line.blocked_end, Line.custody_start, Line.custody_end,
        Reservation.id.label("reservation"), Reservation.created_at, Borrower.id.label("borrower"), Borrower.name, Borrower.kind,
        Borrower.authority_id,
    )
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .join(Borrower, Borrower.id == Reservation.borrower_id)
    .where(Line.state == LineState.REQUESTED, Line.holds_until.is_(None))
    .order_by(Line.id)
)  # fmt: skip


def rivals_of(session: Session, known: Catalogue, authorities: Collection[int], now: datetime) -> dict[int, list[Rival]]:
    """For each collected request at these authorities that competes with others, all of them in their order. Two queries at most."""
    queued = session.execute(_QUEUED.where(Dossier.authority_id.in_(authorities), Line.custody_start > now)).all() if authorities else []
    return _ordered(session, known, queued, now)


def chosen(session: Session, known: Catalogue, line: Line, now: datetime) -> list[Finding]:
    """What is kept with the decision when one of several is chosen: its place in the order and the figures; nothing without rivals."""
    if line.state != LineState.REQUESTED or line.holds_until is not None:
        return []
    order = _ordered(session, known, session.execute(_QUEUED.where(Line.asset_id == line.asset_id)).all(), now).get(line.id)
    return [Finding("least_use", Verdict.NOTICE, known.assets[line.asset_id].code, evidence(order, line.id))] if order else []


def _ordered(session: Session, known: Catalogue, queued: Iterable[Row[Any]], now: datetime) -> dict[int, list[Rival]]:
    by_asset: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in queued:
        by_asset[row.asset_id].append(row)
    against = {row.id: mine for asset, rows in by_asset.items() for row in rows if (mine := _against(known.assets[asset], row, rows))}
    if not against:
        return {}
    had = _used(session, known, {row.asset_id for rows in against.values() for row in rows}, now)
    priorities: dict[int, str | None] = dict(session.execute(select(Agreement.id, Agreement.priority)).all())  # type: ignore[arg-type]
    rivals = {row.id: _rival(known, row, had, priorities) for rows in against.values() for row in rows}
    return {line: in_order(rivals[row.id] for row in rows) for line, rows in against.items()}


def _against(asset: AssetCard, one: Row[Any], rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """The requests at the same time, the one itself included, when they do not all fit."""
    mine = [row for row in rows if row.blocked_start < one.blocked_end and one.blocked_start < row.blocked_end]
    return mine if len(mine) > 1 and sum(row.units for row in mine) > asset.units else []


def _used(session: Session, known: Catalogue, assets: Collection[int], now: datetime) -> Had:
    """By asset and borrower the weighted days in the twelve months until now, weighed as the co-owners do or as is usual, and the last."""
    query = (
        select(Line.asset_id, Reservation.borrower_id, Line.units, Line.custody_start, Line.custody_end)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .where(Line.asset_id.in_(assets), Line.state.in_(USED), Line.use_start > now - YEAR, Line.custody_start <= now)
    )
    found: Had = {}
    for asset, borrower, units, start, end in session.execute(query):
        days = Period(start, end).days()
        terms = known.assets[asset].fair_use or (FairUseCard(0, local(now - 2 * YEAR).date()),)
        before, last = found.get((asset, borrower), (Decimal(0), end))
        found[asset, borrower] = before + weighted(terms, days) * units, max(last, end)
    return found


def _rival(known: Catalogue, row: Row[Any], had: Had, priorities: dict[int, str | None]) -> Rival:
    custody, asset = Period(row.custody_start, row.custody_end), known.assets[row.asset_id]
    day = local(custody.start).date()
    tie = relation(known, asset, row.authority_id, row.kind, custody)
    used, last = had.get((row.asset_id, row.borrower), (Decimal(0), None))
    bound = agreement_for(known, asset, known.authorities[row.authority_id].house(day), row.kind, day)
    agreed = priorities.get(bound[0].id) if bound else None
    reference = reference_of(row.reservation, row.created_at)
    return Rival(row.id, reference, row.number, row.name, tie, used, row.created_at, row.units, last, agreed)
