"""What an asset or hall has, as a closed list: what one searches by and what is shown in the same order everywhere."""

from __future__ import annotations

from typing import NamedTuple

YES = "yes"


class Feature(NamedTuple):
    """`unit` is how its value is counted, `yes` for what is there or not; `of` says where it makes sense: hall, thing or both."""

    code: str
    unit: str
    of: str = "both"


FEATURES = (
    Feature("seats", "persons", "hall"),
    Feature("standing", "persons"),
    Feature("surface", "m2"),
    Feature("length", "m"),
    Feature("width", "m"),
    Feature("height", "m"),
    Feature("reach", "m", "thing"),
    Feature("power", "kva", "thing"),
    Feature("load", "kg", "thing"),
    Feature("accessible", YES),
    Feature("heated", YES),
    Feature("kitchen", YES, "hall"),
    Feature("toilets", "pieces"),
    Feature("projector", YES, "hall"),
    Feature("sound", YES, "hall"),
    Feature("wifi", YES, "hall"),
    Feature("stage", YES, "hall"),
    Feature("parking", "pieces", "hall"),
    Feature("braked", YES, "thing"),
)
BY_CODE = {feature.code: feature for feature in FEATURES}
CODES = tuple(BY_CODE)
