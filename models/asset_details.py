"""What belongs to an asset beside its own row: features, fields of its owner's own, the work it asks, and photographs."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.features import CODES
from booking.rules.kinds import TaskKind, VehicleKind
from models.base import Base, Code, Json, Key, Moment, Name, one_of, points_to

FIELD_KINDS = ("text", "number", "yes_no", "choice", "date")


class AssetFeature(Base):
    """One feature of an asset from the closed list of `rules/features.py`; of what is there or not, 1 for there."""

    __tablename__ = "asset_feature"
    __table_args__ = (one_of("feature", CODES), UniqueConstraint("asset_id", "feature"))

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    feature: Mapped[Code]
    value: Mapped[float]


class TaskPlan(Base):
    """Work that each loan of an asset asks: how long it takes, how many people and which vehicle it needs. What is not here happens as the
    product plans it by itself.
    """

    __tablename__ = "task_plan"
    __table_args__ = (
        one_of("kind", TaskKind),
        one_of("vehicle_kind", VehicleKind),
        UniqueConstraint("asset_id", "kind"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
        CheckConstraint("people > 0", name="people_positive"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    kind: Mapped[Code]
    minutes: Mapped[int]
    people: Mapped[int] = mapped_column(default=1)
    vehicle_kind: Mapped[str | None] = mapped_column(String(40))


class CustomField(Base):
    """A field that an authority keeps of its assets beside the features; a retired one is no longer asked and its values stay."""

    __tablename__ = "custom_field"
    __table_args__ = (one_of("kind", FIELD_KINDS), UniqueConstraint("authority_id", "label"))

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    position: Mapped[int]
    label: Mapped[Name]
    kind: Mapped[Code]
    choices: Mapped[list[str] | None] = mapped_column(Json)
    public: Mapped[bool] = mapped_column(default=False)
    retired_on: Mapped[date | None]


class CustomValue(Base):
    """What a field of an authority's own says of an asset, as text: a date as ISO 8601, a number with a point, yes as 1."""

    __tablename__ = "custom_value"
    __table_args__ = (UniqueConstraint("asset_id", "field_id"),)

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    field_id: Mapped[int] = points_to("custom_field")
    value: Mapped[Name]


class Photograph(Base):
    """A picture of an asset, re-encoded by us and kept outside the web root under the hash of its bytes; the lowest position leads."""

    __tablename__ = "photograph"
    __table_args__ = (Index("ix_photograph_asset_id", "asset_id", "position"),)

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset", indexed=False)
    position: Mapped[int]
    alt: Mapped[Name]
    file: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    uploaded_at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
