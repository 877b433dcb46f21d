"""Prices that are a share of something: of other articles, of what something cost, of the value of what was lent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from booking.rules.tariffs.fields import CODE, DECIMAL, NUMBER, Field, ListOf, codes
from booking.rules.tariffs.kinds.charge import Charge, Context, Factor, Kind, Terms, product
from booking.rules.tariffs.objects import Json, LineUsage


def share_of(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A percentage of what other `articles`, before this one, ask for the line, times `per` (such as days late; not given is none)."""
    times: Decimal | int = 1
    for name in terms["per"]:
        times *= line.units if name == "units" else line.measures.get(name, Decimal(0))
    total = sum(each.amount for each in context.priced if each.article in terms["articles"])
    if times and total:
        details: dict[str, Json] = {"sum": total, "times": str(times), "measure": next(iter(terms["per"]), "piece")}
        yield Charge("share_of", "line", times, total, 1, details, (_percent(terms, "share"),), final=True)


def cost(terms: Terms, line: LineUsage, _context: Context) -> Iterator[Charge]:
    """The real cost in euros that the desk tells as a measure (a repair, a cleaning firm), or a percentage of it."""
    told = line.measures.get(terms["measure"])
    if told:
        details: dict[str, Json] = {"value": int((told * 100).to_integral_value())}
        yield Charge("real_cost", "cost", told, 100, 1, details, (_percent(terms, "share"),), final=True)


def value(terms: Terms, line: LineUsage, context: Context) -> Iterator[Charge]:
    """A percentage of the value of each piece that `per` counts: what is lost or beyond repair; none counted is no charge."""
    if any(name != "units" and not line.measures.get(name) for name in terms["per"]):
        return
    times = product(terms["per"], line, context)
    if line.value_cents is None:
        context.tell("value_missing", line)
    elif times:
        details: dict[str, Json] = {"value": line.value_cents, "times": str(times), "category": line.category}
        yield Charge("value_share", "piece", times, line.value_cents, 1, details, (_percent(terms, "share"),), final=True)


def _percent(terms: Terms, code: str) -> Factor:
    return {"code": code, "percent": str(terms["percent"])}


PERCENT = {"percent": Field(DECIMAL, default=Decimal(100))}
SHARES: dict[str, Kind] = {
    "share_of": Kind(
        "line",
        share_of,
        (),
        {"articles": Field(ListOf(NUMBER), required=True), "percent": Field(DECIMAL, required=True), "per": codes()},
        timed=True,
    ),
    "cost": Kind("line", cost, (), {"measure": Field(CODE, required=True), **PERCENT}),
    "value": Kind("line", value, (), {"per": codes(["pieces_lost"]), **PERCENT}),
}
