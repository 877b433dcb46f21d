"""Whatever arrives, a calendar is read or refused: nothing else comes out of it, soon, and in little memory (TEST_PLAN T-52)."""

from __future__ import annotations

import resource
import sys
import time
from random import Random

import pytest

from booking.formats.ical_reading import Unreadable, read
from booking.formats.ical_reading.found import CPU_SECONDS, MEMORY_BYTES, MOST_OCCURRENCES
from tests.formats.ical_reading.mutating import mutants
from tests.formats.ical_reading.test_bombs import WINDOW


def feed(seed: int, *, many: int = 0, seconds: float = 0) -> None:
    """Read so many mutants, or for so long. Each takes less processor time than a process of its own may."""
    ends = time.monotonic() + seconds
    for tried, data in enumerate(mutants(Random(seed))):
        if tried >= many and time.monotonic() >= ends:
            return
        began = time.process_time()
        try:
            found = read(data, *WINDOW)
        except Unreadable:
            continue
        except Exception as error:
            raise AssertionError(f"seed {seed}, mutant {tried}: {data!r}") from error
        assert len(found.occurrences) <= MOST_OCCURRENCES
        assert all(each.starts < each.ends and each.ends > WINDOW[0] and each.starts < WINDOW[1] for each in found.occurrences)
        assert time.process_time() - began < CPU_SECONDS, data


def test_some_hundreds_of_broken_calendars_are_read_or_refused() -> None:
    feed(52, many=300)


@pytest.mark.release
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_minute_of_broken_calendars_each(seed: int) -> None:
    before = _most_memory()
    feed(seed, seconds=60)
    assert _most_memory() - before < MEMORY_BYTES


def _most_memory() -> int:
    """The most that this process ever held, in bytes."""
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else size * 1024
