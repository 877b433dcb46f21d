"""A basket for one event, which the ledger can hold for a quarter of an hour while a first visitor signs up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HELD = sa.text("held_until IS NOT NULL")
PURPOSES = "'event', 'meeting', 'party', 'sport', 'school', 'works', 'private', 'commercial'"
KINDS = "'authority', 'association', 'school', 'company', 'resident', 'public_body'"


def upgrade() -> None:
    """Create `basket` and `basket_line`."""
    op.create_table(
        "basket",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("place_authority_id", sa.BigInteger(), nullable=True),
        sa.Column("borrower_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("home_id", sa.BigInteger(), nullable=True),
        sa.Column("network_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("held_until", UtcDateTime(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_basket_kind_known")),
        sa.CheckConstraint(f"purpose IN ({PURPOSES})", name=op.f("ck_basket_purpose_known")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_basket_account_id")),
        sa.ForeignKeyConstraint(["place_authority_id"], ["authority.id"], name=op.f("fk_basket_place_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_basket_borrower_id")),
        sa.ForeignKeyConstraint(["home_id"], ["authority.id"], name=op.f("fk_basket_home_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_basket")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_basket_key_hash")),
    )
    op.create_index(op.f("ix_basket_account_id"), "basket", ["account_id"])
    op.create_index("ix_basket_held", "basket", ["network_hash", "held_until"], sqlite_where=HELD, postgresql_where=HELD)
    op.create_table(
        "basket_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("basket_id", sa.BigInteger(), nullable=False),
        sa.Column("asset_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("use_start", UtcDateTime(), nullable=False),
        sa.Column("use_end", UtcDateTime(), nullable=False),
        sa.Column("measures", Json, nullable=True),
        sa.Column("blocked_start", UtcDateTime(), nullable=True),
        sa.Column("blocked_end", UtcDateTime(), nullable=True),
        sa.CheckConstraint("units > 0", name=op.f("ck_basket_line_units_positive")),
        sa.CheckConstraint("use_start < use_end", name=op.f("ck_basket_line_use_ordered")),
        sa.CheckConstraint("(blocked_start IS NULL) = (blocked_end IS NULL)", name=op.f("ck_basket_line_blocked_whole")),
        sa.ForeignKeyConstraint(["basket_id"], ["basket.id"], name=op.f("fk_basket_line_basket_id")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_basket_line_asset_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_basket_line")),
        sa.UniqueConstraint(
            "basket_id", "asset_id", "use_start", "use_end", name=op.f("uq_basket_line_basket_id_asset_id_use_start_use_end")
        ),
    )
    op.create_index(op.f("ix_basket_line_asset_id"), "basket_line", ["asset_id"])


def downgrade() -> None:
    """Drop both; what they held in the ledger goes with them."""
    op.execute("DELETE FROM occupancy WHERE holder LIKE 'basket_line:%'")
    op.drop_table("basket_line")
    op.drop_table("basket")
