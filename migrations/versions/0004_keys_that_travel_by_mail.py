"""Keys that travel by mail, invitations, and second factors of those who sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = "'desk', 'technician', 'tariff_administrator', 'finance', 'administrator'"


def upgrade() -> None:
    """Create the four tables; a visit learns where it was seen and how far it got."""
    op.create_table(
        "mailed_key",
        sa.Column("id", KEY, nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("handle_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("purpose IN ('sign_up', 'reset', 'new_email', 'keep_email')", name=op.f("ck_mailed_key_purpose_known")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_mailed_key_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailed_key")),
        sa.UniqueConstraint("handle_hash", name=op.f("uq_mailed_key_handle_hash")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_mailed_key_key_hash")),
    )
    for column in ("account_id", "email", "expires_at"):
        op.create_index(op.f(f"ix_mailed_key_{column}"), "mailed_key", [column])
    _create_invitation()
    op.create_table(
        "second_factor",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("secret", sa.String(length=200), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_second_factor_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_factor")),
        sa.UniqueConstraint("account_id", name=op.f("uq_second_factor_account_id")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_recovery_code_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_recovery_code_code_hash")),
    )
    op.create_index(op.f("ix_recovery_code_account_id"), "recovery_code", ["account_id"])
    with op.batch_alter_table("sign_in") as visit:
        visit.add_column(sa.Column("address", sa.String(length=45), nullable=True))
        visit.add_column(sa.Column("factor", sa.String(length=40), nullable=False, server_default="none"))
        visit.create_check_constraint(op.f("ck_sign_in_factor_known"), "factor IN ('none', 'awaited', 'passed')")


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("authority_id", KEY, nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("borrower_id", KEY, nullable=True),
        sa.Column("invited_by_id", KEY, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("accepted_by_id", KEY, nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(f"role IN ({ROLES})", name=op.f("ck_invitation_role_known")),
        sa.CheckConstraint("(authority_id IS NULL) <> (borrower_id IS NULL)", name=op.f("ck_invitation_authority_or_borrower")),
        sa.CheckConstraint("(authority_id IS NULL) = (role IS NULL)", name=op.f("ck_invitation_role_of_authority")),
        sa.ForeignKeyConstraint(["accepted_by_id"], ["account.id"], name=op.f("fk_invitation_accepted_by_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_invitation_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_invitation_borrower_id")),
        sa.ForeignKeyConstraint(["invited_by_id"], ["account.id"], name=op.f("fk_invitation_invited_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_invitation_key_hash")),
    )
    for column in ("authority_id", "borrower_id", "email", "invited_by_id"):
        op.create_index(op.f(f"ix_invitation_{column}"), "invitation", [column])


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("sign_in") as visit:
        visit.drop_constraint(op.f("ck_sign_in_factor_known"), type_="check")
        visit.drop_column("factor")
        visit.drop_column("address")
    for table in ("recovery_code", "second_factor", "invitation", "mailed_key"):
        op.drop_table(table)
