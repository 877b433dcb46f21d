"""From priced lines to a quote: net, VAT and total, deposit apart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from booking.rules.tariffs.kinds.charge import half_up
from booking.rules.tariffs.objects import Json, Notice, Quote, QuoteLine

RATES = {"21": 21, "6": 6}
INCLUDED = {"21_included": 21, "6_included": 6}
TAKEN_OUT = "vat_included"
"""Code of the line that takes the VAT out of prices that hold it, so that lines add up to the net."""


def vat_taken_out(lines: Sequence[QuoteLine]) -> list[QuoteLine]:
    """For each rate that prices hold already, the line that leaves their net: sum × rate ÷ (100 + rate), half-up.

    What the council decided is what the citizen pays, to the cent; net and VAT follow from it.
    """
    sums: dict[str, int] = {}
    articles: dict[str, str] = {}
    for line in lines:
        if line.vat in INCLUDED:
            sums[line.vat] = sums.get(line.vat, 0) + line.amount
            articles.setdefault(line.vat, line.article)
    found = []
    for category, gross in sums.items():
        rate = INCLUDED[category]
        held = half_up(Decimal(gross * rate) / (100 + rate))
        details: dict[str, Json] = {"sum": gross, "percent": str(rate)}
        if held:
            found.append(
                QuoteLine(None, articles[category], TAKEN_OUT, details, Decimal(1), "dossier", -held, Decimal(1), -held, category)
            )
    return found


def summed(group: str | None, lines: Sequence[QuoteLine], deposits: Sequence[QuoteLine], notices: Sequence[Notice]) -> Quote:
    """The quote of lines from which held VAT has been taken out: VAT per category on the summed net, half-up (EN 16931 BR-CO-17)."""
    nets: dict[str, int] = {}
    held = 0
    for line in lines:
        nets[line.vat] = nets.get(line.vat, 0) + line.amount
        if line.code == TAKEN_OUT:
            held -= line.amount
    net = sum(nets.values())
    vat = held + sum(half_up(Decimal(nets[category] * rate) / 100) for category, rate in RATES.items() if category in nets)
    deposit = sum(line.amount for line in deposits)
    return Quote(group, tuple(lines), tuple(deposits), net, vat, net + vat, deposit, tuple(notices))
