"""When an article or an adjustment counts: purpose, place, hand-over, length, number of use, season, group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.rules.periods import Period, local
from booking.rules.tariffs.kinds.windows import in_season
from booking.rules.tariffs.objects import LineUsage


def holds(when: Mapping[str, Any], line: LineUsage, period: Period, number_of_use: int, group: str | None) -> bool:
    """True when every condition that is set is met. `number_of_use` is 1 for the first of the calendar year.

    `hours_over` is 'more than', `hours_to` is 'up to and including', so the two together leave no gap; a season is that of
    the first day.
    """
    seconds = int(period.length.total_seconds())
    return (
        (not when["groups"] or group in when["groups"])
        and (not when["purposes"] or line.purpose in when["purposes"])
        and line.purpose not in when["not_purposes"]
        and when["handover"] in (None, line.handover)
        and when["place"] in (None, line.place)
        and (when["hours_over"] is None or seconds > when["hours_over"] * 3600)
        and (when["hours_to"] is None or seconds <= when["hours_to"] * 3600)
        and (when["uses_from"] is None or number_of_use >= when["uses_from"])
        and (when["uses_to"] is None or number_of_use <= when["uses_to"])
        and in_season(local(period.start).date(), when["season_from"], when["season_until"])
    )
