"""The categories that all owners share: their list, and one of them with what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.categories import STANDARD
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Asset, Category


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category: its row, its assets with the name of their owner, by owner; how many of them have each feature and each kind of work."""

    row: Category
    assets: list[tuple[AssetCard, str]]
    features: Counter[str]
    work: Counter[str]
    version: int
    history: list[ChangeView]


def categories(_actor: Actor, _today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, code, name, in_place, assets: every category with how many assets of all owners are in it."""
    assets = select(func.count(Asset.id)).where(Asset.category_id == Category.id).scalar_subquery()
    query = select(Category.id, Category.code, Category.name, Category.in_place, assets.label("assets"))
    return query.where(Category.in_place == (filters["place"] == "hall")) if filters.get("place") else query


def category_page(session: Session, key: int, today: date) -> CategoryPage:
    """One category; what it holds is no secret. Raises NotFound."""
    row, known = session.get(Category, key, populate_existing=True), catalogue(session)
    if row is None:
        raise NotFound()
    cards = [card for card in known.assets.values() if card.category_id == key]
    assets = sorted(((card, known.owner(card, today).name) for card in cards), key=lambda pair: (pair[1], pair[0].name.casefold()))
    features = Counter(feature for card in cards for feature in card.features)
    work = Counter(kind for card in cards for kind in card.steps)
    return CategoryPage(row, assets, features, work, version_of(session, "category", key), changes_of(session, "category", key))


def unused(session: Session) -> list[str]:
    """The codes that the product knows and that are not in use here."""
    there = set(session.scalars(select(Category.code)))
    return [each.code for each in STANDARD if each.code not in there]
