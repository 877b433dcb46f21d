"""Documents that people hand in: the row says of what and what for, the file lies outside the web root under the hash of its bytes."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Code, Key, Moment, Name, points_to


class Document(Base):
    """A file about a subject such as `policy` 12; `purpose` says what it is of it, such as `certificate`. Rows are never changed."""

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("size > 0", name="size_positive"),
        CheckConstraint("length(file) = 64", name="file_hashed"),
        Index("ix_document_subject", "subject", "subject_id"),
    )

    id: Mapped[Key]
    subject: Mapped[Code]
    subject_id: Mapped[int]
    purpose: Mapped[Code]
    file: Mapped[str] = mapped_column(String(64))
    name: Mapped[Name]
    media_type: Mapped[Code]
    size: Mapped[int]
    uploaded_at: Mapped[Moment]
    account_id: Mapped[int] = points_to("account", indexed=False)
