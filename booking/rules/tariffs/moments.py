"""How a period is written in a regulation: local time, with an offset only where the clock shows an hour twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from booking.rules.periods import InvalidTime, Period, from_local, local
from booking.rules.tariffs.fields import Scalar
from booking.rules.tariffs.objects import Json

_MOMENT = r"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?:[+-][0-9]{2}:[0-9]{2})?)"
_SHAPE = re.compile(f"{_MOMENT} - {_MOMENT}")


def parse(text: str) -> Period:
    """The period that '2027-02-13 14:00 - 2027-02-13 18:20' means in Brussels.

    Raises ValueError for any other shape, InvalidTime for a time that does not exist, is ambiguous or ends before it starts.
    """
    found = _SHAPE.fullmatch(text)
    if not found:
        raise ValueError(text)
    return Period(_moment(found[1]), _moment(found[2]))


def written(period: Period) -> str:
    """The shortest text that `parse` reads back as this period; regulations are written to the minute."""
    return f"{_wall(period.start)} - {_wall(period.end)}"


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else from_local(moment)


def _wall(moment: datetime) -> str:
    wall = local(moment)
    try:
        from_local(wall.replace(tzinfo=None))
    except InvalidTime:
        return wall.isoformat(" ", "minutes")
    return f"{wall:%Y-%m-%d %H:%M}"


def _read(text: str) -> Json:
    return written(parse(text))


PERIOD = Scalar("period", "local times such as '2027-02-13 14:00 - 2027-02-13 18:20'", _read, value=parse, pattern=_SHAPE.pattern)
