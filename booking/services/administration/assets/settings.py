"""An asset's own row: number, name, category, how many there are, what it is worth, and the time it needs around a loan."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Asset, Category, Depot, Keeping, Management

NOUN = "asset"


@dataclass(frozen=True, slots=True)
class AssetSettings:
    """What an administrator may change about an asset; empty buffers are those of its category, the value is of one unit in cents."""

    code: str
    name: str
    category_id: int
    units: int
    in_service_from: date
    description: str = ""
    capacity: int | None = None
    mass_kg: int | None = None
    replacement_value_cents: int | None = None
    hours_before: int | None = None
    hours_after: int | None = None
    open_days_before: int | None = None
    open_days_after: int | None = None


def create_asset(session: Session, actor: Actor, authority: int, depot: int, wanted: AssetSettings, now: datetime) -> int:
    """A new asset that an authority manages and a depot of its own keeps, from its first day on; returns its id.

    Raises NotFound, Refused `asset_code_taken`.
    """
    with transaction(session):
        place = session.get(Depot, depot)
        if place is None or place.authority_id != authority or not may(actor, "asset.administer", authorities=(authority,)):
            raise NotFound()
        _check_code(session, wanted.code, 0)
        key = add(session, Asset, **asdict(wanted), in_service_until=None)
        dates = {"asset_id": key, "valid_from": wanted.in_service_from, "valid_until": None}
        add(session, Management, authority_id=authority, **dates)
        add(session, Keeping, depot_id=depot, **dates)
        record_change(session, actor, NOUN, key, None, {**_told(session, asdict(wanted)), "depot": place.name}, now, authority=authority)
        return key


def change_asset(session: Session, actor: Actor, key: int, version: int, wanted: AssetSettings, now: datetime) -> None:
    """What was promised keeps its periods; what is asked from now on follows the new settings.

    Raises NotFound, ChangedMeanwhile, Refused `asset_code_taken`, `asset_units_promised` when fewer units are left than were promised.
    """
    with transaction(session):
        row, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        _check_code(session, wanted.code, key)
        before, after = (_told(session, values) for values in change_row(session, row, wanted))
        record_change(session, actor, NOUN, key, before, after, now, authority=owner)


def own_asset(session: Session, actor: Actor, key: int, now: datetime) -> tuple[Asset, int]:
    """The row of an asset that an authority of the actor's manages today, and that authority. Raises NotFound."""
    row, known = session.get(Asset, key, populate_existing=True), catalogue(session)
    if row is None or key not in known.assets:
        raise NotFound("asset_unknown", asset=key)
    owner = known.owner(known.assets[key], local(now).date()).id
    if not may(actor, "asset.administer", authorities=(owner,)):
        raise NotFound("asset_unknown", asset=key)
    return row, owner


def _told(session: Session, values: dict[str, Any]) -> dict[str, Any]:
    """Settings as the record of changes keeps them: the category by its code, which has a word in each language."""
    code = session.scalar(select(Category.code).where(Category.id == values["category_id"]))
    return {"category" if name == "category_id" else name: code if name == "category_id" else value for name, value in values.items()}


def _check_code(session: Session, code: str, key: int) -> None:
    if session.scalar(select(Asset.id).where(Asset.code == code, Asset.id != key)):
        raise Refused("asset_code_taken", field="code", asset=code)
