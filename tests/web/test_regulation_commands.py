"""`flask regulation`: what a file says wrong is told with its line, and what it would do is known before it does it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from booking.demo import cast
from booking.demo.tariffs import FILES
from booking.rules.kinds import AuthorityKind
from booking.web.extensions import db
from models import Authority
from tests.regulations import FILES as REGULATIONS

RANST = FILES / "ranst.yaml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def run(app: Flask, at: Callable[[str], None]) -> Run:
    """Run a command where Ranst is known: exit code, output, error output."""
    at("2027-03-01T09:00:00+01:00")
    with app.app_context():
        db.session.add(Authority(kind=AuthorityKind.MUNICIPALITY, name="Ranst", nis=cast.RANST))
        db.session.commit()

    def command(*arguments: object) -> tuple[int, str, str]:
        result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
        return result.exit_code, result.stdout, result.stderr

    return command


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """Ranst's regulation with these texts replaced."""
    text = RANST.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "reglement.yaml"
    file.write_text(text, encoding="utf-8")
    return file


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


def test_one_digit_of_any_regulation_fails_the_check_and_names_the_example(run: Run, tmp_path: Path) -> None:
    for file in REGULATIONS:
        text = file.read_text(encoding="utf-8")
        last = [*re.finditer(r"expect: \{.*?(\d)\}", text)][-1]
        name = re.findall(r"- name: (\S+)", text[: last.start()])[-1]
        wrong = tmp_path / file.name
        wrong.write_text(f"{text[: last.start(1)]}{(int(last[1]) + 1) % 10}{text[last.end(1) :]}", encoding="utf-8")
        code, said, _ = run("regulation", "check", wrong)
        assert (code, [line.split()[:2] for line in said.splitlines() if not line.startswith("ok")]) == (1, [["WRONG", name]])


def test_the_schema_is_printed_for_editors(run: Run) -> None:
    code, said, _ = run("regulation", "schema")
    assert (code, json.loads(said)["required"]) == (0, ["title", "owner", "valid_from", "groups", "articles"])


def test_a_fault_in_a_regulation_is_told_with_its_file_and_line(run: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("title: x\nowner: Ranst\nfoo: 1\n")
    code, _, error = run("regulation", "check", faulty)
    assert code == 1
    assert f"{faulty}:3: There is no field" in error


def test_a_regulation_is_exported_as_it_was_imported_and_importing_it_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    code, number, _ = run("regulation", "import", RANST)
    assert code == 0
    code, exported, _ = run("regulation", "export", number.strip())
    again = tmp_path / "again.yaml"
    again.write_text(exported)
    assert run("regulation", "import", again) == (0, number, "")
    assert run("regulation", "export", 999_999)[0] == 1


def test_a_warning_that_the_file_does_not_answer_is_told_and_strictly_taken_fails(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, ("{warning: day_parts_open, article: 4,", "{warning: bracket_gap, article: 4,"))
    code, _, error = run("regulation", "check", file)
    assert (code, error.count("warning: Art. 4")) == (0, 1)
    assert run("regulation", "check", "--strict", file)[0] == 1
    assert run("regulation", "check", "--strict", RANST)[0] == 0


def test_what_stands_in_the_way_of_publication_is_told_and_answered_with_because(run: Run, tmp_path: Path) -> None:
    number = run("regulation", "import", RANST)[1].strip()
    rival = written(tmp_path, ("title: Retributiereglement", "title: Ander reglement"), ("valid_from: 2023", "valid_from: 2028"))
    code, waiting, error = run("regulation", "import", rival)
    assert (code, "not published: From Sat 1 January 2028" in error) == (0, True)
    listed = run("regulation", "list")[1].splitlines()
    assert listed[0].startswith(f"{number} in_force 2023-01-01 2031-12-31 Ranst: Retributiereglement")
    assert listed[1].startswith(f"{waiting.strip()} proven - - Ranst: Ander reglement")
    assert run("regulation", "import", rival, "--because", "Zo besliste de raad") == (0, waiting, "")
    assert run("regulation", "list")[1].splitlines()[1].startswith(f"{waiting.strip()} announced 2028-01-01")


def test_a_file_takes_the_place_of_the_one_that_is_named(run: Run, tmp_path: Path) -> None:
    number = run("regulation", "import", RANST)[1].strip()
    next_one = written(tmp_path, ("title: Retributiereglement", "title: Ander reglement"), ("valid_from: 2023", "valid_from: 2028"))
    assert run("regulation", "import", next_one, "--succeeds", number)[2] == ""
    assert f"{number} in_force 2023-01-01 2027-12-31" in run("regulation", "list")[1]
    assert run("regulation", "import", next_one, "--succeeds", 999_999)[0] == 0, "it is there already"


def test_what_a_file_would_do_is_told_without_doing_it(run: Run, tmp_path: Path) -> None:
    assert run("regulation", "import", "--dry-run", RANST) == (0, "nothing was kept\n", "")
    assert run("regulation", "list") == (0, "", "")
    assert run("regulation", "import", "--dry-run", written(tmp_path, ("kind: day_part", "kind: dagdeel")))[0] == 1
