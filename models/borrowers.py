"""Who borrows: services of authorities, associations, schools, companies, residents; and who recognised whom."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import BorrowerKind
from models.base import Base, Code, Dated, Key, Moment, Name, one_of, points_to


class Borrower(Base):
    """An ontlener. `authority` is its home: the authority it is a service of, or the municipality it is established in."""

    __tablename__ = "borrower"
    __table_args__ = (one_of("kind", BorrowerKind),)

    id: Mapped[Key]
    kind: Mapped[Code]
    name: Mapped[Name]
    authority_id: Mapped[int] = points_to("authority")
    kbo: Mapped[str | None] = mapped_column(String(10))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[Moment]


class Recognition(Dated, Base):
    """The decision by which an authority recognises a borrower in a category; never a flag, always dated."""

    __tablename__ = "recognition"

    id: Mapped[Key]
    borrower_id: Mapped[int] = points_to("borrower")
    authority_id: Mapped[int] = points_to("authority")
    category: Mapped[Code]
    decision: Mapped[Name]
