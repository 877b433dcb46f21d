"""Borrowers of an authority's territory: a desk notes a new one and keeps what is known of it right."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.rules.kinds import BorrowerKind
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import records, tasks
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Borrower, Task

NOUN = "borrower"
IN_CALENDARS = ("name", "email", "phone")
"""What the calendars of a crew say of a borrower."""


@dataclass(frozen=True, slots=True)
class BorrowerSettings:
    """What a desk may fill in about a borrower; `kbo` is ten digits."""

    kind: BorrowerKind
    name: str
    kbo: str | None = None
    email: str | None = None
    phone: str | None = None


def create_borrower(session: Session, actor: Actor, authority: int, wanted: BorrowerSettings, now: datetime) -> int:
    """The id of a new borrower with this authority as its home. Raises NotFound for an authority that the actor does not work for, Refused
    `borrower_exists` for a name that is there already.
    """
    with transaction(session):
        _check(session, actor, authority, wanted)
        borrower = add(session, Borrower, authority_id=authority, created_at=now, **asdict(wanted))
        record_change(session, actor, NOUN, borrower, None, asdict(wanted), now, authority=authority)
    return borrower


def change_borrower(session: Session, actor: Actor, borrower: int, wanted: BorrowerSettings, version: int, now: datetime) -> None:
    """Keep what was corrected about a borrower; calendars that show work for it say so too.

    Raises NotFound for one of elsewhere, Refused `borrower_exists`, ChangedMeanwhile.
    """
    with transaction(session):
        row = session.get(Borrower, borrower, populate_existing=True)
        if row is None:
            raise NotFound("borrower_unknown")
        _check(session, actor, row.authority_id, wanted, but=borrower)
        check_version(session, NOUN, borrower, version)
        before, after = change_row(session, row, wanted)
        record_change(session, actor, NOUN, borrower, before, after, now, authority=row.authority_id)
        if any(before[name] != after[name] for name in IN_CALENDARS):
            records.raise_versions(session, tasks.retell(session, now, Task.borrower_id == borrower))


def _check(session: Session, actor: Actor, authority: int, wanted: BorrowerSettings, but: int = 0) -> None:
    if not may(actor, "borrower.manage", authorities=(authority,)):
        raise NotFound("borrower_unknown")
    alike = func.lower(Borrower.name) == wanted.name.lower()
    if session.scalar(select(Borrower.id).where(Borrower.authority_id == authority, alike, Borrower.id != but).limit(1)):
        raise Refused("borrower_exists", borrower=wanted.name, field="name")
