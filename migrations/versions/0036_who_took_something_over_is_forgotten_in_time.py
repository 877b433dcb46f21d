"""Who took something over is forgotten in time: the guard lets a name be emptied (models/guard.py), and those that are left are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0034"
branch_labels = None
depends_on = None

NAMED = sa.text("person <> ''")


def upgrade() -> None:
    """The records that still hold a name, by when they were made."""
    op.create_index("ix_handover_record_at", "handover_record", ["at"], sqlite_where=NAMED, postgresql_where=NAMED)


def downgrade() -> None:
    """Only the index goes; a name that is forgotten stays so."""
    op.drop_index("ix_handover_record_at", "handover_record")
