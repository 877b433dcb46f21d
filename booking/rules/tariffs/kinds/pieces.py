"""Prices by the piece, by a measure such as kilometres, by the line, and the deposits counted the same way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from booking.rules.tariffs.fields import CODE, DECIMAL, FLAG, NATURAL, Field, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, half_up, noun, product
from booking.rules.tariffs.objects import Json, LineUsage


def forfait(_terms: Terms, _line: LineUsage, context: Context) -> Iterator[Charge]:
    """One price for the line, whatever its units or length."""
    yield Charge("forfait", "line", 1, context.prices["price"])


def piece(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per piece (or metre, or whatever `per` multiplies) for the whole loan; the first `free` pieces cost nothing."""
    quantity = product(terms["per"], line, context)
    if not quantity:
        return
    free = min(terms["free"], quantity)
    details: dict[str, Json] = {"category": line.category, **({"free": int(free)} if free else {})}
    yield Charge("per_piece", noun(terms["per"]), quantity - free, context.prices["price"], details=details)


def measure(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per unit of one measure: `free` of it is deducted, what is left may be rounded up to whole units, then times `per`.

    An `optional` measure that the line does not give (kilometres, hours of cleaning) is no cost; otherwise its absence is a notice.
    """
    given = line.measures.get(terms["measure"])
    if given is None:
        if not terms["optional"]:
            context.tell("measure_missing", line, measure=terms["measure"])
        return
    times = product(terms["per"], line, context)
    charged = max(given - terms["free"], Decimal(0))
    if terms["started"]:
        charged = charged.to_integral_value(ROUND_CEILING)
    if not times or not charged:
        return
    details: dict[str, Json] = {"charged": str(charged), "given": str(given), "free": str(terms["free"]), "times": str(times)}
    details["started"] = terms["started"]
    yield Charge("per_measure", terms["measure"], charged * times, context.prices["price"], details=details)


def deposit(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A deposit per piece, metre or line; with the column `next`, that is the price of each piece after the first."""
    quantity = product(terms["per"], line, context)
    if not quantity:
        return
    first, following = context.prices["price"], context.prices.get("next")
    if following is None or quantity <= 1:
        yield Charge("deposit_each", noun(terms["per"]) if terms["per"] else "line", quantity, first, details={"category": line.category})
    else:
        details: dict[str, Json] = {"first": first, "next": following, "count": str(quantity - 1)}
        yield Charge("deposit_first_next", "line", 1, first + half_up(following * (quantity - 1)), details=details)


def deposit_value(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A deposit that is a percentage of the value of what is lent, between the columns `minimum` and `maximum` where they are given."""
    if line.value_cents is None:
        context.tell("value_missing", line)
        return
    percent: Decimal = terms["percent"]
    value = line.value_cents * line.units
    share = half_up(value * percent / 100)
    amount = max(min(share, context.prices.get("maximum", share)), context.prices.get("minimum", 0))
    yield Charge("deposit_value", "line", 1, amount, details={"value": value, "percent": str(percent), "computed": share})


PIECES: dict[str, Kind] = {
    "forfait": Kind("line", forfait, ("price",), {}, ("price",)),
    "piece": Kind("line", piece, ("price",), {"per": codes(["units"]), "free": Field(NATURAL, default=0)}, ("price",)),
    "measure": Kind(
        "line",
        measure,
        ("price",),
        {
            "measure": Field(CODE, required=True),
            "per": codes(),
            "free": Field(DECIMAL, default=Decimal(0)),
            "started": Field(FLAG, default=False),
            "optional": Field(FLAG, default=False),
        },
        ("price",),
    ),
    "deposit": Kind("deposit", deposit, ("price", "next"), {"per": codes(["units"])}, ("price",)),
    "deposit_value": Kind("deposit", deposit_value, ("minimum", "maximum"), {"percent": Field(DECIMAL, required=True)}),
}
