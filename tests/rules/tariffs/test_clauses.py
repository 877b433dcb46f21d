"""Shapes of real clauses against sums done by hand, each with the words in which a citizen can check it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from booking.rules.tariffs import Quote, quote
from booking.words.tariffs import explain
from tests.rules.tariffs.shorthand import line, priced, regulation, usage

DAY = "2027-03-09 08:00 - 2027-03-09 17:00"  # a Tuesday
DAYS = "2027-03-08 08:00 - 2027-03-14 17:00"  # a week, from Monday


def one(kind: str, price: int = 1000, /, **terms: Any) -> dict[str, Any]:
    columns = terms.pop("columns", {})
    return {"kind": kind, "prices": {"all": {"price": price, **columns}}, **terms}


WEEKEND = [{"days": ["sa", "su"], "price": "weekend"}]
NIGHTS = {"windows": [{"from": "22:00", "until": "06:00", "percent": "125"}, {"days": ["sa"], "percent": "150"},
                      {"days": ["su", "holiday"], "percent": "200"}]}  # fmt: skip
AALTER = [{"days": ["school_holiday"], "from": "08:00", "until": "16:30", "price": "off_peak"},
          {"days": ["we"], "from": "08:00", "until": "12:00", "price": "off_peak"},
          {"days": ["mo", "tu", "th", "fr"], "from": "08:00", "until": "16:30", "price": "off_peak"}]  # fmt: skip
DEGRESSIVE = [{"from": 2, "percent": "50"}, {"from": 5, "percent": "25"}]
WEEK_BLOCKS = [{"title": "weekend", "from_day": "fr", "until_day": "su", "price": "weekend"}]
LATE = {"days_late": 2}

# what, the article, the use, more of the line, cents, how it is told
ROWS: list[tuple[str, dict[str, Any], str, dict[str, Any], int, list[str]]] = [
    ("each tier of days at its percentage", one("day", tiers=DEGRESSIVE), DAYS, {}, 3250,
     ["1 dag × € 10,00", "3 dagen × € 10,00 × 50 % (vanaf nummer 2)", "3 dagen × € 10,00 × 25 % (vanaf nummer 5)"]),
    ("a tier may have its own price", one("day", tiers=[{"from": 3, "price": "third"}], columns={"third": 700}), DAYS, {}, 5500,
     ["2 dagen × € 10,00", "5 dagen × € 7,00"]),
    ("days of the weekend have their own price", one("day", windows=WEEKEND, columns={"weekend": 2500}), DAYS, {}, 10000,
     ["5 dagen × € 10,00", "2 dagen × € 25,00 (za, zo)"]),
    ("a day is a third of the week's price", one("day", 10000, divide=3), "2027-03-08 08:00 - 2027-03-09 17:00", {}, 6667,
     ["2 dagen × € 100,00 ÷ 3"]),
    ("a minimum hire of fourteen days", one("day", at_least=14), DAYS, {}, 14000, ["14 dagen × € 10,00"]),
    ("a maximum over days at different prices", one("day", windows=WEEKEND, columns={"weekend": 2500, "maximum": 8000}), DAYS, {}, 8000,
     ["€ 100,00, beperkt tot € 80,00 (hoogstens per 7 dagen)"]),
    ("the second hour at half price", one("time", tiers=[{"from": 2, "percent": "50"}]), "2027-03-09 08:00 - 2027-03-09 10:30", {}, 1750,
     ["1 uur × € 10,00", "1,5 uur × € 10,00 × 50 % (vanaf nummer 2)"]),
    ("no more than a maximum for hours", one("time", columns={"maximum": 4500}), DAY, {}, 4500, ["€ 90,00, beperkt tot € 45,00"]),
    ("no more than a maximum for the hours of each day", one("time", columns={"maximum": 4500}, maximum_days=1),
     "2027-03-09 18:00 - 2027-03-10 08:00", {}, 4500 + 4500, ["€ 140,00, beperkt tot € 90,00 (hoogstens per 1 dag)"]),
    ("a day below the maximum keeps its own price", one("time", columns={"maximum": 4500}, maximum_days=1),
     "2027-03-09 08:00 - 2027-03-10 02:00", {}, 4500 + 2000, ["€ 180,00, beperkt tot € 65,00 (hoogstens per 1 dag)"]),
    ("a part of a cent below a maximum is rounded once, after the percentage",
     one("day", divide=3, maximum_days=3, columns={"maximum": 700}, adjust=[{"percent": "65", "reason": "clubs"}]),
     "2027-03-08 08:00 - 2027-03-11 17:00", {}, 672, ["€ 13,33, beperkt tot € 10,33 (hoogstens per 3 dagen) × 65 % (clubs)"]),
    ("night, Saturday and Sunday", one("time", **NIGHTS), "2027-03-13 20:00 - 2027-03-14 08:00", {}, 2 * 1500 + 8 * 1250 + 2 * 2000,
     ["2 uur × € 10,00 × 150 % (za)", "8 uur × € 10,00 × 125 % (22:00–06:00)", "2 uur × € 10,00 × 200 % (zo, feestdag)"]),
    ("off-peak on an ordinary Wednesday ends at noon", one("time", 1600, windows=AALTER, columns={"off_peak": 600}),
     "2027-03-10 11:00 - 2027-03-10 13:00", {}, 2200, ["1 uur × € 6,00 (wo 08:00–12:00)", "1 uur × € 16,00"]),
    ("and goes on in a school holiday", one("time", 1600, windows=AALTER, columns={"off_peak": 600}),
     "2027-02-10 11:00 - 2027-02-10 13:00", {}, 1200, ["2 uur × € 6,00 (schoolvakantie 08:00–16:30)"]),
    ("parts of the day with noon between them", one("day_part", parts=["09:00-12:00", "13:00-17:00"], columns={"maximum": 1500}),
     "2027-03-09 09:00 - 2027-03-09 12:00", {}, 1000, ["1 dagdeel × € 10,00"]),
    ("a whole day for less than its parts", one("day_part", parts=["08:00", "12:00", "18:00", "24:00"], columns={"maximum": 2500}),
     "2027-03-09 08:00 - 2027-03-09 23:00", {}, 2500, ["€ 30,00, beperkt tot € 25,00 (hoogstens per 1 dag)"]),
    ("a night part that passes midnight is one", one("day_part", parts=["08:00-20:00", "20:00-08:00"]),
     "2027-03-09 21:00 - 2027-03-10 03:00", {}, 1000, ["1 dagdeel × € 10,00"]),
    ("two parts at the least", one("day_part", parts=["08:00", "12:00", "18:00"], at_least=2), "2027-03-09 08:00 - 2027-03-09 10:00", {},
     2000, ["2 dagdelen × € 10,00"]),
    ("a weekend as one price", one("week_block", blocks=WEEK_BLOCKS, columns={"weekend": 11000}), "2027-03-12 08:00 - 2027-03-14 20:00", {},
     11000, ["1 × weekend × € 110,00"]),
    ("half a day where that is enough", one("cheapest", 6000, columns={"half_day": 3500}), "2027-03-09 08:00 - 2027-03-09 12:00", {}, 3500,
     ["voordeligste combinatie: (1 halve dag × € 35,00)"]),
    ("a night of two half days is two of them", one("cheapest", 6000, columns={"half_day": 2500}), "2027-03-09 21:00 - 2027-03-10 03:00",
     {}, 5000, ["voordeligste combinatie: (2 halve dagen × € 25,00)"]),
    ("the pieces after the hundredth cost less", one("piece", 25, tiers=[{"from": 101, "price": "next"}], columns={"next": 20}), DAY,
     {"units": 120}, 2900, ["100 tafels × € 0,25", "20 tafels × € 0,20 (vanaf nummer 101)"]),
    ("free pieces before the tiers", one("piece", 100, free=10, tiers=[{"from": 21, "percent": "50"}]), DAY, {"units": 30}, 1500,
     ["10 tafels × € 1,00 (na 10 gratis)", "10 tafels × € 1,00 (na 10 gratis) × 50 % (vanaf nummer 21)"]),
    ("metres in tiers, the last one half", one("piece", 100, per=["metres"], tiers=[{"from": 11, "percent": "50"}]), DAY,
     {"measures": {"metres": "12.5"}}, 1125, ["10 meter × € 1,00", "2,5 meter × € 1,00 × 50 % (vanaf nummer 11)"]),
    ("per started ten chairs", one("piece", 500, block=10), DAY, {"units": 21}, 1500,
     ["3 × € 5,00 (21 tafels, per begonnen 10)"]),
    ("per started fifty visitors", one("measure", 2500, measure="visitors", block=50), DAY, {"measures": {"visitors": 120}}, 7500,
     ["3 × € 25,00 (per begonnen 50 bezoekers)"]),
    ("a camp is counted in nights", one("day", 450, count="nights", per=["persons"]), DAYS, {"measures": {"persons": 20}}, 54000,
     ["6 nachten × 20 personen × € 4,50"]),
    ("who asks in the last week pays a quarter more", one("day", adjust=[{"percent": "125", "reason": "laattijdig", "notice_to": 6}]), DAY,
     {}, 1250, ["1 dag × € 10,00 × 125 % (laattijdig)"]),
    ("two hours as one price, then per started hour", one("time", 1500, started=True, at_least=2, tiers=[{"from": 3, "price": "next"}],
     columns={"next": 1000}), "2027-03-09 08:00 - 2027-03-09 10:10", {}, 4000, ["2 uur × € 15,00", "1 uur × € 10,00"]),
    ("an hour of overtime is an eighth of a day", one("measure", 8000, measure="hours", divide=8), DAY, {"measures": {"hours": 3}}, 3000,
     ["3 uur × € 80,00 : 8"]),
    ("kilometres free in total", one("measure", 100, measure="km", free_total="25"), DAY, {"measures": {"km": 40}}, 1500,
     ["15 km × € 1,00 (40 km, waarvan 25 gratis)"]),
    ("ten kilometres at the least", one("measure", 100, measure="km", at_least="10"), DAY, {"measures": {"km": 4}}, 1000,
     ["10 km × € 1,00"]),
    ("per truck", one("measure", 10000, measure="trucks"), DAY, {"measures": {"trucks": 2}}, 20000, ["2 vrachtwagens × € 100,00"]),
    ("the real cost", {"kind": "cost", "measure": "repair"}, DAY, {"measures": {"repair": "42.35"}}, 4235,
     ["werkelijke kostprijs € 42,35"]),
    ("the real cost with a tenth for administration", {"kind": "cost", "measure": "repair", "percent": "110"}, DAY,
     {"measures": {"repair": "42.35"}}, 4659, ["werkelijke kostprijs € 42,35 × 110 %"]),
    ("half the value of what is lost", {"kind": "value", "percent": "50"}, DAY, {"value_cents": 8550, "measures": {"pieces_lost": 2}}, 8550,
     ["2 tafels × de waarde € 85,50 × 50 %"]),
    ("only on a Saturday or a holiday", one("forfait", when={"days": ["sa", "holiday"]}), "2027-03-13 08:00 - 2027-03-13 17:00", {}, 1000,
     ["vaste prijs € 10,00"]),
    ("from five days on half", one("day", adjust=[{"percent": "50", "reason": "kamptarief", "days_from": 5}]), DAYS, {}, 3500,
     ["7 dagen × € 10,00 × 50 % (kamptarief)"]),
    ("from forty pieces on less", one("piece", adjust=[{"percent": "80", "reason": "grote aantallen", "units_from": 40}]), DAY,
     {"units": 40}, 32000, ["40 tafels × € 10,00 × 80 % (grote aantallen)"]),
    ("five hours are not fewer than five", one("time", when={"hours_from": "5"}), "2027-03-09 08:00 - 2027-03-09 13:00", {}, 5000,
     ["5 uur × € 10,00"]),
]  # fmt: skip
SCHOOLS = frozenset({date(2027, 2, 10)})


@pytest.mark.parametrize(("article", "use", "more", "cents", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_clause(article: dict[str, Any], use: str, more: dict[str, Any], cents: int, told: list[str]) -> None:
    found = priced(article, line(use, **more), school_holidays=SCHOOLS)
    assert ([explain(each) for each in found.lines], found.net, found.warnings) == ([f"{words} (art. 1)" for words in told], cents, ())
    assert all(explain(each, language) for each in found.lines for language in ("en", "fr"))


def of(*articles: dict[str, Any], **more: Any) -> Quote:
    return quote(regulation(*articles), usage(line(**more)))


def test_a_share_of_another_article_follows_its_result() -> None:
    share = {"kind": "share_of", "extra": True, "articles": ["1"], "percent": "25", "per": ["days_late"]}
    found = of(one("day", adjust=[{"percent": "50", "reason": "clubs"}]), share, measures=LATE)
    assert [(each.amount, explain(each)) for each in found.lines] == [
        (500, "1 dag × € 10,00 × 50 % (clubs) (art. 1)"),
        (250, "2 dagen te laat × € 5,00, wat hierboven per artikel gevraagd wordt, × 25 % (art. 2)"),
    ]


@pytest.mark.parametrize(("use", "cents"), [("2027-03-09 08:00 - 2027-03-09 10:00", 2000), (DAY, 4000)])
def test_of_alternatives_the_cheapest_is_asked(use: str, cents: int) -> None:
    hourly, daily = one("time", cheapest_of="hire"), one("day", 4000, cheapest_of="hire")
    assert [each.amount for each in of(hourly, daily, use=use).lines] == [cents]


def test_an_alternative_that_is_not_asked_uses_up_nothing_and_tells_nothing() -> None:
    """A forfait that was too dear for the first line is there for the second; hours without a price are no cheap hours."""
    hourly, whole = one("time", cheapest_of="hire"), one("forfait", 4000, cheapest_of="hire")
    lines = [line("2027-03-09 08:00 - 2027-03-09 10:00", number=number, asset="hall", units=units) for number, units in ((1, 1), (2, 3))]
    assert [each.amount for each in quote(regulation(hourly, whole), usage(*lines)).lines] == [2000, 4000]
    mornings = one("time", windows=[{"until": "12:00", "percent": "100"}], only_windows=True, cheapest_of="hire")
    found = of(mornings, one("day", 7000, cheapest_of="hire"), use=DAY)
    assert ([each.amount for each in found.lines], found.warnings) == ([7000], ())


def test_a_share_is_taken_of_the_alternative_that_is_asked() -> None:
    hourly, daily = one("time", cheapest_of="hire"), one("day", 4000, cheapest_of="hire")
    share = {"kind": "share_of", "extra": True, "articles": ["1", "2"], "percent": "25", "per": ["days_late"]}
    assert sorted(each.amount for each in of(hourly, daily, share, use=DAY, measures=LATE).lines) == [2000, 4000]


@pytest.mark.parametrize(("once", "cents"), [("asset", 3000), ("category", 2000), ("dossier", 1000)])
def test_a_forfait_is_asked_once_for_what_the_text_says(once: str, cents: int) -> None:
    lines = (
        line(number=1, asset="A"), line(number=2, asset="A"), line(number=3, asset="B"), line(number=4, asset="C", category="chair"),
    )  # fmt: skip
    assert quote(regulation(one("forfait", once=once)), usage(*lines)).total == cents


def test_a_deposit_may_be_a_part_of_the_price() -> None:
    deposit = {"kind": "deposit_price", "articles": ["1"], "percent": "50", "prices": {"all": {"minimum": 2500}}}
    asked = [quote(regulation(one("day"), deposit), usage(line(units=units))) for units in (2, 8)]
    assert [(each.deposit, explain(each.deposits[0])) for each in asked] == [
        (2500, "50 % van de prijs € 20,00 = € 10,00, bepaald op € 25,00 (art. 2)"),
        (4000, "50 % van de prijs € 80,00 (art. 2)"),
    ]


def test_a_deposit_of_an_asset_is_asked_for_each_asset_and_once() -> None:
    deposit = {"kind": "deposit", "per": [], "prices": {"all": {"price": 25000}}}
    tents = line(number=1, asset="A", units=2), line(number=2, asset="A"), line(number=3, asset="B")
    assert quote(regulation(one("day"), deposit), usage(*tents)).deposit == 50000


@pytest.mark.parametrize(
    "article", [{"kind": "value"}, one("measure", measure="cleaning", optional=True), {"kind": "cost", "measure": "repair_cost"}]
)
def test_what_only_shows_afterwards_is_no_price_of_a_loan(article: dict[str, Any]) -> None:
    assert [notice.code for notice in of(article, value_cents=8550).warnings] == ["no_price"]
    assert of(one("day"), article, value_cents=8550).warnings == ()


def test_started_blocks_are_counted_over_the_lines_of_a_use() -> None:
    found = quote(regulation(one("piece", 500, block=10)), usage(line(number=1, units=8), line(number=2, units=8)))
    assert [each.amount for each in found.lines] == [500, 500]


def test_free_pieces_and_a_first_unit_are_given_once_over_the_lines_of_a_use() -> None:
    articles = (one("piece", 100, free=10), {"kind": "deposit", "prices": {"all": {"price": 2000, "next": 500}}})
    found = quote(regulation(*articles), usage(line(number=1, units=8), line(number=2, units=8)))
    assert (found.total, found.deposit) == (600, 2000 + 15 * 500)


def test_uses_in_one_application_may_set_the_price() -> None:
    few, many = one("forfait", 6600, when={"application_to": 9}), one("forfait", 6200, when={"application_from": 10})
    asked = [line(f"2027-03-{day:02d} 19:00 - 2027-03-{day:02d} 22:00", number=day, asset="hall") for day in range(1, 11)]
    assert quote(regulation(few, many), usage(*asked)).total == 10 * 6200
    assert quote(regulation(few, many), usage(*asked[:9])).total == 9 * 6600


def test_what_is_asked_of_who_withdraws_stands_after_the_ladder() -> None:
    ladder = {"kind": "cancellation", "steps": [{"days": 7, "percent": "0"}], "otherwise": "100"}
    fee = {"kind": "per_dossier", "cancelled": True, "prices": {"all": {"price": 1500}}}
    assert quote(regulation(one("day"), ladder, fee), usage(line(), cancelled_on=date(2027, 2, 1))).total == 1500
    assert quote(regulation(one("day"), ladder, fee), usage(line())).total == 1000


def test_ten_per_cent_of_the_deposit_may_be_due_for_each_day() -> None:
    deposit = {"kind": "deposit", "prices": {"all": {"price": 12500}}}
    late = {"kind": "deposit_share", "measure": "days_late", "percent": "10", "each": True}
    found = of(deposit, late, measures=LATE)
    assert [explain(each) for each in found.lines] == ["2 dagen te laat × 10 % van de waarborg € 125,00 (art. 2)"]
    assert found.total == 2500


@pytest.mark.parametrize(("cents", "units", "net", "vat"), [(12100, 1, 10000, 2100), (1000, 1, 826, 174), (1000, 3, 2479, 521)])
def test_a_price_that_holds_its_vat_costs_to_the_cent_what_it_says(cents: int, units: int, net: int, vat: int) -> None:
    found = of(one("piece", cents, vat={"all": "21_included"}), units=units)
    assert (found.net, found.vat, found.total) == (net, vat, cents * units)
    assert sum(each.amount for each in found.lines) == net


def test_prices_with_and_without_vat_stand_side_by_side() -> None:
    found = of(one("piece", 1000, vat={"all": "21_included"}), one("piece", 1000, vat={"all": "21"}), one("piece", 1000))
    assert (found.net, found.vat, found.total) == (826 + 1000 + 1000, 174 + 210, 3210)
    assert explain(found.lines[-1]) == "waarvan 21 % btw in € 10,00 begrepen (art. 1)"


@pytest.mark.parametrize(
    ("article", "use", "code"),
    [
        (one("time", windows=[{"days": ["mo"]}], only_windows=True), DAY, "outside_windows"),
        (one("day", windows=[{"days": ["mo"]}], only_windows=True), DAY, "outside_windows"),
        (one("day_part", parts=["08:00", "18:00"], windows=[{"days": ["mo"]}], only_windows=True), DAY, "outside_windows"),
        (one("week_block", blocks=WEEK_BLOCKS), DAY, "outside_blocks"),
        (one("day_part", parts=["09:00-12:00", "13:00-17:00"]), "2027-03-09 11:00 - 2027-03-09 14:00", "outside_day_parts"),
    ],
)
def test_use_that_the_text_does_not_price_is_for_the_desk(article: dict[str, Any], use: str, code: str) -> None:
    assert [notice.code for notice in of(article, use=use).warnings] == [code]
