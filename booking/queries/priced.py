"""What the price of a line rests on, whether the line is asked, stands, or is priced once more by the thousand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import AgreementCard, AssetCard, AuthorityCard
from booking.rules.custody import Periods
from booking.rules.kinds import Relation


class Way(Protocol):
    """How a line travels, and what is measured of it."""

    @property
    def handover(self) -> str: ...
    @property
    def measures(self) -> Mapping[str, Decimal]: ...


class Told(Protocol):
    """Of all that is known about a line (`Facts`) what a price looks at."""

    @property
    def borrower(self) -> BorrowerCard: ...
    @property
    def asset(self) -> AssetCard: ...
    @property
    def owner(self) -> AuthorityCard: ...
    @property
    def units(self) -> int: ...
    @property
    def periods(self) -> Periods: ...
    @property
    def relation(self) -> Relation: ...
    @property
    def house(self) -> int: ...
    @property
    def purpose(self) -> str: ...
    @property
    def territory(self) -> int | None: ...
    @property
    def agreement(self) -> tuple[AgreementCard, date] | None: ...
    @property
    def first_day(self) -> date: ...


@dataclass(slots=True)
class PricedLine:
    """A line with what its price rests on and nothing else: a year of them is made in no time."""

    borrower: BorrowerCard
    asset: AssetCard
    owner: AuthorityCard
    units: int
    periods: Periods
    relation: Relation
    house: int
    purpose: str
    territory: int | None
    agreement: tuple[AgreementCard, date] | None
    first_day: date
    handover: str
    measures: Mapping[str, Decimal]
