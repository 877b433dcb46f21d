"""What someone asks: one event, one borrower, several lines; checked for sense before anything is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from booking.rules.kinds import Handover, Purpose
from booking.rules.periods import Period
from booking.rules.refusals import Refused
from booking.rules.terms import Accepting

MOST_LINES = 50
LONGEST_OPTION = 365  # in days; how long an option stands is for each owner to say
LONGEST_NAME = 200
LONGEST_NOTE = 4000


@dataclass(frozen=True, slots=True)
class AskLine:
    """One asset for one period; `operator` and `driver` are person ids, `measures` quantities such as km by name."""

    asset: int
    use: Period
    units: int = 1
    handover: Handover = Handover.PICKUP
    operator: int | None = None
    driver: int | None = None
    measures: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ask:
    """A whole request. `option_until` asks for an option that holds until that moment instead of a decision; `accepting` says which terms
    of use are accepted with it, None where whoever asks was not asked that. `beneficiary` is for whom the borrower asks it where that is
    not itself: the id of a borrower of its own municipality, or a name.
    """

    borrower: int
    lines: tuple[AskLine, ...]
    event: str = ""
    purpose: Purpose = Purpose.EVENT
    place: str = ""
    place_authority: int | None = None
    attendance: int | None = None
    note: str = ""
    option_until: datetime | None = None
    accepting: Accepting | None = None
    beneficiary: int | str | None = None


def check(ask: Ask) -> None:
    """Raises Refused with the field at fault: no or too many lines, a text too long, units that are no positive number."""
    if not ask.lines:
        raise Refused("field_required", field="lines")
    if len(ask.lines) > MOST_LINES:
        raise Refused("too_many_lines", field="lines", limit=MOST_LINES)
    for name, limit in (("event", LONGEST_NAME), ("place", LONGEST_NAME), ("note", LONGEST_NOTE), ("beneficiary", LONGEST_NAME)):
        if isinstance(text := getattr(ask, name), str) and len(text) > limit:
            raise Refused("name_too_long", field=name, limit=limit)
    for number, line in enumerate(ask.lines, 1):
        if line.units < 1:
            raise Refused("units_not_positive", field="units", line=number, units=line.units)
