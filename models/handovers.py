"""What is looked at when something goes out and comes back, and what was seen of it then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.handovers import ItemKind, Way
from models.base import Base, Cents, Code, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to

NAMED = text("person <> ''")


class ChecklistItem(Base):
    """One line of a checklist: what an owner has looked at, or counted (`units` of it with each unit that goes), at each hand-over and
    return of a category of its assets, or of one asset besides. What was seen keeps the text, so a line may change or go.
    """

    __tablename__ = "checklist_item"
    __table_args__ = (
        CheckConstraint("kind IN ('condition', 'accessory')", name="kind_known"),
        CheckConstraint("(category_id IS NULL) <> (asset_id IS NULL)", name="category_or_asset"),
        CheckConstraint("units > 0", name="units_positive"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
        Index("ix_checklist_item_authority_id", "authority_id", "category_id", "asset_id"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    asset_id: Mapped[int | None] = points_to("asset", indexed=False)
    position: Mapped[int]
    kind: Mapped[Code]
    text: Mapped[Name]
    units: Mapped[int] = mapped_column(default=1)
    value_cents: Mapped[Cents | None]


class HandoverRecord(Base):
    """A hand-over or a return of a line, whole or in part: how many units, to or by whom (as typed), what was seen. Append-only, but that
    the name is forgotten in time.

    `entered_at` is when it was entered, `at` when it arrived; `once` is the key of the form, by which one that is sent again is known.
    Units that are back are free from `free_from` on. `order_id` is the repair and `fact_id` the breakdown that followed.
    """

    __tablename__ = "handover_record"
    __table_args__ = (
        one_of("way", Way),
        CheckConstraint("units >= 0 AND units_missing >= 0 AND units + units_missing > 0", name="units_counted"),
        UniqueConstraint("line_id", "once"),
        Index("ix_handover_record_at", "at", sqlite_where=NAMED, postgresql_where=NAMED),
    )

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line", indexed=False)
    way: Mapped[Code]
    units: Mapped[int]
    units_missing: Mapped[int] = mapped_column(default=0)
    person: Mapped[Name] = mapped_column(default="")
    operator_seen: Mapped[bool] = mapped_column(default=False)
    driver_seen: Mapped[bool] = mapped_column(default=False)
    note: Mapped[Prose] = mapped_column(default="")
    once: Mapped[str | None] = mapped_column(String(64))
    entered_at: Mapped[Moment]
    at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    free_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    order_id: Mapped[int | None] = points_to("work_order", indexed=False)
    fact_id: Mapped[int | None] = points_to("fact", indexed=False)


class HandoverItem(Base):
    """What was seen of one thing at a hand-over or return; `key` is the same out and back. Append-only."""

    __tablename__ = "handover_item"
    __table_args__ = (
        one_of("kind", ItemKind),
        CheckConstraint("expected >= 0 AND counted >= 0 AND estimate >= 0", name="counts_not_negative"),
        UniqueConstraint("record_id", "position"),
    )

    id: Mapped[Key]
    record_id: Mapped[int] = points_to("handover_record", indexed=False)
    position: Mapped[int]
    key: Mapped[Code]
    kind: Mapped[Code]
    text: Mapped[Name]
    expected: Mapped[int]
    counted: Mapped[int | None]
    fine: Mapped[bool]
    note: Mapped[Prose] = mapped_column(default="")
    estimate: Mapped[Cents] = mapped_column(default=0)
    asset_id: Mapped[int | None] = points_to("asset", indexed=False)
