"""A change that waits for an answer keeps how it would travel and who would handle it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a change that was asked before keeps what its line says."""
    op.add_column("amendment", sa.Column("way", Json, nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("amendment", "way")
