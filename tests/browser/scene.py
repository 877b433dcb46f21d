"""The world of the matrix with its addresses written out, for whoever looks at all of its screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from booking.demo.region import load_region
from booking.web.extensions import db
from tests.browser.keys import KEYS, halfway
from tests.browser.pages import HALFWAY, PICKS, SCREENS, Screen
from tests.support.server import SECRET
from tests.web.access import IDENTITIES
from tests.web.conftest import opened
from tests.web.visitor import Visitor
from tests.web.world import MOMENT, World

LANGUAGES = ("nl", "en", "fr")

Loader = Callable[[Session, date], object]


class Scene:
    """Addresses and keys, made at once under the clock of the world; later they are only read."""

    def __init__(self, app: Flask, load: Loader) -> None:
        self.world = World(app, load)
        self.addresses = {screen: screen.address(self._object) for screen in SCREENS}
        self.keys = {who: self.world.visitor(who).key for who in IDENTITIES} | {HALFWAY: halfway(self.world)}
        for pick in PICKS:
            self._browser_of("organiser").send("/mand", {"do": f"add:{pick}"})

    def _object(self, kind: str) -> str:
        if kind not in KEYS:
            return self.world.pair(kind)[0]
        with self.world.app.app_context():
            return KEYS[kind](db.session())

    def _browser_of(self, who: str) -> Visitor:
        visitor = Visitor(self.world.app)
        if key := self.keys[who]:
            visitor.take_key(key)
        return visitor

    def address(self, screen: Screen, language: str = "nl") -> str:
        """Its path on the site; Dutch has no prefix."""
        return self.addresses[screen] if language == "nl" else f"/{language}{self.addresses[screen]}"

    def seen_by(self, who: str, screen: Screen, language: str = "nl") -> TestResponse:
        """What a screen answers to somebody without a window; the clock must be that of the world."""
        visitor, address = self._browser_of(who), self.address(screen, language)
        if screen.expired:
            return visitor.send_without_token(address, {"csrf_token": "0" * 64})
        return visitor.send(address, dict(screen.typed)) if screen.typed else visitor.get(address)


@contextmanager
def staged(database: str, load: Loader = load_region) -> Iterator[Scene]:
    """A scene on an empty database."""
    with opened(database, DEMO=True, SECRET_KEY=SECRET) as app:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("STREEKDEPOT_NOW", MOMENT)
            scene = Scene(app, load)
        yield scene
