"""Local authorities, and the dated group an OCMW or AGB forms with its municipality."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import AuthorityKind
from models.base import Base, Code, Dated, Key, Name, one_of, points_to


class Authority(Base):
    """A lokaal bestuur. Authorities merge, as Flemish municipalities do: the old row stays and names its successor.

    `language` is the one it writes in by law: that of its documents and of mails to who has no profile.
    """

    __tablename__ = "authority"
    __table_args__ = (one_of("kind", AuthorityKind), CheckConstraint("successor_id <> id", name="successor_other"))

    id: Mapped[Key]
    kind: Mapped[Code]
    name: Mapped[Name]
    nis: Mapped[str | None] = mapped_column(String(5), unique=True)
    ovo: Mapped[str | None] = mapped_column(String(9))
    kbo: Mapped[str | None] = mapped_column(String(10))
    address: Mapped[Name] = mapped_column(default="")
    postal_code: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(40))
    website: Mapped[str | None] = mapped_column(String(200))
    iban: Mapped[str | None] = mapped_column(String(34))
    language: Mapped[str] = mapped_column(String(2), default="nl")
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    successor_id: Mapped[int | None] = points_to("authority")


class GroupMember(Dated, Base):
    """An OCMW, AGB or zone that belongs to a municipality's group between two dates: its assets count as own there."""

    __tablename__ = "group_member"

    id: Mapped[Key]
    member_id: Mapped[int] = points_to("authority")
    municipality_id: Mapped[int] = mapped_column(ForeignKey("authority.id"), index=True)
