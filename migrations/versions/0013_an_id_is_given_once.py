"""On SQLite too an id that was given is never given again, in the tables whose rows can go while a page still names them."""

from __future__ import annotations

import re

from alembic import op
from sqlalchemy import Connection

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLES = (
    "api_token", "basket", "basket_line", "catalogue_import", "closed_days", "feed", "local_holiday", "mailed_key", "management",
    "membership", "opening_slot", "part", "photograph", "regulation", "role", "share", "sign_in", "simulation",
)  # fmt: skip


def upgrade() -> None:
    """Build these tables anew with AUTOINCREMENT; PostgreSQL's sequences never went back."""
    for table in TABLES:
        _rebuild(op.get_bind(), table, once=True)


def downgrade() -> None:
    """Without it."""
    for table in TABLES:
        _rebuild(op.get_bind(), table, once=False)


def _rebuild(connection: Connection, table: str, *, once: bool) -> None:
    """The same table, but for how it numbers its rows: SQLite cannot alter that, and Alembic's batches would lose the checks' names."""
    if connection.dialect.name != "sqlite":
        return
    kept = "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type = 'index'"
    (_, written), *indexes = connection.exec_driver_sql(kept, (table,))
    anew = re.sub(rf'^CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_anew", written)
    plain, key = "id INTEGER NOT NULL", f"CONSTRAINT pk_{table} PRIMARY KEY"
    numbered = f"{plain} {key} AUTOINCREMENT"
    if once:
        anew = re.sub(rf",\s*{key} \(id\)", "", anew).replace(plain, numbered, 1)
    else:
        anew = anew.replace(numbered, plain, 1).rstrip().removesuffix(")") + f",\n\t{key} (id)\n)"
    connection.exec_driver_sql(anew)
    connection.exec_driver_sql(f"INSERT INTO {table}_anew SELECT * FROM {table}")  # noqa: S608 - our own names
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE {table}_anew RENAME TO {table}")
    for _, index in indexes:
        connection.exec_driver_sql(index)
