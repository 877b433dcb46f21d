"""What every kind of article is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple, TypeAlias

from booking.rules.periods import Period
from booking.rules.tariffs.fields import Field
from booking.rules.tariffs.objects import Json, LineUsage, Notice

Terms: TypeAlias = Mapping[str, Any]
Factor: TypeAlias = dict[str, Json]
"""Why a price is multiplied: `code`, `percent` as text, and what else its sentence needs."""


def half_up(amount: Decimal | int) -> int:
    """Whole cents, a half cent upward: 11,025 becomes 11,03 (never the banker's 11,02)."""
    return amount if isinstance(amount, int) else int(amount.to_integral_value(ROUND_HALF_UP))


class Charge(NamedTuple):
    """An amount before the group's percentage: `quantity` / `divisor` × `price` cents × the percentages in `factors`.

    The division is kept for last, so that a third of an hour is not rounded before it is multiplied.
    """

    code: str
    unit: str
    quantity: Decimal | int
    price: int
    divisor: int = 1
    details: Mapping[str, Json] = {}
    factors: tuple[Factor, ...] = ()


@dataclass(slots=True)
class Context:
    """What a line's article may look at besides the line: this group's prices in cents, the period priced, the owner's holidays."""

    prices: Mapping[str, int]
    period: Period
    holidays: frozenset[date]
    notices: list[Notice] = field(default_factory=list)

    def tell(self, code: str, line: LineUsage, **details: Json) -> None:
        """Record what the price does not cover."""
        self.notices.append(Notice(code, line.number, details))


LineKind: TypeAlias = Callable[[Terms, LineUsage, Context], Iterable[Charge]]


class Kind(NamedTuple):
    """A kind of article: its function, the price columns of its table (the first is the price when one figure stands alone), its terms.

    `scope` is 'line' for hire, 'deposit' for deposits (line by line, never discounted) and 'dossier' for what looks at the whole.
    """

    scope: str
    function: Callable[..., Any]
    columns: tuple[str, ...]
    fields: Mapping[str, Field]
    required: tuple[str, ...] = ()


def product(names: tuple[str, ...], line: LineUsage, context: Context) -> Decimal | int | None:
    """The named quantities multiplied: 'units' or a measure of the line. None, with a notice, when the line does not give one."""
    if names == ("units",):
        return line.units
    result: Decimal | int = 1
    for name in names:
        quantity = line.units if name == "units" else line.measures.get(name)
        if quantity is None:
            context.tell("measure_missing", line, measure=name)
            return None
        result *= quantity
    return result


def noun(names: tuple[str, ...]) -> str:
    """The unit a product of quantities is counted in: the measure that is not 'units', or 'piece'."""
    return next((name for name in names if name != "units"), "piece")
