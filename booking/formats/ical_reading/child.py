"""The process that reads one calendar and may be killed for it: bytes in, JSON out, with a ceiling on time and memory."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

from booking.formats.ical_reading.found import CPU_SECONDS, MEMORY_BYTES, MOST_BYTES, Unreadable
from booking.formats.ical_reading.reading import read

try:
    import resource
except ImportError:  # Windows: the parent's patience is the only limit there
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Read standard input within the window (two moments as seconds) that the arguments name."""
    _limit()
    start, end = (datetime.fromtimestamp(int(argument), UTC) for argument in sys.argv[1:3])
    try:
        found = read(sys.stdin.buffer.read(MOST_BYTES + 1), start, end)
    except Unreadable as wrong:
        answer: dict[str, Any] = {"refused": wrong.code, "details": wrong.details}
    except MemoryError:
        answer = {"refused": "calendar_much_work", "details": {}}
    else:
        taken = [(*each[:2], int(each[2].timestamp()), int(each[3].timestamp()), each[4]) for each in map(_parts, found.occurrences)]
        answer = {"occurrences": taken, "ignored": found.ignored}
    sys.stdout.write(json.dumps(answer))


def _parts(each: Any) -> tuple[Any, ...]:
    return each.uid, each.recurrence, each.starts, each.ends, each.title


def _limit() -> None:
    """From here on so much processor time and memory, no files, no core."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
