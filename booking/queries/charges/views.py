"""What is due and proposed, as it is shown: on a reservation, on a page of its own, and in lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from booking.rules.charges import Due, Occasion, OwedSort, Stage, Standing, structured_communication


@dataclass(frozen=True, slots=True)
class About:
    """The dossier that money is about."""

    dossier: int
    authority: int
    owner: str
    iban: str | None
    reference: str
    event: str
    borrower: str
    email: str | None

    @property
    def communication(self) -> str:
        """By which a transfer for this dossier is recognised."""
        return structured_communication(self.dossier)


@dataclass(frozen=True, slots=True)
class OwedView:
    """Something due, with how far it is today; `marks` oldest first, `occasion` of a charge."""

    id: int
    about: About
    due: Due
    stage: Stage | None
    received_on: date | None
    returned_on: date | None
    standing: Standing
    charge: int | None = None
    occasion: Occasion | None = None
    marks: list[RowMapping] = field(default_factory=list)

    @property
    def sort(self) -> OwedSort:
        """Hire, deposit or a charge."""
        return self.due.sort

    @property
    def balance(self) -> int:
        """What is open, or else what is held, in cents."""
        return self.due.open or self.due.held


@dataclass(frozen=True, slots=True)
class ChargeView:
    """A charge as proposed, with its posts and what the desk made of it (`decisions`, oldest first); `asset` where one line is meant."""

    id: int
    about: About
    occasion: Occasion
    basis: dict[str, Any]
    net: int
    vat: int
    total: int
    at: datetime
    by: str | None
    asset: str | None
    regulation: str | None
    posts: list[RowMapping] = field(default_factory=list)
    decisions: list[RowMapping] = field(default_factory=list)

    @property
    def step(self) -> str:
        """`proposed`, `charged` or `waived`."""
        return self.decisions[-1]["step"] if self.decisions else "proposed"

    @property
    def amount(self) -> int:
        """What it comes to now, in cents."""
        return self.decisions[-1]["amount"] if self.decisions else self.total


@dataclass(frozen=True, slots=True)
class Money:
    """All of one dossier: what is due, and the charges that its reader may see."""

    about: About
    owed: list[OwedView]
    charges: list[ChargeView]

    @property
    def open(self) -> int:
        """What is still to be received, in cents."""
        return sum(each.due.open for each in self.owed)

    @property
    def held(self) -> int:
        """What is still to be given back, now or once all is over."""
        return sum(each.due.held for each in self.owed)
