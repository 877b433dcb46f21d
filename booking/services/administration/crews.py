"""Crews and vehicles: made, changed, and out of use from a day on; the work that they had stays theirs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.administration.crews import ACT, home_of, own_hands
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import records, tasks
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Crew, Depot, Task, Vehicle


@dataclass(frozen=True, slots=True)
class CrewSettings:
    """A team: how many they are, how they are reached, and the depot where they are at home (None: all of them)."""

    name: str
    people: int = 2
    phone: str = ""
    depot_id: int | None = None


@dataclass(frozen=True, slots=True)
class VehicleSettings:
    """What a crew drives, and where it stands (None: anywhere)."""

    name: str
    kind: str
    plate: str = ""
    depot_id: int | None = None


Settings = CrewSettings | VehicleSettings
MODELS: dict[type[Settings], type[Crew] | type[Vehicle]] = {CrewSettings: Crew, VehicleSettings: Vehicle}
IN_CALENDARS = ("name", "plate")
"""What calendars say of a crew or vehicle."""


def create_hands(session: Session, actor: Actor, authority: int, wanted: Settings, now: datetime) -> int:
    """A new crew or vehicle of an authority; returns its id. Raises NotFound, Refused `hands_known` for a name that is there already."""
    model = MODELS[type(wanted)]
    with transaction(session):
        if not may(actor, ACT, authorities=(authority,)):
            raise NotFound()
        _check(session, model, authority, wanted, 0)
        key = add(session, model, authority_id=authority, retired_on=None, **asdict(wanted))
        record_change(session, actor, model.__tablename__, key, None, _told(session, asdict(wanted)), now, authority=authority)
        return key


def change_hands(session: Session, actor: Actor, key: int, version: int, wanted: Settings, now: datetime) -> None:
    """Keep what was changed; calendars that show its work say so. Raises NotFound, ChangedMeanwhile, Refused `hands_known`."""
    model = MODELS[type(wanted)]
    with transaction(session):
        row = own_hands(session, actor, model, key)  # type: ignore[type-var]
        check_version(session, model.__tablename__, key, version)
        _check(session, model, row.authority_id, wanted, key)
        before, after = (_told(session, values) for values in change_row(session, row, wanted))
        record_change(session, actor, model.__tablename__, key, before, after, now, authority=row.authority_id)
        if any(before.get(name) != after.get(name) for name in IN_CALENDARS):
            records.raise_versions(session, tasks.retell(session, now, (Task.crew_id if model is Crew else Task.vehicle_id) == key))


def retire_hands(session: Session, actor: Actor, model: type[Crew] | type[Vehicle], key: int, retired: bool, now: datetime) -> None:
    """It is given no more work from today on, or again. Raises NotFound."""
    with transaction(session):
        row = own_hands(session, actor, model, key)  # type: ignore[type-var]
        before: date | None = row.retired_on
        row.retired_on = local(now).date() if retired else None
        session.flush()
        told = [{"out_of_use": before}, {"out_of_use": row.retired_on}]
        record_change(session, actor, model.__tablename__, key, told[0], told[1], now, authority=row.authority_id)


def _check(session: Session, model: type[Crew] | type[Vehicle], authority: int, wanted: Settings, key: int) -> None:
    if session.scalar(select(model.id).where(model.authority_id == authority, model.name == wanted.name, model.id != key)):
        raise Refused("hands_known", field="name")
    home = session.get(Depot, wanted.depot_id) if wanted.depot_id else None
    if wanted.depot_id and (home is None or home.authority_id != authority):
        raise Refused("choice_unknown", field="depot_id", value=wanted.depot_id)


def _told(session: Session, values: Any) -> dict[str, Any]:
    """The settings as their history tells them: a depot by its name, a vehicle's kind under a name of its own."""
    told = {name: value for name, value in values.items() if name not in {"depot_id", "kind"}}
    kind = {"vehicle_kind": values["kind"]} if "kind" in values else {}
    return {**told, **kind, "depot": home_of(session, values.get("depot_id"))}
