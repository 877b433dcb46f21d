"""Calendars as Google, Outlook, Apple and school programs write them, read as their own program shows them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
from dateutil import rrule

from booking.formats.ical_reading import Reading, Unreadable, read
from booking.formats.ical_reading.recurrence import rule, starts
from booking.formats.ical_reading.values import When
from booking.rules.periods import BRUSSELS, local
from tests.support.calendars import calendar, event

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
END = NOW + timedelta(days=1129)

GOOGLE = b"""BEGIN:VCALENDAR\r
PRODID:-//Google Inc//Google Calendar 70.9054//EN\r
VERSION:2.0\r
X-WR-TIMEZONE:Europe/Brussels\r
BEGIN:VTIMEZONE\r
TZID:Europe/Brussels\r
BEGIN:STANDARD\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
DTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Brussels:20270308T090000\r
DTEND;TZID=Europe/Brussels:20270308T103000\r
RRULE:FREQ=WEEKLY;UNTIL=20270412T215959Z;BYDAY=MO,TH\r
EXDATE;TZID=Europe/Brussels:20270311T090000\r
UID:turnen@google.com\r
SEQUENCE:1\r
STATUS:CONFIRMED\r
SUMMARY:Turnen 3A\\, 3B\r
TRANSP:OPAQUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Brussels:20270315T130000\r
DTEND;TZID=Europe/Brussels:20270315T143000\r
UID:turnen@google.com\r
RECURRENCE-ID;TZID=Europe/Brussels:20270315T090000\r
SUMMARY:Turnen verplaatst\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20270318T080000Z\r
DTEND:20270318T093000Z\r
UID:turnen@google.com\r
RECURRENCE-ID;TZID=Europe/Brussels:20270318T090000\r
STATUS:CANCELLED\r
SUMMARY:Turnen 3A\\, 3B\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20270501\r
DTEND;VALUE=DATE:20270503\r
UID:feest@google.com\r
SUMMARY:Schoolfeest\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20270510\r
UID:herinnering@google.com\r
TRANSP:TRANSPARENT\r
SUMMARY:Rapport\r
END:VEVENT\r
END:VCALENDAR\r
"""

OUTLOOK = b"""BEGIN:VCALENDAR\r
METHOD:PUBLISH\r
PRODID:Microsoft Exchange Server 2010\r
BEGIN:VTIMEZONE\r
TZID:Customized Time Zone\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:040000008200E00074C5B7101A82E008\r
SUMMARY;LANGUAGE=nl-BE:Zumba\r
DTSTART;TZID=Romance Standard Time:20270322T190000\r
DTEND;TZID=Romance Standard Time:20270322T203000\r
RRULE:FREQ=MONTHLY;COUNT=2;BYDAY=-1MO\r
X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
SUMMARY:Vergadering\r
DTSTART;TZID="Customized Time Zone":20270705T100000\r
DTEND;TZID="Customized Time Zone":20270705T110000\r
BEGIN:VALARM\r
ACTION:DISPLAY\r
DESCRIPTION:REMINDER\r
TRIGGER;RELATED=START:-PT15M\r
END:VALARM\r
END:VEVENT\r
END:VCALENDAR\r
"""

LOOSE = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20270614T140000
DURATION:PT1H30M
SUMMARY:Zwevende tijd,
 op twee lijnen
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20270614T140000
DTEND;TZID=/mozilla.org/20050126_1/Europe/London:20270614T150000
SUMMARY:Londen
END:VEVENT
BEGIN:VEVENT
DTSTART:20270615T080000Z
SUMMARY:Een ogenblik
END:VEVENT
BEGIN:VEVENT
DTSTART:20200615T080000Z
DTEND:20200615T070000Z
SUMMARY:Lang voorbij en achterstevoren
END:VEVENT
END:VCALENDAR
"""


def told(found: Reading) -> list[str]:
    return [f"{local(each.starts):%d/%m %H:%M}-{local(each.ends):%d/%m %H:%M} {each.title}" for each in found.occurrences]


def test_a_calendar_of_google_with_a_day_moved_one_cancelled_and_one_left_out() -> None:
    found = read(GOOGLE, NOW, END)
    assert told(found) == [
        "08/03 09:00-08/03 10:30 Turnen 3A, 3B",
        "15/03 13:00-15/03 14:30 Turnen verplaatst",
        "22/03 09:00-22/03 10:30 Turnen 3A, 3B",
        "25/03 09:00-25/03 10:30 Turnen 3A, 3B",
        "29/03 09:00-29/03 10:30 Turnen 3A, 3B",  # summer time: the same hour of the clock
        "01/04 09:00-01/04 10:30 Turnen 3A, 3B",
        "05/04 09:00-05/04 10:30 Turnen 3A, 3B",
        "08/04 09:00-08/04 10:30 Turnen 3A, 3B",
        "12/04 09:00-12/04 10:30 Turnen 3A, 3B",
        "01/05 00:00-03/05 00:00 Schoolfeest",
    ]
    assert found.ignored == {"calendar_free": (1, ("Rapport",)), "calendar_off": (1, ("Turnen 3A, 3B",))}


def test_a_calendar_of_outlook_with_the_names_that_windows_gives_zones() -> None:
    assert told(read(OUTLOOK, NOW, END)) == [
        "22/03 19:00-22/03 20:30 Zumba",  # the first one, though it is not the last Monday
        "29/03 19:00-29/03 20:30 Zumba",
        "26/04 19:00-26/04 20:30 Zumba",
        "05/07 10:00-05/07 11:00 Vergadering",
    ]


def test_a_loose_one_without_zones_names_or_ends() -> None:
    found = read(LOOSE, NOW, END)
    assert told(found) == ["14/06 14:00-14/06 15:30 Zwevende tijd,op twee lijnen", "14/06 15:00-14/06 16:00 Londen"]
    assert found.ignored == {"calendar_no_length": (1, ("Een ogenblik",)), "calendar_past": (1, ("Lang voorbij en achterstevoren",))}


def test_the_latest_version_of_an_event_counts_and_two_without_a_name_both_do() -> None:
    older = event("les", "2027-06-14 08:30", "2027-06-14 12:00", SEQUENCE="1")
    newer = event("les", "2027-06-15 08:30", "2027-06-15 12:00", SEQUENCE="2")
    nameless = [event("", f"2027-06-{day} 08:30", f"2027-06-{day} 12:00") for day in (16, 17)]
    found = read(calendar(newer, older, *nameless), NOW, END)
    assert [f"{each.starts:%d}" for each in found.occurrences] == ["15", "16", "17"]
    assert len({(each.uid, each.recurrence) for each in found.occurrences}) == 3


def test_an_occurrence_keeps_its_name_when_it_is_moved() -> None:
    series = event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE="FREQ=WEEKLY;COUNT=2")
    moved = event("les", "2027-06-25 13:00", "2027-06-25 15:00", **{"RECURRENCE_ID;TZID=Europe/Brussels": "20270621T083000"})
    before, after = (read(calendar(*some), NOW, END).occurrences for some in ((series,), (series, moved)))
    assert [(each.uid, each.recurrence) for each in before] == [(each.uid, each.recurrence) for each in after]
    assert before[1].starts != after[1].starts


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "hours"),
    [
        ("2027-03-27 20:00", "2027-03-28 08:00", 11),
        ("2027-10-30 20:00", "2027-10-31 08:00", 13),
        ("2027-03-28 02:30", "2027-03-28 04:00", 0.5),
    ],
)
def test_a_night_in_which_the_clock_jumps_is_as_long_as_it_is(starts_at: str, ends_at: str, hours: float) -> None:
    (found,) = read(calendar(event("nacht", starts_at, ends_at)), NOW, END).occurrences
    assert found.ends - found.starts == timedelta(hours=hours)


@pytest.mark.parametrize(
    "wrong", "FREQ=DAILY;UNTIL=gisteren FREQ=WEEKLY;BYDAY=XX INTERVAL=2 FREQ= FREQ=DAILY;BYMONTH=13 FREQ=DAILY;WKST=".split()
)
def test_a_rule_that_cannot_be_understood_refuses_the_calendar_and_names_the_event(wrong: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(calendar(event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE=wrong)), NOW, END)
    assert refused.value.code in {"calendar_rule", "calendar_time"}
    assert refused.value.details["title"] == "Turnles"


@pytest.mark.parametrize("data", [GOOGLE, OUTLOOK], ids=["google", "outlook"])
def test_another_reader_finds_the_same(data: bytes) -> None:
    theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(NOW, END)
    busy = [each for each in theirs if each.get("TRANSP") != "TRANSPARENT" and each.get("STATUS") != "CANCELLED"]
    moments = {_utc(each["DTSTART"].dt) for each in busy}
    assert moments <= {each.starts for each in read(data, NOW, END).occurrences}


def _utc(moment: datetime) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=BRUSSELS)
    return (moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)).astimezone(UTC)


def test_rules_give_the_days_that_dateutil_gives() -> None:
    chance, first, last = random.Random(6), datetime.fromisoformat("2026-11-22T09:00"), datetime.fromisoformat("2028-12-01T00:00")
    for _ in range(60):
        text, begins = _rule(chance), datetime.fromisoformat(f"{chance.randint(2019, 2027)}-03-{chance.randint(10, 28)}T08:30")
        theirs = rrule.rrulestr(text, dtstart=begins)
        ours = starts(When(begins, BRUSSELS), rule(text, begins.date()), None, (first, last))
        assert [each.wall for each in ours] == theirs.between(first, last - timedelta(seconds=1), inc=True), text


def _rule(chance: random.Random) -> str:
    frequency, days = chance.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")), chance.sample("MO TU WE TH FR SA SU".split(), 2)
    counted = frequency in {"MONTHLY", "YEARLY"} and chance.random() < 0.5
    parts = [
        (0.5, f"INTERVAL={chance.choice((1, 2, 3, 5))}"),
        (0.5, "BYDAY=" + ",".join((chance.choice(("1", "2", "-1")) if counted else "") + day for day in days)),
        (0.2, f"BYMONTH={chance.randint(1, 12)},{chance.randint(1, 12)}"),
        (0.2 if frequency != "WEEKLY" else 0, "BYMONTHDAY=1,5,13,28,-1"),
        (0.15, f"BYSETPOS={chance.choice(('1', '-1', '1,-1'))}"),
        (0.2, f"WKST={days[0]}"),
        (0.3, f"COUNT={chance.randint(1, 200)}"),
    ]
    return ";".join([f"FREQ={frequency}", *(part for odds, part in parts if chance.random() < odds)])
