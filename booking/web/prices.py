"""Prices on a page: each post as the sum that it is, whether it was just computed or kept long ago."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask import Flask

from booking.rules.tariffs import Notice, Quote, QuoteLine
from booking.web.language import language
from booking.words import tariffs


def hang(app: Flask) -> None:
    """Teach the templates to explain a price."""
    app.jinja_env.filters.update(explained=explained, rests_on=rests_on, warned=warned)


def explained(post: QuoteLine | Mapping[str, Any]) -> str:
    """Filter: a post as a sum that a citizen can check: `2 dagen × € 10,00 (art. 3)`."""
    return tariffs.explain(post if isinstance(post, QuoteLine) else _kept(post), language())


def rests_on(quote: Quote) -> str:
    """Filter: the agreement or the register on which a preferred tariff rests, or nothing."""
    return next((told for post in quote.lines if (told := tariffs.preference(post, language()))), "")


def warned(notice: Notice) -> str:
    """Filter: what the price does not cover."""
    return tariffs.warn(notice, language())


def _kept(row: Mapping[str, Any]) -> QuoteLine:
    """A kept row (models.QuoteLine) as the rules made it."""
    kept = row["details"]
    return QuoteLine(
        row["line_id"], row["article"], row["code"], kept["details"], Decimal(kept["quantity"]), kept["unit"], kept["unit_price"],
        Decimal(kept["factor"]), row["amount"], row["vat"],
    )  # fmt: skip
