"""A list to keep: the same address with `?als=csv` or `?als=xlsx` gives the same rows, filters and scope as a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from flask import Flask, Response, request, send_file, stream_with_context, url_for

from booking.clock import now
from booking.formats.tables import Column, Kind, Sheet, write_csv, write_workbook
from booking.rules.periods import local
from booking.web.language import Lazy, language

ASKED = "als"
FORMS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
IN_MEMORY = 2_000_000  # bytes of a workbook; a larger one goes by the disk


@dataclass(frozen=True, slots=True)
class Written:
    """A column of a file: its heading, what it holds of a row, and as what kind of cell."""

    title: Lazy | str
    value: Callable[[Any], Any]
    kind: Kind = Kind.TEXT


def hang(app: Flask) -> None:
    """Teach the templates `saved_as("csv")`, the address of this list as a file."""
    app.jinja_env.globals.update(saved_as=saved_as)


def wanted() -> str:
    """`csv` or `xlsx` when the address asks for a file, else nothing."""
    asked = request.args.get(ASKED, "")
    return asked if asked in FORMS else ""


def saved_as(form: str) -> str:
    """The address of this list as a file: every page of it, with its filters."""
    kept = {**request.args.to_dict(flat=False), **(request.view_args or {}), "page": None, ASKED: form}
    return url_for(request.endpoint or "", **kept)


def exported(name: Lazy | str, columns: Sequence[Written], rows: Iterable[Any]) -> Response | None:
    """The rows as the file that the address asks for, or None when it asks for a page. The rows must be scoped already."""
    form = wanted()
    if not form:
        return None
    headings = [Column(str(column.title), column.kind) for column in columns]
    cells = ([column.value(row) for column in columns] for row in rows)
    if form == "xlsx":
        return workbook(name, [Sheet(str(name), headings, cells)])
    pieces = write_csv(headings, cells, "." if language() == "en" else ",")
    answer = Response(stream_with_context(pieces), content_type=f"{FORMS[form]}; charset=utf-8")
    answer.headers.set("Content-Disposition", "attachment", filename=_dated(name, form))
    return answer


def workbook(name: Lazy | str, sheets: Sequence[Sheet]) -> Response:
    """A workbook of these sheets, to be kept under this name and the day."""
    file = cast("IO[bytes]", SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115 - closed by the answer that sends it
    write_workbook(file, sheets)
    file.seek(0)
    return send_file(file, FORMS["xlsx"], as_attachment=True, download_name=_dated(name, "xlsx"))


def _dated(name: Lazy | str, form: str) -> str:
    return f"{_plain(str(name))}-{local(now()).date()}.{form}"


def _plain(name: str) -> str:
    """A name for a file: `Erkenningen` is `erkenningen`, `Réservations en cours` is `reservations-en-cours`."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-") or "lijst"
