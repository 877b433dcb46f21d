"""What a draft of an agreement takes away again leaves its id to nobody."""

from __future__ import annotations

from alembic import op

from models.given_once import number_once

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

TABLES = ("agreement_party", "agreement_term")


def upgrade() -> None:
    """Number the rows of these tables once."""
    for table in TABLES:
        number_once(op.get_bind(), table)


def downgrade() -> None:
    """As before."""
    for table in TABLES:
        number_once(op.get_bind(), table, once=False)
