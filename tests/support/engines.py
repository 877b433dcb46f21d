"""The databases that tests run on."""

from __future__ import annotations

import pytest

POSTGRES = pytest.param("postgresql", marks=pytest.mark.postgres)
ENGINES = ["sqlite", POSTGRES]

on_both_engines = pytest.mark.parametrize("engine_name", ENGINES)
"""For a test that runs on both where its neighbours run on one."""
