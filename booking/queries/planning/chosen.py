"""Which assets stand on the board, and in which order: per municipality, one's own first, per category, a hall before its sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.permissions import Actor
from booking.rules.planning import Scale


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `day` is the first date shown; `categories` are the names that the reader reads, by code.

    `whose` is "" for all, "mine" for assets on which the reader's borrowers have something, "house" for those of the reader's authorities.
    `shows` is "" or one of SHOWN: only assets with something like that on the board.
    """

    scale: Scale
    day: date
    authority: int | None = None
    category: str | None = None
    text: str = ""
    whose: str = ""
    shows: str = ""
    halls: bool = False
    page: int = 1
    categories: Mapping[str, str] = field(default_factory=dict)

    @property
    def asks_the_ledger(self) -> bool:
        """True when what an asset holds decides whether it is shown."""
        return self.whose == "mine" or bool(self.shows)


class Chosen(NamedTuple):
    """An asset with who decides on it on the board's first date, the municipality it is shown under, and 1 for a section of a hall."""

    asset: AssetCard
    owner: AuthorityCard
    house: AuthorityCard
    depth: int


def chosen(known: Catalogue, actor: Actor, wanted: Wanted) -> list[Chosen]:
    """The assets in service that answer to what can be asked without the ledger, in the order of the board: the reader's own first."""
    houses = {known.authorities[authority].house(wanted.day) for authority in actor.authorities()}
    wholes = [card for card in known.assets.values() if card.in_place and len(card.leaves) > 1]
    words = wanted.text.casefold().split()
    found = []
    for asset in known.assets.values():
        if not _fits(asset, wanted):
            continue
        owner = known.owner(asset, wanted.day)
        house = known.authorities[owner.house(wanted.day)]
        if wanted.authority not in (None, owner.id, house.id) or (wanted.whose == "house" and house.id not in houses):
            continue
        category = wanted.categories.get(asset.category, asset.category).casefold()
        if not words or _is_about(f"{asset.name} {asset.code} {owner.name} {house.name} {category}", words):
            top = _whole_of(asset, wholes)
            place = (house.id not in houses, house.name.casefold(), category)
            within = (top.name.casefold(), -len(asset.leaves), asset.name.casefold(), asset.id)
            found.append(((*place, *within), Chosen(asset, owner, house, int(top is not asset))))
    return [each for _, each in sorted(found, key=itemgetter(0))]


def _fits(asset: AssetCard, wanted: Wanted) -> bool:
    in_service = asset.in_service_until is None or wanted.day <= asset.in_service_until
    return in_service and wanted.category in (None, asset.category) and (asset.in_place or not wanted.halls)


def _is_about(text: str, words: Iterable[str]) -> bool:
    told = text.casefold()
    return all(word in told for word in words)


def _whole_of(asset: AssetCard, wholes: Iterable[AssetCard]) -> AssetCard:
    """The largest hall that a section is part of; itself when it is no section."""
    around = [whole for whole in wholes if asset.in_place and asset.leaves.keys() < whole.leaves.keys()]
    return max(around, key=lambda whole: len(whole.leaves), default=asset)
