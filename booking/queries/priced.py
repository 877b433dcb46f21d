"""What the price of a line rests on, whether the line is asked, stands, or is priced once more by the thousand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import AgreementCard, AssetCard, AuthorityCard, Catalogue, ExemptionCard, TermCard, relation, term_for
from booking.rules.custody import Periods
from booking.rules.kinds import BorrowerKind, Relation
from booking.rules.periods import local
from booking.rules.preference import Circumstances


class Way(Protocol):
    """How a line travels, and what is measured of it."""

    @property
    def handover(self) -> str: ...
    @property
    def measures(self) -> Mapping[str, Decimal]: ...


class Told(Circumstances, Protocol):
    """Of all that is known about a line (`Facts`) what a price looks at."""

    @property
    def units(self) -> int: ...
    @property
    def house(self) -> int: ...
    @property
    def purpose(self) -> str: ...
    @property
    def territory(self) -> int | None: ...


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
    first_day: date
    handover: str
    measures: Mapping[str, Decimal]
    term: tuple[AgreementCard, TermCard] | None = None
    given: ExemptionCard | None = None
    returned: ExemptionCard | None = None
    quota_free: int = 0
    quota_held: int | None = None


def told_of(known: Catalogue, who: BorrowerCard, asset: AssetCard, periods: Periods, booked: date, **more: Any) -> PricedLine:
    """A line of a borrower who asks it on the day `booked`: what it is to the owner, and which preferred tariff could count.

    `more` are units, purpose, territory, handover, measures and what is known of a free quota. It is what `gather` tells of a line.
    """
    day = local(periods.custody.start).date()
    home, owner = known.authorities[who.home], known.owner(asset, day)
    tie, house = relation(known, asset, who.home, who.kind, periods.custody), home.house(day)
    term = term_for(known, asset, house, who.kind, day) if tie == Relation.PARTNER else None
    in_turn = who.kind == BorrowerKind.AUTHORITY or term is not None  # nobody else gains by the register (rules/preference.py)
    return PricedLine(
        borrower=who,
        asset=asset,
        owner=owner,
        periods=periods,
        relation=tie,
        house=house,
        first_day=day,
        term=term,
        given=known.exemption(owner, home, asset.category_id, booked) if in_turn else None,
        returned=known.exemption(home, owner, asset.category_id, booked) if in_turn else None,
        **more,
    )
