"""How a form is answered that waited on a telephone: what comes next, that somebody must sign in first, or that it was refused."""

from __future__ import annotations

import pytest
from flask import redirect, url_for

from booking.web.access import requires
from tests.web.visitor import Visitor

pytestmark = pytest.mark.one_engine

LATER = {"X-Later": "1"}


@pytest.fixture
def door(app) -> Visitor:
    """A form that is taken at /taken-in, sends to the sign-in page at /stranger and to the second step at /unproven, and is refused at
    /refused.
    """
    answers = {
        "taken-in": lambda: redirect(url_for("today.show"), 303),
        "stranger": lambda: redirect(url_for("auth.sign_in", next="/vandaag"), 303),
        "unproven": lambda: redirect(url_for("second_factor.set_up"), 303),
        "refused": lambda: ("Kijk dit na.", 422),
    }
    for name, answer in answers.items():
        app.add_url_rule(f"/{name}", name, requires("door.open")(answer), methods=["POST"])
    return Visitor(app)


@pytest.mark.parametrize(
    ("path", "status", "next_"),
    [
        ("/taken-in", 204, "/vandaag"),
        ("/fr/taken-in", 204, "/fr/vandaag"),
        ("/en/stranger", 401, "/en/aanmelden?next=/vandaag"),
        ("/fr/unproven", 401, "/fr/account/tweede-stap"),
        ("/refused", 422, None),
    ],
)
def test_a_script_that_sends_later_is_told_what_became_of_it(door: Visitor, path: str, status: int, next_: str | None) -> None:
    answer = door.send(path, headers=LATER)
    assert (answer.status_code, answer.headers.get("X-Next")) == (status, next_)
    assert "Location" not in answer.headers


def test_a_browser_by_itself_is_sent_on_as_ever(door: Visitor) -> None:
    answer = door.send("/taken-in")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/vandaag")


def test_the_worker_may_keep_every_page_and_is_asked_for_anew(visitor: Visitor) -> None:
    answer = visitor.get("/worker.js")
    assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, "text/javascript", "no-cache")
