"""A draft of an agreement, step by step: only its initiator changes it, and once put forward nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.agreements import parties_of
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import documents
from booking.services.administration.agreements.common import DRAFTING, NOUN, names_of, own_draft, pact_of, tell_parties
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add, add_all
from booking.services.transaction import transaction
from models import Agreement, AgreementParty, AgreementScope, AgreementTerm, Authority

_FREE = ("reciprocal", "free_quota", "free_unit")
"""What a term gives free, which a draft takes over from the older version and has no field for."""


@dataclass(frozen=True, slots=True)
class Basics:
    """What it is called and how long it lasts; `notice_months` is the term of notice."""

    reference: str
    title: str
    valid_from: date
    valid_until: date | None = None
    notice_months: int | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """On which terms: where and by whom it may be used, who goes first, who insures, and how many hours ahead an owner
    recalls what it needs itself.
    """

    on_lending: bool = False
    territory: str | None = None
    priority: str | None = None
    insured_by: str | None = None
    excess_cents: int | None = None
    damage: str = ""
    recall_hours: int | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """The preferred tariff that every party gives: a group, a percentage of it or of the borrower's own tariff; nothing when empty."""

    group_code: str | None = None
    percentage: int | None = None
    article: str = ""


def draft(
    session: Session, actor: Actor, initiator: int, wanted: Basics, now: datetime, text: Checked | None = None, folder: Path | None = None
) -> int:  # fmt: skip
    """A new draft of an authority, its first party. Raises NotFound, Refused `reference_taken`, `ends_before_start`."""
    if not may(actor, DRAFTING, authorities=(initiator,)):
        raise NotFound("agreement_unknown")
    with transaction(session):
        _check(session, wanted, None)
        key = add(session, Agreement, **asdict(wanted), draft=True, initiator_id=initiator)
        add(session, AgreementParty, agreement_id=key, authority_id=initiator)
        _keep_text(session, actor, key, text, folder, now)
        record_change(session, actor, NOUN, key, None, asdict(wanted), now, authority=initiator)
    return key


def change_basics(
    session: Session, actor: Actor, agreement: int, version: int, wanted: Basics, now: datetime, text: Checked | None = None,
    folder: Path | None = None,
) -> None:  # fmt: skip
    """Its name, number and period, and its text when one is handed in. Raises as `draft`, ChangedMeanwhile, Refused `agreement_settled`,
    `version_outside` for a newer version that would begin no later than the older.
    """
    with transaction(session):
        row = own_draft(session, actor, agreement)
        check_version(session, NOUN, agreement, version)
        _check(session, wanted, agreement)
        refuse_no_later(wanted.valid_from, session.get(Agreement, row.succeeds_id) if row.succeeds_id else None)
        before, after = change_row(session, row, wanted)
        _keep_text(session, actor, agreement, text, folder, now)
        record_change(session, actor, NOUN, agreement, before, after, now, authority=row.initiator_id)


def change_parties(session: Session, actor: Actor, agreement: int, version: int, wanted: Iterable[int], now: datetime) -> None:
    """Who takes part beside the initiator. Of a newer version nobody is left out who is bound by the older: who wants to go leaves it.

    Raises NotFound for an unknown authority, Refused `party_bound`, `agreement_settled`, ChangedMeanwhile.
    """
    with transaction(session):
        row = own_draft(session, actor, agreement)
        check_version(session, NOUN, agreement, version)
        names = names_of(session, Authority, {*wanted, row.initiator_id or 0})
        held = set(parties_of(session, agreement))
        if bound := sorted(_bound_before(session, row) - names.keys()):
            raise Refused("party_bound", authority=session.get_one(Authority, bound[0]).name, field="parties")
        gone, joined = held - names.keys(), names.keys() - held
        session.execute(delete(AgreementParty).where(AgreementParty.agreement_id == agreement, AgreementParty.authority_id.in_(gone)))
        session.execute(delete(AgreementTerm).where(AgreementTerm.agreement_id == agreement, AgreementTerm.lender_id.in_(gone)))
        add_all(session, AgreementParty, [{"agreement_id": agreement, "authority_id": each} for each in sorted(joined)])
        before, after = {"parties": _listed(names_of(session, Authority, held))}, {"parties": _listed(names)}
        record_change(session, actor, NOUN, agreement, before, after, now, authority=row.initiator_id)


def change_conditions(
    session: Session, actor: Actor, agreement: int, version: int, wanted: Conditions, tariff: Tariff, now: datetime
) -> None:
    """Its terms and the preferred tariff of all parties alike; what the older version gives free in turn or by number stays as it is.

    Raises ChangedMeanwhile, Refused `agreement_settled`, `field_required`.
    """
    with transaction(session):
        row = own_draft(session, actor, agreement)
        check_version(session, NOUN, agreement, version)
        same = (AgreementTerm.agreement_id == agreement, AgreementTerm.lender_id.is_(None), AgreementTerm.category_id.is_(None))
        names = ("group_code", "percentage", "article")
        columns = (getattr(AgreementTerm, name) for name in (*names, *_FREE))
        kept = session.execute(select(*columns).where(*same).order_by(AgreementTerm.id.desc()).limit(1)).mappings().one_or_none()
        free = {name: kept[name] for name in _FREE} if kept else {}
        gives = bool(tariff.group_code) or tariff.percentage is not None or any(free.values())
        if gives and not tariff.article:
            raise Refused("field_required", field="article")
        before, after = change_row(session, row, wanted)
        session.execute(delete(AgreementTerm).where(*same))
        if gives:
            add(session, AgreementTerm, agreement_id=agreement, **asdict(tariff), **free)
        told = asdict(tariff) if gives else dict.fromkeys(names)
        old = {**before, **{name: kept[name] if kept else None for name in names}}
        record_change(session, actor, NOUN, agreement, old, {**after, **told}, now, authority=row.initiator_id)


def put_forward(session: Session, actor: Actor, agreement: int, version: int, now: datetime) -> None:
    """Lay a draft before the parties, each of which approves it for itself; nothing of it is changed from then on.

    Raises Refused `agreement_lonely`, `agreement_empty` (it covers nothing), `agreement_settled`, ChangedMeanwhile, NotFound.
    """
    with transaction(session):
        row = own_draft(session, actor, agreement)
        check_version(session, NOUN, agreement, version)
        if len(parties_of(session, agreement)) < 2:
            raise Refused("agreement_lonely")
        if not session.scalar(select(func.count()).where(AgreementScope.agreement_id == agreement, ~AgreementScope.excluded)):
            raise Refused("agreement_empty")
        row.draft = False
        session.flush()
        record_change(session, actor, NOUN, agreement, {"draft": True}, {"draft": False}, now, authority=row.initiator_id)
        tell_parties(session, "agreement_put_forward", row, now, but=(row.initiator_id or 0,))


def withdraw(session: Session, actor: Actor, agreement: int, now: datetime) -> None:
    """The initiator puts away what nobody has approved yet; the version that it would have succeeded can be succeeded by another.

    Raises Refused `agreement_settled` once somebody approved it, NotFound.
    """
    with transaction(session):
        row = session.get(Agreement, agreement, populate_existing=True, with_for_update=True)
        if row is None or row.initiator_id is None or not may(actor, DRAFTING, authorities=(row.initiator_id,)):
            raise NotFound("agreement_unknown")
        approved = any(bond.approved_on for bond in pact_of(session, agreement).bonds)
        if row.withdrawn_on is not None or approved:
            raise Refused("agreement_settled")
        if not row.draft:
            tell_parties(session, "agreement_withdrawn", row, now, but=(row.initiator_id,))
        row.withdrawn_on, row.succeeds_id = local(now).date(), None
        session.flush()
        record_change(session, actor, NOUN, agreement, {}, {"withdrawn_on": row.withdrawn_on}, now, authority=row.initiator_id)


def _keep_text(session: Session, actor: Actor, agreement: int, text: Checked | None, folder: Path | None, now: datetime) -> None:
    if text is not None and folder is not None:
        documents.keep(session, actor, NOUN, agreement, "text", text, folder, now)


def refuse_no_later(first: date, older: Agreement | None) -> None:
    """Raises Refused `version_outside`: a version that begins with the one before it, or sooner, would undo what was agreed."""
    if older is not None and first <= older.valid_from:
        raise Refused("version_outside", day=older.valid_from, field="valid_from")


def _check(session: Session, wanted: Basics, agreement: int | None) -> None:
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
    taken = session.scalar(select(Agreement.id).where(Agreement.reference == wanted.reference))
    if taken is not None and taken != agreement:
        raise Refused("reference_taken", field="reference", reference=wanted.reference)


def _bound_before(session: Session, row: Agreement) -> set[int]:
    """The parties of the version before that are still bound by it when this one begins."""
    if row.succeeds_id is None:
        return set()
    older = pact_of(session, row.succeeds_id)
    return {bond.authority for bond in older.bonds if bond.approved_on and (bond.leaves_on is None or bond.leaves_on >= row.valid_from)}


def _listed(names: Mapping[int, str]) -> str:
    return ", ".join(sorted(names.values()))
