"""Commands about calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from booking.demo import cast
from tests.web.conftest import opened

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(app: Flask) -> Run:
    """Run a command: exit code, output, error output."""

    def command(*arguments: object) -> tuple[int, str, str]:
        result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
        return result.exit_code, result.stdout, result.stderr

    return command


@pytest.fixture
def app(region: str, at: Callable[[str], None]) -> Iterator[Flask]:
    at("2027-03-01T09:00:00+01:00")
    with opened(region, DEMO=True) as application:
        yield application


@pytest.mark.parametrize(
    ("scope", "subject", "email"),
    [
        ("asset", cast.STAGE_ZANDHOVEN, cast.TECHNICIAN_ZANDHOVEN),
        ("authority", cast.ZANDHOVEN, cast.DESK_ZANDHOVEN),
        ("borrower", cast.ASSOCIATION_RANST, cast.ORGANISER),
        ("depot", "Loods Zandhoven", cast.TECHNICIAN_ZANDHOVEN),
    ],
)
def test_the_address_of_a_new_calendar_works_at_once(app, run: Run, scope: str, subject: str, email: str) -> None:
    code, said, _ = run("feed", "create", "--email", email, "--scope", scope, "--subject", subject, "--name", "Werk")
    assert code == 0
    base = app.config["BASE_URL"]
    answer = app.test_client().get(said.strip().removeprefix(base), base_url=base)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")


@pytest.mark.parametrize(
    ("scope", "subject", "email", "more"),
    [
        ("category", "mobile_stage", cast.DESK_ZANDHOVEN, ()),
        ("category", "mobile_stage", cast.TECHNICIAN_ZANDHOVEN, ("--within", cast.ZANDHOVEN, "--detail", "nameless", "--alarm", "15")),
        ("expiries", cast.ZANDHOVEN, cast.DESK_ZANDHOVEN, ("--alarm", "1440", "--alarm", "43200", "--until", "2027-06-01")),
        ("occupancy", cast.HALL_RANST, cast.ORGANISER, ("--language", "fr")),
    ],
)
def test_what_may_be_set_on_a_page_may_be_set_here(
    app: Flask, run: Run, scope: str, subject: str, email: str, more: tuple[str, ...]
) -> None:
    code, said, error = run("feed", "create", "--email", email, "--scope", scope, "--subject", subject, "--name", "Werk", *more)
    assert code == 0, error
    base = app.config["BASE_URL"]
    assert app.test_client().get(said.strip().removeprefix(base), base_url=base).status_code == 200


@pytest.mark.parametrize(
    ("email", "subject", "said"),
    [
        ("nobody@x.example", cast.STAGE_ZANDHOVEN, "no account"),
        (cast.ORGANISER, cast.STAGE_ZANDHOVEN, "not found"),
        (cast.STEWARD, "X", "not found"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused_in_a_sentence(run: Run, email: str, subject: str, said: str) -> None:
    code, _, error = run("feed", "create", "--email", email, "--scope", "asset", "--subject", subject, "--name", "Werk")
    assert (code, said in error) == (1, True)
