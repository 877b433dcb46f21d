"""What is filled in at a hand-over or return, kept as it was: the count, the state, who, when, and photographs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.formats.photograph import Encoded
from booking.formats.upload import Checked
from booking.rules.handovers import MOST_PHOTOS, Noted, Tally, Way, entered_at
from booking.rules.permissions import Actor
from booking.rules.refusals import Refused
from booking.services import documents
from booking.services.rows import add, add_all
from models import HandoverItem, HandoverRecord, Line

SUBJECT = "handover_record"
WEBP = "image/webp"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph of the item at this place of the list (from 1), or of the whole (0)."""

    made: Encoded
    place: int = 0


@dataclass(frozen=True, slots=True)
class Slip:
    """What somebody filled in at the counter. `once` is the key of the form and `entered_at` when its telephone says that it was filled in;
    `person` who took it over or brought it, as typed. `follows` is the latest return (id, 0 for none) that its count is made after, None
    for a program, which says what it says. Photographs need the `folder` of documents.
    """

    once: str | None = None
    entered_at: datetime | None = None
    person: str = ""
    note: str = ""
    noted: tuple[Noted, ...] = ()
    operator_seen: bool = False
    driver_seen: bool = False
    pictures: tuple[Picture, ...] = ()
    folder: Path | None = None
    follows: int | None = None

    def moment(self, now: datetime) -> datetime:
        """When it happened, as far as it can be believed."""
        return entered_at(self.entered_at, now)


NO_SLIP = Slip()


def sent_before(session: Session, line_id: int, slip: Slip) -> HandoverRecord | None:
    """The record that this very form made, when it is sent again. The asset of the line is locked."""
    if slip.once is None:
        return None
    query = select(HandoverRecord).where(HandoverRecord.line_id == line_id, HandoverRecord.once == slip.once)
    return session.scalars(query).one_or_none()


def keep(session: Session, actor: Actor, line: Line, way: Way, tally: Tally, slip: Slip, now: datetime, **followed: Any) -> int:
    """Write the record of a hand-over or return, its items and its photographs; returns its id. `followed` are its columns about what
    followed. Raises Refused `photographs_too_many`.
    """
    if len(slip.pictures) > MOST_PHOTOS:
        raise Refused("photographs_too_many", field="photos", limit=MOST_PHOTOS)
    key = add(
        session, HandoverRecord, line_id=line.id, way=str(way), units=tally.back, units_missing=tally.missing, person=slip.person.strip(),
        operator_seen=slip.operator_seen, driver_seen=slip.driver_seen, note=slip.note.strip(), once=slip.once,
        entered_at=slip.moment(now), at=now, account_id=actor.account_id, **followed,
    )  # fmt: skip
    add_all(session, HandoverItem, [_item(key, place, each) for place, each in enumerate(slip.noted, 1)])
    for number, picture in enumerate(slip.pictures, 1):
        _photograph(session, actor, key, number, picture, slip.folder, now)
    return key


def _item(record: int, place: int, noted: Noted) -> dict[str, Any]:
    asked = noted.asked
    return {
        "record_id": record, "position": place, "key": asked.key, "kind": str(asked.kind), "text": asked.text, "expected": asked.expected,
        "counted": noted.counted, "fine": noted.fine, "note": noted.note.strip(), "estimate": noted.estimate, "asset_id": asked.asset,
    }  # fmt: skip


def _photograph(
    session: Session, actor: Actor, record: int, number: int, picture: Picture, folder: Path | None, now: datetime
) -> None:
    """Both sizes as documents, the small one after the large."""
    if folder is None:
        raise ValueError("photographs need a folder")
    for size, data in (("large", picture.made.large), ("small", picture.made.small)):
        upload = Checked(WEBP, f"{number}-{size}.webp", data)
        documents.keep(session, actor, SUBJECT, record, f"{size}-{picture.place}", upload, folder, now)
