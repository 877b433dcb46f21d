"""What the borrower may still do: amend, answer a proposal, turn an option into a request, cancel."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.changed import as_asked, judged_anew
from booking.queries.judging import JudgedLine
from booking.queries.lines import Standing, judge_standing, pending, wanted_of
from booking.rules.admission import Outcome
from booking.rules.admission.conditions import decide_by
from booking.rules.asking import AskLine
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import BEFORE_USE, STANDS, IllegalMove, LineState, Party
from booking.rules.permissions import Actor
from booking.services import records, tasks
from booking.services.reservations.amendments import close, drop, stand_beside
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import await_payment, locked, move, notify, queues, replace_promise, requote, settle
from booking.services.transaction import transaction
from models import Amendment, Dossier, Line, Occupancy


def amend(session: Session, actor: Actor, reference: str, number: int, now: datetime, change: AskLine, reason: str = "") -> None:
    """The borrower asks for another period, number of units, or asset of the same owner.

    A request is changed in place; an approved line keeps its promise while the change waits beside it for the desk, or is replaced at once
    where the owner confirms by itself. Raises Taken or Refused when the change cannot be (the old stands), Refused `line_foreign` for
    another owner's asset: that is a new line, decided there.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.amend", reference, number, now, change.asset)
        if found.state not in BEFORE_USE or pending(session, found.line.id):
            raise IllegalMove(found.state, found.state, Party.BORROWER)
        judged = judged_anew(session, known, found, as_asked(known, found, change), now)
        settle(judged.findings, False, "")
        if found.state is LineState.APPROVED and judged.outcome is not Outcome.CONFIRMED:
            stand_beside(session, found, judged, "borrower", actor, decide_by(judged.facts), now, reason)
        else:
            _replace(session, known, found, judged, actor, now)
        record_decision(session, found.line.id, "amend", actor.account_id, judged.findings, now, reason)
        notify(session, known, found, "amend", actor, now, reason)


def _replace(session: Session, known: Catalogue, found: Standing, judged: JudgedLine, actor: Actor, now: datetime) -> None:
    state = found.state
    if state is LineState.APPROVED:
        replace_promise(session, found, judged, OccupancyKind.FIRM, None)
        title = found.reservation.event or judged.facts.borrower.name
        feeds = tasks.plan(session, known, judged, found.line.id, title, found.reservation.place, now)
        records.raise_versions(session, feeds)
    elif state is LineState.OPTION:
        until = min(found.line.holds_until or now, judged.facts.periods.custody.start)
        replace_promise(session, found, judged, OccupancyKind.OPTION, until)
    else:
        wait(session, found, judged)
    requote(session, known, found, now, actor.account_id)


def accept(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> None:
    """The borrower takes the desk's proposal: it replaces the old promise and is approved at once, or stays so, with its own price; an
    option stays one, at its new place.

    Raises IllegalMove when nothing is proposed, Taken or Refused when it cannot be any more, or `payment_awaited` while its owner wants to
    be paid before it approves.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        change = _proposed(session, found)
        judged = judge_standing(session, known, found, wanted_of(known, found.line, change, change.asset_id), now)
        settle(judged.findings, True, "proposal")
        close(session, change, "accepted", actor, now)
        if found.state is LineState.PROPOSED:
            await_payment(judged.findings, False, "")
            move(session, found, LineState.APPROVED, Party.BORROWER, actor.account_id, now)
        record_decision(session, found.line.id, "accept", actor.account_id, judged.findings, now)
        _replace(session, known, found, judged, actor, now)
        notify(session, known, found, "accept", actor, now)


def _proposed(session: Session, found: Standing) -> Amendment:
    """What the desk proposes, instead of a request or beside what stands. Raises IllegalMove when that is nothing."""
    change = pending(session, found.line.id)
    if found.state not in STANDS | {LineState.PROPOSED} or change is None or change.asked_by != "desk":
        raise IllegalMove(found.state, LineState.APPROVED, Party.BORROWER)
    return change


def decline(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """The borrower does not take the proposal; what was first asked goes back to the desk, what stands does so as it did."""
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        change = _proposed(session, found)
        drop(session, known, found, change, "refused", actor, now)
        if found.state in STANDS:
            record_decision(session, found.line.id, "decline", actor.account_id, [], now, reason)
            notify(session, known, found, "decline_move", actor, now, reason)
            return
        ask_again(session, known, found, Party.BORROWER, actor, now, reason)
        notify(session, known, found, "decline", actor, now, reason)


def withdraw_change(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> None:
    """The borrower takes back the change that it asked of an approved line, which stays as it was; what was kept for it is free again.

    Raises IllegalMove when nothing of the borrower waits there, NotFound, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.amend", reference, number, now)
        change = pending(session, found.line.id)
        if change is None or change.asked_by != "borrower":
            raise IllegalMove(found.state, found.state, Party.BORROWER)
        drop(session, known, found, change, "withdrawn", actor, now)
        record_decision(session, found.line.id, "withdraw_change", actor.account_id, [], now)
        notify(session, known, found, "withdraw_change", actor, now)


def wait(session: Session, found: Standing, judged: JudgedLine) -> None:
    """Let the line wait for its desk: it holds its units until the owner's deadline, or queues where the owner collects requests."""
    if queues(judged):
        replace_promise(session, found, judged, None, None)
    else:
        replace_promise(session, found, judged, OccupancyKind.REQUEST, decide_by(judged.facts))


def ask_again(session: Session, known: Catalogue, found: Standing, party: Party, actor: Actor, now: datetime, reason: str) -> None:
    """What was proposed instead is off: the request waits for its desk again. What it holds stays held, even of what is broken by now."""
    move(session, found, LineState.REQUESTED, party, actor.account_id, now, reason)
    judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
    if queues(judged) or session.scalar(select(Occupancy.id).where(Occupancy.holder == found.holder).limit(1)) is None:
        wait(session, found, judged)
        return
    until = decide_by(judged.facts)
    session.execute(update(Occupancy).where(Occupancy.holder == found.holder).values(expires_at=until))
    session.execute(update(Line).where(Line.id == found.line.id).values(holds_until=until))


def confirm_option(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> None:
    """The borrower turns an option into a request before it lapses; the desk then decides. What it proposed instead is declined by that."""
    with transaction(session):
        known, found = locked(session, actor, "line.answer", reference, number, now)
        if found.state is not LineState.OPTION:  # a proposal is declined, which takes back what is held beside the line
            raise IllegalMove(found.state, LineState.REQUESTED, Party.BORROWER)
        judged = judge_standing(session, known, found, wanted_of(known, found.line), now)
        settle(judged.findings, False, "")
        if change := pending(session, found.line.id):
            close(session, change, "refused", actor, now)
        move(session, found, LineState.REQUESTED, Party.BORROWER, actor.account_id, now)
        wait(session, found, judged)
        session.execute(update(Dossier).where(Dossier.id == found.dossier.id).values(decide_by=decide_by(judged.facts)))
        record_decision(session, found.line.id, "request", actor.account_id, judged.findings, now)
        notify(session, known, found, "request", actor, now)
