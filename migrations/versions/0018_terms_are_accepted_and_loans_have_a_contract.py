"""Terms of use are published in versions and accepted with a request; a loan may ask for a contract."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime
from models.given_once import number_once

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables of terms and of contracts, and the question in a rule."""
    _terms()
    _create("terms_end", sa.Column("version_id", sa.BigInteger(), nullable=False), sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False), sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger()), sa.UniqueConstraint("version_id", name=op.f("uq_terms_end_version_id")),
        version_id="terms_version", recorded_by_id="account")  # fmt: skip
    _create("terms_acceptance", sa.Column("dossier_id", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False), sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False), sa.Column("door", sa.String(40), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("door IN ('screen', 'api')", name=op.f("ck_terms_acceptance_door_known")),
        dossier_id="dossier", version_id="terms_version", account_id="account")  # fmt: skip
    op.create_index("ix_terms_acceptance_dossier_id_version_id", "terms_acceptance", ["dossier_id", "version_id"], unique=True)
    op.create_index("ix_terms_acceptance_version_id", "terms_acceptance", ["version_id"])
    _contracts()
    with op.batch_alter_table("lending_rule") as rule:
        rule.add_column(sa.Column("needs_contract", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("lending_rule") as rule:
        rule.drop_column("needs_contract")
    for table in ("contract_mark", "contract", "terms_acceptance", "terms_end", "terms_draft", "terms_version"):
        op.drop_table(table)


def _terms() -> None:
    said = ("texts", "categories")
    _create("terms_version", sa.Column("authority_id", sa.BigInteger(), nullable=False), sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("succeeds_id", sa.BigInteger()), sa.Column("valid_from", sa.Date(), nullable=False),
        *(sa.Column(name, Json, nullable=False) for name in said), sa.Column("published_at", UtcDateTime(), nullable=False),
        sa.Column("published_by_id", sa.BigInteger()), sa.UniqueConstraint("succeeds_id", name=op.f("uq_terms_version_succeeds_id")),
        sa.CheckConstraint("(succeeds_id IS NULL) = (number = 1)", name=op.f("ck_terms_version_number_by_succession")),
        authority_id="authority", succeeds_id="terms_version", published_by_id="account")  # fmt: skip
    op.create_index("ix_terms_version_authority_id", "terms_version", ["authority_id"])
    _create("terms_draft", sa.Column("authority_id", sa.BigInteger(), nullable=False), sa.Column("succeeds_id", sa.BigInteger()),
        *(sa.Column(name, Json, nullable=False) for name in said), sa.Column("changed_at", UtcDateTime(), nullable=False),
        authority_id="authority", succeeds_id="terms_version")  # fmt: skip
    op.create_index("ix_terms_draft_authority_id", "terms_draft", ["authority_id"])
    number_once(op.get_bind(), "terms_draft")


def _contracts() -> None:
    _create("contract", sa.Column("dossier_id", sa.BigInteger(), nullable=False), sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(64), nullable=False), sa.Column("data", Json, nullable=False), sa.Column("account_id", sa.BigInteger()),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("dossier_id", "number", name=op.f("uq_contract_dossier_id_number")),
        dossier_id="dossier", account_id="account")  # fmt: skip
    steps = "'accepted', 'signed', 'rejected', 'countersigned'"
    _create("contract_mark", sa.Column("contract_id", sa.BigInteger(), nullable=False), sa.Column("step", sa.String(40), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False), sa.Column("name", sa.String(200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False), sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"step IN ({steps})", name=op.f("ck_contract_mark_step_known")),
        contract_id="contract", account_id="account")  # fmt: skip
    op.create_index("ix_contract_mark_contract_id", "contract_mark", ["contract_id"])


def _create(table: str, *parts: sa.schema.SchemaItem, **points_to: str) -> None:
    """A table with an id, its parts and its foreign keys by column."""
    keys = [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}")) for column, target in points_to.items()
    ]
    own = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
    op.create_table(table, sa.Column("id", KEY, nullable=False), *parts, *keys, own)
