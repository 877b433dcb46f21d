"""Writing in the ledger, always under the locks of what is touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any
from zlib import crc32

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.ledger import among, is_sqlite, listed
from booking.rules.kinds import PROMISES, OccupancyKind
from booking.rules.lifecycle import CALLED_OFF, OPEN, LineState
from booking.rules.periods import Period
from booking.services import contracts, quotes, records
from booking.services.charges import receivables
from booking.services.rows import add, add_all, keep_aside, new_ids
from models import LONGEST_PIECE, Account, Amendment, Base, Borrower, Dossier, Line, LineMove, Occupancy, QuotaUse, Reservation
from models.engine import core, put
from models.guard_postgresql import ASSET_LOCKS
from models.prepared import prepared
from models.reservations import reference_of

QUOTA_LOCKS = 7102
QuotaKey = tuple[int, ...]  # of a rule: authority, borrower, rule, year; of free loans: queries.free_quotas.FreeKey

# The inner select takes the locks one by one in the order given: a volatile function is asked after the sorting. Every value stands in a
# select of its own, so that one plan serves for all: PostgreSQL would plan anew for each, which takes longer than answering.
_LOCKS = """SELECT -1, (turn IS NULL)::integer::bigint, NULL::text FROM (SELECT pg_advisory_xact_lock(space, key) AS turn
FROM unnest((SELECT %s::integer[]), (SELECT %s::integer[])) WITH ORDINALITY AS keys(space, key, place) ORDER BY place) AS turns"""
# + 0: from the few rows that lapsed, by their own index, never from all that an asset ever carried.
_LAPSED = """SELECT -2, NULL::bigint, holder FROM occupancy
WHERE asset_id + 0 = ANY((SELECT %s::bigint[])::bigint[]) AND expires_at <= (SELECT %s::timestamptz)"""
_lapsed = prepared(select(Occupancy.holder).where(among(Occupancy.asset_id + 0, "assets", True), Occupancy.expires_at <= bindparam("now")))


def lock(session: Session, assets: Collection[int], quotas: Collection[QuotaKey] = ()) -> None:
    """Wait for the turn on these leaf assets (in id order) and then on these quotas; held until the transaction ends.

    The one helper for everything that reduces availability or uses up a quota. On SQLite the whole transaction is IMMEDIATE and
    nothing is left to lock. Raises (through the error map) Busy when the turn does not come in time.
    """
    if not is_sqlite(session):
        put(core(session), _LOCKS, _keys(assets, quotas))


def turn(
    session: Session, assets: Collection[int], quotas: Collection[QuotaKey], now: datetime, ids: Mapping[type[Base], int] | None = None
) -> None:
    """`lock`, and then free what lapsed on these assets by `now`, before the constraint, which knows no clock, stands in the way.

    Lines that lapsed move to `expired`, as the job that tidies up would have done. `ids` are new ids that PostgreSQL gives on the same
    journey for the `gathered` rows that follow. What lapsed is looked for before the locks are ours: whatever frees it looks again.
    """
    if is_sqlite(session):
        _release(session, {holder for (holder,) in _lapsed(session, assets=listed(session, assets), now=now)}, now)
        return
    models = tuple(ids or ())
    found = put(core(session), _turn(models), (*_keys(assets, quotas), *(ids or {}).values(), [*assets], now))
    keep_aside(session, models, ((place, key) for place, key, _ in found if place >= 0))
    _release(session, {holder for _, _, holder in found if holder}, now)


@cache
def _turn(models: tuple[type[Base], ...]) -> str:
    fresh = [f"SELECT place, key, NULL FROM ({new_ids(models)}) AS fresh(place, key)"] if models else []  # noqa: S608 - our own names
    return " UNION ALL ".join([_LOCKS, *fresh, _LAPSED])


def _keys(assets: Collection[int], quotas: Collection[QuotaKey]) -> tuple[list[int], list[int]]:
    """The two halves of each lock, in the order in which everybody takes them."""
    keys = [(ASSET_LOCKS, asset) for asset in sorted(assets)]
    keys += [(QUOTA_LOCKS, key) for key in sorted({crc32(repr(quota).encode()) - 2**31 for quota in quotas})]
    return [space for space, _ in keys], [key for _, key in keys]


def holder_of(line_id: int) -> str:
    """The name under which a line stands in the ledger."""
    return f"line:{line_id}"


def hold(
    session: Session,
    leaves: Mapping[int, int],
    units: int,
    period: Period,
    kind: OccupancyKind,
    holder: str,
    expires_at: datetime | None = None,
) -> None:
    """Write the rows by which `units` of something with these leaves are taken, in pieces no longer than a week.

    The guard raises (as Taken) when a promise does not fit; callers ask `queries/facts` first, so that people get sentences.
    """
    add_all(session, Occupancy, rows_of(leaves, units, period, kind, holder, expires_at))


def rows_of(
    leaves: Mapping[int, int], units: int, period: Period, kind: OccupancyKind, holder: str, expires_at: datetime | None = None
) -> list[dict[str, Any]]:
    """The rows that `hold` writes."""
    return [
        {
            "asset_id": leaf, "starts_at": piece.start, "ends_at": piece.end, "units": each * units, "kind": str(kind),
            "promise": kind in PROMISES, "single": False, "holder": holder, "expires_at": expires_at,
        }
        for leaf, each in sorted(leaves.items())
        for piece in period.pieces(LONGEST_PIECE)
    ]  # fmt: skip


def release(session: Session, holder: str, after: datetime | None = None) -> None:
    """Give back all that a holder has; with `after`, only from that moment on, so that what was really used stays on record."""
    mine = Occupancy.holder == holder
    if after is None:
        _give_back(session, mine)
        return
    _give_back(session, mine, Occupancy.starts_at >= after)
    shorter = update(Occupancy).where(mine, Occupancy.ends_at > after).values(ends_at=after).returning(Occupancy.asset_id)
    _remember(session, session.execute(shorter).scalars())


def release_latest(session: Session, holder: str, count: int) -> None:
    """Give back the rows that a holder got last, so many of them: what it had before stays, and is not asked for again."""
    latest = select(Occupancy.id).where(Occupancy.holder == holder).order_by(Occupancy.id.desc()).limit(count)
    _give_back(session, Occupancy.id.in_(session.scalars(latest).all()))


def lessen(session: Session, holder: str, leaves: Mapping[int, int], units: int, after: datetime) -> None:
    """Leave a firm holder so many units (of something with these leaves) from a moment on; what it really used before stays on record.

    Taking less is always possible. Where a fact stands in the way of writing down what was used until that moment, the whole of that piece
    is lessened: what is free counts for more than what was.
    """
    columns = (Occupancy.id, Occupancy.asset_id, Occupancy.starts_at, Occupancy.units, Occupancy.kind)
    query = select(*columns).where(Occupancy.holder == holder, Occupancy.ends_at > after).order_by(Occupancy.id)
    for key, asset, start, before, kind in session.execute(query).all():
        used = Period(start, after) if start < after and not _hit_by_fact(session, asset, Period(start, after)) else None
        kept = {"units": leaves[asset] * units, "starts_at": after if used else start}
        session.execute(update(Occupancy).where(Occupancy.id == key).values(**kept))
        if used:
            hold(session, {asset: 1}, before, used, OccupancyKind(kind), holder)
        _remember(session, [asset])


def _hit_by_fact(session: Session, asset: int, period: Period) -> bool:
    mine = (Occupancy.asset_id == asset, ~Occupancy.promise, Occupancy.starts_at < period.end, Occupancy.ends_at > period.start)
    return session.scalar(select(Occupancy.id).where(*mine, Occupancy.starts_at > period.start - LONGEST_PIECE).limit(1)) is not None


def given_back(session: Session) -> set[int]:
    """The assets of which this session gave something back since it was last asked: who waits for them may hear of it."""
    return session.info.pop("given_back", set())


def _give_back(session: Session, *which: ColumnElement[bool]) -> None:
    _remember(session, session.execute(delete(Occupancy).where(*which).returning(Occupancy.asset_id)).scalars())


def _remember(session: Session, freed: Iterable[int]) -> None:
    session.info.setdefault("given_back", set()).update(freed)


def confirm(session: Session, holder: str) -> None:
    """Make a holder's request or option firm."""
    session.execute(update(Occupancy).where(Occupancy.holder == holder).values(kind=str(OccupancyKind.FIRM), expires_at=None))


def _release(session: Session, holders: Collection[str], now: datetime) -> None:
    if holders:
        others = [holder for holder in holders if not holder.startswith("line:")]  # of a basket, or offered to who waits
        _give_back(session, Occupancy.holder.in_(others), Occupancy.expires_at <= now)
        expire_lines(session, sorted(int(holder.removeprefix("line:")) for holder in holders if holder.startswith("line:")), now)


def expire_lines(session: Session, ids: Collection[int], now: datetime) -> None:
    """Free what these lines held beyond its moment, and end them: an open line expires with a mail and its dossier is priced anew for what
    remains, of which a contract is made when nothing waits any more; an amendment that waited too long is withdrawn with a mail and leaves
    the line as it was.
    """
    for holder in map(holder_of, ids):
        _give_back(session, Occupancy.holder == holder, Occupancy.expires_at <= now)
    late = _told().where(Line.id.in_(ids), Line.state.in_(OPEN), Line.holds_until <= now)
    found = session.execute(late).all()
    for line, _, reservation, email, language in found:
        _expire(session, line, now)
        records.mail(session, now, "line_expired", [email], _named(line, reservation), language)
    _withdraw_lapsed(session, ids, now)
    dossiers = {dossier.id: (dossier, reservation) for _, dossier, reservation, _, _ in found}
    for _, (dossier, reservation) in sorted(dossiers.items()):
        quotes.again(session, catalogue(session), dossier, reservation, now, None)
        receivables.follow(session, catalogue(session), dossier, now)
        contracts.follow(session, catalogue(session), dossier, reservation, now)


def _expire(session: Session, line: Line, now: datetime) -> None:
    state = line.state
    _give_back(session, Occupancy.holder == holder_of(line.id))
    session.execute(update(Line).where(Line.id == line.id).values(state=LineState.EXPIRED, holds_until=None, version=Line.version + 1))
    move = {"line_id": line.id, "from_state": state, "to_state": LineState.EXPIRED, "party": "system", "at": now, "reason": ""}
    add(session, LineMove, **move)
    session.execute(update(QuotaUse).where(QuotaUse.line_id == line.id, QuotaUse.returned_at.is_(None)).values(returned_at=now))
    records.audit(session, now, None, "line.expire", ("line", line.id))


def _withdraw_lapsed(session: Session, ids: Collection[int], now: datetime) -> None:
    """End the amendments that waited too long; who asked for one hears so, unless the line itself has ended."""
    lapsed = and_(Amendment.line_id.in_(ids), Amendment.state == "pending", Amendment.holds_until <= now)
    standing = _told().join(Amendment, Amendment.line_id == Line.id).where(lapsed, Line.state.not_in(CALLED_OFF))
    for line, _, reservation, email, language in session.execute(standing).all():
        records.mail(session, now, "amendment_lapsed", [email], _named(line, reservation), language)
        records.audit(session, now, None, "line.amendment_lapse", ("line", line.id))
    session.execute(update(Amendment).where(lapsed).values(state="withdrawn", decided_at=now))


def _told() -> Select[tuple[Line, Dossier, Reservation, str | None, str]]:
    """Lines with all that is needed to tell of them and to price what is left."""
    return (
        select(Line, Dossier, Reservation, Borrower.email, Account.language)
        .join(Dossier, Dossier.id == Line.dossier_id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .join(Account, Account.id == Reservation.account_id)
        .order_by(Line.id)
        .execution_options(populate_existing=True)
    )


def _named(line: Line, reservation: Reservation) -> dict[str, Any]:
    return {"reference": reference_of(reservation.id, reservation.created_at), "number": line.number}
