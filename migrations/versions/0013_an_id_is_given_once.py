"""On SQLite too an id that was given is never given again, in the tables whose rows can go while a page still names them."""

from __future__ import annotations

from alembic import op

from models.given_once import number_once

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLES = (
    "api_token", "basket", "basket_line", "catalogue_import", "closed_days", "feed", "local_holiday", "mailed_key", "management",
    "membership", "opening_slot", "part", "photograph", "regulation", "role", "share", "sign_in", "simulation",
)  # fmt: skip


def upgrade() -> None:
    """Build these tables anew with AUTOINCREMENT; PostgreSQL's sequences never went back."""
    for table in TABLES:
        number_once(op.get_bind(), table)


def downgrade() -> None:
    """Without it."""
    for table in TABLES:
        number_once(op.get_bind(), table, once=False)
