"""How far ahead, how long, how much: the amounts of an owner's rule over month ends, leap days, holidays and changes of the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.rules.catalogue import RuleCard, contending, ruling_of
from booking.rules.lending import Blackout, Duration, Lead, LeadUnit, Quota
from booking.rules.periods import Period, day_period, moment_on
from tests.rules.admission.ordinary import PLATFORM

HOLIDAYS = frozenset({date(2027, 5, 6), date(2027, 5, 17)})

AHEAD = [
    (Lead(0), date(2027, 5, 12), date(2027, 5, 12)),
    (Lead(14), date(2027, 5, 12), date(2027, 4, 28)),
    (Lead(1, "weeks"), date(2027, 3, 31), date(2027, 3, 24)),  # over the night of the clock a week stays seven dates
    (Lead(1, "months"), date(2027, 2, 28), date(2027, 1, 28)),
    (Lead(1, "months"), date(2027, 3, 31), date(2027, 2, 28)),
    (Lead(1, "months"), date(2028, 3, 31), date(2028, 2, 29)),
    (Lead(1, "months"), date(2027, 3, 1), date(2027, 2, 1)),
    (Lead(12, "months"), date(2028, 2, 29), date(2027, 2, 28)),
    (Lead(13, "months"), date(2027, 1, 31), date(2025, 12, 31)),
    (Lead(1, "working_days"), date(2027, 5, 10), date(2027, 5, 7)),  # Monday: the Friday before
    (Lead(2, "working_days"), date(2027, 5, 10), date(2027, 5, 5)),  # and over Ascension Day
    (Lead(5, "working_days"), date(2027, 5, 18), date(2027, 5, 10)),  # Whit Monday is none
    (Lead(0, "working_days"), date(2027, 5, 9), date(2027, 5, 9)),
    (Lead(999_999), date(2027, 5, 12), date.min),
    (Lead(99_999, "months"), date(2027, 5, 12), date.min),
]


@pytest.mark.parametrize(("lead", "day", "before"), AHEAD, ids=[f"{lead.amount} {lead.unit} before {day}" for lead, day, _ in AHEAD])
def test_so_far_ahead_of_a_date(lead: Lead, day: date, before: date) -> None:
    assert lead.before(day, HOLIDAYS) == before


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.sampled_from([*LeadUnit]))
def test_further_ahead_is_never_later(day: date, amount: int, unit: str) -> None:
    nearer, further = Lead(amount, unit).before(day, HOLIDAYS), Lead(amount + 1, unit).before(day, HOLIDAYS)
    assert further <= nearer <= day


def test_hours_elapse_and_days_are_dates() -> None:
    short_night = Period(moment_on(date(2027, 3, 28), 0), moment_on(date(2027, 3, 28), 240))
    assert Duration(4, "hours").exceeds(short_night)
    assert not Duration(3, "hours").exceeds(short_night)
    assert not Duration(3, "hours").is_exceeded_by(short_night)
    assert Duration(2).is_exceeded_by(day_period(date(2027, 3, 27), date(2027, 3, 29)))
    assert not Duration(3).is_exceeded_by(day_period(date(2027, 3, 27), date(2027, 3, 29)))


@pytest.mark.parametrize(("quota", "taken"), [(Quota(9), 1), (Quota(9, "days"), 3), (Quota(9, "units"), 40)])
def test_what_one_loan_takes_of_a_quota(quota: Quota, taken: int) -> None:
    assert quota.taken_by(day_period(date(2027, 3, 27), date(2027, 3, 29)), 40) == taken


def test_a_yearly_blackout_is_found_in_every_year_that_a_loan_touches() -> None:
    rest = Blackout(date(2025, 12, 24), date(2026, 1, 2), yearly=True)
    assert rest.hit(date(2031, 12, 31), date(2032, 1, 1)) == (date(2031, 12, 24), date(2032, 1, 2))
    assert rest.hit(date(2032, 1, 2), date(2032, 1, 2)) == (date(2031, 12, 24), date(2032, 1, 2))
    assert rest.hit(date(2032, 1, 3), date(2032, 12, 23)) is None


def card(key: int, **fields: object) -> RuleCard:
    return replace(RuleCard(key, None, None, None, None, {"decision_days": key}), **fields)  # type: ignore[arg-type]


NARROWER = [
    (card(1), card(2, borrower_kind="authority")),
    (card(1, borrower_kind="authority"), card(2, recognition="any")),
    (card(1, recognition="any"), card(2, recognition="youth")),
    (card(1, recognition="youth"), card(2, relation="partner")),
    (card(1, relation="partner", borrower_kind="authority"), card(2, category=3)),
    (card(1, category=3, relation="partner"), card(2, asset=5)),
]


@pytest.mark.parametrize(("wide", "narrow"), NARROWER)
def test_the_most_specific_rule_answers_whatever_their_order(wide: RuleCard, narrow: RuleCard) -> None:
    for rules in ((wide, narrow), (narrow, wide)):
        answers = ruling_of(rules, PLATFORM, "partner", "authority", {"youth"}).answers
        assert answers["decision_days"] == (2, narrow)


def test_who_is_not_recognised_does_not_meet_a_rule_for_who_is() -> None:
    rules = [card(1), card(2, recognition="any"), card(3, recognition="sport")]
    assert ruling_of(rules, PLATFORM, "partner", "authority").answers["decision_days"][0] == 1
    assert ruling_of(rules, PLATFORM, "partner", "authority", {"youth"}).answers["decision_days"][0] == 2


JANUARY, MARCH = {"last": date(2027, 1, 31)}, {"first": date(2027, 3, 1)}


@pytest.mark.parametrize(("one", "other", "contend"), [
    (card(1), card(2), True),
    (card(1), card(2, relation="own"), False),
    (card(1), card(2, answers={"quota": Quota(1)}), False),
    (card(1, **JANUARY), card(2, **MARCH), False),
    (card(1, **JANUARY), card(2, first=date(2027, 1, 31)), True),
    (card(1, first=date(2027, 3, 2), last=date(2027, 3, 1)), card(2), False),
])  # fmt: skip
def test_rules_that_are_as_specific_contend_about_the_same_on_the_same_day(one: RuleCard, other: RuleCard, contend: bool) -> None:
    assert bool(contending(one, [one, other])) is contend
    assert bool(contending(other, [one, other])) is contend
