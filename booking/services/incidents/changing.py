"""Replacing a promise in one transaction, as an amendment that was approved would."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.lines import Standing, judge_standing, pending, wanted_of
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import Period
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import records, tasks
from booking.services.reservations.asking import record_decision
from booking.services.reservations.common import notify, queues, replace_promise, requote, settle

_KIND = {
    LineState.APPROVED: OccupancyKind.FIRM,
    LineState.REQUESTED: OccupancyKind.REQUEST,
    LineState.OPTION: OccupancyKind.OPTION,
}
_TOLD = {"resolve": "moved", "move": "move"}


def change_promise(
    session: Session, actor: Actor, found: Standing, now: datetime, note: str, use: Period | None = None, asset: int | None = None,
    act: str = "resolve",
) -> None:  # fmt: skip
    """Give a line another period, or another asset of its owner: judged again, with its price and its work, under the locks of both assets.
    `act` is the decision that is kept of it: a conflict that is resolved, or a `move` of the desk's own.

    The desk stands behind it, so what it may set aside is set aside with its note. Raises Taken or Refused when the new promise cannot be,
    Refused `line_foreign` for another owner's asset, IllegalMove for a line that is lent already or on which a change waits.
    """
    known = catalogue(session)
    if found.state not in _KIND or pending(session, found.line.id):
        raise IllegalMove(found.state, found.state, Party.DESK)
    if asset is not None and asset not in known.assets:
        raise NotFound("asset_unknown", field="asset")
    wanted = wanted_of(known, found.line, asset_id=asset)
    judged = judge_standing(session, known, found, replace(wanted, use=use or wanted.use), now)
    if judged.facts.owner.id != found.dossier.authority_id:
        raise Refused("line_foreign", field="asset")
    reasons = settle(judged.findings, True, note)
    waits = found.state is LineState.REQUESTED and queues(judged)
    until = found.line.holds_until
    if found.state is LineState.OPTION and until:
        until = min(until, judged.facts.periods.custody.start)
    replace_promise(session, found, judged, None if waits else _KIND[found.state], until)
    record_decision(session, found.line.id, act, actor.account_id, judged.findings, now, note, reasons)
    requote(session, known, found, now, None)
    if found.state is LineState.APPROVED:
        title = found.reservation.event or judged.facts.borrower.name
        feeds = tasks.plan(session, known, judged, found.line.id, title, found.reservation.place, now)
        records.raise_versions(session, feeds)
    notify(session, known, found, _TOLD[act], actor, now, note)
