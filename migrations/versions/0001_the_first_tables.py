"""The first tables: the whole data model of the ledger, the catalogue, the people and the money."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create every table and the catalogue's version counter."""
    op.create_table(
        "account",
        sa.Column("id", KEY, nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("steward", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("suspended_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", KEY, nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("on_lending", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("reference", name=op.f("uq_agreement_reference")),
    )
    op.create_table(
        "authority",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("nis", sa.String(length=5), nullable=True),
        sa.Column("ovo", sa.String(length=9), nullable=True),
        sa.Column("kbo", sa.String(length=10), nullable=True),
        sa.Column("postal_code", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("successor_id", KEY, nullable=True),
        sa.CheckConstraint(
            "kind IN ('municipality', 'ocmw', 'agb', 'police_zone', 'fire_zone', 'intermunicipal')", name=op.f("ck_authority_kind_known")
        ),
        sa.CheckConstraint("successor_id <> id", name=op.f("ck_authority_successor_other")),
        sa.ForeignKeyConstraint(["successor_id"], ["authority.id"], name=op.f("fk_authority_successor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority")),
        sa.UniqueConstraint("nis", name=op.f("uq_authority_nis")),
    )
    with op.batch_alter_table("authority", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_authority_successor_id"), ["successor_id"], unique=False)

    op.create_table(
        "category",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("in_place", sa.Boolean(), nullable=False),
        sa.Column("hours_before", sa.Integer(), nullable=False),
        sa.Column("hours_after", sa.Integer(), nullable=False),
        sa.Column("open_days_before", sa.Integer(), nullable=False),
        sa.Column("open_days_after", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("code", name=op.f("uq_category_code")),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "job_run",
        sa.Column("id", KEY, nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
        sa.UniqueConstraint("job", "due_at", name=op.f("uq_job_run_job_due_at")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("message_id", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'failed')", name=op.f("ck_outbox_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_message_id")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_state", ["state", "not_before"], unique=False)

    op.create_table(
        "sign_in_attempt",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("email_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_attempt_address", ["address_hash", "at"], unique=False)
        batch_op.create_index("ix_sign_in_attempt_email", ["email_hash", "at"], unique=False)

    op.create_table(
        "agreement_beneficiary",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", KEY, nullable=False),
        sa.Column("borrower_kind", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "borrower_kind IN ('authority', 'association', 'school', 'company', 'resident', 'public_body')",
            name=op.f("ck_agreement_beneficiary_borrower_kind_known"),
        ),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_beneficiary_agreement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_beneficiary")),
        sa.UniqueConstraint("agreement_id", "borrower_kind", name=op.f("uq_agreement_beneficiary_agreement_id_borrower_kind")),
    )
    op.create_table(
        "agreement_party",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(length=200), nullable=False),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_party_agreement_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_agreement_party_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint("agreement_id", "authority_id", name=op.f("uq_agreement_party_agreement_id_authority_id")),
    )
    with op.batch_alter_table("agreement_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_party_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "agreement_term",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", KEY, nullable=False),
        sa.Column("lender_id", KEY, nullable=True),
        sa.Column("category_id", KEY, nullable=True),
        sa.Column("group_code", sa.String(length=40), nullable=True),
        sa.Column("percentage", sa.Integer(), nullable=True),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_term_agreement_id")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_agreement_term_category_id")),
        sa.ForeignKeyConstraint(["lender_id"], ["authority.id"], name=op.f("fk_agreement_term_lender_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_term")),
    )
    with op.batch_alter_table("agreement_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_term_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "api_token",
        sa.Column("id", KEY, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_api_token_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_token_account_id"), ["account_id"], unique=False)

    op.create_table(
        "asset",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("category_id", KEY, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("mass_kg", sa.Integer(), nullable=True),
        sa.Column("replacement_value_cents", sa.BigInteger(), nullable=True),
        sa.Column("in_service_from", sa.Date(), nullable=False),
        sa.Column("in_service_until", sa.Date(), nullable=True),
        sa.Column("hours_before", sa.Integer(), nullable=True),
        sa.Column("hours_after", sa.Integer(), nullable=True),
        sa.Column("open_days_before", sa.Integer(), nullable=True),
        sa.Column("open_days_after", sa.Integer(), nullable=True),
        sa.CheckConstraint("units > 0", name=op.f("ck_asset_units_positive")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_asset_category_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
        sa.UniqueConstraint("code", name=op.f("uq_asset_code")),
    )
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.create_index("ix_asset_category_id", ["category_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("authority_id", KEY, nullable=True),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_audit_account_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_audit_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_authority_id_at", ["authority_id", "at"], unique=False)
        batch_op.create_index("ix_audit_subject", ["subject", "subject_id"], unique=False)

    op.create_table(
        "borrower",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("kbo", sa.String(length=10), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('authority', 'association', 'school', 'company', 'resident', 'public_body')", name=op.f("ck_borrower_kind_known")
        ),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_borrower_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_borrower")),
    )
    with op.batch_alter_table("borrower", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_borrower_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "depot",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.CheckConstraint("kind IN ('depot', 'hall')", name=op.f("ck_depot_kind_known")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_depot_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_depot")),
    )
    with op.batch_alter_table("depot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_depot_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "feed",
        sa.Column("id", KEY, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("fetched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("scope IN ('depot', 'asset', 'borrower', 'authority')", name=op.f("ck_feed_scope_known")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_feed_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_feed_token_hash")),
    )
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feed_account_id"), ["account_id"], unique=False)

    op.create_table(
        "group_member",
        sa.Column("id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["authority.id"], name=op.f("fk_group_member_member_id")),
        sa.ForeignKeyConstraint(["municipality_id"], ["authority.id"], name=op.f("fk_group_member_municipality_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
    )
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_member_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_member_municipality_id"), ["municipality_id"], unique=False)

    op.create_table(
        "idempotency_key",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_idempotency_key_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_key")),
        sa.UniqueConstraint("account_id", "key", name=op.f("uq_idempotency_key_account_id_key")),
    )
    op.create_table(
        "local_holiday",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_local_holiday_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_holiday")),
    )
    with op.batch_alter_table("local_holiday", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_local_holiday_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "regulation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("organ", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decision_number", sa.String(length=80), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("prices_by", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("header", Json, nullable=False),
        sa.Column("imported_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("prices_by IN ('use', 'booking')", name=op.f("ck_regulation_prices_by_known")),
        sa.CheckConstraint("state IN ('draft', 'proven', 'published', 'succeeded')", name=op.f("ck_regulation_state_known")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_regulation_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation")),
    )
    with op.batch_alter_table("regulation", schema=None) as batch_op:
        batch_op.create_index("ix_regulation_authority_id", ["authority_id", "valid_from"], unique=False)

    op.create_table(
        "role",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "name IN ('desk', 'technician', 'tariff_administrator', 'finance', 'administrator')", name=op.f("ck_role_name_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_role_account_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_role_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint(
            "account_id", "authority_id", "name", "valid_from", name=op.f("uq_role_account_id_authority_id_name_valid_from")
        ),
    )
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", KEY, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("user_agent", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_sign_in_key_hash")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_account_id"), ["account_id"], unique=False)

    op.create_table(
        "agreement_scope",
        sa.Column("id", KEY, nullable=False),
        sa.Column("agreement_id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=True),
        sa.Column("category_id", KEY, nullable=True),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.CheckConstraint("asset_id IS NULL OR category_id IS NULL", name=op.f("ck_agreement_scope_asset_or_category")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_scope_agreement_id")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_agreement_scope_asset_id")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_agreement_scope_category_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_scope")),
    )
    with op.batch_alter_table("agreement_scope", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_scope_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "closed_days",
        sa.Column("id", KEY, nullable=False),
        sa.Column("depot_id", KEY, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.CheckConstraint("first <= last", name=op.f("ck_closed_days_days_ordered")),
        sa.ForeignKeyConstraint(["depot_id"], ["depot.id"], name=op.f("fk_closed_days_depot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_days")),
    )
    with op.batch_alter_table("closed_days", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closed_days_depot_id"), ["depot_id"], unique=False)

    op.create_table(
        "inspection",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("remarks", sa.String(length=200), nullable=False),
        sa.CheckConstraint("verdict IN ('passed', 'failed')", name=op.f("ck_inspection_verdict_known")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_inspection_asset_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_asset_id"), ["asset_id"], unique=False)

    op.create_table(
        "keeping",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("depot_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_keeping_asset_id")),
        sa.ForeignKeyConstraint(["depot_id"], ["depot.id"], name=op.f("fk_keeping_depot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keeping")),
    )
    with op.batch_alter_table("keeping", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keeping_asset_id"), ["asset_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_keeping_depot_id"), ["depot_id"], unique=False)

    op.create_table(
        "lending_rule",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=True),
        sa.Column("category_id", KEY, nullable=True),
        sa.Column("relation", sa.String(length=40), nullable=True),
        sa.Column("borrower_kind", sa.String(length=40), nullable=True),
        sa.Column("may_borrow", sa.Boolean(), nullable=True),
        sa.Column("needs_agreement", sa.Boolean(), nullable=True),
        sa.Column("purposes", Json, nullable=True),
        sa.Column("territory", sa.String(length=40), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("horizon_days", sa.Integer(), nullable=True),
        sa.Column("shortest_hours", sa.Integer(), nullable=True),
        sa.Column("longest_days", sa.Integer(), nullable=True),
        sa.Column("most_units", sa.Integer(), nullable=True),
        sa.Column("quota_times", sa.Integer(), nullable=True),
        sa.Column("decides", sa.String(length=40), nullable=True),
        sa.Column("decision_days", sa.Integer(), nullable=True),
        sa.Column("collect_days_before", sa.Integer(), nullable=True),
        sa.Column("free_cancellation_days", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "borrower_kind IN ('authority', 'association', 'school', 'company', 'resident', 'public_body')",
            name=op.f("ck_lending_rule_borrower_kind_known"),
        ),
        sa.CheckConstraint("decides IN ('automatic', 'desk')", name=op.f("ck_lending_rule_decides_known")),
        sa.CheckConstraint("relation IN ('own', 'co-owner', 'partner', 'other')", name=op.f("ck_lending_rule_relation_known")),
        sa.CheckConstraint("territory IN ('owner', 'partners', 'anywhere')", name=op.f("ck_lending_rule_territory_known")),
        sa.CheckConstraint("asset_id IS NULL OR category_id IS NULL", name=op.f("ck_lending_rule_asset_or_category")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_lending_rule_asset_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_lending_rule_authority_id")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_lending_rule_category_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lending_rule")),
    )
    with op.batch_alter_table("lending_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lending_rule_asset_id"), ["asset_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lending_rule_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "management",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_management_asset_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_management_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_management")),
    )
    with op.batch_alter_table("management", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_management_asset_id"), ["asset_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_management_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=False),
        sa.Column("verified_at", UtcDateTime(), nullable=True),
        sa.Column("verified_by_id", KEY, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_membership_account_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_membership_borrower_id")),
        sa.ForeignKeyConstraint(["verified_by_id"], ["account.id"], name=op.f("fk_membership_verified_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint("account_id", "borrower_id", "valid_from", name=op.f("uq_membership_account_id_borrower_id_valid_from")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_borrower_id"), ["borrower_id"], unique=False)

    op.create_table(
        "occupancy",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("promise", sa.Boolean(), nullable=False),
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('request', 'option', 'firm', 'maintenance', 'closure', 'breakdown', 'overdue', 'imported', 'lost')",
            name=op.f("ck_occupancy_kind_known"),
        ),
        sa.CheckConstraint("promise = (kind IN ('request', 'option', 'firm', 'maintenance'))", name=op.f("ck_occupancy_promise_known")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_occupancy_period_ordered")),
        sa.CheckConstraint("units > 0", name=op.f("ck_occupancy_units_positive")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_occupancy_asset_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occupancy")),
    )
    with op.batch_alter_table("occupancy", schema=None) as batch_op:
        batch_op.create_index("ix_occupancy_asset", ["asset_id", "starts_at", "ends_at", "units", "holder", "promise"], unique=False)
        batch_op.create_index(
            "ix_occupancy_expires_at",
            ["expires_at", "asset_id"],
            unique=False,
            sqlite_where=sa.text("expires_at IS NOT NULL"),
            postgresql_where=sa.text("expires_at IS NOT NULL"),
        )
        batch_op.create_index("ix_occupancy_holder", ["holder"], unique=False)
        batch_op.create_index("ix_occupancy_time", ["starts_at", "ends_at", "asset_id", "units", "holder", "expires_at"], unique=False)

    op.create_table(
        "opening_slot",
        sa.Column("id", KEY, nullable=False),
        sa.Column("depot_id", KEY, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name=op.f("ck_opening_slot_minutes_ordered")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_slot_weekday_known")),
        sa.ForeignKeyConstraint(["depot_id"], ["depot.id"], name=op.f("fk_opening_slot_depot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_slot")),
    )
    with op.batch_alter_table("opening_slot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opening_slot_depot_id"), ["depot_id"], unique=False)

    op.create_table(
        "part",
        sa.Column("id", KEY, nullable=False),
        sa.Column("whole_id", KEY, nullable=False),
        sa.Column("part_id", KEY, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.CheckConstraint("units > 0", name=op.f("ck_part_units_positive")),
        sa.CheckConstraint("whole_id <> part_id", name=op.f("ck_part_not_itself")),
        sa.ForeignKeyConstraint(["part_id"], ["asset.id"], name=op.f("fk_part_part_id")),
        sa.ForeignKeyConstraint(["whole_id"], ["asset.id"], name=op.f("fk_part_whole_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
        sa.UniqueConstraint("whole_id", "part_id", name=op.f("uq_part_whole_id_part_id")),
    )
    with op.batch_alter_table("part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_part_part_id"), ["part_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("borrower_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_person_account_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_person_borrower_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_borrower_id"), ["borrower_id"], unique=False)

    op.create_table(
        "policy",
        sa.Column("id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=True),
        sa.Column("authority_id", KEY, nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("insurer", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("excess_cents", sa.BigInteger(), nullable=False),
        sa.Column("verified_at", UtcDateTime(), nullable=True),
        sa.Column("verified_by_id", KEY, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint("(borrower_id IS NULL) <> (authority_id IS NULL)", name=op.f("ck_policy_one_insured")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_policy_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_policy_borrower_id")),
        sa.ForeignKeyConstraint(["verified_by_id"], ["account.id"], name=op.f("fk_policy_verified_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
    )
    with op.batch_alter_table("policy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_policy_authority_id"), ["authority_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_policy_borrower_id"), ["borrower_id"], unique=False)

    op.create_table(
        "recognition",
        sa.Column("id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("decision", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_recognition_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_recognition_borrower_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recognition")),
    )
    with op.batch_alter_table("recognition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recognition_authority_id"), ["authority_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recognition_borrower_id"), ["borrower_id"], unique=False)

    op.create_table(
        "regulation_part",
        sa.Column("id", KEY, nullable=False),
        sa.Column("regulation_id", KEY, nullable=False),
        sa.Column("sort", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("terms", Json, nullable=False),
        sa.CheckConstraint("sort IN ('group', 'article', 'example')", name=op.f("ck_regulation_part_sort_known")),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_regulation_part_regulation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_part")),
        sa.UniqueConstraint("regulation_id", "sort", "position", name=op.f("uq_regulation_part_regulation_id_sort_position")),
    )
    op.create_table(
        "requirement",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=True),
        sa.Column("category_id", KEY, nullable=True),
        sa.Column("borrower_kind", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=True),
        sa.Column("whole_value", sa.Boolean(), nullable=False),
        sa.Column("qualification", sa.String(length=40), nullable=True),
        sa.Column("every_months", sa.Integer(), nullable=True),
        sa.Column("confirms_without", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("details", Json, nullable=True),
        sa.CheckConstraint(
            "borrower_kind IN ('authority', 'association', 'school', 'company', 'resident', 'public_body')",
            name=op.f("ck_requirement_borrower_kind_known"),
        ),
        sa.CheckConstraint("kind IN ('liability', 'inspection', 'operator', 'driver')", name=op.f("ck_requirement_kind_known")),
        sa.CheckConstraint("asset_id IS NULL OR category_id IS NULL", name=op.f("ck_requirement_asset_or_category")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_requirement_asset_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_requirement_authority_id")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_requirement_category_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement")),
    )
    with op.batch_alter_table("requirement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_requirement_asset_id"), ["asset_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_requirement_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "reservation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("event", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("place_authority_id", KEY, nullable=True),
        sa.Column("attendance", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('event', 'meeting', 'party', 'sport', 'school', 'works', 'private', 'commercial')",
            name=op.f("ck_reservation_purpose_known"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_reservation_account_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_reservation_borrower_id")),
        sa.ForeignKeyConstraint(["place_authority_id"], ["authority.id"], name=op.f("fk_reservation_place_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reservation")),
    )
    with op.batch_alter_table("reservation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reservation_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reservation_borrower_id"), ["borrower_id"], unique=False)
        batch_op.create_index("ix_reservation_created_at", ["created_at"], unique=False)

    op.create_table(
        "share",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.CheckConstraint("basis_points BETWEEN 1 AND 10000", name=op.f("ck_share_basis_points_range")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_share_asset_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_share_authority_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_share_asset_id"), ["asset_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_share_authority_id"), ["authority_id"], unique=False)

    op.create_table(
        "dossier",
        sa.Column("id", KEY, nullable=False),
        sa.Column("reservation_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("decide_by", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_dossier_authority_id")),
        sa.ForeignKeyConstraint(["reservation_id"], ["reservation.id"], name=op.f("fk_dossier_reservation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("reservation_id", "authority_id", name=op.f("uq_dossier_reservation_id_authority_id")),
    )
    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.create_index("ix_dossier_authority_id_decide_by", ["authority_id", "decide_by"], unique=False)

    op.create_table(
        "qualification",
        sa.Column("id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=True),
        sa.Column("verified_at", UtcDateTime(), nullable=True),
        sa.Column("verified_by_id", KEY, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_qualification_person_id")),
        sa.ForeignKeyConstraint(["verified_by_id"], ["account.id"], name=op.f("fk_qualification_verified_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
    )
    with op.batch_alter_table("qualification", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_qualification_person_id"), ["person_id"], unique=False)

    op.create_table(
        "line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("reservation_id", KEY, nullable=False),
        sa.Column("dossier_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("handover", sa.String(length=40), nullable=False),
        sa.Column("operator_id", KEY, nullable=True),
        sa.Column("driver_id", KEY, nullable=True),
        sa.Column("measures", Json, nullable=True),
        sa.Column("holds_until", UtcDateTime(), nullable=True),
        sa.Column("instead_of_id", KEY, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("use_start", UtcDateTime(), nullable=False),
        sa.Column("use_end", UtcDateTime(), nullable=False),
        sa.Column("custody_start", UtcDateTime(), nullable=False),
        sa.Column("custody_end", UtcDateTime(), nullable=False),
        sa.Column("blocked_start", UtcDateTime(), nullable=False),
        sa.Column("blocked_end", UtcDateTime(), nullable=False),
        sa.CheckConstraint("handover IN ('pickup', 'delivery')", name=op.f("ck_line_handover_known")),
        sa.CheckConstraint(
            "state IN ('draft', 'option', 'requested', 'proposed', 'approved', 'handed_over', 'returned', 'closed', 'refused', 'cancelled', 'expired', 'no_show')",
            name=op.f("ck_line_state_known"),
        ),
        sa.CheckConstraint("units > 0", name=op.f("ck_line_units_positive")),
        sa.CheckConstraint(
            "use_start < use_end AND custody_start < custody_end AND blocked_start <= custody_start AND custody_end <= blocked_end",
            name=op.f("ck_line_periods_ordered"),
        ),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_line_asset_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_line_dossier_id")),
        sa.ForeignKeyConstraint(["driver_id"], ["person.id"], name=op.f("fk_line_driver_id")),
        sa.ForeignKeyConstraint(["instead_of_id"], ["line.id"], name=op.f("fk_line_instead_of_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["person.id"], name=op.f("fk_line_operator_id")),
        sa.ForeignKeyConstraint(["reservation_id"], ["reservation.id"], name=op.f("fk_line_reservation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("reservation_id", "number", name=op.f("uq_line_reservation_id_number")),
    )
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.create_index("ix_line_asset_id_use_start", ["asset_id", "use_start"], unique=False)
        batch_op.create_index("ix_line_dossier_id_state", ["dossier_id", "state"], unique=False)
        batch_op.create_index("ix_line_state_custody_end", ["state", "custody_end"], unique=False)

    op.create_table(
        "quote",
        sa.Column("id", KEY, nullable=False),
        sa.Column("dossier_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("regulation_id", KEY, nullable=True),
        sa.Column("group", sa.String(length=40), nullable=True),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("accepted_by_id", KEY, nullable=True),
        sa.ForeignKeyConstraint(["accepted_by_id"], ["account.id"], name=op.f("fk_quote_accepted_by_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_quote_dossier_id")),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_quote_regulation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("dossier_id", "version", name=op.f("uq_quote_dossier_id_version")),
    )
    op.create_table(
        "amendment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("asked_by", sa.String(length=40), nullable=False),
        sa.Column("holds_until", UtcDateTime(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by_id", KEY, nullable=True),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("use_start", UtcDateTime(), nullable=False),
        sa.Column("use_end", UtcDateTime(), nullable=False),
        sa.Column("custody_start", UtcDateTime(), nullable=False),
        sa.Column("custody_end", UtcDateTime(), nullable=False),
        sa.Column("blocked_start", UtcDateTime(), nullable=False),
        sa.Column("blocked_end", UtcDateTime(), nullable=False),
        sa.CheckConstraint("asked_by IN ('borrower', 'desk')", name=op.f("ck_amendment_asked_by_known")),
        sa.CheckConstraint("state IN ('pending', 'accepted', 'refused', 'withdrawn')", name=op.f("ck_amendment_state_known")),
        sa.CheckConstraint("units > 0", name=op.f("ck_amendment_units_positive")),
        sa.CheckConstraint(
            "use_start < use_end AND custody_start < custody_end AND blocked_start <= custody_start AND custody_end <= blocked_end",
            name=op.f("ck_amendment_periods_ordered"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_amendment_account_id")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_amendment_asset_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_amendment_decided_by_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_amendment_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index("ix_amendment_line_id_state", ["line_id", "state"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("findings", Json, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_decision_account_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_decision_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_line_id"), ["line_id"], unique=False)

    op.create_table(
        "fact",
        sa.Column("id", KEY, nullable=False),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=True),
        sa.Column("line_id", KEY, nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('closure', 'breakdown', 'overdue', 'imported', 'lost')", name=op.f("ck_fact_kind_known")),
        sa.CheckConstraint("units > 0", name=op.f("ck_fact_units_positive")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_fact_account_id")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_fact_asset_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_fact_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index("ix_fact_asset_id", ["asset_id", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_fact_line_id"), ["line_id"], unique=False)

    op.create_table(
        "line_move",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("from_state", sa.String(length=40), nullable=False),
        sa.Column("to_state", sa.String(length=40), nullable=False),
        sa.Column("party", sa.String(length=40), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_line_move_account_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_line_move_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_move")),
    )
    with op.batch_alter_table("line_move", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_line_move_line_id"), ["line_id"], unique=False)

    op.create_table(
        "quota_use",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rule_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=False),
        sa.Column("returned_at", UtcDateTime(), nullable=True),
        sa.Column("details", Json, nullable=True),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_quota_use_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_quota_use_borrower_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_quota_use_line_id")),
        sa.ForeignKeyConstraint(["rule_id"], ["lending_rule.id"], name=op.f("fk_quota_use_rule_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quota_use")),
    )
    with op.batch_alter_table("quota_use", schema=None) as batch_op:
        batch_op.create_index("ix_quota_use_key", ["rule_id", "borrower_id", "year"], unique=False)
        batch_op.create_index(batch_op.f("ix_quota_use_line_id"), ["line_id"], unique=False)

    op.create_table(
        "quote_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("quote_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_id", KEY, nullable=True),
        sa.Column("regulation_id", KEY, nullable=False),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.Boolean(), nullable=False),
        sa.Column("vat", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_quote_line_line_id")),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_line_quote_id")),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_quote_line_regulation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_line")),
        sa.UniqueConstraint("quote_id", "position", name=op.f("uq_quote_line_quote_id_position")),
    )
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quote_line_line_id"), ["line_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=True),
        sa.Column("asset_id", KEY, nullable=False),
        sa.Column("depot_id", KEY, nullable=False),
        sa.Column("authority_id", KEY, nullable=False),
        sa.Column("borrower_id", KEY, nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('prepare', 'deliver', 'hand_out', 'collect', 'take_back', 'open_hall', 'close_hall', 'clean', 'inspect')",
            name=op.f("ck_task_kind_known"),
        ),
        sa.CheckConstraint("state IN ('planned', 'done', 'cancelled')", name=op.f("ck_task_state_known")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_task_window_ordered")),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_task_asset_id")),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_task_authority_id")),
        sa.ForeignKeyConstraint(["borrower_id"], ["borrower.id"], name=op.f("fk_task_borrower_id")),
        sa.ForeignKeyConstraint(["depot_id"], ["depot.id"], name=op.f("fk_task_depot_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_task_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index("ix_task_asset_id", ["asset_id", "starts_at"], unique=False)
        batch_op.create_index("ix_task_authority_id", ["authority_id", "starts_at"], unique=False)
        batch_op.create_index("ix_task_borrower_id", ["borrower_id", "starts_at"], unique=False)
        batch_op.create_index("ix_task_depot_id", ["depot_id", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_line_id"), ["line_id"], unique=False)

    op.create_table(
        "conflict",
        sa.Column("id", KEY, nullable=False),
        sa.Column("fact_id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.Column("resolution", sa.String(length=40), nullable=True),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.Column("resolved_by_id", KEY, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "resolution IN ('moved', 'replaced', 'cancelled', 'accepted', 'gone')", name=op.f("ck_conflict_resolution_known")
        ),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_conflict_fact_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_conflict_line_id")),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["account.id"], name=op.f("fk_conflict_resolved_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_line_id"), ["line_id"], unique=False)
        batch_op.create_index("uq_conflict_open", ["fact_id", "line_id"], unique=True)
    op.execute("INSERT INTO counter (name, value) VALUES ('catalogue', 1), ('borrowers', 1)")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.drop_index("uq_conflict_open")
        batch_op.drop_index(batch_op.f("ix_conflict_line_id"))

    op.drop_table("conflict")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_line_id"))
        batch_op.drop_index("ix_task_depot_id")
        batch_op.drop_index("ix_task_borrower_id")
        batch_op.drop_index("ix_task_authority_id")
        batch_op.drop_index("ix_task_asset_id")

    op.drop_table("task")
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quote_line_line_id"))

    op.drop_table("quote_line")
    with op.batch_alter_table("quota_use", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quota_use_line_id"))
        batch_op.drop_index("ix_quota_use_key")

    op.drop_table("quota_use")
    with op.batch_alter_table("line_move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_line_move_line_id"))

    op.drop_table("line_move")
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fact_line_id"))
        batch_op.drop_index("ix_fact_asset_id")

    op.drop_table("fact")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_line_id"))

    op.drop_table("decision")
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index("ix_amendment_line_id_state")

    op.drop_table("amendment")
    op.drop_table("quote")
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.drop_index("ix_line_state_custody_end")
        batch_op.drop_index("ix_line_dossier_id_state")
        batch_op.drop_index("ix_line_asset_id_use_start")

    op.drop_table("line")
    with op.batch_alter_table("qualification", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_qualification_person_id"))

    op.drop_table("qualification")
    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.drop_index("ix_dossier_authority_id_decide_by")

    op.drop_table("dossier")
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_share_authority_id"))
        batch_op.drop_index(batch_op.f("ix_share_asset_id"))

    op.drop_table("share")
    with op.batch_alter_table("reservation", schema=None) as batch_op:
        batch_op.drop_index("ix_reservation_created_at")
        batch_op.drop_index(batch_op.f("ix_reservation_borrower_id"))
        batch_op.drop_index(batch_op.f("ix_reservation_account_id"))

    op.drop_table("reservation")
    with op.batch_alter_table("requirement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_requirement_authority_id"))
        batch_op.drop_index(batch_op.f("ix_requirement_asset_id"))

    op.drop_table("requirement")
    op.drop_table("regulation_part")
    with op.batch_alter_table("recognition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recognition_borrower_id"))
        batch_op.drop_index(batch_op.f("ix_recognition_authority_id"))

    op.drop_table("recognition")
    with op.batch_alter_table("policy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_policy_borrower_id"))
        batch_op.drop_index(batch_op.f("ix_policy_authority_id"))

    op.drop_table("policy")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_borrower_id"))
        batch_op.drop_index(batch_op.f("ix_person_account_id"))

    op.drop_table("person")
    with op.batch_alter_table("part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_part_part_id"))

    op.drop_table("part")
    with op.batch_alter_table("opening_slot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_opening_slot_depot_id"))

    op.drop_table("opening_slot")
    with op.batch_alter_table("occupancy", schema=None) as batch_op:
        batch_op.drop_index("ix_occupancy_time")
        batch_op.drop_index("ix_occupancy_holder")
        batch_op.drop_index(
            "ix_occupancy_expires_at", sqlite_where=sa.text("expires_at IS NOT NULL"), postgresql_where=sa.text("expires_at IS NOT NULL")
        )
        batch_op.drop_index("ix_occupancy_asset")

    op.drop_table("occupancy")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_borrower_id"))

    op.drop_table("membership")
    with op.batch_alter_table("management", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_management_authority_id"))
        batch_op.drop_index(batch_op.f("ix_management_asset_id"))

    op.drop_table("management")
    with op.batch_alter_table("lending_rule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lending_rule_authority_id"))
        batch_op.drop_index(batch_op.f("ix_lending_rule_asset_id"))

    op.drop_table("lending_rule")
    with op.batch_alter_table("keeping", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_keeping_depot_id"))
        batch_op.drop_index(batch_op.f("ix_keeping_asset_id"))

    op.drop_table("keeping")
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspection_asset_id"))

    op.drop_table("inspection")
    with op.batch_alter_table("closed_days", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_closed_days_depot_id"))

    op.drop_table("closed_days")
    with op.batch_alter_table("agreement_scope", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_scope_agreement_id"))

    op.drop_table("agreement_scope")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_account_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_authority_id"))

    op.drop_table("role")
    with op.batch_alter_table("regulation", schema=None) as batch_op:
        batch_op.drop_index("ix_regulation_authority_id")

    op.drop_table("regulation")
    with op.batch_alter_table("local_holiday", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_local_holiday_authority_id"))

    op.drop_table("local_holiday")
    op.drop_table("idempotency_key")
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_member_municipality_id"))
        batch_op.drop_index(batch_op.f("ix_group_member_member_id"))

    op.drop_table("group_member")
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feed_account_id"))

    op.drop_table("feed")
    with op.batch_alter_table("depot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_depot_authority_id"))

    op.drop_table("depot")
    with op.batch_alter_table("borrower", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_borrower_authority_id"))

    op.drop_table("borrower")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_subject")
        batch_op.drop_index("ix_audit_authority_id_at")

    op.drop_table("audit")
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.drop_index("ix_asset_category_id")

    op.drop_table("asset")
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_token_account_id"))

    op.drop_table("api_token")
    with op.batch_alter_table("agreement_term", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_term_agreement_id"))

    op.drop_table("agreement_term")
    with op.batch_alter_table("agreement_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_party_authority_id"))

    op.drop_table("agreement_party")
    op.drop_table("agreement_beneficiary")
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_attempt_email")
        batch_op.drop_index("ix_sign_in_attempt_address")

    op.drop_table("sign_in_attempt")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_state")

    op.drop_table("outbox")
    op.drop_table("job_run")
    op.drop_table("counter")
    op.drop_table("category")
    with op.batch_alter_table("authority", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_authority_successor_id"))

    op.drop_table("authority")
    op.drop_table("agreement")
    op.drop_table("account")
