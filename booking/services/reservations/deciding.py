"""Deciding: the owner's desk says yes or no; each on its own dossier only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.lines import judge_standing, pending, wanted_of
from booking.queries.rivals import chosen
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party, check_move
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import contracts, records, tasks
from booking.services.charges import receivables
from booking.services.reservations.amendments import close, drop
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import (
    NO_REASONS,
    await_payment,
    locked,
    move,
    notify,
    replace_promise,
    requote,
    return_quota,
    settle,
    stop,
)  # fmt: skip
from booking.services.reservations.replacing import give_way
from booking.services.transaction import transaction


def approve(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "", *, override: bool = False,
    aside: Mapping[str, str] = NO_REASONS,
) -> None:  # fmt: skip
    """The desk says yes to a request, or to the borrower's amendment of an approved line.

    Every check runs again under the lock. The promise becomes firm (a collected request takes its units now), tasks are planned, the
    borrower is told. Raises Taken when it is no longer free, Refused `request_refused` when a check refuses (some may be set aside: each
    with its reason in `aside`, by code, or all with `override` and one reason), `payment_awaited` while its owner wants to be paid first
    (the same), IllegalMove when there is nothing to approve, NotFound, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        change = pending(session, found.line.id) if found.state is LineState.APPROVED else None
        if change is None:
            check_move(found.state, LineState.APPROVED, Party.DESK)
        elif change.asked_by != "borrower":
            raise IllegalMove(found.state, LineState.APPROVED, Party.DESK)
        asset = change.asset_id if change else None
        judged = judge_standing(session, known, found, wanted_of(known, found.line, change, asset), now)
        rivals = chosen(session, known, found.line, now)
        reasons = settle(judged.findings, override, reason, aside) | await_payment(judged.findings, override, reason, aside)
        if change is None:
            move(session, found, LineState.APPROVED, Party.DESK, actor.account_id, now, reason)
        else:
            close(session, change, "accepted", actor, now)
        replace_promise(session, found, judged, OccupancyKind.FIRM, None)
        record_decision(session, found.line.id, "approve", actor.account_id, [*judged.findings, *rivals], now, reason, reasons)
        if change is not None:
            requote(session, known, found, now, None)
        else:
            receivables.follow(session, known, found.dossier, now)
            contracts.follow(session, known, found.dossier, found.reservation, now)
        title = found.reservation.event or judged.facts.borrower.name
        feeds = tasks.plan(session, known, judged, found.line.id, title, found.reservation.place, now)
        give_way(session, known, found, now)
        notify(session, known, found, "approve", actor, now, reason)
        records.raise_versions(session, feeds)


def refuse(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str) -> None:
    """The desk says no, with a reason that is kept and sent. Refusing an amendment leaves the approved line as it was.

    The units are free at once, the quota is given back, the dossier's price becomes that of what remains. Raises Refused without a
    reason, IllegalMove, NotFound, NotAllowed.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        change = pending(session, found.line.id)
        if found.state is LineState.APPROVED and change is not None:
            drop(session, known, found, change, "refused", actor, now)
        else:
            move(session, found, LineState.REFUSED, Party.DESK, actor.account_id, now, reason)
            if change is not None:
                close(session, change, "withdrawn", actor, now)
            stop(session, found, now)
            return_quota(session, found, known, now)
            requote(session, known, found, now, None)
        record_decision(session, found.line.id, "refuse", actor.account_id, [], now, reason)
        notify(session, known, found, "refuse", actor, now, reason)
