"""Recording what happened to an asset: broken, closed, lost; and that it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import idempotency, ledger, records
from booking.services.batch import each_line
from booking.services.idempotency import Answer
from booking.services.incidents.placing import BEYOND, place
from booking.services.transaction import transaction
from models import Fact


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody fills in about an asset: broken, closed, or lost; `ends` None when nobody knows. What is lost is so from now on."""

    kind: OccupancyKind
    asset: int
    starts: datetime
    ends: datetime | None = None
    units: int = 1
    note: str = ""


def report(session: Session, actor: Actor, told: Report, now: datetime, once: str) -> int:
    """Record what a form tells; returns the fact's id, the same for a form that is sent again (`once`), as a telephone does that heard no
    answer. As `record_breakdown`, `record_closure` or `record_lost`.
    """
    if actor.account_id is None:
        raise NotAllowed()
    times = (now, None) if told.kind is OccupancyKind.LOST else (told.starts, told.ends)

    def act() -> Answer:
        fact = Fact(asset_id=told.asset, kind=told.kind, starts_at=times[0], ends_at=times[1], units=told.units, note=told.note)
        return Answer(201, str(_record(session, actor, fact, now)))

    return int(idempotency.once(session, actor.account_id, f"report-{once}", repr(told).encode(), now, act).text)


def record_breakdown(
    session: Session, actor: Actor, asset_id: int, now: datetime, starts: datetime, ends: datetime | None, units: int = 1, note: str = ""
) -> int:
    """So many units are broken from a moment until another, or until somebody says that they are mended; returns the fact's id.

    Always recorded, whatever was promised: each line it hits gets a conflict for its desk, everything else stands as it stood. Raises
    NotFound, NotAllowed, Refused for more units than exist, InvalidTime for an end before the start.
    """
    fact = Fact(asset_id=asset_id, kind=OccupancyKind.BREAKDOWN, starts_at=starts, ends_at=ends, units=units, note=note)
    return _record(session, actor, fact, now)


def record_closure(
    session: Session, actor: Actor, asset_id: int, now: datetime, starts: datetime, ends: datetime | None, units: int = 1, note: str = ""
) -> int:
    """A hall or asset is closed: works, a council that needs it, a storm. As `record_breakdown`."""
    fact = Fact(asset_id=asset_id, kind=OccupancyKind.CLOSURE, starts_at=starts, ends_at=ends, units=units, note=note)
    return _record(session, actor, fact, now)


def record_lost(
    session: Session, actor: Actor, asset_id: int, now: datetime, units: int = 1, note: str = "", line_id: int | None = None
) -> int:
    """So many units are gone from now on, until they turn up. As `record_breakdown`."""
    fact = Fact(asset_id=asset_id, kind=OccupancyKind.LOST, starts_at=now, units=units, note=note, line_id=line_id)
    return _record(session, actor, fact, now)


def end_fact(session: Session, actor: Actor, fact_id: int, now: datetime) -> None:
    """It is over now: mended, open again, found. What it took from now on is free and conflicts that fit again are gone.

    A fact that had not begun is undone. Only an inspection that passed ends what failed one or has none (Refused `fact_wants_inspection`),
    and only its calendar what another calendar takes (Refused `fact_of_calendar`). Raises NotFound, NotAllowed, Refused `fact_over`.
    """
    with transaction(session):
        known, fact = _locked_fact(session, actor, fact_id, now)
        if fact.kind == OccupancyKind.UNINSPECTED:
            raise Refused("fact_wants_inspection", asset=known.assets[fact.asset_id].name)
        if fact.kind == OccupancyKind.IMPORTED:
            raise Refused("fact_of_calendar")
        if fact.ended_at is not None:
            raise Refused("fact_over")
        fact.ends_at, fact.ended_at = max(fact.starts_at, min(now, fact.ends_at or now)), now
        session.flush()
        place(session, known, fact, now)
        owner = known.owner(known.assets[fact.asset_id], local(now).date())
        records.audit(session, now, actor.account_id, f"{fact.kind}.end", ("fact", fact.id), owner.id)


def reach_horizon(session: Session, now: datetime) -> int:
    """Move facts without an end along with the ledger's horizon; returns how many. A daily job: rows reach a month past it."""
    query = select(Fact.id, Fact.asset_id).where(Fact.ends_at.is_(None), Fact.ended_at.is_(None), Fact.recorded_at < now - BEYOND / 4)
    lasting: dict[int, int] = dict(session.execute(query).all())  # type: ignore[arg-type]

    def reach(fact_id: int) -> None:
        known = catalogue(session)
        ledger.lock(session, known.assets[lasting[fact_id]].leaves)
        place(session, known, session.get_one(Fact, fact_id, populate_existing=True), now)

    return each_line(session, "horizon", lasting, reach)


def authorised(known: Catalogue, actor: Actor, asset_id: int, now: datetime) -> AssetCard:
    """An asset that the actor may record facts about: for who manages it, or for the place it is kept at. Raises NotFound, NotAllowed."""
    asset = known.assets.get(asset_id)
    if asset is None:
        raise NotFound("asset_unknown", field="asset")
    day = local(now).date()
    if not may(actor, "fact.record", authorities={known.owner(asset, day).id, known.depot(asset, day).authority}):
        raise NotAllowed()
    return asset


def write(session: Session, known: Catalogue, fact: Fact, now: datetime) -> int:
    """Keep a new fact and place it, with its audit row; the leaves of its asset are locked. Returns its id."""
    session.add(fact)
    session.flush()
    place(session, known, fact, now)
    owner = known.owner(known.assets[fact.asset_id], local(now).date())
    details = {"units": fact.units, "note": fact.note}
    records.audit(session, now, fact.account_id, f"{fact.kind}.record", ("fact", fact.id), owner.id, **details)
    return fact.id


def _record(session: Session, actor: Actor, fact: Fact, now: datetime) -> int:
    Period(fact.starts_at, fact.ends_at or fact.starts_at + timedelta(seconds=1))  # both aware, and in order
    with transaction(session):
        known = catalogue(session)
        asset = authorised(known, actor, fact.asset_id, now)
        if fact.units < 1:
            raise Refused("units_not_positive", field="units", units=fact.units)
        if fact.units > asset.units:
            raise Refused("units_beyond_stock", field="units", units=fact.units, limit=asset.units, asset=asset.name)
        ledger.lock(session, asset.leaves)
        fact.account_id, fact.recorded_at = actor.account_id, now
        return write(session, known, fact, now)


def _locked_fact(session: Session, actor: Actor, fact_id: int, now: datetime) -> tuple[Catalogue, Fact]:
    known = catalogue(session)
    fact = session.get(Fact, fact_id)
    if fact is None:
        raise NotFound()
    ledger.lock(session, authorised(known, actor, fact.asset_id, now).leaves)
    session.refresh(fact)
    return known, fact
