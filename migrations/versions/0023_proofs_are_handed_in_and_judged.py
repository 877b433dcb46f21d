"""Policies and qualifications are handed in by whom they are of and judged by owners; a person may be named by several borrowers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COVER = (
    "kind IN ('liability', 'all_risk', 'fire_and_explosion', 'tenant_fire', 'waiver_of_recourse', 'motor', 'work_accidents', 'volunteers')"
)
ASKED = COVER.removesuffix(")") + ", 'inspection', 'operator', 'driver')"
ASKED_BEFORE = "kind IN ('liability', 'inspection', 'operator', 'driver')"
HELD = "kind IN ('platform_operator', 'licence_b', 'licence_b96', 'licence_be', 'licence_c1e', 'licence_ce')"
PURPOSE = "purpose IN ('event', 'meeting', 'party', 'sport', 'school', 'works', 'private', 'commercial')"


def upgrade() -> None:
    """Create `proof_verdict` and `person_borrower` from what stood on the proofs and persons, and widen proofs and requirements."""
    _verdicts()
    _named_by()
    with op.batch_alter_table("policy") as policy:
        _drop_verified(policy, "policy")
        _declared(policy, "policy")
        policy.add_column(sa.Column("insured", sa.Text(), nullable=False, server_default=""))
        policy.add_column(sa.Column("asset_ids", Json, nullable=True))
        policy.add_column(sa.Column("category_ids", Json, nullable=True))
        policy.add_column(sa.Column("succeeds_id", KEY, nullable=True))
        policy.create_foreign_key(op.f("fk_policy_succeeds_id"), "policy", ["succeeds_id"], ["id"])
        policy.create_check_constraint(op.f("ck_policy_kind_known"), COVER)
    op.create_index("uq_policy_succeeds_id", "policy", ["succeeds_id"], unique=True)
    with op.batch_alter_table("qualification") as held:
        _drop_verified(held, "qualification")
        _declared(held, "qualification")
        held.add_column(sa.Column("held_since", sa.Date(), nullable=True))
        held.create_check_constraint(op.f("ck_qualification_kind_known"), HELD)
    with op.batch_alter_table("person") as person:
        person.drop_index(op.f("ix_person_borrower_id"))
        person.drop_constraint(op.f("fk_person_borrower_id"), type_="foreignkey")
        person.drop_column("borrower_id")
    with op.batch_alter_table("requirement") as asked:
        asked.drop_constraint(op.f("ck_requirement_kind_known"), type_="check")
        asked.create_check_constraint(op.f("ck_requirement_kind_known"), ASKED)
        asked.add_column(sa.Column("purpose", sa.String(40), nullable=True))
        asked.add_column(sa.Column("most_excess_cents", sa.BigInteger(), nullable=True))
        asked.add_column(sa.Column("own_verification", sa.Boolean(), nullable=False, server_default=sa.false()))
        asked.add_column(sa.Column("valid_from", sa.Date(), nullable=True))
        asked.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        asked.create_check_constraint(op.f("ck_requirement_purpose_known"), PURPOSE)


def downgrade() -> None:
    """Put the newest acceptance and the first borrower back where they stood; what only the new tables can say goes."""
    op.execute(f"DELETE FROM requirement WHERE NOT ({ASKED_BEFORE})")  # noqa: S608 - our own words
    with op.batch_alter_table("requirement") as asked:
        asked.drop_constraint(op.f("ck_requirement_purpose_known"), type_="check")
        asked.drop_constraint(op.f("ck_requirement_kind_known"), type_="check")
        asked.create_check_constraint(op.f("ck_requirement_kind_known"), ASKED_BEFORE)
        for name in ("purpose", "most_excess_cents", "own_verification", "valid_from", "valid_until"):
            asked.drop_column(name)
    op.drop_index("uq_policy_succeeds_id", "policy")
    for table, own in (("policy", ("succeeds_id", "insured", "asset_ids", "category_ids")), ("qualification", ("held_since",))):
        with op.batch_alter_table(table) as proof:
            proof.drop_constraint(op.f(f"ck_{table}_kind_known"), type_="check")
            proof.drop_constraint(op.f(f"fk_{table}_declared_by_id"), type_="foreignkey")
            if table == "policy":
                proof.drop_constraint(op.f("fk_policy_succeeds_id"), type_="foreignkey")
            for name in (*own, "revision", "declared_at", "declared_by_id"):
                proof.drop_column(name)
            proof.add_column(sa.Column("verified_at", UtcDateTime(), nullable=True))
            proof.add_column(sa.Column("verified_by_id", KEY, nullable=True))
            proof.create_foreign_key(op.f(f"fk_{table}_verified_by_id"), "account", ["verified_by_id"], ["id"])
        newest = f"FROM proof_verdict v WHERE v.{table}_id = {table}.id AND v.accepted ORDER BY v.id DESC LIMIT 1"
        op.execute(f"UPDATE {table} SET verified_at = (SELECT v.at {newest}), verified_by_id = (SELECT v.account_id {newest})")  # noqa: S608
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("borrower_id", KEY, nullable=True))
    op.execute("UPDATE person SET borrower_id = (SELECT min(borrower_id) FROM person_borrower WHERE person_id = person.id)")
    with op.batch_alter_table("person") as person:
        person.alter_column("borrower_id", existing_type=KEY, nullable=False)
        person.create_foreign_key(op.f("fk_person_borrower_id"), "borrower", ["borrower_id"], ["id"])
        person.create_index(op.f("ix_person_borrower_id"), ["borrower_id"])
    op.drop_table("person_borrower")
    op.drop_table("proof_verdict")


def _verdicts() -> None:
    op.create_table(
        "proof_verdict",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("policy_id", KEY, sa.ForeignKey("policy.id", name=op.f("fk_proof_verdict_policy_id")), nullable=True),
        sa.Column(
            "qualification_id", KEY, sa.ForeignKey("qualification.id", name=op.f("fk_proof_verdict_qualification_id")), nullable=True
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("authority_id", KEY, sa.ForeignKey("authority.id", name=op.f("fk_proof_verdict_authority_id")), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("account_id", KEY, sa.ForeignKey("account.id", name=op.f("fk_proof_verdict_account_id")), nullable=True),
        sa.CheckConstraint("(policy_id IS NULL) <> (qualification_id IS NULL)", name=op.f("ck_proof_verdict_one_proof")),
        sa.CheckConstraint("accepted OR reason <> ''", name=op.f("ck_proof_verdict_rejected_with_reason")),
    )
    for column in ("policy_id", "qualification_id"):
        op.create_index(f"ix_proof_verdict_{column}", "proof_verdict", [column])
    columns = "revision, authority_id, accepted, reason, at, account_id"
    op.execute(
        f"INSERT INTO proof_verdict (policy_id, {columns}) "  # noqa: S608 - our names
        "SELECT p.id, 1, coalesce(p.authority_id, b.authority_id), true, '', p.verified_at, p.verified_by_id "
        "FROM policy p LEFT JOIN borrower b ON b.id = p.borrower_id WHERE p.verified_at IS NOT NULL"
    )
    op.execute(
        f"INSERT INTO proof_verdict (qualification_id, {columns}) "  # noqa: S608 - our names
        "SELECT q.id, 1, b.authority_id, true, '', q.verified_at, q.verified_by_id FROM qualification q "
        "JOIN person n ON n.id = q.person_id JOIN borrower b ON b.id = n.borrower_id WHERE q.verified_at IS NOT NULL"
    )


def _named_by() -> None:
    op.create_table(
        "person_borrower",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("person_id", KEY, sa.ForeignKey("person.id", name=op.f("fk_person_borrower_person_id")), nullable=False),
        sa.Column("borrower_id", KEY, sa.ForeignKey("borrower.id", name=op.f("fk_person_borrower_borrower_id")), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
    )
    op.create_index("ix_person_borrower_person_id", "person_borrower", ["person_id"])
    op.create_index("ix_person_borrower_borrower_id", "person_borrower", ["borrower_id"])
    op.execute("INSERT INTO person_borrower (person_id, borrower_id, valid_from) SELECT id, borrower_id, '2020-01-01' FROM person")


def _drop_verified(table: op.BatchOperations, name: str) -> None:
    table.drop_constraint(op.f(f"fk_{name}_verified_by_id"), type_="foreignkey")
    table.drop_column("verified_at")
    table.drop_column("verified_by_id")


def _declared(table: op.BatchOperations, name: str) -> None:
    """Who handed it in when, and which revision of it stands."""
    table.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
    table.add_column(sa.Column("declared_at", UtcDateTime(), nullable=True))
    table.add_column(sa.Column("declared_by_id", KEY, nullable=True))
    table.create_foreign_key(op.f(f"fk_{name}_declared_by_id"), "account", ["declared_by_id"], ["id"])
