"""The holidays that an authority adds to the national ones: on those days its depots serve nobody."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import LocalHoliday

NOUN = "authority"


def add_holiday(session: Session, actor: Actor, authority: int, day: date, name: str, now: datetime) -> None:
    """Raises NotFound, Refused `holiday_known`."""
    with transaction(session):
        _check(actor, authority)
        if session.scalar(select(LocalHoliday.id).where(LocalHoliday.authority_id == authority, LocalHoliday.day == day)):
            raise Refused("holiday_known", field="day", day=day.isoformat())
        add(session, LocalHoliday, authority_id=authority, day=day, name=name.strip())
        told = f"{day.isoformat()} {name.strip()}"
        record_change(session, actor, NOUN, authority, {"holidays": ""}, {"holidays": told}, now, authority=authority)


def drop_holiday(session: Session, actor: Actor, authority: int, key: int, now: datetime) -> None:
    """Raises NotFound."""
    with transaction(session):
        _check(actor, authority)
        row = session.get(LocalHoliday, key)
        if row is None or row.authority_id != authority:
            raise NotFound()
        told = f"{row.day.isoformat()} {row.name}"
        session.delete(row)
        session.flush()
        record_change(session, actor, NOUN, authority, {"holidays": told}, {"holidays": ""}, now, authority=authority)


def _check(actor: Actor, authority: int) -> None:
    if not may(actor, "authority.administer", authorities=(authority,)):
        raise NotFound("authority_unknown", authority=authority)
