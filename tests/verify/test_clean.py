"""Where nothing is wrong, nothing is said."""

from __future__ import annotations

from sqlalchemy.orm import Session

from booking.queries.verify import counts, violations
from tests.verify.world import NOW


def test_an_empty_database_is_in_order(session: Session) -> None:
    assert list(violations(session, NOW)) == []


def test_the_small_house_is_in_order(house_in_order: Session) -> None:
    assert list(violations(house_in_order, NOW)) == []
    assert counts(house_in_order) == {"reservation": 2, "line": 11, "occupancy": 19, "quote": 4}
