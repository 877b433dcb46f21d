"""How a command says that something cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from booking.rules.refusals import Refused
from booking.words import say


@contextmanager
def refusals_said() -> Iterator[None]:
    """Turn what a service refuses into a sentence on the error output and exit code 1."""
    try:
        yield
    except Refused as refused:
        raise click.ClickException(say(refused.code, "en", **refused.details)) from refused
