"""Assets as JSON at hand: rendered once per version of the catalogue, then only joined."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from booking.rules.catalogue import AssetCard, Catalogue, DepotCard, Spell
from booking.rules.refusals import Refused
from booking.web.api.telling import authority, dumps


@dataclass(frozen=True, slots=True)
class Shelved:
    """An asset with its members in JSON, `"id":…,"mass_kg":null`, without the braces, and the words by which it is found."""

    asset: AssetCard
    owner: int
    members: str
    words: str


@dataclass(slots=True)
class _Shelves:
    """All assets of one catalogue, by stretch of days in which no relation of any asset changes."""

    catalogue: Catalogue
    changes: list[date]
    by_stretch: dict[int, list[Shelved]] = field(default_factory=dict)


_kept: list[_Shelves] = []  # the latest only: processes serve one database


def shelf(known: Catalogue, day: date) -> list[Shelved]:
    """The assets in service on a day, by code, with the owner and place of that day."""
    shelves = next((each for each in _kept if each.catalogue is known), None)
    if shelves is None:
        shelves = _Shelves(known, _changes(known))
        _kept[:] = [shelves]
    stretch = bisect_right(shelves.changes, day)
    found = shelves.by_stretch.get(stretch)
    if found is None:
        found = shelves.by_stretch[stretch] = [_shelved(known, asset, day) for asset in _in_service(known, day)]
    return found


def matching(known: Catalogue, shelved: Iterable[Shelved], given: Mapping[str, Any]) -> list[Shelved]:
    """Those of a category, of an authority, with all the words asked for. Raises Refused for a category or authority that is unknown."""
    category, owner = given.get("category"), given.get("authority")
    if category is not None:
        if category not in {asset.category for asset in known.assets.values()}:
            raise Refused("choice_unknown", field="category", value=category)
        shelved = [each for each in shelved if each.asset.category == category]
    if owner is not None:
        if owner not in known.authorities:
            raise Refused("choice_unknown", field="authority", value=owner)
        shelved = [each for each in shelved if each.owner == owner]
    for word in given.get("q", "").casefold().split():
        shelved = [each for each in shelved if word in each.words]
    return list(shelved)


def _changes(known: Catalogue) -> list[date]:
    """The days on which something about some asset begins to be different."""
    days = set()
    for asset in known.assets.values():
        days.add(asset.in_service_from)
        if asset.in_service_until:
            days.add(asset.in_service_until + timedelta(days=1))
        for spell in (*asset.managers, *asset.keepers):
            days |= set(_edges(spell))
    return sorted(days)


def _edges(spell: Spell) -> Iterator[date]:
    yield spell.first
    if spell.last and spell.last < date.max:
        yield spell.last + timedelta(days=1)


def _in_service(known: Catalogue, day: date) -> list[AssetCard]:
    assets = (a for a in known.assets.values() if a.in_service_from <= day and (a.in_service_until is None or day <= a.in_service_until))
    return sorted(assets, key=lambda asset: asset.code)


def _shelved(known: Catalogue, asset: AssetCard, day: date) -> Shelved:
    owner, depot = known.owner(asset, day), known.depot(asset, day)
    members = {
        "id": asset.id, "code": asset.code, "name": asset.name, "category": asset.category, "authority": authority(owner),
        "depot": _depot(depot), "units": asset.units, "in_place": asset.in_place, "capacity": asset.capacity, "mass_kg": asset.mass_kg,
    }  # fmt: skip
    words = " ".join((asset.name, asset.code, asset.category, owner.name, depot.name)).casefold()
    return Shelved(asset, owner.id, dumps(members)[1:-1], words)


def _depot(depot: DepotCard) -> dict[str, Any]:
    return {"id": depot.id, "name": depot.name, "address": depot.address, "lat": depot.lat, "lon": depot.lon}
