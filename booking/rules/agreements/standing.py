"""Where an agreement stands on a day, computed from what its parties decided: nothing of it is kept, so nothing of it can be stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from booking.rules.agreements.ladder import announced_from


class State(StrEnum):
    """In the order of its life. `ending`: its last day is on the ladder of reminders. `terminated`: by notice too few are left."""

    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    AWAITING = "awaiting"
    COMING = "coming"
    IN_FORCE = "in_force"
    ENDING = "ending"
    TERMINATED = "terminated"
    SUCCEEDED = "succeeded"
    ENDED = "ended"


class Cause(StrEnum):
    """Why it ends: its term is over, exits leave fewer than two parties, or a later version takes its place."""

    TERM = "term"
    EXIT = "exit"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class Bond:
    """A party: what its council approved and when, from when it takes part when that is later than the others, its last day, and when it
    gave notice for that.
    """

    authority: int
    approved_on: date | None = None
    joins_on: date | None = None
    leaves_on: date | None = None
    given_on: date | None = None

    @property
    def first(self) -> date | None:
        """The first day on which it is bound; None until its own organ approved."""
        return max(self.approved_on, self.joins_on or self.approved_on) if self.approved_on else None

    @property
    def awaited(self) -> bool:
        """True while its organ has still to approve; of who leaves nobody waits for that."""
        return self.approved_on is None and self.leaves_on is None


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement in time; `replaced_on` is the day on which a later version takes over.

    A version that `succeeds` another binds nobody before all who founded it have approved it: until then the older one goes on. It does not
    wait for who gave notice on the older one instead, but neither does it begin before that one has left (versions.chained tells).
    """

    first: date
    last: date | None
    bonds: tuple[Bond, ...]
    draft: bool = False
    withdrawn: bool = False
    succeeds: bool = False
    replaced_on: date | None = None

    @property
    def missing(self) -> tuple[int, ...]:
        """The authorities whose organ has still to approve."""
        return tuple(bond.authority for bond in self.bonds if bond.awaited)

    @property
    def begins(self) -> date | None:
        """The first day on which it binds two parties; None while that awaits an approval, or when fewer are left by then."""
        founders = [bond for bond in self.bonds if bond.joins_on is None]
        if self.draft or self.withdrawn or (self.succeeds and any(bond.awaited for bond in founders)):
            return None
        days = sorted(day for bond in self.bonds if (day := bond.first))
        if len(days) < 2:
            return None
        first = max(self.first, days[1], *(_freed(bond) for bond in founders if self.succeeds))
        alone = self._left_alone()
        return None if alone is not None and alone < first else first

    @property
    def ending(self) -> tuple[date, Cause] | None:
        """Its last day and why; None for one without an end. Of two causes on one day the one that somebody chose."""
        ends = [
            (self.replaced_on - timedelta(days=1) if self.replaced_on else None, Cause.SUCCESSOR),
            (self._left_alone(), Cause.EXIT),
            (self.last, Cause.TERM),
        ]
        return min(((day, cause) for day, cause in ends if day), key=lambda end: end[0], default=None)

    def spell(self, bond: Bond) -> tuple[date, date | None] | None:
        """From when until when (None: without end) a party is bound by this version; None when it never is."""
        begins = self.begins
        if begins is None or bond.first is None:
            return None
        first = max(self.first, bond.first) if not self.succeeds else max(begins, bond.first)
        lasts = [day for day in (bond.leaves_on, self.ending[0] if self.ending else None) if day]
        last = min(lasts, default=None)
        return None if last is not None and last < first else (first, last)

    def state(self, today: date) -> State:
        """Where it stands on a day."""
        if self.draft or self.withdrawn:
            return State.WITHDRAWN if self.withdrawn else State.DRAFT
        last, cause = self.ending or (None, Cause.TERM)
        if last is not None and last < today:
            return _PAST[cause]
        if cause is Cause.EXIT:
            return State.TERMINATED
        if self.begins is None:
            return State.AWAITING
        if today < self.begins:
            return State.COMING
        near = last is not None and cause is Cause.TERM and announced_from(last) <= today
        return State.ENDING if near else State.IN_FORCE

    def _left_alone(self) -> date | None:
        """The last day on which two parties are left, when exits leave fewer. Of a newer version those who founded it count before they
        approved it, for it binds nobody without them.
        """
        taking = [bond for bond in self.bonds if bond.approved_on or (self.succeeds and bond.joins_on is None)]
        lasts = sorted(bond.leaves_on or date.max for bond in taking)
        return lasts[-2] if len(lasts) > 1 and lasts[-2] < date.max else None


def _freed(bond: Bond) -> date:
    """From when a party lets a newer version begin: its own first day, or the day after the last on which the older one binds it."""
    if bond.first is None and bond.leaves_on is not None:
        return bond.leaves_on + timedelta(days=1)
    return bond.first or date.min


_PAST = {Cause.TERM: State.ENDED, Cause.EXIT: State.TERMINATED, Cause.SUCCESSOR: State.SUCCEEDED}
