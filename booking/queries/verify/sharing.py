"""Nobody is guaranteed what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation
from models import Asset, Contingent


def contingents(session: Session, _now: datetime) -> Iterator[Violation]:
    """On any day the units of an asset that are guaranteed together are no more than it has, and days are guaranteed of single things."""
    query = (
        select(
            Contingent.id, Contingent.asset_id, Contingent.measure, Contingent.amount, Contingent.valid_from, Contingent.valid_until,
            Asset.units,
        )
        .join(Asset, Asset.id == Contingent.asset_id)
        .order_by(Contingent.asset_id, Contingent.valid_from, Contingent.id)
    )  # fmt: skip
    for asset, rows in groupby(session.execute(query), key=attrgetter("asset_id")):
        kept = list(rows)
        yield from (
            Violation("contingent_of_bulk", "contingent", row.id, {"asset": asset, "measure": row.measure})
            for row in kept
            if row.measure != "units" and row.units > 1
        )
        for row in kept:
            together = sum(each.amount for each in kept if each.measure == "units" and _holds(each, row.valid_from))
            if row.measure == "units" and together > row.units:
                evidence = {"asset": asset, "day": row.valid_from, "together": together, "units": row.units}
                yield Violation("contingents_too_many", "contingent", row.id, evidence)


def _holds(row: Any, day: date) -> bool:
    return bool(row.valid_from <= day and (row.valid_until is None or day <= row.valid_until))
