"""People who sign in: accounts, their sessions and tokens, their roles for authorities and memberships of borrowers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import RoleName
from models.base import Base, Code, Dated, Key, Moment, Name, UtcDateTime, one_of, points_to


class Account(Base):
    """A person. `steward` administers the installation; everything else a person may do follows from roles and memberships."""

    __tablename__ = "account"

    id: Mapped[Key]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[Name]
    phone: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2), default="nl")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    steward: Mapped[bool] = mapped_column(default=False)
    demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]
    suspended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


FACTORS = ("none", "awaited", "passed")


class SignIn(Base):
    """A signed-in browser. The cookie carries a random key of which only the hash is kept; signing out deletes the row.

    `factor` tells of the second factor: with `awaited` the password was right and nothing is open yet. `address` is where it was seen last.
    """

    __tablename__ = "sign_in"
    __table_args__ = (one_of("factor", FACTORS),)

    id: Mapped[Key]
    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int | None] = points_to("account")
    csrf: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    user_agent: Mapped[str | None] = mapped_column(String(200))
    address: Mapped[str | None] = mapped_column(String(45))
    factor: Mapped[Code] = mapped_column(default="none")


class SignInAttempt(Base):
    """A failed sign-in, counted per account and per address over all processes (TEST_PLAN T-63)."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (Index("ix_sign_in_attempt_email", "email_hash", "at"), Index("ix_sign_in_attempt_address", "address_hash", "at"))

    id: Mapped[Key]
    at: Mapped[Moment]
    email_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class ApiToken(Base):
    """A bearer token of a person; only its SHA-256 is kept, so a dump opens no door."""

    __tablename__ = "api_token"

    id: Mapped[Key]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[int] = points_to("account")
    name: Mapped[Name]
    created_at: Mapped[Moment]
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Role(Dated, Base):
    """What a person does for an authority, between two dates."""

    __tablename__ = "role"
    __table_args__ = (one_of("name", RoleName), UniqueConstraint("account_id", "authority_id", "name", "valid_from"))

    id: Mapped[Key]
    account_id: Mapped[int] = points_to("account", indexed=False)
    authority_id: Mapped[int] = points_to("authority")
    name: Mapped[Code]


class Membership(Dated, Base):
    """A person who acts for a borrower. Until a desk verified it, the organisation's tariff does not apply."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("account_id", "borrower_id", "valid_from"),)

    id: Mapped[Key]
    account_id: Mapped[int] = points_to("account", indexed=False)
    borrower_id: Mapped[int] = points_to("borrower")
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    verified_by_id: Mapped[int | None] = points_to("account", indexed=False)
