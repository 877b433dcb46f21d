"""What a borrower is asked for because the price counts with it, and what only shows afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import booking.demo
from booking.formats.regulation import loads
from booking.rules.tariffs import prepare
from booking.rules.tariffs.asked import asked_measures
from tests.rules.tariffs.shorthand import regulation

REGULATIONS = Path(booking.demo.__file__).parent / "regulations"


@pytest.mark.parametrize(
    ("name", "category", "asked"),
    [
        ("brecht", "mobile_stage", {"km": True, "trips": True}),
        ("brecht", "meeting_room", {}),
        ("wommelgem", "marquee", {"hours": True}),
        ("wijnegem", "parish_hall", {}),
        ("ranst", "toilet_trailer", {}),
    ],
)
def test_kilometres_and_hours_of_a_delivery_are_asked_and_cleaning_is_not(name: str, category: str, asked: dict[str, bool]) -> None:
    prepared = prepare(loads((REGULATIONS / f"{name}.yaml").read_text(encoding="utf-8")))
    assert asked_measures(prepared, category, "X-1") == asked


@pytest.mark.parametrize("article", [{"for": ["X-1", "meeting_room"]}, {"for": "meeting_room", "except": ["X-1"]}])
def test_an_asset_is_told_apart_from_its_category_by_the_articles_that_name_it(article: dict[str, Any]) -> None:
    prepared = prepare(regulation({"kind": "day", "prices": {"all": {"price": 1000}}, **article}))
    assert (prepared.names("X-1"), prepared.names("X-2")) == (True, False)
