"""What is counted out and back, when it was entered, and what is missing or has to be mended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from booking.rules.handovers import (
    Asked,
    Gone,
    ItemKind,
    Noted,
    Tally,
    asked_of,
    broken,
    entered_at,
    gone,
    left_to_come,
    repair_note,
    still_out,
)  # fmt: skip

NOW = datetime(2027, 6, 14, 8, tzinfo=UTC)
CLEAN = Asked("check-1", ItemKind.CONDITION, "Proper")
CABLE = Asked("check-2", ItemKind.ACCESSORY, "Kabel", 2, 1_500)
TABLE = Asked("part-7", ItemKind.PART, "Tafel", 3, 8_000, asset=7)


@pytest.mark.parametrize(
    ("ago", "believed"),
    [
        (timedelta(minutes=40), True),
        (timedelta(hours=72), True),
        (timedelta(hours=73), False),
        (timedelta(seconds=-1), False),
        (None, False),
    ],
)
def test_a_telephone_is_believed_about_the_last_three_days_and_never_about_the_future(ago, believed) -> None:
    told = NOW - ago if ago is not None else None
    assert entered_at(told, NOW) == (told if believed else NOW)


@pytest.mark.parametrize(
    ("returns", "left"), [([], 40), ([Tally(10)], 30), ([Tally(10, 5), Tally(20)], 5), ([Tally(38, 2)], 0)]
)  # fmt: skip
def test_what_is_out_is_what_went_less_what_came_and_what_never_will(returns, left) -> None:
    assert still_out(40, returns) == left


def test_counting_comes_before_looking_and_is_for_all_units_that_go() -> None:
    assert [(each.text, each.expected) for each in asked_of([CLEAN, CABLE], [TABLE], 5)] == [("Tafel", 15), ("Kabel", 10), ("Proper", 0)]


def test_what_is_expected_back_is_what_went_out_less_what_came_before() -> None:
    left = left_to_come([CLEAN, CABLE, TABLE], {"check-2": 2, "part-7": 2}, {"part-7": 1})
    assert [each.expected for each in left] == [0, 2, 1]


@pytest.mark.parametrize(
    ("noted", "last", "missing"),
    [
        ([Noted(CABLE, 2), Noted(TABLE, 3), Noted(CLEAN)], True, []),
        ([Noted(CABLE, 1), Noted(TABLE, 0)], True, [Gone("Kabel", 1, 1_500), Gone("Tafel", 3, 8_000, 7)]),
        ([Noted(CABLE, 1), Noted(TABLE, 0)], False, []),
        ([Noted(CLEAN, fine=False)], True, []),
    ],
)
def test_only_what_is_counted_can_be_missing_and_only_once_all_is_back(noted, last, missing) -> None:
    assert gone(noted, last=last) == missing


@pytest.mark.parametrize(("tables", "missing", "short"), [(6, 1, 0), (5, 1, 1), (9, 0, 0), (4, 1, 2), (9, 1, 0), (0, 3, 0)])
def test_components_go_with_the_whole_that_is_missing_and_accessories_do_not(tables, missing, short) -> None:
    table, cable = asked_of([CABLE], [TABLE], 3)
    found = gone([Noted(table, tables), Noted(cable, 5)], last=True, missing=missing)
    assert found == [*([Gone("Tafel", short, 8_000, 7)] if short else []), Gone("Kabel", 1, 1_500)]


def test_what_is_broken_is_what_a_repair_is_about() -> None:
    noted = [Noted(CLEAN, fine=False, note="modder"), Noted(CABLE, 1, note="één kwijt"), Noted(TABLE, 3, fine=False)]
    assert broken(noted) == [noted[0], noted[2]]
    assert repair_note(noted, "nakijken") == "Proper: modder\nTafel\nnakijken"
