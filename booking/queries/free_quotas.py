"""What is left of the free loans and days that agreements give each party in a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.rules.admission import Facts
from booking.rules.catalogue import AgreementCard, TermCard
from booking.rules.periods import local
from booking.rules.preference import claimed
from models import QuotaUse


class FreeKey(NamedTuple):
    """A free quota: that of one scope of an agreement, whichever term says so now, for one party in one Brussels year of use."""

    agreement: int
    lender: int
    category: int
    party: int
    year: int


@dataclass(slots=True)
class FreeQuotas:
    """Uses by quota, and by line those of the lines that are judged now."""

    used: Counter[FreeKey] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)

    def counted(self, facts: Facts, settled: str | None) -> Facts:
        """The facts with what is left for a line; what a line that stands as `settled` (its holder) has taken, it keeps."""
        key = free_key(facts)
        if key is None or facts.term is None:
            return facts
        held = self.held[_line(settled)] if settled else None
        return replace(facts, quota_free=(facts.term[1].quota or 0) - self.used[key], quota_held=held)

    def take(self, facts: Facts) -> None:
        """Count what a line takes, for the lines after it."""
        key = free_key(facts)
        if key is not None:
            self.used[key] += claimed(facts)


def free_key(facts: Facts) -> FreeKey | None:
    """The free quota that a line may use up, or None where its term gives none."""
    if facts.term is None or facts.term[1].quota is None:
        return None
    return key_of(*facts.term, facts.house, local(facts.periods.use.start).year)


def key_of(agreement: AgreementCard, term: TermCard, party: int, year: int) -> FreeKey:
    """The key under which a term's free quota is counted and locked."""
    return FreeKey(agreement.root or agreement.id, term.lender or 0, term.category or 0, party, year)


def free_quotas(session: Session, facts: Sequence[Facts], ignoring: Collection[str | None]) -> FreeQuotas:
    """The uses of every free quota that these lines may use up, those by the lines themselves (`ignoring`, by holder) apart.

    No query where no term gives any, which is nearly always.
    """
    keys = {key: each.term for each in facts if (key := free_key(each)) and each.term}
    found = FreeQuotas()
    if not keys:
        return found
    mine = {_line(holder) for holder in ignoring if holder}
    of_term = {(term, key.party, key.year): key for key, (agreement, card) in keys.items() for term in agreement.kin(card)}
    query = (
        select(QuotaUse.term_id, QuotaUse.party_id, QuotaUse.year, QuotaUse.line_id, func.sum(QuotaUse.amount))
        .where(QuotaUse.term_id.in_({term for term, _, _ in of_term}), QuotaUse.returned_at.is_(None))
        .group_by(QuotaUse.term_id, QuotaUse.party_id, QuotaUse.year, QuotaUse.line_id)
    )
    for term, party, year, line, amount in session.execute(query):
        key = of_term.get((term or 0, party or 0, year))
        if line in mine:
            found.held[line] += amount
        elif key is not None:
            found.used[key] += amount
    return found


def _line(holder: str) -> int:
    return int(holder.removeprefix("line:"))
