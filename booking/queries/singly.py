"""Many assets judged each for itself, as if it alone were asked: what a search shows of hundreds in a fixed number of queries."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from operator import attrgetter

from sqlalchemy.orm import Session

from booking.queries.eras import priced, prices_alone, school_holidays_of
from booking.queries.facts import Event, Wanted, gather_each
from booking.queries.judging import usage_of, uses_this_year
from booking.rules.admission import BorrowerCard, Facts, Finding, findings
from booking.rules.catalogue import Catalogue, RegulationCard
from booking.rules.periods import local
from booking.rules.tariffs import Applicant, LineUsage, Quote, TariffError, Usage, together, unpriced

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JudgedAsset:
    """What would come of asking this one asset: everything that was found, and its price where a regulation can tell."""

    facts: Facts
    findings: list[Finding]
    quote: Quote | None


def judge_each(
    session: Session,
    known: Catalogue,
    borrower: BorrowerCard,
    event: Event,
    wanted: Sequence[Wanted],
    now: datetime,
) -> list[JudgedAsset]:
    """Findings and price of each, when `free` units of it are free. None of them may stay shut over its use (InvalidTime)."""
    if not wanted:
        return []
    facts = gather_each(session, known, borrower, event, wanted, now)
    booked = local(now).date()
    cards = [
        known.regulation(each.owner, each.asset.category, each.asset.code, local(each.periods.use.start).date(), booked) for each in facts
    ]
    counted = [
        (line, each)
        for line, each, card in zip(wanted, facts, cards, strict=True)
        if card and card.prepared.counts_uses(each.asset.category, each.asset.code)
    ]
    uses = uses_this_year(session, borrower, counted) if borrower.id and counted else {}
    prices: dict[Hashable, Quote | None] = {}
    judged = []
    for card, line, each in zip(cards, wanted, facts, strict=True):
        price = _price(known, card, each, usage_of(1, line, each, uses), booked, prices) if card else None
        told = each if price is not None else replace(each, priced=False)
        judged.append(JudgedAsset(told, findings(told), price))
    return judged


def _price(
    known: Catalogue, card: RegulationCard, facts: Facts, line: LineUsage, booked: date, prices: dict[Hashable, Quote | None]
) -> Quote | None:
    """The price of a line where there is one. Of lines that the regulation cannot tell apart one is priced, and remembered in `prices`."""
    by_name = card.prepared.names(line.asset) or not prices_alone(card, (line,))
    alike = (card.id, line.asset if by_name else "", _seen(line), *line.measures.items())
    if alike not in prices:
        found = _priced(known, card, facts, line, booked)
        prices[alike] = None if found is None or unpriced(found, (line.number,)) else found
    return prices[alike]


_seen = attrgetter(*(each.name for each in fields(LineUsage) if each.name not in ("number", "asset", "measures")))
"""Of a line all that a regulation looks at, but for its asset by name and what is measured of it."""


def _priced(known: Catalogue, card: RegulationCard, facts: Facts, line: LineUsage, booked: date) -> Quote | None:
    usage = Usage(line.borrower or Applicant("resident"), booked, (line,), known.holidays, school_holidays=school_holidays_of((line,)))
    try:
        return together([part.quote for part in priced(known, facts.owner, card, usage)])
    except TariffError as error:  # such as an agreement that names a group which this regulation lacks
        log.warning("regulation %d cannot price: %s", card.id, error.code)
        return None
