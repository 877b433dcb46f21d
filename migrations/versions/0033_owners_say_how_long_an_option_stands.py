"""An owner says how long an option stands and until when it must have become a request; a borrower chooses by telephone too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two answers of a rule, and who said by telephone which way out it takes; empty for who chose itself."""
    with op.batch_alter_table("lending_rule") as rule:
        rule.add_column(sa.Column("option_days", sa.Integer(), nullable=True))
        rule.add_column(sa.Column("option_days_before", sa.Integer(), nullable=True))
    with op.batch_alter_table("conflict_offer") as offer:
        offer.add_column(sa.Column("told_by", sa.String(200), nullable=False, server_default=""))


def downgrade() -> None:
    """As before."""
    with op.batch_alter_table("conflict_offer") as offer:
        offer.drop_column("told_by")
    with op.batch_alter_table("lending_rule") as rule:
        rule.drop_column("option_days_before")
        rule.drop_column("option_days")
