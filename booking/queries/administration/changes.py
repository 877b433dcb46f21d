"""What was changed about a subject: its version, what happened since a form was read, and its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Account, Change


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: who, when, and each setting as (name, before, after). `who` is None for a program."""

    version: int
    at: datetime
    who: str | None
    settings: tuple[tuple[str, Any, Any], ...]
    new: bool
    gone: bool


def version_of(session: Session, noun: str, subject: int) -> int:
    """How often the subject was changed; 0 when it never was since it is kept."""
    return session.scalar(select(func.max(Change.version)).where(Change.noun == noun, Change.subject_id == subject)) or 0


def changes_of(session: Session, noun: str, subject: int, since: int = 0, most: int = 50) -> list[ChangeView]:
    """The changes of a subject after version `since`, the latest first. Whoever calls has judged that the reader may see the subject."""
    query = (
        select(Change.version, Change.at, Account.name, Change.before, Change.after)
        .outerjoin(Account, Account.id == Change.account_id)
        .where(Change.noun == noun, Change.subject_id == subject, Change.version > since)
        .order_by(Change.version.desc())
        .limit(most)
    )
    return [
        ChangeView(version, at, who, tuple(differences(before or {}, after or {})), new=before is None, gone=after is None)
        for version, at, who, before, after in session.execute(query)
    ]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Each setting that differs, as (name, before, after)."""
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield name, before.get(name), after.get(name)
