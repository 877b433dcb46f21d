"""Hand-over: every check runs once more at the door."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from booking.queries.lines import Standing, judge_standing, pending, periods_of, wanted_of
from booking.rules.admission import NEVER_AT_HANDOVER, Finding, missing_at_handover
from booking.rules.catalogue import Catalogue
from booking.rules.custody import Periods
from booking.rules.handovers import Tally, Way
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import LineState, Party
from booking.rules.periods import Period
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, Refused, Taken
from booking.services import ledger, records
from booking.services.handovers.again import check_step
from booking.services.handovers.slips import NO_SLIP, Slip, keep, sent_before
from booking.services.handovers.work import OUT, done
from booking.services.reservations.amendments import drop
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import locked, move, notify
from booking.services.transaction import transaction
from models import Conflict, Line


def hand_over(
    session: Session,
    actor: Actor,
    reference: str,
    number: int,
    now: datetime,
    reason: str = "",
    *,
    override: bool = False,
    slip: Slip = NO_SLIP,
) -> list[Finding]:
    """The asset goes to the borrower; returns what was found, which is kept as a decision, beside what was seen of it (`slip`).

    Refused `handover_refused` while a proof is missing. The desk may set a missing document aside with a reason; an inspection, a qualified
    operator and an asset out of service nobody may (DESIGN § 6). An asset that a fact takes is not handed over unless the desk accepted
    that conflict. Handed over before its time, it is held from now on. It is judged as at the moment when the slip was filled in; a slip
    that is sent again changes nothing. Raises Refused `already_handed_over`, Taken, IllegalMove, NotAllowed, NotFound.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        if sent_before(session, found.line.id, slip):
            return []
        check_step(session, found, LineState.HANDED_OVER, slip)
        line, moment = found.line, slip.moment(now)
        if line.custody_end <= moment:
            raise Refused("time_in_past", time=line.custody_end)
        judged = judge_standing(session, known, found, replace(wanted_of(known, line), kept=_from_now(line, moment)), moment)
        reasons = _settle(session, actor, found, judged.findings, override, reason)
        _look(line, slip)
        if (change := pending(session, line.id)) is not None:
            drop(session, known, found, change, "withdrawn", actor, now)
        if moment < line.custody_start:
            _start_now(session, known, found, moment)
        move(session, found, LineState.HANDED_OVER, Party.DEPOT, actor.account_id, now, reason)
        record_decision(session, line.id, "hand_over", actor.account_id, judged.findings, now, reason, reasons)
        keep(session, actor, line, Way.OUT, Tally(line.units), slip, now)
        feeds = done(session, line.id, OUT, actor.account_id, now)
        notify(session, known, found, "hand_over", actor, now, reason)
        records.raise_versions(session, feeds)
        return judged.findings


def _look(line: Line, slip: Slip) -> None:
    """Whoever fills in a slip says to have seen the attest and the licence of those whom the line names. Raises Refused `not_seen`."""
    if slip.once is None:
        return  # the desk's own record, or a program's: the findings hold what was known
    for person, seen, field in ((line.operator_id, slip.operator_seen, "operator_seen"), (line.driver_id, slip.driver_seen, "driver_seen")):
        if person is not None and not seen:
            raise Refused("not_seen", field=field)


def _from_now(line: Line, now: datetime) -> Periods:
    """The periods of a line without what is past of them: what stood in its way this morning and is mended does so no more."""
    held = periods_of(line)
    return replace(held, blocked=Period(max(now, held.blocked.start), held.blocked.end))


def _settle(session: Session, actor: Actor, found: Standing, findings: list[Finding], override: bool, reason: str) -> dict[str, str]:
    """What was settled when the line was approved (notice, quota, eligibility) is not asked again; what must be there now, is."""
    missing = missing_at_handover(findings)
    if any(f.code == "asset_taken" for f in findings) and not _accepted(session, found.line.id):
        raise Taken(findings=findings)
    if not missing:
        return {}
    if not override or any(f.code in NEVER_AT_HANDOVER for f in missing):
        raise Refused("handover_refused", findings=findings)
    if not may(actor, "line.decide", authorities=(found.dossier.authority_id,)):
        raise NotAllowed()
    if not reason.strip():
        raise Refused("field_required", field="reason", findings=findings)
    return {finding.code: reason for finding in missing}


def _accepted(session: Session, line_id: int) -> bool:
    """True when a desk looked at every conflict of the line and let it stand."""
    mine = select(Conflict.id).where(Conflict.line_id == line_id)
    accepted, waiting = mine.where(Conflict.resolution == "accepted"), mine.where(Conflict.resolution.is_(None))
    return bool(session.scalar(select(exists(accepted)))) and not session.scalar(select(exists(waiting)))


def _start_now(session: Session, known: Catalogue, found: Standing, now: datetime) -> None:
    """Custody begins at once; the ledger takes what lies before the time that was held. Raises (by the guard) Taken."""
    line, asset = found.line, known.assets[found.line.asset_id]
    if now < line.blocked_start:
        ledger.hold(session, asset.leaves, line.units, Period(now, line.blocked_start), OccupancyKind.FIRM, found.holder)
    values = {"custody_start": now, "blocked_start": min(now, line.blocked_start)}
    session.execute(update(Line).where(Line.id == line.id).values(**values))
