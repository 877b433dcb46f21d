"""Opening hours are read as people write them, and written as they are read."""

from __future__ import annotations

import pytest

from booking.rules.hours import read_hours, written_hours
from booking.rules.periods import InvalidTime


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        pytest.param("", (), id="nothing: shut"),
        pytest.param("7:30–12:00, 12:30–16:00", ((450, 720), (750, 960)), id="as the form shows it"),
        pytest.param("7.30-12 en 12u30-16u", ((450, 720), (750, 960)), id="as a Fleming writes it"),
        pytest.param("13:00 - 17:00; 8 - 12", ((480, 720), (780, 1020)), id="the afternoon first"),
        pytest.param("8h à 12h et 13h à 17h", ((480, 720), (780, 1020)), id="in French"),
        pytest.param("9 to 12 and 13 to 24:00", ((540, 720), (780, 1440)), id="until midnight"),
        pytest.param("8-12/12-16", ((480, 720), (720, 960)), id="one after the other"),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, slots: tuple[tuple[int, int], ...]) -> None:
    assert read_hours(text) == slots
    assert read_hours(written_hours(slots)) == slots


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("de hele dag", "hours_unreadable", id="words"),
        pytest.param("8:00", "hours_unreadable", id="only an opening"),
        pytest.param("12-8", "hours_invalid", id="closing before opening"),
        pytest.param("8-25", "hours_invalid", id="past midnight"),
        pytest.param("8:75-12", "hours_invalid", id="75 minutes"),
        pytest.param("8-12, 11-14", "hours_overlap", id="over one another"),
    ],
)
def test_what_no_place_can_keep_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidTime) as refused:
        read_hours(text)
    assert refused.value.code == code
