"""The demo region with its two years of history, under the real server and a fixed clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy.orm import Session

from booking.demo.history import load_history
from booking.demo.region import load_region
from tests.browser.scene import Scene, staged
from tests.support.databases import new_database
from tests.support.house import close_house, open_house
from tests.support.server import Server, serving
from tests.web.world import MOMENT


@contextmanager
def demo_site() -> Iterator[tuple[Scene, Server]]:
    """Its addresses and keys, and where it is served. It is gone afterwards."""
    house = open_house()
    try:
        with (
            new_database(house, "sqlite") as database,
            staged(database, _load) as scene,
            serving(house, database, STREEKDEPOT_DEMO="1", STREEKDEPOT_NOW=MOMENT) as site,
        ):
            yield scene, site
    finally:
        close_house(house)


def _load(session: Session, today: date) -> None:
    load_region(session, today)
    load_history(session, today)
