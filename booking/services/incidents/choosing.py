"""The borrower of a promise that cannot be kept chooses between what its desk offers; it happens at once, or waits for its owner.

Who phones has its choice written down by the desk, with the name of who said so.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.actors import actor_of
from booking.queries.conflicts import get_conflict
from booking.queries.lines import Standing
from booking.queries.offered import standing_offers
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OfferWay
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import records
from booking.services.incidents.changing import change_promise
from booking.services.incidents.offering import link, take_back_offers
from booking.services.reservations import approve
from booking.services.reservations.common import locked
from booking.services.reservations.replacing import call_off_freely, give_way, standing_of
from booking.services.transaction import transaction
from models import Account, Borrower, Conflict, ConflictOffer

BY_DESK = "conflict"  # the reason that is kept where the desk wrote none: it stands behind what it offered


def choose(session: Session, actor: Actor, reference: str, number: int, offer: int, now: datetime) -> LineState:
    """Take one of the ways that were offered; returns the state of the line that stands then.

    Another date, or another asset of the same owner, replaces the promise in one transaction. Another owner's asset is a new line that this
    owner decides, unless it confirms by itself; the old line waits, and is called off when the new one is approved. Of what is lent
    already the replacement is a line of its own that starts now. Raises NotFound where this is not offered (any more), Refused
    `choice_waits` while another owner still decides, Taken or Refused when it cannot be any more.
    """
    with transaction(session):
        known, found = _in_turn(session, actor, "line.answer", reference, number, offer, now)
        return _choose(session, known, actor, found, offer, now)


def choose_by_phone(session: Session, actor: Actor, conflict_id: int, offer: int, told_by: str, now: datetime) -> LineState:
    """The desk does as `choose` what the borrower said by telephone, and keeps who said so and when; the borrower is told by mail.

    Raises as `choose`, NotFound for a conflict of another desk, Refused `field_required` where nobody is named.
    """
    with transaction(session):
        conflict = get_conflict(session, actor, conflict_id)
        if not told_by.strip():
            raise Refused("field_required", field="told_by")
        known, found = _in_turn(session, actor, "conflict.resolve", conflict.reference, conflict.number, offer, now)
        return _choose(session, known, actor, found, offer, now, told_by.strip())


def _in_turn(
    session: Session, actor: Actor, act: str, reference: str, number: int, offer: int, now: datetime
) -> tuple[Catalogue, Standing]:  # fmt: skip
    """The line with the leaves of its asset, and of that which is chosen, locked."""
    wanted = session.get(ConflictOffer, offer, populate_existing=True)
    others = [wanted.asset_id] if wanted and wanted.asset_id else []
    return locked(session, actor, act, reference, number, now, *others)


def _choose(
    session: Session, known: Catalogue, actor: Actor, found: Standing, offer: int, now: datetime, told_by: str = ""
) -> LineState:  # fmt: skip
    conflict, ways = standing_offers(session, found.line.id)
    if conflict is None or not any(each.id == offer and each.state == "offered" for each in ways):
        raise NotFound()
    if any(each.waits for each in ways):
        raise Refused("choice_waits")
    mine = (ConflictOffer.conflict_id == conflict, ConflictOffer.state == "chosen")  # of which nothing came
    session.execute(update(ConflictOffer).where(*mine).values(state="withdrawn"))
    answer = {"state": "chosen", "answered_at": now, "answered_by_id": actor.account_id, "told_by": told_by}
    session.execute(update(ConflictOffer).where(ConflictOffer.id == offer).values(**answer))
    row = session.get_one(ConflictOffer, offer, populate_existing=True)
    resolution, line = _carry_out(session, known, actor, found, row, now)
    if resolution:
        _settle(session, actor, conflict, resolution, row.note, now)
    _tell(session, known, found, row, now)
    details = {"way": row.way, **({"told_by": told_by} if told_by else {})}
    records.audit(session, now, actor.account_id, "conflict.choose", ("conflict", conflict), found.dossier.authority_id, **details)
    return standing_of(session, line).state


def _carry_out(
    session: Session, known: Catalogue, actor: Actor, found: Standing, row: ConflictOffer, now: datetime
) -> tuple[str | None, int]:
    """Do what was chosen; returns how that settles the conflict (None while another owner decides) and the line that stands."""
    reason, line = row.note or BY_DESK, found.line.id
    if row.way == OfferWay.CANCEL:
        call_off_freely(session, known, found, actor.account_id, now, row.note)
        return "cancelled", line
    if row.use_start and row.use_end:
        change_promise(session, actor, found, now, reason, use=Period(row.use_start, row.use_end))
        return "moved", line
    asset = row.asset_id or 0
    own = known.owner(known.assets[asset], local(found.line.custody_start).date()).id == found.dossier.authority_id
    if own and found.state is not LineState.HANDED_OVER:
        change_promise(session, actor, found, now, reason, asset=asset)
        return "replaced", line
    return _linked(session, known, actor, found, row, now)


def _linked(
    session: Session, known: Catalogue, actor: Actor, found: Standing, row: ConflictOffer, now: datetime
) -> tuple[str | None, int]:
    """Write the new line. What a desk offered of its own it has decided on, as long as it still may."""
    reason = row.note or BY_DESK
    written = link(session, known, found, row.asset_id or 0, actor.account_id or 0, now, reason)
    session.execute(update(ConflictOffer).where(ConflictOffer.id == row.id).values(line_id=written.id))
    if written.state is LineState.APPROVED:
        give_way(session, known, standing_of(session, written.id), now)
        return "replaced", written.id
    desk = actor_of(session, row.offered_by_id or 0, local(now).date())
    decided = written.judged.facts.owner.id == found.dossier.authority_id
    if decided and may(desk, "line.decide", authorities=(found.dossier.authority_id,)):
        approve(session, desk, found.reservation.reference, written.number, now, reason, override=True)
        return "replaced", written.id
    return None, written.id


def _settle(session: Session, actor: Actor, conflict: int, resolution: str, note: str, now: datetime) -> None:
    values = {"resolution": resolution, "resolved_at": now, "resolved_by_id": actor.account_id, "note": note}
    session.execute(update(Conflict).where(Conflict.id == conflict, Conflict.resolution.is_(None)).values(**values))
    take_back_offers(session, conflict)


def _tell(session: Session, known: Catalogue, found: Standing, row: ConflictOffer, now: datetime) -> None:
    """Who did not do it itself is told: the desk of what the borrower chose, the borrower of what its desk wrote down."""
    owner = known.authorities[found.dossier.authority_id]
    who = select(Borrower.name, Borrower.email, Account.language).join(Account, Account.id == found.reservation.account_id)
    name, email, language = session.execute(who.where(Borrower.id == found.reservation.borrower_id)).one()
    payload = {
        "reference": found.reservation.reference, "number": found.line.number, "asset": known.assets[found.line.asset_id].name,
        "borrower": name, "offer_way": row.way, "name": known.assets[row.asset_id].name if row.asset_id else "",
    }  # fmt: skip
    if row.told_by:
        told = {**payload, "owner": owner.name, "person": row.told_by, "at": now.isoformat()}
        records.mail(session, now, "conflict_phoned", [email], told, language)
    else:
        records.mail(session, now, "conflict_chosen", [owner.email], payload, owner.language)
