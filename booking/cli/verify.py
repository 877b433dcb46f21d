"""`flask verify`: proves the ledger and every total again."""

from __future__ import annotations

from datetime import datetime
from itertools import chain

import click
from flask.cli import with_appcontext

from booking.clock import now
from booking.queries.verify import counts, violations
from booking.queries.verify.files import documents
from booking.queries.verify.found import Violation
from booking.web.documents import folder
from booking.web.extensions import db


@click.command()
@with_appcontext
def verify() -> None:
    """Prove the ledger, every total and the history again from the raw rows. A line per violation, and then exit code 1."""
    session = db.session()
    wrong = 0
    for violation in chain(violations(session, now()), documents(session, folder(), now())):
        click.echo(line_of(violation))
        wrong += 1
    if wrong:
        raise click.ClickException(f"{wrong} violation{'s' if wrong > 1 else ''} found.")
    click.echo(f"Nothing is wrong: {', '.join(f'{table} {rows}' for table, rows in counts(session).items())}.")


def line_of(violation: Violation) -> str:
    """Where it is, what is wrong, and what was seen there, on one line."""
    details = " ".join(f"{name}={_written(value)}" for name, value in violation.details.items())
    return f"{violation.table} {violation.row_id}: {violation.code.replace('_', ' ')}{f' ({details})' if details else ''}"


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
