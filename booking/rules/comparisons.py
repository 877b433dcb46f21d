"""A basket of categories and the kinds of borrower for whom it is priced, at whichever owner has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from booking.rules.catalogue import AssetCard
from booking.rules.kinds import BorrowerKind, Handover, Purpose, RecognitionCategory, Relation
from booking.rules.periods import Period
from booking.rules.tariffs import Applicant


@dataclass(frozen=True, slots=True)
class Guise:
    """A borrower as every owner would see one of its kind: the same tie everywhere, and no agreement's own terms.

    With a `home` (the id of an authority) it is one from there instead: its ties, agreements and recognition are what they really are.
    """

    kind: BorrowerKind
    relation: Relation = Relation.OWN
    recognised: RecognitionCategory | None = None
    home: int | None = None

    @property
    def applicant(self) -> Applicant:
        """What every tariff is asked about, while there is no home."""
        return Applicant(self.kind, self.relation, frozenset({self.recognised}) if self.recognised else frozenset())


_K, _R = BorrowerKind, Relation

GUISES: Mapping[str, Guise] = {
    "association_recognised": Guise(_K.ASSOCIATION, recognised=RecognitionCategory.CULTURE),
    "association_youth": Guise(_K.ASSOCIATION, recognised=RecognitionCategory.YOUTH),
    "association": Guise(_K.ASSOCIATION),
    "association_elsewhere": Guise(_K.ASSOCIATION, _R.OTHER),
    "school": Guise(_K.SCHOOL),
    "resident": Guise(_K.RESIDENT),
    "resident_elsewhere": Guise(_K.RESIDENT, _R.OTHER),
    "company": Guise(_K.COMPANY),
    "authority_own": Guise(_K.AUTHORITY),
    "authority_partner": Guise(_K.AUTHORITY, _R.PARTNER),
    "authority_elsewhere": Guise(_K.AUTHORITY, _R.OTHER),
}
"""The columns that can be compared, by the code of their words."""

MOST_GUISES = 4
MOST_ITEMS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """So many units of a category."""

    category: str
    units: int = 1


@dataclass(frozen=True, slots=True)
class Basket:
    """What is wanted, when and for what; `measures` are what tariffs count with (km, hours)."""

    items: tuple[Item, ...]
    use: Period
    purpose: str = Purpose.EVENT
    handover: str = Handover.PICKUP
    measures: Mapping[str, Decimal] = field(default_factory=dict)


def allotted(assets: Iterable[AssetCard], units: int) -> tuple[list[tuple[AssetCard, int]], int]:
    """Which assets make up so many units, and how many units are there at all: the first by code that has enough, else the first few.

    Nothing when all together have too few.
    """
    ranked = sorted(assets, key=lambda asset: asset.code)
    there = sum(asset.units for asset in ranked)
    whole = next((asset for asset in ranked if asset.units >= units), None)
    if whole is not None:
        return [(whole, units)], there
    found, left = [], units
    for asset in ranked if there >= units else ():
        if left:
            found.append((asset, min(left, asset.units)))
            left -= found[-1][1]
    return found, there
