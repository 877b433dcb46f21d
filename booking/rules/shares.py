"""Fair use of what is owned together: each co-owner has days from its share, and a balance that is counted again from the loans each time.

A day of custody is a Brussels date that it touches, whatever the clock does that night, and weighs one, or more in a weekend and more still
in a summer weekend. Sums are exact: weights are hundredths and shares ten-thousandths. Of bulk stock each unit counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from booking.rules.periods import Period, local, start_of

if TYPE_CHECKING:
    from booking.rules.catalogue.spells import Spell

WHOLE = 10_000
YEARS = 3  # of a loan that are looked at
SATURDAY = 5
ONE = Decimal(1)


class Counted(StrEnum):
    """Whose use weighs on the share of a municipality: that of its services alone, or of everybody there."""

    SERVICES = "services"
    TOWN = "town"


class OverShare(StrEnum):
    """What becomes of a request over a share, as long as what others have left is kept for them."""

    NOTICE = "notice"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class FairUseCard:
    """How days count between two dates (see models/shares.FairUse); the weights in exact days, the months of summer included."""

    id: int
    first: date
    last: date | None = None
    weekend: Decimal = Decimal("1.5")
    summer: Decimal = Decimal(2)
    months: tuple[int, int] = (7, 8)
    counted: str = Counted.TOWN
    beyond: str = OverShare.NOTICE
    release_weeks: int = 8

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)

    def weight(self, day: date) -> Decimal:
        """What a day counts for."""
        if day.weekday() < SATURDAY:
            return ONE
        return self.summer if self.months[0] <= day.month <= self.months[1] else self.weekend

    def counts(self, borrower_kind: str) -> bool:
        """True when what such a borrower uses weighs on the share of its municipality."""
        return self.counted == Counted.TOWN or borrower_kind == "authority"

    def released_at(self, day: date) -> datetime:
        """The moment from which anybody may ask a day without regard to shares."""
        return start_of(day - timedelta(weeks=self.release_weeks))


@dataclass(frozen=True, slots=True)
class Loan:
    """What a municipality had, or is promised: so many units over a custody period. `house` is None for whose use weighs on no share."""

    house: int | None
    custody: Period
    units: int = 1


@dataclass(frozen=True, slots=True)
class Balance:
    """Weighted days of a co-owner in a year: what its shares give, and what it had."""

    entitled: Decimal
    used: Decimal

    @property
    def left(self) -> Decimal:
        """What is still to be had; below zero it is overdrawn."""
        return self.entitled - self.used

    @property
    def percent(self) -> Decimal:
        """How much of it is used, to a tenth of a percent; of nothing, everything is."""
        return (100 * self.used / self.entitled).quantize(Decimal("0.1")) if self.entitled else Decimal(100 if self.used else 0)


def terms_on(terms: Iterable[FairUseCard], day: date) -> FairUseCard | None:
    """How days count on a day; None while nobody agreed that they do."""
    return next((card for card in terms if card.holds_on(day)), None)


def weighted(terms: Sequence[FairUseCard], days: Iterable[date]) -> Decimal:
    """What these days count for together."""
    return sum((card.weight(day) for day in days if (card := terms_on(terms, day))), Decimal(0))


@lru_cache(maxsize=512)
def entitled(terms: tuple[FairUseCard, ...], shares: tuple[Spell, ...], year: int, units: int = 1) -> dict[int, Decimal]:
    """The weighted days of a year that each co-owner's share gives, day by day as the shares are. Shared: never change what is in it."""
    found: dict[int, Decimal] = {}
    first = date(year, 1, 1)
    for number in range((date(year + 1, 1, 1) - first).days):
        day = first + timedelta(days=number)
        card = terms_on(terms, day)
        for share in shares if card else ():
            if card and share.holds_on(day):
                found[share.subject] = found.get(share.subject, Decimal(0)) + card.weight(day) * share.weight * units / WHOLE
    return found


def used(terms: Sequence[FairUseCard], loans: Iterable[Loan], year: int) -> dict[int | None, Decimal]:
    """The weighted days of a year that each municipality had; under None what weighs on no share."""
    found: dict[int | None, Decimal] = {}
    for loan in loans:
        days = weighted(terms, (day for day in loan.custody.days() if day.year == year))
        found[loan.house] = found.get(loan.house, Decimal(0)) + days * loan.units
    return found


def balances(
    terms: tuple[FairUseCard, ...], shares: tuple[Spell, ...], loans: Iterable[Loan], year: int, units: int = 1
) -> dict[int, Balance]:
    """The balance of every municipality that holds a share on any day of the year, the largest right first."""
    had = used(terms, loans, year)
    rights = sorted(entitled(terms, shares, year, units).items(), key=lambda right: (-right[1], right[0]))
    return {house: Balance(days, had.get(house, Decimal(0))) for house, days in rights}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a request means for the shares, in the first of its years in which that matters.

    `mine` is the balance of who asks before the request (None for who holds no share), `asked` what it would add, `others_left` what the
    co-owners together have not used, `until` the moment from which that is there for anybody.
    """

    year: int
    mine: Balance | None
    asked: Decimal
    others_left: Decimal
    until: datetime
    beyond: str
    share: int = 0

    @property
    def exceeds(self) -> bool:
        """True when who asks would have more than its share gives."""
        return self.mine is not None and self.mine.left < self.asked


def claim(
    terms: tuple[FairUseCard, ...], shares: tuple[Spell, ...], loans: Sequence[Loan], mine: Loan, capacity: int = 1
) -> Claim | None:
    """What a loan to be means for the shares; None where nobody counts days. Of the first YEARS of its years the first that it would
    overdraw: who only looks cannot have centuries of days counted.
    """
    first, last = local(mine.custody.start).date(), mine.custody.last_day
    card = terms_on(terms, first)
    if card is None or not shares:
        return None
    years = range(first.year, min(last.year, first.year + YEARS - 1) + 1)
    found = [_claim_in(terms, shares, loans, mine, capacity, year, card) for year in years]
    return next((each for each in found if each.exceeds), found[0])


def _days_in(year: int, custody: Period) -> list[date]:
    first, last = max(local(custody.start).date(), date(year, 1, 1)), min(custody.last_day, date(year, 12, 31))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _claim_in(
    terms: tuple[FairUseCard, ...],
    shares: tuple[Spell, ...],
    loans: Sequence[Loan],
    mine: Loan,
    capacity: int,
    year: int,
    card: FairUseCard,
) -> Claim:
    held = balances(terms, shares, loans, year, capacity)
    days = _days_in(year, mine.custody)
    others = sum((max(Decimal(0), balance.left) for house, balance in held.items() if house != mine.house), Decimal(0))
    own = held.get(mine.house) if mine.house is not None else None
    points = next((share.weight for share in shares if share.subject == mine.house and share.holds_on(days[0])), 0)
    return Claim(year, own, weighted(terms, days) * mine.units, others, card.released_at(days[0]), card.beyond, points)
