"""What a desk does about a promise that reality broke: let it stand, call it off, move it, or give another asset for it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.conflicts import ConflictView, get_conflict
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.incidents.changing import change_promise
from booking.services.incidents.offering import replace_lent, take_back_offers, withdraw_needless
from booking.services.incidents.placing import recheck
from booking.services.reservations import cancel_line
from booking.services.reservations.common import locked
from booking.services.transaction import transaction
from models import Conflict, Fact


def resolve_conflict(
    session: Session, actor: Actor, conflict_id: int, resolution: str, now: datetime, note: str, *, use: Period | None = None,
    asset: int | None = None,
) -> None:  # fmt: skip
    """The desk settles its line's conflict, with a note that is kept: `accepted`, `cancelled`, `moved` (to `use`), `replaced` (by `asset`).

    Moving and replacing judge the line again under the lock and change its promise, price and tasks at once; the borrower is told and may
    still cancel. A line that is lent is replaced by one of its own that starts now. What was offered meanwhile is taken back, and what was
    asked of another owner when the promise stands. Raises NotFound for a conflict of another desk or one that is settled, Taken or Refused
    when the new promise cannot be, Refused `line_foreign` for another owner's asset, IllegalMove for a line that is already lent.
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
        take_back_offers(session, conflict.id)
        recheck(session, catalogue(session), conflict.asset.leaves.keys(), now)
        subject = ("conflict", conflict.id)
        records.audit(session, now, actor.account_id, "conflict.resolve", subject, conflict.authority, resolution=resolution)
    withdraw_needless(session, now)  # before its owner says yes to it: each under the locks of its own asset


def sweep_conflicts(session: Session, now: datetime) -> int:
    """Close the conflicts that settled themselves, because their line ended or gave way; returns how many assets were looked at. A job."""
    known = catalogue(session)
    query = select(Fact.asset_id).join(Conflict, Conflict.fact_id == Fact.id).where(Conflict.resolution.is_(None))
    assets = session.scalars(query.distinct()).all()

    def look(asset: int) -> None:
        leaves = known.assets[asset].leaves
        ledger.lock(session, leaves)
        recheck(session, known, leaves, now)

    looked_at = each_line(session, "conflicts", assets, look)
    withdraw_needless(session, now)
    return looked_at


def _change(
    session: Session, actor: Actor, conflict: ConflictView, now: datetime, note: str, use: Period | None, asset: int | None
) -> None:
    """Replace the promise; of what is lent already the replacement is a line of its own that starts now."""
    others = [asset] if asset else []
    known, found = locked(session, actor, "conflict.resolve", conflict.reference, conflict.number, now, *others)
    if found.state is LineState.HANDED_OVER and asset in known.assets:
        replace_lent(session, known, actor, found, asset, note, now)
    else:
        change_promise(session, actor, found, now, note, use, asset)
