"""What an asset has and what work it asks: features, fields of its owner's own, and the plan of its tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.rules.crew import Step
from booking.rules.features import BY_CODE
from booking.rules.kinds import TaskKind
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from booking.services.administration.assets.settings import NOUN, own_asset
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import AssetFeature, CustomField, CustomValue, TaskPlan


def change_features(
    session: Session, actor: Actor, key: int, version: int, features: Mapping[str, float], own: Mapping[int, str], now: datetime
) -> None:
    """Give an asset these features (by code of rules/features.py, 1 for what is there) and values of its owner's fields (by field id).

    What is not among them it no longer has. Raises KeyError for an unknown feature, NotFound, ChangedMeanwhile.
    """
    with transaction(session):
        _row, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        names = _fields(session, owner)
        if not names.keys() >= own.keys():
            raise NotFound()
        before = _told(session, key, names)
        session.execute(delete(AssetFeature).where(AssetFeature.asset_id == key))
        add_all(session, AssetFeature, [{"asset_id": key, "feature": BY_CODE[code].code, "value": n} for code, n in features.items()])
        session.execute(delete(CustomValue).where(CustomValue.asset_id == key, CustomValue.field_id.in_(names)))
        add_all(session, CustomValue, [{"asset_id": key, "field_id": field, "value": value} for field, value in own.items()])
        record_change(session, actor, NOUN, key, before, _told(session, key, names), now, authority=owner)


def change_plan(session: Session, actor: Actor, key: int, version: int, steps: Sequence[Step], now: datetime) -> None:
    """Give an asset this plan of work. Tasks that are planned already stay. Raises NotFound, ChangedMeanwhile."""
    with transaction(session):
        _row, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        plan = select(TaskPlan.kind, TaskPlan.minutes, TaskPlan.people, TaskPlan.vehicle_kind).where(TaskPlan.asset_id == key)
        before = [Step(TaskKind(kind), *rest) for kind, *rest in session.execute(plan)]
        session.execute(delete(TaskPlan).where(TaskPlan.asset_id == key))
        rows = [{"kind": kind, "minutes": length, "people": people, "vehicle_kind": vehicle} for kind, length, people, vehicle in steps]
        add_all(session, TaskPlan, [{"asset_id": key, **row} for row in rows])
        record_change(session, actor, NOUN, key, _planned(before), _planned(steps), now, authority=owner)


def _planned(steps: Sequence[Step]) -> dict[str, str]:
    """A plan as it is kept in the history: `45 min · 2 × · van`."""
    return {
        f"task_{kind}": " · ".join([f"{minutes} min", *([f"{people} ×"] if people > 1 else []), *([vehicle] if vehicle else [])])
        for kind, minutes, people, vehicle in steps
    }


def _fields(session: Session, authority: int) -> dict[int, str]:
    query = select(CustomField.id, CustomField.label).where(CustomField.authority_id == authority, CustomField.retired_on.is_(None))
    return {row.id: row.label for row in session.execute(query)}


def _told(session: Session, key: int, names: Mapping[int, str]) -> dict[str, Any]:
    features = session.execute(select(AssetFeature.feature, AssetFeature.value).where(AssetFeature.asset_id == key))
    values = session.execute(
        select(CustomValue.field_id, CustomValue.value).where(CustomValue.asset_id == key, CustomValue.field_id.in_(names))
    )
    told: dict[str, Any] = {f"feature_{code}": value for code, value in features}
    own = {names[field]: value for field, value in values}
    return {**told, "own_fields": own} if own else told
