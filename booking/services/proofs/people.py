"""The people whom a borrower names to drive and operate, and what they hold."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.held import named_by
from booking.queries.proofs.access import Holder, holder_of_person, may_declare
from booking.queries.proofs.people import SUBJECT, choosable
from booking.rules.kinds import QualificationKind
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import ChangedMeanwhile, change_row, record_change
from booking.services.documents import keep
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Borrower, Person, PersonBorrower, ProofVerdict, Qualification

NOUN = "person"
DOCUMENT = "proof"


@dataclass(frozen=True, slots=True)
class QualificationSettings:
    """What somebody holds: `held_since` is the day on which a driving licence was obtained."""

    kind: str
    number: str
    valid_from: date
    valid_until: date | None = None
    held_since: date | None = None


def add_person(session: Session, actor: Actor, borrower: int, name: str, now: datetime, *, oneself: bool = False) -> int:
    """Somebody new whom a borrower names; `oneself` is the person with the actor's own account. Returns the person's id.

    Raises NotFound for a borrower that is not the actor's, Refused `field_required`, `person_known` when oneself is known already.
    """
    if not name.strip():
        raise Refused("field_required", field="name")
    with transaction(session):
        _check(actor, borrower)
        account = actor.account_id if oneself else None
        if account and session.scalar(select(exists().where(Person.account_id == account))):
            raise Refused("person_known", field="oneself")
        key = add(session, Person, name=" ".join(name.split()), account_id=account)
        _name(session, actor, borrower, key, now)
    return key


def name_person(session: Session, actor: Actor, borrower: int, person: int, now: datetime) -> None:
    """Name somebody whom another of one's borrowers names, or oneself. Raises NotFound for anybody else, as for nobody."""
    with transaction(session):
        _check(actor, borrower)
        if person not in {key for key, _ in choosable(session, actor, borrower, now)}:
            raise NotFound()
        _name(session, actor, borrower, person, now)


def drop_person(session: Session, actor: Actor, borrower: int, person: int, now: datetime) -> None:
    """Name somebody no longer, from today on; the lines that name it say so when they are judged again. Raises NotFound."""
    today = local(now).date()
    with transaction(session):
        _check(actor, borrower)
        rows = session.scalars(select(PersonBorrower).where(named_by(borrower, today), PersonBorrower.person_id == person)).all()
        if not rows:
            raise NotFound()
        for row in rows:
            row.valid_until = today - timedelta(days=1)
        session.flush()
        told = session.get_one(Person, person).name
        record_change(session, actor, NOUN, person, {"person": told}, {"person": ""}, now, authority=_home(session, borrower))


def declare(
    session: Session, actor: Actor, person: int, wanted: QualificationSettings, upload: Checked, folder: Path, now: datetime
) -> int:
    """Hand in what a person holds, with its document; returns its id.

    Raises NotFound for a person whom no borrower of the actor names, Refused `qualification_unknown`, `ends_before_start`.
    """
    _refuse_nonsense(wanted)
    with transaction(session):
        borrower = _borrower(session, actor, person, now)
        told = {"declared_at": now, "declared_by_id": actor.account_id, "revision": 1}
        key = add(session, Qualification, person_id=person, **asdict(wanted), **told)
        keep(session, actor, SUBJECT, key, DOCUMENT, upload, folder, now)
        record_change(session, actor, SUBJECT, key, None, _open(asdict(wanted)), now, authority=_home(session, borrower))
    return key


def correct(
    session: Session, actor: Actor, key: int, revision: int, wanted: QualificationSettings, upload: Checked | None, folder: Path,
    now: datetime,
) -> None:  # fmt: skip
    """Another text or document of what no owner accepted yet. Raises NotFound, ChangedMeanwhile, Refused `proof_settled`."""
    _refuse_nonsense(wanted)
    with transaction(session):
        row = session.get(Qualification, key, populate_existing=True, with_for_update=True)
        if row is None:
            raise NotFound()
        borrower = _borrower(session, actor, row.person_id, now)
        if row.revision != revision:
            raise ChangedMeanwhile(SUBJECT, key)
        verdict = exists().where(ProofVerdict.qualification_id == key, ProofVerdict.revision == revision, ProofVerdict.accepted)
        if session.scalar(select(verdict)):
            raise Refused("proof_settled")
        before, after = change_row(session, row, wanted)
        row.revision, row.declared_at, row.declared_by_id = revision + 1, now, actor.account_id
        session.flush()
        if upload is not None:
            keep(session, actor, SUBJECT, key, DOCUMENT, upload, folder, now)
        told = {**_open(after), "revision": row.revision}
        record_change(session, actor, SUBJECT, key, _open(before), told, now, authority=_home(session, borrower))


def _check(actor: Actor, borrower: int) -> None:
    if not may_declare(actor, Holder(frozenset({borrower}))):
        raise NotFound()


def _name(session: Session, actor: Actor, borrower: int, person: int, now: datetime) -> None:
    add(session, PersonBorrower, person_id=person, borrower_id=borrower, valid_from=local(now).date(), valid_until=None)
    told = session.get_one(Person, person).name
    record_change(session, actor, NOUN, person, {"person": ""}, {"person": told}, now, authority=_home(session, borrower))


def _borrower(session: Session, actor: Actor, person: int, now: datetime) -> int:
    """The borrower of the actor by whom the person is named. Raises NotFound."""
    holder = holder_of_person(session, person, local(now).date())
    mine = sorted(borrower for borrower in holder.borrowers if may_declare(actor, Holder(frozenset({borrower}))))
    if not mine:
        raise NotFound()
    return mine[0]


def _home(session: Session, borrower: int) -> int:
    return session.get_one(Borrower, borrower).authority_id


def _open(settings: dict[str, Any]) -> dict[str, Any]:
    """What the logbook may hold: not the number of a licence."""
    return {name: value for name, value in settings.items() if name != "number"}


def _refuse_nonsense(wanted: QualificationSettings) -> None:
    if wanted.kind not in set(QualificationKind):
        raise Refused("qualification_unknown", field="kind")
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
