"""The categories that all owners share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from booking.rules.permissions import Actor
from models import Asset, Category


def categories(_actor: Actor, _today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, code, name, in_place, assets: every category with how many assets of all owners are in it."""
    assets = select(func.count(Asset.id)).where(Asset.category_id == Category.id).scalar_subquery()
    query = select(Category.id, Category.code, Category.name, Category.in_place, assets.label("assets"))
    return query.where(Category.in_place == (filters["place"] == "hall")) if filters.get("place") else query
