"""What a hall divides into and what a kit holds: only what has no promises of its own changes its parts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.lifecycle import HOLDING
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import ledger
from booking.services.administration.assets.settings import NOUN, own_asset
from booking.services.administration.changes import check_version, record_change
from booking.services.transaction import transaction
from models import Asset, Line, Part


def add_part(session: Session, actor: Actor, key: int, version: int, part: int, units: int, now: datetime) -> None:
    """The whole takes `units` of the part from now on.

    Raises NotFound, ChangedMeanwhile, Refused `part_of_itself`, `units_beyond_stock`, `parts_promised`.
    """
    with transaction(session):
        _whole, owner = own_asset(session, actor, key, now)
        check_version(session, NOUN, key, version)
        inner, _owner = own_asset(session, actor, part, now)
        known = catalogue(session)
        if part == key or key in known.assets[part].leaves or _holds(session, part, key):
            raise Refused("part_of_itself", field="part", asset=inner.name)
        if units > inner.units:
            raise Refused("units_beyond_stock", field="units", units=units, limit=inner.units, asset=inner.name)
        _check_promised(session, key)
        ledger.lock(session, {key, *known.assets[part].leaves})
        session.add(Part(whole_id=key, part_id=part, units=units))
        session.flush()
        record_change(session, actor, NOUN, key, {"parts": ""}, {"parts": f"{inner.name} × {units}"}, now, authority=owner)


def drop_part(session: Session, actor: Actor, key: int, part_row: int, now: datetime) -> None:
    """The whole no longer takes this part. Raises NotFound, Refused `parts_promised`."""
    with transaction(session):
        _whole, owner = own_asset(session, actor, key, now)
        row = session.get(Part, part_row)
        if row is None or row.whole_id != key:
            raise NotFound()
        _check_promised(session, key)
        told = f"{session.get_one(Asset, row.part_id).name} × {row.units}"
        session.delete(row)
        session.flush()
        record_change(session, actor, NOUN, key, {"parts": told}, {"parts": ""}, now, authority=owner)


def _check_promised(session: Session, key: int) -> None:
    """What is promised of a whole holds the parts it had: changing them would leave the promise half."""
    if session.scalar(select(Line.id).where(Line.asset_id == key, Line.state.in_(HOLDING)).limit(1)):
        raise Refused("parts_promised", field="part")


def _holds(session: Session, whole: int, wanted: int) -> bool:
    """True when `wanted` is somewhere within `whole`."""
    inside = set(session.scalars(select(Part.part_id).where(Part.whole_id == whole)))
    return wanted in inside or any(_holds(session, part, wanted) for part in inside)
