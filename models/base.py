"""The declarative base, column types and small mixins that every table shares."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment: `timestamptz` on PostgreSQL, whole seconds since 1970 on SQLite, UTC in Python.

    Raises ValueError for a naive value: a time without a zone is a mistake, never a default.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value!r}")
        return int(value.timestamp()) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return datetime.fromtimestamp(value, UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


Json = JSON().with_variant(JSONB(), "postgresql")

Key = Annotated[int, mapped_column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)]
Code = Annotated[str, mapped_column(String(40))]
Name = Annotated[str, mapped_column(String(200))]
Prose = Annotated[str, mapped_column(Text)]
Moment = Annotated[datetime, mapped_column(UtcDateTime)]
Cents = Annotated[int, mapped_column(BigInteger)]


def points_to(target: str, *, indexed: bool = True, **options: Any) -> Mapped[Any]:
    """A foreign key column to `table.id`, indexed unless another index already starts with it."""
    return mapped_column(ForeignKey(f"{target}.id"), index=indexed, **options)


def one_of(column: str, values: Iterable[str] | type[StrEnum]) -> CheckConstraint:
    """A CHECK that keeps `column` within a closed list of words."""
    words = [str(value) for value in values]
    return CheckConstraint(f"{column} IN ({', '.join(repr(word) for word in words)})", name=f"{column}_known")


class Base(DeclarativeBase):
    """What every table has in common: constraint names that a message can be found by."""

    metadata = MetaData(naming_convention=NAMES)


class Dated:
    """A relation that holds from one calendar date up to and including another, or without end."""

    valid_from: Mapped[date]
    valid_until: Mapped[date | None]

    def holds_on(self, day: date) -> bool:
        """True on every day from the first to the last, both included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
