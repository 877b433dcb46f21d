"""The planning board against itself: a page of sixty assets over four weeks, and the halls of one day by the hour."""

from __future__ import annotations

from app import create_app
from bench.pages import against_constants
from bench.world import World

BOARDS = {"planning, four weeks": "/planning?weken=4", "planning, by the hour": "/planning?schaal=uur"}


def measure_planning(world: World) -> dict[str, float]:
    """What anybody sees, the cards for a phone with it."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": world.url})
    return {name: figure for board, path in BOARDS.items() for name, figure in against_constants(app, board, path).items()}
