"""A program that talks to the API for the people of the demo region; every answer it gets is held to the document."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from booking.clock import now
from booking.demo import cast
from booking.services import accounts
from booking.web.extensions import db
from tests.web.api.contract import PREFIX, breaches

MOMENT = "2027-03-01T09:00:00+01:00"
PEOPLE = {
    "organiser": cast.ORGANISER,
    "teacher": cast.TEACHER_ZOERSEL,
    "technician": cast.TECHNICIAN_WOMMELGEM,
    "desk_ranst": cast.DESK_RANST,
    "desk_zandhoven": cast.DESK_ZANDHOVEN,
    "desk_nijlen": cast.DESK_NIJLEN,
    "desk_brecht": cast.DESK_BRECHT,
    "finance": cast.FINANCE_RANST,
}
_keys = count()


class Program:
    """The region at MOMENT on an application's database, with a token for each of PEOPLE."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.saturdays = ((date(2027, 5, 8) + timedelta(weeks=week)).isoformat() for week in range(24))
        with app.app_context():
            self.tokens = {name: accounts.create_token(db.session(), email, now()) for name, email in PEOPLE.items()}
            self.association = cast.borrower_id(db.session(), cast.ASSOCIATION_RANST)
            self.service = cast.borrower_id(db.session(), cast.SERVICE_WOMMELGEM)
            self.operator = cast.person_id(db.session(), cast.OPERATOR_WOMMELGEM)
        self.document = self.client().get(f"{PREFIX}/openapi.json").json

    def client(self) -> FlaskClient:
        """One more connection."""
        return self.app.test_client()

    def asset(self, code: str) -> int:
        """The id of an asset."""
        with self.app.app_context():
            return cast.asset_id(db.session(), code)

    def call(self, method: str, path: str, who: str | None = "organiser", body: Any = None, **options: Any) -> TestResponse:
        """Send and hold the answer to the document; `key` is the Idempotency-Key, `data` a body as it is."""
        headers = {"Authorization": f"Bearer {self.tokens.get(who, who)}"} if who else {}
        if "key" in options:
            headers["Idempotency-Key"] = options.pop("key")
        if body is not None:
            options["json"] = body
        response = self.client().open(f"{PREFIX}{path}", method=method, headers={**headers, **options.pop("headers", {})}, **options)
        assert breaches(self.document, method, path, response) == []
        return response

    def reserve(self, *lines: dict[str, Any], who: str = "organiser", **more: Any) -> dict[str, Any]:
        """A reservation of De Lindekapel that succeeds."""
        body = {"borrower": self.association, "event": {"name": "Zomerfeest"}, "lines": list(lines), **more}
        response = self.call("POST", "/reservations", who, body, key=new_key())
        assert response.status_code == 201, response.text
        return response.json

    def line(self, code: str, day: str | None = None, **more: Any) -> dict[str, Any]:
        """A line for an asset from two to six in the afternoon, on a Saturday of its own when none is given."""
        day = day or next(self.saturdays)
        return {"asset": self.asset(code), "from": f"{day}T14:00:00+02:00", "to": f"{day}T18:00:00+02:00", **more}


def new_key() -> str:
    """A key that was not used before."""
    return f"key-{next(_keys)}"
