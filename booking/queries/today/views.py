"""What is shown of a depot's day: a card per piece of work, in the order in which it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from booking.rules.admission import Finding
from booking.rules.catalogue import AssetCard, DepotCard
from booking.rules.crew import BACK, OUT
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local


@dataclass(frozen=True, slots=True)
class Loan:
    """The line that work is for: who has it, for whom where that is another, what for, and until when. `hands` when the reader may hand it
    over and take it back.
    """

    reference: str
    number: int
    state: LineState
    units: int
    event: str
    borrower: str
    beneficiary: str
    phone: str | None
    email: str | None
    custody: Period
    hands: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of work, planned at `time` within `window`; `driven` when it is done where the event is, of which `town` is the
    municipality, where that is told. `order` is the upkeep that it belongs to; `by_hand` when somebody made it, `does` when the reader may
    tick it off.

    `missing` is what must still be there before it goes out, `hit` whether something happened to what was promised.
    """

    id: int
    kind: str
    time: Period
    window: Period
    state: str
    begun: bool
    driven: bool
    place: str
    town: int | None
    title: str
    note: str
    asset: AssetCard | None
    depot: DepotCard
    crew: str | None
    vehicle: str | None
    plate: str | None
    order: int | None
    by_hand: bool
    does: bool
    loan: Loan | None
    missing: tuple[Finding, ...] = ()
    hit: bool = False

    @property
    def day(self) -> date:
        """The Brussels date on which it starts."""
        return local(self.time.start).date()

    @property
    def what(self) -> str:
        """What it is about: as somebody typed it, else the thing, and how many of it."""
        return self.title if self.by_hand or self.asset is None else self.asset.counted(self.loan.units if self.loan else 1)

    @property
    def done(self) -> bool:
        """Ticked off."""
        return self.state == "done"

    @property
    def way(self) -> str:
        """`out`, `back`, or `work` that stays here."""
        return "out" if self.kind in OUT else "back" if self.kind in BACK else "work"

    @property
    def step(self) -> str | None:
        """`hand_over` or `take_back` when that is the line's next step and the reader may make it; None where it is simply work."""
        if self.loan is None or not self.loan.hands:
            return None
        if self.kind in OUT and self.loan.state is LineState.APPROVED:
            return "hand_over"
        return "take_back" if self.kind in BACK and self.loan.state is LineState.HANDED_OVER else None

    @property
    def finishes(self) -> bool:
        """True for what is ticked off as it is: giving and taking back are done at the counter, upkeep by its outcome."""
        at_counter = self.loan is not None and self.kind in {*OUT, *BACK} and not self.by_hand
        return self.does and not self.done and not at_counter and self.order is None

    @property
    def roomy(self) -> bool:
        """True when it may as well be done at another hour of that day."""
        return self.window != self.time and local(self.window.start).date() == self.day == self.window.last_day

    def late(self, now: datetime) -> bool:
        """True when its window is over and it is not done."""
        return not self.done and self.window.end < now


@dataclass(frozen=True, slots=True)
class Visit:
    """An address on the way: how far from the one before as the crow flies (None unknown), and the work there."""

    place: str
    km: float | None
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class Drive:
    """What a crew does on the road, or what nobody was given yet (None), in its order.

    `unplaced` are the addresses of which nobody knows where they are; `measured` is False where that goes for the depot too.
    """

    crew: str | None
    visits: list[Visit]
    unplaced: int
    measured: bool

    @property
    def by_distance(self) -> bool:
        """True when the order rests on where things are, at least in part."""
        return self.measured and self.unplaced < len(self.visits)


@dataclass(frozen=True, slots=True)
class Shed:
    """A depot's day: left over from before, on the road crew by crew, over the counter and around it by the hour, and done."""

    depot: DepotCard
    before: list[Card] = field(default_factory=list)
    drives: list[Drive] = field(default_factory=list)
    here: list[Card] = field(default_factory=list)
    done: list[Card] = field(default_factory=list)


SHOWN = ("out", "back", "late", "missing")
"""The parts of a day that may be looked at alone."""


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """The work of a day: per depot, how many of `total` are `done`, how much each part of SHOWN holds and how much is open at each depot.

    `left` is how much from before is not listed.
    """

    day: date
    sheds: list[Shed]
    total: int
    done: int
    counts: dict[str, int]
    depots: list[tuple[DepotCard, int]]
    left: int = 0
