"""A request says for whom of its own municipality the borrower asks it, where that is not the borrower itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0036"
branch_labels = None
depends_on = None

NAMED = "ck_reservation_beneficiary_named"


def upgrade() -> None:
    """The beneficiary of a reservation, by its name and where it is known by its id, and of who waits for one."""
    with op.batch_alter_table("reservation") as reservation:
        reservation.add_column(sa.Column("beneficiary_id", sa.BigInteger(), nullable=True))
        reservation.add_column(sa.Column("beneficiary", sa.String(200), nullable=False, server_default=""))
        reservation.create_foreign_key(op.f("fk_reservation_beneficiary_id"), "borrower", ["beneficiary_id"], ["id"])
        reservation.create_check_constraint(op.f(NAMED), "beneficiary_id IS NULL OR beneficiary <> ''")
    with op.batch_alter_table("waiting_entry") as entry:
        entry.add_column(sa.Column("beneficiary", sa.String(200), nullable=False, server_default=""))


def downgrade() -> None:
    """As before."""
    with op.batch_alter_table("waiting_entry") as entry:
        entry.drop_column("beneficiary")
    with op.batch_alter_table("reservation") as reservation:
        reservation.drop_constraint(op.f(NAMED), type_="check")
        reservation.drop_constraint(op.f("fk_reservation_beneficiary_id"), type_="foreignkey")
        reservation.drop_column("beneficiary")
        reservation.drop_column("beneficiary_id")
