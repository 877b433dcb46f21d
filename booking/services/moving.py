"""The desk moves a line to another date or asset of its own: at once where nobody has to agree, else as a proposal to the borrower."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.lines import Standing, pending
from booking.queries.moving import moved
from booking.rules.lifecycle import BEFORE_USE, IllegalMove, Party
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import reservations
from booking.services.incidents.changing import change_promise
from booking.services.reservations.common import locked
from booking.services.transaction import transaction
from models import Quote

MOVABLE = BEFORE_USE


def move(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, use: Period, asset: int, reason: str = ""
) -> bool:
    """Move a line of the actor's own desk; True when it stands there now, False when its borrower is asked.

    What the borrower would notice is proposed: both dates stay free for it until the answer, and without one all stays as it was; proposed
    twice, it is asked once. What is for a service of the owner itself, what its desk asked for a borrower that has no account, and what
    nobody would notice (the same kind of thing, from the same place, for no more) is moved at once, with its price and its work; the
    borrower is told. Raises Taken when it is not free (any more), Refused with what a check refuses (what may be set aside needs the
    reason), `move_nowhere` when it stands there already, `change_waits` while another change waits, `line_foreign` for another owner's
    asset, IllegalMove for a line that is lent or over, InvalidTime, NotFound, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.decide", reference, number, now, asset)
        if _is_asked(session, found, use, asset):
            return False
        check_movable(session, found, use, asset)
        wanted = moved(session, known, actor, found, use, asset, now)
        if not wanted.at_once:
            reservations.propose(session, actor, reference, number, now, use, reason, asset)
            return False
        before = _newest(session, found.dossier.id)
        change_promise(session, actor, found, now, reason, use, asset, "move")
        _stay_accepted(session, before, _newest(session, found.dossier.id), actor if wanted.speaks else None, now)
    return True


def check_movable(session: Session, found: Standing, use: Period, asset: int) -> None:
    """Raises Refused or IllegalMove where a line cannot be moved at all, or not to where it stands."""
    if found.state not in MOVABLE:
        raise IllegalMove(found.state, found.state, Party.DESK)
    if pending(session, found.line.id):
        raise Refused("change_waits")
    if asset == found.line.asset_id and use == Period(found.line.use_start, found.line.use_end):
        raise Refused("move_nowhere")


def _is_asked(session: Session, found: Standing, use: Period, asset: int) -> bool:
    """True when just this waits for its borrower already, as when a form is sent twice."""
    change = pending(session, found.line.id)
    if change is None or change.asked_by != "desk":
        return False
    return (change.asset_id, change.use_start, change.use_end) == (asset, use.start, use.end)


def _newest(session: Session, dossier: int) -> Quote | None:
    query = select(Quote).where(Quote.dossier_id == dossier).order_by(Quote.version.desc()).limit(1)
    return session.scalars(query).one_or_none()


def _stay_accepted(session: Session, before: Quote | None, after: Quote | None, speaker: Actor | None, now: datetime) -> None:
    """Who accepted a price accepted one that is no higher; who answers for the borrower accepts what was shown."""
    if after is None or before is None or after.id == before.id:
        return
    if speaker is not None:
        accepted = {"accepted_at": now, "accepted_by_id": speaker.account_id}
    elif before.accepted_at and after.total <= before.total and after.deposit <= before.deposit:
        accepted = {"accepted_at": before.accepted_at, "accepted_by_id": before.accepted_by_id}
    else:
        return
    session.execute(update(Quote).where(Quote.id == after.id).values(**accepted))
