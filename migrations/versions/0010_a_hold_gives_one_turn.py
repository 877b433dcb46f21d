"""Who holds a basket without an account gets one turn per asset, and then it is others' turn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create `hold_turn`."""
    op.create_table(
        "hold_turn",
        sa.Column("id", KEY, nullable=False),
        sa.Column("network_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_hold_turn_asset_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_turn")),
        sa.UniqueConstraint("network_hash", "asset_id", name=op.f("uq_hold_turn_network_hash_asset_id")),
    )
    op.create_index(op.f("ix_hold_turn_asset_id_started_at"), "hold_turn", ["asset_id", "started_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("hold_turn")
