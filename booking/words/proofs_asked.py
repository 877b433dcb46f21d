"""What an owner asks for, as a sentence that its borrowers read too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from booking.words.sentences import say


def asked_in_words(row: Mapping[str, Any], language: str) -> str:
    """A requirement as a sentence: for what, of whom and when, which proof, how much."""
    notes = [name for name in ("whole_value", "own_verification", "confirms_without") if row[name]]
    if row["requirement"] == "driver" and not row["qualification"]:
        notes.append("by_mass")
    names = ("asset", "category", "borrower_kind", "purpose", "most_excess_cents", "qualification", "requirement")
    told = {name: row[name] for name in names}
    months = row["every_months"] if row["requirement"] == "inspection" else None
    said = say("proof_asked", language, **told, amount_cents=row["amount_cents"] or None, notes=notes, months=months)
    return said[:1].upper() + said[1:]
