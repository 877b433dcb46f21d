"""What an agreement says, by names: the same value is told on its page, and compared with that of another version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """A preferred tariff: of `lender` (None: every party) for a category (its code, None: all that is covered), in the order in which it
    is tried. `group` is the name of a tariff group; `first` and `last` are the days of one that does not hold as long as the agreement.
    """

    lender: str | None
    category: str | None
    reciprocal: bool = False
    quota: int | None = None
    unit: str | None = None
    group: str | None = None
    percentage: int | None = None
    article: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """An agreement as it was put before its parties. `covers` and `without` are (noun, code or name): a category or an asset; `covers` is
    empty for one that covers everything, None for one that covers nothing yet.
    """

    title: str
    first: date
    last: date | None
    parties: tuple[str, ...]
    notice_months: int | None = None
    covers: tuple[tuple[str, str], ...] | None = None
    without: tuple[tuple[str, str], ...] = ()
    beneficiaries: tuple[str, ...] = ()
    onward: bool = False
    territory: str | None = None
    priority: str | None = None
    insured_by: str | None = None
    excess_cents: int | None = None
    damage: str = ""
    given: tuple[Given, ...] = ()
    recall_hours: int | None = None
