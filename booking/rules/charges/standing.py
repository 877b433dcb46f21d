"""How far a due amount is: still to come in, too late, in good keeping, or to be given back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from booking.rules.charges.kinds import OwedSort


class Standing(StrEnum):
    """The words of a list of what is due."""

    OPEN = "open"
    OVERDUE = "overdue"
    HELD = "held"
    TO_RETURN = "to_return"
    RETURNED = "returned"
    KEPT = "kept"
    RECEIVED = "received"
    NOTHING = "nothing"


UNSETTLED = frozenset({Standing.OPEN, Standing.OVERDUE, Standing.HELD, Standing.TO_RETURN})


@dataclass(frozen=True, slots=True)
class Due:
    """An amount in cents with what was marked of it; `ended` when nothing of its dossier is out or still to come."""

    sort: OwedSort
    amount: int
    received: int
    returned: int
    kept: int
    due_on: date
    ended: bool

    @property
    def open(self) -> int:
        """What is still to come in. A deposit is not asked any more once everything is over."""
        if self.sort is OwedSort.DEPOSIT:
            return 0 if self.ended else max(0, self.amount - self.received)
        return max(0, self.amount - self.received + self.returned)

    @property
    def held(self) -> int:
        """What is there and is not the owner's: a deposit, or what was paid too much."""
        paid = self.received - self.returned - self.kept
        return paid if self.sort is OwedSort.DEPOSIT else max(0, paid - self.amount)

    def standing(self, today: date) -> Standing:
        """One word for all of it; what is still to come in comes first."""
        if self.open:
            return Standing.OVERDUE if self.due_on < today else Standing.OPEN
        if self.held:
            return Standing.HELD if self.sort is OwedSort.DEPOSIT and not self.ended and self.amount else Standing.TO_RETURN
        if self.kept:
            return Standing.KEPT
        if self.returned and self.received - self.returned == min(0, self.amount):  # all that came in, or all of a credit
            return Standing.RETURNED
        return Standing.RECEIVED if self.received else Standing.NOTHING
