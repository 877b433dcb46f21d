"""What should happen, in the shortest words: loans, what they hold, what stands in the way of one, and until when one waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from booking.rules.periods import Period, from_local, local
from tests.machine.world import BORROWERS, QUOTA, START, THINGS

HOLDING = {"option", "requested", "proposed", "approved", "handed_over"}
WAITING = {"option", "requested", "proposed"}
MAY_BE_SET_ASIDE = {"begun", "agreement", "quota"}
A_SECOND = timedelta(seconds=1)


@dataclass
class Change:
    """Another period that waits beside a loan: who wants it, and until when."""

    by: str
    use: Period
    units: int
    until: datetime


@dataclass
class Loan:
    """A line as it should be; `begins` and `ends` bound what it really held."""

    thing: str
    borrower: str
    units: int
    use: Period
    state: str
    until: datetime | None = None
    change: Change | None = None
    counted: bool = False  # a use of the quota that was not given back
    begins: datetime | None = None
    ends: datetime | None = None

    @property
    def offered(self) -> bool:
        """True while its desk proposes something, instead of what was asked or beside what is approved."""
        beside = self.state in {"option", "approved"} and self.change is not None and self.change.by == "desk"
        return self.state == "proposed" or beside

    def holds(self) -> list[tuple[datetime, datetime, int]]:
        """What the ledger should have for it."""
        if self.state not in HOLDING | {"returned", "closed"}:
            return []
        own = [(self.begins or self.use.start, self.ends or self.use.end, self.units)]
        beside = [(self.change.use.start, self.change.use.end, self.change.units)] if self.change else []
        return [row for row in own + beside if row[0] < row[1]]

    def at(self, moment: datetime) -> int:
        """The units that it holds at a moment: a loan counts once, with its maximum."""
        return max((units for start, end, units in self.holds() if start <= moment < end), default=0)


@dataclass
class Reference:
    """The small region at `now`."""

    now: datetime = START
    loans: list[Loan] = field(default_factory=list)
    agreement_until: date = date.max
    south_owns_until: date = date.max
    shut: list[tuple[datetime, datetime | None]] = field(default_factory=list)  # while the platform had failed its inspection
    inspected_on: date = date(2027, 1, 4)

    @property
    def failed(self) -> bool:
        """True while what must be inspected may not be used."""
        return bool(self.shut) and self.shut[-1][1] is None

    def inspected(self, day: date, *, passed: bool) -> None:
        """From now on it may be used, or not."""
        self.inspected_on = day
        if passed and self.failed:
            self.shut[-1] = (self.shut[-1][0], self.now)
        elif not passed and not self.failed:
            self.shut.append((self.now, None))

    def free(self, thing: str, use: Period, ignoring: Loan | None = None) -> int:
        """Units free at every moment of a period."""
        others = [loan for loan in self.loans if loan.thing == thing and loan is not ignoring]
        moments = {use.start, *(start for loan in others for start, _, _ in loan.holds() if use.start < start < use.end)}
        shut = THINGS[thing].inspected and any(start < use.end and (end is None or use.start < end) for start, end in self.shut)
        return 0 if shut else THINGS[thing].units - max(sum(loan.at(moment) for loan in others) for moment in moments)

    def refusals(self, thing: str, borrower: str, units: int, use: Period, loan: Loan | None = None) -> set[str]:
        """What stands in the way."""
        return set(self._refusals(thing, borrower, units, use, loan))

    def _refusals(self, thing: str, borrower: str, units: int, use: Period, loan: Loan | None) -> Iterator[str]:
        if units > self.free(thing, use, loan):
            yield "taken"
        if use.start < self.now:
            yield "begun"
        kind, house = BORROWERS[borrower]
        owner = THINGS[thing].owner
        co_owner = kind == "authority" and house in THINGS[thing].shares and local(use.end).date() <= self.south_owns_until
        partner = kind == "authority" and local(use.start).date() <= self.agreement_until
        if house != owner and not co_owner and not partner:
            yield "agreement"
        if kind == "association" and owner == "north":
            uses = [other for other in self.loans if other.borrower == borrower and other.counted and other is not loan]
            if len(uses) >= QUOTA:
                yield "quota"
        if THINGS[thing].inspected and self.failed:
            yield "inspection"

    def lacks_document(self, loan: Loan) -> bool:
        """True when the agreement that a loan rests on ends before the thing is back."""
        owner, (_, house) = THINGS[loan.thing].owner, BORROWERS[loan.borrower]
        first, last = local(loan.use.start).date(), local(loan.use.end).date()
        co_owner = house in THINGS[loan.thing].shares and last <= self.south_owns_until
        return house != owner and not co_owner and first <= self.agreement_until < last

    def decide_by(self, use: Period) -> datetime:
        """Ten days, until five in the afternoon, and never past the hand-over unless an hour is left."""
        end = from_local(datetime.combine(local(self.now).date() + timedelta(days=10), time(17)))
        return min(end, max(use.start, self.now + timedelta(hours=1)))

    def answer_by(self, loan: Loan, use: Period) -> datetime:
        """A week, never past either hand-over, nor past an option beside which it waits."""
        lapses = [loan.until] if loan.state == "option" and loan.until else []
        return min(self.now + timedelta(days=7), loan.use.start, use.start, *lapses)

    def follow(self, loan: Loan, change: Change) -> None:
        """What its borrower accepts, holds: firmly, or as the option that it was."""
        loan.use, loan.units, loan.change = change.use, change.units, None
        if loan.state == "option":
            loan.until = min(loan.until or change.use.start, change.use.start)
        else:
            loan.state, loan.until = "approved", None

    def lapse(self) -> None:
        """End what waited too long by now."""
        for loan in self.loans:
            if loan.state in WAITING and loan.until is not None and loan.until <= self.now:
                loan.state, loan.change, loan.counted, loan.until = "expired", None, False, None
            if loan.change and loan.change.until <= self.now:
                loan.change = None

    def end(self, loan: Loan, state: str) -> None:
        """It is off: what it held is free, and its use of a quota is given back unless custody began."""
        loan.state, loan.change, loan.until = state, None, None
        loan.counted = loan.counted and self.now > loan.use.start
