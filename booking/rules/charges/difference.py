"""What one price has that another has not: the posts that real facts add, and those that they replace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from booking.rules.tariffs import Quote, QuoteLine


@dataclass(frozen=True, slots=True)
class Difference:
    """The posts that make `after` of `before`, in cents: what is new as it is, what fell away with its amount negative. `total` = `net`
    + `vat` is exactly what the total rose by, so that a minimum that is reached or a cap that is hit counts with it.
    """

    posts: tuple[QuoteLine, ...]
    net: int
    vat: int
    total: int


def difference(before: Sequence[Quote], after: Sequence[Quote]) -> Difference:
    """What the second price of a dossier has more than the first, each the quotes of all its regulations together."""
    old, new = (Counter(_key(line) for quote in quotes for line in quote.lines) for quotes in (before, after))
    posts = [line for line in _left(after, new - old) if line.amount]
    posts += [replace(line, amount=-line.amount) for line in _left(before, old - new) if line.amount]
    net = sum(quote.net for quote in after) - sum(quote.net for quote in before)
    vat = sum(quote.vat for quote in after) - sum(quote.vat for quote in before)
    return Difference(tuple(posts), net, vat, net + vat)


def _left(quotes: Iterable[Quote], left: Counter[tuple[object, ...]]) -> Iterable[QuoteLine]:
    """The lines that are counted in `left`, as often as they are."""
    for quote in quotes:
        for line in quote.lines:
            key = _key(line)
            if left[key] > 0:
                left[key] -= 1
                yield line


def _key(line: QuoteLine) -> tuple[object, ...]:
    """What makes two posts the same; details hold lists, so their text stands for them."""
    return line.line, line.article, line.code, repr(sorted(line.details.items())), line.quantity, line.amount, line.vat
