"""Insurance policies: handed in with their certificate, corrected until an owner accepts them, then only renewed or ended."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from booking.formats.upload import Checked
from booking.queries.proofs.access import Holder, holder_of_policy, may_declare
from booking.queries.proofs.policies import SUBJECT
from booking.rules.kinds import CoverKind
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import ChangedMeanwhile, change_row, record_change
from booking.services.documents import keep
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Borrower, Policy, ProofVerdict

NOUN = SUBJECT
CERTIFICATE = "certificate"
MOST_CENTS = 100_000_000_000
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """What a policy says. It is about these assets and categories (ids), or about everything when both are empty."""

    kind: str
    insurer: str
    number: str
    amount_cents: int
    valid_from: date
    valid_until: date | None = None
    excess_cents: int = 0
    insured: str = ""
    asset_ids: list[int] | None = None
    category_ids: list[int] | None = None


def declare(session: Session, actor: Actor, holder: Holder, wanted: PolicySettings, upload: Checked, folder: Path, now: datetime) -> int:
    """Hand in a policy of a borrower or of an authority, with its certificate; returns its id.

    Raises NotFound for a holder that the actor does not act for, Refused `cover_unknown`, `ends_before_start`, `number_out_of_range`.
    """
    _refuse_nonsense(wanted)
    with transaction(session):
        if not may_declare(actor, holder):
            raise NotFound()
        return _written(session, actor, holder, wanted, upload, folder, now)


def correct(
    session: Session, actor: Actor, key: int, revision: int, wanted: PolicySettings, upload: Checked | None, folder: Path, now: datetime
) -> None:
    """Another text, or another certificate, of what no owner accepted yet; it waits to be judged again.

    Of a renewal it stays one: of the same kind, after the policy that it follows. Raises NotFound, ChangedMeanwhile when it is not the
    revision that was read, Refused `proof_settled` and as `renew` does.
    """
    _refuse_nonsense(wanted)
    with transaction(session):
        row = _own(session, actor, key)
        if row.revision != revision:
            raise ChangedMeanwhile(NOUN, key)
        if _accepted(session, row):
            raise Refused("proof_settled")
        if row.succeeds_id is not None:
            _refuse_beside(session.get_one(Policy, row.succeeds_id), wanted)
        before, after = change_row(session, row, wanted)
        row.revision, row.declared_at, row.declared_by_id = row.revision + 1, now, actor.account_id
        session.flush()
        if upload is not None:
            keep(session, actor, SUBJECT, key, CERTIFICATE, upload, folder, now)
        record_change(session, actor, NOUN, key, before, {**after, "revision": row.revision}, now, authority=_home(session, row))


def renew(session: Session, actor: Actor, key: int, wanted: PolicySettings, upload: Checked, folder: Path, now: datetime) -> int:
    """The policy that follows this one, from the day after its last; one without an end ends the day before. Returns the new one's id.

    Raises NotFound, Refused `policy_renewed` when it was renewed already, `policy_kind_differs`, `policy_overlaps`, and as `declare` does.
    """
    _refuse_nonsense(wanted)
    with transaction(session):
        row = _own(session, actor, key)
        if session.scalar(select(exists().where(Policy.succeeds_id == key))):
            raise Refused("policy_renewed")
        _refuse_beside(row, wanted)
        if row.valid_until is None:
            _end(session, actor, row, wanted.valid_from - _A_DAY, now)
        return _written(session, actor, holder_of_policy(row), wanted, upload, folder, now, succeeds=key)


def end(session: Session, actor: Actor, key: int, last: date, now: datetime) -> None:
    """The last day of a policy that ends sooner than it said. Raises NotFound, Refused `ends_before_start`, `policy_ends_sooner`."""
    with transaction(session):
        row = _own(session, actor, key)
        if row.valid_until is not None and last > row.valid_until:
            raise Refused("policy_ends_sooner", field="last", day=row.valid_until)
        _end(session, actor, row, last, now)


def _refuse_beside(row: Policy, wanted: PolicySettings) -> None:
    """Raises Refused for what is of another kind than the policy that it follows, or begins before that has ended."""
    if wanted.kind != row.kind:
        raise Refused("policy_kind_differs", field="kind", cover=row.kind)
    if row.valid_until is not None and wanted.valid_from <= row.valid_until:
        raise Refused("policy_overlaps", field="valid_from", day=row.valid_until + _A_DAY)


def follows_on(last: date | None) -> date | None:
    """The first day of what follows a policy that ends on a day."""
    return last + _A_DAY if last else None


def _end(session: Session, actor: Actor, row: Policy, last: date, now: datetime) -> None:
    if last < row.valid_from:
        raise Refused("ends_before_start", day=row.valid_from, field="valid_from")
    before, row.valid_until = row.valid_until, last
    session.flush()
    record_change(session, actor, NOUN, row.id, {"valid_until": before}, {"valid_until": last}, now, authority=_home(session, row))


def _written(
    session: Session, actor: Actor, holder: Holder, wanted: PolicySettings, upload: Checked, folder: Path, now: datetime,
    succeeds: int | None = None,
) -> int:  # fmt: skip
    whose = {"borrower_id": next(iter(holder.borrowers), None), "authority_id": holder.authority}
    told = {"declared_at": now, "declared_by_id": actor.account_id, "succeeds_id": succeeds}
    key = add(session, Policy, **whose, **asdict(wanted), **told, revision=1)
    keep(session, actor, SUBJECT, key, CERTIFICATE, upload, folder, now)
    home = _home(session, session.get_one(Policy, key))
    record_change(session, actor, NOUN, key, None, {**asdict(wanted), "succeeds_id": succeeds}, now, authority=home)
    return key


def _own(session: Session, actor: Actor, key: int) -> Policy:
    row = session.get(Policy, key, populate_existing=True, with_for_update=True)
    if row is None or not may_declare(actor, holder_of_policy(row)):
        raise NotFound()
    return row


def _home(session: Session, row: Policy) -> int:
    """The municipality whose administrators may read what changed."""
    return row.authority_id or session.get_one(Borrower, row.borrower_id).authority_id


def _accepted(session: Session, row: Policy) -> bool:
    found = exists().where(ProofVerdict.policy_id == row.id, ProofVerdict.revision == row.revision, ProofVerdict.accepted)
    return bool(session.scalar(select(found)))


def _refuse_nonsense(wanted: PolicySettings) -> None:
    if wanted.kind not in set(CoverKind):
        raise Refused("cover_unknown", field="kind")
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("ends_before_start", day=wanted.valid_from, field="valid_until")
    for field in ("amount_cents", "excess_cents"):
        if not 0 <= getattr(wanted, field) <= MOST_CENTS:
            raise Refused("amount_out_of_range", field=field, limit_cents=MOST_CENTS)
