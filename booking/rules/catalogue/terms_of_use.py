"""Terms of use as the catalogue knows them: which version of whom holds on a day, and for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from booking.rules.catalogue.cards import AssetCard, AuthorityCard
from booking.rules.kinds import BorrowerKind


@dataclass(frozen=True, slots=True)
class TermsCard:
    """A published version, both dates included: `titles` by language, `categories` the codes of what it is about, all when empty."""

    id: int
    authority: int
    number: int
    titles: Mapping[str, str]
    first: date
    last: date | None
    categories: frozenset[str] = frozenset()

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last."""
        return self.first <= day and (self.last is None or day <= self.last)

    def is_about(self, asset: AssetCard) -> bool:
        """True when it concerns what is borrowed."""
        return not self.categories or asset.category in self.categories


def is_own_service(owner: AuthorityCard, home: AuthorityCard, borrower_kind: str, day: date) -> bool:
    """True for a service of the municipality whose group lends: it accepts no terms of itself, and makes no contract with itself."""
    return borrower_kind == BorrowerKind.AUTHORITY and owner.house(day) == home.house(day)


def terms_for(
    known: Mapping[int, tuple[TermsCard, ...]], owner: AuthorityCard, asset: AssetCard, day: date
) -> tuple[TermsCard, ...]:
    """Of what is `known` by authority, the terms on which an owner, or the municipality whose group it is in, lends an asset to who asks
    on a day. Terms about everything and terms about its category hold together.
    """
    if not known:
        return ()
    for authority in dict.fromkeys((owner.id, owner.house(day))):
        found = tuple(card for card in known.get(authority, ()) if card.holds_on(day) and card.is_about(asset))
        if found:
            return found
    return ()
