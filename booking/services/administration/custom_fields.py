"""Fields that an authority adds to its assets: made, changed, and no longer asked; what was filled in stays."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.administration.custom_fields import custom_field
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import CustomField, CustomValue

NOUN = "custom_field"


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """What a field is called and what comes in it: `choices` only for a list to choose from."""

    label: str
    kind: str
    position: int = 1
    choices: list[str] | None = None
    public: bool = False


def create_field(session: Session, actor: Actor, authority: int, wanted: FieldSettings, now: datetime) -> int:
    """Returns its id. Raises NotFound, Refused `field_known`."""
    with transaction(session):
        if not may(actor, "asset.administer", authorities=(authority,)):
            raise NotFound()
        _check_label(session, authority, wanted.label, 0)
        key = add(session, CustomField, authority_id=authority, retired_on=None, **asdict(wanted))
        record_change(session, actor, NOUN, key, None, asdict(wanted), now, authority=authority)
        return key


def change_field(session: Session, actor: Actor, key: int, version: int, wanted: FieldSettings, now: datetime) -> None:
    """Raises NotFound, ChangedMeanwhile, Refused `field_known`, and `field_used` for another kind once something was filled in."""
    with transaction(session):
        row = custom_field(session, actor, key)
        check_version(session, NOUN, key, version)
        _check_label(session, row.authority_id, wanted.label, key)
        if wanted.kind != row.kind and session.scalar(select(CustomValue.id).where(CustomValue.field_id == key).limit(1)):
            raise Refused("field_used", field="kind")
        record_change(session, actor, NOUN, key, *change_row(session, row, wanted), now, authority=row.authority_id)


def retire_field(session: Session, actor: Actor, key: int, retired: bool, now: datetime) -> None:
    """It is no longer asked from today on, or asked again. Raises NotFound."""
    with transaction(session):
        row = custom_field(session, actor, key)
        before: date | None = row.retired_on
        row.retired_on = local(now).date() if retired else None
        session.flush()
        told = [{"retired_on": before}, {"retired_on": row.retired_on}]
        record_change(session, actor, NOUN, key, told[0], told[1], now, authority=row.authority_id)


def _check_label(session: Session, authority: int, label: str, key: int) -> None:
    same = (CustomField.authority_id == authority, CustomField.label == label, CustomField.id != key)
    if session.scalar(select(CustomField.id).where(*same)):
        raise Refused("field_known", field="label")
