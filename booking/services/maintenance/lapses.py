"""Out of service: what failed its inspection until it passes one, and what lapsed until it can have been inspected again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import OccupancyKind, Upkeep
from booking.rules.maintenance import Condition, condition_on, newest, plan_for
from booking.rules.periods import end_of, local, start_of
from booking.services import ledger, records
from booking.services.batch import each_line
from booking.services.incidents.placing import place
from booking.services.incidents.recording import write
from models import Fact

BARRED = (Condition.FAILED, Condition.LAPSED)


def find_lapsed(session: Session, now: datetime) -> int:
    """Put out of service what lapsed, move along what still is, and end what is no longer so; returns how many assets were looked at."""
    known, day = catalogue(session), local(now).date()
    barred = set(session.scalars(select(Fact.asset_id).where(_LASTING)))
    due = [card.id for card in known.assets.values() if card.id in barred or _barred(known, card, now) in BARRED]
    due = [key for key in due if (known.assets[key].in_service_until or day) >= day or key in barred]

    def act(asset_id: int) -> None:
        ledger.lock(session, known.assets[asset_id].leaves)
        fresh = catalogue(session)
        follow(session, fresh, fresh.assets[asset_id], now)

    return each_line(session, "lapsed", due, act)


def follow(session: Session, known: Catalogue, asset: AssetCard, now: datetime, account: int | None = None) -> None:
    """Let what the ledger says of an asset's inspections be what they say themselves; its leaves are locked.

    What failed is out of service without an end. What lapsed is so until the visit that is planned, else for as long as it takes to
    arrange one: what is promised after that can still be put right, and waits as a document that is due (decision 0019).
    """
    condition = _barred(known, asset, now)
    fact = session.scalars(select(Fact).where(_LASTING, Fact.asset_id == asset.id).execution_options(populate_existing=True)).first()
    if condition not in BARRED:
        if fact is not None:
            _lift(session, known, fact, now, account)
        return
    ends = None if condition is Condition.FAILED else _again(known, asset, now)
    if fact is None:
        fact = Fact(
            asset_id=asset.id, kind=OccupancyKind.UNINSPECTED, units=asset.units, starts_at=_since(asset, condition, now), ends_at=ends,
            account_id=account, recorded_at=now, note=_note(asset, now),
        )  # fmt: skip
        write(session, known, fact, now)
    elif fact.ends_at != ends:
        fact.ends_at = ends
        session.flush()
        place(session, known, fact, now)


def _barred(known: Catalogue, asset: AssetCard, now: datetime) -> Condition | None:
    """How an asset that must be inspected stands today; None for any other."""
    day = local(now).date()
    plan = plan_for(asset, Upkeep.INSPECTION, known.requirements.get(known.owner(asset, day).id, ()), day)
    return condition_on(asset.inspections, day) if plan else None


def _since(asset: AssetCard, condition: Condition, now: datetime) -> datetime:
    """What failed is out of service from now on; what lapsed since the day that is no longer covered, and no sooner than today."""
    last = newest(asset.inspections, local(now).date())
    if condition is Condition.FAILED or last is None:
        return now
    return max(end_of(last.until), start_of(local(now).date()))


def _again(known: Catalogue, asset: AssetCard, now: datetime) -> datetime:
    """The earliest moment at which it may have been inspected again: after the visit that is planned, else after the time it takes to
    arrange one.
    """
    visit = next((ends for ends in asset.visits if now < ends), None)
    if visit is not None:
        return visit
    day = local(now).date()
    plan = plan_for(asset, Upkeep.INSPECTION, known.requirements.get(known.owner(asset, day).id, ()), day)
    return end_of(day + timedelta(days=plan.lead_days if plan else 0))


def _note(asset: AssetCard, now: datetime) -> str:
    last = newest(asset.inspections, local(now).date())
    return f"{last.body}, {last.on:%d/%m/%Y}" if last else ""


def _lift(session: Session, known: Catalogue, fact: Fact, now: datetime, account: int | None) -> None:
    fact.ends_at, fact.ended_at = max(fact.starts_at, now), now
    session.flush()
    place(session, known, fact, now)
    owner = known.owner(known.assets[fact.asset_id], local(now).date())
    records.audit(session, now, account, f"{fact.kind}.end", ("fact", fact.id), owner.id)


_LASTING = (Fact.kind == OccupancyKind.UNINSPECTED) & Fact.ended_at.is_(None)
