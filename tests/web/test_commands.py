"""Commands for whoever runs the house: make it, let someone in, give a program a token."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from booking.services.start import start_code
from booking.web.extensions import db
from models import Account, Authority, Role
from tests.web.visitor import Visitor

EMAIL = "ann@lokaal.example"


@pytest.fixture
def run(app):
    """Run a command and return its exit code and what it said."""

    def command(*arguments: str) -> tuple[int, str]:
        result = app.test_cli_runner().invoke(args=list(arguments))
        return result.exit_code, result.output

    with app.app_context():
        db.session.add(Authority(kind="municipality", name="Ranst", nis="11035"))
        db.session.commit()
    return command


def test_init_may_be_repeated(run) -> None:
    first, again = run("init"), run("init")
    assert first == again
    assert first[1].startswith("The database is up to date.\n")


def test_init_shows_the_start_code_until_somebody_administers(app, run) -> None:
    code = start_code(app.config["SECRET_KEY"].encode())
    assert code in run("init")[1]
    run("user", "create", "ann@lokaal.example", "--steward")
    assert code not in run("init")[1]


def test_init_refuses_to_share_a_file_between_hosts(run, engine_name: str) -> None:
    code, said = run("init", "--hosts", "2")
    assert (code, "SQLite serves one host" in said) == ((1, True) if engine_name == "sqlite" else (0, False))


def test_a_created_user_signs_in_with_the_printed_password(app, run) -> None:
    roles = ("--role", "11035:desk", "--role", "Ranst:finance")
    code, said = run("user", "create", "Ann@Lokaal.example", "--name", "Ann", "--steward", *roles)
    assert code == 0
    password = re.search(r"password (\S+)", said)
    assert Visitor(app).sign_in(EMAIL, password[1]).status_code == 303
    with app.app_context():
        assert db.session.execute(select(Account.steward)).scalar_one()
        assert set(db.session.execute(select(Role.name)).scalars()) == {"desk", "finance"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["user", "create", EMAIL, "--role", "11035:mayor"], "a role is AUTHORITY:ROLE"),
        (["user", "create", EMAIL, "--role", "Nowhere:desk"], "This authority is not known: Nowhere"),
        (["user", "create", EMAIL, "--password", "short"], "at least 12 characters"),
        (["token", "create", "nobody@lokaal.example"], "There is no account with this e-mail address: nobody@lokaal.example"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(run, arguments: list[str], said: str) -> None:
    code, output = run(*arguments)
    assert code != 0
    assert said in output
    assert "Traceback" not in output


def test_an_address_has_one_account(run, ann: int) -> None:
    code, said = run("user", "create", EMAIL.upper())
    assert (code, EMAIL in said) == (1, True)


def test_a_token_opens_what_its_person_may_and_its_cookie_then_counts_for_nothing(app, run, ann: int) -> None:
    token = run("token", "create", EMAIL)[1].strip()
    visitor = Visitor(app)
    right, wrong = ({"Authorization": f"Bearer {text}"} for text in (token, token[:-1]))
    assert visitor.get("/account", headers=right).status_code == 200
    visitor.sign_in(EMAIL)
    refused = visitor.get("/account", headers=wrong)
    assert (refused.status_code, token[:-1] in refused.text) == (401, False)
    assert visitor.get("/api/v1/nope", headers=right).status_code == 404
    with app.app_context():
        db.session.execute(db.text("UPDATE api_token SET revoked_at = created_at"))
        db.session.commit()
    assert visitor.get("/account", headers=right).status_code == 401
