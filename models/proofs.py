"""Proofs with a period: policies of borrowers and authorities, inspections of assets, persons and their qualifications, and what
owners found of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import CoverKind, InspectionVerdict, QualificationKind
from models.base import Base, Cents, Code, Dated, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to


class Declared:
    """What somebody hands in about itself. A correction is a new `revision`, on which nothing was found yet."""

    revision: Mapped[int] = mapped_column(default=1)
    declared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    declared_by_id: Mapped[int | None] = points_to("account", indexed=False)


class Policy(Dated, Declared, Base):
    """An insurance policy of a borrower, or of an authority for all its services; its certificate is a Document.

    It is about the assets and categories that it names (ids), or about everything when it names none; `insured` says who and what in
    words. Once accepted it is never rewritten: another `succeeds` it, from the day after its last.
    """

    __tablename__ = "policy"
    __table_args__ = (
        CheckConstraint("(borrower_id IS NULL) <> (authority_id IS NULL)", name="one_insured"),
        one_of("kind", CoverKind),
        Index("uq_policy_succeeds_id", "succeeds_id", unique=True),
    )

    id: Mapped[Key]
    borrower_id: Mapped[int | None] = points_to("borrower")
    authority_id: Mapped[int | None] = points_to("authority")
    kind: Mapped[Code]
    insurer: Mapped[Name]
    number: Mapped[Name]
    amount_cents: Mapped[Cents]
    excess_cents: Mapped[Cents] = mapped_column(default=0)
    insured: Mapped[Prose] = mapped_column(default="")
    asset_ids: Mapped[list[int] | None] = mapped_column(Json)
    category_ids: Mapped[list[int] | None] = mapped_column(Json)
    succeeds_id: Mapped[int | None] = points_to("policy", indexed=False)


class ProofVerdict(Base):
    """What the desk of an owner found of a revision of a policy or a qualification: accepted, or rejected with a reason. Append-only.

    The newest of each owner counts. Accepted by one, it serves the others too, but for who wants to judge itself.
    """

    __tablename__ = "proof_verdict"
    __table_args__ = (
        CheckConstraint("(policy_id IS NULL) <> (qualification_id IS NULL)", name="one_proof"),
        CheckConstraint("accepted OR reason <> ''", name="rejected_with_reason"),
    )

    id: Mapped[Key]
    policy_id: Mapped[int | None] = points_to("policy")
    qualification_id: Mapped[int | None] = points_to("qualification")
    revision: Mapped[int]
    authority_id: Mapped[int] = points_to("authority", indexed=False)
    accepted: Mapped[bool]
    reason: Mapped[Prose] = mapped_column(default="")
    at: Mapped[Moment]
    account_id: Mapped[int | None] = points_to("account", indexed=False)


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
    account_id: Mapped[int | None] = points_to("account")


class PersonBorrower(Dated, Base):
    """A borrower names a person: who works for one and helps another is the same person, with the same proofs."""

    __tablename__ = "person_borrower"

    id: Mapped[Key]
    person_id: Mapped[int] = points_to("person")
    borrower_id: Mapped[int] = points_to("borrower")


class Qualification(Dated, Declared, Base):
    """An attest or a driving licence of a person. `held_since` is the day on which a licence was obtained: old ones allow more."""

    __tablename__ = "qualification"
    __table_args__ = (one_of("kind", QualificationKind),)

    id: Mapped[Key]
    person_id: Mapped[int] = points_to("person")
    kind: Mapped[Code]
    number: Mapped[str | None] = mapped_column(String(80))
    held_since: Mapped[date | None]
