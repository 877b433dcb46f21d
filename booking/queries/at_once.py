"""How many units a borrower has at the same time by its other loans, where the owner lends no more than so many to one borrower at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.rules.admission import Facts
from booking.rules.availability import Row, peak
from booking.rules.catalogue import Catalogue, RuleCard
from booking.rules.lifecycle import HOLDING
from booking.rules.periods import Period
from models import Line, Reservation

Loan = tuple[int, Period, int, str]  # asset, custody, units, holder


class AtOnce:
    """The loans of one borrower that run while these lines would: those that stand, and each line of the request once it was counted."""

    def __init__(self, catalogue: Catalogue, loans: Sequence[Loan]) -> None:
        self._catalogue = catalogue
        self._loans = list(loans)

    def beside(self, facts: Facts, ignoring: str | None) -> int:
        """The most units at one instant of custody of what the owner's rule is about, the line itself left out."""
        found = facts.rules.get("most_units")
        if found is None or not self._loans:
            return 0
        rows: list[Row[datetime]] = [
            (custody.start, custody.end, units, holder)
            for asset, custody, units, holder in self._loans
            if self._counts(found[1], facts, asset)
        ]
        return peak(rows, facts.periods.custody, ignoring)

    def take(self, facts: Facts, holder: str) -> None:
        """Count a line for those after it in the same request."""
        self._loans.append((facts.asset.id, facts.periods.custody, facts.units, holder))

    def _counts(self, rule: RuleCard, facts: Facts, asset: int) -> bool:
        """A rule about a category adds up all that its owner lends of it; any other counts the asset alone."""
        if rule.category is None:
            return asset == facts.asset.id
        card = self._catalogue.assets[asset]
        return card.category_id == rule.category and self._catalogue.owner(card, facts.first_day).id == facts.owner.id


def at_once(
    session: Session, catalogue: Catalogue, facts: Sequence[Facts], ignoring: Collection[str | None], now: datetime
) -> AtOnce:
    """The running loans that may count for these lines of one borrower: one query, none where no rule asks for it."""
    asked = [each for each in facts if "most_units" in each.rules]
    if not asked:
        return AtOnce(catalogue, ())
    start, end = min(each.periods.custody.start for each in asked), max(each.periods.custody.end for each in asked)
    query = (
        select(Line.id, Line.asset_id, Line.custody_start, Line.custody_end, Line.units)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .where(Reservation.borrower_id == asked[0].borrower.id, Line.state.in_(HOLDING))
        .where(Line.custody_start < end, Line.custody_end > start)
        .where(or_(Line.holds_until.is_(None), Line.holds_until > now))
        .where(Line.id.not_in([int(holder.removeprefix("line:")) for holder in ignoring if holder]))
    )
    rows = session.execute(query)
    return AtOnce(catalogue, [(asset, Period(first, last), units, f"line:{key}") for key, asset, first, last, units in rows])
