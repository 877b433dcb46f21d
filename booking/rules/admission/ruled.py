"""Which rules of the owner a borrower meets."""

from __future__ import annotations

from datetime import date, datetime

from booking.rules.admission.facts import BorrowerCard
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, Ruling, ruling
from booking.rules.periods import Period, days_later

NONE: frozenset[str] = frozenset()


def rules_met(catalogue: Catalogue, owner: AuthorityCard, asset: AssetCard, relation: str, borrower: BorrowerCard, asked: date) -> Ruling:
    """What the owner's rules say to a borrower about an asset, by the rules of the day on which it is asked.

    A rule for who is recognised means recognised by the owner's municipality or by the borrower's own.
    """
    return ruling(catalogue, owner.id, asset, relation, borrower.kind, _recognised(catalogue, owner, borrower, asked), asked)


def free_until(met: Ruling, custody: Period) -> datetime:
    """Until when calling off costs nothing by the owner's rule; without such a rule, until hand-over."""
    days, _rule = met.answers.get("free_cancellation_days", (0, None))
    return days_later(custody.start, -days)


def _recognised(catalogue: Catalogue, owner: AuthorityCard, borrower: BorrowerCard, day: date) -> frozenset[str]:
    if not borrower.recognitions:
        return NONE
    return borrower.recognised_by({owner.id, owner.house(day), borrower.home, catalogue.authorities[borrower.home].house(day)}, day)
