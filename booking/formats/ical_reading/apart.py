"""Reading in a process of its own: a calendar made to keep a reader busy ends that process, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from booking.formats.ical_reading.found import MOST_BYTES, Occurrence, Reading, Unreadable

PATIENCE = 15.0  # seconds on the clock, on a machine that has other things to do; the process itself may use two
_ROOT = str(Path(__file__).resolve().parents[3])
_BEGIN = f"import sys; sys.path.insert(0, {_ROOT!r}); from booking.formats.ical_reading.child import main; main()"
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONTZPATH")


def read_apart(data: bytes, start: datetime, end: datetime) -> Reading:
    """As `read`, in a process with ceilings of its own. Raises Unreadable, `calendar_much_work` when it went through one of them."""
    if len(data) > MOST_BYTES:
        raise Unreadable("calendar_too_big", limit=MOST_BYTES // 1_000_000)
    window = [str(int(moment.timestamp())) for moment in (start, end)]
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _BEGIN, *window], input=data, capture_output=True, timeout=PATIENCE, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("calendar_much_work") from error
    if done.returncode:
        raise Unreadable("calendar_much_work" if done.returncode < 0 or b"MemoryError" in done.stderr[-200:] else "calendar_broken")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Unreadable(answer["refused"], **answer["details"])
    taken = tuple(
        Occurrence(uid, recurrence, datetime.fromtimestamp(starts, UTC), datetime.fromtimestamp(ends, UTC), title)
        for uid, recurrence, starts, ends, title in answer["occurrences"]
    )
    return Reading(taken, {reason: (count, tuple(titles)) for reason, (count, titles) in answer["ignored"].items()})
