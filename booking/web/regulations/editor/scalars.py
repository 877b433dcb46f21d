"""Amounts, hours, dates and figures as people type them, and as a field shows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from booking.rules.tariffs.fields import CLOCK, CODE, DATE, DECIMAL, MONEY, NATURAL, Scalar

_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")
_THOUSANDS_IN_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}")
_AMOUNT = re.compile(r"\d{1,7}(\.\d{1,2})?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.uh](\d{2})?)?((?:[+-]\d{2}:\d{2})?)")
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_NO_CODE = re.compile(r"[^A-Za-z0-9_.-]+")
_SPACES = re.compile(r"[\s\u00a0\u202f€]")
FREE = frozenset({"gratis", "free", "gratuit", "vrij"})


def read(kind: Scalar, typed: str) -> Any:
    """The plain value of what was typed. Raises ValueError (an InvalidTime is one that names its reason) for anything else."""
    return _READ.get(kind.name, _as_it_is)(kind, typed.strip())


def shown(kind: Scalar, json: Any) -> str:
    """What stands in the field for a plain value."""
    text = kind.write(json)
    return text.replace(".", ",") if kind in {MONEY, DECIMAL} else text


def euros(cents: int) -> str:
    """An amount as it is typed: `12,50`."""
    return f"{cents // 100},{cents % 100:02d}"


def code_of(title: str) -> str:
    """A title as a code: `Vergadering in twee lokalen` becomes `Vergadering-in-twee-lokalen`."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _NO_CODE.sub("-", bare).strip("-._")[:60].rstrip("-._")


def clock(typed: str) -> str:
    """`8`, `8u`, `8.30` and `08:30` as `08:00` and `08:30`; an offset stays. Raises ValueError for what is no time of day."""
    found = _CLOCK.fullmatch(typed.strip().lower().removesuffix("."))
    if not found:
        raise ValueError(typed)
    hour, minute, offset = found.groups()
    wall = f"{int(hour):02d}:{minute or '00'}"
    CLOCK.read(wall)
    return wall + offset


def day(typed: str) -> str:
    """`2027-06-12` and `12/06/2027` as the former. Raises ValueError."""
    found = _DAY.fullmatch(typed.strip())
    written = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else typed.strip()
    return str(DATE.read(written))


def _money(_kind: Scalar, typed: str) -> int:
    """Cents of `12,50`, `12.5`, `€ 1.250,00` or `gratis`."""
    if typed.lower() in FREE:
        return 0
    bare = _SPACES.sub("", typed).removesuffix(",-")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    elif _THOUSANDS_IN_ENGLISH.fullmatch(bare):
        bare = bare.replace(",", "")
    bare = bare.replace(",", ".")
    if not _AMOUNT.fullmatch(bare):
        raise ValueError(typed)
    euros, _, cents = bare.partition(".")
    return int(euros) * 100 + int(f"{cents}00"[:2])


def _decimal(kind: Scalar, typed: str) -> Any:
    bare = _SPACES.sub("", typed).removesuffix("%").replace(",", ".")
    return kind.read(bare)


def _code(kind: Scalar, typed: str) -> Any:
    """A code; words that are none become one."""
    return kind.read(code_of(typed))


def _as_it_is(kind: Scalar, typed: str) -> Any:
    return kind.read(typed.replace("\r\n", "\n"))


_READ: Mapping[str, Callable[[Scalar, str], Any]] = {
    MONEY.name: _money,
    DECIMAL.name: _decimal,
    NATURAL.name: _as_it_is,
    CLOCK.name: lambda _kind, typed: clock(typed),
    DATE.name: lambda _kind, typed: day(typed),
    CODE.name: _code,
}
