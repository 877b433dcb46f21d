"""What is shown of a reservation: its lines, the dossiers of its owners, their prices and everything that happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from booking.rules.catalogue import AssetCard, AuthorityCard, DepotCard
from booking.rules.custody import Periods
from booking.rules.lifecycle import LineState, state_of


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A pending amendment: what would replace the line."""

    asset: AssetCard
    units: int
    periods: Periods
    asked_by: str
    reason: str
    holds_until: datetime | None


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: `findings` are those of the last decision that has any; `change` is a pending amendment; `moves` its steps and `decisions`
    what was decided, oldest first. It may be called off for nothing until `free_until`.
    """

    id: int
    number: int
    state: LineState
    asset: AssetCard
    units: int
    periods: Periods
    handover: str
    holds_until: datetime | None
    operator: str | None
    driver: str | None
    findings: list[dict[str, Any]]
    change: ChangeView | None
    moves: list[RowMapping]
    price: int
    depot: DepotCard
    decisions: list[RowMapping]
    measures: dict[str, str]
    free_until: datetime


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A version of a dossier's price with its posts."""

    version: int
    net: int
    vat: int
    total: int
    deposit: int
    accepted_at: datetime | None
    posts: list[RowMapping] = field(default_factory=list)
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierView:
    """What one authority decides; `quotes` newest first."""

    id: int
    authority: AuthorityCard
    decide_by: datetime | None
    lines: list[LineView]
    quotes: list[QuoteView]
    mine_to_decide: bool

    @property
    def state(self) -> LineState:
        """That of the line which most needs attention."""
        return state_of(line.state for line in self.lines)


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole reservation, or for an owner the part that it decides; `people` are the accounts that did something to it, by id.

    `beneficiary` is for whom the borrower asked it, empty for itself.
    """

    id: int
    reference: str
    borrower_id: int
    borrower: str
    event: str
    purpose: str
    place: str
    attendance: int | None
    note: str
    created_at: datetime
    dossiers: list[DossierView]
    mine: bool
    asked_by: int
    email: str | None
    phone: str | None
    people: dict[int, str]
    beneficiary: str
    beneficiary_id: int | None

    @property
    def state(self) -> LineState:
        """That of the line which most needs attention."""
        return state_of(line.state for line in self.lines)

    @property
    def lines(self) -> list[LineView]:
        """All lines seen, by number."""
        return sorted((line for dossier in self.dossiers for line in dossier.lines), key=lambda line: line.number)
