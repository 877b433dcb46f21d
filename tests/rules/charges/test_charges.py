"""What real facts add to a price, to the cent: the cases P06, P09 and P12 as their councils wrote them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from booking.formats.regulation import loads
from booking.rules.charges import Difference, Report, as_it_was, difference, rungs
from booking.rules.charges.extras import price_of
from booking.rules.charges.kept_usage import usage_from_json, usage_to_json
from booking.rules.periods import moment_on
from booking.rules.tariffs import Prepared, Usage, prepare, quote
from booking.rules.tariffs.asked import asked_measures, offered_extras, told_afterwards
from tests.rules.tariffs.shorthand import line, regulation, usage

FILES = Path(__file__).parents[2] / "regulations"
LATE = timedelta(days=2)


def case(name: str) -> tuple[Prepared, Usage]:
    """The regulation and the usage of a worked example."""
    found = loads((FILES / f"{name[:3].lower()}.yaml").read_text(encoding="utf-8"))
    return prepare(found), next(example.usage for example in found.examples if example.name == name)


def agreed(name: str) -> tuple[Prepared, Usage]:
    """The same, with nothing measured yet but what a borrower tells beforehand."""
    prepared, known = case(name)
    before = {"km", "trips"}
    lines = (replace(each, measures={key: amount for key, amount in each.measures.items() if key in before}) for each in known.lines)
    return prepared, replace(known, lines=tuple(lines))


def added(prepared: Prepared, known: Usage, reports: dict[int, Report]) -> Difference:
    lines = tuple(as_it_was(prepared, each, reports.get(each.number)) for each in known.lines)
    return difference([quote(prepared, known)], [quote(prepared, replace(known, lines=lines))])


@pytest.mark.parametrize(("name", "cents"), [("P09a", 2000), ("P09b", 3000), ("P09c", 1750), ("P09d", 12000)])
def test_lateness_costs_what_the_council_said(name: str, cents: int) -> None:
    prepared, known = agreed(name)
    found = added(prepared, known, {each.number: Report(late=LATE) for each in known.lines})
    assert (found.net, found.vat, found.total) == (cents, 0, cents)
    assert sum(post.amount for post in found.posts) == cents


@pytest.mark.parametrize(("name", "cents"), [("P12a", 3500), ("P12b", 3500), ("P12c", 2980)])
def test_cleaning_counts_on_top_of_what_a_minimum_already_asked(name: str, cents: int) -> None:
    prepared, known = agreed(name)
    assert added(prepared, known, {1: Report(measures={"not_cleaned": Decimal(1)})}).total == cents


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2027, 6, 11), 0),
        (date(2027, 6, 12), 18755),
        (date(2027, 6, 13), 18755), (date(2027, 6, 14), 37510), (date(2027, 6, 15), 37510),
    ],
)
def test_a_cancellation_leaves_due_what_the_ladder_says(day: date, amount: int) -> None:
    prepared, known = case("P06a")
    assert difference([], [quote(prepared, replace(known, cancelled_on=day))]).total == amount


def test_the_ladder_is_told_in_its_steps() -> None:
    prepared, known = case("P06a")
    steps = rungs(lambda day: quote(prepared, replace(known, cancelled_on=day)).net, date(2027, 3, 1), date(2027, 6, 16))
    assert [(each.first, each.last, each.amount) for each in steps] == [
        (date(2027, 3, 1), date(2027, 6, 11), 0),
        (date(2027, 6, 12), date(2027, 6, 13), 15500),
        (date(2027, 6, 14), date(2027, 6, 16), 31000),
    ]


def test_where_no_article_speaks_of_lateness_the_longer_use_is_priced() -> None:
    by_block = prepare(regulation({"kind": "time", "minutes": 240, "started": True, "prices": {"all": {"price": 4000}}}))
    known = usage(line("2027-03-09 14:00 - 2027-03-09 18:00"))
    assert added(by_block, known, {1: Report(late=timedelta(minutes=15))}).total == 0
    assert added(by_block, known, {1: Report(late=timedelta(minutes=16))}).total == 4000


def test_a_share_of_deposits_says_nothing_of_a_hall_that_has_none() -> None:
    hall = {"kind": "time", "minutes": 240, "started": True, "for": ["hall"], "prices": {"all": {"price": 4000}}}
    deposit = {"kind": "deposit", "for": ["table"], "prices": {"all": {"price": 5000}}}
    share = {"kind": "deposit_share", "measure": "days_late", "percent": "10"}
    known = usage(line("2027-03-09 14:00 - 2027-03-09 18:00", category="hall"))
    assert added(prepare(regulation(hall, deposit, share)), known, {1: Report(late=timedelta(hours=1))}).total == 4000


def test_less_than_agreed_is_a_credit_with_both_posts() -> None:
    metered = prepare(regulation({"kind": "measure", "measure": "hours", "prices": {"all": {"price": 3500}}}))
    found = added(metered, usage(line(measures={"hours": 10})), {1: Report(measures={"hours": Decimal(8)})})
    assert (found.total, [post.amount for post in found.posts]) == (-7000, [28000, -35000])


def test_reports_add_up_and_the_last_word_counts() -> None:
    first = Report(timedelta(hours=1), 2, {"km": Decimal(3), "hours": Decimal(1)})
    assert first.joined(Report(LATE, 1, {"km": Decimal(4)})) == Report(LATE, 3, {"km": Decimal(4), "hours": Decimal(1)})


@pytest.mark.parametrize("name", ["P06a", "P09c", "P12a"])
def test_a_kept_usage_is_the_usage(name: str) -> None:
    _, known = case(name)
    known = replace(known, borrower=replace(known.borrower, recognised=frozenset({"youth", "culture"})))
    assert usage_from_json(usage_to_json(known, {each.number: each.number for each in known.lines}), known.holidays) == known


OFFERED = (
    {"kind": "piece", "prices": {"all": {"price": 250}}},
    {"kind": "forfait", "extra": True, "when": {"chosen": "water"}, "prices": {"all": {"price": 1500}}},
    {"kind": "measure", "measure": "hours", "extra": True, "when": {"chosen": "hours"}, "prices": {"all": {"price": 3500}}},
    {"kind": "measure", "measure": "not_cleaned", "extra": True, "optional": True, "prices": {"all": {"price": 3500}}},
)


def test_a_service_counts_only_when_it_is_chosen_and_is_offered_with_its_price() -> None:
    prepared = prepare(regulation(*OFFERED))
    plain, taken = usage(line(units=4)), usage(line(units=4, measures={"water": 1, "hours": 2}))
    assert quote(prepared, plain).total == 1000
    assert quote(prepared, taken).total == 1000 + 1500 + 7000
    assert [(each.name, each.counted) for each in offered_extras(prepared, "table", "A1")] == [("water", False), ("hours", True)]
    assert asked_measures(prepared, "table", "A1") == {}
    assert [price_of(prepared, each, 1, "hours").total for each in (plain, taken)] == [3500, 7000]


def test_a_return_tells_what_shows_afterwards_and_how_much_was_taken() -> None:
    prepared = prepare(regulation(*OFFERED))
    assert set(told_afterwards(prepared, "table", "A1", {})) == {"not_cleaned"}
    assert set(told_afterwards(prepared, "table", "A1", {"water", "hours"})) == {"not_cleaned", "hours"}


def test_days_late_are_calendar_days_also_across_the_night_of_the_clock() -> None:
    prepared, known = agreed("P09a")
    line_ = replace(known.lines[0], custody=replace(known.lines[0].custody, end=moment_on(date(2027, 10, 30), 12 * 60)))
    late = moment_on(date(2027, 11, 1), 8 * 60) - moment_on(date(2027, 10, 30), 12 * 60)
    assert as_it_was(prepared, line_, Report(late=late)).measures["days_late"] == 2
