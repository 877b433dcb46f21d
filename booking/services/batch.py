"""Many things that must each be done by themselves: what goes wrong with one never keeps the others waiting."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from booking.services.transaction import transaction

log = logging.getLogger(__name__)


def each_line(session: Session, what: str, lines: Iterable[int], act: Callable[[int], None]) -> int:
    """Do `act` for every line id in a transaction of its own; returns for how many it was done.

    A line for which it raises is logged with its id, stays as it was and is found again by the next turn.
    """
    done = 0
    for line_id in lines:
        try:
            with transaction(session):
                act(line_id)
        except Exception:
            log.exception("%s: line %d", what, line_id)
        else:
            done += 1
    return done
