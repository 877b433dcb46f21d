"""What a borrower is asked for because the price counts with it, and what only shows afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

import booking.demo
from booking.formats.regulation import loads
from booking.rules.tariffs import prepare
from booking.rules.tariffs.asked import asked_measures

REGULATIONS = Path(booking.demo.__file__).parent / "regulations"


@pytest.mark.parametrize(
    ("regulation", "category", "asked"),
    [
        ("brecht", "mobile_stage", {"km": True, "trips": True}),
        ("brecht", "meeting_room", {}),
        ("wommelgem", "marquee", {"hours": True}),
        ("wijnegem", "parish_hall", {}),
        ("ranst", "toilet_trailer", {}),
    ],
)
def test_kilometres_and_hours_of_a_delivery_are_asked_and_cleaning_is_not(regulation: str, category: str, asked: dict[str, bool]) -> None:
    prepared = prepare(loads((REGULATIONS / f"{regulation}.yaml").read_text(encoding="utf-8")))
    assert asked_measures(prepared, category, "X-1") == asked
