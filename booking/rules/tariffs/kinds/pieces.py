"""Prices by the piece, by a measure such as kilometres, and once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from math import ceil

from booking.rules.tariffs.fields import CODE, COUNT, DECIMAL, FLAG, NATURAL, Field, choice, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Kind, Terms, noun, product
from booking.rules.tariffs.kinds.tiers import COLUMNS, TIERS, Tier, in_tiers, tier_factors, tiers_of
from booking.rules.tariffs.objects import Json, LineUsage


def forfait(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """One price whatever the units or length, `once` for an asset's use, a category's use or the dossier: splitting a line asks it once."""
    meant: dict[str, tuple[object, ...]] = {
        "asset": (line.asset or line.category, line.use),
        "category": (line.category, line.use),
        "dossier": (),
    }
    key = (context.article, *meant[terms["once"]])
    if key not in context.taken:
        context.taken[key] = 1
        yield Charge("forfait", "line", 1, context.prices["price"])


def piece(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per piece (or metre, or whatever `per` multiplies) for the whole loan; the first `free` pieces cost nothing.

    `tiers` price the n-th piece apart; with `block` the price is that of each started block of so many. Free pieces, tiers and blocks count
    over all lines of the same use.
    """
    quantity = product(terms["per"], line, context)
    if not quantity:
        return
    tiers = tiers_of(terms["tiers"], context.prices)
    if not terms["free"] and not tiers and terms["block"] == 1:
        yield Charge("per_piece", noun(terms["per"]), quantity, context.prices["price"], details={"category": line.category})
        return
    before = context.take(line, quantity)
    free = min(max(terms["free"] - before, 0), quantity)
    details: dict[str, Json] = {"category": line.category, **({"free": int(free)} if free else {})}
    if terms["block"] != 1:
        yield _in_blocks(terms, line, context, before, quantity)
    elif not tiers:
        yield Charge("per_piece", noun(terms["per"]), quantity - free, context.prices["price"], details=details)
    else:
        yield from _by_tier(terms, context, tiers, (before + free + 1, before + quantity), details)


def _in_blocks(terms: Terms, line: LineUsage, context: Context, before: Decimal | int, quantity: Decimal | int) -> Charge:
    """The blocks that these pieces start, beyond those that earlier lines did."""
    size = terms["block"]
    started = [ceil(Decimal(max(count - terms["free"], 0)) / size) for count in (before, before + quantity)]
    details: dict[str, Json] = {"category": line.category, "block": size, "count": str(quantity)}
    return Charge("per_started_block", noun(terms["per"]), started[1] - started[0], context.prices["price"], details=details)


def _by_tier(
    terms: Terms, context: Context, tiers: Sequence[Tier], numbers: tuple[Decimal | int, Decimal | int], details: dict[str, Json]
) -> Iterator[Charge]:
    """One charge for each tier that the pieces with these `numbers` (first and last) fall in."""
    for index, count in in_tiers(*numbers, tiers):
        tier = None if index is None else tiers[index]
        column = (tier and tier["price"]) or "price"
        price = context.prices.get(column, context.prices["price"])
        named: dict[str, Json] = {**details, "from": tier["from"]} if tier and column != "price" else details
        yield Charge("per_piece", noun(terms["per"]), count, price, 1, named, tier_factors(tier))


def measure(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A price per unit of one measure: `free` of it is deducted, what is left may be rounded up to whole units, then times `per`.

    `free_total` is deducted once for all lines of the use, `at_least` is always charged, `divide` makes the price that of so many units and
    `block` that of each started block of so many.
    An `optional` measure that the line does not give (kilometres, hours of cleaning) is no cost; otherwise its absence is a notice.
    """
    given = line.measures.get(terms["measure"])
    if given is None:
        if not terms["optional"]:
            context.tell("measure_missing", line, measure=terms["measure"])
        return
    times = product(terms["per"], line, context)
    charged = max(given - terms["free"], Decimal(0))
    if terms["free_total"]:
        charged -= min(max(terms["free_total"] - context.take(line, charged), Decimal(0)), charged)
    if terms["block"] != 1:
        charged = (charged / terms["block"]).to_integral_value(ROUND_CEILING)
    elif terms["started"]:
        charged = charged.to_integral_value(ROUND_CEILING)
    charged = max(charged, terms["at_least"])
    if not times or not charged:
        return
    free = terms["free"] + terms["free_total"]
    details: dict[str, Json] = {"charged": str(charged), "given": str(given), "free": str(free), "times": str(times)}
    details["started"] = terms["started"]
    details |= {name: terms[name] for name in ("divide", "block") if terms[name] != 1}
    yield Charge("per_measure", terms["measure"], charged * times, context.prices["price"], terms["divide"], details)


PIECES: dict[str, Kind] = {
    "forfait": Kind("line", forfait, ("price",), {"once": Field(choice("asset", "category", "dossier"), default="asset")}, ("price",)),
    "piece": Kind(
        "line",
        piece,
        ("price", *COLUMNS),
        {"per": codes(["units"]), "free": Field(NATURAL, default=0), "block": Field(COUNT, default=1), "tiers": TIERS},
        ("price",),
    ),
    "measure": Kind(
        "line",
        measure,
        ("price",),
        {
            "measure": Field(CODE, required=True),
            "per": codes(),
            "free": Field(DECIMAL, default=Decimal(0)),
            "free_total": Field(DECIMAL, default=Decimal(0)),
            "at_least": Field(DECIMAL, default=Decimal(0)),
            "divide": Field(COUNT, default=1),
            "block": Field(COUNT, default=1),
            "started": Field(FLAG, default=False),
            "optional": Field(FLAG, default=False),
        },
        ("price",),
    ),
}
