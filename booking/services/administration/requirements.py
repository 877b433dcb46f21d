"""The proofs that an authority asks for: one is added, one ends; what decided something is never rewritten."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.kinds import BorrowerKind, CoverKind, Purpose, QualificationKind, RequirementKind
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Category, Requirement

NOUN = "requirement"
ACT = "requirement.manage"


@dataclass(frozen=True, slots=True)
class RequirementSettings:
    """What is asked: of whom, for which asset or category (ids; none is everything) and purpose, how much, from one day to another."""

    kind: str
    valid_from: date
    valid_until: date | None = None
    asset_id: int | None = None
    category_id: int | None = None
    borrower_kind: str | None = None
    purpose: str | None = None
    amount_cents: int | None = None
    whole_value: bool = False
    most_excess_cents: int | None = None
    own_verification: bool = False
    confirms_without: bool = False
    qualification: str | None = None
    every_months: int | None = None
    source: str = ""


def ask(session: Session, actor: Actor, authority: int, wanted: RequirementSettings, now: datetime) -> int:
    """Ask for a proof from a day on; returns its id. It is about what is handed over from that day.

    Raises NotFound for an authority or asset that is not the actor's, Refused `ends_before_start`, `requirement_unknown`,
    `asset_or_category`, `qualification_unfit`.
    """
    _refuse_nonsense(wanted)
    with transaction(session):
        if not may(actor, ACT, authorities=(authority,)):
            raise NotFound("authority_unknown")
        _refuse_foreign(session, authority, wanted, now)
        key = add(session, Requirement, authority_id=authority, **asdict(wanted))
        record_change(session, actor, NOUN, key, None, asdict(wanted), now, authority=authority)
    return key


def end(session: Session, actor: Actor, key: int, last: date, now: datetime, version: int | None = None) -> None:
    """The last day of hand-overs for which it is asked. Raises NotFound, ChangedMeanwhile, Refused `ends_before_start`."""
    with transaction(session):
        row = session.get(Requirement, key, populate_existing=True, with_for_update=True)
        if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
            raise NotFound()
        check_version(session, NOUN, key, version)
        if row.valid_from is not None and last < row.valid_from:
            raise Refused("ends_before_start", day=row.valid_from, field="last")
        before, row.valid_until = row.valid_until, last
        session.flush()
        record_change(session, actor, NOUN, key, {"valid_until": before}, {"valid_until": last}, now, authority=row.authority_id)


def _refuse_nonsense(wanted: RequirementSettings) -> None:
    if wanted.kind not in set(RequirementKind):
        raise Refused("requirement_unknown", field="kind")
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
    if wanted.asset_id and wanted.category_id:
        raise Refused("asset_or_category", field="asset_id")
    known = {BorrowerKind: wanted.borrower_kind, Purpose: wanted.purpose, QualificationKind: wanted.qualification}
    if any(value is not None and value not in set(words) for words, value in known.items()):
        raise Refused("requirement_unknown", field="kind")
    fit = {RequirementKind.OPERATOR: {QualificationKind.PLATFORM_OPERATOR}, RequirementKind.DRIVER: _LICENCES}.get(wanted.kind, set())
    if wanted.qualification not in {None, *fit} or (wanted.kind == RequirementKind.OPERATOR and not wanted.qualification):
        raise Refused("qualification_unfit", field="qualification")
    if wanted.kind not in set(CoverKind) and (wanted.amount_cents or wanted.whole_value or wanted.most_excess_cents is not None):
        raise Refused("amount_of_no_cover", field="amount_cents")


_LICENCES = set(QualificationKind) - {QualificationKind.PLATFORM_OPERATOR}


def _refuse_foreign(session: Session, authority: int, wanted: RequirementSettings, now: datetime) -> None:
    """Raises NotFound for an asset that this authority does not lend, or a category that is not there."""
    known = catalogue(session)
    asset = known.assets.get(wanted.asset_id or 0)
    if wanted.asset_id and (asset is None or known.owner(asset, local(now).date()).id != authority):
        raise NotFound()
    if wanted.category_id and session.get(Category, wanted.category_id) is None:
        raise NotFound()
