"""Every document has its file, and every file its document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from booking.queries.verify.found import Violation
from models import Document

YOUNG = timedelta(minutes=10)  # a file is written before its row is committed


def documents(session: Session, folder: Path, now: datetime) -> Iterator[Violation]:
    """A row without its file or with other bytes than were kept, and a file that no row names; files of the last minutes may still get one.

    Reads the folder where documents are kept, so it is asked beside the checks that only need the database.
    """
    named: set[str] = set()
    session.rollback()
    try:
        kept = session.execute(select(Document.id, Document.file, Document.size).order_by(Document.id)).all()
    except DBAPIError as error:
        yield Violation("unreadable", "document", "documents", {"said": str(error.orig)})
        return
    for key, file, size in kept:
        place = folder / file
        if not place.is_file():
            yield Violation("file_missing", "document", key, {"file": file})
        elif place.stat().st_size != size or (file not in named and _hash(place) != file):
            yield Violation("file_changed", "document", key, {"file": file})
        named.add(file)
    session.rollback()
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if place.name not in named and now.timestamp() - place.stat().st_mtime > YOUNG.total_seconds():
            yield Violation("file_without_row", "document", place.name, {})


def _hash(place: Path) -> str:
    with place.open("rb") as kept:
        return file_digest(kept, "sha256").hexdigest()
