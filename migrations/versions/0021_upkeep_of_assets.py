"""Upkeep of assets is planned, recorded and proposed; who is hit by what happened is offered a way out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNDER_WAY = sa.text("state IN ('proposed', 'planned')")
ONE_AT_A_TIME = sa.text("state IN ('proposed', 'planned') AND kind <> 'repair'")
OCCUPIED = ("request", "option", "firm", "maintenance", "closure", "breakdown", "overdue", "imported", "lost")
TASKS = ("prepare", "deliver", "hand_out", "collect", "take_back", "open_hall", "close_hall", "clean", "inspect")
WORDS = {  # table and column: what it could hold, and what it can hold besides
    ("inspection", "verdict"): (("passed", "failed"), ("passed_with_remarks",)),
    ("occupancy", "kind"): (OCCUPIED, ("uninspected",)),
    ("fact", "kind"): (OCCUPIED[4:], ("uninspected",)),
    ("task", "kind"): (TASKS, ("maintain", "repair")),
    ("task_plan", "kind"): (TASKS, ("maintain", "repair")),
}


def upgrade() -> None:
    """New words, what an inspection rests on, and the tables of plans, work orders and offers."""
    for (table, column), (old, new) in WORDS.items():
        _allow(table, column, (*old, *new))
    with op.batch_alter_table("inspection") as inspection:
        inspection.add_column(sa.Column("reason", sa.String(200), nullable=False, server_default=""))
        inspection.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        inspection.add_column(sa.Column("recorded_at", UtcDateTime(), nullable=True))
        inspection.add_column(sa.Column("succeeds_id", sa.BigInteger(), nullable=True))
        inspection.create_foreign_key(op.f("fk_inspection_account_id"), "account", ["account_id"], ["id"])
        inspection.create_foreign_key(op.f("fk_inspection_succeeds_id"), "inspection", ["succeeds_id"], ["id"])
    _plans()
    _orders()
    _offers()


def downgrade() -> None:
    """Drop them; what only the new words could say is said with the old ones."""
    for table in ("conflict_offer", "work_order", "maintenance_plan"):
        op.drop_table(table)
    with op.batch_alter_table("inspection") as inspection:
        for name in ("account_id", "succeeds_id"):
            inspection.drop_constraint(op.f(f"fk_inspection_{name}"), type_="foreignkey")
        for name in ("reason", "account_id", "recorded_at", "succeeds_id"):
            inspection.drop_column(name)
    op.execute("UPDATE inspection SET verdict = 'passed' WHERE verdict = 'passed_with_remarks'")
    for table in ("occupancy", "fact"):
        op.execute(f"UPDATE {table} SET kind = 'breakdown' WHERE kind = 'uninspected'")  # noqa: S608 - our own names
    for table in ("task", "task_plan"):
        op.execute(f"UPDATE {table} SET kind = 'inspect' WHERE kind IN ('maintain', 'repair')")  # noqa: S608 - our own names
    for (table, column), (old, _) in WORDS.items():
        _allow(table, column, old)


def _allow(table: str, column: str, words: tuple[str, ...]) -> None:
    name = op.f(f"ck_{table}_{column}_known")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, f"{column} IN ({', '.join(repr(word) for word in words)})")


def _points(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}")) for name, to in columns.items()]


def _plans() -> None:
    op.create_table(
        "maintenance_plan",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("every_months", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("succeeds_id", sa.BigInteger(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('inspection', 'maintenance')", name=op.f("ck_maintenance_plan_kind_known")),
        sa.CheckConstraint("every_months BETWEEN 1 AND 120", name=op.f("ck_maintenance_plan_every_months_range")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_maintenance_plan_minutes_positive")),
        sa.CheckConstraint("lead_days >= 0", name=op.f("ck_maintenance_plan_lead_days_not_negative")),
        *_points("maintenance_plan", asset_id="asset", account_id="account", succeeds_id="maintenance_plan"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maintenance_plan")),
    )
    op.create_index("ix_maintenance_plan_asset_id", "maintenance_plan", ["asset_id"])


def _orders() -> None:
    op.create_table(
        "work_order",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("starts_at", UtcDateTime(), nullable=True),
        sa.Column("ends_at", UtcDateTime(), nullable=True),
        sa.Column("body", sa.String(200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("task_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_by_id", sa.BigInteger(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("reminded_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('inspection', 'maintenance', 'repair')", name=op.f("ck_work_order_kind_known")),
        sa.CheckConstraint("state IN ('proposed', 'planned', 'done', 'cancelled')", name=op.f("ck_work_order_state_known")),
        sa.CheckConstraint("(starts_at IS NULL) = (ends_at IS NULL)", name=op.f("ck_work_order_time_whole")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_work_order_time_ordered")),
        sa.CheckConstraint("state <> 'planned' OR starts_at IS NOT NULL", name=op.f("ck_work_order_planned_has_time")),
        sa.CheckConstraint("(state IN ('done', 'cancelled')) = (settled_at IS NOT NULL)", name=op.f("ck_work_order_settled_known")),
        *_points("work_order", asset_id="asset", task_id="task", asked_by_id="inspection", account_id="account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_order")),
    )
    only = {"sqlite_where": ONE_AT_A_TIME, "postgresql_where": ONE_AT_A_TIME}
    op.create_index("uq_work_order_under_way", "work_order", ["asset_id", "kind"], unique=True, **only)
    op.create_index("ix_work_order_asset_id", "work_order", ["asset_id", "kind", "state"])
    op.create_index("ix_work_order_starts_at", "work_order", ["starts_at"], sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY)


def _offers() -> None:
    op.create_table(
        "conflict_offer",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conflict_id", sa.BigInteger(), nullable=False),
        sa.Column("way", sa.String(40), nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=True),
        sa.Column("use_start", UtcDateTime(), nullable=True),
        sa.Column("use_end", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("offered_at", UtcDateTime(), nullable=False),
        sa.Column("offered_by_id", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("answered_by_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("way IN ('asset', 'date', 'cancel')", name=op.f("ck_conflict_offer_way_known")),
        sa.CheckConstraint("state IN ('offered', 'chosen', 'withdrawn')", name=op.f("ck_conflict_offer_state_known")),
        sa.CheckConstraint("(way = 'asset') = (asset_id IS NOT NULL)", name=op.f("ck_conflict_offer_asset_of_way")),
        sa.CheckConstraint("(way = 'date') = (use_start IS NOT NULL)", name=op.f("ck_conflict_offer_use_of_way")),
        sa.CheckConstraint("(use_start IS NULL) = (use_end IS NULL)", name=op.f("ck_conflict_offer_use_whole")),
        sa.CheckConstraint("use_start < use_end", name=op.f("ck_conflict_offer_use_ordered")),
        *_points(
            "conflict_offer", conflict_id="conflict", asset_id="asset", line_id="line", offered_by_id="account", answered_by_id="account"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_offer")),
    )
    op.create_index("ix_conflict_offer_conflict_id", "conflict_offer", ["conflict_id"])
