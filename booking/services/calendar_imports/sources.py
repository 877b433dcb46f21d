"""Calendars of others on an asset: proposed and read once before anything is kept, then confirmed, paused, asked again, removed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from sqlalchemy import update
from sqlalchemy.orm import Session

from booking.formats.ical_reading import read_apart
from booking.queries.administration.calendars import ACT
from booking.queries.catalogue import catalogue
from booking.queries.facts import HORIZON
from booking.rules.addresses import web_address
from booking.rules.catalogue import AssetCard
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import records, vault
from booking.services.calendar_imports.fetching import Fetched, Fetcher
from booking.services.idempotency import Answer, once
from booking.services.incidents.placing import BEYOND
from booking.services.rows import add
from booking.services.transaction import transaction
from models import CalendarSource

PURPOSE = "calendar"
LONGEST_NAME = 200
UNCONFIRMED = timedelta(days=1)
TURN = timedelta(minutes=15)
"""So long a calendar is that of who asks for it; after it another process takes over from one that is gone."""

EMPTY = {"address": None, "host": None, "content": None, "etag": "", "modified": ""}
"""What is forgotten of a calendar that takes nothing any more."""


@dataclass(frozen=True, slots=True)
class Means:
    """What this installation reads calendars with: its secret, and its way to the web."""

    secret: bytes
    fetcher: Fetcher


@dataclass(frozen=True, slots=True)
class Proposal:
    """A calendar to be read: at an `address`, or as a file (`data` with its `filename`)."""

    asset: int
    name: str
    every_hours: int = 6
    address: str = ""
    filename: str = ""
    data: bytes = b""


def window(now: datetime) -> tuple[datetime, datetime]:
    """What is read of a calendar: from now until so far past the ledger's horizon that a month can pass without reading it again."""
    return now, now + HORIZON + BEYOND


def propose(session: Session, actor: Actor, means: Means, wanted: Proposal, now: datetime, key: str) -> int:
    """Fetch or take over a calendar and keep it for somebody to look at; returns its id. Nothing is taken yet.

    `key` is made with the form: sent twice, it is kept once. Raises Refused with what is wrong at which field (`address`, `file`, `name`),
    NotFound for an asset of others.
    """
    asset = own_asset(session, actor, wanted.asset, now)
    name = " ".join(wanted.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refused("name_too_long" if name else "field_required", field="name", limit=LONGEST_NAME)
    session.commit()  # nothing is read or locked while somebody else's server is waited for
    got = _got(means, wanted, now)
    assert got.data is not None  # noqa: S101 - nothing was known of it, so nothing can be unchanged
    address = web_address(wanted.address, any_port=means.fetcher.loopback) if wanted.address else None
    row = {
        "asset_id": asset.id, "name": name, "state": "read", "every_hours": wanted.every_hours, "host": address.host if address else None,
        "address": vault.lock(means.secret, PURPOSE, wanted.address.strip()) if address else None,
        "filename": PurePath(wanted.filename.replace("\\", "/")).name[:LONGEST_NAME], "content": zlib.compress(got.data),
        "etag": got.etag, "modified": got.modified, "content_hash": digest(got.data), "created_at": now, "account_id": actor.account_id,
        "due_at": now, "failures": 0, "ignored": {},
    }  # fmt: skip

    def write() -> Answer:
        kept = add(session, CalendarSource, **row)
        records.audit(session, now, actor.account_id, "calendar.propose", ("calendar_source", kept), _owner(session, asset, now))
        return Answer(201, str(kept))

    asked = repr((wanted.asset, name, wanted.address, wanted.filename, digest(wanted.data)))
    return int(once(session, actor.account_id or 0, f"calendar-{key}", asked.encode(), now, write).text)


def confirm(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Let it take the asset from now on: it is due at once. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.confirm", ("read",), "active")


def discard(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Keep nothing of what was only looked at. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.discard", ("read",), "removed")


def pause(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Ask no more for a while: what it takes stays taken. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.pause", ("active",), "paused")


def resume(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Follow it again, at once. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.resume", ("paused",), "active")


def ask_again(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """It is due now, unless it is being asked for at this moment. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.ask", ("active",), "active")


def remove(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Follow it no more and forget its address; what it took is free again as soon as `clear` went by. Raises NotFound, Refused."""
    _move(session, actor, key, now, "calendar.remove", ("active", "paused"), "removed")


def forget(session: Session, now: datetime) -> int:
    """What was looked at and not confirmed within a day is kept no longer; returns how many. A job."""
    old = (CalendarSource.state == "read", CalendarSource.created_at < now - UNCONFIRMED)
    with transaction(session):
        gone = session.execute(update(CalendarSource).where(*old).values(state="removed", **EMPTY))
    return int(gone.rowcount)  # type: ignore[attr-defined]


def own_asset(session: Session, actor: Actor, asset: int, now: datetime) -> AssetCard:
    """An asset whose manager the actor administers. Raises NotFound."""
    card = catalogue(session).assets.get(asset)
    if card is None or not may(actor, ACT, authorities=(_owner(session, card, now),)):
        raise NotFound("asset_unknown", field="asset")
    return card


def digest(data: bytes) -> bytes:
    """By which unchanged bytes are recognised."""
    return hashlib.sha256(data).digest()


def _got(means: Means, wanted: Proposal, now: datetime) -> Fetched:
    """The calendar, which can be read. What is wrong with it is wrong with the field that it came from."""
    try:
        got = means.fetcher.fetch(wanted.address) if wanted.address.strip() else Fetched(wanted.data)
        read_apart(got.data or b"", *window(now))
    except Refused as refused:
        raise Refused(refused.code, **{**refused.details, "field": "address" if wanted.address.strip() else "file"}) from refused
    return got


def _move(session: Session, actor: Actor, key: int, now: datetime, act: str, before: tuple[str, ...], after: str) -> None:
    with transaction(session):
        row = session.get(CalendarSource, key, populate_existing=True, with_for_update=True)
        asset = catalogue(session).assets.get(row.asset_id) if row else None
        if row is None or asset is None or not may(actor, ACT, authorities=(_owner(session, asset, now),)):
            raise NotFound("calendar_unknown")
        if row.state not in before:
            raise Refused("calendar_state")
        if act != "calendar.ask" or not _is_asked(row, now):
            row.due_at = now
        row.state = after
        for name, value in EMPTY.items() if after == "removed" else ():
            setattr(row, name, value)
        session.flush()
        records.audit(session, now, actor.account_id, act, ("calendar_source", key), _owner(session, asset, now))


def _is_asked(row: CalendarSource, now: datetime) -> bool:
    """True while somebody has its turn: two who follow it at once would both write what is new."""
    return row.tried_at is not None and row.due_at == row.tried_at + TURN and now < row.due_at


def _owner(session: Session, asset: AssetCard, now: datetime) -> int:
    return catalogue(session).owner(asset, local(now).date()).id
