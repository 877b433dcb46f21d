"""Every warning that stands in the way of a publication has its sentence and its short name, in each language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from booking.rules.regulations import doubts
from booking.words import LANGUAGES, label
from booking.words.regulations import ABOUT, DOUBTS
from booking.words.tariffs.doubts import doubted
from tests.rules.tariffs.shorthand import regulation

TABLES = regulation({"kind": "day", "for": ["table"], "prices": {"all": {"price": 100}}}, title="Tafels", published_on="2026-02-01")
LATER = replace(TABLES, title="Later", valid_from=date(2027, 3, 1))
FOUND = {
    found.code: found
    for mine, other in ((TABLES, LATER), (LATER, replace(TABLES, valid_until=date(2026, 12, 31))))
    for found in doubts(mine, [other])
}


def test_each_of_them_can_be_found_and_said() -> None:
    assert set(FOUND) == set(DOUBTS) == set(ABOUT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_with_its_days_and_its_subject(language: str) -> None:
    said = {code: doubted(found, language) for code, found in FOUND.items()}
    assert "2027" in said["versions_gap"]
    assert "Later" in said["versions_overlap"]
    assert all("{" not in each for each in said.values())
    assert all(label("doubt_about", code, language) for code in FOUND)


def test_what_the_text_itself_leaves_open_is_said_by_the_words_of_the_tariffs() -> None:
    (found,) = doubts(regulation({"kind": "day_part", "parts": ["08:00", "24:00"], "prices": {"all": {"price": 100}}}), [])
    assert "08:00" in doubted(found)
