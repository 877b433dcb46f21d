"""Commands about calendars and regulations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.demo.region import load_region
from booking.rules.periods import local
from booking.web.extensions import db

RANST = Path(__file__).parents[2] / "booking/demo/regulations/ranst.yaml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(app: Flask) -> Run:
    """Run a command: exit code, output, error output."""

    def command(*arguments: object) -> tuple[int, str, str]:
        result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
        return result.exit_code, result.stdout, result.stderr

    return command


@pytest.fixture
def region(app: Flask, at: Callable[[str], None]) -> None:
    at("2027-03-01T09:00:00+01:00")
    with app.app_context():
        load_region(db.session(), local(now()).date())


@pytest.mark.parametrize(
    ("scope", "subject", "email"),
    [
        ("asset", cast.STAGE_ZANDHOVEN, cast.TECHNICIAN_ZANDHOVEN),
        ("authority", cast.ZANDHOVEN, cast.DESK_ZANDHOVEN),
        ("borrower", cast.ASSOCIATION_RANST, cast.ORGANISER),
        ("depot", "Loods Zandhoven", cast.TECHNICIAN_ZANDHOVEN),
    ],
)
def test_the_address_of_a_new_calendar_works_at_once(app, region, run: Run, scope: str, subject: str, email: str) -> None:
    code, said, _ = run("feed", "create", "--email", email, "--scope", scope, "--subject", subject, "--name", "Werk")
    assert code == 0
    base = app.config["BASE_URL"]
    answer = app.test_client().get(said.strip().removeprefix(base), base_url=base)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")


@pytest.mark.parametrize(
    ("email", "subject", "said"),
    [
        ("nobody@x.example", cast.STAGE_ZANDHOVEN, "no account"),
        (cast.ORGANISER, cast.STAGE_ZANDHOVEN, "not found"),
        (cast.STEWARD, "X", "not found"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused_in_a_sentence(region, run: Run, email: str, subject: str, said: str) -> None:
    code, _, error = run("feed", "create", "--email", email, "--scope", "asset", "--subject", subject, "--name", "Werk")
    assert (code, said in error) == (1, True)


def test_a_regulation_that_holds_is_told_figure_by_figure(run: Run) -> None:
    code, said, error = run("regulation", "check", RANST)
    assert (code, error) == (0, "")
    assert "ok     straatfeest total expected 150 computed 150\n" in said


def test_one_cent_of_difference_fails_the_check(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(RANST.read_text().replace("total: 1.50", "total: 1.51").replace('total: "1.50"', 'total: "1.51"'))
    code, said, _ = run("regulation", "check", wrong, RANST)
    assert code == 1
    assert [line for line in said.splitlines() if line.startswith("WRONG")] == ["WRONG  straatfeest total expected 151 computed 150"]


def test_a_fault_in_a_regulation_is_told_with_its_file_and_line(run: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("title: x\nowner: Ranst\nfoo: 1\n")
    code, _, error = run("regulation", "check", faulty)
    assert code == 1
    assert f"{faulty}:3: There is no field" in error


def test_a_regulation_is_exported_as_it_was_imported_and_importing_it_again_changes_nothing(region, run: Run, tmp_path: Path) -> None:
    code, number, _ = run("regulation", "import", RANST)
    assert code == 0
    code, exported, _ = run("regulation", "export", number.strip())
    again = tmp_path / "again.yaml"
    again.write_text(exported)
    assert run("regulation", "import", again) == (0, number, "")
    assert run("regulation", "export", 999_999)[0] == 1
