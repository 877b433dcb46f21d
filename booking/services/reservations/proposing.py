"""Proposing: the owner's desk asks the borrower to agree with another date or asset, or takes that back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.lines import judge_standing, pending, wanted_of
from booking.queries.moving import proposed_until
from booking.rules.lifecycle import STANDS, IllegalMove, LineState, Party, check_move
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services.reservations.amendments import drop, stand_beside
from booking.services.reservations.asking import record_decision
from booking.services.reservations.changing import ask_again
from booking.services.reservations.common import locked, move, notify, settle
from booking.services.transaction import transaction


def propose(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, use: Period, reason: str = "", asset: int | None = None
) -> None:
    """The desk proposes another date, or another asset of the same owner, and holds both until the borrower answers.

    What is approved already, or taken as an option, stays so until then, and also when the answer is no or none. Raises Taken or Refused
    when the proposal itself cannot be (what may be set aside needs the reason), Refused `line_foreign` for another owner's asset,
    `change_waits` while another change waits for an answer, IllegalMove.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now, *([asset] if asset else []))
        stands = found.state in STANDS
        if not stands:
            check_move(found.state, LineState.PROPOSED, Party.DESK)
        elif pending(session, found.line.id):
            raise Refused("change_waits")
        if asset is not None and asset not in known.assets:
            raise Refused("asset_unknown", field="asset")
        judged = judge_standing(session, known, found, replace(wanted_of(known, found.line, asset_id=asset), use=use), now)
        if judged.facts.owner.id != found.dossier.authority_id:
            raise Refused("line_foreign", field="asset")
        reasons, until = settle(judged.findings, True, reason), proposed_until(found, judged, now)
        if not stands:
            move(session, found, LineState.PROPOSED, Party.DESK, actor.account_id, now, reason)
        stand_beside(session, found, judged, "desk", actor, until, now, reason)
        record_decision(session, found.line.id, "propose", actor.account_id, judged.findings, now, reason, reasons)
        notify(session, known, found, "propose_move" if stands else "propose", actor, now, reason)


def withdraw(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """The desk takes back what it proposed: what stood beside it stays as it was, a request waits for it again. What was kept is free.

    Raises IllegalMove when nothing of the desk waits there, NotFound, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        change = pending(session, found.line.id)
        if change is None or change.asked_by != "desk":
            raise IllegalMove(found.state, found.state, Party.DESK)
        drop(session, known, found, change, "withdrawn", actor, now)
        if found.state is LineState.PROPOSED:
            ask_again(session, known, found, Party.DESK, actor, now, reason)
        record_decision(session, found.line.id, "withdraw", actor.account_id, [], now, reason)
        notify(session, known, found, "withdraw", actor, now, reason)
