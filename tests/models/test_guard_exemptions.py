"""Of one lender, borrower and category the database itself takes one exemption at a time, on both engines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, exc

from models import Authority, Category, Exemption, ExemptionEnd, guard
from tests.models.ledger import ORIGIN, added

DECIDED = {"organ": "gemeenteraad", "number": "2087/6", "link": "", "recorded_at": ORIGIN}
JANUARY, MARCH, JUNE = date(2087, 1, 1), date(2087, 3, 1), date(2087, 6, 30)

# What stands from March to June, what is written beside it, and whether it may be.
BESIDE: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("the same again", {}, {}, False),
    ("it begins on the last day", {}, {"valid_from": JUNE, "valid_until": None}, False),
    ("it begins on the day after", {}, {"valid_from": date(2087, 7, 1), "valid_until": None}, True),
    ("it ends on the first day", {}, {"valid_from": JANUARY, "valid_until": MARCH}, False),
    ("it ends on the day before", {}, {"valid_from": JANUARY, "valid_until": date(2087, 2, 28)}, True),
    ("it spans all of it", {}, {"valid_from": JANUARY, "valid_until": None}, False),
    ("the other way round", {}, {"lender_id": 2, "borrower_id": 1}, True),
    ("to somebody else", {}, {"borrower_id": 3}, True),
    ("for a category alone", {}, {"category_id": 1}, True),
    ("it was ended before", {"last": date(2087, 4, 30)}, {"valid_from": date(2087, 5, 1)}, True),
    ("it was ended on that day", {"last": date(2087, 5, 1)}, {"valid_from": date(2087, 5, 1)}, False),
    ("it never held", {"last": date(2087, 2, 28)}, {"valid_from": JANUARY}, True),
]


@pytest.mark.parametrize(("ended", "beside", "fits"), [case[1:] for case in BESIDE], ids=[case[0] for case in BESIDE])
def test_two_exemptions_of_a_pair(connection: Connection, ended: dict[str, Any], beside: dict[str, Any], fits: bool) -> None:
    for key in (1, 2, 3):
        added(connection, Authority, id=key, kind="municipality", name=f"Gemeente {key}")
    added(connection, Category, id=1, code="any", name="Any")
    first = {"lender_id": 1, "borrower_id": 2, "mutual": True, "valid_from": MARCH, "valid_until": JUNE, **DECIDED}
    row = added(connection, Exemption, **first)
    if ended:
        added(connection, ExemptionEnd, exemption_id=row, **ended, **DECIDED)
    if fits:
        added(connection, Exemption, **{**first, **beside})
        return
    with pytest.raises(exc.DBAPIError, match=guard.EXEMPTION):
        added(connection, Exemption, **{**first, **beside})
