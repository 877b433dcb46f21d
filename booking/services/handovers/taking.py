"""Return, whole or in part: what comes back late, incomplete or damaged is recorded, and the rest is freed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from booking.queries.handovers import returns_of
from booking.queries.lines import Standing
from booking.rules.catalogue import Catalogue
from booking.rules.charges import Report
from booking.rules.handovers import Tally, Way, gone, still_out
from booking.rules.lifecycle import LineState, Party
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import charges, ledger, records
from booking.services.handovers.aftermath import Trouble, follow
from booking.services.handovers.again import check_count, check_step
from booking.services.handovers.slips import NO_SLIP, Slip, keep, sent_before
from booking.services.handovers.work import BACK, done
from booking.services.incidents.overdue import end_overdue, lessen_overdue, ready_after
from booking.services.incidents.placing import recheck
from booking.services.reservations.common import locked, move, notify
from booking.services.transaction import transaction


@dataclass(frozen=True, slots=True)
class Brought:
    """What came back: `units` of what is out (None: all that are not missing), how many will not come (`missing`), how many of those that
    came are not safe to lend (`unsafe`), whether something has to be mended though everything on the list was in order (`mend`), with the
    note about it, what was `seen` for the price, and the slip.
    """

    units: int | None = None
    missing: int = 0
    unsafe: int = 0
    mend: bool = False
    note: str = ""
    seen: charges.Seen = charges.NOTHING_SEEN
    slip: Slip = NO_SLIP


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
    """All that was out is back, but for what is missing; as `bring_back`."""
    return bring_back(session, actor, reference, number, now, Brought(missing=units_missing, note=note, seen=seen))


def bring_back(session: Session, actor: Actor, reference: str, number: int, now: datetime, brought: Brought) -> int | None:
    """The asset is back: free again as soon as it is made ready, its work done, a late return over. Of several units some may come back
    and the rest stay lent: the ledger frees what came, and what did not is late when its time passes.

    Units that are missing are recorded as lost from now on (the fact's id is returned) and hit what was promised with them; what is not
    safe to lend is out of service, and what is damaged is work for the crew. What was really taken stays in the ledger. What differs from
    what was agreed (late, missing, or seen when it came back) is proposed to the desk as charges; whether it is late is judged by when
    the slip was filled in. A slip that is sent again changes nothing. Raises Refused `units_beyond_out` for more than is out,
    `already_taken_back`, `count_overtaken`, IllegalMove, NotAllowed, NotFound.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        slip = brought.slip
        if sent_before(session, found.line.id, slip):
            return None
        check_step(session, found, LineState.RETURNED, slip)
        check_count(session, found.line.id, slip)
        line, asset, before = found.line, known.assets[found.line.asset_id], returns_of(session, found.line)
        out = still_out(line.units, before)
        tally = _counted(out, brought)
        last, ready = tally.settled == out, max(now, ready_after(known, line, now))
        feeds = _end(session, known, found, actor, now, ready, brought.note) if last else []
        if not last:
            _lessen(session, known, found, out - tally.settled, now, ready)
        recheck(session, known, asset.leaves.keys(), now)
        short = tuple(gone(slip.noted, last=last, missing=tally.missing + sum(each.missing for each in before)))
        trouble = Trouble(tally.missing, short, brought.unsafe, brought.mend, slip.noted, brought.note)
        after = follow(session, known, actor, asset, line.id, trouble, now)
        report = Report(max(timedelta(), slip.moment(now) - line.custody_end), tally.missing, brought.seen.measures)
        damage = brought.seen.damage + sum(each.estimate for each in slip.noted)
        returned = charges.Returned(report, brought.note, damage, short)
        charges.report_return(session, known, found, returned, actor.account_id, now)
        keep(session, actor, line, Way.BACK, tally, slip, now, free_from=ready, order_id=after.order, fact_id=after.breakdown)
        notify(session, known, found, "take_back" if last else "take_back_part", actor, now, brought.note)
        records.raise_versions(session, [*feeds, *after.feeds])
        return after.lost


def _counted(out: int, wanted: Brought) -> Tally:
    """The units of this return, of those that are out. Raises Refused."""
    back = out - wanted.missing if wanted.units is None else wanted.units
    if not 0 <= wanted.missing <= out or not 0 <= back <= out - wanted.missing:
        raise Refused("units_beyond_out", field="missing" if wanted.missing > out or wanted.units is None else "units", limit=out)
    if not 0 <= wanted.unsafe <= back:
        raise Refused("units_beyond_back", field="unsafe", limit=back)
    if back + wanted.missing < 1:
        raise Refused("nothing_came_back", field="units")
    return Tally(back, wanted.missing)


def _end(
    session: Session, known: Catalogue, found: Standing, actor: Actor, now: datetime, ready: datetime, note: str
) -> list[str]:
    """All of it is back, or will never be. Returns the feeds that changed."""
    move(session, found, LineState.RETURNED, Party.DEPOT, actor.account_id, now, note)
    ledger.release(session, found.holder, after=ready)
    end_overdue(session, known, found.line, now)
    return done(session, found.line.id, BACK, actor.account_id, now)


def _lessen(session: Session, known: Catalogue, found: Standing, left: int, now: datetime, ready: datetime) -> None:
    """So many units are still out; those that came back are free from `ready` on."""
    ledger.lessen(session, found.holder, known.assets[found.line.asset_id].leaves, left, ready)
    lessen_overdue(session, known, found.line, left, now)
