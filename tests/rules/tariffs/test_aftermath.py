"""Notice is counted in calendar days and in working days strictly between; what is let off never exceeds what was due."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.tariffs import quote
from booking.rules.tariffs.kinds.aftermath import working_days_between
from tests.rules.tariffs.shorthand import line, regulation, usage

WEDNESDAY = date(2027, 6, 16)
LADDER = {"kind": "cancellation", "steps": [{"days": 5, "percent": "0"}, {"working_days": 2, "percent": "50"}]}
HIRE = {"kind": "forfait", "prices": {"all": {"price": 31000}}, "vat": {"all": "21"}}
DEPOSIT = {"kind": "deposit", "prices": {"all": {"price": 5000}}}


@pytest.mark.parametrize(
    ("notice", "holidays", "days"),
    [
        (date(2027, 6, 11), frozenset(), 2),
        (date(2027, 6, 12), frozenset(), 2),
        (date(2027, 6, 12), frozenset({date(2027, 6, 14)}), 1),
        (date(2027, 6, 15), frozenset(), 0),
        (date(2027, 6, 16), frozenset(), 0),
        (date(2027, 6, 20), frozenset(), 0),
    ],
)
def test_working_days_are_counted_strictly_between(notice: date, holidays: frozenset[date], days: int) -> None:
    assert working_days_between(notice, WEDNESDAY, holidays) == days


@pytest.mark.parametrize(
    ("cancelled_on", "net", "vat"),
    [(None, 31000, 6510), (date(2027, 6, 11), 0, 0), (date(2027, 6, 12), 15500, 3255), (date(2027, 6, 15), 31000, 6510)],
)
def test_a_cancellation_leaves_what_its_notice_says(cancelled_on: date | None, net: int, vat: int) -> None:
    asked = line("2027-06-16 14:00 - 2027-06-16 20:00")
    found = quote(regulation(HIRE, LADDER, DEPOSIT), usage(asked, cancelled_on=cancelled_on))
    assert (found.net, found.vat, found.deposit) == (net, vat, 0 if cancelled_on else 5000)


@pytest.mark.parametrize(("cancelled_on", "net"), [(date(2027, 6, 11), 0), (date(2027, 6, 12), 20000), (date(2027, 6, 15), 40000)])
def test_who_withdraws_in_time_owes_no_minimum_wherever_it_stands(cancelled_on: date, net: int) -> None:
    asked, minimum = line("2027-06-16 14:00 - 2027-06-16 20:00"), {"kind": "minimum", "prices": {"all": {"price": 40000}}}
    for articles in ((HIRE, minimum, LADDER), (HIRE, LADDER, minimum)):
        assert quote(regulation(*articles), usage(asked, cancelled_on=cancelled_on)).net == net


def test_only_the_lines_that_came_back_late_pay_a_share_of_their_deposit() -> None:
    share = {"kind": "deposit_share", "measure": "days_late", "percent": "10", "prices": {"all": {"minimum": 600}}}
    found = quote(regulation(DEPOSIT, share), usage(line(number=1, units=2), line(number=2, units=2, measures={"days_late": 3})))
    assert [each.amount for each in found.lines] == [1000]
    assert quote(regulation(DEPOSIT, share), usage(line(measures={"days_late": 1}))).total == 600
