"""Work has a window, a place and what it needs; crews and vehicles are told apart, and a task may be made by hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KINDS = ("prepare", "deliver", "hand_out", "collect", "take_back", "open_hall", "close_hall", "clean", "inspect", "maintain", "repair")
NEW_KINDS = (
    "load", "set_up", "inspect_setup", "instruct", "key_out", "heating", "hall_guard", "key_in", "take_down", "check", "empty", "refuel",
    "other",
)  # fmt: skip
PLACES, VEHICLES = ("depot", "site", "hall"), ("van", "towing", "flatbed", "truck", "crane", "tractor")
HAS_CREW, HAS_VEHICLE = sa.text("crew_id IS NOT NULL"), sa.text("vehicle_id IS NOT NULL")
MINUTES = {"sqlite": "(ends_at - starts_at) / 60", "postgresql": "EXTRACT(EPOCH FROM ends_at - starts_at) / 60"}
POINTS = {"crew_id": "crew", "vehicle_id": "vehicle", "created_by_id": "account", "started_by_id": "account", "done_by_id": "account"}
NEW = ("window_start", "window_end", "minutes", "people", "vehicle_kind", "place_kind", "note", "started_at", "done_at", *POINTS)
CHECKS = {
    "place_kind_known": f"place_kind IN {PLACES}", "vehicle_kind_known": f"vehicle_kind IN {VEHICLES}",
    "time_within_window": "window_start <= starts_at AND ends_at <= window_end", "minutes_positive": "minutes > 0",
    "people_positive": "people > 0", "done_has_moment": "state <> 'done' OR done_at IS NOT NULL",
}  # fmt: skip


def upgrade() -> None:
    """Create `crew` and `vehicle`; every task that is there has its time as its window, and what was done was done when it changed last."""
    _crews()
    _vehicles()
    with op.batch_alter_table("task_plan") as plan:
        plan.add_column(sa.Column("people", sa.Integer(), nullable=False, server_default="1"))
        plan.add_column(sa.Column("vehicle_kind", sa.String(40), nullable=True))
        plan.create_check_constraint(op.f("ck_task_plan_people_positive"), "people > 0")
        plan.create_check_constraint(op.f("ck_task_plan_vehicle_kind_known"), f"vehicle_kind IN {VEHICLES}")
    for table in ("task", "task_plan"):
        _allow(table, (*KINDS, *NEW_KINDS))
    _columns()
    _fill()
    with op.batch_alter_table("task") as task:
        for name in ("window_start", "window_end", "minutes"):
            task.alter_column(name, nullable=False)
        for name, target in POINTS.items():
            task.create_foreign_key(op.f(f"fk_task_{name}"), target, [name], ["id"])
        for name, condition in CHECKS.items():
            task.create_check_constraint(op.f(f"ck_task_{name}"), condition)
    for name, where in (("crew_id", HAS_CREW), ("vehicle_id", HAS_VEHICLE)):
        op.create_index(f"ix_task_{name}", "task", [name, "starts_at"], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Drop them; work without an asset, or of a kind that had no word, goes."""
    known = f"kind IN {KINDS}"
    op.execute("DELETE FROM task WHERE asset_id IS NULL")
    op.execute(f"DELETE FROM task WHERE NOT ({known}) AND id NOT IN (SELECT task_id FROM work_order WHERE task_id IS NOT NULL)")  # noqa: S608
    op.execute(f"DELETE FROM task_plan WHERE NOT ({known})")  # noqa: S608 - our own words
    for name in ("crew_id", "vehicle_id"):
        op.drop_index(f"ix_task_{name}", "task")
    with op.batch_alter_table("task") as task:
        for name in CHECKS:
            task.drop_constraint(op.f(f"ck_task_{name}"), type_="check")
        for name in POINTS:
            task.drop_constraint(op.f(f"fk_task_{name}"), type_="foreignkey")
        for name in NEW:
            task.drop_column(name)
        task.alter_column("asset_id", existing_type=sa.BigInteger(), nullable=False)
    for table in ("task", "task_plan"):
        _allow(table, KINDS)
    with op.batch_alter_table("task_plan") as plan:
        for name in ("people_positive", "vehicle_kind_known"):
            plan.drop_constraint(op.f(f"ck_task_plan_{name}"), type_="check")
        for name in ("people", "vehicle_kind"):
            plan.drop_column(name)
    for table in ("vehicle", "crew"):
        op.drop_table(table)


def _columns() -> None:
    with op.batch_alter_table("task") as task:
        task.alter_column("asset_id", existing_type=sa.BigInteger(), nullable=True)
        for name in ("window_start", "window_end", "started_at", "done_at"):
            task.add_column(sa.Column(name, UtcDateTime(), nullable=True))
        task.add_column(sa.Column("minutes", sa.Integer(), nullable=True))
        task.add_column(sa.Column("people", sa.Integer(), nullable=False, server_default="1"))
        task.add_column(sa.Column("vehicle_kind", sa.String(40), nullable=True))
        task.add_column(sa.Column("place_kind", sa.String(40), nullable=False, server_default="depot"))
        task.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
        for name in POINTS:
            task.add_column(sa.Column(name, sa.BigInteger(), nullable=True))


def _fill() -> None:
    """The defaults stay in the database for these columns, so that a row written by hand is whole."""
    minutes = MINUTES[op.get_bind().dialect.name]
    op.execute(f"UPDATE task SET window_start = starts_at, window_end = ends_at, minutes = {minutes}")  # noqa: S608 - our own words
    op.execute("UPDATE task SET minutes = 1 WHERE minutes < 1")
    op.execute("UPDATE task SET done_at = changed_at WHERE state = 'done'")
    op.execute("UPDATE task SET place_kind = 'site' WHERE kind IN ('deliver', 'collect')")
    op.execute("UPDATE task SET place_kind = 'hall' WHERE kind IN ('open_hall', 'close_hall')")


def _allow(table: str, words: tuple[str, ...]) -> None:
    name = op.f(f"ck_{table}_kind_known")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, f"kind IN {words}")


def _points(table: str) -> list[sa.ForeignKeyConstraint]:
    return [sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=op.f(f"fk_{table}_{to}_id")) for to in ("authority", "depot")]


def _crews() -> None:
    op.create_table(
        "crew",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("depot_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("phone", sa.String(200), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint("people > 0", name=op.f("ck_crew_people_positive")),
        *_points("crew"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crew")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_crew_authority_id_name")),
    )
    op.create_index("ix_crew_depot_id", "crew", ["depot_id"])


def _vehicles() -> None:
    op.create_table(
        "vehicle",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("depot_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("plate", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint(f"kind IN {VEHICLES}", name=op.f("ck_vehicle_kind_known")),
        *_points("vehicle"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        sa.UniqueConstraint("authority_id", "name", name=op.f("uq_vehicle_authority_id_name")),
    )
    op.create_index("ix_vehicle_depot_id", "vehicle", ["depot_id"])
