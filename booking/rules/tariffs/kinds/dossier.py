"""Articles that look at a whole dossier: a fixed price, a minimum, a maximum, a discount for many uses, a capped deposit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from booking.rules.tariffs.fields import COUNT, DECIMAL, FLAG, NUMBER, Field, ListOf, Record
from booking.rules.tariffs.kinds.charge import Kind, Terms, half_up
from booking.rules.tariffs.objects import Json, Notice, QuoteLine, Usage


class DossierCharge(NamedTuple):
    """A correction of the whole, in cents, negative for a discount; `vat` None lets the article say."""

    code: str
    amount: int
    details: dict[str, Json]
    vat: str | None = None


@dataclass(slots=True)
class DossierContext:
    """What an article of dossier scope may look at: this group's prices and the lines and deposits priced before it."""

    prices: Mapping[str, int]
    lines: Sequence[QuoteLine]
    deposits: Sequence[QuoteLine]
    notices: list[Notice] = field(default_factory=list)

    def by_vat(self, terms: Terms) -> dict[str, int]:
        """Net cents per VAT category of the lines meant: those of `articles`, or all."""
        sums: dict[str, int] = {}
        for line in self.lines:
            if not terms["articles"] or line.article in terms["articles"]:
                sums[line.vat] = sums.get(line.vat, 0) + line.amount
        return sums


def per_dossier(terms: Terms, usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """A fixed price for the dossier, however many lines it has; with `cancelled` only for one that was, or was not, withdrawn."""
    if terms["cancelled"] is None or terms["cancelled"] == (usage.cancelled_on is not None):
        yield DossierCharge("per_dossier", context.prices["price"], {})


def number_of_uses(terms: Terms, usage: Usage, context: DossierContext) -> int:
    """Different uses in one application, of what the `articles` price where they are named: a room on an evening is one, over however many
    lines it is asked, and the projector that goes with it is none of the room."""
    meant = {line.line for line in context.lines if line.article in terms["articles"]}
    return len({(line.asset or line.category, line.use) for line in usage.lines if not terms["articles"] or line.number in meant})


def minimum(terms: Terms, _usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """What is missing to reach the minimum; it follows the VAT of the largest part, as more of the same service."""
    sums = context.by_vat(terms)
    total, least = sum(sums.values()), context.prices["price"]
    if sums and total < least:
        yield DossierCharge("minimum", least - total, {"minimum": least, "sum": total}, max(sums, key=lambda vat: sums[vat]))


def maximum(terms: Terms, _usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """What exceeds the maximum, taken off each VAT category in proportion."""
    sums = context.by_vat(terms)
    total, most = sum(sums.values()), context.prices["price"]
    if total > most:
        for vat, part in _in_proportion(total - most, sums).items():
            yield DossierCharge("maximum", -part, {"maximum": most, "sum": total}, vat)


def volume(terms: Terms, usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """A percentage of the total by the number of uses in one application; a number in no bracket, or in two, is a notice."""
    uses = number_of_uses(terms, usage, context)
    if not uses:
        return
    found = [each for each in terms["brackets"] if each["from"] <= uses and (each["until"] is None or uses <= each["until"])]
    if len(found) != 1:
        context.notices.append(Notice("bracket_overlap" if found else "bracket_gap", None, {"at": uses}))
        return
    percent: Decimal = found[0]["percent"]
    for vat, total in context.by_vat(terms).items():
        if discount := total - half_up(total * percent / 100):
            yield DossierCharge("volume", -discount, {"uses": uses, "percent": str(percent), "sum": total}, vat)


def deposit_maximum(_terms: Terms, _usage: Usage, context: DossierContext) -> Iterator[DossierCharge]:
    """What the deposits together exceed their maximum by."""
    total, most = sum(line.amount for line in context.deposits), context.prices["price"]
    if total > most:
        yield DossierCharge("deposit_maximum", most - total, {"maximum": most, "sum": total})


def _in_proportion(amount: int, sums: Mapping[str, int]) -> dict[str, int]:
    """Split cents in proportion to sums, to the last cent by largest remainder."""
    total = sum(sums.values())
    parts = {vat: amount * share // total for vat, share in sums.items()}
    by_remainder = sorted(sums, key=lambda vat: -(amount * sums[vat] % total))
    for vat in by_remainder[: amount - sum(parts.values())]:
        parts[vat] += 1
    return {vat: part for vat, part in parts.items() if part}


BRACKET = Record({"from": Field(COUNT, required=True), "until": Field(COUNT), "percent": Field(DECIMAL, required=True)})
MEANT = {"articles": Field(ListOf(NUMBER), default=())}
DOSSIER: dict[str, Kind] = {
    "per_dossier": Kind("dossier", per_dossier, ("price",), {"cancelled": Field(FLAG)}, ("price",)),
    "volume": Kind("dossier", volume, (), {"brackets": Field(ListOf(BRACKET), required=True), **MEANT}),
    "minimum": Kind("dossier", minimum, ("price",), MEANT, ("price",)),
    "maximum": Kind("dossier", maximum, ("price",), MEANT, ("price",)),
    "deposit_maximum": Kind("dossier_deposit", deposit_maximum, ("price",), {}, ("price",)),
}
