"""What all lists of the administration have in common: words to search, an order, pages of fifty, and how many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, String, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from booking.rules.permissions import ALLOWED, Actor, authorities_for

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a list: words that must all occur, the column to sort by, a page from 1, and what the filters are set to."""

    words: str = ""
    sort: str = ""
    descending: bool = False
    page: int = 1
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list: its rows, the page it is, and how many rows and pages there are in all."""

    rows: list[RowMapping]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """At least one, which may be empty."""
        return max(1, -(-self.total // PER_PAGE))

    @property
    def first(self) -> int:
        """The number of the first row on this page, counted from one."""
        return (self.page - 1) * PER_PAGE + 1


def listed(session: Session, rows: Select[Any], question: Question, searched: Collection[str]) -> Listing:
    """The page that is asked for of a noun's rows, or the last one when there are fewer. Columns are known by their labels."""
    found = _found(rows, question, searched)
    total = counted(session, found)
    page = min(max(1, question.page), max(1, -(-total // PER_PAGE)))
    shown = _ordered(found, question).limit(PER_PAGE).offset((page - 1) * PER_PAGE)
    return Listing(list(session.execute(shown).mappings()), page, total)


def all_listed(session: Session, rows: Select[Any], question: Question, searched: Collection[str]) -> Iterator[RowMapping]:
    """Every row that the question finds, in its order, whatever the page: what an export writes."""
    yield from session.execute(_ordered(_found(rows, question, searched), question)).mappings()


def within(authority: InstrumentedAttribute[int], actor: Actor, act: str) -> ColumnElement[bool]:
    """The condition that keeps a list to the authorities for which the actor may do `act`: a steward may see all of what stewards may."""
    return true() if ALLOWED[act] & actor.standing else authority.in_(authorities_for(actor, act))


def counted(session: Session, rows: Select[Any]) -> int:
    """How many rows there are."""
    return session.scalar(select(func.count()).select_from(rows.order_by(None).subquery())) or 0


def _found(rows: Select[Any], question: Question, searched: Collection[str]) -> Select[Any]:
    columns = [_column(rows, name) for name in searched]
    for word in question.words.split():
        rows = rows.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return rows


def _ordered(rows: Select[Any], question: Question) -> Select[Any]:
    """By the column that is asked for, else as the noun's own query sorts; by id where that leaves a tie."""
    if question.sort not in rows.selected_columns:
        return rows.order_by(_column(rows, "id"))
    column = _column(rows, question.sort)
    order = func.lower(column) if isinstance(column.type, String) else column
    return rows.order_by(None).order_by((order.desc() if question.descending else order.asc()).nulls_last(), _column(rows, "id"))


def _column(rows: Select[Any], name: str) -> ColumnElement[Any]:
    """The expression behind a label. Raises KeyError for a label that the query does not have."""
    found = rows.selected_columns[name]
    return getattr(found, "element", found)
