"""What comes next: the states of a line, the legal moves between them and who may make each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class LineState(StrEnum):
    DRAFT = "draft"
    OPTION = "option"
    REQUESTED = "requested"
    PROPOSED = "proposed"
    APPROVED = "approved"
    HANDED_OVER = "handed_over"
    RETURNED = "returned"
    CLOSED = "closed"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    NO_SHOW = "no_show"


OPEN = frozenset({LineState.OPTION, LineState.REQUESTED, LineState.PROPOSED})
FIRM = frozenset({LineState.APPROVED, LineState.HANDED_OVER})
HOLDING = OPEN | FIRM
STANDS = frozenset({LineState.OPTION, LineState.APPROVED})  # so long as its desk proposes something beside it, nothing happens to it
BEFORE_USE = frozenset({LineState.OPTION, LineState.REQUESTED, LineState.APPROVED})
CALLED_OFF = frozenset({LineState.DRAFT, LineState.REFUSED, LineState.CANCELLED, LineState.EXPIRED})
ENDED = frozenset({LineState.CLOSED, LineState.REFUSED, LineState.CANCELLED, LineState.EXPIRED, LineState.NO_SHOW})


class Party(StrEnum):
    """Who makes a move: the borrower, the desk or depot of the deciding authority, or the system at a deadline."""

    BORROWER = "borrower"
    DESK = "desk"
    DEPOT = "depot"
    SYSTEM = "system"


_S, _P = LineState, Party

MOVES: dict[tuple[LineState, LineState], frozenset[Party]] = {
    (_S.DRAFT, _S.OPTION): frozenset({_P.BORROWER, _P.DESK}),
    (_S.DRAFT, _S.REQUESTED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.DRAFT, _S.APPROVED): frozenset({_P.SYSTEM}),
    (_S.OPTION, _S.REQUESTED): frozenset({_P.BORROWER}),
    (_S.OPTION, _S.EXPIRED): frozenset({_P.SYSTEM}),
    (_S.OPTION, _S.CANCELLED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.REQUESTED, _S.APPROVED): frozenset({_P.DESK}),
    (_S.REQUESTED, _S.REFUSED): frozenset({_P.DESK}),
    (_S.REQUESTED, _S.PROPOSED): frozenset({_P.DESK}),
    (_S.REQUESTED, _S.EXPIRED): frozenset({_P.SYSTEM}),
    (_S.REQUESTED, _S.CANCELLED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.PROPOSED, _S.APPROVED): frozenset({_P.BORROWER}),
    (_S.PROPOSED, _S.REQUESTED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.PROPOSED, _S.REFUSED): frozenset({_P.DESK}),
    (_S.PROPOSED, _S.EXPIRED): frozenset({_P.SYSTEM}),
    (_S.PROPOSED, _S.CANCELLED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.APPROVED, _S.HANDED_OVER): frozenset({_P.DEPOT}),
    (_S.APPROVED, _S.CANCELLED): frozenset({_P.BORROWER, _P.DESK}),
    (_S.APPROVED, _S.NO_SHOW): frozenset({_P.DEPOT, _P.DESK}),
    (_S.HANDED_OVER, _S.RETURNED): frozenset({_P.DEPOT}),
    (_S.RETURNED, _S.CLOSED): frozenset({_P.DESK}),
}


@dataclass(eq=False)  # not frozen: Python itself writes the traceback on an exception
class IllegalMove(Exception):
    """A move that the table does not hold for this party."""

    current: LineState
    wanted: LineState
    party: Party


def check_move(current: LineState, wanted: LineState, party: Party) -> None:
    """Raises IllegalMove unless `party` may bring a line from `current` to `wanted`."""
    if party not in MOVES.get((current, wanted), frozenset()):
        raise IllegalMove(current, wanted, party)


_URGENCY = (
    _S.PROPOSED, _S.REQUESTED, _S.OPTION, _S.HANDED_OVER, _S.APPROVED, _S.RETURNED, _S.CLOSED, _S.REFUSED, _S.EXPIRED, _S.NO_SHOW,
    _S.CANCELLED, _S.DRAFT,
)  # fmt: skip


def state_of(lines: Iterable[LineState]) -> LineState:
    """The state of a dossier or reservation: that of the line which most needs someone's attention."""
    states = set(lines)
    return next((state for state in _URGENCY if state in states), LineState.DRAFT)
