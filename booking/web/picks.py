"""A thing picked in the catalogue, as it travels in an address or on a button: nothing is kept on the server before it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from booking.rules.periods import InvalidTime, Period

MOST = 50
_STAMP = "%Y%m%dT%H%MZ"


@dataclass(frozen=True, slots=True)
class Pick:
    """Units of an asset, by its code, for a period."""

    asset: str
    use: Period
    units: int = 1

    def __str__(self) -> str:
        return f"{self.asset}~{self.use.start:{_STAMP}}~{self.use.end:{_STAMP}}~{self.units}"


def read_picks(texts: Iterable[str]) -> list[Pick]:
    """The picks in an address, at most MOST; what is none is left out, for an address can be cut or mistyped."""
    found = (find_pick(text) for text in texts)
    return [pick for pick in found if pick][:MOST]


def find_pick(text: str) -> Pick | None:
    """`ZAN-POD-01~20270612T1200Z~20270612T2000Z~1`, or None for anything else."""
    asset, *rest = text.rsplit("~", 3)
    if len(rest) != 3 or not asset or not rest[2].isascii() or not rest[2].isdecimal() or len(rest[2]) > 7:
        return None
    try:
        start, end = (datetime.strptime(each, _STAMP).replace(tzinfo=UTC) for each in rest[:2])
        return Pick(asset, Period(start, end), int(rest[2]))
    except (ValueError, InvalidTime):
        return None
