"""Mails to one reader leave together or not at all, and what was reminded of is a row."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0032"
down_revision = "0030"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KNOWN = "ck_outbox_state_known"
STATES = "state IN ('waiting', 'sent', 'failed')"
KINDS = "kind IN ('handover', 'documents', 'return', 'overdue', 'policy', 'qualification', 'option')"
FAMILIES = "family IN ('decisions', 'work', 'progress', 'reminders', 'order')"
PACES = "pace IN ('at_once', 'daily', 'off')"


def upgrade() -> None:
    """The bundle of a mail and its fourth state; `reminder` and `mail_choice`."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("bundle_id", sa.BigInteger(), nullable=True))
        outbox.create_foreign_key(op.f("fk_outbox_bundle_id"), "outbox", ["bundle_id"], ["id"])
        outbox.drop_constraint(op.f(KNOWN), type_="check")
        outbox.create_check_constraint(op.f(KNOWN), STATES.replace(")", ", 'dropped')"))
    op.create_index("ix_outbox_bundle_id", "outbox", ["bundle_id"])
    op.create_index("ix_outbox_recipient", "outbox", ["recipient"])
    op.create_table(
        "reminder",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_reminder_kind_known")),
        sa.CheckConstraint("step >= 0", name=op.f("ck_reminder_step_not_negative")),
        sa.UniqueConstraint("kind", "subject", "at", "step", name=op.f("uq_reminder_kind_subject_at_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    op.create_table(
        "mail_choice",
        sa.Column("id", KEY, nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("family", sa.String(40), nullable=False),
        sa.Column("pace", sa.String(40), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(FAMILIES, name=op.f("ck_mail_choice_family_known")),
        sa.CheckConstraint(PACES, name=op.f("ck_mail_choice_pace_known")),
        sa.UniqueConstraint("address", "family", name=op.f("uq_mail_choice_address_family")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_choice")),
    )


def downgrade() -> None:
    """Drop them; what was dropped counts as failed, for it did not leave."""
    op.drop_table("mail_choice")
    op.drop_table("reminder")
    op.execute("UPDATE outbox SET state = 'failed' WHERE state = 'dropped'")
    op.drop_index("ix_outbox_recipient", "outbox")
    op.drop_index("ix_outbox_bundle_id", "outbox")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint(op.f("fk_outbox_bundle_id"), type_="foreignkey")
        outbox.drop_constraint(op.f(KNOWN), type_="check")
        outbox.create_check_constraint(op.f(KNOWN), STATES)
        outbox.drop_column("bundle_id")
