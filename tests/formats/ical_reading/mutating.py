"""Calendars that nobody wrote: those of the other tests, cut, doubled, mixed and misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.formats.ical_reading.bombs import BOMBS
from tests.formats.ical_reading.test_reading import GOOGLE, LOOSE, OUTLOOK

SEEDS = (GOOGLE, OUTLOOK, LOOSE, *(data for data, _ in BOMBS.values() if len(data) < 5_000))
WORDS = (
    b"\r\n", b"\n ", b"\r", b"\0", b";", b":", b",", b"=", b'"', b"\\", b"\\n", b"\xff\xfe", b"\xe2\x80\xae", b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n", b"END:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VTIMEZONE\r\n", b"BEGIN:VALARM\r\n", b"RRULE:FREQ=DAILY",
    b";COUNT=20000", b";INTERVAL=10000", b";UNTIL=", b";BYDAY=-1MO,2TU", b";BYMONTHDAY=-31", b";BYYEARDAY=366", b";BYWEEKNO=53",
    b";BYSETPOS=-1", b";WKST=SU", b"EXDATE:", b"RDATE;VALUE=PERIOD:20270614T083000Z/PT1H", b"RECURRENCE-ID", b";RANGE=THISANDFUTURE",
    b"DTSTART;VALUE=DATE:19000101", b"DTSTART:29991231T235959Z", b"DTEND:", b"DURATION:P9999W", b"DURATION:PT9999999S", b"TZID=",
    b";TZID=UTC", b"TZOFFSETTO:-1459", b"SEQUENCE:-1", b"STATUS:CANCELLED\r\n", b"TRANSP:TRANSPARENT\r\n",
    b"20270328T023000", b"0", b"-", b"9" * 30,
)  # fmt: skip


def mutants(chance: Random) -> Iterator[bytes]:
    """Without end: one to eight changes of a seed each."""
    while True:
        data = bytearray(chance.choice(SEEDS))
        for _ in range(chance.randint(1, 8)):
            chance.choice(_CHANGES)(chance, data)
        yield bytes(data)


def _misspell(chance: Random, data: bytearray) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _insert(chance: Random, data: bytearray) -> None:
    place = chance.randint(0, len(data))
    data[place:place] = chance.choice(WORDS)


def _replace_word(chance: Random, data: bytearray) -> None:
    old = chance.choice(WORDS)
    place = data.find(old, chance.randint(0, len(data)))
    if place >= 0:
        data[place : place + len(old)] = chance.choice(WORDS)


def _cut(chance: Random, data: bytearray) -> None:
    place = chance.randint(0, len(data))
    del data[place : place + chance.randint(1, 60)]


def _double(chance: Random, data: bytearray) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if lines:
        place = chance.randrange(len(lines))
        some = lines[place : place + chance.randint(1, 12)]
        at = chance.randint(0, len(lines))
        data[:] = b"".join([*lines[:at], *some * chance.randint(1, 5), *lines[at:]])


def _mix(chance: Random, data: bytearray) -> None:
    other = chance.choice(SEEDS)
    place = chance.randint(0, len(data))
    data[place:] = other[chance.randint(0, len(other)) :]


def _number(chance: Random, data: bytearray) -> None:
    digits = [place for place, byte in enumerate(data) if 48 <= byte < 58]
    if digits:
        data[chance.choice(digits)] = chance.choice(b"0123456789")


_CHANGES = (_misspell, _insert, _insert, _replace_word, _cut, _double, _mix, _number, _number)
