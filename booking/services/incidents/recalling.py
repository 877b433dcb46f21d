"""Recall: an owner takes back what it promised or lent for an emergency of its own, and its own line takes that place at once.

No fact is written for it: the owner's promise stands in the ledger where the borrower's stood, and a fact besides would count the same
units twice. What is lent already must be back at a moment; if it is not, it is late like any other loan, and that is a fact.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of
from booking.queries.facts import Event, Wanted
from booking.queries.judging import JudgedLine, judge_lines
from booking.queries.lines import Standing, judge_standing, pending, periods_of, wanted_of
from booking.queries.nearby import alternatives
from booking.queries.recalls import RECALLABLE, recall_notice
from booking.rules import asking
from booking.rules.asking import Ask, AskLine
from booking.rules.catalogue import Catalogue
from booking.rules.crew.steps import AFTER
from booking.rules.custody import Periods
from booking.rules.kinds import BorrowerKind, OccupancyKind, Purpose
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotAllowed, Refused
from booking.services import ledger, records, tasks
from booking.services.charges import receivables
from booking.services.incidents.placing import recheck
from booking.services.reservations.amendments import close, drop
from booking.services.reservations.asking import record_decision, write
from booking.services.reservations.common import locked, move, replace_promise, requote, settle, stop
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Borrower, Dossier, Line, QuotaUse, Recall, Reservation, Task


@dataclass(frozen=True, slots=True)
class Emergency:
    """For what an owner needs it: which of its own services, when, how many; by when what is lent must be back. Without `units`, all."""

    borrower: int
    use: Period
    event: str
    units: int | None = None
    back_by: datetime | None = None


def recall(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, emergency: Emergency, reason: str,
    offered: Collection[int] | None = None,
) -> str:  # fmt: skip
    """Recall an approved or a lent line; returns the reference of the reservation that takes its place.

    One transaction: an approved line is called off at no cost, a lent one ends when it must be back, and the owner's own line is approved
    in spite of its own rules, never of what safety forbids. The borrower is offered assets like it (`offered` of those that are free; None:
    all of them) and chooses (`answer_recall`). Raises Refused `field_required` without a reason, `recall_notice_short` before the notice
    that the agreement asks, `recall_needless` where the two do not meet, `recall_not_own` for a borrower that is no service of the owner,
    Taken, IllegalMove, NotFound, NotAllowed.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    if actor.account_id is None:
        raise NotAllowed()
    with transaction(session):
        known, found = locked(session, actor, "line.recall", reference, number, now)
        if found.state not in RECALLABLE:
            raise IllegalMove(found.state, LineState.CANCELLED, Party.DESK)
        own = _own_ask(session, known, found, emergency, reason)
        before = judge_standing(session, known, found, replace(wanted_of(known, found.line), kept=periods_of(found.line)), now)
        agreement, hours = _notice(session, before, found, emergency, now)
        was_until, back_by = found.line.custody_end, emergency.back_by if found.state is LineState.HANDED_OVER else None
        ways = [place.asset.id for place in alternatives(session, known, before, now).places]
        feeds = _give_way(session, known, found, emergency, actor, now, reason)
        receipt_reference, line = _take_its_place(session, known, actor, own, now, reason)
        values = {
            "line_id": found.line.id, "own_line_id": line, "account_id": actor.account_id, "recalled_at": now, "reason": reason,
            "was_until": was_until, "back_by": back_by,
            "agreement_id": agreement, "minimum_hours": hours, "offered": [way for way in ways if offered is None or way in offered],
        }  # fmt: skip
        recall_id = add(session, Recall, **values)
        recheck(session, known, known.assets[found.line.asset_id].leaves.keys(), now)
        _tell(session, known, found, back_by, reason, now)
        owner = found.dossier.authority_id
        records.audit(session, now, actor.account_id, "line.recall", ("line", found.line.id), owner, recall=recall_id, reason=reason)
        records.raise_versions(session, feeds)
        return receipt_reference


def _own_ask(session: Session, known: Catalogue, found: Standing, emergency: Emergency, reason: str) -> Ask:
    """What the owner asks of itself. Raises Refused `recall_not_own`, `units_beyond_stock`."""
    borrower, line = card_of(session, known, emergency.borrower), found.line
    day = local(emergency.use.start).date()
    house = known.authorities[found.dossier.authority_id].house(day)
    if borrower.kind != BorrowerKind.AUTHORITY or known.authorities[borrower.home].house(day) != house:
        raise Refused("recall_not_own", field="borrower")
    units = emergency.units or line.units
    if units > known.assets[line.asset_id].units:
        raise Refused("units_beyond_stock", field="units", units=units, limit=known.assets[line.asset_id].units)
    asked = AskLine(line.asset_id, emergency.use, units)
    ask = Ask(emergency.borrower, (asked,), emergency.event, Purpose.WORKS, note=reason[: asking.LONGEST_NOTE])
    asking.check(ask)
    return ask


def _notice(
    session: Session, judged: JudgedLine, found: Standing, emergency: Emergency, now: datetime
) -> tuple[int | None, int | None]:
    """Raises Refused where the borrower hears it later than its agreement allows, or where nothing has to give way."""
    line, out = found.line, found.state is LineState.HANDED_OVER
    if out and (emergency.back_by is None or not now < emergency.back_by < line.custody_end):
        raise Refused("recall_needless", field="back_by")
    if not emergency.use.overlaps(Period(line.blocked_start, line.blocked_end)):
        raise Refused("recall_needless", field="from")
    agreement, hours = recall_notice(session, judged)
    heard = (emergency.back_by if out and emergency.back_by else line.custody_start) - now
    if hours is not None and heard < timedelta(hours=hours):
        raise Refused("recall_notice_short", field="back_by" if out else "from", hours=hours)
    return agreement, hours


def _give_way(
    session: Session, known: Catalogue, found: Standing, emergency: Emergency, actor: Actor, now: datetime, reason: str
) -> list[str]:
    """Free what the line stood in the way of; returns the feeds that changed."""
    if found.state is LineState.HANDED_OVER and emergency.back_by:
        feeds = _shorten(session, known, found, emergency.back_by, actor, now)
    else:
        change = pending(session, found.line.id)
        if change is not None:
            close(session, change, "withdrawn", actor, now)
        move(session, found, LineState.CANCELLED, Party.DESK, actor.account_id, now, reason)
        feeds = stop(session, found, now)
        mine = (QuotaUse.line_id == found.line.id, QuotaUse.returned_at.is_(None))
        session.execute(update(QuotaUse).where(*mine).values(returned_at=now))  # not the borrower's doing: never too late
    requote(session, known, found, now, None)
    return feeds


def _shorten(session: Session, known: Catalogue, found: Standing, back_by: datetime, actor: Actor, now: datetime) -> list[str]:
    """The loan ends earlier, without a buffer: its rows in the ledger, its columns, its work afterwards. Returns the feeds that changed."""
    line = found.line
    change = pending(session, line.id)
    if change is not None:
        drop(session, known, found, change, "withdrawn", actor, now)
    earlier = line.custody_end - back_by
    ledger.release(session, found.holder, back_by)
    use_start = line.use_start if line.use_start < back_by else line.custody_start
    values = {"use_start": use_start, "use_end": min(line.use_end, back_by), "custody_end": back_by, "blocked_end": back_by}
    session.execute(update(Line).where(Line.id == line.id).values(**values, version=Line.version + 1))
    query = select(Task).where(Task.line_id == line.id, Task.state == "planned", Task.kind.in_(AFTER))
    feeds: list[str] = []
    for task in session.scalars(query.execution_options(populate_existing=True)):
        task.starts_at, task.ends_at = task.starts_at - earlier, task.ends_at - earlier
        task.window_start, task.window_end = task.window_start - earlier, task.window_end - earlier
        task.sequence, task.changed_at = task.sequence + 1, now
        feeds += tasks.feed_names(task.depot_id, task.asset_id, task.authority_id, task.borrower_id, task.crew_id, task.vehicle_id)
    session.flush()
    return feeds


def _take_its_place(session: Session, known: Catalogue, actor: Actor, ask: Ask, now: datetime, reason: str) -> tuple[str, int]:
    """Write the owner's own line and approve it; returns its reference and its id. The leaves of the asset are locked."""
    borrower, asked = card_of(session, known, ask.borrower), ask.lines[0]
    event = Event(ask.purpose, known.authorities[borrower.home].house(local(now).date()))
    kept = Periods(asked.use, asked.use, asked.use)  # it is fetched when it is needed, not when the depot opens, and nobody waits for it
    judged = judge_lines(session, known, borrower, event, [Wanted(known.assets[asked.asset], asked.use, asked.units, kept=kept)], now)
    settle(judged.lines[0].findings, True, reason)
    account = actor.account_id or 0
    receipt = write(session, known, actor, account, ask, judged, now)
    line = receipt.lines[0]
    if line.state is not LineState.APPROVED:
        mine = _written(session, line.id)
        move(session, mine, LineState.APPROVED, Party.DESK, account, now, reason)
        replace_promise(session, mine, judged.lines[0], OccupancyKind.FIRM, None)
        record_decision(session, line.id, "approve", account, judged.lines[0].findings, now, reason)
        receivables.follow(session, known, mine.dossier, now)
        records.raise_versions(session, tasks.plan(session, known, judged.lines[0], line.id, ask.event, ask.place, now))
    return receipt.reference, line.id


def _written(session: Session, line: int) -> Standing:
    query = select(Line, Dossier, Reservation).join(Dossier, Dossier.id == Line.dossier_id)
    query = query.join(Reservation, Reservation.id == Line.reservation_id).where(Line.id == line)
    return Standing(*session.execute(query.execution_options(populate_existing=True)).one())


def _tell(session: Session, known: Catalogue, found: Standing, back_by: datetime | None, reason: str, now: datetime) -> None:
    """The borrower hears what it may choose; the owner's desk hears what a colleague did."""
    owner, asset = known.authorities[found.dossier.authority_id], known.assets[found.line.asset_id]
    payload = {
        "reference": found.reservation.reference, "number": found.line.number, "asset": asset.name, "owner": owner.name, "reason": reason,
        "until": back_by.isoformat() if back_by else None,
    }  # fmt: skip
    who = select(Borrower.email, Account.language).join(Account, Account.id == found.reservation.account_id)
    email, language = session.execute(who.where(Borrower.id == found.reservation.borrower_id)).one()
    records.mail(session, now, "line_recalled", [email], payload, language)
    records.mail(session, now, "recall_told", [owner.email], payload, owner.language)
