"""Features, own fields, work and photographs belong to an asset."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FEATURES = (
    "'seats', 'standing', 'surface', 'length', 'width', 'height', 'reach', 'power', 'load', 'accessible', 'heated', 'kitchen', 'toilets', "
    "'projector', 'sound', 'wifi', 'stage', 'parking', 'braked'"
)
TASKS = "'prepare', 'deliver', 'hand_out', 'collect', 'take_back', 'open_hall', 'close_hall', 'clean', 'inspect'"


def of_asset() -> list[sa.schema.SchemaItem]:
    """The columns that every one of these tables begins with."""
    return [sa.Column("id", KEY, primary_key=True), sa.Column("asset_id", KEY, sa.ForeignKey("asset.id"), nullable=False)]


def upgrade() -> None:
    """Create the five tables."""
    op.create_table(
        "asset_feature",
        *of_asset(),
        sa.Column("feature", sa.String(40), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.CheckConstraint(f"feature IN ({FEATURES})", name=op.f("ck_asset_feature_feature_known")),
        sa.UniqueConstraint("asset_id", "feature", name=op.f("uq_asset_feature_asset_id_feature")),
    )
    op.create_table(
        "task_plan",
        *of_asset(),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"kind IN ({TASKS})", name=op.f("ck_task_plan_kind_known")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_task_plan_minutes_positive")),
        sa.UniqueConstraint("asset_id", "kind", name=op.f("uq_task_plan_asset_id_kind")),
    )
    op.create_table(
        "custom_field",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("authority_id", KEY, sa.ForeignKey("authority.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("choices", Json, nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('text', 'number', 'yes_no', 'choice', 'date')", name=op.f("ck_custom_field_kind_known")),
        sa.UniqueConstraint("authority_id", "label", name=op.f("uq_custom_field_authority_id_label")),
    )
    op.create_table(
        "custom_value",
        *of_asset(),
        sa.Column("field_id", KEY, sa.ForeignKey("custom_field.id"), nullable=False),
        sa.Column("value", sa.String(200), nullable=False),
        sa.UniqueConstraint("asset_id", "field_id", name=op.f("uq_custom_value_asset_id_field_id")),
    )
    op.create_index("ix_custom_value_field_id", "custom_value", ["field_id"])
    op.create_table(
        "photograph",
        *of_asset(),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(200), nullable=False),
        sa.Column("file", sa.String(64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("uploaded_at", UtcDateTime(), nullable=False),
        sa.Column("account_id", KEY, sa.ForeignKey("account.id"), nullable=True),
    )
    op.create_index("ix_photograph_asset_id", "photograph", ["asset_id", "position"])


def downgrade() -> None:
    """Drop them."""
    for name in ("photograph", "custom_value", "custom_field", "task_plan", "asset_feature"):
        op.drop_table(name)
