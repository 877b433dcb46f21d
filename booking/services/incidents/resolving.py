"""What a desk does about a promise that reality broke: let it stand, call it off, move it, or give another asset for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.conflicts import ConflictView, get_conflict
from booking.queries.lines import judge_standing, pending, wanted_of
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import ledger, records, tasks
from booking.services.incidents.placing import recheck
from booking.services.reservations import cancel_line
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import locked, notify, replace_promise, requote, settle
from booking.services.transaction import transaction
from models import Conflict, Fact

_KIND = {
    LineState.APPROVED: OccupancyKind.FIRM,
    LineState.REQUESTED: OccupancyKind.REQUEST,
    LineState.OPTION: OccupancyKind.OPTION,
}


def resolve_conflict(
    session: Session, actor: Actor, conflict_id: int, resolution: str, now: datetime, note: str, *, use: Period | None = None,
    asset: int | None = None,
) -> None:  # fmt: skip
    """The desk settles its line's conflict, with a note that is kept: `accepted`, `cancelled`, `moved` (to `use`), `replaced` (by `asset`).

    Moving and replacing judge the line again under the lock and change its promise, price and tasks at once; the borrower is told and may
    still cancel. Raises NotFound for a conflict of another desk or one that is settled, Taken or Refused when the new promise cannot be,
    Refused `line_foreign` for another owner's asset, IllegalMove for a line that is already lent.
    """
    if not note.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        conflict = get_conflict(session, actor, conflict_id)
        if resolution == "cancelled":
            cancel_line(session, actor, conflict.reference, conflict.number, now, note)
        elif resolution in {"moved", "replaced"}:
            if (use if resolution == "moved" else asset) is None:
                raise Refused("field_required", field="from" if resolution == "moved" else "asset")
            _change(session, actor, conflict, now, note, use, asset)
        elif resolution != "accepted":
            raise Refused("choice_unknown", field="resolution", value=resolution)
        values = {"resolution": resolution, "resolved_at": now, "resolved_by_id": actor.account_id, "note": note}
        settled = session.execute(update(Conflict).where(Conflict.id == conflict.id, Conflict.resolution.is_(None)).values(**values))
        if not settled.rowcount:  # type: ignore[attr-defined]  # a colleague was first: what was done here is rolled back
            raise NotFound()
        recheck(session, catalogue(session), conflict.asset.leaves.keys(), now)
        subject = ("conflict", conflict.id)
        records.audit(session, now, actor.account_id, "conflict.resolve", subject, conflict.authority, resolution=resolution)


def sweep_conflicts(session: Session, now: datetime) -> int:
    """Close the conflicts that settled themselves, because their line ended or gave way; returns how many assets were looked at. A job."""
    known = catalogue(session)
    query = select(Fact.asset_id).join(Conflict, Conflict.fact_id == Fact.id).where(Conflict.resolution.is_(None))
    assets = session.scalars(query.distinct()).all()
    for asset in assets:
        with transaction(session):
            leaves = known.assets[asset].leaves
            ledger.lock(session, leaves)
            recheck(session, known, leaves, now)
    return len(assets)


def _change(
    session: Session, actor: Actor, conflict: ConflictView, now: datetime, note: str, use: Period | None, asset: int | None
) -> None:
    """Replace the line's promise as an approved amendment would."""
    others = [asset] if asset else []
    known, found = locked(session, actor, "conflict.resolve", conflict.reference, conflict.number, now, *others)
    if found.state not in _KIND or pending(session, found.line.id):
        raise IllegalMove(found.state, found.state, Party.DESK)
    if asset is not None and asset not in known.assets:
        raise NotFound("asset_unknown", field="asset")
    wanted = wanted_of(known, found.line, asset_id=asset)
    judged = judge_standing(session, known, found, replace(wanted, use=use or wanted.use), now)
    if judged.facts.owner.id != found.dossier.authority_id:
        raise Refused("line_foreign", field="asset")
    settle(judged.findings, True, note)
    replace_promise(session, found, judged, _KIND[found.state], found.line.holds_until)
    record_decision(session, found.line.id, "resolve", actor.account_id, judged.findings, now, note)
    requote(session, known, found, now, None)
    if found.state is LineState.APPROVED:
        title = found.reservation.event or judged.facts.borrower.name
        feeds = tasks.plan(session, known, judged, found.line.id, title, found.reservation.place, now)
        records.raise_versions(session, feeds)
    notify(session, known, found, "moved", actor, now, note)
