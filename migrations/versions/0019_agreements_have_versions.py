"""An agreement has versions, its own exits and approvals, and terms beside its tariff; a loan may outlast it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

KNOWN = {
    "territory_known": "territory IN ('owner', 'partners', 'anywhere')",
    "priority_known": "priority IN ('arrival', 'least_use', 'turns')",
    "insured_by_known": "insured_by IN ('lender', 'borrower')",
    "notice_possible": "notice_months BETWEEN 0 AND 60",
    "excess_positive": "excess_cents >= 0",
}
POINTERS = {"initiator_id": "authority", "succeeds_id": "agreement"}


def upgrade() -> None:
    """Widen agreements, their parties and lines, and keep which reminders were sent."""
    with op.batch_alter_table("agreement") as agreement:
        agreement.add_column(sa.Column("draft", sa.Boolean(), nullable=False, server_default=sa.false()))
        agreement.add_column(sa.Column("withdrawn_on", sa.Date(), nullable=True))
        for name in ("initiator_id", "succeeds_id"):
            agreement.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
        agreement.add_column(sa.Column("notice_months", sa.Integer(), nullable=True))
        for name in ("territory", "priority", "insured_by"):
            agreement.add_column(sa.Column(name, sa.String(40), nullable=True))
        agreement.add_column(sa.Column("excess_cents", sa.BigInteger(), nullable=True))
        agreement.add_column(sa.Column("damage", sa.Text(), nullable=False, server_default=""))
        for name, table in POINTERS.items():
            agreement.create_foreign_key(op.f(f"fk_agreement_{name}"), table, [name], ["id"])
        agreement.create_unique_constraint(op.f("uq_agreement_succeeds_id"), ["succeeds_id"])
        for name, condition in KNOWN.items():
            agreement.create_check_constraint(op.f(f"ck_agreement_{name}"), condition)
    with op.batch_alter_table("agreement_party") as party:
        party.add_column(sa.Column("joins_on", sa.Date(), nullable=True))
        party.add_column(sa.Column("organ", sa.String(200), nullable=False, server_default=""))
        party.add_column(sa.Column("notice_given_on", sa.Date(), nullable=True))
        party.add_column(sa.Column("leaving_reason", sa.Text(), nullable=False, server_default=""))
        party.create_check_constraint(op.f("ck_agreement_party_notice_whole"), "leaves_on IS NOT NULL OR notice_given_on IS NULL")
    with op.batch_alter_table("line") as line:
        line.add_column(sa.Column("agreement_id", sa.BigInteger(), nullable=True))
        line.add_column(sa.Column("agreement_choice", sa.String(40), nullable=True))
        line.create_foreign_key(op.f("fk_line_agreement_id"), "agreement", ["agreement_id"], ["id"])
        line.create_check_constraint(op.f("ck_line_agreement_choice_known"), "agreement_choice IN ('kept', 'outside')")
        line.create_check_constraint(op.f("ck_line_choice_whole"), "(agreement_id IS NULL) = (agreement_choice IS NULL)")
    _reminders()


def downgrade() -> None:
    """Drop them."""
    op.drop_table("agreement_reminder")
    with op.batch_alter_table("line") as line:
        for name in ("agreement_choice_known", "choice_whole"):
            line.drop_constraint(op.f(f"ck_line_{name}"), type_="check")
        line.drop_constraint(op.f("fk_line_agreement_id"), type_="foreignkey")
        line.drop_column("agreement_choice")
        line.drop_column("agreement_id")
    with op.batch_alter_table("agreement_party") as party:
        party.drop_constraint(op.f("ck_agreement_party_notice_whole"), type_="check")
        for name in ("joins_on", "organ", "notice_given_on", "leaving_reason"):
            party.drop_column(name)
    with op.batch_alter_table("agreement") as agreement:
        for name in KNOWN:
            agreement.drop_constraint(op.f(f"ck_agreement_{name}"), type_="check")
        agreement.drop_constraint(op.f("uq_agreement_succeeds_id"), type_="unique")
        for name in POINTERS:
            agreement.drop_constraint(op.f(f"fk_agreement_{name}"), type_="foreignkey")
        for name in (
            "draft", "withdrawn_on", "initiator_id", "succeeds_id", "notice_months", "territory", "priority", "insured_by", "excess_cents", "damage",
        ):  # fmt: skip
            agreement.drop_column(name)


def _reminders() -> None:
    op.create_table(
        "agreement_reminder",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("agreement_id", sa.BigInteger(), sa.ForeignKey("agreement.id"), nullable=False),
        sa.Column("authority_id", sa.BigInteger(), sa.ForeignKey("authority.id"), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("agreement_id", "authority_id", "last", "step", name=op.f("uq_agreement_reminder_agreement_id")),
    )
