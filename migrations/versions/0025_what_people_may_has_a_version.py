"""What people may has a version: triggers raise it with every change of an account, a role or a membership (models/guard.py)."""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The number that the triggers raise."""
    op.execute("INSERT INTO counter (name, value) VALUES ('people', 1)")


def downgrade() -> None:
    """Nobody raises it any more: the triggers are gone with the guard of this revision."""
    op.execute("DELETE FROM counter WHERE name = 'people'")
