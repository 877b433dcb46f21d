"""Belgian, Flemish and local holidays of 2026 to 2028."""

from __future__ import annotations

from datetime import date

import pytest

from booking.queries.holidays import legal, national, school
from booking.rules.holidays import Yearly, merged


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "Nieuwjaar"),
        ("2026-04-06", "Paasmaandag"),
        ("2026-05-14", "O. L. H. Hemelvaart"),
        ("2026-05-25", "Pinkstermaandag"),
        ("2027-03-29", "Paasmaandag"),
        ("2027-05-01", "Dag van de Arbeid"),
        ("2027-05-06", "O. L. H. Hemelvaart"),
        ("2027-05-17", "Pinkstermaandag"),
        ("2027-07-11", "Feest van de Vlaamse Gemeenschap"),
        ("2027-07-21", "Nationale feestdag"),
        ("2027-08-15", "O. L. V. Hemelvaart"),
        ("2027-11-01", "Allerheiligen"),
        ("2027-11-11", "Wapenstilstand"),
        ("2027-12-25", "Kerstmis"),
        ("2028-04-17", "Paasmaandag"),
        ("2028-05-25", "O. L. H. Hemelvaart"),
        ("2028-06-05", "Pinkstermaandag"),
        ("2028-07-11", "Feest van de Vlaamse Gemeenschap"),
    ],
)
def test_national_holidays_by_name(day: str, name: str) -> None:
    assert national(2026, 2028)[date.fromisoformat(day)] == name


def test_a_year_has_ten_legal_holidays_beside_easter_and_whit_sunday() -> None:
    sundays = {date(2027, 3, 28), date(2027, 5, 16)}
    assert len(legal(2027, 2027).keys() - sundays) == 10


def test_the_eleventh_of_july_is_no_legal_holiday() -> None:
    assert national(2026, 2028).keys() - legal(2026, 2028).keys() == {date(year, 7, 11) for year in (2026, 2027, 2028)}


def test_holidays_come_in_order_and_within_the_years_asked() -> None:
    days = list(national(2026, 2028))
    assert days == sorted(days)
    assert {day.year for day in days} == {2026, 2027, 2028}


def test_what_a_caller_does_with_its_holidays_does_not_reach_the_next() -> None:
    national(2027, 2027).clear()
    legal(2027, 2027).clear()
    assert len(national(2027, 2027)) == len(legal(2027, 2027)) + 1 == 13


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("2026-02-16", "2026-02-22", id="krokus 2026"),
        pytest.param("2026-04-06", "2026-04-19", id="paas 2026"),
        pytest.param("2026-07-01", "2026-08-31", id="zomer 2026"),
        pytest.param("2026-11-02", "2026-11-08", id="herfst 2026, from the Monday after a Sunday"),
        pytest.param("2026-12-21", "2027-01-03", id="kerst 2026"),
        pytest.param("2027-02-08", "2027-02-14", id="krokus 2027"),
        pytest.param("2027-03-29", "2027-04-11", id="paas 2027, after an Easter in March"),
        pytest.param("2027-11-01", "2027-11-07", id="herfst 2027"),
        pytest.param("2027-12-27", "2028-01-09", id="kerst 2027, from the Monday after a Saturday"),
        pytest.param("2028-02-28", "2028-03-05", id="krokus 2028"),
        pytest.param("2028-04-03", "2028-04-17", id="paas 2028, before an Easter after 15 April, whose Monday follows"),
    ],
)
def test_school_holidays_from_their_first_to_their_last_date(first: str, last: str) -> None:
    begin, until = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    closed = school(2026, 2028)
    assert all(date.fromordinal(day) in closed for day in range(begin, until + 1))
    assert date.fromordinal(begin - 1) not in closed
    assert date.fromordinal(until + 1) not in closed


LOCAL = (Yearly(11, 2, "Allerzielen"), Yearly(12, 26, "Tweede kerstdag"), Yearly(12, 25, "Kerstdag van de gemeente"))


def test_local_holidays_join_the_national_ones_in_order() -> None:
    given = {date(2027, 12, 25): "Kerstmis", date(2028, 1, 1): "Nieuwjaar"}
    assert list(merged(given, {date(2027, 5, 7): "Brugdag"}, LOCAL).items()) == [
        (date(2027, 5, 7), "Brugdag"),
        (date(2027, 11, 2), "Allerzielen"),
        (date(2027, 12, 25), "Kerstmis"),
        (date(2027, 12, 26), "Tweede kerstdag"),
        (date(2028, 1, 1), "Nieuwjaar"),
        (date(2028, 11, 2), "Allerzielen"),
        (date(2028, 12, 25), "Kerstdag van de gemeente"),
        (date(2028, 12, 26), "Tweede kerstdag"),
    ]


def test_a_municipality_may_serve_on_a_holiday() -> None:
    assert date(2027, 7, 11) not in merged(national(2027, 2027), {}, served={date(2027, 7, 11)})


def test_a_leap_day_is_a_holiday_in_leap_years_only() -> None:
    found = merged(national(2026, 2028), {}, [Yearly(2, 29, "Schrikkeldag")])
    assert [day for day, name in found.items() if name == "Schrikkeldag"] == [date(2028, 2, 29)]
