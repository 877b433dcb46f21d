"""The thinnest programs that do the same work: what our own operations are measured against."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from flask import Flask, Response, request
from sqlalchemy import Engine, create_engine, text

from models.engine import options_for, prepare
from models.guard_postgresql import ASSET_LOCKS

DAY = """SELECT asset_id, starts_at, ends_at, units, holder, expires_at FROM occupancy
         WHERE starts_at > {0} AND starts_at < {0} AND ends_at > {0}"""
CLASH = "SELECT 1 FROM bench_slot WHERE asset_id = :asset AND starts_at < :ends AND ends_at > :starts AND starts_at > :earliest LIMIT 1"
BOOK = "INSERT INTO bench_slot (asset_id, starts_at, ends_at) VALUES (:asset, :starts, :ends)"
WEEK = 7 * 86400

_mine = threading.local()


def connection(url: str) -> Any:
    """This thread's bare driver connection to a database."""
    known = _mine.__dict__.setdefault("connections", {})
    if url not in known:
        known[url] = _connected(url)
    return known[url]


def _connected(url: str) -> Any:
    if not url.startswith("sqlite"):
        return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
    opened = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    opened.execute("PRAGMA synchronous = FULL")
    opened.execute("PRAGMA busy_timeout = 5000")
    return opened


def fetch_day(url: str, first: int, last: int) -> list[Any]:
    """The rows of a period by the bare driver: what an availability search cannot do without."""
    sqlite = url.startswith("sqlite")
    values: list[Any] = [first - WEEK, last, first]
    if not sqlite:
        values = [datetime.fromtimestamp(value, UTC) for value in values]
    query = DAY.format("?" if sqlite else "%s")
    found: list[Any] = connection(url).execute(query, values).fetchall()
    return found


def create_app() -> Flask:
    """Flask and nothing else: an empty view, the rows of a day with an answer from constants, and a view that locks, checks and inserts."""
    app = Flask(__name__)
    url, answer = os.environ["DATABASE_URL"], os.environ.get("BENCH_ANSWER", "")
    body = Path(answer).read_bytes() if answer else b"{}"
    engine = prepare(create_engine(url, **options_for(url)))
    sqlite = engine.dialect.name == "sqlite"

    @app.get("/readyz")
    @app.get("/empty")
    def empty() -> str:
        return ""

    @app.get("/day")
    def day() -> Response:
        fetch_day(url, int(request.args["first"]), int(request.args["last"]))
        return Response(body, mimetype="application/json")

    @app.post("/book")
    def book() -> tuple[Response, int]:
        asked = json.loads(request.data)["lines"][0]
        start, end = (datetime.fromisoformat(asked[name]) for name in ("from", "to"))
        return Response("{}", mimetype="application/json"), _book(engine, sqlite, asked["asset"], start, end)

    @app.post("/book-bare")
    def book_bare() -> tuple[Response, int]:
        asked = json.loads(request.data)["lines"][0]
        start, end = (datetime.fromisoformat(asked[name]) for name in ("from", "to"))
        return Response("{}", mimetype="application/json"), _book_bare(url, sqlite, asked["asset"], start, end)

    return app


def _book(engine: Engine, sqlite: bool, asset: int, start: datetime, end: datetime) -> int:
    """What the answer says, with SQLAlchemy Core."""
    seconds = (int(start.timestamp()), int(end.timestamp()))
    values: dict[str, Any] = {"asset": asset, "starts": seconds[0], "ends": seconds[1], "earliest": seconds[0] - WEEK}
    if not sqlite:
        values |= {name: datetime.fromtimestamp(values[name], UTC) for name in ("starts", "ends", "earliest")}
    with engine.connect().execution_options(immediate=True) as held, held.begin():
        if not sqlite:
            held.execute(text("SELECT pg_advisory_xact_lock(:space, :asset)"), {"space": ASSET_LOCKS, "asset": asset})
        if held.execute(text(CLASH), values).first():
            return 409
        held.execute(text(BOOK), values)
    return 201


def _book_bare(url: str, sqlite: bool, asset: int, start: datetime, end: datetime) -> int:
    held = connection(url)
    if sqlite:
        first, last = int(start.timestamp()), int(end.timestamp())
        held.execute("BEGIN IMMEDIATE")
        clash = held.execute(
            "SELECT 1 FROM bench_slot WHERE asset_id = ? AND starts_at < ? AND ends_at > ? AND starts_at > ? LIMIT 1",
            (asset, last, first, first - WEEK),
        ).fetchone()
        if not clash:
            held.execute("INSERT INTO bench_slot (asset_id, starts_at, ends_at) VALUES (?, ?, ?)", (asset, first, last))
        held.execute("COMMIT")
        return 409 if clash else 201
    with held.transaction():
        held.execute("SELECT pg_advisory_xact_lock(%s, %s)", (ASSET_LOCKS, asset))
        clash = held.execute(
            "SELECT 1 FROM bench_slot WHERE asset_id = %s AND tstzrange(starts_at, ends_at) && tstzrange(%s, %s) LIMIT 1",
            (asset, start, end),
        ).fetchone()
        if not clash:
            held.execute("INSERT INTO bench_slot (asset_id, starts_at, ends_at) VALUES (%s, %s, %s)", (asset, start, end))
    return 409 if clash else 201
