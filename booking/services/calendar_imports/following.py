"""Following calendars: asking for each when it is due, taking over what changed, and leaving everything as it was when that fails."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from booking.formats.ical_reading import Reading, read_apart
from booking.queries.facts import HORIZON
from booking.rules.refusals import Busy, Refused
from booking.services import vault
from booking.services.calendar_imports.applying import Stopped, apply, clear, kept_events
from booking.services.calendar_imports.fetching import Fetched
from booking.services.calendar_imports.sources import PURPOSE, TURN, Means, digest, forget, window
from booking.services.calendar_imports.telling import tell_failing
from booking.services.rows import add
from booking.services.transaction import transaction
from models import CalendarEvent, CalendarRun, CalendarSource

AT_ONCE = 50
RUNS_KEPT = 30
TELL_AFTER = 3  # failures in a row
LONGEST_WAIT = timedelta(hours=24)
FILE_AGAIN = timedelta(days=7)  # a file does not change, but the horizon moves

log = logging.getLogger(__name__)

T = TypeVar("T")


def refresh_due(session: Session, means: Means, now: datetime) -> int:
    """Ask for every calendar that is due, give back what removed ones still take; returns how many were asked. A job, safe to repeat."""
    forget(session, now)
    left = exists().where(CalendarEvent.source_id == CalendarSource.id)
    removed = select(CalendarSource.id).where(CalendarSource.state == "removed", left)
    for source in session.execute(removed).scalars().all():
        _by_itself(session, source, lambda key: remove_events(session, key, now))
    due = select(CalendarSource.id).where(CalendarSource.state == "active", CalendarSource.due_at <= now)
    keys = list(session.scalars(due.order_by(CalendarSource.due_at).limit(AT_ONCE)))
    session.commit()
    return sum(_by_itself(session, key, lambda each: refresh(session, means, each, now)) is not None for key in keys)


def _by_itself(session: Session, key: int, act: Callable[[int], T]) -> T | None:
    """What goes wrong with one calendar keeps no other waiting: the next turn finds it again."""
    try:
        return act(key)
    except Exception:
        session.rollback()
        log.exception("calendar %s", key)
        return None


def refresh(session: Session, means: Means, key: int, now: datetime) -> str | None:
    """Ask for one calendar that is due, unless another process does; returns how that ended, as a code of booking/words.

    `calendar_same` when nothing changed, and then nothing is touched; `calendar_followed`; else what was wrong: all that it takes stays
    taken, and after some failures in a row the administrators of the asset hear of it.
    """
    row = _taken(session, key, now)
    if row is None:
        return None
    try:
        outcome, details = _follow(session, means, row, now)
    except Stopped:
        return "calendar_stopped"
    except Busy:
        raise
    except (Refused, vault.Locked) as wrong:
        session.rollback()
        code = wrong.code if isinstance(wrong, Refused) else "calendar_locked"
        _failed(session, row, code, _plain(wrong.details) if isinstance(wrong, Refused) else {}, now)
        return code
    except Exception:
        session.rollback()
        log.exception("calendar %s", key)
        _failed(session, row, "calendar_broken", {}, now)
        return "calendar_broken"
    if outcome != "calendar_same":
        _ran(session, key, outcome, details, now)
    return outcome


def remove_events(session: Session, key: int, now: datetime) -> None:
    """Give back what a removed calendar takes; the job does it as well."""
    asset = session.scalar(select(CalendarSource.asset_id).where(CalendarSource.id == key, CalendarSource.state == "removed"))
    if asset is not None:
        clear(session, key, asset, now)


def _taken(session: Session, key: int, now: datetime) -> CalendarSource | None:
    """The calendar, ours until a turn is over; None when it is not due or another process has it."""
    mine = (CalendarSource.id == key, CalendarSource.state == "active", CalendarSource.due_at <= now)
    with transaction(session):
        taken = session.execute(update(CalendarSource).where(*mine).values(due_at=now + TURN, tried_at=now))
    query = select(CalendarSource).where(CalendarSource.id == key).execution_options(populate_existing=True)
    found = session.scalars(query).one() if taken.rowcount else None  # type: ignore[attr-defined]
    session.commit()
    return found


def _follow(session: Session, means: Means, row: CalendarSource, now: datetime) -> tuple[str, dict[str, Any]]:
    stale = row.read_until is None or row.read_until < now + HORIZON
    got = _fetched(session, means, row, stale=stale)
    if got.data is None or (not stale and digest(got.data) == row.content_hash):
        _good(session, row, now, etag=got.etag or row.etag, modified=got.modified or row.modified)
        return "calendar_same", {}
    found = read_apart(got.data, *window(now))
    if not found.occurrences and kept_events(session, row.id, now):
        raise Refused("calendar_emptied")
    session.commit()
    did = apply(session, row.id, row.asset_id, row.name, found.occurrences, now)
    _good(
        session, row, now, etag=got.etag, modified=got.modified, content_hash=digest(got.data), read_until=window(now)[1],
        ignored=_counted(found), **({"content": None} if row.host else {}),
    )  # fmt: skip
    return "calendar_followed", {name: count for name, count in did.items() if count}


def _fetched(session: Session, means: Means, row: CalendarSource, *, stale: bool) -> Fetched:
    """What it says now. A file says what it said; so does, the first time, what was looked at and confirmed a moment ago."""
    content = session.scalar(select(CalendarSource.content).where(CalendarSource.id == row.id))
    session.commit()
    if content is not None:
        return Fetched(zlib.decompress(content), row.etag, row.modified)
    address = vault.unlock(means.secret, PURPOSE, row.address or "")
    return means.fetcher.fetch(address) if stale else means.fetcher.fetch(address, row.etag, row.modified)


def _good(session: Session, row: CalendarSource, now: datetime, **values: Any) -> None:
    mine = (CalendarSource.id == row.id, CalendarSource.state == "active")
    with transaction(session):
        hours = session.scalar(select(CalendarSource.every_hours).where(*mine))  # somebody may have changed it meanwhile
        again = timedelta(hours=hours) if row.host and hours else FILE_AGAIN
        session.execute(update(CalendarSource).where(*mine).values(good_at=now, due_at=now + again, failures=0, **values))


def _failed(session: Session, row: CalendarSource, code: str, details: dict[str, Any], now: datetime) -> None:
    """It is asked for again in an hour, then in two, in four, up to a day."""
    failures = row.failures + 1
    again = min(LONGEST_WAIT, timedelta(hours=2 ** min(failures - 1, 10)))
    with transaction(session):
        mine = (CalendarSource.id == row.id, CalendarSource.state == "active")
        session.execute(update(CalendarSource).where(*mine).values(failures=failures, due_at=now + again))
        if failures == TELL_AFTER:
            tell_failing(session, row, code, details, now)
    _ran(session, row.id, code, details, now)


def _ran(session: Session, key: int, outcome: str, details: Mapping[str, Any], now: datetime) -> None:
    """Keep how it ended, with the last few times before."""
    with transaction(session):
        add(session, CalendarRun, source_id=key, at=now, outcome=outcome, details=dict(details))
        latest = select(CalendarRun.id).where(CalendarRun.source_id == key).order_by(CalendarRun.id.desc()).limit(RUNS_KEPT)
        kept = list(session.scalars(latest))
        session.execute(delete(CalendarRun).where(CalendarRun.source_id == key, CalendarRun.id < min(kept)))


def _counted(found: Reading) -> dict[str, Any]:
    return {reason: [count, list(titles)] for reason, (count, titles) in found.ignored.items()}


def _plain(details: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in details.items() if isinstance(value, str | int)}
