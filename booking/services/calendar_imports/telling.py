"""Who looks after an asset hears that a calendar on it cannot be read any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.staff import staff_of
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.services import records
from booking.words import say
from models import CalendarSource


def tell_failing(session: Session, source: CalendarSource, code: str, details: Mapping[str, Any], now: datetime) -> None:
    """A mail to each administrator of the municipality that manages the asset: which calendar, since when, and what is wrong."""
    known, today = catalogue(session), local(now).date()
    asset = known.assets[source.asset_id]
    readers = staff_of(session, (known.owner(asset, today).id,), (RoleName.ADMINISTRATOR,), today)
    letters = [
        records.Letter("calendar_failing", email, {
            "name": source.name, "asset": asset.name, "id": source.id, "since": source.good_at.isoformat() if source.good_at else None,
            "reason": say(code, language, **details),
        }, language)
        for email, language in readers
    ]  # fmt: skip
    records.post(session, now, letters)
