"""Fee regulations as the council decided them, kept as rows, and the quotes that they priced."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Cents, Code, Json, Key, Moment, Name, UtcDateTime, points_to

SETTLED = ("authority_id", "title", "organ", "decided_on", "decision_number", "published_on", "valid_from", "prices_by", "header")
"""The columns of a regulation that nothing changes any more once it is published."""


class RegulationRow(Base):
    """A version of an authority's regulation. From its publication on it is never edited, only ended or succeeded: the guard sees to it.

    Before that its content is a `RegulationDraft`; at publication it becomes `header` (as the file says it) and parts. `state` is what was
    done with it: draft, proven, published, and succeeded from the publication of its successor on.
    """

    __tablename__ = "regulation"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'proven', 'published', 'succeeded')", name="state_known"),
        CheckConstraint("state IN ('draft', 'proven') OR valid_from IS NOT NULL", name="dated"),
        CheckConstraint("prices_by IN ('use', 'booking')", name="prices_by_known"),
        Index("ix_regulation_authority_id", "authority_id", "valid_from"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    title: Mapped[Name]
    organ: Mapped[Name]
    decided_on: Mapped[date | None]
    decision_number: Mapped[str] = mapped_column(String(80), default="")
    published_on: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    prices_by: Mapped[Code]
    state: Mapped[Code]
    header: Mapped[dict[str, Any]] = mapped_column(Json)
    imported_at: Mapped[Moment]
    succeeds_id: Mapped[int | None] = points_to("regulation", indexed=False)


class RegulationDraft(Base):
    """The content of a regulation that is not yet published, as one plain object (booking/rules/tariffs/plain.py), finished or not.

    `edits` counts how often it was saved: whoever saves says which count was on the screen. Drafts stand apart from the parts so that
    saving one makes nobody read the catalogue anew.
    """

    __tablename__ = "regulation_draft"

    regulation_id: Mapped[int] = points_to("regulation", indexed=False, primary_key=True)
    plain: Mapped[dict[str, Any]] = mapped_column(Json)
    edits: Mapped[int]
    saved_at: Mapped[Moment]


class RegulationPart(Base):
    """A group, article or worked example of a regulation, in the order of the file, with its terms as plain values."""

    __tablename__ = "regulation_part"
    __table_args__ = (
        CheckConstraint("sort IN ('group', 'article', 'example')", name="sort_known"),
        UniqueConstraint("regulation_id", "sort", "position"),
    )

    id: Mapped[Key]
    regulation_id: Mapped[int] = points_to("regulation", indexed=False)
    sort: Mapped[Code]
    position: Mapped[int]
    code: Mapped[Name]
    terms: Mapped[dict[str, Any]] = mapped_column(Json)


class Quote(Base):
    """A version of what a dossier costs, in cents. Append-only; what the borrower accepted is never recomputed."""

    __tablename__ = "quote"
    __table_args__ = (UniqueConstraint("dossier_id", "version"),)

    id: Mapped[Key]
    dossier_id: Mapped[int] = points_to("dossier", indexed=False)
    version: Mapped[int]
    regulation_id: Mapped[int | None] = points_to("regulation", indexed=False)
    group: Mapped[str | None] = mapped_column(String(40))
    net: Mapped[Cents]
    vat: Mapped[Cents]
    total: Mapped[Cents]
    deposit: Mapped[Cents]
    created_at: Mapped[Moment]
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    accepted_by_id: Mapped[int | None] = points_to("account", indexed=False)


class QuoteLine(Base):
    """One priced post of a quote: the article, the regulation version and the reservation line it rests on, and how it was computed."""

    __tablename__ = "quote_line"
    __table_args__ = (UniqueConstraint("quote_id", "position"),)

    id: Mapped[Key]
    quote_id: Mapped[int] = points_to("quote", indexed=False)
    position: Mapped[int]
    line_id: Mapped[int | None] = points_to("line")
    regulation_id: Mapped[int] = points_to("regulation", indexed=False)
    article: Mapped[Name]
    code: Mapped[Code]
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    amount: Mapped[Cents]
    deposit: Mapped[bool] = mapped_column(default=False)
    vat: Mapped[Code]
