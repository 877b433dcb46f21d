"""Calendars of others take an asset: where they come from, how each fetch ended, and what they take."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0031"
down_revision = "0032"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SOURCE = {
    "state_known": "state IN ('read', 'active', 'paused', 'removed')",
    "host_of_address": "(address IS NULL) = (host IS NULL)",
    "from_somewhere": "address IS NOT NULL OR content IS NOT NULL OR state = 'removed'",
    "every_hours_range": "every_hours BETWEEN 1 AND 168",
    "failures_not_negative": "failures >= 0",
}


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "calendar_source",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("address", sa.Text()),
        sa.Column("host", sa.String(260)),
        sa.Column("filename", sa.String(200), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("every_hours", sa.Integer(), nullable=False),
        sa.Column("etag", sa.String(200), nullable=False),
        sa.Column("modified", sa.String(200), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(32)),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("account_id", sa.BigInteger()),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        *(sa.Column(name, UtcDateTime()) for name in ("tried_at", "good_at", "read_until")),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("ignored", Json, nullable=False),
        *_constraints("calendar_source", SOURCE, asset_id="asset", account_id="account"),
    )
    op.create_index("ix_calendar_source_asset_id", "calendar_source", ["asset_id"])
    op.create_index("ix_calendar_source_state", "calendar_source", ["state", "due_at"])
    op.create_table(
        "calendar_run",
        sa.Column("id", KEY, nullable=False),
        sa.Column("source_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("details", Json, nullable=False),
        *_constraints("calendar_run", {}, source_id="calendar_source"),
    )
    op.create_index("ix_calendar_run_source_id", "calendar_run", ["source_id", "at"])
    _events()


def downgrade() -> None:
    """Drop them; the facts that they made stay."""
    for table in ("calendar_event", "calendar_run", "calendar_source"):
        op.drop_table(table)


def _events() -> None:
    op.create_table(
        "calendar_event",
        sa.Column("id", KEY, nullable=False),
        sa.Column("source_id", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.String(200), nullable=False),
        sa.Column("recurrence", sa.String(40), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("fact_id", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("source_id", "uid", "recurrence", name=op.f("uq_calendar_event_source_id_uid_recurrence")),
        *_constraints("calendar_event", {"period_ordered": "starts_at < ends_at"}, source_id="calendar_source", fact_id="fact"),
    )
    op.create_index("ix_calendar_event_source_id", "calendar_event", ["source_id", "starts_at"])
    op.create_index("ix_calendar_event_fact_id", "calendar_event", ["fact_id"])


def _constraints(table: str, checks: dict[str, str], **points_to: str) -> list[sa.Constraint]:
    found: list[sa.Constraint] = [sa.CheckConstraint(text, name=op.f(f"ck_{table}_{name}")) for name, text in checks.items()]
    found += [sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}")) for name, to in points_to.items()]
    return [*found, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]
