"""What a borrower and its people hold: policies, qualifications, and what owners found of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from booking.rules.catalogue import AssetCard

BEFORE_1989 = date(1989, 1, 1)


@dataclass(frozen=True, slots=True)
class VerdictCard:
    """What an owner found of a proof, on which day: accepted, or rejected with a reason."""

    authority: int
    accepted: bool
    on: date
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """An insurance policy of the borrower or of the authority that it is a service of; `verdicts` run from the oldest to the newest.

    It covers the assets and categories that it names, or everything when it names none.
    """

    kind: str
    insurer: str
    number: str
    amount_cents: int
    first: date
    last: date | None
    verdicts: tuple[VerdictCard, ...] = ()
    excess_cents: int = 0
    assets: frozenset[int] = frozenset()
    categories: frozenset[int] = frozenset()
    id: int = 0

    def is_about(self, asset: AssetCard) -> bool:
        """True when it covers the asset."""
        return not (self.assets or self.categories) or asset.id in self.assets or asset.category_id in self.categories


@dataclass(frozen=True, slots=True)
class QualificationCard:
    """An attest or licence; `since` is the day on which a licence was obtained, where that is told."""

    kind: str
    first: date
    last: date | None
    verdicts: tuple[VerdictCard, ...] = ()
    since: date | None = None
    id: int = 0

    @property
    def serves_as(self) -> str:
        """The kind that it counts as: a licence B obtained before 1989 allows what a licence BE does (KB 23 March 1998, art. 92)."""
        old = self.kind in {"licence_b", "licence_b96"} and self.since is not None and self.since < BEFORE_1989
        return "licence_be" if old else self.kind


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Someone named as operator or driver, with what they hold."""

    id: int
    name: str
    qualifications: tuple[QualificationCard, ...] = ()


def verdict_for(verdicts: Sequence[VerdictCard], owner: int, *, own_only: bool = False) -> VerdictCard | None:
    """The verdict that counts for an owner: its own newest; else, unless only its own does, the newest acceptance of another owner, and
    where nobody accepted, the newest rejection. None when nobody looked yet.
    """
    if len(verdicts) < 2 and not own_only:
        return verdicts[0] if verdicts else None
    newest = {verdict.authority: verdict for verdict in verdicts}
    own = newest.get(owner)
    if own is not None or own_only:
        return own
    others = [verdict for verdict in verdicts if newest[verdict.authority] is verdict]
    return max(others, key=lambda verdict: (verdict.accepted, verdict.on), default=None)
