"""The depots and hall buildings that someone administers: their list, and one of them with its hours, closures and what is kept there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.rules.hours import Slots
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Asset, Authority, ClosedDays, Depot, Keeping, OpeningSlot

ACT = "depot.administer"


@dataclass(frozen=True, slots=True)
class DepotPage:
    """A place: its row, its authority, the slots of each weekday (none at all: always open), its extra openings and closed days to come,
    and the assets (id, code, name) kept there today."""

    row: Depot
    authority: str
    week: tuple[Slots, ...]
    extra: list[OpeningSlot]
    closed: list[ClosedDays]
    kept: Sequence[Row[tuple[int, str, str]]]
    version: int
    history: list[ChangeView]

    @property
    def always(self) -> bool:
        """True for a place without hours: a hall with a key box."""
        return not any(self.week) and not self.extra


def depots(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, kind, address, authority, assets: one row per place of the actor's authorities, with what is kept there today."""
    assets = select(func.count(Keeping.id)).where(Keeping.depot_id == Depot.id, *_today(today)).scalar_subquery()
    columns = (Depot.id, Depot.name, Depot.kind, Depot.address, Authority.name.label("authority"), assets.label("assets"))
    query = select(*columns).join(Authority, Authority.id == Depot.authority_id).where(within(Depot.authority_id, actor, ACT))
    return query.where(Depot.kind == filters["kind"]) if filters.get("kind") else query


def depot_page(session: Session, actor: Actor, key: int, today: date) -> DepotPage:
    """One place of the actor's authorities. Raises NotFound for any other."""
    row = session.get(Depot, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound()
    slots = list(session.scalars(select(OpeningSlot).where(OpeningSlot.depot_id == key).order_by(OpeningSlot.opens)))
    closed = select(ClosedDays).where(ClosedDays.depot_id == key, ClosedDays.last >= today).order_by(ClosedDays.first)
    kept = select(Asset.id, Asset.code, Asset.name).join(Keeping, Keeping.asset_id == Asset.id)
    return DepotPage(
        row=row,
        authority=session.scalars(select(Authority.name).where(Authority.id == row.authority_id)).one(),
        week=week_of(slots),
        extra=[slot for slot in slots if slot.valid_until is not None and slot.valid_until >= today],
        closed=list(session.scalars(closed)),
        kept=session.execute(kept.where(Keeping.depot_id == key, *_today(today)).order_by(Asset.name)).all(),
        version=version_of(session, "depot", key),
        history=changes_of(session, "depot", key),
    )


def week_of(slots: Sequence[OpeningSlot]) -> tuple[Slots, ...]:
    """The slots of each weekday, Monday first, of those that hold without an end."""
    lasting = [slot for slot in slots if slot.valid_until is None]
    return tuple(tuple((slot.opens, slot.closes) for slot in lasting if slot.weekday == weekday) for weekday in range(7))


def administered(session: Session, actor: Actor, act: str = ACT) -> list[tuple[int, str]]:
    """(id, name) of the authorities for which the actor may do `act`, by name."""
    query = select(Authority.id, Authority.name).where(within(Authority.id, actor, act)).order_by(Authority.name)
    return [(key, name) for key, name in session.execute(query)]


def _today(today: date) -> tuple[Any, ...]:
    return Keeping.valid_from <= today, or_(Keeping.valid_until.is_(None), Keeping.valid_until >= today)
