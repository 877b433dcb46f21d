"""Other owners of an asset count once all that it concerns have agreed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = sa.text("settled_at IS NULL")


def upgrade() -> None:
    """Create `owners_proposal`."""
    op.create_table(
        "owners_proposal",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("wanted", Json, nullable=False),
        sa.Column("agreed", Json, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.CheckConstraint("outcome IN ('in_force', 'taken_back')", name=op.f("ck_owners_proposal_outcome_known")),
        sa.CheckConstraint("(outcome IS NULL) = (settled_at IS NULL)", name=op.f("ck_owners_proposal_settled_whole")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_owners_proposal_asset_id")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_owners_proposal_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owners_proposal")),
    )
    op.create_index(
        "uq_owners_proposal_waiting", "owners_proposal", ["asset_id"], unique=True, sqlite_where=WAITING, postgresql_where=WAITING
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("owners_proposal")
