"""Settings from the environment, with defaults for a machine that has none (DESIGN § 14)."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from models.engine import options_for

ROOT = Path(__file__).resolve().parent.parent


class Misconfigured(RuntimeError):
    """The application refuses to start; the message says what to set."""


def settings() -> dict[str, Any]:
    """The Flask configuration. Raises Misconfigured when a production start lacks SECRET_KEY."""
    demo = os.environ.get("STREEKDEPOT_DEMO") == "1"
    instance = Path(os.environ.get("STREEKDEPOT_INSTANCE", ROOT / "instance"))
    instance.mkdir(parents=True, exist_ok=True)
    url = database_url(instance)
    base = os.environ.get("BASE_URL") or f"http://127.0.0.1:{os.environ.get('PORT', '5000')}"
    parts = urlsplit(base)
    return {
        "DEMO": demo,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or _local_secret(instance, demo),
        "SQLALCHEMY_DATABASE_URI": url,
        "SQLALCHEMY_ENGINE_OPTIONS": options_for(url),
        "BASE_URL": base.rstrip("/"),
        "SECURE": parts.scheme == "https",
        "TRUSTED_HOSTS": sorted({parts.hostname or "", "127.0.0.1", "localhost", "[::1]"}),
        "SMTP_URL": os.environ.get("SMTP_URL", ""),
        "MAX_CONTENT_LENGTH": 2_000_000,
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "INSTANCE": str(instance),
    }


def database_url(instance: Path) -> str:
    """DATABASE_URL with the driver we use; without it, SQLite in the instance folder."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{instance / 'streekdepot.sqlite'}"
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def _local_secret(instance: Path, demo: bool) -> str:
    """A generated secret for demo and command-line use; a production server must be given one, so that all its hosts share it."""
    if not demo and os.environ.get("FLASK_RUN_FROM_CLI") != "true":
        raise Misconfigured("Set SECRET_KEY to a long random text (or STREEKDEPOT_DEMO=1 for a demonstration).")
    path = instance / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()
