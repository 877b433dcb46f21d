"""A regulation is tried on the reservations of a past period: the question, how far it is, and the answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = "'waiting', 'running', 'done', 'failed', 'cancelled'"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "simulation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("regulation_id", sa.BigInteger(), nullable=False),
        sa.Column("against_id", sa.BigInteger(), nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("outcome", Json, nullable=True),
        sa.Column("dossiers", Json, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("moved_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_simulation_state_known")),
        sa.CheckConstraint("first <= last", name=op.f("ck_simulation_period_ordered")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_simulation_account_id")),
        sa.ForeignKeyConstraint(["against_id"], ["regulation.id"], name=op.f("fk_simulation_against_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_simulation_authority_id")),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_simulation_regulation_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_simulation")),
    )
    op.create_index("ix_simulation_authority_id", "simulation", ["authority_id", "created_at"])
    op.create_index("ix_simulation_regulation_id", "simulation", ["regulation_id"])
    op.create_index("ix_simulation_against_id", "simulation", ["against_id"])


def downgrade() -> None:
    """Drop it."""
    for index in ("ix_simulation_against_id", "ix_simulation_regulation_id", "ix_simulation_authority_id"):
        op.drop_index(index, "simulation")
    op.drop_table("simulation")
