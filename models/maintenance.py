"""Upkeep of assets: what comes back every so many months, and each time that it is to be done."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import Upkeep
from models.base import Base, Code, Dated, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

ORDER_STATES = ("proposed", "planned", "done", "cancelled")
OPEN_ORDERS = ("proposed", "planned")
ONE_AT_A_TIME = text(f"state IN {OPEN_ORDERS} AND kind <> 'repair'")
UNDER_WAY = text(f"state IN {OPEN_ORDERS}")


class MaintenancePlan(Dated, Base):
    """What an asset needs every so many months: an inspection by an outside body, or maintenance; `minutes` of work, to be arranged
    `lead_days` ahead. A plan is succeeded and never overwritten; of several that hold on a day the latest counts.
    """

    __tablename__ = "maintenance_plan"
    __table_args__ = (
        CheckConstraint("kind IN ('inspection', 'maintenance')", name="kind_known"),
        CheckConstraint("every_months BETWEEN 1 AND 120", name="every_months_range"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
        CheckConstraint("lead_days >= 0", name="lead_days_not_negative"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    kind: Mapped[Code]
    every_months: Mapped[int]
    body: Mapped[Name] = mapped_column(default="")
    minutes: Mapped[int]
    lead_days: Mapped[int]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    recorded_at: Mapped[Moment]
    succeeds_id: Mapped[int | None] = points_to("maintenance_plan", indexed=False)


class WorkOrder(Base):
    """One inspection, maintenance or repair of an asset: proposed until somebody picks a time, then planned (a promise in the ledger held
    by `order:<id>`, and a task), then done or cancelled. An asset has one inspection and one maintenance under way at most.
    """

    __tablename__ = "work_order"
    __table_args__ = (
        one_of("kind", Upkeep),
        one_of("state", ORDER_STATES),
        CheckConstraint("(starts_at IS NULL) = (ends_at IS NULL)", name="time_whole"),
        CheckConstraint("starts_at < ends_at", name="time_ordered"),
        CheckConstraint("state <> 'planned' OR starts_at IS NOT NULL", name="planned_has_time"),
        CheckConstraint("(state IN ('done', 'cancelled')) = (settled_at IS NOT NULL)", name="settled_known"),
        Index("uq_work_order_under_way", "asset_id", "kind", unique=True, sqlite_where=ONE_AT_A_TIME, postgresql_where=ONE_AT_A_TIME),
        Index("ix_work_order_asset_id", "asset_id", "kind", "state"),
        Index("ix_work_order_starts_at", "starts_at", sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    kind: Mapped[Code]
    state: Mapped[Code]
    due_on: Mapped[date | None]
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    body: Mapped[Name] = mapped_column(default="")
    note: Mapped[Prose] = mapped_column(default="")
    task_id: Mapped[int | None] = points_to("task", indexed=False)
    asked_by_id: Mapped[int | None] = points_to("inspection", indexed=False)
    done_on: Mapped[date | None]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    created_at: Mapped[Moment]
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
