"""The register of reciprocity: which municipality lends what free to which other, since when and by which decision."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Dated, Key, Moment, Name, points_to


class Exemption(Dated, Base):
    """`lender` lends free to the services of `borrower`: a category, or everything. Append-only; of one pair and category no two overlap.

    `mutual` makes it hold only while the borrower's municipality lends free in turn. `organ`, `number` and `link` name the decision.
    """

    __tablename__ = "exemption"
    __table_args__ = (
        CheckConstraint("lender_id <> borrower_id", name="two_parties"),
        CheckConstraint("valid_until IS NULL OR valid_from <= valid_until", name="period_ordered"),
        Index("ix_exemption_pair", "lender_id", "borrower_id"),
    )

    id: Mapped[Key]
    lender_id: Mapped[int] = points_to("authority", indexed=False)
    borrower_id: Mapped[int] = points_to("authority", indexed=False)
    category_id: Mapped[int | None] = points_to("category", indexed=False)
    mutual: Mapped[bool] = mapped_column(default=True)
    organ: Mapped[Name]
    number: Mapped[str] = mapped_column(String(80))
    link: Mapped[str] = mapped_column(String(400), default="")
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[int | None] = points_to("account", indexed=False)


class ExemptionEnd(Base):
    """The lender stops: `last` is the last day on which the exemption holds, and the day before it began for what never should have.

    Append-only, and one at most: who begins again writes a new exemption.
    """

    __tablename__ = "exemption_end"
    __table_args__ = (Index("uq_exemption_end_exemption_id", "exemption_id", unique=True),)

    id: Mapped[Key]
    exemption_id: Mapped[int] = points_to("exemption", indexed=False)
    last: Mapped[date]
    organ: Mapped[Name]
    number: Mapped[str] = mapped_column(String(80))
    link: Mapped[str] = mapped_column(String(400), default="")
    recorded_at: Mapped[Moment]
    recorded_by_id: Mapped[int | None] = points_to("account", indexed=False)
