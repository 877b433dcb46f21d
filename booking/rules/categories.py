"""The kinds of assets that the product knows: each has its words, its drawing, and the time around a loan that it begins with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandardCategory:
    """A category before anybody changed it; buffers in hours and in open days of the depot."""

    code: str
    name: str
    in_place: bool = False
    hours_before: int = 0
    hours_after: int = 0
    open_days_before: int = 0
    open_days_after: int = 0


STANDARD = (
    StandardCategory("toilet_trailer", "WC-wagen", open_days_after=1),  # empty and clean before the next
    StandardCategory("mobile_stage", "Podiumwagen", open_days_before=1),  # load and check the day before
    StandardCategory("stage_deck", "Podiumelement"),
    StandardCategory("aerial_platform", "Hoogtewerker", hours_after=4),  # charge and check
    StandardCategory("crowd_barrier", "Nadarhek"),
    StandardCategory("marquee", "Tent", open_days_after=1),  # dry
    StandardCategory("table", "Tafel"),
    StandardCategory("chair", "Stoel"),
    StandardCategory("generator", "Stroomgroep", hours_after=2),
    StandardCategory("sound_set", "Geluidsinstallatie", hours_after=2),
    StandardCategory("trailer", "Aanhangwagen"),
    StandardCategory("beamer", "Beamer"),
    StandardCategory("party_kit", "Feestpakket"),
    StandardCategory("sports_hall", "Sporthal", in_place=True),
    StandardCategory("meeting_room", "Vergaderlokaal", in_place=True, hours_after=1),
    StandardCategory("refectory", "Refter", in_place=True, hours_after=2),
    StandardCategory("parish_hall", "Parochiezaal", in_place=True, hours_after=2),
)
