"""Two prices of the same dossiers laid side by side: every sum by hand, and who cannot be compared stands in none of them."""

from __future__ import annotations

import pytest

from booking.queries.simulations.kept import effect_from_plain, effect_to_plain, summary_from_plain, summary_to_plain
from booking.rules.simulations import SHOWN, WHOLE, Effect, Side, Tally, side_of, summed, unpriceable
from booking.rules.tariffs import quote
from tests.rules.tariffs.shorthand import line, regulation, usage


def side(group: str, total: int | None = None, deposit: int = 0, **nets: int) -> Side:
    return Side(group, nets, sum(nets.values()) if total is None else total, deposit)


YEAR = (
    Effect(1, "association", side("recognised", hall=1_000), side("recognised", hall=1_250)),
    Effect(2, "association", side("recognised", chair=3_000, deposit=5_000), side("recognised", chair=4_000, deposit=6_000)),
    Effect(3, "resident", side("others", hall=2_000, table=500), side("residents", hall=1_500, table=500)),
    Effect(4, "company", side("others", total=1_210, hall=1_000), side("others", total=1_060, hall=1_000)),
    Effect(5, "school", side("others", table=900), Side("", {}, 0, 0, (("table", "schools"),))),
    Effect(6, "school", unpriceable("pals"), side("others", table=900)),
)  # fmt: skip


def test_a_year_is_summed_by_whom_and_for_what_to_the_cent() -> None:
    found = summed(YEAR)
    assert found.whole == Tally(dossiers=4, before=7_500, after=8_250, more=2, less=1)
    assert (found.whole.difference, found.whole.same, found.whole.share) == (750, 1, 0.1)
    assert found.paid == Tally(4, 7_710, 8_310, more=2, less=2)  # the company pays less VAT
    assert found.deposits == Tally(4, 5_000, 6_000, more=1)
    assert found.kinds == {
        "association": Tally(2, 4_000, 5_250, more=2),
        "resident": Tally(1, 2_500, 2_000, less=1),
        "company": Tally(1, 1_000, 1_000),
    }
    assert found.groups == {
        "recognised": Tally(2, 4_000, 5_250, more=2),
        "residents": Tally(1, 2_500, 2_000, less=1),
        "others": Tally(1, 1_000, 1_000),
    }
    assert found.categories == {
        "hall": Tally(3, 4_000, 3_750, more=1, less=1),
        "chair": Tally(1, 3_000, 4_000, more=1),
        "table": Tally(1, 500, 500),
    }
    assert found.moves == {("others", "residents"): Tally(1, 2_500, 2_000, less=1)}


def test_who_cannot_be_compared_stands_apart_with_the_reason() -> None:
    found = summed(YEAR)
    assert found.apart == Tally(2, 900, 900, more=1, less=1)
    assert found.gaps == {("after", "table", "schools"): 1, ("before", WHOLE, "pals"): 1}


def test_the_greatest_differences_come_first_and_only_so_many() -> None:
    found = summed(YEAR)
    assert [effect.dossier for effect in found.dearer] == [2, 1]
    assert [effect.dossier for effect in found.cheaper] == [3, 4]
    many = [Effect(n, "resident", side("all", chair=0), side("all", chair=n)) for n in range(1, 40)]
    assert [effect.dossier for effect in summed(many).dearer] == list(range(39, 39 - SHOWN, -1))


def test_nothing_is_no_part_of_nothing() -> None:
    assert (Tally().share, Tally(1, 0, 500).share, Tally(1, 500, 0).share) == (None, None, -1)


def test_an_answer_is_kept_as_it_was() -> None:
    found = summed(YEAR)
    assert summary_from_plain(summary_to_plain(found)) == found
    assert [effect_from_plain(effect_to_plain(each)) for each in YEAR] == list(YEAR)


@pytest.mark.parametrize(
    ("articles", "nets", "unpriced"),
    [
        ([{"kind": "piece", "prices": {"all": {"price": 200}}}], {"table": 400, "chair": 600}, ()),
        ([{"kind": "piece", "for": ["table"], "prices": {"all": {"price": 200}}}], {"table": 400}, (("chair", "everyone"),)),
        (
            [{"kind": "piece", "prices": {"all": {"price": 200}}}, {"kind": "minimum", "prices": {"all": {"price": 1_500}}}],
            {"table": 400, "chair": 600, WHOLE: 500},
            (),
        ),
    ],
    ids=["by line", "without a price", "a minimum of the whole"],
)
def test_a_quote_is_divided_over_categories(articles: list[dict], nets: dict[str, int], unpriced: tuple) -> None:
    asked = usage(line(number=1, units=2), line(number=2, units=3, category="chair"))
    found = side_of(quote(regulation(*articles), asked), {1: "table", 2: "chair"})
    assert (found.nets, found.net, found.unpriced) == (nets, sum(nets.values()), unpriced)
