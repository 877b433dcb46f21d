"""When a place is open: weekly hours, local holidays and closed days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from models.base import Base, Key, Name, points_to


class OpeningSlot(Base):
    """A weekly slot in wall-clock minutes since midnight; 1440 is midnight at its end. A place without slots is always open."""

    __tablename__ = "opening_slot"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday_known"),
        CheckConstraint("0 <= opens AND opens < closes AND closes <= 1440", name="minutes_ordered"),
    )

    id: Mapped[Key]
    depot_id: Mapped[int] = points_to("depot")
    weekday: Mapped[int]
    opens: Mapped[int]
    closes: Mapped[int]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class LocalHoliday(Base):
    """A day on which the services of one authority do not work, beside the national holidays (11 July, 2 November, 26 December …)."""

    __tablename__ = "local_holiday"

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    day: Mapped[date]
    name: Mapped[Name]


class ClosedDays(Base):
    """Days on which one depot or hall is closed, both ends included."""

    __tablename__ = "closed_days"
    __table_args__ = (CheckConstraint("first <= last", name="days_ordered"),)

    id: Mapped[Key]
    depot_id: Mapped[int] = points_to("depot")
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[Name]
