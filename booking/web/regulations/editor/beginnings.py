"""What a new regulation can begin with: nothing but everybody, or the frame of one that many councils have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

PARTS = "08:00, 12:30, 18:00, 24:00"

# Categories that most councils tell apart: code, title, and the fields of who belongs. Their titles are the council's own Dutch.
GROUPS: Mapping[str, tuple[str, str, dict[str, str]]] = {
    "own_services": ("own_services", "Eigen diensten", {"kind": "authority,public_body", "relation": "own"}),
    "recognised": ("recognised", "Erkende verenigingen", {"kind": "association", "recognised": "any"}),
    "associations": ("associations", "Andere verenigingen", {"kind": "association"}),
    "schools": ("schools", "Scholen", {"kind": "school"}),
    "residents": ("residents", "Inwoners", {"kind": "resident", "relation": "own"}),
    "companies": ("companies", "Ondernemingen", {"kind": "company"}),
    "co_owners": ("co_owners", "Mede-eigenaars", {"kind": "authority", "relation": "co-owner"}),
    "partners": ("partners", "Partnergemeenten met een overeenkomst", {"kind": "authority", "relation": "partner"}),
    "authorities": ("authorities", "Andere besturen", {"kind": "authority,public_body"}),
    "others": ("others", "Andere gebruikers", {"anyone": "yes"}),
}

_OTHERS = {"code": "others", "title": "Andere gebruikers", "who": [{"anyone": True}]}
_RECOGNISED = {"code": "recognised", "title": "Erkende verenigingen", "who": [{"kind": ["association"], "recognised": ["any"]}]}

BEGINNINGS: Mapping[str, Mapping[str, Any]] = {
    "empty": {"title": "Nieuw retributiereglement", "groups": [_OTHERS], "articles": []},
    "rooms": {
        "title": "Retributiereglement verhuur van vergaderlokalen",
        "groups": [_RECOGNISED, _OTHERS],
        "articles": [
            {
                "number": "1", "title": "Vergaderlokalen per dagdeel", "kind": "day_part", "for": ["meeting_room"],
                "parts": ["08:00", "12:30", "18:00", "24:00"],
            },
        ],
    },
    "material": {
        "title": "Retributiereglement uitlenen van materiaal",
        "groups": [_RECOGNISED, _OTHERS],
        "articles": [
            {"number": "1", "title": "Nadarhekken per stuk", "kind": "piece", "for": ["crowd_barrier"]},
            {"number": "2", "title": "Tafels en stoelen per stuk en per dag", "kind": "day", "for": ["table", "chair"]},
            {"number": "3", "title": "Waarborg", "kind": "deposit", "for": ["table", "chair"]},
        ],
    },
    "hall": {
        "title": "Retributiereglement gebruik van de sporthal",
        "groups": [_RECOGNISED, _OTHERS],
        "articles": [{"number": "1", "title": "Sporthal per uur", "kind": "time", "for": ["sports_hall"], "started": True}],
    },
    "trailer": {
        "title": "Retributiereglement uitlenen van de toiletwagen",
        "groups": [_RECOGNISED, _OTHERS],
        "articles": [
            {
                "number": "1", "title": "Toiletwagen per dag, weekend of week", "kind": "cheapest", "for": ["toilet_trailer"],
                "period": "custody",
            },
            {"number": "2", "title": "Waarborg toiletwagen", "kind": "deposit", "for": ["toilet_trailer"]},
        ],
    },
}  # fmt: skip
"""Frames without amounts: those are for the council."""


def beginning(code: str, today: date) -> dict[str, Any]:
    """The plain regulation to begin with; KeyError for one that is not offered. It would hold from the first of next month."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return {"organ": "gemeenteraad", "valid_from": first.isoformat(), "examples": [], **BEGINNINGS[code]}
