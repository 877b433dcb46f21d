"""What holds until a day, and what is said first."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.register import Cause, Kind, Matter, Stopped, Who, covered_until, lapses, sorted_matters

TODAY = date(2027, 3, 1)


def day(text: str) -> date:
    return date.fromisoformat(f"2027-{text}")


@pytest.mark.parametrize(
    ("spells", "until"),
    [
        ([], None),
        ([("01-01", None)], date.max),
        ([("01-01", "06-30")], day("06-30")),
        ([("01-01", "03-01")], TODAY),
        ([("01-01", "02-28")], None),
        ([("03-02", "12-31")], None),
        ([("01-01", "06-30"), ("07-01", "12-31")], day("12-31")),
        ([("07-01", "12-31"), ("01-01", "06-30")], day("12-31")),
        ([("01-01", "06-30"), ("07-02", "12-31")], day("06-30")),
        ([("01-01", "06-30"), ("05-01", None)], date.max),
        ([("01-01", "02-01"), ("02-15", "04-01")], day("04-01")),
        ([("01-01", None), ("02-01", "04-01")], date.max),
    ],
    ids=[
        "nothing", "without end", "one that ends", "its last day is today", "over since yesterday", "begins tomorrow",
        "renewed from the day after", "in any order", "a day between them", "renewed before it ends", "a gap that is past",
        "one within another",
    ],
)  # fmt: skip
def test_what_follows_one_another_covers_until_its_last_day(spells: list[tuple[str, str | None]], until: date | None) -> None:
    assert covered_until([(day(first), day(last) if last else None) for first, last in spells], TODAY) == until


@pytest.mark.parametrize(
    ("until", "days", "expected"),
    [(None, 30, True), (day("03-31"), 30, True), (day("04-01"), 30, False), (date.max, 365, False), (day("02-01"), 30, True)],
    ids=["not covered today", "the last day that counts", "a day later", "without end", "already over"],
)
def test_something_lapses_within_a_horizon_with_its_last_day(until: date | None, days: int, *, expected: bool) -> None:
    assert lapses(until, TODAY, days) is expected


def test_what_stops_a_loan_soonest_comes_first_then_what_ends_first() -> None:
    def matter(name: str, last: date | None, *firsts: str) -> Matter:
        stops = tuple(Stopped(day(each), "SD-2027-000001", 1, "podium") for each in firsts)
        return Matter(Kind.POLICY, Cause.LAPSES, name, Who.OWNER, "Ranst", last, 1, stops)

    found = [matter("later", day("05-01")), matter("stops in May", day("12-01"), "05-02"), matter("today", None)]
    found.append(matter("April", None, "04-02"))
    assert [each.name for each in sorted_matters(found)] == ["April", "stops in May", "today", "later"]
