"""Whatever a person types, it stays inside its own property, and says to the reader what it said."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from booking.formats.ical import render_calendar

INJECTION = "BEGIN:VALARM", "END:VEVENT", "X-EVIL:1", "ATTACH:http://evil.example/x"

# (typed, as a title or a place reads, as a description reads)
TYPED = [
    ("Zaal; hoek, links", "Zaal; hoek, links", "Zaal; hoek, links"),
    (r"S:\Nota's\plan; C:\temp, \;", r"S:\Nota's\plan; C:\temp, \;", r"S:\Nota's\plan; C:\temp, \;"),
    ("één\ntwee", "één twee", "één\ntwee"),
    ("één\r\nX-EVIL:1", "één X-EVIL:1", "één\nX-EVIL:1"),
    ("één\rX-EVIL:1", "één X-EVIL:1", "één\nX-EVIL:1"),
    ("één\x0bX-EVIL:1", "één X-EVIL:1", "één\nX-EVIL:1"),
    ("één\u2028X-EVIL:1", "één X-EVIL:1", "één\nX-EVIL:1"),
    ("één\x85X-EVIL:1", "één X-EVIL:1", "één\nX-EVIL:1"),
    ("a\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n b", "a END:VEVENT BEGIN:VALARM b", "a\nEND:VEVENT\nBEGIN:VALARM\n b"),
    ("nul\x00 bel\x07 esc\x1b[31m del\x7f", "nul bel esc[31m del", "nul bel esc[31m del"),
    ("naar \u202egnp.xe\u202c rechts", "naar gnp.xe rechts", "naar gnp.xe rechts"),
    ("half \ud83d teken", "half teken", "half  teken"),
    ("🎪 fanfare 👩🏽\u200d🔧 Ranst", "🎪 fanfare 👩🏽\u200d🔧 Ranst", "🎪 fanfare 👩🏽\u200d🔧 Ranst"),
    ("عربي\u200f 12", "عربي\u200f 12", "عربي\u200f 12"),
    ('"aanhaling" :dubbelpunt: ^caret', '"aanhaling" :dubbelpunt: ^caret', '"aanhaling" :dubbelpunt: ^caret'),
    ("%0D%0AX-EVIL:1", "%0D%0AX-EVIL:1", "%0D%0AX-EVIL:1"),
    ("é" * 10_000, "é" * 10_000, "é" * 10_000),
    ("🎪" * 10_000, "🎪" * 10_000, "🎪" * 10_000),
    ("\\" * 10_000, "\\" * 10_000, "\\" * 10_000),
    (";" * 74 + "\r", ";" * 74, ";" * 74 + "\n"),
]


@pytest.mark.parametrize(("typed", "line", "paragraph"), TYPED, ids=lambda value: ascii(value[:24]))
def test_what_is_typed_is_what_is_read_and_nothing_else(typed, line, paragraph, make_event, feed, read_by_vobject):
    event = make_event(summary=typed, location=typed, description=typed, categories=(typed, "Leveren"), url=f"https://x.example/{typed}")
    data = feed(event, name=typed, description=typed)

    assert_whole(data)
    assert_no_line_of_its_own(data)
    (read,) = read_by_vobject(data)
    assert read.summary.value == line
    assert read.location.value == line
    assert read.description.value == paragraph
    assert read.categories.value == [line, "Leveren"]
    assert not any(character.isspace() for character in read.url.value)


@pytest.mark.parametrize("typed", ["Zaal; hoek, links", "één\rX-EVIL:1", "🎪" * 500, "nul\x00"], ids=lambda value: ascii(value[:12]))
def test_the_other_reader_agrees(typed, make_event, feed, read_by_icalendar, read_by_vobject):
    data = feed(make_event(summary=typed, description=typed))

    (one,), (other,) = read_by_icalendar(data), read_by_vobject(data)
    assert (str(one["SUMMARY"]), str(one["DESCRIPTION"])) == (other.summary.value, other.description.value)


@pytest.mark.parametrize("length", range(55, 90))
@pytest.mark.parametrize("character", ["a", "é", "€", "🎪", ",", "\\"])
def test_every_length_folds_between_characters(character, length, make_event, feed, read_by_vobject):
    data = feed(make_event(summary=character * length))

    assert_whole(data)
    assert read_by_vobject(data)[0].summary.value == character * length


@pytest.mark.parametrize("uid", ["", "a b", "a\r\nX-EVIL:1", "a\x00b", "a\u202eb"])
def test_a_uid_that_could_break_a_line_is_refused(uid, make_event):
    with pytest.raises(ValueError, match="no UID"):
        make_event(uid=uid)


def test_a_feed_without_events_is_still_a_calendar(read_by_icalendar):
    data = render_calendar("Leeg", [], timedelta(hours=1))

    assert_whole(data)
    assert read_by_icalendar(data) == []


def assert_whole(data: bytes) -> None:
    """CRLF and nothing like it, 75 octets, valid UTF-8 in every single line, one begin for each end."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    text = [line.decode() for line in lines]
    assert not any(set(line) & set("\r\n\x00\x0b\x0c\x7f\x85\u2028\u2029\u202e") for line in text)
    marks = Counter(line for line in text if line.startswith(("BEGIN:", "END:")))
    assert {mark: n for mark, n in marks.items() if mark.startswith("BEGIN")} == {
        mark.replace("END:", "BEGIN:"): n for mark, n in marks.items() if mark.startswith("END")
    }


def assert_no_line_of_its_own(data: bytes) -> None:
    """None of the injected properties begins an unfolded line; the feed has one event without an alarm."""
    unfolded = data.decode().replace("\r\n ", "").splitlines()
    assert [line for line in unfolded if line.startswith(INJECTION)] == ["END:VEVENT"]
