"""Which preferred tariff a borrower gets, by an agreement's term, the register, or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from booking.rules.catalogue import AgreementCard, ExemptionCard, Spell, TermCard
from booking.rules.kinds import Relation
from booking.rules.preference import applicant, claimed, preferred
from booking.rules.tariffs import Applicant, Article, Group, LineUsage, Preferred, Regulation, Usage, Who, prepare, quote
from booking.words.tariffs import explain, preference
from tests.rules.admission.ordinary import AGREEMENT, BORROWER, ORDINARY, RANST, ZANDHOVEN, with_use

SINCE = date(2026, 3, 1)
GIVEN = ExemptionCard(1, ZANDHOVEN, RANST, None, SINCE, None, True, "gemeenteraad 2026/7", "Zandhoven", "Ranst")
RETURNED = ExemptionCard(2, RANST, ZANDHOVEN, None, SINCE, None, True, "gemeenteraad 2026/12", "Ranst", "Zandhoven")
UNCONDITIONAL = replace(GIVEN, mutual=False)


OF_TEN = replace(AGREEMENT, parties=tuple(Spell(number, SINCE) for number in range(1, 11)))
CLUB = replace(BORROWER, kind="association")


def term(agreement: AgreementCard = AGREEMENT, **more: Any) -> dict[str, Any]:
    said = {"lender": None, "category": None, "group": None, "percentage": None, "article": "art. 4", **more}
    return {"term": (agreement, TermCard(1, **said))}


# what is known beside the ordinary loan, and the (group, percent, code of the waiver, its percent) that come of it
CASES: list[tuple[str, dict[str, Any], tuple[str | None, int | None, str | None, str | None] | None]] = [
    ("no agreement and no register", {}, None),
    ("a group by name", term(group="partners"), ("partners", None, None, None)),
    ("a percentage of the borrower's own result", term(percentage=50), (None, 50, None, None)),
    ("a percentage of another group", term(group="own", percentage=65), ("own", 65, None, None)),
    ("reciprocity that is met", {**term(reciprocal=True), "returned": RETURNED}, (None, None, "reciprocity", "0")),
    ("reciprocity that is not met leaves what follows", term(reciprocal=True, percentage=80), (None, 80, None, None)),
    ("reciprocity that is not met, and nothing else", term(reciprocal=True), None),
    ("the last free loan", {**term(quota=2), "quota_free": 1}, (None, None, "free_loans", "0")),
    ("no free loan left", {**term(quota=2), "quota_free": 0}, None),
    ("no free loan left, then a percentage", {**term(quota=2, percentage=65), "quota_free": 0}, (None, 65, None, None)),
    ("a free loan is free whatever follows it", {**term(quota=2, percentage=65), "quota_free": 2}, (None, None, "free_loans", "0")),
    ("more free days than the loan has", {**term(quota=10, unit="days"), "quota_free": 10}, (None, None, "free_days", "0")),
    ("one of its days is free", {**term(quota=10, unit="days"), "quota_free": 1}, (None, None, "free_days", "66.666666666667")),
    ("two days free, the third at 65 %", {**term(quota=9, unit="days", percentage=65), "quota_free": 2},
     (None, 65, "free_days", "33.333333333334")),
    ("a loan that stands keeps its free loan", {**term(quota=2), "quota_free": -1, "quota_held": 1}, (None, None, "free_loans", "0")),
    ("and takes none that came free since", {**term(quota=2), "quota_free": 2, "quota_held": 0}, None),
    ("the owner lends free without condition", {"given": UNCONDITIONAL}, (None, None, "exemption", "0")),
    ("the owner lends free in turn", {"given": GIVEN, "returned": RETURNED}, (None, None, "reciprocity", "0")),
    ("but the borrower's municipality lends free no more", {"given": GIVEN}, None),
    ("that alone binds the owner to nothing", {"returned": RETURNED}, None),
    ("an agreement of two goes before the register", {**term(percentage=65), "given": UNCONDITIONAL}, (None, 65, None, None)),
    ("the register before one of all partners", {**term(OF_TEN, percentage=65), "given": UNCONDITIONAL}, (None, None, "exemption", "0")),
    ("unless it is about this lender", {**term(OF_TEN, percentage=65, lender=ZANDHOVEN), "given": UNCONDITIONAL}, (None, 65, None, None)),
    ("the register where the agreement has no more", {**term(quota=1), "given": UNCONDITIONAL}, (None, None, "exemption", "0")),
    ("associations gain nothing by the register", {"given": UNCONDITIONAL, "borrower": CLUB}, None),
    ("nor who only claims to act for a service", {**term(percentage=65), "borrower": replace(BORROWER, verified=False)}, None),
    ("nor the owner itself", {"given": UNCONDITIONAL, "relation": Relation.OWN}, None),
    ("nor a co-owner, who has a tariff of its own", {**term(percentage=65), "relation": Relation.CO_OWNER}, None),
    ("a neighbour without agreement too", {"given": UNCONDITIONAL, "relation": Relation.OTHER}, (None, None, "exemption", "0")),
]  # fmt: skip


@pytest.mark.parametrize(("known", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_preferred_tariff_is(known: dict[str, Any], expected: tuple[Any, ...] | None) -> None:
    found = preferred(replace(ORDINARY, **known))
    assert _short(found) == expected


def _short(found: Preferred | None) -> tuple[Any, ...] | None:
    if found is None:
        return None
    waiver = found.waiver or {}
    return found.group, found.percent, waiver.get("code"), waiver.get("percent")


@pytest.mark.parametrize(
    ("unit", "left", "taken"),
    [("loans", 3, 1), ("loans", 0, 0), ("loans", -1, 0), ("days", 2, 2), ("days", 3, 3), ("days", 9, 3), ("days", 0, 0)],
)
def test_a_loan_takes_one_or_as_many_of_its_days_as_are_left(unit: str, left: int, taken: int) -> None:
    assert claimed(replace(ORDINARY, **term(quota=5, unit=unit), quota_free=left)) == taken


def test_nothing_is_taken_of_the_quota_where_something_else_makes_it_free() -> None:
    assert claimed(replace(ORDINARY, **term(OF_TEN, quota=5), quota_free=5, given=UNCONDITIONAL)) == 0
    assert claimed(replace(ORDINARY, **term(quota=5, reciprocal=True), quota_free=5, returned=RETURNED)) == 0


WOMMELGEM = Regulation(  # P04, of the council of 2014
    "Retributie feestmateriaal", "11052", date(2014, 1, 1),
    (
        Group("reciprocal", "Besturen die ons vrijstellen", (Who(kinds=frozenset({"authority", "public_body"}), reciprocal=True),)),
        Group("others", "Alle anderen", (Who(),)),
    ),
    (Article("1", "Podium", "piece", (), {"prices": {"reciprocal": {"price": 0}, "others": {"price": 300}}}),),
)  # fmt: skip


def priced(regulation: Regulation, borrower: Applicant) -> tuple[int, str]:
    periods = ORDINARY.periods
    line = LineUsage(1, "A", "stage_deck", 10, periods.use, periods.custody, periods.blocked)
    found = quote(prepare(regulation), Usage(borrower, date(2027, 3, 1), (line,)))
    return found.total, explain(found.lines[0], "nl")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, (3000, "10 podiumelementen × € 3,00 (art. 1)")),
        ({"returned": RETURNED},
         (0, "gratis (wederkerigheid: Ranst leent vrij aan Zandhoven sinds 1 maart 2026, gemeenteraad 2026/12) (art. 1)")),
        ({"returned": RETURNED, "borrower": replace(BORROWER, kind="school")}, (3000, "10 podiumelementen × € 3,00 (art. 1)")),
    ],
)  # fmt: skip
def test_a_regulation_itself_may_free_who_lends_free_in_turn(known: dict[str, Any], expected: tuple[int, str]) -> None:
    assert priced(WOMMELGEM, applicant(replace(ORDINARY, relation=Relation.OTHER, **known))) == expected


WORDS = [
    (term(percentage=65), "nl", "10 podiumelementen × € 3,00 × 65 % (overeenkomst 2026-03, art. 4) (art. 1)"),
    (term(percentage=65), "en", "10 stage decks × €3.00 × 65% (agreement 2026-03, art. 4) (art. 1)"),
    (term(group="others"), "fr", "10 praticables × 3,00 € (convention 2026-03, art. 4) (art. 1)"),
    ({**term(quota=2), "quota_free": 1}, "nl", "gratis (vrije uitlening 2 van 2 in 2027, overeenkomst 2026-03, art. 4) (art. 1)"),
    ({**term(quota=2, group="others"), "quota_free": 2}, "en", "free (free loan 1 of 2 in 2027, agreement 2026-03, art. 4) (art. 1)"),
    ({**term(quota=9, unit="days"), "quota_free": 1}, "nl",
     "10 podiumelementen × € 3,00 × 66,67 % (1 van 3 dagen vrij uit het tegoed van 9 in 2027, overeenkomst 2026-03, art. 4) (art. 1)"),
    ({"given": GIVEN, "returned": RETURNED}, "en",
     "free (reciprocity: Ranst lends free to Zandhoven since 1 March 2026, gemeenteraad 2026/12) (art. 1)"),
    ({"given": UNCONDITIONAL}, "fr",
     "gratuit (exonération : Zandhoven prête gratuitement à Ranst depuis le 1er mars 2026, gemeenteraad 2026/7) (art. 1)"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "language", "sentence"), WORDS)
def test_a_price_says_what_its_preference_rests_on(known: dict[str, Any], language: str, sentence: str) -> None:
    article = replace(WOMMELGEM.articles[0], terms={"prices": {"others": {"price": 300}}})
    paying = replace(WOMMELGEM, groups=WOMMELGEM.groups[1:], articles=(article,))
    periods = ORDINARY.periods
    line = LineUsage(1, "A", "stage_deck", 10, periods.use, periods.custody, periods.blocked)
    found = quote(prepare(paying), Usage(applicant(replace(ORDINARY, **known)), date(2027, 3, 1), (line,)))
    assert explain(found.lines[0], language) == sentence
    assert (preference(found.lines[0], language) or "") in sentence


def test_half_a_cent_of_the_days_that_are_not_free_goes_up_as_always() -> None:
    known = {**term(quota=1, unit="days"), **with_use(date(2027, 5, 10), 480, date(2027, 5, 15), 900), "quota_free": 1}
    found = preferred(replace(ORDINARY, **known))
    assert found is not None
    assert found.waiver is not None
    assert Decimal(3) * Decimal(str(found.waiver["percent"])) / 100 >= Decimal("2.5")  # 3 cent × 5/6, which 83,33… % would make 2
