"""Many assets judged each for itself, as if it alone were asked: what a search shows of hundreds in a fixed number of queries."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.eras import priced, school_holidays_of
from booking.queries.facts import Event, Wanted, gather_each
from booking.queries.judging import usage_of, uses_this_year
from booking.rules.admission import BorrowerCard, Facts, Finding, findings
from booking.rules.catalogue import Catalogue, RegulationCard
from booking.rules.periods import local
from booking.rules.preference import applicant
from booking.rules.tariffs import Quote, TariffError, Usage, together, unpriced

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
    free: Sequence[int],
    now: datetime,
) -> list[JudgedAsset]:
    """Findings and price of each, when so many units of it are free. None of them may stay shut over its use (InvalidTime)."""
    if not wanted:
        return []
    facts = gather_each(session, known, borrower, event, wanted, free, now)
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
    judged = []
    for card, line, each in zip(cards, wanted, facts, strict=True):
        price = _price(known, card, line, each, uses, booked) if card else None
        if price is not None and unpriced(price, (1,)):
            price = None
        told = each if price is not None else replace(each, priced=False)
        judged.append(JudgedAsset(told, findings(told), price))
    return judged


def _price(
    known: Catalogue, card: RegulationCard, line: Wanted, facts: Facts, uses: dict[tuple[int, int], int], booked: date
) -> Quote | None:
    lines = (usage_of(1, line, facts, uses),)
    usage = Usage(applicant(facts), booked, lines, known.holidays, school_holidays=school_holidays_of(lines))
    try:
        return together([part.quote for part in priced(known, facts.owner, card, usage)])
    except TariffError as error:  # such as an agreement that names a group which this regulation lacks
        log.warning("regulation %d cannot price: %s", card.id, error.code)
        return None
