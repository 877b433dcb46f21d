"""A depot's feed of about 2,000 events: cold, after one change, not modified; and one of 10,000, whole and not modified."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from icalendar import Calendar, Event
from sqlalchemy import create_engine, func, insert, select, text, update
from sqlalchemy.orm import Session

from app import create_app
from bench.clients import Client, median_ms
from bench.world import NOW, World
from booking.demo import cast
from booking.formats.ical import kept
from booking.rules.feeds import LONGEST
from booking.rules.periods import local
from booking.services.records import raise_versions
from models import Feed, Task
from models.engine import options_for, prepare

EVENTS, MANY = 2000, 10_000
ROUNDS, TIMES, WARM = 5, 100, 20
ADDRESSES = 20
"""One address may be read sixty times an hour, so as many of the same calendar take turns."""


def feed(folder: Path, world: World, served: Callable[..., AbstractContextManager[str]]) -> dict[str, float]:
    """Cold and changed in this process (so that what is kept can be emptied), whole and not modified over HTTP beside an empty view."""
    _only(world, EVENTS)
    own, *paths = (f"/feeds/{token}.ics" for token in _subscribed(world, 1 + 2 * ADDRESSES))
    inside = _inside(world, own)
    with served(folder, "app:create_app()", world.url) as ours, served(folder, "bench.limit:create_app()", world.url) as limit:
        whole, unchanged, empty = _over_http(ours, limit, paths[:ADDRESSES])
        _only(world, MANY)
        large, still, _ = _over_http(ours, limit, paths[ADDRESSES:])
    few = {"feed whole ms": whole, "feed 304 ms": unchanged, "empty ms": empty}
    return {**inside, **few, "large feed ms": large, "large feed 304 ms": still}


def _over_http(ours: str, limit: str, paths: list[str]) -> tuple[float, float, float]:
    """The medians of the whole feed with every event at hand, of what did not change, and of an empty view, these two in turns."""
    client = Client(ours)
    turns = cycle([(path, _tag(client, path)) for path in paths])
    whole = median_ms(lambda: client.get(paths[0]), 7, warm=1)
    unchanged, empty = [], []
    for _ in range(ROUNDS):  # each with a connection of its own: one that lies idle for long is closed
        client, other = Client(ours), Client(limit)
        unchanged.append(median_ms(lambda client=client: _not_modified(client, *next(turns)), TIMES, warm=WARM))  # type: ignore[misc]
        empty.append(median_ms(lambda other=other: other.get("/empty"), TIMES, warm=WARM))  # type: ignore[misc]
    return whole, median(unchanged), median(empty)


def _not_modified(client: Client, path: str, tag: str) -> None:
    status, _, _ = client.get(path, If_None_Match=tag)
    if status != 304:
        raise RuntimeError(f"the feed answered {status}")


def _tag(client: Client, path: str) -> str:
    status, _, headers = client.get(path)
    if status != 200:
        raise RuntimeError(f"the feed answered {status}")
    return {name.lower(): value for name, value in headers.items()}["etag"]


def _only(world: World, events: int) -> None:
    """Exactly so many tasks that lie within what feeds show are the depot's: some of its own, copied where there are too few."""
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    mine, columns = Task.depot_id == 1, [column for column in Task.__table__.c if column.name != "id"]
    with Session(engine) as session:
        session.execute(update(Task).where(Task.depot_id == world.depot).values(depot_id=2))
        recent = select(Task.id).where(Task.starts_at > NOW - timedelta(days=80)).order_by(Task.starts_at).limit(events)
        session.execute(update(Task).where(Task.id.in_(recent)).values(depot_id=1))
        while lacking := events - (session.scalar(select(func.count()).where(mine)) or 0):
            session.execute(insert(Task).from_select([column.name for column in columns], select(*columns).where(mine).limit(lacking)))
        raise_versions(session, ["depot:1"])
        session.commit()
    engine.dispose()


def _subscribed(world: World, count: int) -> list[str]:
    """So many feeds of the depot by its technician."""
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    tokens = [secrets.token_urlsafe(32) for _ in range(count)]
    with Session(engine) as session:
        shared = {
            "account_id": cast.account_id(session, cast.TECHNICIAN_RANST), "name": "bench", "scope": "depot", "subject_id": 1,
            "language": "nl", "created_at": NOW, "expires_on": local(NOW).date() + LONGEST, "detail": "full", "alarms": "", "fetches": 0,
        }  # fmt: skip
        rows = [{**shared, "token_hash": hashlib.sha256(token.encode()).digest()} for token in tokens]
        session.execute(insert(Feed), rows)
        session.commit()
    engine.dispose()
    return tokens


def _inside(world: World, path: str) -> dict[str, float]:
    app = create_app({"SQLALCHEMY_DATABASE_URI": world.url})
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    client = app.test_client()

    def fetch() -> bytes:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"the feed answered {answer.status}")
        return answer.data

    def cold() -> bytes:
        kept.RENDERED.clear()
        return fetch()

    def change() -> None:
        with Session(engine) as session:
            one = "SELECT min(id) FROM task WHERE depot_id = 1"
            session.execute(text(f"UPDATE task SET sequence = sequence + 1 WHERE id = ({one})"))
            raise_versions(session, ["depot:1"])
            session.commit()

    body = cold()
    events = Calendar.from_ical(body).walk("VEVENT")
    alone = median_ms(lambda: _icalendar_alone(events), 3, warm=1)
    first = median_ms(cold, 3, warm=1)
    times = []
    for _ in range(7):
        change()
        times.append(median_ms(fetch, 1, warm=0))
    engine.dispose()
    return {"feed events": len(events), "icalendar ms": alone, "feed cold ms": first, "feed changed ms": sorted(times)[3]}


def _icalendar_alone(events: list[Any]) -> bytes:
    """The same events, built and written by the library and nothing else."""
    calendar = Calendar()
    calendar.add("prodid", "-//bench//")
    calendar.add("version", "2.0")
    for known in events:
        event = Event()
        for name in ("uid", "sequence", "summary", "location", "description", "url", "categories", "status"):
            if name in known:
                value = known[name]
                event.add(name, value.cats if name == "categories" else str(value) if name != "sequence" else int(value))
        for name in ("dtstart", "dtend", "dtstamp", "last-modified", "created"):
            if name in known:
                event.add(name, known[name].dt)
        calendar.add_component(event)
    return calendar.to_ical()
