"""Work of the technical service, and the crews and vehicles that do it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import TaskKind, TaskState, VehicleKind, WorkPlace
from models.base import Base, Code, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

HAS_CREW, HAS_VEHICLE = text("crew_id IS NOT NULL"), text("vehicle_id IS NOT NULL")


class Crew(Base):
    """A team of an authority that work is given to, at home in one depot or in all of them."""

    __tablename__ = "crew"
    __table_args__ = (UniqueConstraint("authority_id", "name"), CheckConstraint("people > 0", name="people_positive"))

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    depot_id: Mapped[int | None] = points_to("depot")
    name: Mapped[Name]
    people: Mapped[int] = mapped_column(default=2)
    phone: Mapped[Name] = mapped_column(default="")
    retired_on: Mapped[date | None]


class Vehicle(Base):
    """What a crew of an authority drives, with its number plate."""

    __tablename__ = "vehicle"
    __table_args__ = (UniqueConstraint("authority_id", "name"), one_of("kind", VehicleKind))

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    depot_id: Mapped[int | None] = points_to("depot")
    name: Mapped[Name]
    plate: Mapped[Name] = mapped_column(default="")
    kind: Mapped[Code]
    retired_on: Mapped[date | None]


class Task(Base):
    """A piece of work at a time that was picked within its window: of a line, of the upkeep of an asset, or made by hand (with an asset or
    none). Its id makes the event's UID; `sequence` rises with each change.

    What was begun has `started_at` and is still planned; what is done says when and by whom, where it was a person. A cancelled
    task stays, so that calendars which fetched it learn that it is off.
    """

    __tablename__ = "task"
    __table_args__ = (
        one_of("kind", TaskKind),
        one_of("state", TaskState),
        one_of("place_kind", WorkPlace),
        one_of("vehicle_kind", VehicleKind),
        CheckConstraint("starts_at < ends_at", name="window_ordered"),
        CheckConstraint("window_start <= starts_at AND ends_at <= window_end", name="time_within_window"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
        CheckConstraint("people > 0", name="people_positive"),
        CheckConstraint("state <> 'done' OR done_at IS NOT NULL", name="done_has_moment"),
        Index("ix_task_depot_id", "depot_id", "starts_at"),
        Index("ix_task_asset_id", "asset_id", "starts_at"),
        Index("ix_task_authority_id", "authority_id", "starts_at"),
        Index("ix_task_borrower_id", "borrower_id", "starts_at"),
        Index("ix_task_crew_id", "crew_id", "starts_at", sqlite_where=HAS_CREW, postgresql_where=HAS_CREW),
        Index("ix_task_vehicle_id", "vehicle_id", "starts_at", sqlite_where=HAS_VEHICLE, postgresql_where=HAS_VEHICLE),
    )

    id: Mapped[Key]
    line_id: Mapped[int | None] = points_to("line")
    asset_id: Mapped[int | None] = points_to("asset", indexed=False)
    depot_id: Mapped[int] = points_to("depot", indexed=False)
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    borrower_id: Mapped[int | None] = points_to("borrower", indexed=False)
    crew_id: Mapped[int | None] = points_to("crew", indexed=False)
    vehicle_id: Mapped[int | None] = points_to("vehicle", indexed=False)
    kind: Mapped[Code]
    state: Mapped[Code] = mapped_column(default="planned")
    window_start: Mapped[Moment]
    window_end: Mapped[Moment]
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    minutes: Mapped[int]
    people: Mapped[int] = mapped_column(default=1)
    vehicle_kind: Mapped[str | None] = mapped_column(String(40))
    place_kind: Mapped[Code] = mapped_column(default="depot")
    place: Mapped[Name] = mapped_column(default="")
    title: Mapped[Name]
    note: Mapped[Prose] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Moment]
    created_by_id: Mapped[int | None] = points_to("account", indexed=False)
    changed_at: Mapped[Moment]
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    started_by_id: Mapped[int | None] = points_to("account", indexed=False)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[int | None] = points_to("account", indexed=False)
