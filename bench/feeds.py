"""A depot's feed of about 2,000 events: cold, after one change, not modified."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from icalendar import Calendar, Event
from sqlalchemy import create_engine, insert, text
from sqlalchemy.orm import Session

from app import create_app
from bench.clients import Client, median_ms
from bench.world import NOW, World
from booking.demo import cast
from booking.formats.ical import kept
from booking.services.records import raise_versions
from models import Feed
from models.engine import options_for, prepare

EVENTS = 2000
ROUNDS = 5


def feed(folder: Path, world: World, served: Callable[..., AbstractContextManager[str]]) -> dict[str, float]:
    """Cold and changed in this process (so that what is kept can be emptied), not modified over HTTP against an empty view."""
    token = _prepared(world)
    path = f"/feeds/{token}.ics"
    inside = _inside(world, path)
    with served(folder, "app:create_app()", world.url) as ours, served(folder, "bench.limit:create_app()", world.url) as limit:
        client, other = Client(ours), Client(limit)
        status, _, headers = client.get(path)
        tag = {name.lower(): value for name, value in headers.items()}["etag"]
        again, _, _ = client.get(path, If_None_Match=tag)
        if (status, again) != (200, 304):
            raise RuntimeError(f"the feed answered {status} and then {again}")
        acts = {"feed 304 ms": lambda: client.get(path, If_None_Match=tag), "empty ms": lambda: other.get("/empty")}
        rounds = [{name: median_ms(act, 100, warm=20) for name, act in acts.items()} for _ in range(ROUNDS)]  # in turns
    return {**inside, **{name: median(each[name] for each in rounds) for name in acts}}


def _prepared(world: World) -> str:
    """A feed of the depot by its technician, and exactly 2,000 of the depot's tasks within what feeds show."""
    engine = prepare(create_engine(world.url, **options_for(world.url)))
    token = secrets.token_urlsafe(32)
    with Session(engine) as session:
        account = cast.account_id(session, cast.TECHNICIAN_RANST)
        session.execute(text("UPDATE task SET depot_id = 2 WHERE depot_id = :depot"), {"depot": world.depot})
        recent = "SELECT id FROM task WHERE depot_id = 2 AND starts_at > :from ORDER BY starts_at LIMIT :most"
        first = NOW - timedelta(days=80)
        bound = int(first.timestamp()) if engine.dialect.name == "sqlite" else first
        session.execute(text(f"UPDATE task SET depot_id = 1 WHERE id IN ({recent})"), {"from": bound, "most": EVENTS})
        session.execute(
            insert(Feed),
            {
                "token_hash": hashlib.sha256(token.encode()).digest(), "account_id": account, "name": "bench", "scope": "depot",
                "subject_id": 1, "language": "nl", "created_at": NOW,
            },
        )  # fmt: skip
        session.commit()
    engine.dispose()
    return token


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
