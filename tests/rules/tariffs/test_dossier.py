"""What looks at a whole dossier: minimum, maximum, many uses, capped deposits, VAT, conditions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from booking.rules.tariffs import Applicant, Preferred, Quote, quote
from tests.rules.tariffs.shorthand import line, regulation, usage

PIECE = {"kind": "piece", "prices": {"all": {"price": 735}}}
TAXED = {**PIECE, "vat": {"all": "21"}}


def correction(kind: str, cents: int, **terms: Any) -> dict[str, Any]:
    return {"kind": kind, "prices": {"all": {"price": cents}}, **terms}


def of(*articles: dict[str, Any], lines: int = 1, **header: Any) -> Quote:
    return quote(regulation(*articles, **header), usage(*(line(number=number) for number in range(1, lines + 1))))


TOTALS = [
    ("a minimum tops up", (PIECE, correction("minimum", 1000)), 1, 1000),
    ("a minimum that is reached adds nothing", (PIECE, correction("minimum", 1000)), 2, 1470),
    (
        "a minimum of other articles is not for these",
        (PIECE, {**PIECE, "for": ["beamer"]}, correction("minimum", 1000, articles=["2"])),
        1,
        735,
    ),
    ("a maximum takes off", (PIECE, correction("maximum", 1000)), 2, 1000),
    ("a fixed amount per dossier", (PIECE, correction("per_dossier", 3000)), 2, 4470),
    ("a minimum after a maximum sees what the maximum left", (PIECE, correction("maximum", 500), correction("minimum", 600)), 2, 600),
    (
        "many uses in one application",
        (PIECE, {"kind": "volume", "brackets": [{"from": 3, "percent": "75"}, {"from": 1, "until": 2, "percent": "100"}]}),
        4,
        2205,
    ),
]


@pytest.mark.parametrize(("articles", "lines", "total"), [row[1:] for row in TOTALS], ids=[row[0] for row in TOTALS])
def test_a_dossier_costs(articles: tuple[dict[str, Any], ...], lines: int, total: int) -> None:
    found = of(*articles, lines=lines)
    assert (found.total, sum(each.amount for each in found.lines)) == (total, total)


def test_a_number_of_uses_that_no_bracket_holds_is_a_gap() -> None:
    brackets = [{"from": 2, "until": 3, "percent": "75"}, {"from": 5, "percent": "50"}]
    found = of(PIECE, {"kind": "volume", "brackets": brackets}, lines=4)
    assert [(notice.code, notice.details) for notice in found.warnings] == [("bracket_gap", {"at": 4})]
    assert found.total == 4 * 735


@pytest.mark.parametrize(("kind", "cents", "total"), [("minimum", 2000, 1000), ("maximum", 400, 200), ("per_dossier", 3000, 1868)])
def test_a_percentage_of_a_result_is_one_of_its_minimum_and_maximum_too(kind: str, cents: int, total: int) -> None:
    groups = [
        {"code": "half", "title": "Half", "who": [{"anyone": True}], "percent": "50", "of": "whole"},
        {"code": "whole", "title": "Heel"},
    ]
    articles = ({"kind": "piece", "prices": {"whole": {"price": 735}}}, {"kind": kind, "prices": {"whole": {"price": cents}}})
    assert quote(regulation(*articles, groups=groups), usage(line())).total == total


def test_a_projector_is_no_use_of_the_hall_it_goes_with() -> None:
    hall, beamer = {**PIECE, "for": ["hall"]}, {**PIECE, "for": ["beamer"]}
    many = {"kind": "volume", "articles": ["1"], "brackets": [{"from": 3, "percent": "50"}, {"from": 1, "until": 2, "percent": "100"}]}
    evenings = [f"2027-03-{day:02d} 19:00 - 2027-03-{day:02d} 22:00" for day in (1, 2, 3)]
    lines = [line(use, number=number, category="hall", asset="H") for number, use in enumerate(evenings[:2], 1)]
    lines += [line(use, number=number, category="beamer", asset="B") for number, use in enumerate(evenings, 3)]
    assert quote(regulation(hall, beamer, many), usage(*lines)).total == 5 * 735
    third = line(evenings[2], number=9, category="hall", asset="H")
    assert quote(regulation(hall, beamer, many), usage(*lines, third)).total == 6 * 735 - 1102
    assert quote(regulation(hall, beamer, many), usage(*lines[2:])).warnings == ()


def test_an_agreement_takes_nothing_off_the_most_that_is_asked_for_lateness() -> None:
    partner = Applicant("authority", "partner", preferred=Preferred(percent=Decimal(50), source="art. 4"))
    late = correction("measure", 2000, measure="days_late", extra=True, full_price=True, optional=True)
    asked = regulation(PIECE, late, correction("maximum", 3000, articles=["2"]), correction("maximum", 700, articles=["1"]))
    assert quote(asked, usage(line(units=2, measures={"days_late": 2}), borrower=partner)).total == 350 + 3000


def test_deposits_together_stay_below_their_maximum() -> None:
    found = of(PIECE, correction("deposit", 10000), correction("deposit_maximum", 25000), lines=3)
    assert (found.deposit, found.total) == (25000, 3 * 735)
    assert [each.amount for each in found.deposits] == [10000, 10000, 10000, -5000]


def test_a_discount_never_touches_the_deposit() -> None:
    groups = [
        {"code": "half", "title": "Half", "who": [{"anyone": True}], "percent": "50", "of": "whole"},
        {"code": "whole", "title": "Heel"},
    ]
    prices = {"prices": {"whole": {"price": 1000}}}
    found = quote(regulation({"kind": "piece", **prices}, {"kind": "deposit", **prices}, groups=groups), usage(line()))
    assert (found.total, found.deposit) == (500, 1000)


def test_vat_is_computed_on_the_summed_net_of_each_category() -> None:
    found = of(TAXED, lines=3)
    assert (found.net, found.vat, found.total) == (2205, 463, 2668)


def test_categories_of_vat_are_rounded_apart() -> None:
    found = of(TAXED, {**PIECE, "vat": {"all": "6"}}, {**PIECE, "vat": {"all": "exempt"}}, PIECE)
    assert (found.net, found.vat) == (4 * 735, 154 + 44)


def test_the_regulation_says_which_vat_counts_where_an_article_does_not() -> None:
    assert of(PIECE, vat="21").vat == 154


def test_what_exceeds_a_maximum_leaves_every_category_in_proportion() -> None:
    found = of(TAXED, PIECE, correction("maximum", 1001))
    assert [(each.amount, each.vat) for each in found.lines[2:]] == [(-235, "21"), (-234, "outside_scope")]
    assert (found.net, found.vat) == (1001, 105)


CONDITIONS = [
    ({"purposes": ["commercial"]}, {"purpose": "commercial"}, {"purpose": "meeting"}),
    ({"not_purposes": ["private"]}, {"purpose": "meeting"}, {"purpose": "private"}),
    ({"handover": "delivery"}, {"handover": "delivery"}, {}),
    ({"place": "outside"}, {"place": "outside"}, {"place": "inside"}),
    ({"uses_from": 2}, {"uses_this_year": 1}, {"uses_this_year": 0}),
    ({"uses_to": 1}, {"uses_this_year": 0}, {"uses_this_year": 1}),
    ({"hours_over": "9"}, {"use": "2027-03-09 08:00 - 2027-03-09 17:01"}, {"use": "2027-03-09 08:00 - 2027-03-09 17:00"}),
    ({"hours_to": "9"}, {"use": "2027-03-09 08:00 - 2027-03-09 17:00"}, {"use": "2027-03-09 08:00 - 2027-03-09 17:01"}),
    (
        {"season_from": "10-01", "season_until": "05-01"},
        {"use": "2027-01-09 08:00 - 2027-01-09 17:00"},
        {"use": "2027-06-09 08:00 - 2027-06-09 17:00"},
    ),
]


@pytest.mark.parametrize(("when", "meets", "misses"), CONDITIONS, ids=[next(iter(row[0])) for row in CONDITIONS])
def test_an_adjustment_counts_when_its_condition_is_met(when: dict[str, Any], meets: dict[str, Any], misses: dict[str, Any]) -> None:
    terms = regulation(
        {"kind": "forfait", "prices": {"all": {"price": 1000}}, "adjust": [{"percent": "250", "reason": "zo besloten", **when}]}
    )
    assert quote(terms, usage(line(**meets))).total == 2500
    assert quote(terms, usage(line(**misses))).total == 1000


@pytest.mark.parametrize(("when", "meets", "misses"), CONDITIONS, ids=[next(iter(row[0])) for row in CONDITIONS])
def test_an_article_is_silent_when_its_condition_is_not_met(when: dict[str, Any], meets: dict[str, Any], misses: dict[str, Any]) -> None:
    terms = regulation({"kind": "forfait", "prices": {"all": {"price": 1000}}, "when": when})
    assert quote(terms, usage(line(**meets))).total == 1000
    assert [notice.code for notice in quote(terms, usage(line(**misses))).warnings] == ["no_price"]


def test_earlier_lines_of_the_same_asset_count_as_uses() -> None:
    article = {
        "kind": "forfait",
        "prices": {"all": {"price": 4000}},
        "adjust": [{"percent": "50", "reason": "tweede gebruik", "uses_from": 2}],
    }
    asked = [line(f"2027-03-{day:02d} 08:00 - 2027-03-{day:02d} 12:00", number=day, asset="hall") for day in range(1, 31)]
    assert quote(regulation(article), usage(*asked)).total == 4000 + 29 * 2000


def test_an_asset_may_be_taken_out_of_its_category() -> None:
    terms = regulation({**PIECE, "for": ["table"], "except": ["A2"]}, {**PIECE, "for": ["A2"], "prices": {"all": {"price": 100}}})
    assert quote(terms, usage(line(number=1), line(number=2))).total == 835
