"""The depots and hall buildings that someone administers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select

from booking.queries.administration.listing import within
from booking.rules.permissions import Actor
from models import Authority, Depot, Keeping

ACT = "depot.administer"


def depots(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, kind, address, authority, assets: one row per place of the actor's authorities, with what is kept there today."""
    kept = (Keeping.valid_from <= today, or_(Keeping.valid_until.is_(None), Keeping.valid_until >= today))
    assets = select(func.count(Keeping.id)).where(Keeping.depot_id == Depot.id, *kept).scalar_subquery()
    columns = (Depot.id, Depot.name, Depot.kind, Depot.address, Authority.name.label("authority"), assets.label("assets"))
    query = select(*columns).join(Authority, Authority.id == Depot.authority_id).where(within(Depot.authority_id, actor, ACT))
    return query.where(Depot.kind == filters["kind"]) if filters.get("kind") else query
