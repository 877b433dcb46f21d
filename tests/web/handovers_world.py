"""What stands in the addresses of photographs of a hand-over, and of checklists."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.demo import cast
from booking.formats.photograph import encoded
from booking.queries.administration.checklists import number_of
from booking.rules.handovers import Tally, Way
from booking.services.handovers import Picture, Slip
from booking.services.handovers.slips import SUBJECT, keep
from booking.services.transaction import transaction
from models import Category, Document, Line

if TYPE_CHECKING:
    from tests.web.world import World


def picture() -> bytes:
    """A photograph as a telephone makes it."""
    made = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(made, "JPEG")
    return made.getvalue()


def photograph(world: World, session: Session, email: str, line: int) -> str:
    """What was photographed when a line went out, as if it had."""
    slip = Slip(pictures=(Picture(encoded(picture())),), folder=Path(world.app.config["INSTANCE"]) / "documents")
    with transaction(session):
        key = keep(session, world.actor(email), session.get_one(Line, line), Way.OUT, Tally(1), slip, now())
    mine = select(Document.id).where(Document.subject == SUBJECT, Document.subject_id == key)
    return str(session.scalars(mine.order_by(Document.id)).first())


def checklist(session: Session, nis: str, category: str) -> str:
    """The list of an authority for a category."""
    return str(number_of(cast.authority_id(session, nis), session.scalars(select(Category.id).where(Category.code == category)).one()))


HANDOVER_PAIRS: dict[str, Callable[[World, Session], tuple[str, str]]] = {
    "photograph of a hand-over": lambda world, session: (
        photograph(world, session, cast.TECHNICIAN_RANST, world.receipts[0].lines[0].id),
        photograph(world, session, cast.TECHNICIAN_ZANDHOVEN, world.receipts[1].lines[0].id),
    ),
    "checklist": lambda _world, session: (
        checklist(session, cast.RANST, "sound_set"),
        checklist(session, cast.ZANDHOVEN, "aerial_platform"),
    ),
}
