"""Proofs with a period: policies of borrowers and authorities, inspections of assets, persons and their qualifications."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import InspectionVerdict
from models.base import Base, Cents, Code, Dated, Key, Name, UtcDateTime, one_of, points_to


class Policy(Dated, Base):
    """An insurance policy of a borrower (or of an authority for all its services), with who verified its certificate and when."""

    __tablename__ = "policy"
    __table_args__ = (CheckConstraint("(borrower_id IS NULL) <> (authority_id IS NULL)", name="one_insured"),)

    id: Mapped[Key]
    borrower_id: Mapped[int | None] = points_to("borrower")
    authority_id: Mapped[int | None] = points_to("authority")
    kind: Mapped[Code]
    insurer: Mapped[Name]
    number: Mapped[Name]
    amount_cents: Mapped[Cents]
    excess_cents: Mapped[Cents] = mapped_column(default=0)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    verified_by_id: Mapped[int | None] = points_to("account", indexed=False)


class Inspection(Base):
    """A keuring of an asset by a body (an aerial platform: every three months, ARAB art. 280-281).

    `reason` says why it is valid for less long than its interval. What was recorded wrongly is succeeded by a right one.
    """

    __tablename__ = "inspection"
    __table_args__ = (one_of("verdict", InspectionVerdict),)

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    body: Mapped[Name]
    inspected_on: Mapped[date]
    valid_until: Mapped[date]
    verdict: Mapped[Code]
    remarks: Mapped[Name] = mapped_column(default="")
    reason: Mapped[Name] = mapped_column(default="")
    account_id: Mapped[int | None] = points_to("account", indexed=False)
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    succeeds_id: Mapped[int | None] = points_to("inspection", indexed=False)


class Person(Base):
    """Someone who operates or drives, named on a line; need not have an account."""

    __tablename__ = "person"

    id: Mapped[Key]
    name: Mapped[Name]
    borrower_id: Mapped[int] = points_to("borrower")
    account_id: Mapped[int | None] = points_to("account")


class Qualification(Dated, Base):
    """An attest or licence of a person: `platform_operator`, `licence_b`, `licence_b96`, `licence_be`."""

    __tablename__ = "qualification"

    id: Mapped[Key]
    person_id: Mapped[int] = points_to("person")
    kind: Mapped[Code]
    number: Mapped[str | None] = mapped_column(String(80))
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    verified_by_id: Mapped[int | None] = points_to("account", indexed=False)
