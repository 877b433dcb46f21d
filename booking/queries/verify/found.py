"""What a check gives, and how it reads: row by row, so that millions of rows need no more memory than a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Result, Select, TextClause
from sqlalchemy.orm import Session

from models import Base

AT_ONCE = 1000


class Violation(NamedTuple):
    """Something that cannot be: a code, the table and row where it shows (a name where there is no row), and what was seen."""

    code: str
    table: str
    row_id: int | str
    details: dict[str, Any]


def stream(session: Session, query: Select[Any] | TextClause) -> Result[Any]:
    """The rows of a query, fetched a thousand at a time from a cursor that the database keeps."""
    return session.execute(query, execution_options={"yield_per": AT_ONCE})


def found(session: Session, code: str, model: type[Base], query: Select[Any]) -> Iterator[Violation]:
    """A violation for each row that the query finds: its column `id` is the row's, the others become details."""
    for row in stream(session, query).mappings():
        yield Violation(code, model.__tablename__, row["id"], {name: value for name, value in row.items() if name != "id"})


def holder_id(holder: str, noun: str) -> int | None:
    """The id in a holder such as `line:12`; None when the holder is of another noun or malformed."""
    name, _, number = holder.partition(":")
    return int(number) if name == noun and number.isascii() and number.isdigit() and len(number) < 19 else None
