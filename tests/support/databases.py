"""Fresh, migrated databases on both engines, copied from a template that is migrated once per run."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from psycopg import sql
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from booking.demo.region import load_region
from booking.migrate import upgrade
from models.engine import options_for, prepare
from tests.support.house import once
from tests.support.postgres import Postgres, connected, stop_server_in

TODAY = date(2027, 3, 1)  # the day on which every test's region is seen
ENGINES = ("sqlite", "postgresql")


@contextmanager
def new_database(house: Path, engine: str, *, folder: Path | None = None, region: bool = False) -> Iterator[str]:
    """The DATABASE_URL of a migrated database on `engine`, empty or with the demo region of TODAY, a file of SQLite in `folder` (the
    house); it is gone afterwards.
    """
    if engine == "sqlite":
        file = (folder or house) / f"{secrets.token_hex(6)}.db"
        shutil.copyfile(sqlite_template(house, region=region), file)
        yield f"sqlite:///{file}"
        for path in file.parent.glob(f"{file.name}*"):
            path.unlink()
    else:
        url = new_on_server(house, region=region)
        yield url
        _execute(maintenance_url(house), "DROP DATABASE {} WITH (FORCE)", urlsplit(url).path[1:])


def new_on_server(house: Path, *, region: bool = False) -> str:
    """The DATABASE_URL of one more database on the PostgreSQL of this run; `leave` ends it."""
    name, maintenance = f"{_prefix(house)}{secrets.token_hex(6)}", maintenance_url(house)
    _execute(maintenance, "CREATE DATABASE {} TEMPLATE {}", name, _postgresql_template(house, maintenance, region))
    return _with_name(maintenance, name)


def sqlite_template(house: Path, *, region: bool = False) -> str:
    """The file that every SQLite database of this run is copied from."""
    migrated = once(house, "sqlite-template", lambda: _migrated_file(house))
    return once(house, "sqlite-region", lambda: _region_file(house, migrated)) if region else migrated


def maintenance_url(house: Path) -> str:
    """The server of this run, started when it is first asked for."""
    return os.environ.get("TEST_DATABASE_URL") or once(house, "postgresql", lambda: _start(house / "pg"))


def leave(house: Path) -> None:
    """Stop the server of a run; on a server that was given, drop the databases that the run made."""
    stop_server_in(house / "pg")
    if "TEST_DATABASE_URL" in os.environ and (house / "postgresql-template").exists():
        maintenance = os.environ["TEST_DATABASE_URL"]
        with connected(maintenance) as connection:
            names = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_prefix(house)]).fetchall()
        for (name,) in names:
            _execute(maintenance, "DROP DATABASE {} WITH (FORCE)", name)


def _start(folder: Path) -> str:
    server = Postgres(folder)
    server.create()
    server.start()
    return server.url


def _postgresql_template(house: Path, maintenance: str, region: bool) -> str:
    migrated = once(house, "postgresql-template", lambda: _migrated_database(house, maintenance))
    return once(house, "postgresql-region", lambda: _region_database(house, maintenance, migrated)) if region else migrated


def _region_file(house: Path, migrated: str) -> str:
    file = house / "region.db"
    shutil.copyfile(migrated, file)
    _load_region(f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # copies take this one file alone
    return str(file)


def _region_database(house: Path, maintenance: str, migrated: str) -> str:
    name = f"{_prefix(house)}region"
    _execute(maintenance, "CREATE DATABASE {} TEMPLATE {}", name, migrated)
    _load_region(_with_name(maintenance, name))
    return name


def _load_region(url: str) -> None:
    engine = prepare(create_engine(url, **options_for(url)))
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        load_region(session, TODAY)
    engine.dispose()


def _migrated_file(house: Path) -> str:
    file = house / "template.db"
    upgrade(f"sqlite:///{file}")
    return str(file)


def _migrated_database(house: Path, maintenance: str) -> str:
    name = f"{_prefix(house)}template"
    _execute(maintenance, "CREATE DATABASE {}", name)
    upgrade(_with_name(maintenance, name))
    return name


def _prefix(house: Path) -> str:
    """Starts the names of one run's databases, so that two runs can share a server."""
    return house.name.replace("-", "_").lower() + "_"


def _with_name(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _execute(maintenance: str, statement: str, *names: str) -> None:
    with connected(maintenance) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
