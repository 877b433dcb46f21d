"""When what is owed is due, before what an owner wants it, and the communication by which a transfer is recognised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from booking.rules.charges.kinds import OwedSort, Stage

PAYMENT_DAYS = 30  # where an owner says nothing about its term


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """What an owner wants received before what, within how many days what it wants afterwards, and where that stands."""

    hire: Stage | None = None
    deposit: Stage | None = None
    days: int = PAYMENT_DAYS
    source: str = ""

    def stage(self, sort: OwedSort) -> Stage | None:
        """Before what this sort of amount is wanted; a charge comes after."""
        return {OwedSort.HIRE: self.hire, OwedSort.DEPOSIT: self.deposit}.get(sort)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is still to be received of a dossier, in cents."""

    hire: int
    deposit: int


_STRICT = (None, Stage.HANDOVER, Stage.CONFIRMATION)


def strictest(terms: Iterable[PaymentTerms]) -> PaymentTerms:
    """The terms of a dossier from those of its lines: what is wanted earliest, in the shortest time."""
    found = list(terms) or [PaymentTerms()]
    return PaymentTerms(
        max((each.hire for each in found), key=_STRICT.index),
        max((each.deposit for each in found), key=_STRICT.index),
        min(each.days for each in found),
        next((each.source for each in found if each.hire or each.deposit), ""),
    )


def due_on(sort: OwedSort, terms: PaymentTerms, today: date, first: date, last: date, decide_by: date | None = None) -> date:
    """The last day on which an amount is paid in time; `first` and `last` are the days of hand-over and return.

    What is wanted before confirmation: by the day on which the desk decides. Before hand-over, and every deposit: by the day of
    hand-over. Hire that is not wanted before: `days` after the return; a charge: `days` after it was charged.
    """
    stage = terms.stage(sort)
    if stage is Stage.CONFIRMATION:
        return max(today, min(decide_by or first, first))
    if stage is Stage.HANDOVER or sort is OwedSort.DEPOSIT:
        return max(today, first)
    return max(today, last if sort is OwedSort.HIRE else today) + timedelta(days=terms.days)


def structured_communication(number: int) -> str:
    """The Belgian OGM of a number of at most ten digits: `+++202/6000/00192+++`, its last two digits the number modulo 97 (0 is 97).

    Raises ValueError for a number that does not fit.
    """
    if not 0 <= number < 10**10:
        raise ValueError(number)
    digits = f"{number:010d}{number % 97 or 97:02d}"
    return f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++"


def iban_of(text: str) -> str | None:
    """An account number without spaces and in capitals; None for a text that does not prove itself (ISO 13616: modulo 97 is 1)."""
    plain = "".join(text.split()).upper()
    if not (15 <= len(plain) <= 34 and plain.isascii() and plain.isalnum() and plain[:2].isalpha() and plain[2:4].isdigit()):
        return None
    moved = plain[4:] + plain[:4]
    return plain if int("".join(str(int(char, 36)) for char in moved)) % 97 == 1 else None
