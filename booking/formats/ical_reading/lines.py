"""Bytes as components of content lines (RFC 5545 § 3.1), of which only those that say something about time are kept."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from booking.formats.ical_reading.found import DEEPEST, LONGEST_TEXT, MOST_BYTES, MOST_EVENTS, Unreadable

KNOWN = frozenset({
    "UID", "RECURRENCE-ID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "STATUS", "TRANSP", "SUMMARY",
    "TZID", "TZOFFSETTO", "X-LIC-LOCATION",
})  # fmt: skip
EVENT, CALENDAR, TIMEZONE = "VEVENT", "VCALENDAR", "VTIMEZONE"

_FOLD = re.compile(r"\r?\n[ \t]")
_NAME = re.compile(r"[A-Za-z0-9-]{1,40}(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]{1,40})=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)')
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"B\0E\0", b"\0B\0E")
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|script)", re.IGNORECASE)
# Controls, half characters and the marks that turn the reading direction of what follows.
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A property: its name and parameters in capitals, its value as it stands there."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """An event or a time zone, with what it says about time; the observances of a zone are in `parts`."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """Its first property of this name."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        """Its properties of this name."""
        return [line for line in self.lines if line.name == name]

    def text(self, name: str) -> str:
        """A short value in capitals, as a status is; empty when it is not there."""
        found = self.first(name)
        return found.value.strip().upper()[:LONGEST_TEXT] if found else ""


def components(data: bytes) -> list[Component]:
    """The events and time zones of a calendar. Raises Unreadable; also for one that was cut off, for what is missing is not gone."""
    found: list[Component] = []
    stack: list[Component] = []
    closed, events = False, 0
    for line in _lines(_text(data)):
        name, _, value = line.partition(":")
        mark, kind = name.upper(), value.strip().upper()
        if mark == "BEGIN":
            if (not stack and kind != CALENDAR) or len(stack) == DEEPEST:
                raise Unreadable("calendar_shape")
            stack.append(Component(kind))
            events += kind == EVENT
            if events > MOST_EVENTS:
                raise Unreadable("calendar_many_events", limit=MOST_EVENTS)
        elif mark == "END":
            if not stack or stack[-1].name != kind:
                raise Unreadable("calendar_shape")
            _close(stack, found)
            closed = closed or kind == CALENDAR
        elif stack and stack[-1].name != CALENDAR and (parsed := _parsed(line)):
            stack[-1].lines.append(parsed)
    if stack or not closed:
        raise Unreadable("calendar_cut_off" if stack else "calendar_none")
    return found


def clean(text: str) -> str:
    """A text as one line that shows what it says: unescaped, without what cannot be seen, of at most LONGEST_TEXT characters."""
    plain = _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], text[: 4 * LONGEST_TEXT])
    return " ".join(_INVISIBLE.sub(" ", plain).split())[:LONGEST_TEXT]


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise Unreadable("calendar_too_big", limit=MOST_BYTES // 1_000_000)
    if data.startswith(_WIDE):
        raise Unreadable("calendar_not_utf8")
    if _PAGE.match(data):
        raise Unreadable("calendar_is_page")
    if b"\0" in data:
        raise Unreadable("calendar_none")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # an old export: of what we read, only titles can hold more than ASCII
        return data.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[str]:
    """Content lines, unfolded. A lone CR or any other break of lines than CRLF and LF is part of a value."""
    if not text.lstrip("\r\n\t ")[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise Unreadable("calendar_none")
    for line in _FOLD.sub("", text).split("\n"):
        if stripped := line.removesuffix("\r"):
            yield stripped.lstrip(" \t")


def _close(stack: list[Component], found: list[Component]) -> None:
    """What is of use is kept with what it is part of; an alarm, a task or a note falls away."""
    done = stack.pop()
    if done.name in {EVENT, TIMEZONE} and stack and stack[-1].name == CALENDAR:
        found.append(done)
    elif stack and stack[-1].name == TIMEZONE:
        stack[-1].parts.append(done)


def _parsed(line: str) -> Line | None:
    """A property that is read, or None for any other. Raises Unreadable when one that is read is not written as a property."""
    named = _NAME.match(line)
    if named is None or (name := named[0].upper()) not in KNOWN:
        return None
    at, parameters = named.end(), dict[str, str]()
    while line.startswith(";", at):
        parameter = _PARAMETER.match(line, at)
        if parameter is None:
            raise Unreadable("calendar_shape")
        parameters[parameter[1].upper()] = parameter[2].strip('"')
        at = parameter.end()
    if not line.startswith(":", at):
        raise Unreadable("calendar_shape")
    return Line(name, parameters, line[at + 1 :])
