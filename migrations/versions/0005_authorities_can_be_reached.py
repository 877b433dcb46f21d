"""Authorities have an address, a telephone number, a website and the language they write in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("authority") as authority:
        authority.add_column(sa.Column("address", sa.String(200), nullable=False, server_default=""))
        authority.add_column(sa.Column("phone", sa.String(40), nullable=True))
        authority.add_column(sa.Column("website", sa.String(200), nullable=True))
        authority.add_column(sa.Column("language", sa.String(2), nullable=False, server_default="nl"))
    with op.batch_alter_table("authority") as authority:  # apart: SQLite would drop the defaults before it copies the rows
        authority.alter_column("address", server_default=None)
        authority.alter_column("language", server_default=None)


def downgrade() -> None:
    """Take them away."""
    with op.batch_alter_table("authority") as authority:
        for name in ("language", "website", "phone", "address"):
            authority.drop_column(name)
