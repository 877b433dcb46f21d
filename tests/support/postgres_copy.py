"""A PostgreSQL database of which the tables that a test wrote to are filled again as they were, while others stay connected."""

from __future__ import annotations

from typing import LiteralString

import psycopg
from psycopg import sql

from tests.support.versions import renewed

TABLES: LiteralString = """
    SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname"""
SEQUENCES: LiteralString = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
VERSIONS: LiteralString = "SELECT name, value FROM counter"
NEXT: LiteralString = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint % 4294967296"
AT_WORK: LiteralString = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type = 'client backend' AND state IS DISTINCT FROM 'idle'"""
SCHEMA = sql.SQL(" UNION ALL ").join(
    sql.SQL("SELECT count(*), max(xmin::text::bigint) FROM {}").format(sql.Identifier(catalog))
    for catalog in ("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_proc", "pg_trigger")
)
WRITTEN: LiteralString = "SELECT {} FROM {} HAVING count(*) <> {} OR max(xmin::text::bigint) >= %(next)s"


class PostgresCopy:
    """A database that was just made from a template. Each row names the transaction that wrote it (xmin): so what is new is known."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._own = psycopg.connect(url, autocommit=True, connect_timeout=10, prepare_threshold=0)
        self._own.execute("SET lock_timeout = '2s'")
        tables = self._own.execute(TABLES).fetchall()
        self._parts = {name: sql.SQL("{} ({})").format(sql.Identifier(name), _listed(columns)) for name, columns in tables}
        self._rows = {name: self._read(part) for name, part in self._parts.items()}
        self._written = sql.SQL(" UNION ALL ").join(_whether_written(name, rows.count(b"\n")) for name, rows in self._rows.items())
        self._sequences, self._versions = self._pairs(SEQUENCES), self._pairs(VERSIONS)
        self._note()

    def put_back(self) -> bool:
        """Write again what differs. False when the schema was changed, when somebody is at work, or when we may not switch triggers off."""
        try:
            if self._number(AT_WORK) or self._schema_now() != self._schema:
                return False
            written = [name for (name,) in self._own.execute(self._written, {"next": self._next}).fetchall()]
            moved = [name for name, value in self._pairs(SEQUENCES).items() if value != self._sequences[name]]
            if written or moved:
                self._write(written, moved)
        except psycopg.Error:
            return False
        return True

    def close(self) -> None:
        """Nobody asks for it any more; it is gone with the run's other databases."""
        self._own.close()

    def _write(self, tables: list[str], sequences: list[str]) -> None:
        self._versions = renewed(self._versions, self._pairs(VERSIONS))
        with self._own.transaction():
            self._own.execute("SET LOCAL session_replication_role = replica")  # neither triggers nor foreign keys
            for name in tables:
                self._own.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
                self._fill(self._parts[name], self._rows[name])
            for name in sequences:
                value = self._sequences[name]
                self._own.execute("SELECT setval(%s, %s, %s)", [name, 1 if value is None else value, value is not None])
            for version in self._versions.items():
                self._own.execute("UPDATE counter SET value = %s WHERE name = %s", version[::-1])
        self._note()

    def _note(self) -> None:
        """How it is now, so that later is seen what others wrote."""
        self._schema, self._next = self._schema_now(), self._number(NEXT)

    def _read(self, part: sql.Composed) -> bytes:
        with self._own.cursor() as cursor, cursor.copy(sql.SQL("COPY {} TO STDOUT").format(part)) as copied:
            return b"".join(bytes(piece) for piece in copied)

    def _fill(self, part: sql.Composed, rows: bytes) -> None:
        if rows:
            with self._own.cursor() as cursor, cursor.copy(sql.SQL("COPY {} FROM STDIN").format(part)) as copied:
                copied.write(rows)

    def _schema_now(self) -> list[tuple[int, int]]:
        return self._own.execute(SCHEMA).fetchall()

    def _pairs(self, question: LiteralString) -> dict[str, int]:
        return dict(self._own.execute(question).fetchall())

    def _number(self, question: LiteralString) -> int:
        return self._own.execute(question).fetchone()[0]


def _whether_written(table: str, rows: int) -> sql.Composed:
    return sql.SQL(WRITTEN).format(sql.Literal(table), sql.Identifier(table), sql.Literal(rows))


def _listed(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))
