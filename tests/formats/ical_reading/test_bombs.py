"""A calendar made to break its reader ends in a reason, and in nothing else (TEST_PLAN T-53)."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest

from booking.formats.ical_reading import MOST_BYTES, Unreadable, apart, read, read_apart
from booking.words import LANGUAGES, say
from booking.words.calendars import READING
from tests.formats.ical_reading.bombs import BOMBS, NEVER
from tests.support.calendars import calendar, event

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
WINDOW = (NOW, NOW + timedelta(days=1129))
HARMLESS = calendar(event("les", "2027-06-14 08:30", "2027-06-14 12:00"))


@pytest.mark.parametrize("name", BOMBS)
def test_each_ends_in_its_reason_or_does_no_harm(name: str) -> None:
    data, ends = BOMBS[name]
    if isinstance(ends, int):
        assert len(read(data, *WINDOW).occurrences) == ends
        return
    with pytest.raises(Unreadable) as refused:  # what is too large is refused by the door that everything passes
        (read if len(data) <= MOST_BYTES else read_apart)(data, *WINDOW)
    assert refused.value.code == ends
    assert all(say(ends, language, **refused.value.details) for language in LANGUAGES)


def test_there_are_forty_of_them_and_each_reason_has_one() -> None:
    reasons = {str(ends) for _, ends in BOMBS.values() if isinstance(ends, str)}
    assert len(BOMBS) >= 40
    assert READING.keys() - reasons <= {"calendar_much_work", "calendar_broken", "calendar_emptied", "calendar_locked", "calendar_no_start"}


def test_what_a_text_hides_is_taken_out_of_it() -> None:
    turned, returned = (read(BOMBS[name][0], *WINDOW).occurrences[0] for name in ("text that turns around", "a lone carriage return"))
    assert turned.title == "Les gpj.exe x"
    assert returned.title == "Les DTSTART:19700101T000000Z X-EVIL:1"
    assert returned.starts == datetime(2027, 6, 14, 6, 30, tzinfo=UTC)


def test_a_text_is_never_taken_for_the_name_of_a_file() -> None:
    with pytest.raises(TypeError):
        read("/etc/passwd", *WINDOW)  # type: ignore[arg-type]


def test_it_is_read_in_a_process_of_its_own_with_the_same_outcome() -> None:
    assert read_apart(HARMLESS, *WINDOW) == read(HARMLESS, *WINDOW)
    assert read_apart(NEVER, *WINDOW) == read(NEVER, *WINDOW)
    with pytest.raises(Unreadable, match="calendar_zone") as wrong:
        read_apart(BOMBS["a zone that nobody knows"][0], *WINDOW)
    assert wrong.value.details == {"zone": "Middle-earth/Shire", "title": "Bom"}


@pytest.mark.skipif(sys.platform == "win32", reason="ceilings of processes are POSIX")
@pytest.mark.parametrize(
    "harm",
    [
        "while True: pass",
        "x = bytearray(2**30)",
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_a_reader_that_is_kept_busy_or_runs_out_of_memory_is_ended_and_the_next_one_works(
    harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = f"import sys\nsys.path.insert(0, {apart._ROOT!r})\nfrom booking.formats.ical_reading import child"
    monkeypatch.setattr(apart, "_BEGIN", f"{found}\nchild.CPU_SECONDS = 1\nchild._limit()\n{harm}")
    with pytest.raises(Unreadable, match="calendar_much_work"):
        read_apart(HARMLESS, *WINDOW)
    monkeypatch.undo()
    assert len(read_apart(HARMLESS, *WINDOW).occurrences) == 1


def test_a_reader_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_BEGIN", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "PATIENCE", 0.3)
    with pytest.raises(Unreadable, match="calendar_much_work"):
        read_apart(HARMLESS, *WINDOW)
