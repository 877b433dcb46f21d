"""What PostgreSQL packs because it is long is packed by the quicker of its two ways: a request spent a tenth of its time packing.

The guard is installed anew after this, as after every migration: tokens count among what people may, and a divided asset is seen in the
same glance as its units.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

LONG = (("decision", "findings"), ("idempotency_key", "body"), ("outbox", "payload"), ("quote_basis", "parts"))


def upgrade() -> None:
    """Only where the server was built with it; what stands is read whichever way it was packed."""
    if _knows("lz4"):
        _pack("lz4")


def downgrade() -> None:
    """As the server is used to."""
    if _knows("lz4"):
        _pack("default")


def _knows(way: str) -> bool:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return False
    known = sa.text("SELECT :way = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'")
    return bool(connection.scalar(known, {"way": way}))


def _pack(way: str) -> None:
    for table, column in LONG:
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET COMPRESSION {way}")
