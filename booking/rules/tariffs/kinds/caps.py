"""What a maximum leaves of a line's charges: over all of the line, or over each stretch of its days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from booking.rules.tariffs.kinds.charge import Charge, Context, half_up
from booking.rules.tariffs.objects import Json, LineUsage


def exact(charge: Charge) -> Decimal:
    """Cents of a charge, not rounded."""
    amount = Decimal(charge.quantity) * charge.price / charge.divisor
    for factor in charge.factors:
        amount = amount * Decimal(str(factor["percent"])) / 100
    return amount


def capped(charges: Sequence[Charge], line: LineUsage, context: Context, times: Decimal | int) -> Sequence[Charge]:
    """The charges, or the column `maximum` instead of them; what another tariff of the same stay asked counts towards it."""
    most, total = context.prices["maximum"] * times, sum((exact(charge) for charge in charges), Decimal(0))
    if context.stay:
        asked = context.stay.carried.get(("maximum", context.article, line.number), 0)
        most = max(most - asked, 0)
        context.stay.carried["maximum", context.article, line.number] = asked + half_up(min(total, Decimal(most)))
    if total <= most:
        return charges
    details: dict[str, Json] = {"sum": half_up(total), "times": str(times), "category": line.category}
    return [Charge("capped", "line", 1, half_up(most), details=details, exact=Decimal(most))]


def capped_by_stretch(
    charges: Sequence[Charge],
    asked: Iterable[tuple[object, Decimal]],
    days: int,
    line: LineUsage,
    context: Context,
    times: Decimal | int,
) -> Sequence[Charge]:
    """The charges, or what their stretches of `days` may cost at most; `asked` are the cents of each stretch, in as many pairs as suits.

    What another tariff of the same stay asked for a stretch counts in it.
    """
    by_stretch: dict[object, Decimal] = {}
    for stretch, cents in asked:
        by_stretch[stretch] = by_stretch.get(stretch, Decimal(0)) + cents
    price = Decimal(0)
    for stretch, cents in by_stretch.items():
        most = Decimal(context.prices["maximum"] * times)
        if context.stay:
            key = ("maximum", context.article, line.number, stretch)
            before = context.stay.carried.get(key, 0)
            most = max(most - before, Decimal(0))
            context.stay.carried[key] = before + half_up(min(cents, most))
        price += min(cents, most)
    total = sum(by_stretch.values(), Decimal(0))
    if price == total:
        return charges
    details: dict[str, Json] = {"sum": half_up(total), "times": "1", "category": line.category, "maximum_days": days}
    return [Charge("capped", "line", 1, half_up(price), details=details, exact=price)]
