"""What a group pays by an article as its annex says it: by its own amounts, a percentage of another group's, or those of everybody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from booking.rules.tariffs import ALL, Article, Json, Regulation

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Paid:
    """Cents by price column, and the percentages (percent, group) of others that led there, the group's own first. Empty: no price."""

    cents: tuple[tuple[str, Decimal], ...] = ()
    shares: tuple[tuple[Decimal, str], ...] = ()


def paid(regulation: Regulation, article: Article, code: str) -> Paid:
    """What a group pays, before anything that depends on the use; a percentage may leave parts of a cent, for a sum is rounded once."""
    given = article.terms.get("prices")
    prices: Mapping[str, Json] = given if isinstance(given, dict) else {}
    groups = {group.code: group for group in regulation.groups}
    shares: list[tuple[Decimal, str]] = []
    factor = Decimal(1)
    while code not in {of for _, of in shares[:-1]}:
        group = groups.get(code)
        row = prices.get(code)
        if row is None and group is not None and group.of is not None:
            row = {"percent": str(group.percent), "of": group.of}
        row = row if row is not None else prices.get(ALL)
        if not isinstance(row, dict):
            return Paid()
        of = row.get("of")
        if not isinstance(of, str):
            cents = tuple((name, each * factor) for name, each in row.items() if isinstance(each, int))
            return Paid(cents, tuple(shares))
        percent = Decimal(str(row.get("percent") or 100))
        shares.append((percent, of))
        factor, code = factor * percent / HUNDRED, of
    return Paid()
