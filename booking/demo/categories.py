"""The categories of the joint catalogue, and the letters that stand for each in an asset's code."""

from __future__ import annotations

from dataclasses import asdict

from booking.demo.frame import Region
from booking.rules.categories import STANDARD
from models import Category

CATEGORY_OF = {
    "WC": "toilet_trailer", "POD": "mobile_stage", "ELE": "stage_deck", "HW": "aerial_platform", "NAD": "crowd_barrier", "TENT": "marquee",
    "TAF": "table", "STO": "chair", "GEN": "generator", "GEL": "sound_set", "AAN": "trailer", "BEA": "beamer", "KIT": "party_kit",
    "SPO": "sports_hall", "ZAAL": "meeting_room", "REF": "refectory", "PAR": "parish_hall",
}  # fmt: skip


def write_categories(region: Region) -> None:
    """All that the product knows, as they are to begin with."""
    region.keep(region.categories, {each.code: Category(**asdict(each)) for each in STANDARD})
