"""Tables whose rows can go while a page still names them: their ids are never given to another row."""

from __future__ import annotations

import re

from sqlalchemy import Connection

GIVEN_ONCE = frozenset({
    "agreement_party", "agreement_term", "api_token", "basket", "basket_line", "catalogue_import", "checklist_item", "closed_days", "feed",
    "local_holiday", "mailed_key", "management", "membership", "opening_slot", "part", "photograph", "regulation", "role", "share",
    "sign_in", "simulation", "terms_draft",
})  # fmt: skip
"""PostgreSQL's sequences never go back; SQLite gives the id of the last row again once that is gone, unless the table is told not to
(AUTOINCREMENT), and then a button on a page of yesterday would act on somebody else's row. A table belongs here when the product deletes
its rows and shows, mails or compares their ids."""


def number_once(connection: Connection, table: str, *, once: bool = True) -> None:
    """The same table, but for AUTOINCREMENT: with `once` an id that was given is never given again. PostgreSQL's sequences never go back.

    Not by Alembic's batches: those lose the names of checks.
    """
    if connection.dialect.name != "sqlite":
        return
    kept = """SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type IN ('table', 'index')
    ORDER BY type = 'index'"""
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
