"""What is known of mail beside the outbox: which reminders went out, and how often an address wants to hear what."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.mailing import CHOSEN, Pace
from booking.rules.reminders import Reminding
from models.base import Base, Code, Key, Moment, one_of


class Reminder(Base):
    """A reminder that went out, once per kind, subject (`line:12`), moment that it is about and step (days before or after it).

    It is written with its mails, in one transaction: what moves to another moment is a new one, what was told is never told again.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        one_of("kind", Reminding),
        UniqueConstraint("kind", "subject", "at", "step"),
        CheckConstraint("step >= 0", name="step_not_negative"),
    )

    id: Mapped[Key]
    kind: Mapped[Code]
    subject: Mapped[Code]
    at: Mapped[Moment]
    step: Mapped[int]
    sent_at: Mapped[Moment]


class MailChoice(Base):
    """How often an address wants mails of a family; without a row, as is usual. Keyed by the address, for a desk is nobody's account."""

    __tablename__ = "mail_choice"
    __table_args__ = (one_of("family", CHOSEN), one_of("pace", Pace), UniqueConstraint("address", "family"))

    id: Mapped[Key]
    address: Mapped[str] = mapped_column(String(254))
    family: Mapped[Code]
    pace: Mapped[Code]
    changed_at: Mapped[Moment]
