"""What a service that may be chosen would add to a price: told beside it before it is chosen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from booking.rules.charges.difference import Difference, difference
from booking.rules.tariffs import Prepared, Usage, quote


def price_of(prepared: Prepared, usage: Usage, number: int, name: str) -> Difference:
    """What one unit of a service, or what is taken of it already, adds to the price of the line with that number."""
    line = next(each for each in usage.lines if each.number == number)
    amount = line.measures.get(name) or Decimal(1)
    without = {each: told for each, told in line.measures.items() if each != name}
    before, after = (
        replace(usage, lines=tuple(replace(each, measures=measures) if each.number == number else each for each in usage.lines))
        for measures in (without, {**without, name: amount})
    )
    return difference([quote(prepared, before)], [quote(prepared, after)])
