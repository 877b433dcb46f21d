"""Settings from the environment, with defaults for a machine that has none (DESIGN § 14)."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from models.engine import options_for

ROOT = Path(__file__).resolve().parent.parent


class Misconfigured(RuntimeError):
    """The application refuses to start; the message says what to set."""


def settings(overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The Flask configuration, with `overrides` (tests) above the environment.

    Raises Misconfigured when a production start lacks SECRET_KEY, or when several hosts (STREEKDEPOT_HOSTS) would share a SQLite file.
    """
    demo = overrides.get("DEMO", os.environ.get("STREEKDEPOT_DEMO") == "1")
    instance = Path(os.environ.get("STREEKDEPOT_INSTANCE", ROOT / "instance"))
    instance.mkdir(parents=True, exist_ok=True)
    given = overrides.get("SQLALCHEMY_DATABASE_URI") or os.environ.get("DATABASE_URL")
    url = with_driver(given or f"sqlite:///{instance / 'streekdepot.sqlite'}")
    refuse_shared_file(url, int(os.environ.get("STREEKDEPOT_HOSTS", "1")))
    base = overrides.get("BASE_URL") or os.environ.get("BASE_URL") or f"http://127.0.0.1:{os.environ.get('PORT', '5000')}"
    parts = urlsplit(base)
    return {
        "DEMO": demo,
        "PROXIES": int(os.environ.get("STREEKDEPOT_PROXIES", "0")),
        "PASSWORD_COST": tuple(int(part) for part in os.environ.get("STREEKDEPOT_ARGON2", "2,19456,1").split(",")),
        "IDLE_HOURS": int(os.environ.get("STREEKDEPOT_IDLE_HOURS", "12")),
        "SQLALCHEMY_ENGINE_OPTIONS": {**options_for(url), "hide_parameters": not demo},
        "SECURE": parts.scheme == "https",
        "TRUSTED_HOSTS": sorted({parts.hostname or "", "127.0.0.1", "localhost", "[::1]"}),
        "SMTP_URL": os.environ.get("SMTP_URL", ""),
        "MAX_CONTENT_LENGTH": 11_000_000,  # a document of 10 MB and what its form says; programs have a limit of their own
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "INSTANCE": str(instance),
        "FETCH_LOOPBACK": False,  # for tests alone, which give it as an override: calendars from a server on this machine
        **overrides,
        "SECRET_KEY": overrides.get("SECRET_KEY") or os.environ.get("SECRET_KEY") or _local_secret(instance, demo),
        "SQLALCHEMY_DATABASE_URI": url,
        "BASE_URL": base.rstrip("/"),
    }


def with_driver(url: str) -> str:
    """A database address that names the driver we use."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def refuse_shared_file(url: str, hosts: int) -> None:
    """Raises Misconfigured when more than one host would open the same SQLite file: its write-ahead log cannot be shared."""
    if hosts > 1 and url.startswith("sqlite"):
        raise Misconfigured(f"SQLite serves one host, not {hosts}. Set DATABASE_URL to a PostgreSQL database.")


def serving() -> bool:
    """True in a process that answers requests, false in one of the other commands."""
    return os.environ.get("FLASK_RUN_FROM_CLI") != "true" or "run" in sys.argv[1:]


def _local_secret(instance: Path, demo: bool) -> str:
    """A generated secret for demo and command-line use; a production server must be given one, so that all its hosts share it."""
    if not demo and serving():
        raise Misconfigured("Set SECRET_KEY to a long random text (or STREEKDEPOT_DEMO=1 for a demonstration).")
    path = instance / "secret"
    if not path.exists():
        part = instance / f"secret.{secrets.token_hex(4)}"
        part.touch(mode=0o600)
        part.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):  # another process was first: its secret counts
            os.link(part, path)
        part.unlink()
    return path.read_text()
