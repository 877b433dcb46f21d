"""A calendar's address has a level of detail, reminders and a last day; there are more calendars, and one of a hall may be nobody's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime
from models.given_once import number_once

revision = "0029"
down_revision = "0031"
branch_labels = None
depends_on = None

BEFORE = "'depot', 'asset', 'borrower', 'authority'"
SCOPES = "'depot', 'crew', 'vehicle', 'asset', 'authority', 'category', 'expiries', 'borrower', 'occupancy'"
CHECKS = {
    "detail_known": "detail IN ('full', 'nameless', 'busy')",
    "nobodys_is_public": "account_id IS NOT NULL OR scope = 'occupancy'",
    "within_of_its_own": "within_id IS NULL OR scope IN ('category', 'crew', 'vehicle')",
}
A_YEAR = {"sqlite": "date('now', '+365 days')", "postgresql": "current_date + 365"}


def upgrade() -> None:
    """What was subscribed to so far tells all, as it did, and lasts another year."""
    with op.batch_alter_table("feed") as feed:
        feed.drop_constraint(op.f("ck_feed_scope_known"), type_="check")
        for column in _columns():
            feed.add_column(column)
        feed.alter_column("account_id", existing_type=sa.BigInteger(), nullable=True)
    op.execute(f"UPDATE feed SET expires_on = {A_YEAR[op.get_bind().dialect.name]}")  # noqa: S608 - our own words
    with op.batch_alter_table("feed") as feed:
        for column in _columns():
            feed.alter_column(column.name, existing_type=column.type, server_default=None, nullable=column.name in _MAY_BE_EMPTY)
        feed.create_foreign_key(op.f("fk_feed_within_id"), "authority", ["within_id"], ["id"])
        for name, condition in {"scope_known": f"scope IN ({SCOPES})", **CHECKS}.items():
            feed.create_check_constraint(op.f(f"ck_feed_{name}"), condition)
    number_once(op.get_bind(), "feed")


def downgrade() -> None:
    """Drop what an older house cannot show; the addresses of its own calendars go on."""
    op.execute(f"DELETE FROM feed WHERE scope NOT IN ({BEFORE}) OR account_id IS NULL")  # noqa: S608
    with op.batch_alter_table("feed") as feed:
        for name in ("scope_known", *CHECKS):
            feed.drop_constraint(op.f(f"ck_feed_{name}"), type_="check")
        feed.drop_constraint(op.f("fk_feed_within_id"), type_="foreignkey")
        for column in _columns():
            feed.drop_column(column.name)
        feed.alter_column("account_id", existing_type=sa.BigInteger(), nullable=False)
        feed.create_check_constraint(op.f("ck_feed_scope_known"), f"scope IN ({BEFORE})")
    number_once(op.get_bind(), "feed")


_MAY_BE_EMPTY = ("within_id", "reminded_at")


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("within_id", sa.BigInteger(), nullable=True),
        sa.Column("detail", sa.String(length=40), nullable=False, server_default="full"),
        sa.Column("alarms", sa.String(length=60), nullable=False, server_default=""),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("reminded_at", UtcDateTime(), nullable=True),
        sa.Column("fetches", sa.Integer(), nullable=False, server_default="0"),
    ]
