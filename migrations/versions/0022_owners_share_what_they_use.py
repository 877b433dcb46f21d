"""Co-owners have contingents and fair shares, and an owner may recall what it lent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RELATIONS = "'own', 'co-owner', 'partner', 'other'"
KINDS = "'authority', 'association', 'school', 'company', 'resident', 'public_body'"
CONTINGENT = {
    "measure_known": "measure IN ('units', 'days', 'weekends')",
    "span_known": "span IN ('month', 'quarter', 'year')",
    "relation_known": f"relation IN ({RELATIONS})",
    "borrower_kind_known": f"borrower_kind IN ({KINDS})",
    "amount_positive": "amount > 0",
    "release_possible": "release_weeks BETWEEN 0 AND 104",
    "span_whole": "(measure = 'units') = (span IS NULL)",
    "for_somebody": "authority_id IS NOT NULL OR relation IS NOT NULL OR borrower_kind IS NOT NULL",
    "period_ordered": "valid_until IS NULL OR valid_from <= valid_until",
}
FAIR_USE = {
    "counted_known": "counted IN ('services', 'town')",
    "beyond_known": "beyond IN ('notice', 'desk')",
    "weights_possible": "weekend_percent BETWEEN 100 AND 1000 AND summer_percent BETWEEN 100 AND 1000",
    "summer_ordered": "summer_first BETWEEN 1 AND 12 AND summer_last BETWEEN summer_first AND 12",
    "release_possible": "release_weeks BETWEEN 0 AND 104",
    "period_ordered": "valid_until IS NULL OR valid_from <= valid_until",
}
RECALL = {
    "answer_known": "answer IN ('taken', 'declined')",
    "answer_whole": "(answer IS NULL) = (answered_at IS NULL)",
    "taken_whole": "taken_line_id IS NULL OR answer = 'taken'",
}


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "contingent",
        *_dated(),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("authority_id", sa.BigInteger()),
        sa.Column("relation", sa.String(40)),
        sa.Column("borrower_kind", sa.String(40)),
        sa.Column("measure", sa.String(40), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("span", sa.String(40)),
        sa.Column("release_weeks", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("succeeds_id", sa.BigInteger()),
        *_constraints("contingent", CONTINGENT, asset_id="asset", authority_id="authority", succeeds_id="contingent"),
    )
    op.create_index("ix_contingent_asset_id", "contingent", ["asset_id"])
    op.create_table(
        "fair_use",
        *_dated(),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("weekend_percent", "summer_percent", "summer_first", "summer_last")),
        sa.Column("counted", sa.String(40), nullable=False),
        sa.Column("beyond", sa.String(40), nullable=False),
        sa.Column("release_weeks", sa.Integer(), nullable=False),
        *_constraints("fair_use", FAIR_USE, asset_id="asset"),
    )
    op.create_index("ix_fair_use_asset_id", "fair_use", ["asset_id"])
    _recalls()


def downgrade() -> None:
    """Drop them."""
    for table in ("recall_notice", "recall", "fair_use", "contingent"):
        op.drop_table(table)


def _recalls() -> None:
    op.create_table(
        "recall",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("own_line_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("recalled_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("was_until", UtcDateTime(), nullable=False),
        sa.Column("back_by", UtcDateTime()),
        sa.Column("agreement_id", sa.BigInteger()),
        sa.Column("minimum_hours", sa.Integer()),
        sa.Column("offered", Json, nullable=False),
        sa.Column("answer", sa.String(40)),
        sa.Column("answered_at", UtcDateTime()),
        sa.Column("answered_by_id", sa.BigInteger()),
        sa.Column("taken_line_id", sa.BigInteger()),
        *_constraints(
            "recall", RECALL, line_id="line", own_line_id="line", account_id="account", agreement_id="agreement", answered_by_id="account",
            taken_line_id="line",
        ),
    )  # fmt: skip
    op.create_index("ix_recall_line_id", "recall", ["line_id"])
    op.create_index("uq_recall_own_line_id", "recall", ["own_line_id"], unique=True)
    op.create_table(
        "recall_notice",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.UniqueConstraint("agreement_id", name=op.f("uq_recall_notice_agreement_id")),
        *_constraints("recall_notice", {"hours_possible": "hours BETWEEN 0 AND 2160"}, agreement_id="agreement"),
    )


def _dated() -> list[sa.Column[object]]:
    return [
        sa.Column("id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date()),
    ]


def _constraints(table: str, checks: dict[str, str], **points_to: str) -> list[sa.Constraint]:
    found: list[sa.Constraint] = [sa.CheckConstraint(text, name=op.f(f"ck_{table}_{name}")) for name, text in checks.items()]
    found += [sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}")) for name, to in points_to.items()]
    return [*found, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]
