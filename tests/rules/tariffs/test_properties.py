"""What holds for every price, whatever is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from booking.rules.periods import Period
from booking.rules.tariffs import Applicant, LineUsage, Prepared, Usage, from_plain, prepare, quote, to_plain
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


HOLIDAYS = frozenset(date(2026, 12, day) for day in (25, 26))
SCHOOLS = frozenset(date(2026, 12, 21) + timedelta(days=number) for number in range(14))


def of_lines(asked: Sequence[LineUsage], borrower: Applicant) -> Usage:
    """A dossier of these lines, numbered in order."""
    numbered = tuple(replace(line, number=number) for number, line in enumerate(asked, 1))
    return Usage(borrower, numbered[0].use.days()[0], numbered, HOLIDAYS, school_holidays=SCHOOLS)


usages = st.lists(lines(), min_size=1, max_size=4).flatmap(lambda asked: applicants.map(lambda borrower: of_lines(asked, borrower)))


@given(st.sampled_from(PREPARED), usages)
def test_a_quote_adds_up_explains_itself_and_is_never_negative(prepared: Prepared, asked: Usage) -> None:
    found = quote(prepared, asked)
    assert found.net == sum(each.amount for each in found.lines) >= 0
    assert found.total == found.net + found.vat >= 0
    assert found.deposit == sum(each.amount for each in found.deposits) >= 0
    for each in (*found.lines, *found.deposits):
        assert json.loads(json.dumps(each.details)) == each.details
        assert all(explain(each, language).endswith(f"(art. {each.article})") for language in ("nl", "en", "fr"))
        # A quantity is shown to six decimals and what is capped to the cent, so with more than that only a cent's difference is left.
        shortened = each.quantity % 1 != 0 or each.code == "capped"
        assert abs(each.amount - half_up(each.quantity * each.unit_price * each.factor)) <= shortened


@given(st.sampled_from(PREPARED), usages)
def test_a_quote_recomputes_to_itself_from_the_rows_that_are_kept(prepared: Prepared, asked: Usage) -> None:
    kept = from_plain(json.loads(json.dumps(to_plain(prepared.regulation), sort_keys=True)))
    assert quote(kept, asked) == quote(prepared, asked)


@given(st.sampled_from(PREPARED), lines(), applicants, st.integers(1, 79))
def test_splitting_a_line_changes_nothing_but_rounding(prepared: Prepared, asked: LineUsage, borrower: Applicant, first: int) -> None:
    """The same asset at the same time over two lines; what is measured of a trip is left out, for it is told once."""
    one = replace(asked, measures={}, units=asked.units + 1)
    first = first % asked.units + 1
    whole = quote(prepared, of_lines([one], borrower))
    split = quote(prepared, of_lines([replace(one, units=first), replace(one, units=one.units - first)], borrower))
    assert abs(split.net - whole.net) <= len(split.lines)
    assert abs(split.deposit - whole.deposit) <= len(split.deposits)


LENGTHS = ("hours_over", "hours_from", "hours_to", "hours_under", "days_from", "days_to")


def looks_at_length(prepared: Prepared, line: LineUsage) -> bool:
    """True where the text itself prices by thresholds: a condition on the length, a flat price above it, a cheapest combination."""
    for clause in prepared.clauses(line.category, line.asset)[0]:
        conditions = [condition for condition in (clause.terms["when"], *clause.terms["adjust"]) if condition]
        if any(condition[name] is not None for condition in conditions for name in LENGTHS):
            return True
        if clause.article.kind == "cheapest" or clause.terms.get("flat_above") is not None:
            return True
    return False


@given(st.sampled_from(PREPARED), lines(), applicants, st.integers(1, 60 * 24 * 4))
def test_a_longer_stay_is_cheaper_only_where_the_text_says_so(
    prepared: Prepared, asked: LineUsage, borrower: Applicant, minutes: int
) -> None:
    longer = Period(asked.use.start, asked.use.end + timedelta(minutes=minutes))
    short = quote(prepared, of_lines([asked], borrower))
    long = quote(prepared, of_lines([replace(asked, use=longer, custody=longer, blocked=longer)], borrower))
    assert long.net >= short.net or looks_at_length(prepared, asked)


@given(periods)
def test_the_hours_billed_are_the_hours_that_passed(period: Period) -> None:
    windows = [{"from": "22:00", "until": "06:00", "percent": "125"}, {"days": ["sa", "su"], "percent": "150"}]
    terms = regulation({"kind": "time", "minutes": 1, "prices": {"all": {"price": 100}}, "windows": windows})
    line = LineUsage(1, "A", "hall", 1, period, period, period)
    found = quote(terms, Usage(Applicant("resident"), period.days()[0], (line,)))
    assert sum(each.quantity for each in found.lines) == period.length // timedelta(minutes=1)
