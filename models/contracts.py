"""The loan contract of a dossier: what was agreed as it was set down, one version after another, and who put a name to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.contracts import Mark
from booking.rules.periods import local
from models.base import Base, Code, Json, Key, Moment, Name, Prose, one_of, points_to


def contract_name(contract_id: int, made_at: datetime) -> str:
    """How a contract is named: the Brussels year of its making and its id, unique without a shared counter."""
    return f"OVK-{local(made_at).year}-{contract_id:06d}"


class Contract(Base):
    """What an owner and a borrower agree for a dossier. `data` holds per language the words that its paper is set from, so that it is the
    same paper later; `basis` tells by what was agreed whether another version is needed. The last number counts. Append-only.
    """

    __tablename__ = "contract"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    id: Mapped[Key]
    dossier_id: Mapped[int] = points_to("dossier", indexed=False)
    number: Mapped[int]
    basis: Mapped[str] = mapped_column(String(64))
    data: Mapped[dict[str, Any]] = mapped_column(Json)
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    made_at: Mapped[Moment]

    @property
    def name(self) -> str:
        """How people name it."""
        return contract_name(self.id, self.made_at)


class ContractMark(Base):
    """A step of a contract: accepted on screen, handed in signed (its paper is kept as a document), sent back by the desk, countersigned.
    Append-only.
    """

    __tablename__ = "contract_mark"
    __table_args__ = (one_of("step", Mark),)

    id: Mapped[Key]
    contract_id: Mapped[int] = points_to("contract")
    step: Mapped[Code]
    account_id: Mapped[int] = points_to("account", indexed=False)
    name: Mapped[Name]
    reason: Mapped[Prose] = mapped_column(default="")
    at: Mapped[Moment]
