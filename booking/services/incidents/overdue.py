"""What should be back and is not: it takes the ledger until it can have been made ready again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.handovers import units_out
from booking.queries.lines import Standing
from booking.rules.calendar import earliest_open
from booking.rules.catalogue import Catalogue
from booking.rules.custody import blocked
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import IllegalMove, LineState, Party
from booking.rules.periods import InvalidTime, Period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.incidents.placing import place
from booking.services.incidents.recording import write
from booking.services.reservations.common import locked
from booking.services.transaction import transaction
from models import Account, Borrower, Dossier, Fact, Line, Reservation

SOON = timedelta(hours=1)  # what is late now is at the earliest back in an hour, when its depot is open


def record_overdue(
    session: Session, actor: Actor, reference: str, number: int, now: datetime, expected: datetime, note: str = ""
) -> int | None:
    """A loan comes back later than promised: at `expected`. Returns the fact's id; None while its own buffer still covers that.

    The asset counts as taken until it is back and made ready; a second call moves the moment. Raises IllegalMove for a line that is not
    lent, Refused `time_in_past`, NotFound, NotAllowed.
    """
    with transaction(session):
        known, found = locked(session, actor, "line.hand_over", reference, number, now)
        if found.state is not LineState.HANDED_OVER:
            raise IllegalMove(found.state, LineState.RETURNED, Party.DEPOT)
        if expected <= max(now, found.line.custody_end):
            raise Refused("time_in_past", field="expected", time=expected)
        return _late(session, known, found, expected, now, actor.account_id, note)


def find_overdue(session: Session, now: datetime) -> int:
    """Record every loan that is late, and move along those that still are; returns how many. Halls do not go away and are left out.

    Nobody knows when it will be back, so the least is taken: in an hour, or when its depot next opens.
    """
    late = select(Line.id, Line.asset_id).where(Line.state == LineState.HANDED_OVER, Line.custody_end < now).order_by(Line.id)
    known = catalogue(session)
    due = {line: known.assets[asset] for line, asset in session.execute(late) if not known.assets[asset].in_place}

    def record(line_id: int) -> None:
        ledger.lock(session, due[line_id].leaves)
        found = _standing(session, line_id)
        if found.state is LineState.HANDED_OVER:
            _late(session, known, found, _soonest(known, found.line, now), now)

    return each_line(session, "overdue", due, record)


def ready_after(known: Catalogue, line: Line, back: datetime) -> datetime:
    """When an asset that comes back at a moment can be handed over again: its buffers after custody, counted from there."""
    asset = known.assets[line.asset_id]
    held = Period(line.custody_start, max(back, line.custody_start + timedelta(seconds=1)))
    calendar = known.depot(asset, local(back).date()).calendar
    try:
        return blocked(held, calendar, asset.before, asset.after).end
    except InvalidTime:  # its place is shut for months: ready as soon as someone is there
        return held.end + timedelta(hours=asset.after.hours)


def end_overdue(session: Session, known: Catalogue, line: Line, now: datetime) -> None:
    """It is back: its late return takes the asset only until it is made ready. The leaves of the asset are locked."""
    for fact in _facts(session, line.id):
        fact.ends_at, fact.ended_at = max(fact.starts_at, ready_after(known, line, now)), now
        session.flush()
        place(session, known, fact, now)


def lessen_overdue(session: Session, known: Catalogue, line: Line, left: int, now: datetime) -> None:
    """Some units of a late loan are back and so many are not: the late return goes on with those, from when the others are made ready."""
    for fact in _facts(session, line.id):
        until = fact.ends_at
        end_overdue(session, known, line, now)
        if until and fact.ends_at and fact.ends_at < until:
            rest = Fact(
                asset_id=fact.asset_id, kind=fact.kind, units=left, starts_at=fact.ends_at, ends_at=until, line_id=line.id,
                account_id=fact.account_id, recorded_at=now, note=fact.note,
            )  # fmt: skip
            write(session, known, rest, now)


def _soonest(known: Catalogue, line: Line, now: datetime) -> datetime:
    calendar = known.depot(known.assets[line.asset_id], local(now).date()).calendar
    try:
        return earliest_open(calendar, now + SOON)
    except InvalidTime:
        return now + timedelta(days=1)


def _late(
    session: Session, known: Catalogue, found: Standing, expected: datetime, now: datetime, account: int | None = None, note: str = ""
) -> int | None:
    line, ready = found.line, ready_after(known, found.line, expected)
    fact = next(iter(_facts(session, line.id)), None)
    if fact is not None:
        if account is not None or (fact.ends_at or ready) < ready_after(known, line, now):
            fact.ends_at, fact.note = max(fact.starts_at, ready), note or fact.note
            session.flush()
            place(session, known, fact, now)
        return fact.id
    reached = session.scalar(select(func.max(Fact.ends_at)).where(Fact.line_id == line.id, Fact.kind == OccupancyKind.OVERDUE))
    first = max(line.blocked_end, reached or line.blocked_end)  # a part of it came back late before
    if ready <= first:
        return None
    fact = Fact(
        asset_id=line.asset_id, kind=OccupancyKind.OVERDUE, units=units_out(session, line), starts_at=first, ends_at=ready, line_id=line.id,
        account_id=account, recorded_at=now, note=note,
    )  # fmt: skip
    if reached is None:
        _tell(session, known, found, now)
    return write(session, known, fact, now)


def _facts(session: Session, line_id: int) -> list[Fact]:
    mine = (Fact.line_id == line_id, Fact.kind == OccupancyKind.OVERDUE, Fact.ended_at.is_(None))
    return list(session.scalars(select(Fact).where(*mine).execution_options(populate_existing=True)))


def _tell(session: Session, known: Catalogue, found: Standing, now: datetime) -> None:
    """Borrower and desk hear once that a return is late."""
    reservation, owner = found.reservation, known.authorities[found.dossier.authority_id]
    payload = {
        "reference": reservation.reference, "number": found.line.number, "asset": known.assets[found.line.asset_id].name,
        "owner": owner.name, "until": found.line.custody_end.isoformat(),
    }  # fmt: skip
    who = select(Borrower.email, Account.language).join(Account, Account.id == reservation.account_id)
    email, language = session.execute(who.where(Borrower.id == reservation.borrower_id)).one()
    records.mail(session, now, "line_overdue", [email], payload, language)
    records.mail(session, now, "line_overdue", [owner.email], payload, owner.language)


def _standing(session: Session, line_id: int) -> Standing:
    query = (
        select(Line, Dossier, Reservation)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .where(Line.id == line_id)
        .execution_options(populate_existing=True)
    )
    return Standing(*session.execute(query).one())
