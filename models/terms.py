"""Terms of use of an owner: versions that are published and then stand, and who accepted which for what was asked."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.terms import AcceptedBy
from models.base import Base, Code, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to


class TermsDraft(Base):
    """Terms of use that somebody still writes. `texts` holds per language a title and a text; `categories` the codes of what they are
    about, all when it is empty; `succeeds_id` the version that they take the place of once they are published, and then they are gone.
    """

    __tablename__ = "terms_draft"

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    succeeds_id: Mapped[int | None] = points_to("terms_version", indexed=False)
    texts: Mapped[dict[str, dict[str, str]]] = mapped_column(Json)
    categories: Mapped[list[str]] = mapped_column(Json)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TermsVersion(Base):
    """Terms of use as published: they hold from a day until that of their successor, for whatever is asked in between. Append-only."""

    __tablename__ = "terms_version"
    __table_args__ = (
        UniqueConstraint("succeeds_id"),
        CheckConstraint("(succeeds_id IS NULL) = (number = 1)", name="number_by_succession"),
    )

    id: Mapped[Key]
    authority_id: Mapped[int] = points_to("authority")
    number: Mapped[int]
    succeeds_id: Mapped[int | None] = points_to("terms_version", indexed=False)
    valid_from: Mapped[date]
    texts: Mapped[dict[str, dict[str, str]]] = mapped_column(Json)
    categories: Mapped[list[str]] = mapped_column(Json)
    published_at: Mapped[Moment]
    published_by_id: Mapped[int | None] = points_to("account", indexed=False)


class TermsEnd(Base):
    """Terms of use hold no longer after a day, and nothing takes their place. Append-only."""

    __tablename__ = "terms_end"

    id: Mapped[Key]
    version_id: Mapped[int] = points_to("terms_version", indexed=False, unique=True)
    last: Mapped[date]
    reason: Mapped[Prose] = mapped_column(default="")
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[int | None] = points_to("account", indexed=False)


class TermsAcceptance(Base):
    """Who accepted which version for a dossier, through which door and when; `name` is how they were called then. Append-only."""

    __tablename__ = "terms_acceptance"
    __table_args__ = (
        one_of("door", AcceptedBy),
        Index("ix_terms_acceptance_dossier_id_version_id", "dossier_id", "version_id", unique=True),
    )

    id: Mapped[Key]
    dossier_id: Mapped[int] = points_to("dossier", indexed=False)
    version_id: Mapped[int] = points_to("terms_version")
    account_id: Mapped[int] = points_to("account", indexed=False)
    name: Mapped[Name]
    door: Mapped[Code]
    at: Mapped[Moment]
