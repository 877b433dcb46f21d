"""How many hours ahead an owner recalls what it lends is part of the agreement, like its other terms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
POSSIBLE = "ck_agreement_recall_possible"
HOURS = "SELECT hours FROM recall_notice WHERE recall_notice.agreement_id = agreement.id"


def upgrade() -> None:
    """Move it there."""
    with op.batch_alter_table("agreement") as agreement:
        agreement.add_column(sa.Column("recall_hours", sa.Integer(), nullable=True))
        agreement.create_check_constraint(op.f(POSSIBLE), "recall_hours BETWEEN 0 AND 2160")
    op.execute(f"UPDATE agreement SET recall_hours = ({HOURS})")  # noqa: S608 - our own words
    op.drop_table("recall_notice")


def downgrade() -> None:
    """Move it back."""
    op.create_table(
        "recall_notice",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.UniqueConstraint("agreement_id", name=op.f("uq_recall_notice_agreement_id")),
        sa.CheckConstraint("hours BETWEEN 0 AND 2160", name=op.f("ck_recall_notice_hours_possible")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_recall_notice_agreement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recall_notice")),
    )
    op.execute("INSERT INTO recall_notice (agreement_id, hours) SELECT id, recall_hours FROM agreement WHERE recall_hours IS NOT NULL")
    with op.batch_alter_table("agreement") as agreement:
        agreement.drop_constraint(op.f(POSSIBLE), type_="check")
        agreement.drop_column("recall_hours")
