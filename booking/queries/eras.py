"""Which regulations price a dossier when one of its stays reaches beyond the days of the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from booking.queries.holidays import school_days
from booking.rules.catalogue import AuthorityCard, Catalogue, RegulationCard
from booking.rules.periods import local
from booking.rules.tariffs import Era, LineUsage, Quote, TariffError, Usage, quote, quote_across

LONGEST = timedelta(days=2 * 366)
"""A longer use has no price by itself, its desk sets one: who only looks cannot have centuries of days summed."""


class Part(NamedTuple):
    """What one regulation asks, and for which usage: none for one that only prices the last days of a stay."""

    card: RegulationCard
    quote: Quote
    usage: Usage


def priced(catalogue: Catalogue, owner: AuthorityCard, card: RegulationCard, usage: Usage) -> list[Part]:
    """What the regulation of the lines' first days asks, and those that follow it within their stays.

    Raises TariffError, `use_too_long` among them.
    """
    refuse_endless(usage.lines)
    if prices_alone(card, usage.lines):
        return [Part(card, quote(card.prepared, usage), usage)]
    cards = _following(catalogue, owner, card, usage)
    found = quote_across([Era(each.prepared, each.first, each.last) for each in cards], usage)
    return [Part(cards[number], asked, usage if number == 0 else replace(usage, lines=())) for number, asked in found]


def prices_alone(card: RegulationCard, lines: Iterable[LineUsage]) -> bool:
    """Whether the regulation of the first days prices all of these lines, to their last day."""
    return card.prices_by == "booking" or card.last is None or all(_last_day(line) <= card.last for line in lines)


def refuse_endless(lines: Iterable[LineUsage]) -> None:
    """Raises TariffError `use_too_long` for a use beyond LONGEST."""
    for line in lines:
        if line.use.length > LONGEST:
            raise TariffError("use_too_long", line=line.number)


def _following(catalogue: Catalogue, owner: AuthorityCard, card: RegulationCard, usage: Usage) -> Sequence[RegulationCard]:
    """The regulation and its successors up to the last day of the lines; it stops where no day follows."""
    cards = [card]
    for line in usage.lines:
        while (end := cards[-1].last) is not None and end < _last_day(line):
            after = catalogue.regulation(owner, line.category, line.asset, end + timedelta(days=1), usage.booked_on)
            if after is None or after in cards or after.prices_by == "booking":
                break
            cards.append(after)
    return cards


def _last_day(line: LineUsage) -> date:
    end = max(line.use.end, line.custody.end, line.blocked.end)
    return local(end - timedelta(seconds=1)).date()


def school_holidays_of(lines: Iterable[LineUsage]) -> frozenset[date]:
    """The days without school in the years of the lines."""
    years = [moment.year for line in lines for moment in (line.blocked.start, line.blocked.end)]
    return school_days(min(years), max(years)) if years else frozenset()
