"""An invitation keeps the days of the role that it offers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two days; an invitation of before begins when it is taken up, without end."""
    op.add_column("invitation", sa.Column("valid_from", sa.Date(), nullable=True))
    op.add_column("invitation", sa.Column("valid_until", sa.Date(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("invitation", "valid_until")
    op.drop_column("invitation", "valid_from")
