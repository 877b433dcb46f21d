"""How an asset comes, moves and goes: copied, kept elsewhere from a day on, out of service after a day; never deleted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.queries.administration.closures import FOREVER, hit_of_asset
from booking.queries.catalogue import catalogue
from booking.rules.periods import Period, end_of, local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.assets.settings import NOUN, AssetSettings, create_asset, own_asset
from booking.services.administration.changes import check_version, record_change, settings_of
from booking.services.rows import add_all
from booking.services.transaction import transaction
from models import Asset, AssetFeature, CustomValue, Depot, Keeping, TaskPlan

COPIED = (AssetFeature, CustomValue, TaskPlan)


def duplicate_asset(session: Session, actor: Actor, key: int, now: datetime) -> int:
    """Another one like it, in service from today, with its features, own fields and plan of work but no photographs, parts or history.

    Its number is the next that is free. Returns its id. Raises NotFound.
    """
    with transaction(session):
        row, owner = own_asset(session, actor, key, now)
        known, today = catalogue(session), local(now).date()
        wanted = replace(settings_of(AssetSettings, row), code=_next_code(session, row.code), in_service_from=today)
        made = create_asset(session, actor, owner, known.depot(known.assets[key], today).id, wanted, now)
        for model in COPIED:
            columns = [column for column in model.__table__.c if column.name not in {"id", "asset_id"}]
            rows = session.execute(select(*columns).where(model.asset_id == key)).mappings()
            add_all(session, model, [{**values, "asset_id": made} for values in rows])
        return made


def move_asset(session: Session, actor: Actor, key: int, version: int, depot: int, first: date, now: datetime) -> None:
    """From `first` on another place of its manager keeps it; the past stays. What was promised keeps the place it was promised at.

    Raises NotFound, ChangedMeanwhile.
    """
    with transaction(session):
        _row, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        place, known = session.get(Depot, depot), catalogue(session)
        if place is None or place.authority_id != owner:
            raise NotFound()
        before = known.depot(known.assets[key], first).name
        session.execute(delete(Keeping).where(Keeping.asset_id == key, Keeping.valid_from >= first))
        for spell in session.scalars(select(Keeping).where(Keeping.asset_id == key)):
            spell.valid_until = min(spell.valid_until or date.max, first - timedelta(days=1))
        session.add(Keeping(asset_id=key, depot_id=depot, valid_from=first, valid_until=None))
        session.flush()
        told = {"depot": f"{place.name} ({first.isoformat()})"}
        record_change(session, actor, NOUN, key, {"depot": before}, told, now, authority=owner)


def retire_asset(session: Session, actor: Actor, key: int, version: int, last: date, now: datetime) -> None:
    """Its last day in service. Raises NotFound, ChangedMeanwhile, Refused `asset_promised` while something is promised after that day."""
    with transaction(session):
        row, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        if last < row.in_service_from:
            raise Refused("dates_reversed", field="last")
        after = hit_of_asset(session, key, Period(end_of(last), end_of(FOREVER))) if last < FOREVER else []
        if after:
            raise Refused("asset_promised", field="last", count=len(after), reference=after[0].reference)
        before, row.in_service_until = row.in_service_until, last
        session.flush()
        record_change(session, actor, NOUN, key, {"in_service_until": before}, {"in_service_until": last}, now, authority=owner)


def restore_asset(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """It stays in service after all. Raises NotFound."""
    with transaction(session):
        row, owner = own_asset(session, actor, key, now)
        before, row.in_service_until = row.in_service_until, None
        session.flush()
        record_change(session, actor, NOUN, key, {"in_service_until": before}, {"in_service_until": None}, now, authority=owner)


def _next_code(session: Session, code: str) -> str:
    """`RAN-WC-01` → `RAN-WC-02`, or the first after it that is free; a number without figures gets them."""
    found = re.fullmatch(r"(.*?)(\d+)", code)
    stem, number, width = (found[1], int(found[2]), len(found[2])) if found else (f"{code}-", 1, 2)
    taken = set(session.scalars(select(Asset.code).where(Asset.code.startswith(stem, autoescape=True))))
    while (wanted := f"{stem}{(number := number + 1):0{width}d}") in taken:
        pass
    return wanted
