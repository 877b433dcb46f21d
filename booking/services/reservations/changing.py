"""What the borrower may still do: amend, answer a proposal, turn an option into a request, cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.facts import Wanted
from booking.queries.judging import JudgedLine
from booking.queries.lines import Standing, judge_standing, pending, wanted_of
from booking.rules.admission import Outcome
from booking.rules.admission.conditions import decide_by
from booking.rules.asking import AskLine
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import records, tasks
from booking.services.reservations.amendments import close, drop, stand_beside
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import await_payment, locked, move, notify, queues, replace_promise, requote, settle
from booking.services.transaction import transaction
from models import Amendment, Dossier

_AMENDABLE = (LineState.OPTION, LineState.REQUESTED, LineState.APPROVED)


def amend(session: Session, actor: Actor, reference: str, number: int, now: datetime, change: AskLine, reason: str = "") -> None:
    """The borrower asks for another period, number of units, or asset of the same owner.

    A request is changed in place; an approved line keeps its promise while the change waits beside it for the desk, or is replaced at once
    where the owner confirms by itself. Raises Taken or Refused when the change cannot be (the old stands), Refused `line_foreign` for
    another owner's asset: that is a new line, decided there.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.amend", reference, number, now, change.asset)
        if found.state not in _AMENDABLE or pending(session, found.line.id):
            raise IllegalMove(found.state, found.state, Party.BORROWER)
        judged = judge_standing(session, known, found, _changed(known, found, change), now)
        if judged.facts.owner.id != found.dossier.authority_id:
            raise Refused("line_foreign", field="asset")
        settle(judged.findings, False, "")
        if found.state is LineState.APPROVED and judged.outcome is not Outcome.CONFIRMED:
            stand_beside(session, found, judged, "borrower", actor, decide_by(judged.facts), now, reason)
        else:
            _replace(session, known, found, judged, actor, now)
        record_decision(session, found.line.id, "amend", actor.account_id, judged.findings, now, reason)
        notify(session, known, found, "amend", actor, now, reason)


def _changed(known: Catalogue, found: Standing, change: AskLine) -> Wanted:
    if change.asset not in known.assets:
        raise NotFound("asset_unknown", field="asset")
    asset = known.assets[change.asset]
    if not 0 < change.units <= asset.units:
        raise Refused("units_beyond_stock", field="units", units=change.units, limit=asset.units, asset=asset.name)
    return replace(
        wanted_of(known, found.line, asset_id=asset.id), use=change.use, units=change.units, handover=change.handover,
        operator=change.operator or found.line.operator_id, driver=change.driver or found.line.driver_id,
        measures={**found.line.amounts, **change.measures},
    )  # fmt: skip


def _replace(session: Session, known: Catalogue, found: Standing, judged: JudgedLine, actor: Actor, now: datetime) -> None:
    state = found.state
    if state is LineState.APPROVED:
        replace_promise(session, found, judged, OccupancyKind.FIRM, None)
        feeds = tasks.plan(session, known, judged, found.line.id, found.reservation.event, found.reservation.place, now)
        records.raise_versions(session, feeds)
    elif state is LineState.OPTION:
        until = min(found.line.holds_until or now, judged.facts.periods.custody.start)
        replace_promise(session, found, judged, OccupancyKind.OPTION, until)
    else:
        wait(session, found, judged)
    requote(session, known, found, now, actor.account_id)


def accept(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> None:
    """The borrower takes the desk's proposal: it replaces the old promise and is approved at once, or stays so, with its own price.

    Raises IllegalMove when nothing is proposed, Taken or Refused when it cannot be any more, or `payment_awaited` while its owner wants to
    be paid before it approves.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        change = _proposed(session, found)
        judged = judge_standing(session, known, found, wanted_of(known, found.line, change, change.asset_id), now)
        settle(judged.findings, True, "proposal")
        close(session, change, "accepted", actor, now)
        if found.state is not LineState.APPROVED:
            await_payment(judged.findings, False, "")
            move(session, found, LineState.APPROVED, Party.BORROWER, actor.account_id, now)
        replace_promise(session, found, judged, OccupancyKind.FIRM, None)
        record_decision(session, found.line.id, "accept", actor.account_id, judged.findings, now)
        requote(session, known, found, now, actor.account_id)
        title = found.reservation.event or judged.facts.borrower.name
        feeds = tasks.plan(session, known, judged, found.line.id, title, found.reservation.place, now)
        notify(session, known, found, "accept", actor, now)
        records.raise_versions(session, feeds)


def _proposed(session: Session, found: Standing) -> Amendment:
    """What the desk proposes, beside a request or an approved line. Raises IllegalMove when that is nothing."""
    change = pending(session, found.line.id)
    if found.state not in (LineState.PROPOSED, LineState.APPROVED) or change is None or change.asked_by != "desk":
        raise IllegalMove(found.state, LineState.APPROVED, Party.BORROWER)
    return change


def decline(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """The borrower does not take the proposal; what was first asked goes back to the desk, what was approved stays so."""
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        change, stands = _proposed(session, found), found.state is LineState.APPROVED
        drop(session, found, change, "refused", actor, now)
        if stands:
            record_decision(session, found.line.id, "decline", actor.account_id, [], now, reason)
            notify(session, known, found, "decline_move", actor, now, reason)
            return
        move(session, found, LineState.REQUESTED, Party.BORROWER, actor.account_id, now, reason)
        judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
        wait(session, found, judged)
        notify(session, known, found, "decline", actor, now, reason)


def wait(session: Session, found: Standing, judged: JudgedLine) -> None:
    """Let the line wait for its desk: it holds its units until the owner's deadline, or queues where the owner collects requests."""
    if queues(judged):
        replace_promise(session, found, judged, None, None)
    else:
        replace_promise(session, found, judged, OccupancyKind.REQUEST, decide_by(judged.facts))


def confirm_option(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> None:
    """The borrower turns an option into a request before it lapses; the desk then decides."""
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        if found.state is not LineState.OPTION:  # a proposal is declined, which takes back what is held beside the line
            raise IllegalMove(found.state, LineState.REQUESTED, Party.BORROWER)
        judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
        settle(judged.findings, False, "")
        move(session, found, LineState.REQUESTED, Party.BORROWER, actor.account_id, now)
        wait(session, found, judged)
        session.execute(update(Dossier).where(Dossier.id == found.dossier.id).values(decide_by=decide_by(judged.facts)))
        record_decision(session, found.line.id, "request", actor.account_id, judged.findings, now)
        notify(session, known, found, "request", actor, now)
