"""Short ways to say what a tariff test needs: a regulation of one article, a line, a borrower."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from booking.rules.tariffs import Applicant, LineUsage, Quote, Regulation, Usage, from_plain, quote
from booking.rules.tariffs.moments import parse

ANYONE = {"code": "everyone", "title": "Iedereen", "who": [{"anyone": True}]}
RESIDENT = Applicant("resident")


def regulation(*articles: dict[str, Any], groups: list[dict[str, Any]] | None = None, **header: Any) -> Regulation:
    """A regulation of these articles, numbered in order, for one group of everyone unless others are given."""
    numbered = [{"number": str(number), "title": "Artikel", **article} for number, article in enumerate(articles, 1)]
    plain = {"title": "Reglement (fictief)", "owner": "99999", "valid_from": "2026-01-01", **header}
    return from_plain({**plain, "groups": groups or [ANYONE], "articles": numbered})


def line(use: str = "2027-03-09 08:00 - 2027-03-09 17:00", number: int = 1, **others: Any) -> LineUsage:
    """A reservation line; custody and blocked period are the use unless they are given."""
    period = parse(use)
    measures = {name: Decimal(str(amount)) for name, amount in others.pop("measures", {}).items()}
    usual = {"asset": f"A{number}", "category": "table", "units": 1, "custody": period, "blocked": period, "measures": measures}
    return LineUsage(number=number, use=period, **{**usual, **others})


def usage(*lines: LineUsage, borrower: Applicant = RESIDENT, **others: Any) -> Usage:
    """A dossier of these lines, booked on its first day."""
    return Usage(borrower=borrower, booked_on=lines[0].use.days()[0], lines=lines, **others)


def priced(article: dict[str, Any], *lines: LineUsage, **others: Any) -> Quote:
    """The quote of lines by one article."""
    return quote(regulation(article), usage(*lines, **others))
