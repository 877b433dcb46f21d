"""Calendars of others on an asset: proposed and read once before anything is kept, then confirmed, changed, paused, removed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import PurePath

from sqlalchemy import select, update
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
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.calendar_imports.fetching import Fetched, Fetcher
from booking.services.idempotency import Answer, once
from booking.services.incidents.placing import BEYOND
from booking.services.rows import add
from booking.services.transaction import transaction
from models import CalendarEvent, CalendarSource, Fact

NOUN = "calendar_source"
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


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """What may be changed of a calendar: what it is called here, and every how many hours it is asked for."""

    name: str
    every_hours: int = 6


def window(now: datetime) -> tuple[datetime, datetime]:
    """What is read of a calendar: from now until so far past the ledger's horizon that a month can pass without reading it again."""
    return now, now + HORIZON + BEYOND


def propose(session: Session, actor: Actor, means: Means, wanted: Proposal, now: datetime, key: str) -> int:
    """Fetch or take over a calendar and keep it for somebody to look at; returns its id. Nothing is taken yet.

    `key` is made with the form: sent twice, it is kept once. Raises Refused with what is wrong at which field (`address`, `file`, `name`),
    NotFound for an asset of others.
    """
    asset = own_asset(session, actor, wanted.asset, now)
    name = _named(wanted.name)
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
        records.audit(session, now, actor.account_id, "calendar.propose", (NOUN, kept), _owner(session, asset, now))
        return Answer(201, str(kept))

    asked = repr((wanted.asset, name, wanted.address, wanted.filename, digest(wanted.data)))
    return int(once(session, actor.account_id or 0, f"calendar-{key}", asked.encode(), now, write).text)


def confirm(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Let it take the asset from now on: it is due at once. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.confirm", ("read",), "active")


def discard(session: Session, actor: Actor, key: int, now: datetime) -> None:
    """Keep nothing of what was only looked at. Raises NotFound, Refused `calendar_state`."""
    _move(session, actor, key, now, "calendar.discard", ("read",), "removed")


def change(session: Session, actor: Actor, key: int, version: int, wanted: CalendarSettings, now: datetime) -> None:
    """Call it otherwise, also in what it takes already, or ask for it at another pace: the next time follows from the last good one.

    Raises NotFound, ChangedMeanwhile, Refused `field_required`, `name_too_long`.
    """
    wanted = replace(wanted, name=_named(wanted.name))
    with transaction(session):
        row, owner = _locked(session, actor, key, now)
        check_version(session, NOUN, key, version)
        before, after = change_row(session, row, wanted)
        if before["every_hours"] != wanted.every_hours and _waits_its_turn(row, now):
            row.due_at = (row.good_at or now) + timedelta(hours=wanted.every_hours)
        if before["name"] != wanted.name:
            taken = select(CalendarEvent.fact_id).where(CalendarEvent.source_id == key)
            session.execute(update(Fact).where(Fact.id.in_(taken)).values(note=wanted.name))
        record_change(session, actor, NOUN, key, before, after, now, authority=owner)


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
        row, owner = _locked(session, actor, key, now)
        if row.state not in before:
            raise Refused("calendar_state")
        if act != "calendar.ask" or not _is_asked(row, now):
            row.due_at = now
        row.state = after
        for name, value in EMPTY.items() if after == "removed" else ():
            setattr(row, name, value)
        session.flush()
        records.audit(session, now, actor.account_id, act, (NOUN, key), owner)


def _locked(session: Session, actor: Actor, key: int, now: datetime) -> tuple[CalendarSource, int]:
    """A calendar that waits for nobody else, and who manages its asset. Raises NotFound."""
    row = session.get(CalendarSource, key, populate_existing=True, with_for_update=True)
    asset = catalogue(session).assets.get(row.asset_id) if row else None
    if row is None or asset is None or row.state == "removed" or not may(actor, ACT, authorities=(_owner(session, asset, now),)):
        raise NotFound("calendar_unknown")
    return row, _owner(session, asset, now)


def _named(text: str) -> str:
    """A name as it is kept. Raises Refused."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refused("name_too_long" if name else "field_required", field="name", limit=LONGEST_NAME)
    return name


def _waits_its_turn(row: CalendarSource, now: datetime) -> bool:
    """True for what is fetched at its own pace: not while it fails, which has a pace of its own, nor at this very moment."""
    return row.state == "active" and row.host is not None and not row.failures and not _is_asked(row, now)


def _is_asked(row: CalendarSource, now: datetime) -> bool:
    """True while somebody has its turn: two who follow it at once would both write what is new."""
    return row.tried_at is not None and row.due_at == row.tried_at + TURN and now < row.due_at


def _owner(session: Session, asset: AssetCard, now: datetime) -> int:
    return catalogue(session).owner(asset, local(now).date()).id
