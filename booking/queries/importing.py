"""What a list of assets is compared with: categories, places and authorities by name, and the assets that carry its numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from booking.rules.availability import peak
from booking.rules.periods import Period
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from booking.words import LANGUAGES
from booking.words.kinds import CATEGORIES
from models import LONGEST_PIECE, Asset, AssetFeature, Authority, Category, Counter, Depot, Keeping, Management, Occupancy
from models.base import Dated

ACT = "catalogue.import"


@dataclass(frozen=True, slots=True)
class Kept:
    """An asset as it is kept: its id, owner and depot of today, and the values of its columns, category and depot by name."""

    id: int
    authority_id: int | None
    authority: str
    promised: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """Names (casefolded) of what a list refers to; `assets` by casefolded code; `version` is that of the catalogue it was read at."""

    version: int
    categories: dict[str, tuple[int, str]]
    depots: dict[int, dict[str, tuple[int, str]]]
    authorities: dict[str, int]
    names: dict[int, str]
    assets: dict[str, Kept]


def known(session: Session, actor: Actor | None, codes: Collection[str], now: datetime, today: date) -> Known:
    """What the actor (None: a command, which may do anything) can name in a list, and the assets with one of these codes."""
    rows = session.execute(select(Authority.id, Authority.name, Authority.nis)).all()
    mine = None if actor is None else authorities_for(actor, ACT)
    ours = [row for row in rows if mine is None or row.id in mine]
    depots: defaultdict[int, dict[str, tuple[int, str]]] = defaultdict(dict)
    for key, authority, name in session.execute(select(Depot.id, Depot.authority_id, Depot.name).order_by(Depot.id)):
        depots[authority].setdefault(name.casefold(), (key, name))
    return Known(
        version=session.scalar(select(Counter.value).where(Counter.name == "catalogue")) or 0,
        categories=_categories(session),
        depots=depots,
        authorities={text.casefold(): row.id for row in ours for text in (row.nis, row.name) if text},
        names={row.id: row.name for row in rows},
        assets=_assets(session, codes, now, today),
    )


def _categories(session: Session) -> dict[str, tuple[int, str]]:
    """By code, by name, and by the word for it in each of our languages."""
    found: dict[str, tuple[int, str]] = {}
    for key, code, name in session.execute(select(Category.id, Category.code, Category.name).order_by(Category.id)):
        words = [CATEGORIES[code][language] for language in LANGUAGES] if code in CATEGORIES else []
        for text in (*words, name, code):
            found[text.casefold()] = (key, name)
    return found


def own_assets(session: Session, actor: Actor, authority: int, today: date) -> list[dict[str, Any]]:
    """The values of every asset that an authority of the actor's manages today, by code: the list that may be changed and sent back."""
    if not may(actor, ACT, authorities=(authority,)):
        raise NotFound("authority_unknown")
    rows = session.execute(_rows(today).where(Management.authority_id == authority).order_by(Asset.code)).all()
    features = _features(session, [row.Asset.id for row in rows])
    return [_values(row.Asset, row.category, row.authority, row.depot, features) for row in rows]


def choices(session: Session, authority: int) -> tuple[list[str], list[str]]:
    """The names of all categories, and of the places of an authority."""
    depots = select(Depot.name).where(Depot.authority_id == authority).order_by(Depot.name)
    return list(session.scalars(select(Category.name).order_by(Category.name))), list(session.scalars(depots))


def _assets(session: Session, codes: Collection[str], now: datetime, today: date) -> dict[str, Kept]:
    wanted = {code.casefold() for code in codes}
    rows = session.execute(_rows(today).where(func.lower(Asset.code).in_(wanted)).execution_options(populate_existing=True)).all()
    features = _features(session, [row.Asset.id for row in rows])
    promised = _promised(session, [row.Asset.id for row in rows if row.Asset.units > 1], now)
    return {
        row.Asset.code.casefold(): Kept(
            row.Asset.id,
            row.authority_id,
            row.authority or "",
            promised.get(row.Asset.id, 0),
            _values(row.Asset, row.category, row.authority, row.depot, features),
        )
        for row in rows
    }


def _rows(today: date) -> Select[Any]:
    """Assets with the names of their category and of who manages and keeps them today."""
    return (
        select(
            Asset, Category.name.label("category"), Management.authority_id, Authority.name.label("authority"), Depot.name.label("depot")
        )
        .join(Category, Category.id == Asset.category_id)
        .outerjoin(Management, (Management.asset_id == Asset.id) & _holds(Management, today))
        .outerjoin(Authority, Authority.id == Management.authority_id)
        .outerjoin(Keeping, (Keeping.asset_id == Asset.id) & _holds(Keeping, today))
        .outerjoin(Depot, Depot.id == Keeping.depot_id)
    )


def _features(session: Session, assets: Collection[int]) -> defaultdict[int, dict[str, float]]:
    found: defaultdict[int, dict[str, float]] = defaultdict(dict)
    query = select(AssetFeature.asset_id, AssetFeature.feature, AssetFeature.value).where(AssetFeature.asset_id.in_(assets))
    for asset, feature, value in session.execute(query):
        found[asset][feature] = value
    return found


def _values(
    asset: Asset, category: str, authority: str | None, depot: str | None, features: Mapping[int, dict[str, float]]
) -> dict[str, Any]:
    plain = ("code", "name", "units", "capacity", "mass_kg", "replacement_value_cents", "hours_before", "hours_after")
    plain += ("open_days_before", "open_days_after", "in_service_from", "in_service_until")
    named: dict[str, Any] = {"category": category, "authority": authority, "depot": depot, "description": asset.description or None}
    named["features"] = features.get(asset.id, {})
    return {**{name: getattr(asset, name) for name in plain}, **named}


def _holds(relation: type[Dated], today: date) -> Any:
    return (relation.valid_from <= today) & or_(relation.valid_until.is_(None), relation.valid_until >= today)


def _promised(session: Session, assets: list[int], now: datetime) -> dict[int, int]:
    """The most units of each asset that are promised at any one moment from now on."""
    rows: defaultdict[int, list[tuple[datetime, datetime, int, str]]] = defaultdict(list)
    query = select(Occupancy.asset_id, Occupancy.starts_at, Occupancy.ends_at, Occupancy.units, Occupancy.holder)
    query = query.where(
        Occupancy.asset_id.in_(assets), Occupancy.promise, Occupancy.starts_at > now - LONGEST_PIECE, Occupancy.ends_at > now
    )
    for asset, *row in session.execute(query):
        rows[asset].append(tuple(row))  # type: ignore[arg-type]
    return {asset: peak(taken, Period(now, max(row[1] for row in taken))) for asset, taken in rows.items()}
