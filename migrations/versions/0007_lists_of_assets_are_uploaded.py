"""Lists of assets are uploaded, looked at and carried out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "catalogue_import",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("outcome", Json, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("moved_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('read', 'waiting', 'running', 'done', 'failed')", name=op.f("ck_catalogue_import_state_known")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_catalogue_import_account_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_catalogue_import_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_import")),
    )
    op.create_index("ix_catalogue_import_authority_id", "catalogue_import", ["authority_id", "created_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_catalogue_import_authority_id", "catalogue_import")
    op.drop_table("catalogue_import")
