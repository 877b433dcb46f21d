"""The command that takes a catalogue from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from booking.cli.said import refusals_said
from booking.clock import now
from booking.formats.tables import read_table
from booking.services import importing
from booking.services.accounts import get_authority
from booking.services.importing import Plan, Verdict
from booking.services.importing.writing import RowsWrong
from booking.web.extensions import db
from booking.words import label, say

catalogue = AppGroup("catalogue", help="The catalogue of assets: taken from a spreadsheet.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@catalogue.command(name="import")
@click.argument("file", type=FILE)
@click.option("--authority", help="Whose assets these are: NIS code, name or number; where the list does not say so itself.")
def import_file(file: Path, authority: str | None) -> None:
    """Take assets from FILE (XLSX or CSV): all of it or, when a single row is wrong, nothing. The same file again changes nothing."""
    with refusals_said():
        session = db.session()
        owner = get_authority(session, authority) if authority else None
        table = read_table(file.read_bytes(), file.name)
        try:
            done = importing.import_table(session, None, owner, table, now())
        except RowsWrong as wrong:
            _tell_faults(file, wrong.plan)
            raise
        click.echo(", ".join(f"{done.count(verdict)} {label('import_verdict', verdict, 'en').lower()}" for verdict in list(Verdict)[:3]))


def _tell_faults(file: Path, found: Plan) -> None:
    """Each fault with its file, row and column, as editors understand it."""
    for row in found.rows:
        for column, (code, details) in row.faults.items():
            click.echo(f"{file}:{row.number}: {label('column', column, 'en')}: {say(code, 'en', **details)}", err=True)
