"""What is held on the board, read with a bounded range, and who holds it: told to those who may see that reservation alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, DateTime, and_, false, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from booking.queries.ledger import is_sqlite, raw
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import FIRM, LineState
from booking.rules.permissions import Actor, authorities_for
from booking.rules.planning import Held, Scale
from models import LONGEST_PIECE, Borrower, CalendarEvent, CalendarSource, Dossier, Fact, Line, Occupancy, Reservation
from models.engine import core
from models.reservations import reference_of

_K = OccupancyKind


class Loan(NamedTuple):
    """A line of which the reader may see all: custody in seconds; `home` is the borrower's municipality, `mine` when the reader borrows."""

    reference: str
    number: int
    state: LineState
    asset: AssetCard
    units: int
    custody: tuple[int, int]
    event: str
    borrower: str
    home: int
    authority: int
    mine: bool


class Incident(NamedTuple):
    """A fact about an asset that the reader looks after and `authority` manages; `ends` None when nobody knows until when.

    Of what somebody's calendar takes, `note` is the name of that calendar; only who administers it reads what it is called there (`title`)
    and where it is looked after (`source`).
    """

    fact: int
    kind: str
    ends: int | None
    note: str
    authority: int
    title: str = ""
    source: int | None = None


class Bar(NamedTuple):
    """A stretch on the board: its lane, the quarters of a column its label may take, its tone, and what the reader may know of it."""

    held: Held
    lane: int
    room: int
    tone: str
    loan: Loan | None = None
    incident: Incident | None = None

    @property
    def is_change(self) -> bool:
        """True for the waiting change of a line that stands beside it: its custody is not the line's."""
        return self.loan is not None and self.held.kind == _K.REQUEST and self.loan.state in FIRM


def held(session: Session, scale: Scale, now: datetime, assets: Collection[int]) -> Mapping[int, list[Held]]:
    """Per asset what the ledger holds within the scale, without requests and options that lapsed by `now`."""
    row, kept = Occupancy, BigInteger() if is_sqlite(session) else DateTime(timezone=True)
    starts, ends, expires = (type_coerce(column, kept) for column in (row.starts_at, row.ends_at, row.expires_at))
    first, last = (raw(session, datetime.fromtimestamp(moment, UTC)) for moment in (scale.start, scale.end))
    earliest = raw(session, datetime.fromtimestamp(scale.start, UTC) - LONGEST_PIECE)
    query = select(row.asset_id, starts, ends, row.units, row.kind, row.holder, expires).where(
        row.asset_id.in_(assets), starts > earliest, starts < last, ends > first
    )
    moment, found, exact = raw(session, now), defaultdict[int, list[Held]](list), is_sqlite(session)
    rows: Sequence[Any] = core(session).execute(query).all()
    for asset, start, end, units, kind, holder, lapses in rows:
        if lapses is None or lapses > moment:
            begun, ended = (start, end) if exact else (_seconds(start), _seconds(end))
            found[asset].append(Held(begun, ended, units, kind, holder))
    return found


def _seconds(moment: Any) -> int:
    return int(moment.timestamp()) if isinstance(moment, datetime) else int(moment)


def loans(session: Session, actor: Actor, known: Catalogue, holders: Iterable[str]) -> dict[str, Loan]:
    """By holder the lines that the actor asked for or helps decide; the others are not even read."""
    seen, ids = _seen_by(actor), _ids("line:", holders)
    if seen is None or not ids:
        return {}
    mine = _asked_by(actor)
    query = (
        select(
            Line.id, Line.number, Line.state, Line.asset_id, Line.units, Line.custody_start, Line.custody_end, Reservation.id,
            Reservation.created_at, Reservation.event, Borrower.name, Borrower.authority_id, Dossier.authority_id, mine,
        )
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(Line.id.in_(ids), seen)
    )  # fmt: skip
    found = {}
    for key, number, state, asset, units, since, until, reservation, asked, event, borrower, home, authority, own in core(session).execute(
        query
    ):
        custody = (_seconds(since), _seconds(until))
        found[f"line:{key}"] = Loan(
            reference_of(reservation, asked), number, LineState(state), known.assets[asset], units, custody, event, borrower,
            known.authorities[home].house(since.date()), authority, bool(own),
        )  # fmt: skip
    return found


def _seen_by(actor: Actor) -> ColumnElement[bool] | None:
    """What `overview` would show to the actor, as a condition; None when that is nothing."""
    deciding = authorities_for(actor, "reservation.read")
    if not (deciding or actor.borrowers or actor.claims):
        return None
    return or_(Dossier.authority_id.in_(deciding), _asked_by(actor))


def _asked_by(actor: Actor) -> ColumnElement[bool]:
    if not (actor.borrowers or actor.claims):
        return false()
    claimed = Reservation.borrower_id.in_(actor.claims) & (Reservation.account_id == actor.account_id)
    return or_(Reservation.borrower_id.in_(actor.borrowers), claimed)


def incidents(session: Session, actor: Actor, known: Catalogue, holders: Iterable[str], today: date) -> dict[str, Incident]:
    """By holder the facts among these, which are on assets that the reader looks after."""
    ids, administers = _ids("fact:", holders), authorities_for(actor, "calendar.administer")
    if not ids:
        return {}
    query = (
        select(
            Fact.id, Fact.kind, Fact.ends_at, func.coalesce(CalendarSource.name, Fact.note), Fact.asset_id, CalendarEvent.title,
            CalendarSource.id,
        )
        .outerjoin(CalendarEvent, CalendarEvent.fact_id == Fact.id)
        .outerjoin(CalendarSource, and_(CalendarSource.id == CalendarEvent.source_id, CalendarSource.state != "removed"))
        .where(Fact.id.in_(ids))
    )  # fmt: skip
    found = {}
    for key, kind, ends, note, asset, title, source in core(session).execute(query):
        owner = known.owner(known.assets[asset], today).id
        theirs = (title or "", source) if owner in administers else ()
        found[f"fact:{key}"] = Incident(key, kind, _seconds(ends) if ends else None, note, owner, *theirs)
    return found


def _ids(prefix: str, holders: Iterable[str]) -> list[int]:
    return sorted({int(holder.removeprefix(prefix)) for holder in holders if holder.startswith(prefix)})


TONES = ("own", "other", "mine", "taken", "requested", "option", "shut", "fact")
SHOWN = {
    "taken": frozenset({"own", "other", "mine", "taken"}),
    "requested": frozenset({"requested", "option"}),
    "shut": frozenset({"shut"}),
    "fact": frozenset({"fact"}),
}


def tone(row: Held, loan: Loan | None, house: int, *, looks_after: bool) -> str:
    """How a stretch looks to the reader. Who may see no details learns that it is taken, asked for, or out of use, and no more."""
    if row.kind in {_K.REQUEST, _K.OPTION}:
        return "option" if loan and row.kind == _K.OPTION else "requested"
    if loan:
        return "mine" if loan.mine else "own" if loan.home == house else "other"
    if row.kind in {_K.BREAKDOWN, _K.OVERDUE, _K.LOST} and looks_after:
        return "fact"
    return "taken" if row.kind in {_K.FIRM, _K.IMPORTED, _K.OVERDUE} else "shut"
