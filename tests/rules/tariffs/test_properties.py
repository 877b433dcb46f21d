"""What holds for every price, whatever is asked."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from booking.rules.periods import Period
from booking.rules.tariffs import Applicant, LineUsage, Prepared, Quote, Usage, prepare, quote
from booking.rules.tariffs.kinds.charge import half_up
from booking.words.tariffs import explain
from tests.regulations import FILES, regulation_of
from tests.rules.tariffs.shorthand import regulation

PREPARED = [prepare(regulation_of(path)) for path in FILES]
CATEGORIES = sorted({target for each in PREPARED for article in each.regulation.articles for target in article.targets})

periods = st.builds(
    lambda hours, minutes: Period(
        datetime(2026, 10, 20, tzinfo=UTC) + timedelta(hours=hours),
        datetime(2026, 10, 20, tzinfo=UTC) + timedelta(hours=hours, minutes=minutes),
    ),
    st.integers(0, 24 * 200),
    st.integers(1, 60 * 24 * 20),
)
applicants = st.builds(
    Applicant,
    st.sampled_from(["resident", "association", "school", "company", "authority", "public_body"]),
    st.sampled_from(["own", "co-owner", "partner", "other"]),
    st.frozensets(st.sampled_from(["culture", "youth", "sport"])),
    st.booleans(),
)


@st.composite
def lines(draw: st.DrawFn, number: int = 1) -> LineUsage:
    """A line of any category, any length up to twenty days, over both nights in which the clock changes."""
    period = draw(periods)
    measures = {name: Decimal(draw(st.integers(0, 400))) / 4 for name in ("km", "metres", "trips", "hours")}
    return LineUsage(
        number=number,
        asset=f"A{number}",
        category=draw(st.sampled_from(CATEGORIES)),
        units=draw(st.integers(1, 80)),
        use=period,
        custody=period,
        blocked=period,
        purpose=draw(st.sampled_from(["meeting", "party", "private", "commercial", "works"])),
        handover=draw(st.sampled_from(["pickup", "delivery"])),
        measures=measures,
        uses_this_year=draw(st.integers(0, 3)),
        value_cents=draw(st.none() | st.integers(0, 10**7)),
    )


usages = st.lists(lines(), min_size=1, max_size=4).flatmap(
    lambda asked: applicants.map(lambda borrower: Usage(borrower, asked[0].use.days()[0], tuple(asked)))
)


@given(st.sampled_from(PREPARED), usages)
def test_a_quote_adds_up_explains_itself_and_is_never_negative(prepared: Prepared, asked: Usage) -> None:
    found = quote(prepared, asked)
    assert found.net == sum(each.amount for each in found.lines) >= 0
    assert found.total == found.net + found.vat >= 0
    assert found.deposit == sum(each.amount for each in found.deposits) >= 0
    for each in (*found.lines, *found.deposits):
        assert json.loads(json.dumps(each.details)) == each.details
        assert all(explain(each, language).endswith(f"(art. {each.article})") for language in ("nl", "en", "fr"))
        # A quantity is shown to six decimals, so with more than that only a cent's difference is left.
        assert abs(each.amount - half_up(each.quantity * each.unit_price * each.factor)) <= (each.quantity % 1 != 0)


@given(st.sampled_from(PREPARED), usages)
def test_a_quote_recomputes_to_itself(prepared: Prepared, asked: Usage) -> None:
    def computed() -> Quote:
        return quote(prepared, asked)

    assert computed() == computed()


@given(periods)
def test_the_hours_billed_are_the_hours_that_passed(period: Period) -> None:
    windows = [{"from": "22:00", "until": "06:00", "percent": "125"}, {"days": ["sa", "su"], "percent": "150"}]
    terms = regulation({"kind": "time", "minutes": 1, "prices": {"all": {"price": 100}}, "windows": windows})
    line = LineUsage(1, "A", "hall", 1, period, period, period)
    found = quote(terms, Usage(Applicant("resident"), period.days()[0], (line,)))
    assert sum(each.quantity for each in found.lines) == period.length // timedelta(minutes=1)
