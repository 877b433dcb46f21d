"""What the parts of the demo region share while it is written: the session, the day it is told from and the ids by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from booking.rules.periods import start_of
from models import Base

# Relations that changed hands did so at the last New Year.
ALWAYS, BEFORE, SINCE = "always", "before", "since"


@dataclass
class Region:
    """The region being written. Every table of ids is keyed by a short code; an authority's is three letters (`RAN`)."""

    session: Session
    today: date
    authorities: dict[str, int] = field(default_factory=dict)
    depots: dict[str, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    assets: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    borrowers: dict[str, int] = field(default_factory=dict)

    @property
    def began(self) -> date:
        """The first day of the third year back: from when relations, roles and policies hold, so that the history has them."""
        return date(self.today.year - 3, 1, 1)

    @property
    def renewed(self) -> date:
        """The first day of this year: from when the present agreements, keepers and shares hold."""
        return date(self.today.year, 1, 1)

    def era(self, name: str) -> tuple[date, date | None]:
        """First and last day of `ALWAYS`, `BEFORE` or `SINCE` the last New Year."""
        return {
            ALWAYS: (self.began, None),
            BEFORE: (self.began, self.renewed - timedelta(days=1)),
            SINCE: (self.renewed, None),
        }[name]

    @property
    def years(self) -> range:
        """The calendar years that the history and its ledger touch."""
        return range(self.today.year - 3, self.today.year + 3)

    @property
    def began_at(self) -> datetime:
        """The moment at which `began` begins."""
        return start_of(self.began)

    def day(self, days: int) -> date:
        """The date so many days after today (before, when negative)."""
        return self.today + timedelta(days=days)

    def write(self, rows: Iterable[Base]) -> None:
        """Write rows that nothing else refers to."""
        self.session.add_all(rows)
        self.session.flush()

    def keep(self, ids: dict[str, int], rows: Mapping[str, Base]) -> None:
        """Write rows that others refer to and remember the id of each under its code."""
        self.write(rows.values())
        ids.update({code: row.id for code, row in rows.items()})  # type: ignore[attr-defined]
