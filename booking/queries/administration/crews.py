"""The crews and the vehicles of the authorities that someone administers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.queries.hands import in_use
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Authority, Crew, Depot, Vehicle

ACT = "crew.administer"

Hands = TypeVar("Hands", Crew, Vehicle)


def crews(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, people, phone, depot, authority, retired: the crews of the actor's authorities."""
    return _listed(Crew, actor, today, filters, Crew.people.label("people"), Crew.phone.label("phone"))


def vehicles(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, plate, kind, depot, authority, retired: the vehicles of the actor's authorities."""
    query = _listed(Vehicle, actor, today, filters, Vehicle.plate.label("plate"), Vehicle.kind.label("kind"))
    return query.where(Vehicle.kind == filters["kind"]) if filters.get("kind") else query


def own_hands(session: Session, actor: Actor, model: type[Hands], key: int) -> Hands:
    """A crew or a vehicle of the actor's authorities. Raises NotFound for any other."""
    row = session.get(model, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound()
    return row


def homes(session: Session, authorities: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """(id, name) of the depots and buildings in which the crews and vehicles of these authorities may be at home, by name."""
    keys = [key for key, _name in authorities]
    query = select(Depot.id, Depot.name).where(Depot.authority_id.in_(keys)).order_by(Depot.name, Depot.id)
    return [(key, name) for key, name in session.execute(query)]


def home_of(session: Session, depot: int | None) -> str:
    """Its name, or nothing for what is at home in all of them."""
    return session.scalar(select(Depot.name).where(Depot.id == depot)) or "" if depot else ""


def _listed(model: type[Hands], actor: Actor, today: date, filters: Mapping[str, str], *columns: Any) -> Select[Any]:
    shown = (model.id, model.name.label("name"), *columns, Depot.name.label("depot"), Authority.name.label("authority"))
    query = (
        select(*shown, model.retired_on.label("retired"))
        .join(Authority, Authority.id == model.authority_id)
        .outerjoin(Depot, Depot.id == model.depot_id)
        .where(within(model.authority_id, actor, ACT))
    )
    return query if filters.get("retired") else query.where(in_use(model, today))
