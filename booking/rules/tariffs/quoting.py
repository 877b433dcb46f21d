"""The price of a dossier by one regulation, every amount with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from booking.rules.tariffs.objects import Notice, Quote, Regulation, Usage
from booking.rules.tariffs.preparation import prepare
from booking.rules.tariffs.prepared import Era, Prepared
from booking.rules.tariffs.pricing import Dossier
from booking.rules.tariffs.succession import quote_across
from booking.rules.tariffs.totals import summed

NEEDS_DESK = frozenset({"no_price", "bracket_gap", "bracket_overlap", "outside_day_parts", "outside_windows", "outside_blocks"})
"""Notices of use that the regulation has no price for, or two: the desk sets the price, answered warning or not."""


def quote(regulation: Regulation | Prepared, usage: Usage) -> Quote:
    """Price a dossier; amounts in cents, VAT per category on the summed net, the deposit apart (conventions 1, 2 and 5 of the cases).

    An agreement's preferred tariff replaces the borrower's own group. A line that no article prices for this borrower is the
    notice `no_price`: a desk must price it, it is not free. Where amounts follow an index, each day has its own rate (`quote_across`).
    Raises TariffError as `prepare` does, and `group_unknown` when an agreement names a group that this regulation does not have.
    """
    prepared = regulation if isinstance(regulation, Prepared) else prepare(regulation)
    if len(prepared.editions) > 1 and usage.lines:
        return together([each for _, each in quote_across([Era(prepared, date.min, None)], usage)])
    edition = prepared.editions[0].prepared if prepared.editions else prepared
    dossier = Dossier(edition, usage)
    for line in usage.lines:
        dossier.read(line)
    dossier.correct()
    return dossier.quote()


def together(quotes: Sequence[Quote], notices: Iterable[Notice] = ()) -> Quote:
    """One price of what several regulations ask for parts of one dossier, with the group of the first: VAT per category on all net."""
    lines = [line for each in quotes for line in each.lines]
    deposits = [line for each in quotes for line in each.deposits]
    return summed(quotes[0].group, lines, deposits, [*(notice for each in quotes for notice in each.warnings), *notices])


def unpriced(quote: Quote, lines: Iterable[int]) -> set[int]:
    """Numbers of the lines that the desk must price; a notice about the whole dossier is about each of its lines."""
    found: set[int] = set()
    for notice in quote.warnings:
        if notice.code in NEEDS_DESK:
            found |= set(lines) if notice.line is None else {notice.line}
    return found
