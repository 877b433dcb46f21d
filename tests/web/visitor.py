"""A browser for tests: it keeps cookies, takes the token of a form from the page that holds it, and sends."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from booking.clock import now
from booking.services.keys import digest, sealed
from booking.services.sign_in import Caller, Door, open_visit
from booking.services.transaction import transaction
from booking.web.extensions import db
from models import Account, SignIn

PASSWORD = "a sentence to remember"
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([0-9a-f]+)"')


class Visitor:
    """Someone with a browser at a network address."""

    def __init__(self, app: Flask, address: str = "192.0.2.1", base_url: str = "http://localhost") -> None:
        self.client, self.base_url = app.test_client(), base_url
        self.client.environ_base = {"REMOTE_ADDR": address, "HTTP_USER_AGENT": "a browser"}
        self._tokens: dict[str | None, str] = {}  # of its forms, by its key, where known without a page

    def open(self, method: str, path: str, **options: Any) -> TestResponse:
        return self.client.open(path, method=method, base_url=options.pop("base_url", self.base_url), buffered=True, **options)

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.open("GET", path, **options)

    def send(self, path: str, data: dict[str, Any] | None = None, *, method: str = "POST", **options: Any) -> TestResponse:
        """Send a form with a valid token."""
        return self.open(method, path, data={"csrf_token": self.token(), **(data or {})}, **options)

    def send_without_token(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        return self.open("POST", path, data=data, **options)

    def token(self) -> str:
        """The token this browser's forms carry now."""
        if known := self._tokens.get(self.key):
            return known
        page = self.get("/aanmelden?next=/account", follow_redirects=True)
        found = _TOKEN.search(page.text)
        assert found, page.text
        return found[1]

    def sign_in(self, email: str, password: str = PASSWORD, **data: Any) -> TestResponse:
        return self.send("/aanmelden", {"email": email, "password": password, **data})

    def comes_signed_in(self, email: str) -> None:
        """As if this browser had signed in before: the very visit that signing in opens, without its pages."""
        app, (address, browser) = self.client.application, self.client.environ_base.values()
        with app.app_context():
            session = db.session()
            account = session.scalars(select(Account).where(Account.email == email)).one()
            door = Door(app.config["SECRET_KEY"].encode(), app.config["PASSWORD_COST"], timedelta(hours=12), app.config["DEMO"])
            with transaction(session):
                key = open_visit(session, door, Caller(address, browser), account.id, now())
            csrf = session.scalars(select(SignIn.csrf).where(SignIn.key_hash == digest(key))).one()
            self._tokens[key] = "" if account.suspended_at else sealed(door.secret, "csrf", csrf).hex()
        self.take_key(key)

    def pass_second_step(self) -> None:
        """As if this browser had shown a code of its app when it signed in."""
        with self.client.application.app_context():
            db.session.execute(update(SignIn).where(SignIn.key_hash == digest(self.key or "")).values(factor="passed"))
            db.session.commit()

    def is_signed_in(self) -> bool:
        return self.get("/account").status_code == 200

    @property
    def key(self) -> str | None:
        """What is in our cookie."""
        cookies = (self.client.get_cookie(name, domain="localhost") for name in ("streekdepot", "__Host-streekdepot"))
        return next((cookie.value for cookie in cookies if cookie), None)

    def take_key(self, key: str) -> None:
        """Put a key that was seen elsewhere in our cookie."""
        self.client.set_cookie("streekdepot", key, domain="localhost")


def unnumbered(page: str) -> str:
    """A page without what differs each time it is made: the nonce of its scripts and the token of its forms."""
    return re.sub(r'nonce="[^"]+"|name="csrf_token"[^>]*value="[^"]+"', "", page)
