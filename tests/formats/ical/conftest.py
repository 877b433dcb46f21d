"""One ordinary delivery to vary on, and two readers that do not know each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from booking.formats.ical import Event, render_calendar, render_event

DELIVERY = Event(
    uid="task-17@streekdepot.example",
    sequence=2,
    starts_at=datetime(2027, 6, 12, 7, tzinfo=UTC),
    ends_at=datetime(2027, 6, 12, 9, tzinfo=UTC),
    summary="Leveren: HW-02",
    created_at=datetime(2027, 5, 1, 8, 0, 5, tzinfo=UTC),
    changed_at=datetime(2027, 5, 3, 9, 30, tzinfo=UTC),
)


@pytest.fixture
def make_event() -> Callable[..., Event]:
    """The ordinary delivery with some fields changed."""
    return lambda **changes: replace(DELIVERY, **changes)


@pytest.fixture
def feed() -> Callable[..., bytes]:
    """A feed of the given events, asked for again every hour."""
    return lambda *events, name="Loods Ranst", **more: render_calendar(name, map(render_event, events), timedelta(hours=1), **more)


@pytest.fixture
def read_by_icalendar() -> Callable[[bytes], list[Any]]:
    """The events as the library reads them that also wrote them. Bytes always: of a `str` it would open the file of that name."""
    return lambda data: icalendar.Calendar.from_ical(data).events


@pytest.fixture
def read_by_vobject() -> Callable[[bytes], list[Any]]:
    """The events as a reader by other people sees them, which takes the clock from the VTIMEZONE and from nowhere else."""
    return lambda data: vobject.readOne(data.decode()).contents.get("vevent", [])
