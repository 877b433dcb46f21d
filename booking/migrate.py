"""Create or upgrade the database, and tell whether it is up to date."""

from __future__ import annotations

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from booking.config import ROOT


def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest revision; safe to repeat."""
    command.upgrade(_config(url), "head")


def is_current(connection: Connection) -> bool:
    """True when the connected database has the newest revision."""
    return MigrationContext.configure(connection).get_current_revision() == newest()


@cache
def newest() -> str | None:
    """The newest revision of this release; a process reads its folder of migrations once."""
    return ScriptDirectory.from_config(_config("")).get_current_head()


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config
