"""Who acts for a borrower: a desk verifies that someone does, refuses who does not, and ends what is over."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import records
from booking.services.administration.changes import check_version, record_change
from booking.services.transaction import transaction
from models import Account, Borrower, Membership

NOUN = "membership"

Found = tuple[Membership, Borrower, Account]


def verify(session: Session, actor: Actor, membership: int, now: datetime) -> None:
    """From now on this person is a member and not a claimant: the organisation's tariff applies to what is asked (DESIGN § 4).

    Whoever claims cannot be who verifies. Raises NotFound, Refused `membership_decided`, `own_claim`.
    """
    with transaction(session):
        found = row, borrower, person = _claim(session, actor, membership)
        row.verified_at, row.verified_by_id = now, actor.account_id
        session.flush()
        _keep(session, actor, found, {"verified": False}, {"verified": True}, now)
        letter = records.Letter("claim_verified", person.email, {"borrower": borrower.name}, person.language)
        records.post(session, now, [letter])


def reject(session: Session, actor: Actor, membership: int, reason: str, now: datetime) -> None:
    """This person does not act for the borrower: the claim is gone, and what was said about it is kept and mailed.

    Raises NotFound, Refused `membership_decided`, `own_claim`, `field_required`.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        found = row, borrower, person = _claim(session, actor, membership)
        _keep(session, actor, found, {"verified": False, "reason": reason}, None, now)
        session.delete(row)
        session.flush()
        letter = records.Letter("claim_rejected", person.email, {"borrower": borrower.name, "reason": reason}, person.language)
        records.post(session, now, [letter])


def end(session: Session, actor: Actor, membership: int, last: date, now: datetime, version: int | None = None) -> None:
    """The last day on which this person acts for the borrower; a day before today ends it at once.

    Raises NotFound, ChangedMeanwhile, Refused `ends_before_start` for a day before it began.
    """
    with transaction(session):
        found = row, borrower, person = _found(session, actor, membership)
        check_version(session, NOUN, membership, version)
        if last < row.valid_from:
            raise Refused("ends_before_start", day=row.valid_from, field="last")
        before = row.valid_until
        row.valid_until = last
        session.flush()
        _keep(session, actor, found, {"valid_until": before}, {"valid_until": last}, now)
        payload = {"borrower": borrower.name, "until": last.isoformat()}
        records.post(session, now, [records.Letter("membership_ended", person.email, payload, person.language)])


def _claim(session: Session, actor: Actor, membership: int) -> Found:
    row, borrower, person = _found(session, actor, membership)
    if row.verified_at is not None:
        raise Refused("membership_decided", person=person.name)
    if row.account_id == actor.account_id:
        raise Refused("own_claim")
    return row, borrower, person


def _found(session: Session, actor: Actor, membership: int) -> Found:
    query = (
        select(Membership, Borrower, Account)
        .join(Borrower, Borrower.id == Membership.borrower_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.id == membership)
        .with_for_update(of=Membership)
        .execution_options(populate_existing=True)
    )
    found = session.execute(query).one_or_none()
    if found is None or not may(actor, "membership.verify", authorities=(found.Borrower.authority_id,)):
        raise NotFound("membership_unknown")
    return found.Membership, found.Borrower, found.Account


def _keep(session: Session, actor: Actor, found: Found, before: dict[str, Any], after: dict[str, Any] | None, now: datetime) -> None:
    """What changed about a membership; whose it is belongs to what is said of it."""
    row, borrower, person = found
    told = {"person": person.name, "borrower": borrower.name}
    new = None if after is None else {**told, **after}
    record_change(session, actor, NOUN, row.id, {**told, **before}, new, now, authority=borrower.authority_id)
