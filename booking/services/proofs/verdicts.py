"""The desk of an owner judges proofs, one or several at once: accepted, or rejected with a reason that is mailed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.proofs.access import Holder, holder_of_person, holder_of_policy, judging
from booking.rules.periods import local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import records
from booking.services.administration.changes import ChangedMeanwhile
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Authority, Borrower, Person, Policy, ProofVerdict, Qualification


@dataclass(frozen=True, slots=True)
class Judged:
    """A proof as it was read: `noun` is policy or qualification, and only this revision of it is judged."""

    noun: str
    id: int
    revision: int


def accept(session: Session, actor: Actor, proofs: Iterable[Judged], now: datetime) -> int:
    """Find these proofs in order, all or none; returns how many. Raises NotFound, ChangedMeanwhile, Refused `own_proof`."""
    several = list(proofs)
    with transaction(session):
        for proof in several:
            _judge(session, actor, proof, now)
    return len(several)


def reject(session: Session, actor: Actor, proof: Judged, reason: str, now: datetime) -> None:
    """Find a proof not in order: whoever handed it in reads why, and can hand in another.

    Raises NotFound, ChangedMeanwhile, Refused `field_required`, `own_proof`.
    """
    if not reason.strip():
        raise Refused("field_required", field="reason")
    with transaction(session):
        row, authority, holder = _judge(session, actor, proof, now, reason.strip())
        records.post(session, now, _letters(session, proof, row, authority, holder, reason.strip()))


def _judge(
    session: Session, actor: Actor, proof: Judged, now: datetime, reason: str = ""
) -> tuple[Policy | Qualification, int, Holder]:
    """Write the verdict, for every authority that the actor may judge it for; the first of them tells it."""
    row, holder = _found(session, proof, now)
    mine = judging(session, actor, holder)
    if not mine:
        raise NotFound()
    if row.revision != proof.revision:
        raise ChangedMeanwhile(proof.noun, proof.id)
    if row.declared_by_id is not None and row.declared_by_id == actor.account_id:
        raise Refused("own_proof")
    about = {"policy_id": proof.id if proof.noun == "policy" else None, "qualification_id": proof.id if proof.noun != "policy" else None}
    found = {"revision": row.revision, "accepted": not reason, "reason": reason, "at": now, "account_id": actor.account_id}
    act, why = "proof.reject" if reason else "proof.accept", {"reason": reason} if reason else {}
    for authority in sorted(mine):
        add(session, ProofVerdict, **about, **found, authority_id=authority)
        records.audit(session, now, actor.account_id, act, (proof.noun, proof.id), authority, **why)
    return row, min(mine), holder


def _found(session: Session, proof: Judged, now: datetime) -> tuple[Policy | Qualification, Holder]:
    if proof.noun == "policy":
        policy = session.get(Policy, proof.id, populate_existing=True)
        if policy is not None:
            return policy, holder_of_policy(policy)
    elif proof.noun == "qualification":
        held = session.get(Qualification, proof.id, populate_existing=True)
        if held is not None:
            return held, holder_of_person(session, held.person_id, local(now).date())
    raise NotFound()


def _letters(
    session: Session, proof: Judged, row: Policy | Qualification, authority: int, holder: Holder, reason: str
) -> list[records.Letter]:
    """To who handed it in, else to the borrower or authority itself."""
    told = {"owner": session.get_one(Authority, authority).name, "reason": reason, "id": proof.id}
    if isinstance(row, Policy):
        event, told = "policy_rejected", {**told, "cover": row.kind, "policy": f"{row.insurer} {row.number}"}
    else:
        event, told = "qualification_rejected", {**told, "qualification": row.kind, "person": session.get_one(Person, row.person_id).name}
        told["id"] = row.person_id
    by = session.get(Account, row.declared_by_id) if row.declared_by_id else None
    if by is not None and by.email:
        return [records.Letter(event, by.email, told, by.language)]
    if holder.authority is not None:
        house = session.get_one(Authority, holder.authority)
        return [records.Letter(event, house.email, told, house.language)]
    emails = session.scalars(select(Borrower.email).where(Borrower.id.in_(holder.borrowers)))
    return [records.Letter(event, email, told) for email in dict.fromkeys(emails)]
