"""Numbers in an address: `<int:…>` is the id of a row, and one that no database can hold is that of none."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**63 - 1


class RowId(IntegerConverter):
    """A whole number up to LARGEST unless the route says less: SQLite breaks off over a larger one instead of finding nothing."""

    def __init__(self, map: Map, max: int = LARGEST, **more: Any) -> None:  # noqa: A002 - werkzeug's names
        super().__init__(map, max=max, **more)


def hang(app: Flask) -> None:
    """Let every `<int:…>` of the pages that follow be an id."""
    app.url_map.converters["int"] = RowId


def read_id(text: str | None) -> int | None:
    """The id in a hidden field or a query, None for anything else."""
    written = (text or "").strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < len(str(LARGEST)) else None
