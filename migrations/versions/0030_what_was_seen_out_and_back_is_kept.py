"""What is looked at when something goes out and comes back, and what was seen of it, is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime
from models.given_once import number_once

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create `checklist_item`, `handover_record` and `handover_item`."""
    _create_checklists()
    _create_records()
    _create_items()


def downgrade() -> None:
    """Drop them; the photographs stay where they are."""
    for table in ("handover_item", "handover_record", "checklist_item"):
        op.drop_table(table)


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _create_checklists() -> None:
    op.create_table(
        "checklist_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("category_id", sa.BigInteger()),
        sa.Column("asset_id", sa.BigInteger()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("value_cents", sa.BigInteger()),
        sa.CheckConstraint("kind IN ('condition', 'accessory')", name=op.f("ck_checklist_item_kind_known")),
        sa.CheckConstraint("(category_id IS NULL) <> (asset_id IS NULL)", name=op.f("ck_checklist_item_category_or_asset")),
        sa.CheckConstraint("units > 0", name=op.f("ck_checklist_item_units_positive")),
        sa.CheckConstraint("value_cents >= 0", name=op.f("ck_checklist_item_value_not_negative")),
        _to("checklist_item", "authority_id", "authority"),
        _to("checklist_item", "category_id", "category"),
        _to("checklist_item", "asset_id", "asset"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_item")),
    )
    op.create_index("ix_checklist_item_authority_id", "checklist_item", ["authority_id", "category_id", "asset_id"])
    number_once(op.get_bind(), "checklist_item")


def _create_records() -> None:
    op.create_table(
        "handover_record",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("way", sa.String(40), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("units_missing", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("operator_seen", sa.Boolean(), nullable=False),
        sa.Column("driver_seen", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("once", sa.String(64)),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("account_id", sa.BigInteger()),
        sa.Column("free_from", UtcDateTime()),
        sa.Column("order_id", sa.BigInteger()),
        sa.Column("fact_id", sa.BigInteger()),
        sa.CheckConstraint("way IN ('out', 'back')", name=op.f("ck_handover_record_way_known")),
        sa.CheckConstraint(
            "units >= 0 AND units_missing >= 0 AND units + units_missing > 0", name=op.f("ck_handover_record_units_counted")
        ),
        _to("handover_record", "line_id", "line"),
        _to("handover_record", "account_id", "account"),
        _to("handover_record", "order_id", "work_order"),
        _to("handover_record", "fact_id", "fact"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_record")),
        sa.UniqueConstraint("line_id", "once", name=op.f("uq_handover_record_line_id_once")),
    )


def _create_items() -> None:
    op.create_table(
        "handover_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer()),
        sa.Column("fine", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("estimate", sa.BigInteger(), nullable=False),
        sa.Column("asset_id", sa.BigInteger()),
        sa.CheckConstraint("kind IN ('condition', 'accessory', 'part')", name=op.f("ck_handover_item_kind_known")),
        sa.CheckConstraint("expected >= 0 AND counted >= 0 AND estimate >= 0", name=op.f("ck_handover_item_counts_not_negative")),
        _to("handover_item", "record_id", "handover_record"),
        _to("handover_item", "asset_id", "asset"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_item")),
        sa.UniqueConstraint("record_id", "position", name=op.f("uq_handover_item_record_id_position")),
    )
