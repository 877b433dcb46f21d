"""Amounts that follow an index: one regulation becomes a succession of versions, each with the rates of its own days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from booking.rules.tariffs.kinds import KINDS
from booking.rules.tariffs.objects import Article, Indexation, Json, Regulation

_ROUNDINGS = {"up": ROUND_CEILING, "nearest": ROUND_HALF_UP}


class Version(NamedTuple):
    """A regulation as it prices from one day to another, both included; `last` None as long as nothing follows."""

    first: date
    last: date | None
    regulation: Regulation


def versions(regulation: Regulation) -> tuple[Version, ...]:
    """The regulation with the amounts of each stretch of days between two figures; itself alone where nothing is indexed."""
    changes = sorted({first for each in regulation.indexation for first, _ in each.figures if first > regulation.valid_from})
    firsts = [regulation.valid_from, *changes]
    lasts = [*(first - timedelta(days=1) for first in changes), regulation.valid_until]
    return tuple(Version(first, last, _as_of(regulation, first)) for first, last in zip(firsts, lasts, strict=True))


def indexed(amount: int, indexation: Indexation, figure: Decimal) -> int:
    """Cents: amount × figure ÷ base, rounded as the council decided; an amount that is a whole multiple already stays what it is."""
    steps = Decimal(amount) * figure / (indexation.base * indexation.to)
    return int(steps.to_integral_value(_ROUNDINGS[indexation.rounding])) * indexation.to


def _as_of(regulation: Regulation, day: date) -> Regulation:
    """The regulation with the amounts of a day: an article follows the first indexation that names it, or that names none."""
    articles = []
    for article in regulation.articles:
        of_article = next((each for each in regulation.indexation if _concerns(each, article)), None)
        figure = _figure(of_article, day) if of_article else None
        articles.append(article if of_article is None or figure is None else _with_rates(article, of_article, figure))
    return replace(regulation, articles=tuple(articles)) if regulation.indexation else regulation


def _concerns(indexation: Indexation, article: Article) -> bool:
    if indexation.articles:
        return article.number in indexation.articles
    return article.kind in KINDS and KINDS[article.kind].scope in {"line", "dossier"}


def _figure(indexation: Indexation, day: date) -> Decimal | None:
    """The figure in force on a day; None before the first."""
    return next((figure for first, figure in reversed(indexation.figures) if first <= day), None)


def _with_rates(article: Article, indexation: Indexation, figure: Decimal) -> Article:
    prices: Any = article.terms.get("prices")
    if not isinstance(prices, Mapping):
        return article
    columns = KINDS[article.kind].columns
    rows: dict[str, Json] = {
        code: {name: indexed(cell, indexation, figure) if name in columns and isinstance(cell, int) else cell for name, cell in row.items()}
        for code, row in prices.items()
    }
    return replace(article, terms={**article.terms, "prices": rows})
