"""The dossiers of a year as usages, to be priced by any regulation: a fixed number of queries, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from booking.queries.borrowers import cards_of
from booking.queries.judging import dossier_usage
from booking.queries.priced import PricedLine, told_of
from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import Catalogue
from booking.rules.custody import Periods
from booking.rules.kinds import RoleName
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, end_of, local, start_of
from booking.rules.tariffs import Usage
from models import Dossier, Line, Membership, QuotaUse, Reservation, Role
from models.engine import core

COUNTED = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)
SPREAD = timedelta(days=31)  # how far apart the uses of one dossier may lie, at the turn of a year

_FREED = (
    select(func.sum(QuotaUse.amount))
    .where(QuotaUse.line_id == Line.id, QuotaUse.term_id.is_not(None), QuotaUse.returned_at.is_(None))
    .scalar_subquery()
    .label("freed")
)
_LINES = (
    select(
        Line.dossier_id, Line.number, Line.asset_id, Line.units, Line.handover, Line.measures, Line.use_start, Line.use_end,
        Line.custody_start, Line.custody_end, Line.blocked_start, Line.blocked_end, Reservation.borrower_id, Reservation.account_id,
        Reservation.purpose, Reservation.place_authority_id, Reservation.created_at, _FREED,
    )
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .where(Line.state.in_(COUNTED))
    .order_by(Line.reservation_id, Line.dossier_id, Line.number)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier to be priced: the kind of borrower, its usage, and the category of each of its lines by number."""

    dossier: int
    kind: str
    usage: Usage
    categories: Mapping[int, str]


def priced_for(known: Catalogue, authority: int, day: date) -> frozenset[int]:
    """The authorities whose assets a regulation of this authority prices: itself, and those of its group that have none of their own."""
    group = (card.id for card in known.authorities.values() if card.house(day) == authority and not known.regulations.get(card.id))
    return frozenset({authority, *group})


def cases(
    session: Session, known: Catalogue, authorities: Collection[int], first: date, last: date, covers: Collection[str] = ()
) -> list[Case]:
    """The dossiers of these authorities whose earliest use lies on the days from `first` to `last`, in the order in which they were asked,
    with their lines of what a regulation `covers` (category or asset codes, none meaning everything).

    A use counts those before it in its year: what was asked and granted earlier.
    """
    rows = _rows(session, covered(known, authorities, covers), authorities, first, last)
    borrowers = cards_of(session, known, {row.borrower_id for row in rows})
    members, desks = _spoken_for(session, rows)
    period = Period(start_of(first), end_of(last))
    uses: Counter[tuple[int, int, int]] = Counter()
    found = []
    for dossier, group in groupby(rows, key=attrgetter("dossier_id")):
        lines = list(group)
        if period.start <= min([line.use_start for line in lines]) < period.end:
            who = borrowers[lines[0].borrower_id]
            asker = lines[0].account_id
            if (asker, who.id) not in members and (asker, who.home) not in desks:
                who = replace(who, verified=False)
            found.append(_case(known, dossier, who, lines, uses))
        for asset, start in {(row.asset_id, row.use_start) for row in lines}:
            uses[lines[0].borrower_id, asset, local(start).year] += 1
    return found


def covered(known: Catalogue, authorities: Collection[int], covers: Collection[str]) -> frozenset[int]:
    """The assets that one of these authorities ever managed and that a regulation covers."""
    ours = (asset for asset in known.assets.values() if any(spell.subject in authorities for spell in asset.managers))
    return frozenset(asset.id for asset in ours if not covers or asset.category in covers or asset.code in covers)


def _rows(session: Session, assets: Collection[int], authorities: Collection[int], first: date, last: date) -> list[Row[Any]]:
    """The lines of whole years, so that each use of a year can be numbered; found by asset, so that older history costs nothing."""
    begin, end = start_of(date(first.year, 1, 1)) - SPREAD, end_of(date(last.year, 12, 31)) + SPREAD
    query = _LINES.where(Line.asset_id.in_(assets), Dossier.authority_id.in_(authorities), Line.use_start >= begin, Line.use_start < end)
    return list(core(session).execute(query))


def _case(known: Catalogue, dossier: int, who: BorrowerCard, rows: Sequence[Row[Any]], uses: Counter[tuple[int, int, int]]) -> Case:
    lines, earlier = [], {}
    for row in rows:
        line = _line(known, who, row)
        lines.append((row.number, line, line))
        used = row.asset_id, local(row.use_start).year
        earlier[used] = uses[who.id, *used]
    usage = dossier_usage(known, lines, earlier, local(rows[0].created_at).date())
    return Case(dossier, who.kind, usage, {number: line.asset.category for number, line, _ in lines})


def _line(known: Catalogue, who: BorrowerCard, row: Row[Any]) -> PricedLine:
    """A kept line as it was promised: the same as `gather` tells of it, without what no price looks at."""
    booked = local(row.created_at).date()
    periods = Periods(
        Period(row.use_start, row.use_end), Period(row.custody_start, row.custody_end), Period(row.blocked_start, row.blocked_end)
    )
    return told_of(
        known,
        who,
        known.assets[row.asset_id],
        periods,
        booked,
        units=row.units,
        purpose=row.purpose,
        territory=row.place_authority_id or known.authorities[who.home].house(booked),
        handover=row.handover,
        measures={name: Decimal(amount) for name, amount in row.measures.items()} if row.measures else {},
        quota_held=row.freed or 0,
    )


def _spoken_for(session: Session, rows: Collection[Row[Any]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Who may speak for whom, as `queries/lines.borrower_of` asks it of one: verified (account, borrower), and (account, home) of desks."""
    accounts, borrowers = {row.account_id for row in rows}, {row.borrower_id for row in rows}
    members = select(Membership.account_id, Membership.borrower_id).where(
        Membership.account_id.in_(accounts), Membership.borrower_id.in_(borrowers), Membership.verified_at.is_not(None)
    )
    desks = select(Role.account_id, Role.authority_id).where(Role.account_id.in_(accounts), Role.name == RoleName.DESK)
    found = ({(account, subject) for account, subject in core(session).execute(query)} for query in (members, desks))
    return next(found), next(found)
