"""Each kind of article against sums done by hand."""

from __future__ import annotations

from typing import Any

import pytest

from booking.rules.tariffs import TariffError, quote
from tests.rules.tariffs.shorthand import line, priced, regulation, usage

DAY = "2027-03-09 08:00 - 2027-03-09 17:00"
ROOMS = {"kind": "day_part", "parts": ["08:00", "12:30", "18:00", "24:00"], "prices": {"all": {"price": 1000}}}
NIGHT = [{"from": "22:00", "until": "06:00", "percent": "125"}]
WC = {"kind": "cheapest", "prices": {"all": {"price": 6000, "weekend": 11000, "week": 25000}}}
LIFT = {"kind": "day", "prices": {"all": {"price": 15000, "next": 10000, "maximum": 60000}}}


def hourly(cents: int = 1250, **terms: Any) -> dict[str, Any]:
    return {"kind": "time", "prices": {"all": {"price": cents}}, **terms}


def flat(kind: str, cents: int, **terms: Any) -> dict[str, Any]:
    return {"kind": kind, "prices": {"all": {"price": cents}}, **terms}


TOTALS = [
    ("a piece costs the same for a week as for a day", flat("piece", 25), line(f"{DAY[:19]}2027-03-16 17:00", units=60), 1500),
    ("the first pieces may be free", flat("piece", 25, free=10), line(DAY, units=60), 1250),
    ("nothing is left after more free pieces than were asked", flat("piece", 25, free=99), line(DAY, units=60), 0),
    (
        "a price per square metre takes the measure",
        flat("piece", 200, per=["square_metres"]),
        line(DAY, measures={"square_metres": 24}),
        4800,
    ),
    ("a forfait is one price whatever the units", flat("forfait", 7500), line(DAY, units=3), 7500),
    ("a measure is multiplied exactly", flat("measure", 150, measure="km"), line(DAY, measures={"km": "18.5"}), 2775),
    (
        "started kilometres beyond the free ones, per trip",
        flat("measure", 120, measure="km", free="10", started=True, per=["trips"]),
        line(DAY, measures={"km": "14.6", "trips": 2}),
        1200,
    ),
    ("kilometres within the free ones cost nothing", flat("measure", 120, measure="km", free="10"), line(DAY, measures={"km": 10}), 0),
    ("an hour is pro rata where nothing says started", hourly(3500), line("2027-03-09 08:00 - 2027-03-09 10:30"), 8750),
    ("a third of an hour is not rounded before it is multiplied", hourly(150), line("2027-03-09 08:00 - 2027-03-09 08:20"), 50),
    ("a started hour counts fully", hourly(started=True), line("2027-03-09 08:00 - 2027-03-09 10:01"), 3750),
    ("an end on the hour starts none", hourly(started=True), line("2027-03-09 08:00 - 2027-03-09 10:00"), 2500),
    ("started half hours for two men", hourly(2000, minutes=30, started=True), line("2027-03-12 13:00 - 2027-03-12 15:40", units=2), 24000),
    (
        "the first hour is full, then quarters",
        hourly(750, minutes=15, started=True, at_least=4),
        line("2027-03-09 08:00 - 2027-03-09 08:10"),
        3000,
    ),
    (
        "five hours are not more than five",
        {"kind": "time", "flat_above": "5", "prices": {"all": {"price": 2400, "flat": 9600}}},
        line("2027-03-09 08:00 - 2027-03-09 13:00"),
        12000,
    ),
    (
        "six hours cost the day tariff, though it is less",
        {"kind": "time", "flat_above": "5", "prices": {"all": {"price": 2400, "flat": 9600}}},
        line("2027-03-09 08:00 - 2027-03-09 14:00"),
        9600,
    ),
    ("night hours run past midnight", hourly(1000, windows=NIGHT), line("2027-03-09 21:00 - 2027-03-10 07:00"), 2000 + 8 * 1250),
    ("the night in which the clock falls back is an hour longer", hourly(1000), line("2027-10-30 20:00 - 2027-10-31 04:00"), 9000),
    ("the night in which it jumps is an hour shorter", hourly(1000, windows=NIGHT), line("2027-03-27 22:00 - 2027-03-28 06:00"), 8750),
    (
        "off-peak hours have their own price",
        {
            "kind": "time",
            "windows": [{"days": ["mo", "tu", "th", "fr"], "from": "08:00", "until": "16:30", "price": "off_peak"}],
            "prices": {"all": {"price": 1600, "off_peak": 600}},
        },
        line("2027-03-09 15:30 - 2027-03-09 18:00"),
        3000,
    ),
    ("a part of the day that is started counts fully", ROOMS, line("2027-02-13 14:00 - 2027-02-13 18:20"), 2000),
    ("an end on the boundary starts no part", ROOMS, line("2027-02-13 14:00 - 2027-02-13 18:00"), 1000),
    ("a whole day is three parts", ROOMS, line("2027-02-13 08:00 - 2027-02-14 00:00"), 3000),
    ("two rooms are twice the parts", ROOMS, line("2027-02-13 14:00 - 2027-02-13 18:20", units=2), 4000),
    (
        "day parts at the weekend may cost more",
        {**ROOMS, "windows": [{"days": ["sa", "su"], "percent": "150"}]},
        line("2027-02-13 08:00 - 2027-02-13 12:00"),
        1500,
    ),
    ("every calendar day touched counts", flat("day", 5000), line("2027-03-13 22:00 - 2027-03-14 02:00"), 10000),
    ("a day may be 24 elapsed hours", flat("day", 5000, count="elapsed"), line("2027-03-13 22:00 - 2027-03-14 02:00"), 5000),
    ("first and following days", LIFT, line("2027-03-09 08:00 - 2027-03-12 17:00"), 45000),
    ("a week is capped", LIFT, line("2027-03-09 08:00 - 2027-03-15 17:00"), 60000),
    ("the eighth day is a following day in a new week", LIFT, line("2027-03-09 08:00 - 2027-03-16 17:00"), 70000),
    (
        "a base period is not pro rata",
        {"kind": "period", "days": 3, "per": ["metres"], "prices": {"all": {"price": 75, "extra": 25}}},
        line("2027-05-03 09:00 - 2027-05-04 17:00", measures={"metres": 120}),
        9000,
    ),
    (
        "days beyond the base period are extra",
        {"kind": "period", "days": 3, "per": ["metres"], "prices": {"all": {"price": 75, "extra": 25}}},
        line("2027-05-03 09:00 - 2027-05-07 17:00", measures={"metres": 120}),
        15000,
    ),
    ("a started week is due again", flat("period", 2000, days=7), line("2027-03-01 08:00 - 2027-03-08 09:00"), 4000),
    ("seven days are one week", flat("period", 2000, days=7), line("2027-03-01 08:00 - 2027-03-07 22:00"), 2000),
    ("a weekday is a day", WC, line("2027-06-17 08:00 - 2027-06-17 20:00"), 6000),
    ("Friday to Monday 09:00 is a weekend", WC, line("2027-06-18 12:00 - 2027-06-21 09:00"), 11000),
    ("Monday noon is a day beyond the weekend", WC, line("2027-06-18 12:00 - 2027-06-21 12:00"), 17000),
    ("Thursday to Monday is a day and a weekend", WC, line("2027-06-17 12:00 - 2027-06-21 09:00"), 17000),
    ("a week is cheaper than its days", WC, line("2027-06-17 08:00 - 2027-06-23 20:00"), 25000),
    ("ten days are a week and a weekend", WC, line("2027-06-14 08:00 - 2027-06-27 20:00"), 50000),
    ("one Saturday is a day, not a weekend", WC, line("2027-06-19 08:00 - 2027-06-19 20:00"), 6000),
]


@pytest.mark.parametrize(("article", "asked", "total"), [row[1:] for row in TOTALS], ids=[row[0] for row in TOTALS])
def test_a_kind_computes(article: dict[str, Any], asked: Any, total: int) -> None:
    quote = priced(article, asked)
    assert (quote.total, quote.warnings) == (total, ())


DEPOSITS = [
    ("per piece", flat("deposit", 150), line(units=4), 600),
    ("per metre", flat("deposit", 500, per=["metres"]), line(measures={"metres": 120}), 60000),
    ("fixed per line", flat("deposit", 25000, per=[]), line(units=4), 25000),
    ("first and further pieces", {"kind": "deposit", "prices": {"all": {"price": 2000, "next": 500}}}, line(units=4), 3500),
    ("a percentage of the value", {"kind": "deposit_value", "percent": "10"}, line(units=2, value_cents=12345), 2469),
    (
        "a percentage of the value, at least",
        {"kind": "deposit_value", "percent": "10", "prices": {"all": {"minimum": 5000}}},
        line(value_cents=12345),
        5000,
    ),
    (
        "a percentage of the value, at most",
        {"kind": "deposit_value", "percent": "10", "prices": {"all": {"maximum": 1000}}},
        line(value_cents=12345),
        1000,
    ),
]


@pytest.mark.parametrize(("article", "asked", "deposit"), [row[1:] for row in DEPOSITS], ids=[row[0] for row in DEPOSITS])
def test_a_deposit_is_apart_from_the_total(article: dict[str, Any], asked: Any, deposit: int) -> None:
    quote = priced(article, asked)
    assert (quote.deposit, quote.total) == (deposit, 0)


def test_time_outside_every_part_of_the_day_is_told() -> None:
    quote = priced(ROOMS, line("2027-02-13 20:00 - 2027-02-14 01:30"))
    assert quote.total == 1000
    assert [(notice.code, notice.line, notice.details) for notice in quote.warnings] == [("outside_day_parts", 1, {"minutes": 90})]


def test_a_measure_that_is_not_given_is_told_unless_it_is_optional() -> None:
    article = flat("measure", 150, measure="km")
    assert [notice.code for notice in priced(article, line()).warnings] == ["measure_missing"]
    assert quote(regulation(flat("piece", 25), {**article, "optional": True}), usage(line())).warnings == ()


@pytest.mark.parametrize("impossible", [{"units": 0}, {"measures": {"km": -1}}, {"measures": {"km": "NaN"}}, {"value_cents": -1}])
def test_a_quantity_that_cannot_be_is_refused(impossible: dict[str, Any]) -> None:
    with pytest.raises(TariffError, match="quantity_impossible"):
        line(**impossible)


def test_each_article_names_the_period_that_it_prices() -> None:
    asked = line("2027-03-13 10:00 - 2027-03-13 18:00")
    longer = line("2027-03-12 10:00 - 2027-03-15 09:00").use
    asked = line("2027-03-13 10:00 - 2027-03-13 18:00", custody=longer, blocked=longer)
    assert priced(flat("day", 1000), asked).total == 1000
    assert priced(flat("day", 1000, period="custody"), asked).total == 4000
