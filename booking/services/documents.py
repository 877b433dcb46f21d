"""Keeping documents: the bytes in a folder outside the web root, under their hash, and a row that says of what they are."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.rules.permissions import Actor
from booking.rules.refusals import NotSignedIn
from booking.services.rows import add
from models import Document


def keep(
    session: Session, actor: Actor, subject: str, subject_id: int, purpose: str, upload: Checked, folder: Path, now: datetime
) -> int:
    """Keep a document of a subject within the caller's transaction, which has judged that the actor may; returns its id.

    The same bytes are kept once. A file whose transaction fails stays behind without a row; `flask verify` names it. Raises NotSignedIn.
    """
    if actor.account_id is None:
        raise NotSignedIn()
    name = sha256(upload.data).hexdigest()
    _write(folder, name, upload.data)
    told = {"name": upload.name, "media_type": upload.media_type, "size": len(upload.data)}
    return add(
        session, Document, subject=subject, subject_id=subject_id, purpose=purpose, file=name, uploaded_at=now,
        account_id=actor.account_id, **told,
    )  # fmt: skip


def path_of(folder: Path, file: str) -> Path:
    """Where the bytes with this hash lie."""
    return folder / file


def _write(folder: Path, name: str, data: bytes) -> None:
    """Whole or not at all, whoever else writes the same at the same moment."""
    place = path_of(folder, name)
    if place.is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.{secrets.token_hex(4)}.part"
    part.write_bytes(data)
    os.replace(part, place)
