"""The assets of the joint catalogue with what is dated about them: who manages, keeps and co-owns them, and their parts."""

from __future__ import annotations

from collections.abc import Iterator

from booking.demo.categories import CATEGORY_OF
from booking.demo.equipment import EQUIPMENT, JOINT, KITS, MOVED, RETIRES, SHARES
from booking.demo.frame import ALWAYS, BEFORE, SINCE, Region
from booking.demo.halls import HALLS, SPORTS_HALLS, THIRDS
from models import Asset, Keeping, Management, Part, Share


def write_assets(region: Region) -> None:
    """All assets, their parts, shares, managers and keepers."""
    homes = dict(_homes())
    region.keep(region.assets, {asset.code: asset for asset in (*_equipment(region), *_halls(region), *_sports_halls(region))})
    region.write(
        Part(whole_id=region.assets[whole], part_id=region.assets[part], units=units) for whole, part, units in (*KITS, *_thirds())
    )
    region.write(_managements(region, homes))
    region.write(_keepings(region, homes))
    region.write(_shares(region))


def _category(region: Region, code: str) -> int:
    return region.categories[CATEGORY_OF[code.split("-")[1]]]


def _equipment(region: Region) -> Iterator[Asset]:
    for code, name, units, euros, mass_kg in EQUIPMENT:
        yield Asset(
            code=code,
            name=name,
            category_id=_category(region, code),
            units=units,
            mass_kg=mass_kg,
            replacement_value_cents=euros * 100,
            in_service_from=region.began,
            in_service_until=region.day(RETIRES[code]) if code in RETIRES else None,
        )


def _halls(region: Region) -> Iterator[Asset]:
    for code, name, _, capacity in HALLS:
        yield Asset(code=code, name=name, category_id=_category(region, code), capacity=capacity, in_service_from=region.began)


def _sports_halls(region: Region) -> Iterator[Asset]:
    for code, name, _, _, capacity in SPORTS_HALLS:
        for suffix, addition, thirds, _ in THIRDS:
            yield Asset(
                code=code + suffix,
                name=name + addition,
                category_id=_category(region, code),
                capacity=capacity * thirds // 3,
                in_service_from=region.began,
            )


def _thirds() -> Iterator[tuple[str, str, int]]:
    for code, *_ in SPORTS_HALLS:
        for suffix, _, _, leaves in THIRDS:
            for leaf in leaves:
                yield code + suffix, f"{code}-{leaf}", 1


def _homes() -> Iterator[tuple[str, tuple[str, str]]]:
    """For each asset who manages it and where it stands."""
    for code, *_ in EQUIPMENT:
        owner = code.split("-")[0]
        yield code, JOINT.get(code) or (owner, f"{owner}-TD")
    for code, _, building, _ in HALLS:
        yield code, (code[:3], building)
    for code, _, building, manager, _ in SPORTS_HALLS:
        for suffix, *_ in THIRDS:
            yield code + suffix, (manager, building)


def _managements(region: Region, homes: dict[str, tuple[str, str]]) -> Iterator[Management]:
    former = {code: manager for code, manager, _ in MOVED if manager}
    for code, (manager, _) in homes.items():
        for subject, era in _eras(former.get(code), manager):
            first, last = region.era(era)
            yield Management(asset_id=region.assets[code], authority_id=region.authorities[subject], valid_from=first, valid_until=last)


def _keepings(region: Region, homes: dict[str, tuple[str, str]]) -> Iterator[Keeping]:
    former = {code: depot for code, _, depot in MOVED}
    for code, (_, depot) in homes.items():
        for subject, era in _eras(former.get(code), depot):
            first, last = region.era(era)
            yield Keeping(asset_id=region.assets[code], depot_id=region.depots[subject], valid_from=first, valid_until=last)


def _eras(former: str | None, present: str) -> tuple[tuple[str, str], ...]:
    return ((former, BEFORE), (present, SINCE)) if former else ((present, ALWAYS),)


def _shares(region: Region) -> Iterator[Share]:
    for code, owner, basis_points, era in SHARES:
        first, last = region.era(era)
        yield Share(
            asset_id=region.assets[code],
            authority_id=region.authorities[owner],
            basis_points=basis_points,
            valid_from=first,
            valid_until=last,
        )
