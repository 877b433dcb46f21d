"""The fields that authorities keep of their assets beside the features."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Authority, CustomField, CustomValue

ACT = "asset.administer"


def custom_fields(actor: Actor, _today: date, _filters: Mapping[str, str]) -> Select[Any]:
    """id, label, kind, authority, position, used, retired: the fields of the actor's authorities, each with its count of assets."""
    used = select(func.count(CustomValue.id)).where(CustomValue.field_id == CustomField.id).scalar_subquery()
    return (
        select(
            CustomField.id, CustomField.label.label("label"), CustomField.kind, Authority.name.label("authority"), CustomField.position,
            used.label("used"), CustomField.retired_on.label("retired"),
        )
        .join(Authority, Authority.id == CustomField.authority_id)
        .where(within(CustomField.authority_id, actor, ACT))
    )  # fmt: skip


def custom_field(session: Session, actor: Actor, key: int) -> CustomField:
    """One of them. Raises NotFound for another authority's."""
    row = session.get(CustomField, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound()
    return row
