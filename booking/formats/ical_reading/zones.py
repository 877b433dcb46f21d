"""Time zones as calendars name them: IANA's names, Windows' names, names with a maker before them, and those they explain themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from booking.formats.ical_reading.lines import TIMEZONE, Component
from booking.rules.periods import BRUSSELS

# As Outlook and Exchange write them: the ones that a Belgian calendar may meet.
WINDOWS = {
    "romance standard time": "Europe/Brussels", "w. europe standard time": "Europe/Berlin",
    "central europe standard time": "Europe/Budapest", "central european standard time": "Europe/Warsaw",
    "gmt standard time": "Europe/London", "greenwich standard time": "Atlantic/Reykjavik",
    "e. europe standard time": "Europe/Chisinau", "fle standard time": "Europe/Kiev", "gtb standard time": "Europe/Bucharest",
    "turkey standard time": "Europe/Istanbul", "russian standard time": "Europe/Moscow", "belarus standard time": "Europe/Minsk",
    "israel standard time": "Asia/Jerusalem", "morocco standard time": "Africa/Casablanca", "egypt standard time": "Africa/Cairo",
    "south africa standard time": "Africa/Johannesburg", "w. central africa standard time": "Africa/Lagos",
    "e. africa standard time": "Africa/Nairobi", "arabian standard time": "Asia/Dubai", "arab standard time": "Asia/Riyadh",
    "india standard time": "Asia/Calcutta", "china standard time": "Asia/Shanghai", "tokyo standard time": "Asia/Tokyo",
    "singapore standard time": "Asia/Singapore", "aus eastern standard time": "Australia/Sydney",
    "eastern standard time": "America/New_York", "central standard time": "America/Chicago", "mountain standard time": "America/Denver",
    "pacific standard time": "America/Los_Angeles", "atlantic standard time": "America/Halifax",
    "e. south america standard time": "America/Sao_Paulo", "azores standard time": "Atlantic/Azores", "utc": "UTC",
    "coordinated universal time": "UTC", "greenwich mean time": "UTC", "gmt": "UTC", "z": "UTC", "etc/utc": "UTC",
}  # fmt: skip

_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?")
_HOUR = timedelta(hours=1)


def explained(zones: Iterable[Component]) -> Mapping[str, tzinfo]:
    """What a calendar says itself of its zones, by their names; one that means nothing to us is not there.

    Its rules are not taken over, for they are anybody's: a zone that is an hour ahead in winter and two in summer is Brussels' time, and
    one without a summer is its offset.
    """
    found: dict[str, tzinfo] = {}
    for zone in zones:
        name = zone.first("TZID")
        if zone.name != TIMEZONE or name is None:
            continue
        placed = zone.first("X-LIC-LOCATION")
        meant = (known(placed.value.strip()) if placed else None) or _by_offsets(zone)
        if meant is not None:
            found[name.value.strip()] = meant
    return found


@lru_cache(maxsize=512)
def known(name: str) -> tzinfo | None:
    """A zone by a name that means the same everywhere, or None. `/mozilla.org/20050126_1/Europe/Brussels` is Europe/Brussels."""
    plain = name.strip().strip('"')
    if plain.lower() in WINDOWS:
        return ZoneInfo(WINDOWS[plain.lower()])
    parts = plain.strip("/").split("/")
    for some in (parts[-3:], parts[-2:], parts[-1:]) if plain.startswith("/") else (parts,):
        if (zone := _of_iana("/".join(some))) is not None:
            return zone
    return None


def _of_iana(name: str) -> ZoneInfo | None:
    if len(name) > 60 or not _IANA.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _by_offsets(zone: Component) -> tzinfo | None:
    standard, summer = (_offset(zone, name) for name in ("STANDARD", "DAYLIGHT"))
    if (standard, summer) == (_HOUR, 2 * _HOUR):
        return BRUSSELS
    return timezone(standard) if standard is not None and summer in {None, standard} else None


def _offset(zone: Component, name: str) -> timedelta | None:
    """The offset of the last observance of this kind."""
    lines = [line for part in zone.parts if part.name == name for line in part.all("TZOFFSETTO")]
    match = _OFFSET.fullmatch(lines[-1].value.strip()) if lines else None
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -size if match[1] == "-" else size
