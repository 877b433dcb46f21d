"""What came of an inspection: kept with its report, and the asset is in service again or out of it at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.catalogue import catalogue
from booking.queries.maintenance.looked_after import looked_after
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import InspectionVerdict, Upkeep
from booking.rules.maintenance import longest_until, plan_for
from booking.rules.maintenance.due import YEARLY
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import documents, ledger, records
from booking.services.maintenance.lapses import follow
from booking.services.maintenance.orders import end_order, under_way
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Inspection, WorkOrder

FIRST = date(2000, 1, 1)  # a slip of the keys


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an inspection body wrote. `until` is the last valid day, when it is not the longest that the plan allows; `repair_by` asks a
    repair of what it remarked, by a day.
    """

    on: date
    body: str
    verdict: InspectionVerdict
    until: date | None = None
    reason: str = ""
    remarks: str = ""
    repair: bool = False
    repair_by: date | None = None


def record_inspection(
    session: Session, actor: Actor, asset_id: int, outcome: Outcome, now: datetime, *, report: Checked | None = None,
    folder: Path | None = None, succeeds: int | None = None,
) -> int:  # fmt: skip
    """Keep what came of an inspection, with its report; returns its id.

    What was planned is done. A failed one puts the asset out of service from now on, whatever was promised: every reservation hit is a
    conflict. One that passed ends that, when it is still valid today. `succeeds` names the inspection that was recorded wrongly and that
    this one puts right. Raises Refused for a day to come, a validity longer than the interval of the plan, a shorter one without a
    reason, or remarks that are wanted and missing; NotFound.
    """
    _check(outcome, local(now).date())
    with transaction(session):
        known = catalogue(session)
        asset = looked_after(known, actor, "inspection.record", asset_id, now)
        ledger.turn(session, asset.leaves, [], now)
        if succeeds is not None:
            _succeeded(session, asset_id, succeeds)
        until = _until(known, asset, outcome)
        values = {
            "asset_id": asset_id, "body": outcome.body.strip()[:200], "inspected_on": outcome.on, "valid_until": until,
            "verdict": str(outcome.verdict), "remarks": outcome.remarks.strip()[:200], "reason": outcome.reason.strip()[:200],
            "account_id": actor.account_id, "recorded_at": now, "succeeds_id": succeeds,
        }  # fmt: skip
        key = add(session, Inspection, **values)
        if report is not None and folder is not None:
            documents.keep(session, actor, "inspection", key, "report", report, folder, now)
        feeds = _done(session, known, actor, asset, outcome, now) if succeeds is None else []
        if outcome.repair:
            _ask_repair(session, actor, asset, outcome, key, now)
        follow(session, catalogue(session), catalogue(session).assets[asset_id], now, actor.account_id)
        told = {"verdict": str(outcome.verdict), "on": outcome.on.isoformat(), "until": until.isoformat()}
        owner = known.owner(asset, local(now).date()).id
        records.audit(session, now, actor.account_id, "inspection.record", ("inspection", key), owner, **told)
        records.raise_versions(session, feeds)
        return key


def _check(outcome: Outcome, today: date) -> None:
    if not FIRST <= outcome.on <= today:
        raise Refused("day_in_future" if outcome.on > today else "day_long_ago", field="on", day=outcome.on)
    if not outcome.body.strip():
        raise Refused("field_required", field="body")
    if outcome.verdict is not InspectionVerdict.PASSED and not outcome.remarks.strip():
        raise Refused("field_required", field="remarks")


def _until(known: Catalogue, asset: AssetCard, outcome: Outcome) -> date:
    """The last valid day: none beyond that of the inspection for what failed, and never longer than the interval."""
    if outcome.verdict is InspectionVerdict.FAILED:
        return outcome.on
    plan = plan_for(asset, Upkeep.INSPECTION, known.requirements.get(known.owner(asset, outcome.on).id, ()), outcome.on)
    longest = longest_until(outcome.on, plan.every_months if plan else YEARLY)
    until = outcome.until or longest
    if not outcome.on <= until <= longest:
        raise Refused("validity_outside", field="until", from_=outcome.on, limit_day=longest)
    if until < longest and not outcome.reason.strip():
        raise Refused("field_required", field="reason")
    return until


def _succeeded(session: Session, asset_id: int, succeeds: int) -> None:
    """Raises NotFound unless there is such an inspection of the asset that was not put right yet."""
    found = session.get(Inspection, succeeds, populate_existing=True)
    again = session.scalar(select(Inspection.id).where(Inspection.succeeds_id == succeeds))
    if found is None or found.asset_id != asset_id or again is not None:
        raise NotFound()


def _done(session: Session, known: Catalogue, actor: Actor, asset: AssetCard, outcome: Outcome, now: datetime) -> list[str]:
    """What was proposed or planned is done by this; an old report that is recorded afterwards is not what was planned for later."""
    order = under_way(session, asset.id, Upkeep.INSPECTION)
    if order is None or outcome.on < local(order.created_at).date():
        return []
    return end_order(session, known, asset, order, "done", now, outcome.on, actor.account_id)


def _ask_repair(session: Session, actor: Actor, asset: AssetCard, outcome: Outcome, inspection: int, now: datetime) -> None:
    row = {
        "asset_id": asset.id, "kind": str(Upkeep.REPAIR), "state": "proposed", "due_on": outcome.repair_by, "note": outcome.remarks.strip(),
        "asked_by_id": inspection, "account_id": actor.account_id, "created_at": now,
    }  # fmt: skip
    add(session, WorkOrder, **row)
