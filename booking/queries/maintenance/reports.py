"""Who may read the report of an inspection."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.maintenance.looked_after import keepers_of
from booking.rules.permissions import Actor, may
from models import Inspection


def may_read_report(session: Session, actor: Actor, inspection: int, now: datetime) -> bool:
    """True for those who look after the asset that an inspection is of."""
    asset = session.scalar(select(Inspection.asset_id).where(Inspection.id == inspection))
    known = catalogue(session)
    return asset in known.assets and may(actor, "upkeep.read", authorities=keepers_of(known, known.assets[asset], now))
