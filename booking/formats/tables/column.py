"""A column of a table: its heading, and what kind of value stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from booking.rules.periods import local


class Kind(StrEnum):
    """What a column holds: `money` is integer cents, a `moment` an aware time that is written as Brussels wall time."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, as its reader reads it, and the kind of its values; `note` explains it where a table is to be filled in."""

    title: str
    kind: Kind = Kind.TEXT
    note: str = ""


def plain(column: Column, value: Any) -> str | int | Decimal | date | datetime | None:
    """A value as its column holds it: money as exact euros, a moment as naive Brussels time, a text without characters no cell can hold."""
    if value is None:
        return None
    if column.kind is Kind.MONEY:
        return Decimal(value) / 100
    if column.kind is Kind.MOMENT:
        return local(value).replace(tzinfo=None)
    if column.kind is Kind.TEXT:
        return "".join(char for char in str(value) if char >= " " or char in "\n\t")
    return value
