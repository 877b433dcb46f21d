"""What of a search is shown, and in which order: done with what was found, so that counts and the map know the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from booking.queries.search import Offer
from booking.rules.admission.readiness import WORST_LAST, Readiness

BEST, DISTANCE, PRICE, NAME = SORTS = ("best", "distance", "price", "name")


@dataclass(frozen=True, slots=True)
class Filters:
    """`authorities` are municipalities (none: all); `features` (of rules/features.py) what it must all have; `persons` what a hall must
    seat; `ready` leaves only what is confirmed at once.
    """

    authorities: Collection[int] = field(default=frozenset())
    features: Collection[str] = field(default=frozenset())
    persons: int | None = None
    ready: bool = False
    sort: str = BEST


@dataclass(frozen=True, slots=True)
class Group:
    """The offers of one category: what can be asked for, and the rest."""

    category: str
    open: list[Offer]
    rest: list[Offer]


def narrowed(offers: Iterable[Offer], filters: Filters, *, anywhere: bool = False) -> list[Offer]:
    """The offers that pass, in order; `anywhere` leaves the municipalities out of it."""
    passing = [offer for offer in offers if _passes(offer, filters) and (anywhere or _within(offer, filters))]
    return sorted(passing, key=_ORDERS.get(filters.sort, _best))


def grouped(offers: Iterable[Offer]) -> list[Group]:
    """The offers by category, each in the order they came; without dates everything counts as open."""
    found: dict[str, Group] = {}
    for offer in offers:
        group = found.setdefault(offer.asset.category, Group(offer.asset.category, [], []))
        (group.open if offer.is_open or offer.readiness is None else group.rest).append(offer)
    return list(found.values())


def ready_by_house(offers: Iterable[Offer]) -> dict[int, int]:
    """How many can be asked for in each municipality, by its id."""
    found: dict[int, int] = {}
    for offer in offers:
        found[offer.house] = found.get(offer.house, 0) + (offer.is_open or offer.readiness is None)
    return found


def _passes(offer: Offer, filters: Filters) -> bool:
    seats = filters.persons is None or not offer.asset.in_place or (offer.asset.capacity or 0) >= filters.persons
    has = all(offer.asset.features.get(feature) for feature in filters.features)
    return seats and has and (not filters.ready or offer.readiness in (None, Readiness.READY))


def _within(offer: Offer, filters: Filters) -> bool:
    """True for the house that manages the asset, and for those that hold a share in it."""
    shares = {share.subject for share in offer.asset.shares}
    return not filters.authorities or offer.house in filters.authorities or bool(shares & set(filters.authorities))


def _best(offer: Offer) -> tuple[Any, ...]:
    how = WORST_LAST.index(offer.readiness) if offer.readiness else 0
    return how, inf if offer.km is None else round(offer.km), _price(offer), *_name(offer)


def _price(offer: Offer) -> float:
    return inf if offer.quote is None else offer.quote.total


def _name(offer: Offer) -> tuple[str, str]:
    return offer.asset.name.casefold(), offer.asset.code


_ORDERS: dict[str, Callable[[Offer], tuple[Any, ...]]] = {
    BEST: _best,
    DISTANCE: lambda offer: (inf if offer.km is None else offer.km, *_name(offer)),
    PRICE: lambda offer: (_price(offer), *_name(offer)),
    NAME: _name,
}
