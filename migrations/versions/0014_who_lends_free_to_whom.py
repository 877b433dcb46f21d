"""An agreement may promise free loans or reciprocity, and a register says who lends free to whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OF_TERM = sa.text("term_id IS NOT NULL")


def upgrade() -> None:
    """Create the register, widen the terms of agreements, and let a quota be used by a party of an agreement."""
    _register()
    with op.batch_alter_table("agreement_term") as term:
        term.add_column(sa.Column("reciprocal", sa.Boolean(), nullable=False, server_default=sa.false()))
        term.add_column(sa.Column("free_quota", sa.Integer(), nullable=True))
        term.add_column(sa.Column("free_unit", sa.String(40), nullable=True))
        term.add_column(sa.Column("valid_from", sa.Date(), nullable=True))
        term.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        term.add_column(sa.Column("decision", sa.String(200), nullable=False, server_default=""))
        term.create_check_constraint(op.f("ck_agreement_term_free_unit_known"), "free_unit IN ('loans', 'days')")
        term.create_check_constraint(op.f("ck_agreement_term_quota_whole"), "(free_quota IS NULL) = (free_unit IS NULL)")
        term.create_check_constraint(op.f("ck_agreement_term_quota_positive"), "free_quota > 0")
        term.create_check_constraint(op.f("ck_agreement_term_percentage_positive"), "percentage >= 0")
    with op.batch_alter_table("quota_use") as use:
        use.alter_column("rule_id", existing_type=KEY, nullable=True)
        use.add_column(sa.Column("term_id", KEY, nullable=True))
        use.add_column(sa.Column("party_id", KEY, nullable=True))
        use.add_column(sa.Column("amount", sa.Integer(), nullable=False, server_default="1"))
        use.create_foreign_key(op.f("fk_quota_use_term_id"), "agreement_term", ["term_id"], ["id"])
        use.create_foreign_key(op.f("fk_quota_use_party_id"), "authority", ["party_id"], ["id"])
        use.create_check_constraint(op.f("ck_quota_use_rule_or_term"), "(rule_id IS NULL) <> (term_id IS NULL)")
        use.create_check_constraint(op.f("ck_quota_use_party_of_term"), "(term_id IS NULL) = (party_id IS NULL)")
        use.create_check_constraint(op.f("ck_quota_use_amount_positive"), "amount > 0")
    columns = ["term_id", "party_id", "year"]
    op.create_index("ix_quota_use_term", "quota_use", columns, sqlite_where=OF_TERM, postgresql_where=OF_TERM)


def downgrade() -> None:
    """Drop them, and the uses of what is then promised no more."""
    op.drop_index("ix_quota_use_term", "quota_use")
    op.execute("DELETE FROM quota_use WHERE rule_id IS NULL")
    with op.batch_alter_table("quota_use") as use:
        for name in ("rule_or_term", "party_of_term", "amount_positive"):
            use.drop_constraint(op.f(f"ck_quota_use_{name}"), type_="check")
        for name in ("term_id", "party_id"):
            use.drop_constraint(op.f(f"fk_quota_use_{name}"), type_="foreignkey")
            use.drop_column(name)
        use.drop_column("amount")
        use.alter_column("rule_id", existing_type=KEY, nullable=False)
    with op.batch_alter_table("agreement_term") as term:
        for name in ("free_unit_known", "quota_whole", "quota_positive", "percentage_positive"):
            term.drop_constraint(op.f(f"ck_agreement_term_{name}"), type_="check")
        for name in ("reciprocal", "free_quota", "free_unit", "valid_from", "valid_until", "decision"):
            term.drop_column(name)
    op.drop_table("exemption_end")
    op.drop_table("exemption")


def _register() -> None:
    op.create_table(
        "exemption",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("lender_id", KEY, sa.ForeignKey("authority.id"), nullable=False),
        sa.Column("borrower_id", KEY, sa.ForeignKey("authority.id"), nullable=False),
        sa.Column("category_id", KEY, sa.ForeignKey("category.id"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("mutual", sa.Boolean(), nullable=False),
        *_decision(),
        sa.CheckConstraint("lender_id <> borrower_id", name=op.f("ck_exemption_two_parties")),
        sa.CheckConstraint("valid_until IS NULL OR valid_from <= valid_until", name=op.f("ck_exemption_period_ordered")),
    )
    op.create_index("ix_exemption_pair", "exemption", ["lender_id", "borrower_id"])
    op.create_table(
        "exemption_end",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("exemption_id", KEY, sa.ForeignKey("exemption.id"), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        *_decision(),
    )
    op.create_index("uq_exemption_end_exemption_id", "exemption_end", ["exemption_id"], unique=True)


def _decision() -> list[sa.Column]:
    """Which organ decided it, under which number, where that can be read, and who wrote it down."""
    return [
        sa.Column("organ", sa.String(200), nullable=False),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("link", sa.String(400), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by_id", KEY, sa.ForeignKey("account.id"), nullable=True),
    ]
