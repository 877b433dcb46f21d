"""The end of a line: checked and closed, or nobody came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from booking.rules.lifecycle import LineState, Party, check_move
from booking.rules.permissions import Actor, may
from booking.rules.refusals import Refused
from booking.services import ledger, records, tasks
from booking.services.incidents.placing import recheck
from booking.services.reservations.common import locked, move, notify
from booking.services.reservations.several import Decided, decided
from booking.services.transaction import transaction


def close(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """The desk has checked everything after the return: the line is history. Raises IllegalMove, NotAllowed, NotFound."""
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        move(session, found, LineState.CLOSED, Party.DESK, actor.account_id, now, reason)
        notify(session, known, found, "close", actor, now, reason)


def close_several(session: Session, actor: Actor, lines: Iterable[tuple[str, int]], now: datetime) -> list[Decided]:
    """Close each line in a transaction of its own, and tell per line what came of it: one that cannot be stops no other. Raises Busy."""
    return [decided(reference, number, partial(close, session, actor, reference, number, now)) for reference, number in lines]


def no_show(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """Nobody came: from now on the asset is free. Price and quota stay as they were.

    Raises Refused `no_show_too_early` before custody begins, IllegalMove, NotAllowed, NotFound.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        party = Party.DESK if may(actor, "line.decide", authorities=(found.dossier.authority_id,)) else Party.DEPOT
        check_move(found.state, LineState.NO_SHOW, party)
        if now < found.line.custody_start:
            raise Refused("no_show_too_early", from_=found.line.custody_start)
        move(session, found, LineState.NO_SHOW, party, actor.account_id, now, reason)
        ledger.release(session, found.holder, after=now)
        recheck(session, known, known.assets[found.line.asset_id].leaves.keys(), now)
        feeds = tasks.cancel(session, [found.line.id], now)
        notify(session, known, found, "no_show", actor, now, reason)
        records.raise_versions(session, feeds)
