"""What every kind of article is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple, TypeAlias

from booking.rules.periods import Period
from booking.rules.tariffs.fields import Field
from booking.rules.tariffs.objects import Json, LineUsage, Notice, QuoteLine

Terms: TypeAlias = Mapping[str, Any]
Factor: TypeAlias = dict[str, Json]
"""Why a price is multiplied: `code`, `percent` as text, and what else its sentence needs."""


def half_up(amount: Decimal | int) -> int:
    """Whole cents, a half cent upward: 11,025 becomes 11,03 (never the banker's 11,02)."""
    return amount if isinstance(amount, int) else int(amount.to_integral_value(ROUND_HALF_UP))


class SpecialDays(NamedTuple):
    """The days on which a window may count, given from outside: no rule of a council says when the schools close."""

    holidays: frozenset[date] = frozenset()
    school_holidays: frozenset[date] = frozenset()


@dataclass(slots=True)
class Stay:
    """The days, `first` to `last`, that one tariff prices of a stay over a change of tariff.

    `opens` is True for the tariff of the first day: what counts once (a flat price, a base period) is its. `carried` is what the tariffs
    of one stay tell each other, by article: days that a week or base period already covers, cents already counted towards a maximum.
    """

    first: date
    last: date | None
    opens: bool
    carried: dict[tuple[object, ...], int]

    def holds(self, day: date) -> bool:
        """True for a day that this tariff prices; days before the first tariff are its as well."""
        return (self.opens or self.first <= day) and (self.last is None or day <= self.last)


class Charge(NamedTuple):
    """An amount before the group's percentage: `quantity` / `divisor` × `price` cents × the percentages in `factors`.

    The division is kept for last, so that a third of an hour is not rounded before it is multiplied. `final` amounts know no percentage of
    a group or an agreement: they are a share of what has it already, or the real cost of something. Where a maximum leaves part of a cent,
    `exact` is the amount and `price` what is shown of it: the percentages come before the one rounding.
    """

    code: str
    unit: str
    quantity: Decimal | int
    price: int
    divisor: int = 1
    details: Mapping[str, Json] = {}
    factors: tuple[Factor, ...] = ()
    final: bool = False
    exact: Decimal | None = None


@dataclass(slots=True)
class Context:
    """What a line's article may look at besides the line.

    `prices` are this group's in cents, `period` is the one priced. `taken` is what the dossier's lines before this one used up of what is
    given once (free pieces, a first unit); `priced` is what earlier articles asked for this line. `stay` is None unless a change of tariff
    falls within it.
    """

    article: str
    prices: Mapping[str, int]
    period: Period
    special: SpecialDays
    notices: list[Notice] = field(default_factory=list)
    taken: dict[tuple[object, ...], Decimal | int] = field(default_factory=dict)
    priced: Sequence[QuoteLine] = ()
    stay: Stay | None = None

    def tell(self, code: str, line: LineUsage, **details: Json) -> None:
        """Record what the price does not cover."""
        self.notices.append(Notice(code, line.number, details))

    def take(self, line: LineUsage, quantity: Decimal | int) -> Decimal | int:
        """How much of this article earlier lines of the same use took, this line's then added: splitting a line changes no price."""
        key = (self.article, line.use)
        before = self.taken.get(key, 0)
        self.taken[key] = before + quantity
        return before

    def opens(self) -> bool:
        """True where what counts once for a stay belongs to this tariff."""
        return self.stay is None or self.stay.opens


LineKind: TypeAlias = Callable[[Terms, LineUsage, Context], Iterable[Charge]]


class Kind(NamedTuple):
    """A kind of article: its function, the price columns of its table (the first is the price when one figure stands alone), its terms.

    `scope` is 'line' for hire, 'deposit' for deposits (line by line, never discounted) and 'dossier' for what looks at the whole.
    A `timed` kind prices a stay over a change of tariff day by day; any other counts once, by the tariff of the first day.
    """

    scope: str
    function: Callable[..., Any]
    columns: tuple[str, ...]
    fields: Mapping[str, Field]
    required: tuple[str, ...] = ()
    timed: bool = False


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
