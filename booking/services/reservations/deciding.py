"""Deciding: the owner's desk says yes, no, or proposes another date or asset; each on its own dossier only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.lines import judge_standing, pending, wanted_of
from booking.queries.rivals import chosen
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party, check_move
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import contracts, records, tasks
from booking.services.charges import receivables
from booking.services.reservations.amendments import close, drop, stand_beside
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
from models import Line

PROPOSAL_DAYS = 7  # how long a proposal holds both dates


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
            drop(session, found, change, "refused", actor, now)
        else:
            move(session, found, LineState.REFUSED, Party.DESK, actor.account_id, now, reason)
            if change is not None:
                close(session, change, "withdrawn", actor, now)
            stop(session, found, now)
            return_quota(session, found, known, now)
            requote(session, known, found, now, None)
        record_decision(session, found.line.id, "refuse", actor.account_id, [], now, reason)
        notify(session, known, found, "refuse", actor, now, reason)


def propose(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, use: Period, reason: str = "", asset: int | None = None
) -> None:
    """The desk proposes another date, or another asset of the same owner, and holds both until the borrower answers.

    Raises Taken or Refused when the proposal itself cannot be (what may be set aside needs the reason), Refused `line_foreign` for another
    owner's asset, IllegalMove.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now, *([asset] if asset else []))
        check_move(found.state, LineState.PROPOSED, Party.DESK)
        if asset is not None and asset not in known.assets:
            raise Refused("asset_unknown", field="asset")
        judged = judge_standing(session, known, found, replace(wanted_of(known, found.line, asset_id=asset), use=use), now)
        if judged.facts.owner.id != found.dossier.authority_id:
            raise Refused("line_foreign", field="asset")
        reasons = settle(judged.findings, True, reason)
        until = min(now + timedelta(days=PROPOSAL_DAYS), found.line.custody_start, judged.facts.periods.custody.start)
        move(session, found, LineState.PROPOSED, Party.DESK, actor.account_id, now, reason)
        stand_beside(session, found, judged, "desk", actor, until, now, reason)
        session.execute(update(Line).where(Line.id == found.line.id).values(holds_until=until))
        record_decision(session, found.line.id, "propose", actor.account_id, judged.findings, now, reason, reasons)
        notify(session, known, found, "propose", actor, now, reason)
