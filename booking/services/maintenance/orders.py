"""Planning upkeep between two loans: a time of its own in the ledger and a task, in one transaction under the lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.facts import HORIZON
from booking.queries.ledger import free_of, taken
from booking.queries.maintenance.looked_after import looked_after
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import MAKES_ROOM, OccupancyKind, Upkeep
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused, Taken
from booking.rules.workload import LONGEST
from booking.services import ledger, records
from booking.services.incidents.placing import place
from booking.services.incidents.recording import end_fact
from booking.services.maintenance.work import end_work, plan_work
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Fact, HandoverRecord, WorkOrder
from models.maintenance import OPEN_ORDERS


@dataclass(frozen=True, slots=True)
class Visit:
    """When somebody comes, who, and what for."""

    time: Period
    body: str = ""
    note: str = ""


def schedule(
    session: Session, actor: Actor, asset_id: int, kind: Upkeep, visit: Visit, now: datetime, order: int | None = None
) -> int:
    """Plan an inspection, maintenance or a repair, or move it to another time; returns the id of the work order.

    What is under way of this kind is planned, or the repair that `order` names; else a new order is written. The time is a promise in the
    ledger, so a loan that stands in it is never pushed aside: raises Taken. A breakdown, or being out of service, makes room. The crew's
    calendars show it as a task. Raises Refused `time_in_past`, `upkeep_too_long` or `horizon_ledger`, NotFound.
    """
    time = visit.time
    if time.start < now:
        raise Refused("time_in_past", field="from_time", time=time.start)
    if time.length > LONGEST:
        raise Refused("upkeep_too_long", field="to_day", days=LONGEST.days)
    if now + HORIZON < time.end:
        raise Refused("horizon_ledger", field="to_day", until=now + HORIZON)
    with transaction(session):
        known = catalogue(session)
        asset = looked_after(known, actor, "upkeep.plan", asset_id, now)
        ledger.turn(session, asset.leaves, [], now)
        found = under_way(session, asset_id, kind, order)
        key = found.id if found else _write(session, actor, asset, kind, now)
        room(session, known, asset, time, f"order:{key}", now)
        before = found.state if found else "proposed"
        body = visit.body or (found.body if found else "")
        task, feeds = plan_work(session, known, asset, kind, time, body, found.task_id if found else None, now)
        values = {"state": "planned", "starts_at": time.start, "ends_at": time.end, "task_id": task, "account_id": actor.account_id}
        told = {"body": body[:200], "note": visit.note or (found.note if found else "")}
        session.execute(update(WorkOrder).where(WorkOrder.id == key).values(**values, **told))
        ledger.release(session, f"order:{key}")
        make_room(session, known, asset, now)
        ledger.hold(session, asset.leaves, asset.units, time, OccupancyKind.MAINTENANCE, f"order:{key}")
        act = "upkeep.move" if before == "planned" else "upkeep.plan"
        owner = known.owner(asset, local(now).date()).id
        details = {"kind": str(kind), "from": time.start.isoformat(), "until": time.end.isoformat()}
        records.audit(session, now, actor.account_id, act, ("work_order", key), owner, **details)
        records.raise_versions(session, feeds)
        return key


def call_off(session: Session, actor: Actor, order_id: int, now: datetime, reason: str) -> None:
    """It does not happen then: its time is free again and its task called off; what is still due is proposed anew by the job.

    Raises NotFound for an order that is not under way, Refused without a reason.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        known, asset, order = locked_order(session, actor, order_id, now)
        feeds = end_order(session, known, asset, order, "cancelled", now)
        session.execute(update(WorkOrder).where(WorkOrder.id == order.id).values(note=_noted(order.note, reason)))
        owner = known.owner(asset, local(now).date()).id
        records.audit(session, now, actor.account_id, "upkeep.call_off", ("work_order", order.id), owner, reason=reason)
        records.raise_versions(session, feeds)


def finish(session: Session, actor: Actor, order_id: int, on: date, now: datetime, note: str = "") -> None:
    """Maintenance or a repair was done on a day; what is left of its time is free at once, and the next counts from that day. What was out
    of service until it is mended, since it came back so, is in service again.

    An inspection is finished by recording what came of it. Raises Refused `upkeep_wants_outcome` or `day_in_future`, NotFound.
    """
    if on > local(now).date():
        raise Refused("day_in_future", field="on", day=on)
    with transaction(session):
        known, asset, order = locked_order(session, actor, order_id, now)
        if order.kind == Upkeep.INSPECTION:
            raise Refused("upkeep_wants_outcome")
        feeds = end_order(session, known, asset, order, "done", now, on, actor.account_id)
        for fact in session.scalars(_barred_until(order.id)).all():
            end_fact(session, actor, fact, now)
        session.execute(update(WorkOrder).where(WorkOrder.id == order.id).values(note=_noted(order.note, note)))
        owner = known.owner(asset, local(now).date()).id
        records.audit(session, now, actor.account_id, "upkeep.finish", ("work_order", order.id), owner, kind=order.kind, on=on.isoformat())
        records.raise_versions(session, feeds)


def _barred_until(order: int) -> Select[tuple[int]]:
    """The breakdowns that were recorded with a repair when something came back, and that are not over."""
    mine = (HandoverRecord.order_id == order, Fact.ended_at.is_(None))
    return select(Fact.id).join(HandoverRecord, HandoverRecord.fact_id == Fact.id).where(*mine)


def under_way(session: Session, asset_id: int, kind: Upkeep, order: int | None = None) -> WorkOrder | None:
    """What is proposed or planned of a kind; of repairs, of which there may be several, the one that is named.

    The leaves of the asset are locked. Raises NotFound when the one that is named is not under way.
    """
    if kind is Upkeep.REPAIR and order is None:
        return None
    query = select(WorkOrder).where(WorkOrder.asset_id == asset_id, WorkOrder.kind == kind, WorkOrder.state.in_(OPEN_ORDERS))
    if order is not None:
        query = query.where(WorkOrder.id == order)
    found = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if found is None and order is not None:
        raise NotFound()
    return found


def locked_order(session: Session, actor: Actor, order_id: int, now: datetime) -> tuple[Catalogue, AssetCard, WorkOrder]:
    """An order that is under way, under the lock of its asset. Raises NotFound."""
    known = catalogue(session)
    order = session.get(WorkOrder, order_id)
    if order is None:
        raise NotFound()
    asset = looked_after(known, actor, "upkeep.plan", order.asset_id, now)
    ledger.turn(session, asset.leaves, [], now)
    session.refresh(order)
    if order.state not in OPEN_ORDERS:
        raise NotFound()
    return known, asset, order


def end_order(
    session: Session,
    known: Catalogue,
    asset: AssetCard,
    order: WorkOrder,
    state: str,
    now: datetime,
    on: date | None = None,
    by: int | None = None,
) -> list[str]:
    """Give back what an order still holds, and end it with its task; what was really taken stays on record. `on` is the day on which it
    was done, `by` the account that says so.

    Returns the feeds that changed.
    """
    session.execute(update(WorkOrder).where(WorkOrder.id == order.id).values(state=state, settled_at=now, done_on=on))
    ledger.release(session, f"order:{order.id}", after=now if state == "done" else None)
    make_room(session, known, asset, now)
    return end_work(session, order.task_id, "done" if state == "done" else "cancelled", now, by) if order.task_id else []


def room(session: Session, known: Catalogue, asset: AssetCard, time: Period, holder: str, now: datetime) -> None:
    """Raises Taken unless all units of an asset are free during a time, what its own breakdowns take left aside."""
    own = [f"fact:{fact}" for fact in session.scalars(_making_room(asset.id))]
    rows = taken(session, time, now, list(asset.leaves), [holder, *own])
    if free_of(session, asset, known.assets, rows, time) < asset.units:
        raise Taken("upkeep_taken", field="from_time")


def make_room(session: Session, known: Catalogue, asset: AssetCard, now: datetime) -> None:
    """Lay what a breakdown takes around the work that is planned."""
    lasting = _making_room(asset.id).where(Fact.ended_at.is_(None))
    for fact in session.scalars(select(Fact).where(Fact.id.in_(lasting)).order_by(Fact.id)).all():
        place(session, known, fact, now)


def _making_room(asset_id: int) -> Select[tuple[int]]:
    return select(Fact.id).where(Fact.asset_id == asset_id, Fact.kind.in_(MAKES_ROOM))


def _write(session: Session, actor: Actor, asset: AssetCard, kind: Upkeep, now: datetime) -> int:
    row = {"asset_id": asset.id, "kind": str(kind), "state": "proposed", "account_id": actor.account_id, "created_at": now}
    return add(session, WorkOrder, **row)


def _noted(before: str, more: str) -> str:
    return "\n".join(filter(None, (before, more.strip())))
