"""A fact in the ledger: its rows, the conflicts with the promises it hits, and the mails that tell of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from booking.queries.conflicts import lines_hit
from booking.queries.facts import HORIZON
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import MAKES_ROOM, OccupancyKind
from booking.rules.lifecycle import BEFORE_USE, CALLED_OFF, HOLDING
from booking.rules.periods import Period
from booking.services import ledger, records
from booking.services.rows import add, write_gathered
from models import Account, Borrower, Conflict, Dossier, Fact, Line, Reservation, WorkOrder
from models.reservations import reference_of

BEYOND = timedelta(days=31)  # an open end is written this far past the horizon, so that a job has a month to move it along


def place(session: Session, known: Catalogue, fact: Fact, now: datetime) -> list[int]:
    """Write what a fact takes, whatever was promised, and open a conflict for every line it hits; returns the lines newly hit.

    The leaves of its asset are locked. What its rows were before is replaced, so a fact may be prolonged, shortened or moved along;
    conflicts that are no longer true are `gone`. Desk and borrower of each line newly hit are told.
    """
    asset, period = known.assets[fact.asset_id], stretch_of(fact, now)
    holder = f"fact:{fact.id}"
    ledger.release(session, holder)
    for piece in _around_work(session, fact, period) if period else ():
        ledger.hold(session, asset.leaves, fact.units, piece, OccupancyKind(fact.kind), holder)
    write_gathered(session)  # by what is written is found whom it hits
    hit = hit_by(session, known, fact, now)
    found = meet(session, known, fact, hit, now) if hit else []
    recheck(session, known, asset.leaves.keys(), now)
    return found


def _around_work(session: Session, fact: Fact, period: Period) -> list[Period]:
    """What is left of a period beside the upkeep that is planned in it: what is broken or not inspected is there to be worked on."""
    if fact.kind not in MAKES_ROOM:
        return [period]
    planned = select(WorkOrder.starts_at, WorkOrder.ends_at).where(
        WorkOrder.asset_id == fact.asset_id,
        WorkOrder.state == "planned",
        WorkOrder.starts_at < period.end,
        WorkOrder.ends_at > period.start,
    )
    left = [period]
    for start, end in session.execute(planned):
        left = [rest for each in left for rest in each.without(Period(start, end))]
    return left


def stretch_of(fact: Fact, now: datetime) -> Period | None:
    """What a fact takes of the ledger: without an end, past the horizon up to which anything can be promised; None for nothing."""
    end = fact.ends_at or now + HORIZON + BEYOND
    return Period(fact.starts_at, end) if fact.starts_at < end else None


def recheck(session: Session, known: Catalogue, leaves: Collection[int], now: datetime) -> None:
    """Close the open conflicts about these leaves whose line fits again, or holds nothing any more."""
    assets = [card.id for card in known.assets.values() if card.leaves.keys() & set(leaves)]
    query = (
        select(Conflict.id, Line.id.label("line"), Line.state, Fact)
        .join(Fact, Fact.id == Conflict.fact_id)
        .join(Line, Line.id == Conflict.line_id)
        .where(Conflict.resolution.is_(None), Fact.asset_id.in_(assets))
    )
    rows = session.execute(query).all()
    hit = {fact.id: hit_by(session, known, fact, now) for fact in {row.Fact for row in rows}}
    gone = [row.id for row in rows if row.state not in HOLDING or row.line not in hit[row.Fact.id]]
    if gone:
        session.execute(update(Conflict).where(Conflict.id.in_(gone)).values(resolution="gone", resolved_at=now))
        _reassure(session, known, {row.line for row in rows if row.id in gone and row.state in HOLDING}, now)


def _reassure(session: Session, known: Catalogue, lines: Collection[int], now: datetime) -> None:
    """Who was told that something may not be there hears that it will be, once nothing hits it any more."""
    still = select(Conflict.line_id).where(Conflict.line_id.in_(lines), Conflict.resolution.is_(None))
    safe = set(lines) - set(session.scalars(still)) if lines else set()
    for line in session.execute(_promised.where(Line.id.in_(safe))) if safe else ():
        if line.state in BEFORE_USE:
            payload = {**_named(known, line), "owner": known.authorities[line.authority_id].name}
            records.mail(session, now, "line_safe", [line.email], payload, line.language)


def _named(known: Catalogue, line: Row[tuple[object, ...]]) -> dict[str, object]:
    reference = reference_of(line.reservation_id, line.created_at)
    return {"reference": reference, "number": line.number, "asset": known.assets[line.asset_id].name}


def hit_by(session: Session, known: Catalogue, fact: Fact, now: datetime) -> set[int]:
    """The lines a fact hits. A late return does not hit its own line, and an inspection that is wanting only those that somebody has the
    thing for then: while it is cleaned or fetched nobody works with it.
    """
    period = stretch_of(fact, now)
    found = lines_hit(session, known.assets, known.assets[fact.asset_id], period, now) if period else set()
    if fact.kind == OccupancyKind.UNINSPECTED and period and found:
        lent = (Line.id.in_(found), Line.custody_start < period.end, Line.custody_end > period.start)
        return set(session.scalars(select(Line.id).where(*lent)))
    return found - {fact.line_id} if fact.kind == OccupancyKind.OVERDUE else found


_promised = (
    select(
        Line.id, Line.number, Line.state, Line.asset_id, Reservation.id.label("reservation_id"), Reservation.created_at,
        Dossier.authority_id, Borrower.email, Account.language,
    )
    .join(Dossier, Dossier.id == Line.dossier_id)
    .join(Reservation, Reservation.id == Line.reservation_id)
    .join(Borrower, Borrower.id == Reservation.borrower_id)
    .join(Account, Account.id == Reservation.account_id)
    .order_by(Line.id)
)  # fmt: skip


def meet(
    session: Session, known: Catalogue, fact: Fact, hit: Collection[int], now: datetime, quiet: Collection[int] = ()
) -> list[int]:
    """A conflict for each line hit; returns those newly hit. That of a line which holds nothing any more is history from the start: nobody
    has to act on it. Desk and borrower are told, unless the line is among the `quiet` ones, of which they know already.
    """
    query = select(Conflict.line_id, Conflict.resolution).where(Conflict.fact_id == fact.id)
    kept: dict[int, str | None] = dict(session.execute(query).all())
    instead = set(session.scalars(select(Line.instead_of_id).where(Line.instead_of_id.in_(hit), Line.state.not_in(CALLED_OFF))))
    found = []
    for line in session.execute(_promised.where(Line.id.in_(hit))):
        waits = line.state in HOLDING
        if line.id not in kept:
            over = {} if waits else {"resolution": "gone", "resolved_at": now}
            add(session, Conflict, fact_id=fact.id, line_id=line.id, found_at=now, note="", **over)
        elif kept[line.id] == "replaced" and line.id in instead:  # it is lent, and another one stands in for it
            continue
        elif waits and kept[line.id] not in (None, "accepted"):  # it gave way, and the fact came after it
            mine = (Conflict.fact_id == fact.id, Conflict.line_id == line.id)
            session.execute(update(Conflict).where(*mine).values(resolution=None, resolved_at=None, resolved_by_id=None, found_at=now))
        else:
            continue
        if waits:
            found.append(line.id)
            _tell(session, known, fact, line, now, quiet=line.id in quiet)
    return found


def _tell(session: Session, known: Catalogue, fact: Fact, line: Row[tuple[object, ...]], now: datetime, *, quiet: bool) -> None:
    owner = known.authorities[line.authority_id]
    records.audit(session, now, None, "conflict.find", ("line", line.id), owner.id, fact=fact.id)
    if quiet:
        return
    payload = {
        **_named(known, line), "occupancy": fact.kind, "from_": fact.starts_at.isoformat(),
        "until": fact.ends_at.isoformat() if fact.ends_at else None, "owner": owner.name,
    }  # fmt: skip
    records.mail(session, now, "conflict_found", [owner.email], payload, owner.language)
    records.mail(session, now, "line_hit", [line.email], payload, line.language)
