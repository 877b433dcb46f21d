"""Several lines decided at once: each on its own, so that one that cannot be does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from booking.rules.lifecycle import IllegalMove
from booking.rules.periods import InvalidTime
from booking.rules.permissions import Actor
from booking.rules.refusals import Busy, Refused
from booking.services.reservations.deciding import approve, refuse
from booking.services.transaction import retried


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one line: `code` is empty when it was done, else it says what stood in the way, with the findings that refuse."""

    reference: str
    number: int
    code: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


def decide_several(
    session: Session, actor: Actor, lines: Iterable[tuple[str, int]], act: str, now: datetime, reason: str = ""
) -> list[Decided]:
    """Approve or refuse (`act`) each line in a transaction of its own, and tell per line what came of it.

    What one line meets (taken meanwhile, already decided, another's) is told and stops nothing. Raises Busy when the database is away.
    """
    acts = {"approve": approve, "refuse": refuse}
    return [
        decided(reference, number, partial(acts[act], session, actor, reference, number, now, reason)) for reference, number in lines
    ]


def decided(reference: str, number: int, act: Callable[[], object]) -> Decided:
    """Do something to one line, again where the database asks for it, and tell what came of it. Raises Busy."""
    try:
        retried(act)
    except Busy:
        raise
    except IllegalMove as wrong:
        return Decided(reference, number, "move_not_allowed", {"current": str(wrong.current)})
    except InvalidTime as wrong:
        return Decided(reference, number, wrong.code, wrong.details)
    except Refused as refused:
        return Decided(reference, number, refused.code, refused.details)
    return Decided(reference, number)
