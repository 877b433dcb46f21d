"""A first regulation to start from: a price per piece and per day, and what each kind of borrower pays of it, with its examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from booking.formats.regulation.writing import dumps
from booking.rules.tariffs import from_plain

GROUPS: Mapping[str, tuple[str, list[dict[str, Any]]]] = {
    "own_services": ("Eigen diensten", [{"kind": ["authority", "public_body"], "relation": ["own"]}]),
    "associations": ("Verenigingen en scholen", [{"kind": ["association", "school"]}]),
    "partners": ("Andere besturen", [{"kind": ["authority", "public_body"]}]),
    "companies": ("Ondernemingen", [{"kind": ["company"]}]),
}
"""Who pays a percentage of what everybody else pays, in the order in which they are looked for."""

_A_DAY = "2027-06-12 10:00 - 2027-06-12 18:00"


@dataclass(frozen=True, slots=True)
class Decision:
    """What an organ decided: `prices` in cents per piece and per day by category code, `percentages` by code of GROUPS."""

    owner: str
    title: str
    organ: str
    decided_on: date
    number: str
    published_on: date
    valid_from: date
    prices: Mapping[str, int]
    percentages: Mapping[str, int]


def first_regulation(decision: Decision, named: Mapping[str, str]) -> str:
    """The text of the regulation's file; `named` gives each category's word. Every price proves itself, for anyone and for each group."""
    groups = [
        {"code": code, "title": title, "who": who, "percent": str(decision.percentages[code]), "of": "everyone"}
        for code, (title, who) in GROUPS.items()
    ]
    header = {
        "title": decision.title, "owner": decision.owner, "organ": decision.organ, "decided_on": decision.decided_on.isoformat(),
        "decision": decision.number, "published_on": decision.published_on.isoformat(), "valid_from": decision.valid_from.isoformat(),
    }  # fmt: skip
    articles = [
        {"number": str(number), "title": f"{named[category]}: per stuk en per dag", "kind": "day", "for": [category], "prices": _all(price)}
        for number, (category, price) in enumerate(decision.prices.items(), 1)
    ]
    everyone = {"code": "everyone", "title": "Alle anderen", "who": [{"anyone": True}]}
    return dumps(from_plain({**header, "groups": [*groups, everyone], "articles": articles, "examples": _examples(decision)}))


def _all(price: int) -> dict[str, Any]:
    return {"everyone": {"price": price}}


def _examples(decision: Decision) -> list[dict[str, Any]]:
    """One piece for a day: each category for a resident, and the first one for each group that pays a percentage."""
    told = [(f"{category}-inwoner", "resident", "other", category, price) for category, price in decision.prices.items()]
    for code, (_, who) in GROUPS.items():
        for category, price in list(decision.prices.items())[:1]:
            paid = Decimal(price * decision.percentages[code]) / 100
            cents = int(paid.quantize(Decimal(1), ROUND_HALF_UP))
            told.append((f"{category}-{code.replace('_', '-')}", who[0]["kind"][0], who[0].get("relation", ["other"])[0], category, cents))
    return [
        {
            "name": name, "borrower": {"kind": kind, "relation": relation}, "booked_on": _A_DAY[:10],
            "lines": [{"category": category, "use": _A_DAY}], "expect": {"total": cents},
        }
        for name, kind, relation, category, cents in told
    ]  # fmt: skip
