"""What a tariff speaks of: a regulation with its groups and articles, a usage to be priced, and the quote that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from booking.rules.periods import Period

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None

ALL = "all"
"""In a table per group: everybody whom no other row names."""


class TariffError(ValueError):
    """A regulation that cannot be used; `code` names the sentence in `booking/words`, `details` says where (article, group)."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code} {details}")
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Preferred:
    """What an agreement promises a borrower: the tariff of a group, a percentage of it, or a percentage of the borrower's own.

    `source` is the text that a quote line shows, such as 'art. 4'; with `basis` the words tell it instead, in the reader's language.
    `waiver` makes the hire itself free, or a part of it: why, as a factor (`code`, `percent`, and what its sentence needs). What is no
    hire, such as transport or cleaning, stays due, and the deposit too.
    """

    group: str | None = None
    percent: Decimal | None = None
    source: str = ""
    basis: Mapping[str, Json] = field(default_factory=dict, hash=False)
    waiver: Mapping[str, Json] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Applicant:
    """The borrower as one owner sees it: what it is, how it relates to that owner, what that owner recognised it as.

    `because` tells what makes it reciprocal, as a factor without a percentage: who lends free to whom, since when, by which decision.
    """

    kind: str
    relation: str = "other"
    recognised: frozenset[str] = frozenset()
    reciprocal: bool = False
    preferred: Preferred | None = None
    because: Mapping[str, Json] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Who:
    """One way to belong to a group: every condition that is set must hold; none set admits everyone."""

    kinds: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    recognised: frozenset[str] = frozenset()
    reciprocal: bool | None = None

    def admits(self, borrower: Applicant) -> bool:
        """True when the borrower meets every condition; `recognised` holding 'any' asks for one recognition of whatever category."""
        return (
            (not self.kinds or borrower.kind in self.kinds)
            and (not self.relations or borrower.relation in self.relations)
            and (not self.recognised or bool(borrower.recognised if "any" in self.recognised else self.recognised & borrower.recognised))
            and (self.reciprocal is None or borrower.reciprocal == self.reciprocal)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A tariff category. With `percent` and `of`, its prices are that percentage of another group's unless an article names them."""

    code: str
    title: str
    who: tuple[Who, ...] = ()
    percent: Decimal | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One priced clause. `targets` are category or asset codes, none meaning every line; `terms` are plain JSON, read by its kind."""

    number: str
    title: str
    kind: str
    targets: tuple[str, ...] = ()
    terms: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineUsage:
    """One reservation line as a tariff needs it; `uses_this_year` counts the earlier uses, not this one; `value_cents` is one unit's.

    `borrower` is given where this asset makes the borrower another than the dossier's, such as its co-owner.
    """

    number: int
    asset: str
    category: str
    units: int
    use: Period
    custody: Period
    blocked: Period
    purpose: str = ""
    handover: str = "pickup"
    measures: Mapping[str, Decimal] = field(default_factory=dict)
    uses_this_year: int = 0
    value_cents: int | None = None
    place: str = ""
    borrower: Applicant | None = None

    def __post_init__(self) -> None:
        """Raises TariffError `quantity_impossible` for what would make a price negative: no units, a measure below zero or not a number."""
        if self.units < 1 or self.uses_this_year < 0 or (self.value_cents or 0) < 0:
            raise TariffError("quantity_impossible", line=self.number)
        for name, amount in self.measures.items():
            if not amount.is_finite() or amount < 0:
                raise TariffError("quantity_impossible", line=self.number, measure=name)


@dataclass(frozen=True, slots=True)
class Usage:
    """What one dossier asks of one owner, in line order, with the days that count as holidays and as school holidays.

    With `cancelled_on` the quote is what remains due when it is withdrawn on that day, without a deposit.
    """

    borrower: Applicant
    booked_on: date
    lines: tuple[LineUsage, ...]
    holidays: frozenset[date] = frozenset()
    cancelled_on: date | None = None
    school_holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a usage and what it must cost. `expected` is in cents, by net, vat, total or deposit."""

    name: str
    usage: Usage
    expected: Mapping[str, int]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexation:
    """How amounts follow an index: amount × figure ÷ `base`, rounded 'up' or to the 'nearest' multiple of `to` cents.

    It is the rate that is rounded, never the product. `figures` are (first day, index), each until the next one begins; before the
    first the amounts stand as they are written. `articles` are those concerned, none meaning every article that is no deposit.
    `yearly_on` ('mm-dd') is the day on which each year asks for a figure.
    """

    base: Decimal
    figures: tuple[tuple[date, Decimal], ...]
    to: int = 1
    rounding: str = "up"
    index: str = ""
    yearly_on: str | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a council lets a warning stand: `warning` and `at` are those of the lint, `article` None where it is about a group."""

    warning: str
    reason: str
    article: str | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A fee regulation as an organ decided it. `prices_by` says which date chooses the version: 'booking' or 'use'.

    `covers` are the category or asset codes that it is about, none meaning all that its owner lends. `across_change` says whether a
    stay over a change of tariff is priced 'by_day' or wholly by the tariff of its 'first_day'.
    """

    title: str
    owner: str
    valid_from: date
    groups: tuple[Group, ...]
    articles: tuple[Article, ...]
    examples: tuple[Example, ...] = ()
    organ: str = ""
    delegation: str = ""
    decided_on: date | None = None
    decision: str = ""
    published_on: date | None = None
    published_at: str = ""
    valid_until: date | None = None
    prices_by: str = "use"
    scope: str = ""
    vat: str = "outside_scope"
    covers: tuple[str, ...] = ()
    across_change: str = "by_day"
    indexation: tuple[Indexation, ...] = ()
    answered: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One amount and its reason: `amount` cents = `quantity` × `unit_price` × `factor`, rounded once, half-up.

    `line` is the reservation line, None when the whole dossier is meant. `code` and `details` (plain JSON) are worded by
    `booking/words/tariffs.py`. `quantity` is shown to six decimals; the amount was computed without rounding it.
    """

    line: int | None
    article: str
    code: str
    details: Mapping[str, Json]
    quantity: Decimal
    unit: str
    unit_price: int
    factor: Decimal
    amount: int
    vat: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the price does not cover and the desk must know, such as a line without a price for this group."""

    code: str
    line: int | None = None
    details: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a dossier in cents. `deposit` is shown apart: never in `total`, never discounted."""

    group: str | None
    lines: tuple[QuoteLine, ...]
    deposits: tuple[QuoteLine, ...]
    net: int
    vat: int
    total: int
    deposit: int
    warnings: tuple[Notice, ...] = ()
