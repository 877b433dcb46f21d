"""Regulations begin as drafts and succeed one another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table of drafts; a regulation says which one it succeeds, and has no first day before it is published."""
    op.create_table(
        "regulation_draft",
        sa.Column("regulation_id", KEY, nullable=False),
        sa.Column("plain", Json, nullable=False),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_regulation_draft_regulation_id")),
        sa.PrimaryKeyConstraint("regulation_id", name=op.f("pk_regulation_draft")),
    )
    with op.batch_alter_table("regulation") as regulation:
        regulation.alter_column("valid_from", existing_type=sa.Date(), nullable=True)
        regulation.add_column(sa.Column("succeeds_id", KEY, nullable=True))
        regulation.create_foreign_key(op.f("fk_regulation_succeeds_id"), "regulation", ["succeeds_id"], ["id"])
        regulation.create_check_constraint(op.f("ck_regulation_dated"), "state IN ('draft', 'proven') OR valid_from IS NOT NULL")


def downgrade() -> None:
    """Drop them; what was never published goes with its table."""
    op.drop_table("regulation_draft")
    op.execute("DELETE FROM regulation WHERE state IN ('draft', 'proven')")
    with op.batch_alter_table("regulation") as regulation:
        regulation.drop_constraint(op.f("ck_regulation_dated"), type_="check")
        regulation.drop_constraint(op.f("fk_regulation_succeeds_id"), type_="foreignkey")
        regulation.drop_column("succeeds_id")
        regulation.alter_column("valid_from", existing_type=sa.Date(), nullable=False)
