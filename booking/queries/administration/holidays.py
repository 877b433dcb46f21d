"""The days on which the services of an authority do not work, beside the national holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import LocalHoliday


def local_holidays(session: Session, authority: int, since: date) -> Sequence[LocalHoliday]:
    """From a day on, in order. Whoever calls has judged that the reader administers the authority."""
    own = (LocalHoliday.authority_id == authority, LocalHoliday.day >= since)
    return session.scalars(select(LocalHoliday).where(*own).order_by(LocalHoliday.day)).all()
