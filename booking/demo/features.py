"""What the assets and halls of the demo have: sizes that stand in their names, and what such a thing or hall plausibly has (invented)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from booking.demo.equipment import EQUIPMENT
from booking.demo.frame import Region
from booking.demo.halls import HALLS, SPORTS_HALLS, THIRDS
from models import AssetFeature

# By the letters in an asset's code.
OF_KIND: Mapping[str, Mapping[str, float]] = {
    "WC": {"toilets": 4, "length": 4.2, "width": 2.1, "height": 2.7, "braked": 1},
    "POD": {"height": 1.2, "braked": 1, "accessible": 1},
    "HW": {"width": 1.7, "braked": 1},
    "TENT": {"height": 3.2},
    "GEN": {"length": 2.3, "width": 1.1, "height": 1.4},
    "AAN": {"length": 3.1, "width": 1.5, "braked": 1},
    "NAD": {"length": 2.5, "height": 1.1},
    "TAF": {"length": 1.8, "width": 0.75, "height": 0.74},
    "ZAAL": {"wifi": 1, "projector": 1, "heated": 1, "accessible": 1, "toilets": 2},
    "REF": {"kitchen": 1, "heated": 1, "accessible": 1, "toilets": 4, "parking": 30},
    "PAR": {"kitchen": 1, "stage": 1, "sound": 1, "heated": 1, "toilets": 6, "parking": 40},
    "SPO": {"heated": 1, "accessible": 1, "toilets": 6, "parking": 80, "height": 7},
}

# In the name of an asset: 8 × 6 m, 20 kVA, 12 m, 2.000 kg.
SIZE = re.compile(r"(\d+) × (\d+) m")
IN_NAME = {"power": re.compile(r"(\d+) kVA"), "reach": re.compile(r"Hoogtewerker .*?(\d+) m"), "load": re.compile(r"([\d.]+) kg")}
PER_PERSON = 1.4  # square metres in a hall
THIRD = 440  # square metres of a third of a sports hall


def write_features(region: Region) -> None:
    """The features of every asset."""
    region.write(
        AssetFeature(asset_id=region.assets[asset], feature=feature, value=value)
        for asset, features in _features()
        for feature, value in features.items()
    )


def _features() -> Iterator[tuple[str, dict[str, float]]]:
    for code, name, *_ in EQUIPMENT:
        yield code, {**_of_kind(code), **_named(name)}
    for code, _name, _building, persons in HALLS:
        yield code, {**_of_kind(code), "seats": persons, "standing": persons * 1.25 // 1, "surface": persons * PER_PERSON // 1}
    for code, _name, _building, _manager, persons in SPORTS_HALLS:
        for suffix, _text, thirds, _leaves in THIRDS:
            yield code + suffix, {**_of_kind(code), "standing": persons * thirds // 3, "surface": THIRD * thirds}


def _of_kind(code: str) -> dict[str, float]:
    return dict(OF_KIND.get(code.split("-")[1], {}))


def _named(name: str) -> dict[str, float]:
    found: dict[str, float] = {}
    if size := SIZE.search(name):
        long, wide = int(size[1]), int(size[2])
        found |= {"length": long, "width": wide, "surface": long * wide}
    return found | {feature: float(hit[1].replace(".", "")) for feature, sign in IN_NAME.items() if (hit := sign.search(name))}
