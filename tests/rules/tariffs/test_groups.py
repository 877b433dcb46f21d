"""Who pays which tariff: groups, percentages of groups, reciprocity, agreements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from booking.rules.tariffs import Applicant, Preferred, TariffError, group_of, prepare, quote
from tests.rules.tariffs.shorthand import ANYONE, line, regulation, usage

OWN = {"code": "own", "title": "Eigen verenigingen", "who": [{"kind": ["association"], "relation": ["own"], "recognised": ["any"]}]}
MUTUAL = {"code": "mutual", "title": "Wederkerig", "who": [{"kind": ["authority"], "reciprocal": True}]}
PARTNER = {"code": "partner", "title": "Partner", "who": [{"relation": ["partner"]}], "percent": "65", "of": "own"}
REST = {**ANYONE, "code": "rest"}
CLUB = Applicant("association", "own", frozenset({"youth"}))
NEIGHBOUR = Applicant("authority", "partner")


@pytest.mark.parametrize(
    ("borrower", "code"),
    [
        (CLUB, "own"),
        (Applicant("association", "own"), "rest"),
        (Applicant("association", "other", frozenset({"youth"})), "rest"),
        (Applicant("authority", "partner", reciprocal=True), "mutual"),
        (NEIGHBOUR, "partner"),
        (Applicant("company"), "rest"),
    ],
)
def test_the_first_group_that_admits_the_borrower_counts(borrower: Applicant, code: str) -> None:
    found = group_of(regulation(groups=[OWN, MUTUAL, PARTNER, REST]), borrower)
    assert found is not None
    assert found.code == code


def test_nobody_is_admitted_by_a_group_that_only_agreements_name() -> None:
    assert group_of(regulation(groups=[{"code": "named", "title": "Genoemd"}]), CLUB) is None


PRICES = [
    ("a derived group pays its percentage", {"own": {"price": 735}}, NEIGHBOUR, 478),
    ("and nothing at nought per cent", {"own": {"price": 735}, "rest": {"percent": "0", "of": "own"}}, Applicant("company"), 0),
    ("an explicit price beats the derived one", {"own": {"price": 735}, "partner": {"price": 700}}, NEIGHBOUR, 700),
    ("what all pay comes after what is derived", {"own": {"price": 735}, "all": {"price": 999}}, NEIGHBOUR, 478),
    ("what all pay is not reduced", {"all": {"price": 999}}, NEIGHBOUR, 999),
    ("an article may derive by itself", {"own": {"price": 735}, "rest": {"percent": "200", "of": "own"}}, Applicant("company"), 1470),
    ("an agreement names a group", {"own": {"price": 735}}, Applicant("company", preferred=Preferred("own", None, "art. 4")), 735),
    ("and a percentage of it", {"own": {"price": 735}}, Applicant("company", preferred=Preferred("own", Decimal(50), "art. 4")), 368),
    ("or of what one would pay", {"rest": {"price": 1000}}, Applicant("company", preferred=Preferred(None, Decimal(80), "art. 4")), 800),
]


@pytest.mark.parametrize(("prices", "borrower", "total"), [row[1:] for row in PRICES], ids=[row[0] for row in PRICES])
def test_a_group_pays(prices: dict[str, Any], borrower: Applicant, total: int) -> None:
    terms = regulation({"kind": "piece", "prices": prices}, groups=[OWN, MUTUAL, PARTNER, REST])
    assert quote(terms, usage(line(), borrower=borrower)).total == total


def test_a_line_without_a_price_for_the_group_is_told_and_not_free() -> None:
    terms = regulation({"kind": "piece", "prices": {"own": {"price": 735}}}, groups=[OWN, REST])
    found = quote(terms, usage(line(), borrower=Applicant("company")))
    assert [(notice.code, notice.line) for notice in found.warnings] == [("no_price", 1)]


def test_transport_alone_is_no_price_for_the_hire() -> None:
    transport = {"kind": "forfait", "extra": True, "prices": {"all": {"price": 1375}}}
    assert [notice.code for notice in quote(regulation(transport), usage(line())).warnings] == ["no_price"]
    free = {"kind": "piece", "prices": {"all": {"price": 0}}}
    assert quote(regulation(transport, free), usage(line())).warnings == ()


def circle(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"code": code, "title": code, "who": [{"anyone": True}], "percent": "50", "of": of} for code, of in pairs]


FAULTS = [
    ("group_cycle", {"groups": circle(("a", "b"), ("b", "a"))}, {"group": "a", "path": ["a", "b", "a"]}),
    ("group_cycle", {"groups": circle(("a", "a"))}, {"group": "a", "path": ["a", "a"]}),
    ("group_unknown", {"groups": circle(("a", "b"))}, {"group": "a", "of": "b"}),
    ("group_twice", {"groups": [ANYONE, ANYONE]}, {"group": "everyone"}),
    ("group_half_derived", {"groups": [{**ANYONE, "percent": "50"}]}, {"group": "everyone"}),
    ("validity_reversed", {"valid_until": "2025-12-31"}, {"valid_from": "2026-01-01", "valid_until": "2025-12-31"}),
]


@pytest.mark.parametrize(("code", "header", "details"), FAULTS, ids=[row[0] for row in FAULTS])
def test_groups_that_lead_nowhere_are_refused(code: str, header: dict[str, Any], details: dict[str, Any]) -> None:
    with pytest.raises(TariffError) as refused:
        prepare(regulation(**header))
    assert (refused.value.code, refused.value.details) == (code, details)


BOTH = {"kind": "piece", "prices": {"own": {"percent": "50", "of": "rest"}, "rest": {"percent": "50", "of": "own"}}}
ARTICLE_FAULTS = [
    ("group_cycle", BOTH),
    ("group_unknown", {"kind": "piece", "prices": {"nobody": {"price": 100}}}),
    ("group_unknown", {"kind": "piece", "prices": {"all": {"price": 100}}, "vat": {"nobody": "21"}}),
    (
        "group_unknown",
        {"kind": "piece", "prices": {"all": {"price": 1}}, "adjust": [{"percent": "0", "reason": "x", "groups": ["nobody"]}]},
    ),
    ("group_half_derived", {"kind": "piece", "prices": {"own": {"percent": "50"}, "rest": {"price": 1}}}),
    ("price_missing", {"kind": "day", "prices": {"own": {"next": 100}}}),
    ("kind_unknown", {"kind": "lottery"}),
    ("term_missing", {"kind": "measure", "prices": {"all": {"price": 1}}}),
    ("term_unknown", {"kind": "piece", "prices": {"all": {"price": 1}}, "colour": "red"}),
    ("article_unknown", {"kind": "minimum", "articles": ["7"], "prices": {"all": {"price": 1}}}),
    ("parts_unordered", {"kind": "day_part", "parts": ["12:00", "08:00"], "prices": {"all": {"price": 1}}}),
    ("brackets_unordered", {"kind": "volume", "brackets": [{"from": 40, "until": 25, "percent": "75"}]}),
    ("term_unknown", {"kind": "minimum", "for": ["table"], "prices": {"all": {"price": 1}}}),
    ("term_unknown", {"kind": "deposit", "adjust": [], "prices": {"all": {"price": 1}}}),
    ("terms_unreadable", {"kind": "piece", "prices": "much"}),
]


@pytest.mark.parametrize(("code", "article"), ARTICLE_FAULTS, ids=[row[0] for row in ARTICLE_FAULTS])
def test_an_article_that_cannot_be_read_is_refused_by_its_number(code: str, article: dict[str, Any]) -> None:
    with pytest.raises(TariffError) as refused:
        prepare(regulation({"number": "3 §2", **article}, groups=[OWN, REST]))
    assert (refused.value.code, refused.value.details["article"]) == (code, "3 §2")


def test_two_articles_of_one_number_are_refused() -> None:
    article = {"number": "3", "kind": "piece", "prices": {"all": {"price": 1}}}
    with pytest.raises(TariffError, match="article_twice"):
        prepare(regulation(article, article))


def test_an_agreement_that_names_a_group_of_another_regulation_is_refused() -> None:
    terms = regulation({"kind": "piece", "prices": {"all": {"price": 1}}})
    with pytest.raises(TariffError, match="group_unknown"):
        quote(terms, usage(line(), borrower=Applicant("company", preferred=Preferred("own", None, "art. 4"))))


def test_a_line_may_know_the_borrower_as_another_than_the_dossier_does() -> None:
    terms = regulation({"kind": "piece", "prices": {"own": {"price": 100}, "rest": {"price": 400}}}, groups=[OWN, REST])
    found = quote(terms, usage(line(number=1), line(number=2, borrower=CLUB), borrower=Applicant("company")))
    assert [each.amount for each in found.lines] == [400, 100]
