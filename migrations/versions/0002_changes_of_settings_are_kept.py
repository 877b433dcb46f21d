"""Changes of settings are kept, with what was there before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "change",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("authority_id", KEY, nullable=True),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("before", Json, nullable=True),
        sa.Column("after", Json, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_change_account_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_change_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("noun", "subject_id", "version", name=op.f("uq_change_noun_subject_id_version")),
    )
    op.create_index("ix_change_authority_id_at", "change", ["authority_id", "at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_change_authority_id_at", "change")
    op.drop_table("change")
