"""A regulation as the table of its annex: a row for each article, a column for each group, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from booking.rules.regulations import paid
from booking.rules.tariffs import Article, Regulation, article_to_plain
from booking.web.language import gettext
from booking.words.money import money
from booking.words.numbers import decimal
from booking.words.tariffs.written import Condition, column, conditions, kind_title, who_belongs

HUNDRED = Decimal(100)
OF = " – "
"""Between a percentage and whose price it is a percentage of."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What `span` groups pay: each amount with what stands before it, and of whose price it is a percentage. Nothing: not for them."""

    amounts: tuple[tuple[str, str], ...] = ()
    share: str = ""
    span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One article: what it is about in words, what it says beside its amounts, and what each group pays."""

    number: str
    title: str
    kind: str
    about: tuple[str, ...]
    conditions: tuple[Condition, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The columns as (code, title, who belongs), the rows, and of whom each column is a percentage where that is always the same."""

    groups: tuple[tuple[str, str, str], ...]
    lines: tuple[Line, ...]
    bases: tuple[str, ...] = ()


def annex(regulation: Regulation, language: str, named: Mapping[str, str]) -> Annex:
    """The annex of a regulation; `named` gives the names of categories and assets by code."""
    words = {**named, **{group.code: group.title for group in regulation.groups}}
    rows = [[cell(regulation, article, group.code, language) for group in regulation.groups] for article in regulation.articles]
    lines = [
        Line(
            article.number, article.title, kind_title(article.kind, language), tuple(named.get(code, code) for code in article.targets),
            tuple(conditions(article_to_plain(article), language, words)),
            tuple(_joined(cells)),
        )
        for article, cells in zip(regulation.articles, rows, strict=True)
    ]  # fmt: skip
    groups = tuple((group.code, group.title, who_belongs(group, language)) for group in regulation.groups)
    return Annex(groups, tuple(lines), tuple(_base([row[place].share for row in rows]) for place in range(len(groups))))


def cell(regulation: Regulation, article: Article, code: str, language: str) -> Cell:
    """What one group pays by one article."""
    found = paid(regulation, article, code)
    titles = {group.code: group.title for group in regulation.groups}
    share = ", ".join(f"{decimal(percent, language)} %{OF}{titles.get(of, of)}" for percent, of in found.shares)
    several = len(found.cents) > 1
    told = [(column(article.kind, name, language) if several else "", _money(cents, language)) for name, cents in found.cents]
    return Cell(tuple(told), share)


def _money(cents: Decimal, language: str) -> str:
    """To the cent where it is one; a percentage can leave more figures, and each line is rounded only once."""
    if not cents:
        return gettext("gratis")
    return money(int(cents), language) if cents == int(cents) else f"€ {decimal(cents / HUNDRED, language)}"


def _base(shares: Sequence[str]) -> str:
    """Of whom all of these are a percentage, when it is one group; else nothing."""
    named = {share.partition(OF)[2] for share in shares if share}
    return named.pop() if len(named) == 1 else ""


def _joined(cells: Sequence[Cell]) -> Iterator[Cell]:
    """One cell over all groups when they pay the same; a dash stays with its own group."""
    if len(cells) > 1 and all(cell == cells[0] for cell in cells) and cells[0].amounts:
        yield Cell(cells[0].amounts, cells[0].share, len(cells))
    else:
        yield from cells
