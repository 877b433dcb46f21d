"""The assets that someone administers: their list, and one of them with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Asset, Authority, Category, CustomField, CustomValue, Depot, Keeping, Management, Part, Photograph

ACT = "asset.administer"


@dataclass(frozen=True, slots=True)
class AssetPage:
    """An asset of the actor's: its row, its card, who manages and keeps it (the latest first), what it is made of and part of (with the
    units), fields of the owner's own with their values, and its photographs in order."""

    row: Asset
    card: AssetCard
    category: str
    in_place: bool
    manager: int
    manager_name: str
    depot: int | None
    keepers: Sequence[Row[tuple[str, date, date | None]]]
    shares: list[tuple[str, int, date, date | None]]
    parts: Sequence[Row[tuple[int, int, str, str, int]]]
    wholes: Sequence[Row[tuple[int, str]]]
    fields: list[tuple[CustomField, str | None]]
    photographs: Sequence[Photograph]
    version: int
    history: list[ChangeView]


def assets(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, code, name, category, units, depot, authority, value, until: the assets managed today by the actor's authorities."""
    query = (
        select(
            Asset.id, Asset.name, Asset.code, Category.code.label("category"), Asset.units, Depot.name.label("depot"),
            Authority.name.label("authority"), Asset.replacement_value_cents.label("value"), Asset.in_service_until.label("until"),
        )
        .join(Category, Category.id == Asset.category_id)
        .join(Management, (Management.asset_id == Asset.id) & _holds(Management, today))
        .join(Authority, Authority.id == Management.authority_id)
        .outerjoin(Keeping, (Keeping.asset_id == Asset.id) & _holds(Keeping, today))
        .outerjoin(Depot, Depot.id == Keeping.depot_id)
        .where(within(Management.authority_id, actor, ACT))
    )  # fmt: skip
    retired = Asset.in_service_until < today
    query = query.where(retired if filters.get("service") == "retired" else or_(Asset.in_service_until.is_(None), ~retired))
    if filters.get("category"):
        query = query.where(Category.code == filters["category"])
    return query.where(Depot.id == int(filters["depot"])) if filters.get("depot", "").isdecimal() else query


def asset_page(session: Session, actor: Actor, key: int, today: date) -> AssetPage:
    """One asset that an authority of the actor's manages today. Raises NotFound for any other."""
    row, known = session.get(Asset, key, populate_existing=True), catalogue(session)
    if row is None or not may(actor, ACT, authorities=(known.owner(known.assets[key], today).id,)):
        raise NotFound("asset_unknown", asset=key)
    card, owner = known.assets[key], known.owner(known.assets[key], today)
    keepers = select(Depot.name, Keeping.valid_from, Keeping.valid_until).join(Depot, Depot.id == Keeping.depot_id)
    parts = select(Part.id, Asset.id.label("asset"), Asset.code, Asset.name, Part.units).join(Asset, Asset.id == Part.part_id)
    wholes = select(Asset.id, Asset.name).join(Part, Part.whole_id == Asset.id)
    return AssetPage(
        row=row,
        card=card,
        category=card.category,
        in_place=card.in_place,
        manager=owner.id,
        manager_name=owner.name,
        depot=known.depot(card, today).id,
        keepers=session.execute(keepers.where(Keeping.asset_id == key).order_by(Keeping.valid_from.desc())).all(),
        shares=[(known.authorities[share.subject].name, share.weight, share.first, share.last) for share in card.shares],
        parts=session.execute(parts.where(Part.whole_id == key).order_by(Part.id)).all(),
        wholes=session.execute(wholes.where(Part.part_id == key).order_by(Asset.name)).all(),
        fields=_fields(session, owner.id, key),
        photographs=photographs(session, key),
        version=version_of(session, "asset", key),
        history=changes_of(session, "asset", key),
    )


def photographs(session: Session, key: int) -> Sequence[Photograph]:
    """The photographs of an asset, the leading one first; nobody's secret."""
    return session.scalars(select(Photograph).where(Photograph.asset_id == key).order_by(Photograph.position, Photograph.id)).all()


def categories(session: Session) -> dict[int, str]:
    """The code of every category by its id."""
    return {row.id: row.code for row in session.execute(select(Category.id, Category.code).order_by(Category.name))}


def places_of(session: Session, authorities: Sequence[int]) -> list[tuple[int, str]]:
    """(id, name) of the places of these authorities, by name."""
    query = select(Depot.id, Depot.name).where(Depot.authority_id.in_(authorities)).order_by(Depot.name)
    return [(key, name) for key, name in session.execute(query)]


def possible_parts(session: Session, found: AssetPage, today: date) -> list[tuple[int, str]]:
    """(id, name) of what can become part of an asset: of the same manager, and not made of the asset itself."""
    known = catalogue(session)
    own = [card for card in known.assets.values() if known.owner(card, today).id == found.manager and card.id != found.row.id]
    there = {part.asset for part in found.parts}
    free = [card for card in own if card.id not in there and found.row.id not in card.leaves and found.card.in_place == card.in_place]
    return sorted(((card.id, f"{card.name} ({card.code})") for card in free), key=lambda pair: pair[1].casefold())


def _fields(session: Session, authority: int, key: int) -> list[tuple[CustomField, str | None]]:
    query = (
        select(CustomField, CustomValue.value)
        .outerjoin(CustomValue, (CustomValue.field_id == CustomField.id) & (CustomValue.asset_id == key))
        .where(CustomField.authority_id == authority, or_(CustomField.retired_on.is_(None), CustomValue.value.is_not(None)))
        .order_by(CustomField.position, CustomField.id)
    )
    return [(field, value) for field, value in session.execute(query)]


def _holds(relation: type[Management] | type[Keeping], today: date) -> Any:
    return (relation.valid_from <= today) & or_(relation.valid_until.is_(None), relation.valid_until >= today)
