"""What follows a reservation: the ladder of a cancellation, and what is due when something comes back late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from booking.rules.periods import local
from booking.rules.tariffs.fields import CODE, DECIMAL, FLAG, NATURAL, Field, ListOf, Record
from booking.rules.tariffs.kinds.charge import Kind, Terms, half_up
from booking.rules.tariffs.kinds.dossier import MEANT, DossierCharge, DossierContext
from booking.rules.tariffs.objects import Json, Usage


def cancellation(terms: Terms, usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """What is let off when a dossier is withdrawn: the first step whose notice was given says which percentage stays due."""
    if usage.cancelled_on is None:
        return
    first_use = min(local(line.use.start).date() for line in usage.lines)
    days = (first_use - usage.cancelled_on).days
    working = working_days_between(usage.cancelled_on, first_use, usage.holidays)
    kept = next((step["percent"] for step in terms["steps"] if _in_time(step, days, working)), terms["otherwise"])
    for vat, total in context.by_vat(terms).items():
        if waived := total - half_up(total * kept / 100):
            yield DossierCharge("cancellation", -waived, {"days": days, "working_days": working, "percent": str(kept), "sum": total}, vat)


def working_days_between(notice: date, use: date, holidays: frozenset[date]) -> int:
    """Mondays to Fridays that are no holiday, strictly between the two dates (convention 6 of the cases)."""
    between = (notice + timedelta(days=number) for number in range(1, (use - notice).days))
    return sum(day.weekday() < 5 and day not in holidays for day in between)


def _in_time(step: Mapping[str, Any], days: int, working: int) -> bool:
    """True when every notice that the step asks for was given."""
    return (step["days"] is None or days >= step["days"]) and (step["working_days"] is None or working >= step["working_days"])


def deposit_share(terms: Terms, usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """A percentage of the deposit of what a measure (such as days late) is told of, with the column `minimum`.

    Once for each deposit of an asset, over however many lines; with `each` it is due again for every unit of the measure.
    """
    told = {line.number: line for line in usage.lines if line.measures.get(terms["measure"])}
    held: dict[tuple[object, ...], int] = {}
    units: dict[tuple[object, ...], Decimal] = {}
    for deposit in context.deposits:
        if (line := told.get(deposit.line or 0)) is not None:
            key: tuple[object, ...] = (deposit.article, line.asset or line.category, line.use)
            held[key] = held.get(key, 0) + deposit.amount
            units[key] = max(units.get(key, Decimal(0)), line.measures[terms["measure"]])
    minimum = context.prices.get("minimum", 0)
    for one, amount in held.items():
        times = units[one] if terms["each"] else Decimal(1)
        share = max(half_up(amount * terms["percent"] / 100), minimum)
        details: dict[str, Json] = {"percent": str(terms["percent"]), "sum": amount, "minimum": minimum}
        details |= {"times": str(times), "measure": terms["measure"]} if times != 1 else {}
        yield DossierCharge("deposit_share", half_up(share * times), details)


STEP = Record({"days": Field(NATURAL), "working_days": Field(NATURAL), "percent": Field(DECIMAL, required=True)})
AFTERMATH: dict[str, Kind] = {
    "deposit_share": Kind(
        "dossier",
        deposit_share,
        ("minimum",),
        {"measure": Field(CODE, required=True), "percent": Field(DECIMAL, required=True), "each": Field(FLAG, default=False)},
    ),
    "cancellation": Kind(
        "dossier",
        cancellation,
        (),
        {"steps": Field(ListOf(STEP), required=True), "otherwise": Field(DECIMAL, default=Decimal(100)), **MEANT},
    ),
}
