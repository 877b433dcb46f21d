"""Photographs of assets: kept in a folder outside the web root, named by the hash of their bytes; the row says whose and in which order."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.photograph import encoded
from booking.queries.administration.assets import photographs
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.assets.settings import NOUN, own_asset
from booking.services.administration.changes import ChangedMeanwhile, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Photograph

MOST = 12


def add_photograph(session: Session, actor: Actor, key: int, data: bytes, alt: str, folder: Path, now: datetime) -> int:
    """Keep a photograph of an asset as the last in its order; returns its id.

    Raises NotFound, Refused `photograph_unreadable`, `photograph_too_large`, `photographs_full`, or `field_required` without words for
    who cannot see it.
    """
    if not alt.strip():
        raise Refused("field_required", field="alt")
    own_asset(session, actor, key, now)
    _next_place(session, key)
    made = encoded(data)
    name = sha256(made.large).hexdigest()
    with transaction(session):
        _row, owner = own_asset(session, actor, key, now)
        shown = {"file": name, "width": made.width, "height": made.height, "alt": alt.strip(), "position": _next_place(session, key)}
        made_id = add(session, Photograph, asset_id=key, uploaded_at=now, account_id=actor.account_id, **shown)
        record_change(session, actor, NOUN, key, {"photograph": ""}, {"photograph": alt.strip()}, now, authority=owner)
        folder.mkdir(parents=True, exist_ok=True)
        for size, content in (("large", made.large), ("small", made.small)):
            path_of(folder, name, size).write_bytes(content)
    return made_id


def _next_place(session: Session, key: int) -> int:
    """The place after the last photograph. Raises Refused `photographs_full`."""
    there = photographs(session, key)
    if len(there) >= MOST:
        raise Refused("photographs_full", field="file", limit=MOST)
    return 1 + max((each.position for each in there), default=0)


def describe_photograph(session: Session, actor: Actor, key: int, photograph: int, was: str, alt: str, now: datetime) -> None:
    """Other words than `was` for who cannot see it. Raises NotFound, ChangedMeanwhile, Refused `field_required`."""
    if not alt.strip():
        raise Refused("field_required", field="alt")
    with transaction(session):
        row, owner = _own(session, actor, key, photograph, now)
        if row.alt not in (was, alt.strip()):
            raise ChangedMeanwhile(NOUN, key)
        before, row.alt = row.alt, alt.strip()
        session.flush()
        record_change(session, actor, NOUN, key, {"photograph": before}, {"photograph": row.alt}, now, authority=owner)


def lead_with(session: Session, actor: Actor, key: int, photograph: int, now: datetime) -> None:
    """Show this one first; the others keep their order. Raises NotFound."""
    with transaction(session):
        row, owner = _own(session, actor, key, photograph, now)
        rest = [each for each in photographs(session, key) if each.id != row.id]
        for position, each in enumerate([row, *rest], 1):
            each.position = position
        session.flush()
        record_change(session, actor, NOUN, key, {"photograph_first": ""}, {"photograph_first": row.alt}, now, authority=owner)


def drop_photograph(session: Session, actor: Actor, key: int, photograph: int, folder: Path, now: datetime) -> None:
    """Take it away; its files go too, once no other row shows the same picture. Raises NotFound."""
    with transaction(session):
        row, owner = _own(session, actor, key, photograph, now)
        name, alt = row.file, row.alt
        session.delete(row)
        session.flush()
        record_change(session, actor, NOUN, key, {"photograph": alt}, {"photograph": ""}, now, authority=owner)
        alone = not session.scalar(select(Photograph.id).where(Photograph.file == name).limit(1))
    if alone:
        for size in ("large", "small"):
            path_of(folder, name, size).unlink(missing_ok=True)


def path_of(folder: Path, name: str, size: str) -> Path:
    """Where a photograph lies: `size` is large or small."""
    return folder / f"{name}-{size}.webp"


def _own(session: Session, actor: Actor, key: int, photograph: int, now: datetime) -> tuple[Photograph, int]:
    _asset, owner = own_asset(session, actor, key, now)
    row = session.get(Photograph, photograph, populate_existing=True)
    if row is None or row.asset_id != key:
        raise NotFound()
    return row, owner
