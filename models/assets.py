"""The joint catalogue: categories, depots, assets, their parts, and who manages, keeps and co-owns them, dated."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Cents, Code, Dated, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

PLACES = ("depot", "hall")
WAITING = text("settled_at IS NULL")


class Category(Base):
    """A kind of asset with the buffers that its assets have unless they say otherwise."""

    __tablename__ = "category"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[Name]
    in_place: Mapped[bool] = mapped_column(default=False)
    hours_before: Mapped[int] = mapped_column(default=0)
    hours_after: Mapped[int] = mapped_column(default=0)
    open_days_before: Mapped[int] = mapped_column(default=0)
    open_days_after: Mapped[int] = mapped_column(default=0)


class Depot(Base):
    """A place with opening hours: a loods where things are handed over, or the building a hall is in."""

    __tablename__ = "depot"
    __table_args__ = (one_of("kind", PLACES),)

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    kind: Mapped[Code] = mapped_column(default="depot")
    name: Mapped[Name]
    address: Mapped[Name]
    lat: Mapped[float | None]
    lon: Mapped[float | None]


class Asset(Base):
    """A middel: one numbered thing (`units` = 1), bulk stock (`units` = n), a hall, or a whole that is made of parts.

    The four buffer columns override those of the category when they are not null.
    """

    __tablename__ = "asset"
    __table_args__ = (CheckConstraint("units > 0", name="units_positive"), Index("ix_asset_category_id", "category_id"))

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[Name]
    category_id: Mapped[int] = points_to("category", indexed=False)
    units: Mapped[int] = mapped_column(default=1)
    description: Mapped[Prose] = mapped_column(default="")
    capacity: Mapped[int | None]
    mass_kg: Mapped[int | None]
    replacement_value_cents: Mapped[Cents | None]
    in_service_from: Mapped[date]
    in_service_until: Mapped[date | None]
    hours_before: Mapped[int | None]
    hours_after: Mapped[int | None]
    open_days_before: Mapped[int | None]
    open_days_after: Mapped[int | None]


class Management(Dated, Base):
    """The authority that decides on, contracts for and prices an asset, between two dates."""

    __tablename__ = "management"

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    authority_id: Mapped[int] = points_to("authority")


class Keeping(Dated, Base):
    """The depot an asset is kept at and handed over from, between two dates."""

    __tablename__ = "keeping"

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    depot_id: Mapped[int] = points_to("depot")


class Share(Dated, Base):
    """A co-owner's part of an asset in basis points; on any day the shares of an asset add up to 10,000 or there are none."""

    __tablename__ = "share"
    __table_args__ = (CheckConstraint("basis_points BETWEEN 1 AND 10000", name="basis_points_range"),)

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    authority_id: Mapped[int] = points_to("authority")
    basis_points: Mapped[int]


class Part(Base):
    """A whole takes `units` of a part: halls divide, kits hold components. Only assets without parts carry occupancy."""

    __tablename__ = "part"
    __table_args__ = (
        UniqueConstraint("whole_id", "part_id"),
        CheckConstraint("whole_id <> part_id", name="not_itself"),
        CheckConstraint("units > 0", name="units_positive"),
    )

    id: Mapped[Key]
    whole_id: Mapped[int] = points_to("asset", indexed=False)
    part_id: Mapped[int] = points_to("asset")
    units: Mapped[int] = mapped_column(default=1)


class OwnersProposal(Base):
    """Other owners of an asset (`wanted`, see rules/owners.py), which count once every authority that it concerns has agreed.

    `agreed` holds the ids of those that did. It waits until it is settled: in force, or taken back.
    """

    __tablename__ = "owners_proposal"
    __table_args__ = (
        one_of("outcome", ("in_force", "taken_back")),
        CheckConstraint("(outcome IS NULL) = (settled_at IS NULL)", name="settled_whole"),
        Index("uq_owners_proposal_waiting", "asset_id", unique=True, sqlite_where=WAITING, postgresql_where=WAITING),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    wanted: Mapped[dict[str, Any]] = mapped_column(Json)
    agreed: Mapped[list[int]] = mapped_column(Json)
    account_id: Mapped[int] = points_to("account", indexed=False)
    created_at: Mapped[Moment]
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(40))
