"""A token is taken for whom it stood for last, and never a moment longer than that is so, whoever changed it and wherever."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import doubted
from booking.services import accounts
from booking.web.access import believing
from booking.web.extensions import db
from tests.web.api.program import Program, new_key

REVOKED = "UPDATE api_token SET revoked_at = created_at WHERE account_id = {account}"
SUSPENDED = "UPDATE account SET suspended_at = created_at WHERE id = {account}"
LEFT = "UPDATE membership SET valid_until = '2020-01-01' WHERE account_id = {account}"


def asked(api: Program, token: str, **wrong: object) -> tuple[int, str]:
    """The status and the code of an answer to a request for a hall by the organiser of De Lindekapel."""
    body = {"borrower": api.association, "lines": [api.line(cast.HALL_RANST)], **wrong}
    answer = api.call("POST", "/reservations", None, body, key=new_key(), headers={"Authorization": f"Bearer {token}"})
    return answer.status_code, answer.json.get("code", "")


def elsewhere(api: Program, change: str) -> None:
    """Something is changed by another program, of which this process hears nothing."""
    with api.app.app_context(), db.engine.begin() as connection:
        connection.execute(text(change.format(account=cast.account_id(db.session(), cast.ORGANISER))))


@pytest.mark.parametrize(
    ("change", "told", "given_back"),
    [
        (REVOKED, (401, "token_wrong"), "UPDATE api_token SET revoked_at = NULL WHERE account_id = {account}"),
        (SUSPENDED, (401, "token_wrong"), "UPDATE account SET suspended_at = NULL WHERE id = {account}"),
        (LEFT, (403, "not_allowed"), "UPDATE membership SET valid_until = NULL WHERE account_id = {account}"),
    ],
    ids=["the token", "the account", "the membership"],
)
def test_what_was_taken_from_somebody_elsewhere_is_gone_at_once_and_back_as_quickly(
    api: Program, change: str, told: tuple[int, str], given_back: str
) -> None:
    with api.app.app_context():
        token = accounts.create_token(db.session(), cast.ORGANISER, now())
    assert [asked(api, token)[0] for _ in range(2)] == [201, 201]
    elsewhere(api, change)
    assert asked(api, token) == told
    elsewhere(api, given_back)
    assert asked(api, token)[0] == 201


def test_a_wrong_request_of_a_token_that_was_revoked_elsewhere_is_not_even_read(api: Program) -> None:
    with api.app.app_context():
        token = accounts.create_token(db.session(), cast.TEACHER_ZOERSEL, now())
    assert asked(api, token)[1] == "borrower_unknown"
    assert asked(api, token, event=3)[0] == 422
    with api.app.app_context(), db.engine.begin() as connection:
        connection.execute(text(REVOKED.format(account=cast.account_id(db.session(), cast.TEACHER_ZOERSEL))))
    assert asked(api, token, event=3) == (401, "token_wrong")


def test_a_view_that_never_looks_answers_nobody() -> None:
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db.init_app(app)
    with app.test_request_context():
        db.session().info["believed"] = 7
        with pytest.raises(RuntimeError, match="had not looked at"):
            believing(lambda: "written")()
        assert not doubted(db.session())
