"""How often an asset is inspected or maintained: its own plan, succeeded and never overwritten."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.looked_after import looked_after
from booking.rules.catalogue import PlanCard
from booking.rules.kinds import Upkeep
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import ledger, records
from booking.services.maintenance.lapses import follow
from booking.services.rows import add
from booking.services.transaction import transaction
from models import MaintenancePlan

ALLOWED = {"every_months": range(1, 121), "minutes": range(15, 60 * 24 * 30 + 1), "lead_days": range(366)}


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """Every so many months, by whom, for how long, arranged so many days ahead."""

    every_months: int
    body: str
    minutes: int
    lead_days: int


def set_plan(session: Session, actor: Actor, asset_id: int, kind: Upkeep, terms: PlanTerms, now: datetime) -> int:
    """From today on an asset has this plan of a kind; the one before it ended yesterday. Returns its id.

    Raises Refused `plan_outside` for an interval, length or lead that cannot be, NotFound.
    """
    for field, allowed in ALLOWED.items():
        if getattr(terms, field) not in allowed:
            raise Refused("plan_outside", field=field, limit=allowed[-1])
    if kind is Upkeep.REPAIR:
        raise Refused("choice_unknown", field="kind", value=str(kind))
    with transaction(session):
        known = catalogue(session)
        asset = looked_after(known, actor, "upkeep.set", asset_id, now)
        ledger.lock(session, asset.leaves)
        today = local(now).date()
        current = asset.plan(kind, today)
        before = _terms(current) if current else None
        if before == terms and current and current.id:
            return current.id
        if current:
            _end(session, current, now)
        key = add(
            session, MaintenancePlan, asset_id=asset_id, kind=str(kind), valid_from=today, valid_until=None, account_id=actor.account_id,
            recorded_at=now, succeeds_id=current.id if current else None, **asdict(terms),
        )  # fmt: skip
        _kept(session, actor, asset_id, kind, before, terms, now)
        fresh = catalogue(session)
        follow(session, fresh, fresh.assets[asset_id], now, actor.account_id)
        return key


def end_plan(session: Session, actor: Actor, asset_id: int, kind: Upkeep, now: datetime) -> None:
    """From today on an asset has no plan of its own of a kind; what its owner requires counts again.

    Raises Refused `plan_over` when it has none, NotFound.
    """
    with transaction(session):
        known = catalogue(session)
        asset = looked_after(known, actor, "upkeep.set", asset_id, now)
        ledger.lock(session, asset.leaves)
        current = asset.plan(kind, local(now).date())
        if current is None:
            raise Refused("plan_over")
        _end(session, current, now)
        _kept(session, actor, asset_id, kind, _terms(current), None, now)
        fresh = catalogue(session)
        follow(session, fresh, fresh.assets[asset_id], now, actor.account_id)


def _terms(plan: PlanCard) -> PlanTerms:
    return PlanTerms(plan.every_months, plan.body, plan.minutes, plan.lead_days)


def _end(session: Session, plan: PlanCard, now: datetime) -> None:
    yesterday = local(now).date() - timedelta(days=1)
    session.execute(update(MaintenancePlan).where(MaintenancePlan.id == plan.id).values(valid_until=yesterday))


def _kept(
    session: Session, actor: Actor, asset_id: int, kind: Upkeep, before: PlanTerms | None, after: PlanTerms | None, now: datetime
) -> None:
    """The plans themselves are never overwritten; the logbook says who changed them."""
    known = catalogue(session)
    owner = known.owner(known.assets[asset_id], local(now).date()).id
    told = {name: asdict(terms) if terms else None for name, terms in (("before", before), ("after", after))}
    records.audit(session, now, actor.account_id, "upkeep.set", ("asset", asset_id), owner, kind=str(kind), **told)
