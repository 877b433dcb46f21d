"""Turning the second step of a sign-in on, as a person does."""

from __future__ import annotations

import re

import pyotp

from booking.clock import now
from tests.web.visitor import PASSWORD, Visitor

SETUP = "/account/tweede-stap"


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)[1]


def set_up(visitor: Visitor) -> tuple[pyotp.TOTP, list[str]]:
    """Turn the second step on as a person does; the app of the telephone and the paper codes."""
    page = visitor.get(SETUP).text
    secret = re.search(r'class="plain-code">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    app = pyotp.TOTP(secret)
    answer = visitor.send(SETUP, {"proposed": hidden(page, "proposed"), "code": app.at(now()), "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return app, re.findall(r"[A-Z2-9]{5}-[A-Z2-9]{5}", answer.text)
