"""Waiting for what is taken: joining the queue, the offer when something comes free, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.borrowers import borrower_card, card_of
from booking.queries.catalogue import catalogue
from booking.queries.judging import JudgedLine, judge
from booking.queries.waiting import HOLDER, ask_of, entry_of
from booking.rules import asking
from booking.rules.admission import Outcome
from booking.rules.asking import Ask
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import end_of, local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotAllowed, Refused
from booking.rules.waiting import MOST, QUEUED, SHORTEST, WaitingState, awaitable, offer_until
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.reservations import request
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Borrower, Reservation, WaitingEntry
from models.reservations import id_of


def join(session: Session, actor: Actor, ask: Ask, now: datetime) -> int:
    """Take a place in the queue for the one line of a request that cannot be had because it is taken; returns its id.

    Raises Refused `waiting_one_line` for more lines, `waiting_free` for what may be asked at once, `request_refused` for what no queue
    can mend, `waiting_twice`, `waiting_full`; NotFound for a borrower, asset or person that the actor may not use.
    """
    asking.check(ask)
    if actor.account_id is None:
        raise NotAllowed()
    if len(ask.lines) != 1:
        raise Refused("waiting_one_line")
    with transaction(session):
        known = catalogue(session)
        judged = judge(session, known, borrower_card(session, known, actor, ask.borrower), ask, now)
        _check_taken(judged.lines[0])
        _check_queue(session, ask)
        joined = {"account_id": actor.account_id, "state": WaitingState.WAITING, "joined_at": now}
        key = add(session, WaitingEntry, **_columns(ask, judged.lines[0]), **joined)
        records.audit(session, now, actor.account_id, "waiting.join", ("waiting_entry", key))
    return key


def accept(session: Session, actor: Actor, key: int, now: datetime) -> str:
    """Ask for what is offered: what was held becomes an ordinary request; returns its reference. Sent again it returns the same one.

    Raises NotFound, Refused `waiting_not_offered` when there is no offer (any more), and whatever `request` raises.
    """
    with transaction(session):
        entry = _in_turn(session, actor, key)
        if entry.state == WaitingState.TAKEN and entry.reservation_id:
            return _reference(session, entry.reservation_id)
        if entry.state != WaitingState.OFFERED or entry.offer_until is None or entry.offer_until <= now:
            raise Refused("waiting_not_offered")
        ledger.release(session, f"{HOLDER}{key}")
        reference = request(session, actor, ask_of(entry), now).reference
        _end(entry, WaitingState.TAKEN, now)
        entry.reservation_id = id_of(reference)
        session.flush()
        records.audit(session, now, actor.account_id, "waiting.accept", ("waiting_entry", key), reference=reference)
    return reference


def leave(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Give up a place, or decline what is offered: it goes to the next. Raises NotFound, Refused `waiting_ended`."""
    with transaction(session):
        entry = _in_turn(session, actor, key)
        if entry.state not in QUEUED:
            raise Refused("waiting_ended")
        ledger.release(session, f"{HOLDER}{key}")
        _end(entry, WaitingState.WITHDRAWN, now)
        session.flush()
        records.audit(session, now, actor.account_id, "waiting.leave", ("waiting_entry", key))


def offer_freed(session: Session, now: datetime, freed: Collection[int] | None = None) -> int:
    """Offer what is free to who waits for it, in the order in which they joined; returns how many offers were made.

    `freed` are leaf assets of which something was given back just now; without it everybody who waits is looked at. An offer is judged
    and written under the locks, each in a transaction of its own: what comes free goes to one of them, or to who asks first.
    """
    known = catalogue(session)
    query = select(WaitingEntry.id, WaitingEntry.asset_id).where(WaitingEntry.state == WaitingState.WAITING).order_by(WaitingEntry.id)
    waiting = [(key, known.assets[asset].leaves.keys()) for key, asset in session.execute(query)]
    touched = [key for key, leaves in waiting if freed is None or not leaves.isdisjoint(freed)]
    made: list[int] = []
    each_line(session, "waiting", touched, lambda key: made.append(key) if _offer(session, key, now) else None)
    return len(made)


def end_offers(session: Session, now: datetime) -> int:
    """End the offers that nobody took, and the waiting for what is past; returns how many ended. What is free again goes to the next."""
    lapsed = select(WaitingEntry.id).where(WaitingEntry.state == WaitingState.OFFERED, WaitingEntry.offer_until <= now)
    over = select(WaitingEntry.id).where(WaitingEntry.state == WaitingState.WAITING, WaitingEntry.use_start <= now)
    ended = each_line(session, "waiting", session.scalars(lapsed.union(over)).all(), lambda key: _lapse(session, key, now))
    return ended + offer_freed(session, now)


def _offer(session: Session, key: int, now: datetime) -> bool:
    """Hold what an entry waits for, when it is free now and nothing else stands in the way."""
    entry = session.get_one(WaitingEntry, key)
    known = catalogue(session)
    ledger.turn(session, known.assets[entry.asset_id].leaves, [], now)
    session.refresh(entry, with_for_update=True)
    if entry.state != WaitingState.WAITING or entry.use_start <= now:
        return False
    line = _judged(session, known, entry, now)
    until = _offered_until(session, known, entry, line, now) if line.outcome is not Outcome.REFUSED else None
    if until is None:
        return False
    period = line.facts.periods.blocked
    ledger.hold(session, line.facts.asset.leaves, entry.units, period, OccupancyKind.OPTION, f"{HOLDER}{key}", until)
    entry.state, entry.offer_until, entry.blocked_start, entry.blocked_end = WaitingState.OFFERED, until, period.start, period.end
    session.flush()
    _tell(session, "waiting_offer", entry, line.facts.asset.name, now, deadline=until.isoformat())
    records.audit(session, now, None, "waiting.offer", ("waiting_entry", key))
    return True


def _offered_until(session: Session, known: Catalogue, entry: WaitingEntry, line: JudgedLine, now: datetime) -> datetime | None:
    """As long as an offer stands, but never until a moment at which its owner would find it too late: that changes at midnight."""
    until = offer_until(now, line.facts.periods.custody.start)
    if until is None:
        return None
    if any(found.code == "notice_too_short" for found in _judged(session, known, entry, until).findings):
        until = min(until, end_of(local(now).date()))
    return until if until - now >= SHORTEST else None


def _judged(session: Session, known: Catalogue, entry: WaitingEntry, now: datetime) -> JudgedLine:
    return judge(session, known, card_of(session, known, entry.borrower_id), ask_of(entry), now).lines[0]


def _lapse(session: Session, key: int, now: datetime) -> None:
    _lock(session, session.get_one(WaitingEntry, key))
    entry = session.get_one(WaitingEntry, key, with_for_update=True, populate_existing=True)
    if entry.state not in QUEUED:
        return
    was_offered = entry.state == WaitingState.OFFERED
    ledger.release(session, f"{HOLDER}{key}")
    _end(entry, WaitingState.LAPSED if was_offered else WaitingState.OVER, now)
    session.flush()
    name = catalogue(session).assets[entry.asset_id].name
    _tell(session, "waiting_lapsed" if was_offered else "waiting_over", entry, name, now)
    records.audit(session, now, None, "waiting.end", ("waiting_entry", key))


def _in_turn(session: Session, actor: Actor, key: int) -> WaitingEntry:
    """A place that the actor may answer for, with nobody else at work on it. Raises NotFound."""
    _lock(session, entry_of(session, actor, key))
    return entry_of(session, actor, key, turn=True)


def _lock(session: Session, entry: WaitingEntry) -> None:
    """First the asset, then the place: who offers and who answers take their turns in one order."""
    ledger.lock(session, catalogue(session).assets[entry.asset_id].leaves)


def _end(entry: WaitingEntry, state: WaitingState, now: datetime) -> None:
    entry.state, entry.ended_at = state, now
    entry.offer_until = entry.blocked_start = entry.blocked_end = None


def _tell(session: Session, event: str, entry: WaitingEntry, asset: str, now: datetime, **more: str) -> None:
    """A mail to who took the place, in that person's language, and to the borrower's own address."""
    row = session.execute(
        select(Account.email, Account.language, Borrower.email.label("house"))
        .join(Borrower, Borrower.id == entry.borrower_id)
        .where(Account.id == entry.account_id)
    ).one()
    told = {"asset": asset, "event": entry.event, **more}
    records.mail(session, now, event, [row.email, row.house], told, row.language)


def _reference(session: Session, reservation: int) -> str:
    return session.get_one(Reservation, reservation).reference


def _check_taken(line: JudgedLine) -> None:
    if line.outcome is not Outcome.REFUSED:
        raise Refused("waiting_free")
    if not awaitable(line.findings):
        raise Refused("request_refused", lines=[line], alternatives={})


def _check_queue(session: Session, ask: Ask) -> None:
    """Raises Refused `waiting_twice` for the same wish of the same borrower, `waiting_full` for too many."""
    mine = select(WaitingEntry.asset_id, WaitingEntry.use_start, WaitingEntry.use_end)
    queued = session.execute(mine.where(WaitingEntry.borrower_id == ask.borrower, WaitingEntry.state.in_(QUEUED))).all()
    line = ask.lines[0]
    if any(tuple(row) == (line.asset, line.use.start, line.use.end) for row in queued):
        raise Refused("waiting_twice")
    if len(queued) >= MOST:
        raise Refused("waiting_full", limit=MOST)


def _columns(ask: Ask, judged: JudgedLine) -> dict[str, object]:
    line, whom = ask.lines[0], judged.facts.beneficiary
    return {
        "borrower_id": ask.borrower, "asset_id": line.asset, "units": line.units, "use_start": line.use.start, "use_end": line.use.end,
        "handover": line.handover, "operator_id": line.operator, "driver_id": line.driver,
        "measures": {name: str(amount) for name, amount in line.measures.items()} or None, "event": ask.event, "purpose": ask.purpose,
        "place": ask.place, "place_authority_id": ask.place_authority, "attendance": ask.attendance, "note": ask.note,
        "beneficiary": whom.name if whom else "",
    }  # fmt: skip
