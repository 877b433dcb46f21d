"""How long there is left, as one says it: today before five, tomorrow, 4 days more, 2 days late."""

from __future__ import annotations

from datetime import datetime

from booking.clock import now
from booking.rules.periods import local
from booking.web.language import gettext, language, ngettext
from booking.words import moments

PRESSING = 2  # days


def due(moment: datetime) -> str:
    """Filter: `nog 4 dagen`, `morgen`, `vandaag voor 17:00`, `2 dagen te laat`."""
    days = _days(moment)
    if moment < now():
        return gettext("vandaag verlopen") if not days else ngettext("%(num)s dag te laat", "%(num)s dagen te laat", -days) % {"num": -days}
    if days == 0:
        return gettext("vandaag voor %(hour)s") % {"hour": moments.clock(moment, language())}
    return gettext("morgen") if days == 1 else gettext("nog %(n)s dagen") % {"n": days}


def pressing(moment: datetime) -> str:
    """Filter: `late`, `soon` or nothing, for how it looks."""
    return "late" if moment < now() else "soon" if _days(moment) <= PRESSING else ""


def _days(moment: datetime) -> int:
    return (local(moment).date() - local(now()).date()).days
