"""What a mail tells a calendar program: one thing is asked or called off, several are told; two parsers and a real program follow it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from booking.formats.ical.invitation import Guest, Method, invitation

RANST = Guest('Gemeente "Ranst", uitleendienst', "evenementen@ranst.example")
SOFIE = Guest("Harmonie De Lindekapel", "sofie@lindekapel.example")
DAY = datetime(2027, 6, 12, 12, tzinfo=UTC)


@pytest.fixture
def line(make_event):
    """A line of a reservation as the event of a mail."""
    return make_event(uid="line-7@streekdepot", sequence=2, starts_at=DAY, ends_at=DAY + timedelta(hours=8), summary="Zomerfeest: Podium")


def told(*events):
    return invitation([(event, RANST) for event in events], SOFIE, "nl")


def test_one_line_is_a_request_with_who_organises_and_who_is_expected(line, read_by_vobject):
    found = told(line)
    calendar = Calendar.from_ical(found.content)
    [event] = calendar.walk("VEVENT")
    assert found.method is Method.REQUEST
    assert (calendar["METHOD"], event["UID"], event["SEQUENCE"], event["STATUS"]) == ("REQUEST", "line-7@streekdepot", 2, "CONFIRMED")
    assert (event["ORGANIZER"], event["ATTENDEE"]) == ("mailto:evenementen@ranst.example", "mailto:sofie@lindekapel.example")
    assert event["ORGANIZER"].params["CN"].replace("'", '"') == RANST.name
    assert (event["ATTENDEE"].params["PARTSTAT"], event["ATTENDEE"].params["RSVP"]) == ("NEEDS-ACTION", "FALSE")
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Brussels"]
    [other] = read_by_vobject(found.content)
    assert (other.uid.value, other.dtstart.value, other.organizer.value) == ("line-7@streekdepot", DAY, "mailto:evenementen@ranst.example")


def test_what_is_off_is_cancelled_with_a_higher_sequence_and_without_alarms(line):
    off = told(replace(line, status="CANCELLED", sequence=3, alarms=(30,)))
    calendar = Calendar.from_ical(off.content)
    [event] = calendar.walk("VEVENT")
    assert off.method is Method.CANCEL
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"], event.walk("VALARM")) == ("CANCEL", "CANCELLED", 3, [])


def test_several_lines_are_published_for_a_request_is_about_one(line, read_by_vobject):
    found = told(line, replace(line, uid="line-8@streekdepot"), replace(line, uid="line-9@streekdepot", status="CANCELLED"))
    calendar = Calendar.from_ical(found.content)
    assert found.method is Method.PUBLISH
    assert [event["UID"] for event in calendar.walk("VEVENT")] == [f"line-{key}@streekdepot" for key in (7, 8, 9)]
    assert all("ATTENDEE" not in event and "ORGANIZER" in event for event in calendar.walk("VEVENT"))
    assert len(read_by_vobject(found.content)) == 3
    assert told() is None


def test_what_people_are_called_cannot_make_another_line(line):
    hostile = Guest('x"\r\nATTENDEE:mailto:evil@x.example', "a@b.example\r\nX-EVIL:1")
    found = invitation([(line, hostile)], hostile, "nl")
    [event] = Calendar.from_ical(found.content).walk("VEVENT")
    assert "X-EVIL" not in event
    assert not isinstance(event["ATTENDEE"], list)
    assert all(len(row) <= 75 for row in found.content.split(b"\r\n"))


def test_khal_takes_it_in_and_follows_what_changed(line, tmp_path: Path):
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[own]]\npath = {tmp_path / 'own'}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = Europe/Brussels\ndefault_timezone = Europe/Brussels\n"
        "[default]\ndefault_calendar = own\n"
    )
    (tmp_path / "own").mkdir()

    def khal(*arguments: str) -> str:
        program = Path(sys.executable).parent / "khal"
        return subprocess.run([program, "-c", config, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout

    def took(event) -> str:
        file = tmp_path / "mail.ics"
        file.write_bytes(told(event).content)
        khal("import", "--batch", "-a", "own", str(file))
        return khal("list", "--day-format", "", "--format", "{start-time}-{end-time} {title} {status}", "2027-06-12", "2027-06-14")

    assert took(line).split() == "14:00-22:00 Zomerfeest: Podium CONFIRMED".split()
    off = replace(line, sequence=4, starts_at=DAY + timedelta(hours=1), status="CANCELLED")  # it had moved meanwhile
    assert took(off).split() == "15:00-22:00 Zomerfeest: Podium CANCELLED".split()
