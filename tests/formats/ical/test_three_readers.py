"""Three readers that do not know each other read the same events at the same moments: icalendar, vobject and, in Node, ical.js."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from booking.formats.ical import Event
from booking.rules.periods import local
from requirements.install import MODULES, NODE

HOUR = timedelta(hours=1)
READ = Path(__file__).with_name("read.mjs")

# Both nights in which the clock changes, half an hour apart; then what is told by days, what rings, and what is off.
OCTOBER = [datetime(2026, 10, 24, 22, tzinfo=UTC) + HOUR / 2 * n for n in range(12)]
MARCH = [datetime(2027, 3, 27, 22, tzinfo=UTC) + HOUR / 2 * n for n in range(12)]
OTHERS = [
    {"uid": "day", "starts_at": date(2027, 3, 28), "ends_at": date(2027, 3, 29), "alarms": (900, -525)},
    {"uid": "over-the-night", "starts_at": datetime(2026, 10, 24, 20, tzinfo=UTC), "ends_at": datetime(2026, 10, 25, 8, tzinfo=UTC)},
    {"uid": "rings", "summary": "Léveren; “HW-02”, 2 × 🎪\\n", "alarms": (15, 1440)},
    {"uid": "off", "status": "CANCELLED", "sequence": 7, "alarms": (15,)},
    {"uid": "unsure", "status": "TENTATIVE"},
]

Read = dict[str, Any]


@pytest.fixture
def written(make_event: Callable[..., Event]) -> list[Event]:
    nights = [make_event(uid=f"at-{start:%m%d%H%M}", starts_at=start, ends_at=start + HOUR) for start in OCTOBER + MARCH]
    return nights + [make_event(**changes) for changes in OTHERS]


def as_read(events: Iterable[Event]) -> list[Read]:
    """What a reader must find."""
    return [
        {
            "uid": event.uid, "start": _told(event.starts_at), "end": _told(event.ends_at), "wall": _wall(event.starts_at),
            "summary": event.summary, "status": event.status, "sequence": event.sequence,
            "alarms": [] if event.status == "CANCELLED" else [-60 * minutes for minutes in event.alarms],
        }
        for event in events
    ]  # fmt: skip


def _told(moment: date) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(moment, datetime) else moment.isoformat()


def _wall(moment: date) -> str:
    return local(moment).strftime("%Y-%m-%dT%H:%M:%S") if isinstance(moment, datetime) else moment.isoformat()


def by_icalendar(read_by_icalendar: Any, data: bytes) -> list[Read]:
    return [
        {
            "uid": str(one["UID"]), "start": _told(one["DTSTART"].dt), "end": _told(one["DTEND"].dt), "wall": _wall(one["DTSTART"].dt),
            "summary": str(one["SUMMARY"]), "status": str(one["STATUS"]), "sequence": int(one["SEQUENCE"]),
            "alarms": [int(alarm["TRIGGER"].dt.total_seconds()) for alarm in one.walk("VALARM")],
        }
        for one in read_by_icalendar(data)
    ]  # fmt: skip


def by_vobject(read_by_vobject: Any, data: bytes) -> list[Read]:
    return [
        {
            "uid": one.uid.value, "start": _told(one.dtstart.value), "end": _told(one.dtend.value), "wall": _wall(one.dtstart.value),
            "summary": one.summary.value, "status": one.status.value, "sequence": int(one.sequence.value),
            "alarms": [int(alarm.trigger.value.total_seconds()) for alarm in one.contents.get("valarm", [])],
        }
        for one in read_by_vobject(data)
    ]  # fmt: skip


def by_ical_js(data: bytes, folder: Path) -> list[Read]:
    assert (MODULES / "ical.js").exists(), "ical.js is not installed: `python3 dev.py test` does that"
    feed, report = folder / "feed.ics", folder / "read.json"
    feed.write_bytes(data)
    with report.open("wb") as output:
        subprocess.run([NODE, READ, feed], stdout=output, check=True, timeout=30)
    return json.loads(report.read_text(encoding="utf-8"))


def test_each_event_is_the_same_to_all_three_in_both_nights_in_which_the_clock_changes(
    written, feed, read_by_icalendar, read_by_vobject, tmp_path
):
    data, expected = feed(*written), as_read(written)

    assert by_icalendar(read_by_icalendar, data) == expected
    assert by_vobject(read_by_vobject, data) == expected
    assert by_ical_js(data, tmp_path) == expected
