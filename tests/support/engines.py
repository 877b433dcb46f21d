"""Which databases a test runs on that is not about them."""

from __future__ import annotations

import pytest

SQLITE_NOW = ["sqlite", pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.release])]
"""SQLite each time, PostgreSQL before a release: for what people meet, whose services are tried on both each time."""
