"""Fair use by shares, worked out by hand: whole years, a leap year, shares that change in the middle, and nights of another length."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from booking.rules.catalogue import Spell
from booking.rules.periods import Period, day_period, moment_on
from booking.rules.shares import Balance, Claim, FairUseCard, Loan, balances, claim, entitled, used, weighted

MALLE, RANST, ZANDHOVEN, SCHOTEN = 1, 2, 3, 4
EVER = date(2020, 1, 1)
TERMS = (FairUseCard(1, EVER),)
FLAT = (FairUseCard(2, EVER, None, Decimal(1), Decimal(1)),)
HALVES = (Spell(MALLE, EVER, None, 5_000), Spell(RANST, EVER, None, 5_000))
THIRDS = (Spell(MALLE, EVER, None, 3_334), Spell(RANST, EVER, None, 3_333), Spell(ZANDHOVEN, EVER, None, 3_333))
MOVED = (
    Spell(MALLE, EVER, None, 5_000), Spell(RANST, EVER, date(2027, 6, 30), 5_000), Spell(SCHOTEN, date(2027, 7, 1), None, 5_000),
)  # fmt: skip

# 2027 has 261 weekdays, 104 days of weekends of which 18 in July and August: 261 + 86 × 1,5 + 18 × 2 = 426.
# 2028 is a leap year with 260 weekdays and 106 days of weekends, 18 in summer: 260 + 88 × 1,5 + 18 × 2 = 428.
YEARS: list[tuple[str, tuple[FairUseCard, ...], tuple[Spell, ...], int, int, dict[int, str]]] = [
    ("every day counts one", FLAT, HALVES, 2027, 1, {MALLE: "182.5", RANST: "182.5"}),
    ("a leap year has one day more", FLAT, HALVES, 2028, 1, {MALLE: "183", RANST: "183"}),
    ("weekends and summer weekends weigh more", TERMS, HALVES, 2027, 1, {MALLE: "213", RANST: "213"}),
    ("of a leap year too", TERMS, HALVES, 2028, 1, {MALLE: "214", RANST: "214"}),
    ("thirds are kept to a ten-thousandth and lose nothing", TERMS, THIRDS, 2027, 1,
     {MALLE: "142.0284", RANST: "141.9858", ZANDHOVEN: "141.9858"}),
    # Until 30 June: 129 weekdays and 52 days of weekends = 129 + 78 = 207; after that 132, 34 and 18 in summer = 132 + 51 + 36 = 219.
    ("a share that changes hands in the middle of the year", TERMS, MOVED, 2027, 1, {MALLE: "213", RANST: "103.5", SCHOTEN: "109.5"}),
    ("of bulk each unit counts", FLAT, HALVES, 2027, 100, {MALLE: "18250", RANST: "18250"}),
    ("agreed in the middle of a year, it counts from that day", (FairUseCard(3, date(2027, 12, 1), None, Decimal(1), Decimal(1)),), HALVES,
     2027, 1, {MALLE: "15.5", RANST: "15.5"}),
    ("agreed otherwise in the middle of a year, each part counts its own way",
     (FairUseCard(5, date(2027, 7, 1), None), FairUseCard(4, EVER, date(2027, 6, 30), Decimal(1), Decimal(1))), HALVES,
     2027, 1, {MALLE: "200", RANST: "200"}),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "shares", "year", "units", "days"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS])
def test_what_the_shares_of_a_year_give(
    terms: tuple[FairUseCard, ...], shares: tuple[Spell, ...], year: int, units: int, days: dict[int, str]
) -> None:
    assert entitled(terms, shares, year, units) == {house: Decimal(text) for house, text in days.items()}


def test_the_days_of_a_year_are_given_to_the_last_one() -> None:
    assert sum(entitled(TERMS, THIRDS, 2027).values()) == 426


def custody(first: date, hour: int, last: date, until: int) -> Period:
    return Period(moment_on(first, hour * 60), moment_on(last, until * 60))


LOANS: list[tuple[str, Period, int, str]] = [
    ("a Wednesday", custody(date(2027, 5, 12), 8, date(2027, 5, 12), 16), 1, "1"),
    ("from Friday afternoon to Monday morning", custody(date(2027, 5, 14), 15, date(2027, 5, 17), 9), 1, "5"),
    ("the same in July", custody(date(2027, 7, 9), 15, date(2027, 7, 12), 9), 1, "6"),
    ("until midnight does not touch the day that begins", custody(date(2027, 5, 12), 8, date(2027, 5, 13), 0), 1, "1"),
    ("a minute after midnight does", Period(moment_on(date(2027, 5, 12), 480), moment_on(date(2027, 5, 13), 1)), 1, "2"),
    ("the night of 23 hours is a day like another", day_period(date(2027, 3, 27), date(2027, 3, 29)), 1, "4"),
    ("and so is the one of 25", day_period(date(2027, 10, 30), date(2027, 11, 1)), 1, "4"),
    ("half an hour before midnight in Brussels, on the evening before the clock changes",
     Period(moment_on(date(2027, 3, 27), 1410), moment_on(date(2027, 3, 28), 600)), 1, "3"),
    ("over New Year each year has its own days", custody(date(2026, 12, 31), 8, date(2027, 1, 1), 9), 1, "1"),
    ("twenty barriers for a day", custody(date(2027, 5, 12), 8, date(2027, 5, 12), 16), 20, "20"),
    ("the 29th of February", day_period(date(2028, 2, 29)), 1, "0"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "units", "days"), [row[1:] for row in LOANS], ids=[row[0] for row in LOANS])
def test_what_a_loan_weighs_in_2027(period: Period, units: int, days: str) -> None:
    assert used(TERMS, [Loan(MALLE, period, units)], 2027) == {MALLE: Decimal(days)}


def test_a_balance_says_what_is_left_or_overdrawn() -> None:
    weeks = [Loan(MALLE, day_period(date(2027, 1, 4), date(2027, 6, 30))), Loan(None, day_period(date(2027, 8, 2)))]
    found = balances(FLAT, HALVES, weeks, 2027)
    assert found == {MALLE: Balance(Decimal("182.5"), Decimal(178)), RANST: Balance(Decimal("182.5"), Decimal(0))}
    assert (found[MALLE].left, found[MALLE].percent) == (Decimal("4.5"), Decimal("97.5"))
    assert Balance(Decimal(10), Decimal("12.5")).left == Decimal("-2.5")
    assert Balance(Decimal(0), Decimal(0)).percent == 0


def claimed(terms: tuple[FairUseCard, ...], shares: tuple[Spell, ...], had: list[Loan], house: int, first: date, last: date) -> Claim:
    found = claim(terms, shares, had, Loan(house, day_period(first, last)))
    assert found is not None
    return found


def test_a_request_exceeds_a_share_by_the_first_day_over_it() -> None:
    tenth = (Spell(MALLE, EVER, None, 1_000), Spell(RANST, EVER, None, 9_000))  # 42,6 days of 2027
    had = [Loan(MALLE, day_period(date(2027, 1, 4), date(2027, 1, 8))) for _ in range(8)]  # 40 days
    assert not claimed(TERMS, tenth, had, MALLE, date(2027, 5, 11), date(2027, 5, 12)).exceeds
    beyond = claimed(TERMS, tenth, had, MALLE, date(2027, 5, 11), date(2027, 5, 13))
    assert (beyond.exceeds, beyond.year, beyond.asked, beyond.others_left, beyond.share) == (True, 2027, 3, Decimal("383.4"), 1_000)
    assert beyond.until == moment_on(date(2027, 3, 16), 0)  # eight weeks before its first day


def test_over_new_year_the_year_that_is_overdrawn_is_told() -> None:
    sold = (
        Spell(MALLE, EVER, date(2026, 12, 31), 10_000),
        Spell(RANST, date(2027, 1, 1), None, 9_999),
        Spell(MALLE, date(2027, 1, 1), None, 1),
    )
    found = claimed(FLAT, sold, [], MALLE, date(2026, 12, 31), date(2027, 1, 2))
    assert (found.year, found.exceeds) == (2027, True)


def test_who_holds_no_share_asks_what_others_have_left_and_where_nobody_counts_nothing_is_asked() -> None:
    outside = claimed(TERMS, HALVES, [], SCHOTEN, date(2027, 5, 12), date(2027, 5, 12))
    assert (outside.mine, outside.others_left) == (None, 426)
    wanted = Loan(SCHOTEN, day_period(date(2027, 5, 12)))
    assert claim((), HALVES, [], wanted) is None
    assert claim(TERMS, (), [], wanted) is None


def test_summer_has_the_months_that_were_agreed() -> None:
    june = (FairUseCard(1, EVER, None, Decimal("1.25"), Decimal(3), (6, 6)),)
    saturdays = [date(2027, 6, 26), date(2027, 7, 3)]
    assert weighted(june, saturdays) == Decimal("4.25")


def test_centuries_are_counted_by_their_first_years_so_that_nobody_waits() -> None:
    found = claimed(TERMS, HALVES, [], RANST, date(2027, 3, 1), date(2999, 12, 30))
    assert (found.year, found.exceeds) == (2027, True)
