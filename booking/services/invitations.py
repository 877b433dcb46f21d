"""A colleague is asked by mail: to work for an authority in a role, or to act for an organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from booking.queries.actors import actor_of
from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import claims, limits, mailed_keys, passwords, records
from booking.services.administration.changes import record_change
from booking.services.keys import digest, new_key
from booking.services.rows import add
from booking.services.sign_in import Caller, Door, open_visit
from booking.services.transaction import transaction
from models import Account, Authority, Borrower, Invitation, Role

LIVES = timedelta(days=7)
INVITES = limits.Limit("invitation", both=30, subject=30, network=100)


@dataclass(frozen=True, slots=True)
class To:
    """What someone is invited to: a role of an authority, on the days that are given, or acting for a borrower."""

    authority_id: int | None = None
    role: RoleName | None = None
    borrower_id: int | None = None
    first: date | None = None
    last: date | None = None


def invite(session: Session, door: Door, actor: Actor, email: str, to: To, language: str, now: datetime) -> None:
    """Mail a link that is good for a week; one that waits for the same address and the same thing ends. Raises NotFound, TooMany.

    The answer does not tell whether the address has an account.
    """
    email = email.strip().lower()
    _check(actor, to)
    limits.count(session, door.secret, INVITES, str(actor.account_id), "", now)
    key, same = new_key(), {"email": email, "authority_id": to.authority_id, "role": to.role, "borrower_id": to.borrower_id}
    with transaction(session):
        session.execute(update(Invitation).where(*_open(now)).filter_by(**same).values(revoked_at=now))
        dates = {"valid_from": to.first, "valid_until": to.last}
        row = {"key_hash": digest(key), "invited_by_id": actor.account_id, "created_at": now, "expires_at": now + LIVES, **dates}
        invitation = add(session, Invitation, **same, **row)
        spoken = session.scalar(select(Account.language).where(Account.email == email)) or language
        hidden, event = {"key": key}, "invitation_role" if to.role else "invitation_borrower"
        told = {"inviter": actor.name, "organisation": _name(session, to), "role": to.role}
        records.post(session, now, [mailed_keys.letter(door.secret, event, email, spoken, hidden, **told)])
        records.audit(session, now, actor.account_id, "invitation.send", ("invitation", invitation), to.authority_id, role=to.role)


def revoke(session: Session, actor: Actor, invitation_id: int, now: datetime) -> None:
    """End an invitation that waits. Raises NotFound for one that the actor may not send."""
    found = session.get(Invitation, invitation_id)
    if found is None:
        raise NotFound()
    _check(actor, to_of(found))
    with transaction(session):
        session.execute(update(Invitation).where(Invitation.id == found.id, *_open(now)).values(revoked_at=now))
        records.audit(session, now, actor.account_id, "invitation.revoke", ("invitation", found.id), found.authority_id)


def find(session: Session, key: str, now: datetime) -> Invitation:
    """The invitation of a link. Raises NotFound when it ended, or when who sent it may no longer do so."""
    query = select(Invitation).where(Invitation.key_hash == digest(key), *_open(now)).execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotFound("link_dead")
    try:
        _check(actor_of(session, found.invited_by_id, local(now).date()), to_of(found))
    except NotFound as error:
        raise NotFound("link_dead") from error
    return found


def has_account(session: Session, found: Invitation) -> bool:
    """Whether who was invited has an account, and so signs in instead of making one."""
    return bool(session.scalar(select(exists().where(Account.email == found.email))))


def told(session: Session, found: Invitation) -> dict[str, str | None]:
    """Who invites, to what: inviter, organisation, role."""
    inviter = session.scalar(select(Account.name).where(Account.id == found.invited_by_id))
    return {"inviter": inviter, "organisation": _name(session, to_of(found)), "role": found.role}


def accept(session: Session, actor: Actor, key: str, now: datetime) -> None:
    """Take up an invitation with the account whose address it was sent to. Raises NotFound, and Refused for another account."""
    found = find(session, key, now)
    if session.scalar(select(Account.email).where(Account.id == actor.account_id)) != found.email:
        raise Refused("invitation_for_other")
    with transaction(session):
        _take_up(session, found, actor.account_id or 0, now)


def accept_as_new(session: Session, door: Door, caller: Caller, key: str, name: str, password: str, language: str, now: datetime) -> str:
    """Make the account, take up the invitation, and return the cookie's key. The link proved the mailbox. Raises NotFound, Refused."""
    found = find(session, key, now)
    if has_account(session, found):
        raise NotFound("link_dead")
    passwords.check(password, (found.email, name))
    kept = passwords.hashed(password, door.cost)
    with transaction(session):
        account = Account(email=found.email, name=name, password_hash=kept, language=language, created_at=now)
        session.add(account)
        session.flush()
        records.audit(session, now, account.id, "account.create", ("account", account.id))
        _take_up(session, found, account.id, now)
        return open_visit(session, door, replace(caller, key=""), account.id, now)


def to_of(found: Invitation) -> To:
    """What an invitation is to."""
    return To(found.authority_id, RoleName(found.role) if found.role else None, found.borrower_id, found.valid_from, found.valid_until)


def _take_up(session: Session, found: Invitation, account_id: int, now: datetime) -> None:
    taken = update(Invitation).where(Invitation.id == found.id, *_open(now)).values(accepted_at=now, accepted_by_id=account_id)
    if not session.execute(taken).rowcount:  # type: ignore[attr-defined]
        raise NotFound("link_dead")
    if found.borrower_id:
        claims.join(session, account_id, found.borrower_id, now, verified_by=found.invited_by_id)
    else:
        _give_role(session, found, account_id, now)
    records.audit(session, now, account_id, "invitation.accept", ("invitation", found.id), found.authority_id, role=found.role)


def _give_role(session: Session, found: Invitation, account_id: int, now: datetime) -> None:
    """The role from today on, or from the later day that was offered, given by who invited; one that is held already stays as it is."""
    today, held = local(now).date(), {"account_id": account_id, "authority_id": found.authority_id, "name": found.role}
    dates = {"valid_from": max(found.valid_from or today, today), "valid_until": found.valid_until}
    if found.valid_until and found.valid_until < today:
        raise NotFound("link_dead")
    if any(row.holds_on(dates["valid_from"]) for row in session.scalars(select(Role).filter_by(**held))):
        return
    role = add(session, Role, **held, **dates)
    inviter, person = actor_of(session, found.invited_by_id, today), session.get_one(Account, account_id).name
    given = {"person": person, "role": found.role, **dates}
    record_change(session, inviter, "role", role, None, given, now, authority=found.authority_id)


def _check(actor: Actor, to: To) -> None:
    act = "colleague.invite" if to.role else "member.invite"
    if not may(actor, act, authorities=(to.authority_id,) if to.authority_id else (), borrower=to.borrower_id):
        raise NotFound()


def _open(now: datetime) -> tuple[object, ...]:
    return Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None), Invitation.expires_at > now


def _name(session: Session, to: To) -> str:
    table, key = (Authority, to.authority_id) if to.authority_id else (Borrower, to.borrower_id)
    return session.scalars(select(table.name).where(table.id == key)).one()
