"""Pages against themselves: what a whole request costs, as a multiple of the same page rendered from the values it was rendered with."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from flask import Flask, template_rendered
from jinja2 import Template

from app import create_app
from bench.world import World
from booking.demo import cast

TIMES = 15
SEARCH = "/?from_day=2027-06-12&place=Ranst"
PAGES = {
    "search of 500 assets, list": f"{SEARCH}&view=list",
    "search of 500 assets, strip": f"{SEARCH}&view=strip",
    "search of 500 assets, map": f"{SEARCH}&view=map",
    "asset page": f"/middelen/{cast.HALL_RANST}?from_day=2027-06-12",
    "planning, 60 assets, four weeks": "/planning?weken=4",
    "planning, halls by the hour": "/planning?schaal=uur",
}
"""What anybody sees, by its name among the figures."""


def measure_pages(world: World) -> dict[str, float]:
    """Each page in this process, and the same from constants."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": world.url})
    return {name: figure for page, path in PAGES.items() for name, figure in against_constants(app, page, path).items()}


def against_constants(app: Flask, name: str, path: str, cookie: str = "") -> dict[str, float]:
    """Milliseconds of a page, and of the same page from constants (medians); to a stranger, or to whoever has this cookie."""
    headers, client = {"Cookie": cookie}, app.test_client(use_cookies=False)
    template, values = _rendered(app, path, headers)
    whole = _milliseconds(lambda: client.get(path, headers=headers))
    with app.test_request_context(path, headers=headers):
        constant = _milliseconds(lambda: template.render(values))
    return {f"{name}, ms": whole, f"{name} from constants, ms": constant}


def _rendered(app: Flask, path: str, headers: dict[str, str]) -> tuple[Template, dict[str, Any]]:
    """The template behind a page, with the values it was given."""
    found: list[tuple[Template, dict[str, Any]]] = []

    def note(_sender: Flask, template: Template, context: dict[str, Any], **_more: object) -> None:
        found.append((template, dict(context)))

    with template_rendered.connected_to(note, app):
        answer = app.test_client(use_cookies=False).get(path, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return found[-1]


def _milliseconds(act: Callable[[], object]) -> float:
    act()
    spent = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return median(spent) * 1000
