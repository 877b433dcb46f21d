"""The rules of an owner are dated and succeed one another; amounts have a unit, and there are windows, blackouts and recognitions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

RENAMED = {"notice_days": "notice", "horizon_days": "horizon", "shortest_hours": "shortest", "longest_days": "longest", "quota_times": "quota"}
LEADS, DURATIONS = "'days', 'working_days', 'weeks', 'months'", "'hours', 'days'"
UNITS = {
    "notice_unit": ("days", LEADS),
    "horizon_unit": ("days", LEADS),
    "priority_unit": ("months", LEADS),
    "shortest_unit": ("hours", DURATIONS),
    "longest_unit": ("days", DURATIONS),
    "quota_unit": ("times", "'times', 'days', 'units'"),
}
CATEGORIES = "'any', 'youth', 'culture', 'sport', 'school', 'welfare', 'seniors', 'neighbourhood', 'environment'"
AMOUNTS = ("notice", "horizon", "priority", "shortest", "longest", "most_units", "quota")
CHECKS = {
    "recognition_known": f"recognition IN ({CATEGORIES})",
    **{f"{column}_known": f"{column} IN ({words})" for column, (_, words) in UNITS.items()},
    "amounts_not_negative": " AND ".join(f"({name} IS NULL OR {name} >= 0)" for name in AMOUNTS),
    "blackout_whole": "(blackout_from IS NULL) = (blackout_until IS NULL)",
    "blackout_ordered": "blackout_from <= blackout_until",
}
TIES = ("succeeds_id", "counts_with_id")


def upgrade() -> None:
    """What an owner decided so far keeps its meaning: days stay days, and it holds without a first day."""
    with op.batch_alter_table("lending_rule") as rule:
        for old, new in RENAMED.items():
            rule.alter_column(old, new_column_name=new)
    with op.batch_alter_table("lending_rule") as rule:
        for column in _columns():
            rule.add_column(column)
        for name in TIES:
            rule.create_foreign_key(op.f(f"fk_lending_rule_{name}"), "lending_rule", [name], ["id"])
        for name, condition in CHECKS.items():
            rule.create_check_constraint(op.f(f"ck_lending_rule_{name}"), condition)
    with op.batch_alter_table("lending_rule") as rule:
        for name in [*UNITS, "blackout_yearly", "blackout_reason"]:
            rule.alter_column(name, server_default=None)


def downgrade() -> None:
    """Drop what an older house cannot say; its amounts are read as days, hours and times again."""
    with op.batch_alter_table("lending_rule") as rule:
        for name in CHECKS:
            rule.drop_constraint(op.f(f"ck_lending_rule_{name}"), type_="check")
        for name in TIES:
            rule.drop_constraint(op.f(f"fk_lending_rule_{name}"), type_="foreignkey")
    with op.batch_alter_table("lending_rule") as rule:
        for column in _columns():
            rule.drop_column(column.name)
        for old, new in RENAMED.items():
            rule.alter_column(new, new_column_name=old)


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("recognition", sa.String(length=40), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in TIES),
        sa.Column("onward", sa.Boolean(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(length=40), nullable=False, server_default=first) for name, (first, _) in UNITS.items()),
        sa.Column("blackout_from", sa.Date(), nullable=True),
        sa.Column("blackout_until", sa.Date(), nullable=True),
        sa.Column("blackout_yearly", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("blackout_reason", sa.String(length=200), nullable=False, server_default=""),
        sa.Column("spared", Json, nullable=True),
    ]
