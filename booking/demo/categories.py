"""The categories of the joint catalogue, with the time that their assets need before and after a loan."""

from __future__ import annotations

from typing import NamedTuple

from booking.demo.frame import Region
from models import Category


class Kind(NamedTuple):
    """A category and the letters that stand for it in an asset's code; buffers in hours and in open days of the depot."""

    letters: str
    code: str
    name: str
    in_place: bool = False
    hours_after: int = 0
    days_before: int = 0
    days_after: int = 0


KINDS = (
    Kind("WC", "toilet_trailer", "WC-wagen", days_after=1),  # empty and clean before the next
    Kind("POD", "mobile_stage", "Podiumwagen", days_before=1),  # load and check the day before
    Kind("ELE", "stage_deck", "Podiumelement"),
    Kind("HW", "aerial_platform", "Hoogtewerker", hours_after=4),  # charge and check
    Kind("NAD", "crowd_barrier", "Nadarhek"),
    Kind("TENT", "marquee", "Tent", days_after=1),  # dry
    Kind("TAF", "table", "Tafel"),
    Kind("STO", "chair", "Stoel"),
    Kind("GEN", "generator", "Stroomgroep", hours_after=2),
    Kind("GEL", "sound_set", "Geluidsinstallatie", hours_after=2),
    Kind("AAN", "trailer", "Aanhangwagen"),
    Kind("BEA", "beamer", "Beamer"),
    Kind("KIT", "party_kit", "Feestpakket"),
    Kind("SPO", "sports_hall", "Sporthal", in_place=True),
    Kind("ZAAL", "meeting_room", "Vergaderlokaal", in_place=True, hours_after=1),
    Kind("REF", "refectory", "Refter", in_place=True, hours_after=2),
    Kind("PAR", "parish_hall", "Parochiezaal", in_place=True, hours_after=2),
)
CATEGORY_OF = {kind.letters: kind.code for kind in KINDS}


def write_categories(region: Region) -> None:
    """All categories."""
    region.keep(region.categories, {kind.code: _category(kind) for kind in KINDS})


def _category(kind: Kind) -> Category:
    return Category(
        code=kind.code,
        name=kind.name,
        in_place=kind.in_place,
        hours_after=kind.hours_after,
        open_days_before=kind.days_before,
        open_days_after=kind.days_after,
    )
