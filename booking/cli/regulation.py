"""`flask regulation …`: fee regulations as files that prove themselves."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from booking.cli.said import refusals_said
from booking.clock import now
from booking.formats.regulation import RegulationFileError, dumps, loads
from booking.queries.regulations import stored_regulation
from booking.rules.tariffs import TariffError, check
from booking.services import regulations
from booking.web.extensions import db
from booking.words.tariffs import describe, print_example

regulation = AppGroup("regulation", help="Fee regulations: proven, imported, exported.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@regulation.command(name="check")
@click.argument("files", nargs=-1, required=True, type=FILE)
def check_files(files: tuple[Path, ...]) -> None:
    """One line per figure of every worked example: name, field, expected, computed. Exit code 1 on a fault or difference."""
    proven = [_proven(file) for file in files]
    if not all(proven):
        raise SystemExit(1)


def _proven(file: Path) -> bool:
    try:
        found = loads(file.read_bytes())
        results = check(found)
    except RegulationFileError as error:
        _tell_faults(file, error)
        return False
    except TariffError as error:
        click.echo(f"{file}: {describe(error.code, error.details, 'en')}", err=True)
        return False
    for result in results:
        click.echo(print_example(result))
    if not results:
        click.echo(f"{file}: no worked example", err=True)
    return bool(results) and all(result.holds for result in results)


@regulation.command(name="import")
@click.argument("file", type=FILE)
def import_file(file: Path) -> None:
    """Publish a regulation that proves itself, and print its number. The same file again changes nothing."""
    with refusals_said():
        try:
            click.echo(regulations.import_text(db.session(), None, file.read_text(encoding="utf-8-sig"), now()))
        except RegulationFileError as error:
            _tell_faults(file, error)
            raise SystemExit(1) from error


@regulation.command(name="export")
@click.argument("number", type=int, metavar="ID")
def export_file(number: int) -> None:
    """Print the file of a regulation; importing it again gives the same regulation."""
    with refusals_said():
        click.echo(dumps(stored_regulation(db.session(), number)), nl=False)


def _tell_faults(file: Path, error: RegulationFileError) -> None:
    """Each fault with its file and line, as editors and CI understand it."""
    for problem in error.problems:
        where = f" {problem.article}:" if problem.article else ""
        click.echo(f"{file}:{problem.line}:{where} {describe(problem.code, problem.details, 'en')}", err=True)
