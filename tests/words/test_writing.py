"""Dates, money, numbers and lists as people write them in three languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from booking.rules.kinds import Purpose
from booking.rules.periods import Period, day_period
from booking.words.format import written
from booking.words.money import money

SPACE = "\N{NO-BREAK SPACE}"
SATURDAY = datetime(2027, 6, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cents", "nl", "en", "fr"),
    [
        (0, "€ 0,00", "€0.00", f"0,00{SPACE}€"),
        (5, "€ 0,05", "€0.05", f"0,05{SPACE}€"),
        (123_450, "€ 1.234,50", "€1,234.50", f"1{SPACE}234,50{SPACE}€"),
        (250_000_000, "€ 2.500.000,00", "€2,500,000.00", f"2{SPACE}500{SPACE}000,00{SPACE}€"),
        (-1_299, "€ -12,99", "-€12.99", f"-12,99{SPACE}€"),
    ],
)
def test_money_is_whole_cents(cents, nl, en, fr):
    assert [money(cents, language) for language in ("nl", "en", "fr")] == [nl, en, fr]
    assert [written("price_cents", cents, language) for language in ("nl", "en", "fr")] == [nl, en, fr]


@pytest.mark.parametrize(
    ("value", "nl", "en", "fr"),
    [
        (date(2027, 6, 12), "za 12 juni 2027", "Sat 12 June 2027", "sam. 12 juin 2027"),
        ("2027-05-01", "za 1 mei 2027", "Sat 1 May 2027", "sam. 1er mai 2027"),
        (SATURDAY, "za 12 juni 2027 14:00", "Sat 12 June 2027 14:00", "sam. 12 juin 2027 14:00"),
        ("2027-05-12T09:00:00+00:00", "wo 12 mei 2027 11:00", "Wed 12 May 2027 11:00", "mer. 12 mai 2027 11:00"),
        ("2027-01-12T23:30:00Z", "wo 13 januari 2027 00:30", "Wed 13 January 2027 00:30", "mer. 13 janvier 2027 00:30"),
        # the hour that the clock shows twice, and one that a person typed and the clock never shows
        ("2026-10-25T00:30:00Z", "zo 25 oktober 2026 02:30 (zomertijd)", "Sun 25 October 2026 02:30 (summer time)", None),
        ("2026-10-25T01:30:00Z", "zo 25 oktober 2026 02:30 (wintertijd)", "Sun 25 October 2026 02:30 (winter time)", None),
        ("2026-10-25T02:30:00Z", "zo 25 oktober 2026 03:30", "Sun 25 October 2026 03:30", None),
        ("2027-03-28T02:30", "zo 28 maart 2027 02:30", "Sun 28 March 2027 02:30", None),
        # what only looks like a date
        ("2027-02-30", "2027-02-30", "2027-02-30", "2027-02-30"),
        ("SD-2027-000123", "SD-2027-000123", "SD-2027-000123", "SD-2027-000123"),
    ],
)
def test_dates_and_moments_are_brussels_time_also_when_they_come_back_from_json(value, nl, en, fr):
    assert (written("until", value, "nl"), written("until", value, "en")) == (nl, en)
    assert fr is None or written("until", value, "fr") == fr


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(SATURDAY, datetime(2027, 6, 12, 16, tzinfo=UTC)), "za 12 juni 2027 14:00–18:00"),
        (Period(SATURDAY, datetime(2027, 6, 14, 8, tzinfo=UTC)), "za 12 juni 2027 14:00 – ma 14 juni 2027 10:00"),
        (day_period(date(2027, 6, 12)), "za 12 juni 2027"),
        (day_period(date(2027, 3, 27), date(2027, 3, 28)), "za 27 maart 2027 – zo 28 maart 2027"),
        (
            Period(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
            "zo 25 oktober 2026 02:30 (zomertijd)–02:30 (wintertijd)",
        ),
    ],
)
def test_a_period_says_no_more_than_it_must(period, text):
    assert written("period", period, "nl") == text


@pytest.mark.parametrize(
    ("field", "value", "nl", "en", "fr"),
    [
        ("days", 1, "1 dag", "1 day", "1 jour"),
        ("days", 14, "14 dagen", "14 days", "14 jours"),
        ("days", 0, "0 dagen", "0 days", "0 jour"),
        ("hours", Decimal("1.50"), "1,5 uur", "1.5 hours", "1,5 heure"),
        ("working_days", 5, "5 werkdagen", "5 working days", "5 jours ouvrables"),
        ("year", 2027, "2027", "2027", "2027"),
        ("limit", 10_000, "10.000", "10,000", f"10{SPACE}000"),
        ("share", 2.5, "2,5", "2.5", "2,5"),
        ("covered", True, "ja", "yes", "oui"),
        ("assets", ["HW-01"], "HW-01", "HW-01", "HW-01"),
        ("assets", ["HW-01", "HW-02", "HW-03"], "HW-01, HW-02 en HW-03", "HW-01, HW-02 and HW-03", "HW-01, HW-02 et HW-03"),
        ("dates", ("2027-06-12", date(2027, 6, 13)), "za 12 juni 2027 en zo 13 juni 2027", "Sat 12 June 2027 and Sun 13 June 2027", None),
        ("whatever", Purpose.EVENT, "event", "event", "event"),
    ],
)
def test_numbers_and_lists_read_as_language(field, value, nl, en, fr):
    assert (written(field, value, "nl"), written(field, value, "en")) == (nl, en)
    assert fr is None or written(field, value, "fr") == fr
