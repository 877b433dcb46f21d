"""The editor on the demo region, as the tariff administrator of Ranst."""

from __future__ import annotations

from tests.web.screens.conftest import app, engine_name, reader

__all__ = ["app", "engine_name", "reader"]
