"""A stay across a change of tariff: priced by its days where an article counts days or hours, once where it counts pieces."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from booking.rules.tariffs import Era, Quote, Regulation, TariffError, prepare, quote, quote_across, versions
from booking.rules.tariffs.indexation import indexed
from booking.rules.tariffs.objects import Indexation
from tests.rules.tariffs.shorthand import line, regulation, usage

NEW_YEAR = date(2027, 1, 1)
ACROSS = "2026-12-30 09:00 - 2027-01-02 17:00"  # Wednesday to Saturday
NIGHT = "2026-12-31 20:00 - 2027-01-01 04:00"


def priced(kind: str, **prices: int) -> dict[str, Any]:
    return {"kind": kind, "prices": {"all": prices}}


def made(of: Any) -> Regulation:
    """A regulation of one article or several, or the one that is given."""
    return of if isinstance(of, Regulation) else regulation(*(of if isinstance(of, tuple) else (of,)))


def across(old: Any, new: Any, use: str = ACROSS, **others: Any) -> tuple[tuple[int, Quote], ...]:
    """What the tariff of 2026 and that of 2027 ask; each is one article, several, or a whole regulation."""
    eras = [Era(prepare(made(old)), date(2020, 1, 1), date(2026, 12, 31)), Era(prepare(made(new)), NEW_YEAR, None)]
    return quote_across(eras, usage(line(use, **others)))


def amounts(found: tuple[tuple[int, Quote], ...]) -> dict[int, list[int]]:
    return {number: [each.amount for each in asked.lines] for number, asked in found}


HALL = {"parts": ["00:00", "08:00", "12:30", "18:00", "24:00"]}
WEEK = "2026-12-28 09:00 - 2027-01-05 17:00"  # nine days, five of them after the change
ROWS: list[tuple[str, Any, Any, str, dict[int, list[int]]]] = [
    ("each day costs what it does on that day", priced("day", price=4000), priced("day", price=4100), ACROSS, {0: [8000], 1: [8200]}),
    ("the second day stays the second over the change", priced("day", price=1000, next=500), priced("day", price=1100, next=600), ACROSS,
     {0: [1000, 500], 1: [1200]}),
    ("a maximum counts what was asked before the change", priced("day", price=1000, maximum=2500), priced("day", price=1000, maximum=3500),
     ACROSS, {0: [2000], 1: [1500]}),
    ("hours are those of their day", priced("time", price=1000), priced("time", price=1200), NIGHT, {0: [4000], 1: [4800]}),
    ("a started block belongs to the day it starts on", {**priced("time", price=1000), "minutes": 180, "started": True},
     {**priced("time", price=1200), "minutes": 180, "started": True}, NIGHT, {0: [2000], 1: [1200]}),
    ("a flat price is the first day's", {"kind": "time", "flat_above": "5", "prices": {"all": {"price": 1000, "flat": 3000}}},
     {"kind": "time", "flat_above": "5", "prices": {"all": {"price": 1200, "flat": 3600}}}, NIGHT, {0: [3000], 1: []}),
    ("a part of the day is that of its day", {**priced("day_part", price=1000), **HALL}, {**priced("day_part", price=1200), **HALL}, NIGHT,
     {0: [1000], 1: [1200]}),
    ("a base period is the first tariff's, further ones that of their first day",
     {"kind": "period", "days": 3, "prices": {"all": {"price": 1000, "extra": 100}}},
     {"kind": "period", "days": 3, "prices": {"all": {"price": 2000, "extra": 200}}}, WEEK, {0: [1100], 1: [1000]}),
    ("a weekend that begins after the change is the new tariff's", priced("cheapest", price=6000, weekend=11000),
     priced("cheapest", price=7000, weekend=12000), WEEK, {0: [24000], 1: [26000]}),
    ("the days that a week of the old tariff covers are not asked again", priced("cheapest", price=6000, week=25000),
     priced("cheapest", price=7000, week=30000), WEEK, {0: [37000], 1: []}),
    ("pieces are asked once", priced("piece", price=200), priced("piece", price=300), ACROSS, {0: [200], 1: []}),
    ("a loan by the piece asks no days of the new tariff", priced("piece", price=200), priced("day", price=300), ACROSS, {0: [200], 1: []}),
    ("nor does a deposit", (priced("day", price=100), priced("deposit", price=5000)),
     (priced("day", price=200), priced("deposit", price=9000)), ACROSS, {0: [200], 1: [400]}),
    ("the hours of a day have that day's maximum",
     {**priced("time", price=1000, maximum=3000), "maximum_days": 1}, {**priced("time", price=1200, maximum=3600), "maximum_days": 1},
     NIGHT, {0: [3000], 1: [3600]}),
    ("a flat price of the hall is none of its technician",
     ({"kind": "time", "flat_above": "5", "prices": {"all": {"price": 1000, "flat": 3000}}}, {**priced("time", price=100), "extra": True}),
     ({"kind": "time", "flat_above": "5", "prices": {"all": {"price": 1200, "flat": 3600}}}, {**priced("time", price=200), "extra": True}),
     NIGHT, {0: [3000, 400], 1: [800]}),
    ("each article has a maximum of its own",
     (priced("time", price=1000, maximum=6000), {**priced("time", price=500, maximum=3000), "extra": True}),
     (priced("time", price=1000, maximum=6000), {**priced("time", price=500, maximum=3000), "extra": True}), NIGHT,
     {0: [4000, 2000], 1: [2000, 1000]}),
    ("hours of staff go on where the hire itself was by the piece",
     (priced("piece", price=200), {**priced("time", price=100), "extra": True}),
     (priced("piece", price=300), {**priced("time", price=200), "extra": True}), NIGHT, {0: [200, 400], 1: [800]}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "use", "asked"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_stay_across_a_change(old: Any, new: Any, use: str, asked: dict[int, list[int]]) -> None:
    assert amounts(across(old, new, use)) == asked


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_tariff_that_does_not_change_costs_what_it_always_does(row: tuple[str, Any, Any, str, dict[int, list[int]]]) -> None:
    articles = row[1] if isinstance(row[1], tuple) else (row[1],)
    whole = quote(regulation(*articles), usage(line(row[3])))
    found = across(row[1], row[1], row[3])
    assert sum(each.net for _, each in found) == whole.net
    assert sum(each.deposit for _, each in found) == whole.deposit


def test_a_deposit_that_is_a_part_of_the_price_is_one_of_the_whole_stay() -> None:
    half = {"kind": "deposit_price", "articles": ["1"], "percent": "50"}
    found = across((priced("day", price=4000), half), (priced("day", price=4100), half))
    assert [asked.deposit for _, asked in found] == [(8000 + 8200) // 2, 0]


def test_a_regulation_may_price_the_whole_stay_by_its_first_day() -> None:
    old = regulation(priced("day", price=4000), across_change="first_day")
    assert amounts(across(old, priced("day", price=4100))) == {0: [16000]}


def test_who_books_by_the_day_of_booking_keeps_that_tariff() -> None:
    old = regulation(priced("day", price=4000), prices_by="booking")
    eras = [Era(prepare(old), date(2020, 1, 1), date(2026, 12, 31))]
    asked = usage(line("2027-03-09 09:00 - 2027-03-10 17:00"))
    assert quote_across(eras, asked) == ()
    booked = type(asked)(asked.borrower, date(2026, 12, 1), asked.lines)
    assert amounts(quote_across(eras, booked)) == {0: [8000]}


@pytest.mark.parametrize(
    ("last", "new", "codes"),
    [
        (date(2026, 12, 30), priced("day", price=4100), ["no_price"]),
        (date(2026, 12, 31), priced("piece", price=100), ["no_price"]),
        (date(2026, 12, 31), priced("day", price=4100), []),
    ],
    ids=["a day without a tariff", "a new tariff without a price by the day", "nothing between"],
)
def test_days_that_nothing_prices_are_for_the_desk(last: date, new: dict[str, Any], codes: list[str]) -> None:
    eras = [Era(prepare(regulation(priced("day", price=4000))), date(2020, 1, 1), last), Era(prepare(regulation(new)), NEW_YEAR, None)]
    found = quote_across(eras, usage(line(ACROSS)))
    assert [notice.code for _, each in found for notice in each.warnings] == codes


def test_a_group_that_the_new_regulation_lacks_is_told() -> None:
    eras = [
        Era(prepare(regulation(priced("day", price=4000))), date(2020, 1, 1), date(2026, 12, 31)),
        Era(prepare(regulation(priced("day", price=4000), groups=[{"code": "named", "title": "x"}])), NEW_YEAR, None),
    ]
    assert [notice.code for _, each in quote_across(eras, usage(line(ACROSS))) for notice in each.warnings] == ["no_price"]


FIGURES = [{"from": "2026-01-01", "index": "136.49"}, {"from": "2027-01-01", "index": "139.62"}]


def test_an_indexed_regulation_is_a_succession_of_versions() -> None:
    indexing = [{"base": "136.49", "to": 10, "figures": FIGURES}]
    indexed_one = regulation(priced("day", price=4000), priced("deposit", price=5000), indexation=indexing, valid_until="2028-06-30")
    told_apart = versions(indexed_one)
    assert [(each.first, each.last) for each in told_apart] == [(date(2026, 1, 1), date(2026, 12, 31)), (NEW_YEAR, date(2028, 6, 30))]
    told = [[article.terms["prices"] for article in each.regulation.articles] for each in told_apart]
    assert told == [[{"all": {"price": 4000}}, {"all": {"price": 5000}}], [{"all": {"price": 4100}}, {"all": {"price": 5000}}]]


@pytest.mark.parametrize(
    ("cents", "base", "figure", "to", "rounding", "expected"),
    [
        (4000, "136.49", "139.62", 10, "up", 4100),
        (4090, "136.49", "136.49", 10, "up", 4090),
        (2221, "1", "2.1223", 100, "up", 4800),
        (2078, "1", "2.1223", 100, "up", 4500),
        (2584, "1", "2.1223", 100, "up", 5500),
        (2766, "1", "2.1223", 100, "up", 5900),
        (3400, "1", "2.1223", 100, "up", 7300),
        (1020, "100", "100", 50, "nearest", 1000),
        (1025, "100", "100", 50, "nearest", 1050),
        (735, "100", "102.5", 1, "nearest", 753),
        (0, "100", "102.5", 50, "up", 0),
    ],
)
def test_a_rate_follows_its_index(cents: int, base: str, figure: str, to: int, rounding: str, expected: int) -> None:
    assert indexed(cents, Indexation(Decimal(base), (), to, rounding), Decimal(figure)) == expected


def test_a_minimum_is_asked_once_of_an_indexed_regulation() -> None:
    indexing = [{"base": "100", "figures": [{"from": "2027-01-01", "index": "110"}]}]
    indexed_one = regulation(priced("day", price=100), priced("minimum", price=1000), indexation=indexing)
    first = line("2026-12-30 09:00 - 2026-12-30 17:00", number=1)
    second = line("2027-02-01 09:00 - 2027-02-01 17:00", number=2)
    assert [each.amount for each in quote(indexed_one, usage(first, second)).lines] == [100, 110, 790]
    with pytest.raises(TariffError, match="base_zero"):
        prepare(regulation(priced("day", price=1), indexation=[{"base": "0", "figures": FIGURES}]))
