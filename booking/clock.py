"""The one clock. Everything that needs the time asks here or is given it."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC, whole seconds; `STREEKDEPOT_NOW` (ISO 8601 with offset) fixes it for tests."""
    fixed = os.environ.get("STREEKDEPOT_NOW")
    moment = datetime.fromisoformat(fixed) if fixed else datetime.now(UTC)  # noqa: TID251 - the one place that may
    if moment.tzinfo is None:
        raise ValueError("STREEKDEPOT_NOW needs an offset, for example 2027-05-10T08:00:00+02:00")
    return moment.astimezone(UTC).replace(microsecond=0)
