"""Hand-over and return: every check runs once more at the door, what comes back late or incomplete is recorded, and the rest is freed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from booking.queries.lines import Standing, judge_standing, pending, periods_of, wanted_of
from booking.rules.admission import NEVER_AT_HANDOVER, Finding, missing_at_handover
from booking.rules.catalogue import Catalogue
from booking.rules.charges import Report
from booking.rules.custody import Periods
from booking.rules.kinds import OccupancyKind, TaskKind
from booking.rules.lifecycle import LineState, Party, check_move
from booking.rules.periods import Period
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, Refused, Taken
from booking.services import charges, ledger, records, tasks
from booking.services.incidents.overdue import end_overdue, ready_after
from booking.services.incidents.placing import recheck
from booking.services.incidents.recording import record_lost
from booking.services.reservations.amendments import drop
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import locked, move, notify
from booking.services.transaction import transaction
from models import Conflict, Line, Task

OUT = (TaskKind.HAND_OUT, TaskKind.DELIVER, TaskKind.OPEN_HALL)
BACK = (TaskKind.TAKE_BACK, TaskKind.COLLECT, TaskKind.CLOSE_HALL)


def hand_over(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "", *, override: bool = False
) -> list[Finding]:
    """The asset goes to the borrower; returns what was found, which is kept as a decision.

    Refused `handover_refused` while a proof is missing. The desk may set a missing document aside with a reason; an inspection, a qualified
    operator and an asset out of service nobody may (DESIGN § 6). An asset that a fact takes is not handed over unless the desk accepted
    that conflict. Handed over before its time, it is held from now on. Raises Taken, IllegalMove, NotAllowed, NotFound.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        check_move(found.state, LineState.HANDED_OVER, Party.DEPOT)
        line = found.line
        if line.custody_end <= now:
            raise Refused("time_in_past", time=line.custody_end)
        judged = judge_standing(session, known, found, replace(wanted_of(known, line), kept=_from_now(line, now)), now)
        reasons = _settle(session, actor, found, judged.findings, override, reason)
        change = pending(session, line.id)
        if change is not None:
            drop(session, found, change, "withdrawn", actor, now)
        if now < line.custody_start:
            _start_now(session, known, found, now)
        move(session, found, LineState.HANDED_OVER, Party.DEPOT, actor.account_id, now, reason)
        record_decision(session, line.id, "hand_over", actor.account_id, judged.findings, now, reason, reasons)
        feeds = _done(session, line.id, OUT, now)
        notify(session, known, found, "hand_over", actor, now, reason)
        records.raise_versions(session, feeds)
        return judged.findings


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


def take_back(
    session: Session,
    actor: Actor,
    reference: str,
    number: int,
    now: datetime,
    units_missing: int = 0,
    note: str = "",
    seen: charges.Seen = charges.NOTHING_SEEN,
) -> int | None:
    """The asset is back: free again as soon as it is made ready, its work done, a late return over.

    Units that are missing are recorded as lost from now on (the fact's id is returned) and hit what was promised with them. What was
    really taken stays in the ledger. What differs from what was agreed (late, missing, or `seen` when it
    came back) is proposed to the desk as charges. Raises Refused for more missing than were lent, IllegalMove, NotAllowed, NotFound.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        check_move(found.state, LineState.RETURNED, Party.DEPOT)
        line, asset = found.line, known.assets[found.line.asset_id]
        if not 0 <= units_missing <= line.units:
            raise Refused("units_beyond_stock", field="units", units=units_missing, limit=line.units, asset=asset.name)
        move(session, found, LineState.RETURNED, Party.DEPOT, actor.account_id, now, note)
        ledger.release(session, found.holder, after=max(now, ready_after(known, line, now)))
        end_overdue(session, known, line, now)
        recheck(session, known, asset.leaves.keys(), now)
        feeds = _done(session, line.id, BACK, now)
        lost = record_lost(session, actor, asset.id, now, units_missing, note, line.id) if units_missing else None
        report = Report(max(timedelta(), now - line.custody_end), units_missing, seen.measures)
        charges.report_return(session, known, found, charges.Returned(report, note, seen.damage), actor.account_id, now)
        notify(session, known, found, "take_back", actor, now, note)
        records.raise_versions(session, feeds)
        return lost


def close(session: Session, actor: Actor, reference: str, number: int, now: datetime, reason: str = "") -> None:
    """The desk has checked everything after the return: the line is history. Raises IllegalMove, NotAllowed, NotFound."""
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now)
        move(session, found, LineState.CLOSED, Party.DESK, actor.account_id, now, reason)
        notify(session, known, found, "close", actor, now, reason)


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


def _done(session: Session, line_id: int, kinds: tuple[TaskKind, ...], now: datetime) -> list[str]:
    """Tick off the planned work of a line. Returns the feeds that changed."""
    mine = (Task.line_id == line_id, Task.state == "planned", Task.kind.in_(kinds))
    found = session.execute(select(Task.depot_id, Task.asset_id, Task.authority_id, Task.borrower_id).where(*mine)).all()
    session.execute(update(Task).where(*mine).values(state="done", sequence=Task.sequence + 1, changed_at=now))
    return [name for depot, asset, authority, borrower in found for name in tasks.feed_names(depot, asset, authority, borrower)]
