"""A usage as plain JSON and back: what a quote was computed from is kept with it, so that it computes to itself for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from booking.rules.periods import Period
from booking.rules.tariffs import Applicant, LineUsage, Preferred, Usage


def usage_to_json(usage: Usage, numbers: Mapping[int, int]) -> dict[str, Any]:
    """The usage with each line under the number that `numbers` gives it. Holidays are left out, they follow from the law."""
    plain: dict[str, Any] = _plain(replace(usage, holidays=frozenset(), school_holidays=frozenset()))
    plain["lines"] = [{**line, "number": numbers[line["number"]]} for line in plain.get("lines", ())]
    return plain


def usage_from_json(plain: Mapping[str, Any], holidays: frozenset[date]) -> Usage:
    """The usage that `usage_to_json` wrote, with the days that count as holidays."""
    return Usage(
        _applicant(plain["borrower"]),
        date.fromisoformat(plain["booked_on"]),
        tuple(_line(line) for line in plain["lines"]),
        holidays,
    )


_PLAIN = frozenset({str, int, bool})


def _plain(value: Any) -> Any:
    """Plain JSON; what says nothing is left out, but none of a number says something."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Period):
        return [value.start.isoformat(), value.end.isoformat()]
    if is_dataclass(value):
        told = [(name, getattr(value, name)) for name in _names(kind)]
        return {name: _plain(each) for name, each in told if each or each == 0}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted(map(_plain, value))
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _line(plain: Mapping[str, Any]) -> LineUsage:
    given = {"asset": "", "category": "", **plain}
    given |= {name: Period(*map(datetime.fromisoformat, plain[name])) for name in ("use", "custody", "blocked")}
    given["measures"] = {name: Decimal(amount) for name, amount in plain.get("measures", {}).items()}
    given["borrower"] = _applicant(plain["borrower"]) if "borrower" in plain else None
    return LineUsage(**given)


def _applicant(plain: Mapping[str, Any]) -> Applicant:
    given = {**plain, "recognised": frozenset(plain.get("recognised", ()))}
    if (preferred := plain.get("preferred")) is not None:
        percent = preferred.get("percent")
        given["preferred"] = Preferred(**{**preferred, "percent": Decimal(percent) if percent is not None else None})
    return Applicant(**given)
