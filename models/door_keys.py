"""Keys that travel by mail or lie in a drawer: confirmations, resets, invitations, second factors. Only their hashes are kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.kinds import RoleName
from models.base import Base, Code, Json, Key, Moment, Name, UtcDateTime, one_of, points_to

PURPOSES = ("sign_up", "reset", "new_email", "keep_email")


class MailedKey(Base):
    """A key that proves who reads a mailbox: once, until it expires.

    `handle_hash` is of what the browser that asked holds, `code_hash` of the six digits that it may type instead of following the link.
    Without an account it belongs to someone who is signing up (what was filled in waits in `details`), or to nobody: an unknown address
    costs and looks the same as a known one.
    """

    __tablename__ = "mailed_key"
    __table_args__ = (one_of("purpose", PURPOSES),)

    id: Mapped[Key]
    purpose: Mapped[Code]
    email: Mapped[str] = mapped_column(String(254), index=True)
    account_id: Mapped[int | None] = points_to("account")
    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    handle_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    tries: Mapped[int] = mapped_column(default=0)
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment] = mapped_column(index=True)


class Invitation(Base):
    """Someone is asked to work for an authority in a role, or to act for a borrower; taken up by whoever reads that mailbox.

    `valid_from` and `valid_until` are the days of the role that is offered; without a first day it begins when it is taken up.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        one_of("role", RoleName),
        CheckConstraint("(authority_id IS NULL) <> (borrower_id IS NULL)", name="authority_or_borrower"),
        CheckConstraint("(authority_id IS NULL) = (role IS NULL)", name="role_of_authority"),
    )

    id: Mapped[Key]
    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    authority_id: Mapped[int | None] = points_to("authority")
    role: Mapped[str | None] = mapped_column(String(40))
    borrower_id: Mapped[int | None] = points_to("borrower")
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    invited_by_id: Mapped[int] = points_to("account")
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    accepted_by_id: Mapped[int | None] = points_to("account", indexed=False)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SecondFactor(Base):
    """The shared secret of a person's authenticator app, encrypted; `last_step` is the newest half minute whose code was used."""

    __tablename__ = "second_factor"

    id: Mapped[Key]
    account_id: Mapped[int] = points_to("account", indexed=False, unique=True)
    secret: Mapped[Name]
    last_step: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Moment]


class RecoveryCode(Base):
    """One of the codes on paper that replace a lost telephone, each once."""

    __tablename__ = "recovery_code"

    id: Mapped[Key]
    account_id: Mapped[int] = points_to("account")
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
