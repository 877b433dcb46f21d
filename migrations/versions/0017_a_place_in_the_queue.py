"""Who wants what is taken waits in a queue."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
QUEUED = sa.text("state IN ('waiting', 'offered')")
STATES = "'waiting', 'offered', 'taken', 'withdrawn', 'lapsed', 'over'"
PURPOSES = "'event', 'meeting', 'party', 'sport', 'school', 'works', 'private', 'commercial'"
POINTS_TO = {
    "borrower_id": "borrower", "account_id": "account", "asset_id": "asset", "operator_id": "person", "driver_id": "person",
    "place_authority_id": "authority", "reservation_id": "reservation",
}  # fmt: skip
CHECKS = {
    "state_known": f"state IN ({STATES})",
    "handover_known": "handover IN ('pickup', 'delivery')",
    "purpose_known": f"purpose IN ({PURPOSES})",
    "units_positive": "units > 0",
    "use_ordered": "use_start < use_end",
    "offer_ends": "(state = 'offered') = (offer_until IS NOT NULL)",
    "offer_holds": "(offer_until IS NULL) = (blocked_start IS NULL)",
    "blocked_whole": "(blocked_start IS NULL) = (blocked_end IS NULL)",
    "taken_whole": "(state = 'taken') = (reservation_id IS NOT NULL)",
}


def upgrade() -> None:
    """Create `waiting_entry`."""
    op.create_table(
        "waiting_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("borrower_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("use_start", UtcDateTime(), nullable=False),
        sa.Column("use_end", UtcDateTime(), nullable=False),
        sa.Column("handover", sa.String(40), nullable=False),
        sa.Column("operator_id", sa.BigInteger()),
        sa.Column("driver_id", sa.BigInteger()),
        sa.Column("measures", Json),
        sa.Column("event", sa.String(200), nullable=False),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("place_authority_id", sa.BigInteger()),
        sa.Column("attendance", sa.Integer()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("offer_until", UtcDateTime()),
        sa.Column("blocked_start", UtcDateTime()),
        sa.Column("blocked_end", UtcDateTime()),
        sa.Column("ended_at", UtcDateTime()),
        sa.Column("reservation_id", sa.BigInteger()),
        *(sa.CheckConstraint(text, name=op.f(f"ck_waiting_entry_{name}")) for name, text in CHECKS.items()),
        *(sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_waiting_entry_{column}")) for column, table in POINTS_TO.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_entry")),
    )
    for column in ("borrower_id", "account_id", "reservation_id"):
        op.create_index(f"ix_waiting_entry_{column}", "waiting_entry", [column])
    only = {"sqlite_where": QUEUED, "postgresql_where": QUEUED}
    op.create_index("uq_waiting_entry_queued", "waiting_entry", ["borrower_id", "asset_id", "use_start", "use_end"], unique=True, **only)
    op.create_index("ix_waiting_entry_queue", "waiting_entry", ["asset_id", "id"], **only)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("waiting_entry")
