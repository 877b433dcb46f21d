"""Return: what comes back late or incomplete is recorded, and the rest is freed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.rules.charges import Report
from booking.rules.lifecycle import LineState, Party, check_move
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import charges, ledger, records
from booking.services.handovers.work import BACK, done
from booking.services.incidents.overdue import end_overdue, ready_after
from booking.services.incidents.placing import recheck
from booking.services.incidents.recording import record_lost
from booking.services.reservations.common import locked, move, notify
from booking.services.transaction import transaction


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
        feeds = done(session, line.id, BACK, now)
        lost = record_lost(session, actor, asset.id, now, units_missing, note, line.id) if units_missing else None
        report = Report(max(timedelta(), now - line.custody_end), units_missing, seen.measures)
        charges.report_return(session, known, found, charges.Returned(report, note, seen.damage), actor.account_id, now)
        notify(session, known, found, "take_back", actor, now, note)
        records.raise_versions(session, feeds)
        return lost
