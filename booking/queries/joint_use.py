"""What of the assets asked is guaranteed to others, and what each co-owner had of them; where nobody agreed on that, no query at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.admission import Facts
from booking.rules.catalogue import AssetCard, Catalogue, relation
from booking.rules.contingents import Beside, ContingentCard, Row, Use, free_beside, last_chances, span_of
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, end_of, local, start_of
from booking.rules.shares import Claim, Loan, claim, terms_on
from models import LONGEST_PIECE, Borrower, Line, Occupancy, Reservation

USED = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)
BEFORE_USE = timedelta(days=62)  # custody begins no longer before use than this: a depot that stays shut longer hands nothing over


class Held(NamedTuple):
    """Who holds a row of the ledger: a borrower, at home in an authority, with its custody of an asset."""

    asset: int
    home: int
    kind: str
    custody: Period


@dataclass(slots=True)
class JointUse:
    """By leaf the rows of the ledger, by contingent what its holder has, and by asset the loans that weigh on shares, with their lines."""

    catalogue: Catalogue
    rows: dict[int, list[Row]] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)
    loans: dict[int, list[tuple[int, Loan]]] = field(default_factory=dict)

    def counted(self, facts: Facts, ignoring: str | None) -> Facts:
        """The facts with what is free beside the contingents of others, and with what the loan means for the shares."""
        beside, share = self._beside(facts, ignoring), self._claim(facts, ignoring)
        return replace(facts, beside=beside, claim=share) if beside or share else facts

    def take(self, facts: Facts, holder: str) -> None:
        """Count a line for those after it."""
        period, custody = facts.periods.blocked, facts.periods.custody
        for leaf, each in facts.asset.leaves.items():
            if leaf in self.rows:
                self.rows[leaf].append((period.start, period.end, each * facts.units, holder))
        self.held[holder] = Held(facts.asset.id, facts.borrower.home, facts.borrower.kind, custody)
        if facts.asset.id in self.loans:
            self.loans[facts.asset.id].append((0, self._loan(facts)))

    def _beside(self, facts: Facts, ignoring: str | None) -> Beside | None:
        """Of a kit or hall as many as its parts allow; None when no part of it is guaranteed to anybody."""
        found = [
            self._beside_leaf(facts, self.catalogue.assets[leaf], each, ignoring)
            for leaf, each in facts.asset.leaves.items()
            if leaf in self.rows
        ]
        if not found:
            return None
        kept = tuple(kept for each in found for kept in each.kept)
        return Beside(min(each.units for each in found), kept, any(each.own for each in found))

    def _beside_leaf(self, facts: Facts, leaf: AssetCard, each: int, ignoring: str | None) -> Beside:
        mine = [card for card in leaf.contingents if card.is_for(facts.house, facts.relation, facts.borrower.kind)]
        rows = [row for row in self.rows[leaf.id] if row[3] != ignoring]
        others = [(card, self._use(card, rows)) for card in leaf.contingents if card not in mine]
        free, kept = free_beside(leaf.units, rows, others, facts.periods.blocked, facts.now)
        chances = last_chances(rows, others, facts.periods.blocked, facts.now)
        return Beside(0 if chances else free // each, (*kept, *chances), bool(mine))

    def _use(self, card: ContingentCard, rows: Iterable[Row]) -> Use:
        """The rows of those that a contingent is for, and the days on which they have the asset."""
        mine = {holder for *_, holder in rows if (held := self.held.get(holder)) and self._is_for(card, held)}
        days = {day for holder in mine for day in self.held[holder].custody.days()} if card.span else ()
        return Use(frozenset(mine), frozenset(days))

    def _is_for(self, card: ContingentCard, held: Held) -> bool:
        known = self.catalogue
        house = known.authorities[held.home].house(local(held.custody.start).date())
        tie = relation(known, known.assets[held.asset], held.home, held.kind, held.custody) if card.relation else ""
        return card.is_for(house, tie, held.kind)

    def _claim(self, facts: Facts, ignoring: str | None) -> Claim | None:
        asset = facts.asset
        if asset.id not in self.loans:
            return None
        line = int(ignoring.removeprefix("line:")) if ignoring else None
        loans = [loan for number, loan in self.loans[asset.id] if number != line]
        return claim(asset.fair_use, asset.shares, loans, self._loan(facts), asset.units)

    def _loan(self, facts: Facts) -> Loan:
        return loan_of(self.catalogue, facts.asset, facts.borrower.home, facts.borrower.kind, facts.periods.custody, facts.units)


def in_joint_use(
    session: Session,
    catalogue: Catalogue,
    facts: Sequence[Facts],
    ignoring: Iterable[str | None],
    now: datetime,
    without: Collection[str] = (),
    *,
    together: bool = True,
) -> list[Facts]:
    """The facts of lines, each without what its own holder has, with what they meet of contingents and shares. Those that are asked
    `together` see the ones before them. At most three queries, and none where no asset has a contingent or counted days.
    """
    cards = list({each.asset.id: each.asset for each in facts}.values())
    leaves = {leaf for card in cards for leaf in card.leaves if catalogue.assets[leaf].contingents}
    shared = [card for card in cards if card.fair_use and card.shares]
    if not leaves and not shared:
        return [*facts]
    met = JointUse(catalogue, rows={leaf: [] for leaf in leaves})
    if leaves:
        _read_ledger(session, met, _stretch(catalogue, leaves, facts), now, without)
    if shared:
        days = [day for each in facts for day in (each.first_day, each.last_day)]
        met.loans = loans_of(session, catalogue, shared, date(min(days).year, 1, 1), date(max(days).year, 12, 31))
    found = []
    for number, (each, holder) in enumerate(zip(facts, ignoring, strict=True)):
        found.append(met.counted(each, holder))
        if together:
            met.take(each, f"ask:{number}")
    return found


def _stretch(catalogue: Catalogue, leaves: Collection[int], facts: Sequence[Facts]) -> Period:
    """All that the contingents of these leaves look at: the periods blocked, and the months or years in which they lie."""
    blocked = [each.periods.blocked for each in facts]
    first, last = local(min(period.start for period in blocked)).date(), max(period.last_day for period in blocked)
    cards = [card for leaf in leaves for card in catalogue.assets[leaf].contingents]
    spans = [span_of(card, day) for card in cards for day in (first, last)]
    return Period(start_of(min(start for start, _ in spans)), end_of(max(end for _, end in spans)))


def _read_ledger(session: Session, found: JointUse, span: Period, now: datetime, without: Collection[str]) -> None:
    row = Occupancy
    query = select(row.asset_id, row.starts_at, row.ends_at, row.units, row.holder, row.expires_at).where(
        row.asset_id.in_(found.rows), row.starts_at > span.start - LONGEST_PIECE, row.starts_at < span.end, row.ends_at > span.start
    )
    for asset, starts, ends, units, holder, expires in session.execute(query):
        if (expires is None or expires > now) and holder not in without:
            found.rows[asset].append((starts, ends, units, holder))
    lines = {int(holder.removeprefix("line:")) for each in found.rows.values() for *_, holder in each if holder.startswith("line:")}
    held = (
        select(Line.id, Line.asset_id, Borrower.authority_id, Borrower.kind, Line.custody_start, Line.custody_end)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.id.in_(lines))
    )
    for line, asset, home, kind, start, end in session.execute(held) if lines else ():
        found.held[f"line:{line}"] = Held(asset, home, kind, Period(start, end))


def loans_of(
    session: Session, catalogue: Catalogue, assets: Iterable[AssetCard], first: date, last: date
) -> dict[int, list[tuple[int, Loan]]]:
    """By asset the loans whose custody touches these days, each with its line: what was asked and not promised is not among them."""
    found: dict[int, list[tuple[int, Loan]]] = {asset.id: [] for asset in assets}
    start, end = start_of(first), start_of(last) + timedelta(days=1)  # a year ends on a day of 24 hours, and the last has no next
    query = (
        select(Line.id, Line.asset_id, Line.units, Line.custody_start, Line.custody_end, Borrower.authority_id, Borrower.kind)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.asset_id.in_(found), Line.state.in_(USED), Line.use_start < end + BEFORE_USE)
        .where(Line.custody_start < end, Line.custody_end > start)
        .order_by(Line.custody_start, Line.id)
    )
    for line, asset, units, since, until, home, kind in session.execute(query):
        loan = loan_of(catalogue, catalogue.assets[asset], home, kind, Period(since, until), units)
        found[asset].append((line, loan))
    return found


def loan_of(catalogue: Catalogue, asset: AssetCard, home: int, kind: str, custody: Period, units: int) -> Loan:
    """A loan by a borrower of a kind at home in an authority: on whose share it weighs, as its co-owners count."""
    day = local(custody.start).date()
    card = terms_on(asset.fair_use, day)
    return Loan(catalogue.authorities[home].house(day) if card and card.counts(kind) else None, custody, units)
