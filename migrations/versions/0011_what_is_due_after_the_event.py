"""What follows an event in money is kept: charges proposed and decided, what is due, and what was received and given back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.base import Json, UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TERMS = ("hire_before", "deposit_before")


def upgrade() -> None:
    """Create the tables; an owner may want to be paid before, and has an account to be paid on."""
    _basis()
    _charges()
    _receivables()
    for column, moment in (("total", "max(line.custody_end)"), ("deposit", "min(line.custody_start)")):
        op.execute(_due_already(column, moment))
    with op.batch_alter_table("lending_rule") as rule:
        for column in TERMS:
            rule.add_column(sa.Column(column, sa.String(length=40), nullable=True))
            rule.create_check_constraint(op.f(f"ck_lending_rule_{column}_known"), f"{column} IN ('confirmation', 'handover')")
        rule.add_column(sa.Column("payment_days", sa.Integer(), nullable=True))
    op.add_column("authority", sa.Column("iban", sa.String(length=34), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("authority", "iban")
    with op.batch_alter_table("lending_rule") as rule:
        rule.drop_column("payment_days")
        for column in TERMS:
            rule.drop_constraint(op.f(f"ck_lending_rule_{column}_known"), type_="check")
            rule.drop_column(column)
    for table in ("payment_mark", "receivable", "charge_decision", "charge_post", "charge", "return_report", "quote_basis"):
        op.drop_table(table)


def _due_already(column: str, moment: str) -> str:
    """What stands firm when the tables come: its hire is due thirty days after the return, its deposit on the day of hand-over."""
    sort, days = ("hire", 30) if column == "total" else ("deposit", 0)
    if op.get_bind().dialect.name == "sqlite":
        day, now = f"date({moment}, 'unixepoch', '+{days} days')", "CAST(strftime('%s', 'now') AS INTEGER)"
    else:
        day, now = f"({moment} AT TIME ZONE 'Europe/Brussels')::date + {days}", "date_trunc('second', now())"
    return f"""
        INSERT INTO receivable (dossier_id, authority_id, sort, amount, due_on, received, returned, kept, changed_at)
        SELECT dossier.id, dossier.authority_id, '{sort}', quote.{column}, {day}, 0, 0, 0, {now}
        FROM dossier
        JOIN quote ON quote.dossier_id = dossier.id
            AND quote.version = (SELECT max(newest.version) FROM quote AS newest WHERE newest.dossier_id = dossier.id)
        JOIN line ON line.dossier_id = dossier.id AND line.state IN ('approved', 'handed_over', 'returned')
        WHERE quote.{column} > 0
        GROUP BY dossier.id, dossier.authority_id, quote.{column}
    """  # noqa: S608 - our own names


def _basis() -> None:
    op.create_table(
        "quote_basis",
        sa.Column("id", KEY, nullable=False),
        sa.Column("quote_id", sa.BigInteger(), nullable=False),
        sa.Column("parts", Json, nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_basis_quote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_basis")),
        sa.UniqueConstraint("quote_id", name=op.f("uq_quote_basis_quote_id")),
    )
    op.create_table(
        "return_report",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("seconds_late", sa.Integer(), nullable=False),
        sa.Column("units_missing", sa.Integer(), nullable=False),
        sa.Column("measures", Json, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("seconds_late >= 0 AND units_missing >= 0", name=op.f("ck_return_report_counts_not_negative")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_return_report_account_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_return_report_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_report")),
    )
    op.create_index(op.f("ix_return_report_line_id"), "return_report", ["line_id"])


def _charges() -> None:
    op.create_table(
        "charge",
        sa.Column("id", KEY, nullable=False),
        sa.Column("dossier_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("regulation_id", sa.BigInteger(), nullable=True),
        sa.Column("occasion", sa.String(length=40), nullable=False),
        sa.Column("basis", Json, nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("occasion IN ('late', 'measured', 'missing', 'damage', 'cancellation')", name=op.f("ck_charge_occasion_known")),
        sa.CheckConstraint("total = net + vat", name=op.f("ck_charge_total_is_sum")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_charge_account_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_charge_dossier_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_charge_line_id")),
        sa.ForeignKeyConstraint(["regulation_id"], ["regulation.id"], name=op.f("fk_charge_regulation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charge")),
    )
    op.create_index(op.f("ix_charge_dossier_id"), "charge", ["dossier_id"])
    op.create_index(op.f("ix_charge_line_id"), "charge", ["line_id"])
    op.create_table(
        "charge_post",
        sa.Column("id", KEY, nullable=False),
        sa.Column("charge_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=True),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["charge_id"], ["charge.id"], name=op.f("fk_charge_post_charge_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_charge_post_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charge_post")),
        sa.UniqueConstraint("charge_id", "position", name=op.f("uq_charge_post_charge_id")),
    )
    op.create_table(
        "charge_decision",
        sa.Column("id", KEY, nullable=False),
        sa.Column("charge_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("step IN ('charged', 'waived')", name=op.f("ck_charge_decision_step_known")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_charge_decision_account_id")),
        sa.ForeignKeyConstraint(["charge_id"], ["charge.id"], name=op.f("fk_charge_decision_charge_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charge_decision")),
        sa.UniqueConstraint("charge_id", "step", name=op.f("uq_charge_decision_charge_id")),
    )


def _receivables() -> None:
    cents = [sa.Column(name, sa.BigInteger(), nullable=False) for name in ("received", "returned", "kept")]
    op.create_table(
        "receivable",
        sa.Column("id", KEY, nullable=False),
        sa.Column("dossier_id", sa.BigInteger(), nullable=False),
        sa.Column("authority_id", sa.BigInteger(), nullable=False),
        sa.Column("charge_id", sa.BigInteger(), nullable=True),
        sa.Column("sort", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        *cents,
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("sort IN ('hire', 'deposit', 'charge')", name=op.f("ck_receivable_sort_known")),
        sa.CheckConstraint("stage IN ('confirmation', 'handover')", name=op.f("ck_receivable_stage_known")),
        sa.CheckConstraint("(sort = 'charge') = (charge_id IS NOT NULL)", name=op.f("ck_receivable_charge_named")),
        sa.CheckConstraint(
            "received >= 0 AND returned >= 0 AND kept >= 0 AND returned + kept <= received", name=op.f("ck_receivable_marks_in_order")
        ),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_receivable_authority_id")),
        sa.ForeignKeyConstraint(["charge_id"], ["charge.id"], name=op.f("fk_receivable_charge_id")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_receivable_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receivable")),
        sa.UniqueConstraint("charge_id", name=op.f("uq_receivable_charge_id")),
    )
    alone = {"sqlite_where": sa.text("charge_id IS NULL"), "postgresql_where": sa.text("charge_id IS NULL")}
    op.create_index("ix_receivable_dossier_id_sort", "receivable", ["dossier_id", "sort"], unique=True, **alone)
    op.create_index("ix_receivable_dossier_id", "receivable", ["dossier_id"])
    op.create_index("ix_receivable_authority_id_due_on", "receivable", ["authority_id", "due_on"])
    op.create_table(
        "payment_mark",
        sa.Column("id", KEY, nullable=False),
        sa.Column("receivable_id", sa.BigInteger(), nullable=False),
        sa.Column("sort", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("sort IN ('received', 'returned', 'kept')", name=op.f("ck_payment_mark_sort_known")),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_payment_mark_amount_not_zero")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_payment_mark_account_id")),
        sa.ForeignKeyConstraint(["receivable_id"], ["receivable.id"], name=op.f("fk_payment_mark_receivable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_mark")),
    )
    op.create_index(op.f("ix_payment_mark_receivable_id"), "payment_mark", ["receivable_id"])
