"""Deposits, line by line: never discounted, shown apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from booking.rules.tariffs.fields import DECIMAL, NUMBER, Field, ListOf, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, half_up, noun, product
from booking.rules.tariffs.objects import Json, LineUsage


def deposit(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A deposit per piece or metre, or (`per` nothing) once for each asset over all lines of its use; with the column `next`, that is the
    price of each piece after the first of the use.
    """
    quantity = product(terms["per"], line, context)
    if not quantity:
        return
    first, following = context.prices["price"], context.prices.get("next")
    if not terms["per"]:
        key = (context.article, line.asset or line.category, line.use)
        if key in context.taken:
            return
        context.taken[key] = 1
    if following is None:
        yield Charge("deposit_each", noun(terms["per"]) if terms["per"] else "line", quantity, first, details={"category": line.category})
        return
    if context.take(line, quantity):
        yield Charge("deposit_each", noun(terms["per"]), quantity, following, details={"category": line.category})
    elif quantity <= 1:
        yield Charge("deposit_each", noun(terms["per"]), quantity, first, details={"category": line.category})
    else:
        details: dict[str, Json] = {"first": first, "next": following, "count": str(quantity - 1)}
        yield Charge("deposit_first_next", "line", 1, first + half_up(following * (quantity - 1)), details=details)


def deposit_value(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A deposit that is a percentage of the value of each piece lent, between the columns `minimum` and `maximum` where they are given."""
    if line.value_cents is None:
        context.tell("value_missing", line)
        return
    percent: Decimal = terms["percent"]
    share = line.value_cents * percent / 100
    each = max(min(share, Decimal(context.prices.get("maximum", share))), Decimal(context.prices.get("minimum", 0)))
    details: dict[str, Json] = {"value": line.value_cents * line.units, "percent": str(percent), "computed": half_up(share * line.units)}
    yield Charge("deposit_value", "line", 1, half_up(each * line.units), details=details)


def deposit_price(terms: Terms, _line: LineUsage, context: Context) -> Iterator[Charge]:
    """A deposit that is a percentage of what `articles` ask for the line, between the columns `minimum` and `maximum`."""
    total = sum(each.amount for each in context.priced if each.article in terms["articles"])
    share = half_up(total * terms["percent"] / 100)
    amount = max(min(share, context.prices.get("maximum", share)), context.prices.get("minimum", 0))
    details: dict[str, Json] = {"sum": total, "percent": str(terms["percent"]), "computed": share}
    yield Charge("deposit_price", "line", 1, amount, details=details)


DEPOSITS: dict[str, Kind] = {
    "deposit": Kind("deposit", deposit, ("price", "next"), {"per": codes(["units"])}, ("price",)),
    "deposit_price": Kind(
        "deposit",
        deposit_price,
        ("minimum", "maximum"),
        {"articles": Field(ListOf(NUMBER), required=True), "percent": Field(DECIMAL, required=True)},
    ),
    "deposit_value": Kind("deposit", deposit_value, ("minimum", "maximum"), {"percent": Field(DECIMAL, required=True)}),
}
