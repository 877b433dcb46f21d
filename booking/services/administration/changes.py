"""Changing settings without losing anybody's work: what was there before is kept, and who read an older version is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from booking.queries.administration.changes import version_of
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services.rows import add
from models import Change

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")


class ChangedMeanwhile(Refused):
    """Somebody else changed the subject since the form was read; `queries/administration/changes.changes_of` says what."""

    status = 409

    def __init__(self, noun: str, subject: int) -> None:
        super().__init__("changed_meanwhile", noun=noun, subject=subject)


def record_change(
    session: Session,
    actor: Actor,
    noun: str,
    subject: int,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    now: datetime,
    *,
    authority: int | None = None,
) -> None:
    """Keep one change within the caller's transaction: of the settings before and after, those that differ; nothing when none does.

    `before` is None for what is new, `after` for what is gone. `authority` is the one whose administrators may read it. Raises
    ChangedMeanwhile when another transaction changed the same subject at the same moment.
    """
    old, new = _plain(before or {}), _plain(after or {})
    differ = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    if not differ and before is not None and after is not None:
        return
    values = {
        "at": now, "account_id": actor.account_id, "authority_id": authority, "noun": noun, "subject_id": subject,
        "version": version_of(session, noun, subject) + 1,
        "before": None if before is None else {name: old.get(name) for name in differ},
        "after": None if after is None else {name: new.get(name) for name in differ},
    }  # fmt: skip
    try:
        add(session, Change, **values)
    except IntegrityError as error:
        raise ChangedMeanwhile(noun, subject) from error


def check_version(session: Session, noun: str, subject: int, version: int | None) -> None:
    """Raises ChangedMeanwhile when the subject was changed since the form was read at `version`; a program that read none gives None."""
    if version is not None and version_of(session, noun, subject) != version:
        raise ChangedMeanwhile(noun, subject)


def settings_of(kind: type[Settings], row: object) -> Settings:
    """The settings of a row: each field of the dataclass `kind` is a column of the same name."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def change_row(session: Session, row: object, wanted: DataclassInstance) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a row these settings; returns what was there before and what is there now, for `record_change`."""
    before = asdict(settings_of(type(wanted), row))
    for name, value in asdict(wanted).items():
        setattr(row, name, value)
    session.flush()
    return before, asdict(wanted)


def _plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as JSON keeps them: dates and moments as ISO 8601."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in settings.items()}
