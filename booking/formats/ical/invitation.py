"""What a mail tells a calendar program (RFC 5546, RFC 6047): come, it changed, or it is off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from icalendar import Calendar, Parameters
from icalendar.parser import Contentline

from booking.formats.ical.event import Event
from booking.formats.ical.render import render_event
from booking.formats.ical.text import Text, address, one_line
from booking.formats.ical.zone import brussels_timezone

EXPECTED = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
_END_EVENT, _END = b"END:VEVENT\r\n", b"END:VCALENDAR\r\n"


class Method(StrEnum):
    """`publish` tells of several things at once, for a request is about one."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody by name and mail address: who organises, or who is expected."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """The calendar part of a mail: its method, for the header, and its bytes."""

    method: Method
    content: bytes


def invitation(told: Sequence[tuple[Event, Guest]], attendee: Guest, language: str) -> Invitation | None:
    """What the reader's calendar must know of these events, each with who organises it; None when that is nothing.

    One event is a request, or its cancellation. Of several only PUBLISH may speak (RFC 5546 § 3.2.1), and it names nobody as expected.
    """
    if not told:
        return None
    if len(told) == 1:
        [(event, organizer)] = told
        method = Method.CANCEL if event.status == "CANCELLED" else Method.REQUEST
        return _written(method, [_told(event, organizer, attendee)], language)
    return _written(Method.PUBLISH, [_told(event, organizer, None) for event, organizer in told], language)


def _written(method: Method, events: Sequence[bytes], language: str) -> Invitation:
    calendar = Calendar()  # not `Calendar.new()`: see feed.py
    calendar["PRODID"] = Text(f"-//Streekdepot//Streekdepot//{language.upper()}")
    calendar["VERSION"] = Text("2.0")
    calendar["CALSCALE"] = Text("GREGORIAN")
    calendar["METHOD"] = Text(str(method))
    head = bytes(calendar.to_ical()).removesuffix(_END)
    return Invitation(method, b"".join((head, brussels_timezone(), *events, _END)))


def _told(event: Event, organizer: Guest, attendee: Guest | None) -> bytes:
    """An event with who organises it and who is expected. Nobody needs to answer: the reservation stands."""
    lines = [_line("ORGANIZER", organizer, {})]
    if attendee is not None:
        lines.append(_line("ATTENDEE", attendee, EXPECTED))
    quiet = replace(event, alarms=())  # an alarm is the reader's own business
    return b"".join((render_event(quiet).removesuffix(_END_EVENT), *lines, _END_EVENT))


def _line(name: str, guest: Guest, more: dict[str, str]) -> bytes:
    parameters = Parameters({"CN": str(one_line(guest.name)), **more}) if guest.name else Parameters(more)
    return bytes(Contentline.from_parts(name, parameters, f"mailto:{address(guest.email)}").to_ical()) + b"\r\n"
