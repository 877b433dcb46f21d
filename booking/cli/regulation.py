"""`flask regulation …`: fee regulations as files that prove themselves."""

from __future__ import annotations

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from booking.cli.said import refusals_said
from booking.clock import now
from booking.formats.regulation import RegulationFileError, dumps, json_schema, loads
from booking.queries.regulations import stored_plain
from booking.queries.regulations.lists import every
from booking.rules.periods import local
from booking.rules.regulations import Doubt, proof_of
from booking.rules.tariffs import TariffError, check, unanswered
from booking.services import regulations
from booking.web.extensions import db
from booking.words.tariffs import advise, describe, print_example
from booking.words.tariffs.doubts import doubted

regulation = AppGroup("regulation", help="Fee regulations: proven, imported, exported.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@regulation.command(name="check")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--strict", is_flag=True, help="A warning that the file does not answer fails too.")
def check_files(files: tuple[Path, ...], strict: bool) -> None:
    """One line per figure of every worked example: name, field, expected, computed, in cents. Exit code 1 on a fault or difference.

    A file is read whole: every fault is told with its line, its article and what was expected.
    """
    proven = [_proven(file, strict) for file in files]
    if not all(proven):
        raise SystemExit(1)


def _proven(file: Path, strict: bool) -> bool:
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
    left = unanswered(found)
    for lint in left:
        click.echo(f"{file}: warning: {advise(lint, 'en')}", err=True)
    return bool(results) and all(result.holds for result in results) and not (strict and left)


@regulation.command(name="import")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only say what would become of it; nothing is kept.")
@click.option("--because", default="", metavar="REASON", help="Answers every warning that the file leaves open, so that it is published.")
@click.option("--succeeds", type=int, metavar="ID", help="The regulation whose place it takes; it ends on the day before.")
def import_file(file: Path, dry_run: bool, because: str, succeeds: int | None) -> None:
    """Publish a regulation that proves itself, and print its number. The same file again changes nothing.

    With warnings that nobody answered it is kept as proven, and they are told: answer them in the file, on screen or with --because.
    """
    with refusals_said():
        try:
            made = regulations.read_in(
                db.session(), None, file.read_bytes(), now(), because=because, succeeds_id=succeeds, keep=not dry_run
            )
        except RegulationFileError as error:
            _tell_faults(file, error)
            raise SystemExit(1) from error
    _tell_doubts(file, made.doubts)
    click.echo("nothing was kept" if dry_run else made.id)


@regulation.command(name="export")
@click.argument("number", type=int, metavar="ID")
def export_file(number: int) -> None:
    """Print the file of a regulation; importing it again gives the same regulation."""
    with refusals_said():
        proof = proof_of(stored_plain(db.session(), number))
    if proof.regulation is None:
        raise click.ClickException(describe(proof.problem.code, proof.problem.details, "en") if proof.problem else "unfinished")
    click.echo(dumps(proof.regulation), nl=False)


@regulation.command(name="list")
def list_all() -> None:
    """Print a line per regulation: number, state, first and last day, owner, title."""
    today = local(now()).date()
    for each, owner in every(db.session(), today):
        days = f"{each.first or '-'} {each.last or '-'}"
        click.echo(f"{each.id} {each.standing} {days} {owner}: {each.title}{f' ({each.lapse})' if each.lapse else ''}")


@regulation.command(name="schema")
def print_schema() -> None:
    """Print the JSON Schema of a regulation file, for editors that complete and check while one types."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _tell_faults(file: Path, error: RegulationFileError) -> None:
    """Each fault with its file and line, as editors and CI understand it."""
    for problem in error.problems:
        where = f" {problem.article}:" if problem.article else ""
        click.echo(f"{file}:{problem.line}:{where} {describe(problem.code, problem.details, 'en')}", err=True)


def _tell_doubts(file: Path, doubts: tuple[Doubt, ...]) -> None:
    for doubt in doubts:
        click.echo(f"{file}: not published: {doubted(doubt, 'en')}", err=True)
