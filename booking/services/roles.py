"""Who works for an authority in which role: offered and ended by its administrators, of whom one always remains."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.rules.kinds import RoleName
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import check_version, record_change
from booking.services.invitations import To, invite
from booking.services.rows import add
from booking.services.sign_in import Door
from booking.services.transaction import transaction
from models import Account, Authority, Role

NOUN = "role"


def offer(session: Session, door: Door, actor: Actor, email: str, to: To, language: str, now: datetime) -> int | None:
    """The id of the role that a colleague now has, from `to.first` (required) up to `to.last`; None for anybody else, who is asked by mail.

    Nobody works for an authority without having said yes, and the answer does not tell whether an address has an account: only who works
    there already, and so stands in the same list, gets a further role at once. Raises NotFound, TooMany, Refused `role_held`,
    `ends_before_start`.
    """
    email, today = email.strip().lower(), local(now).date()
    if to.authority_id is None or to.role is None or to.first is None:
        raise NotFound("role_unknown")
    if to.last is not None and to.last < max(to.first, today):
        raise Refused("ends_before_start", day=max(to.first, today), field="valid_until")
    works_here = select(Role.id).join(Account, Account.id == Role.account_id).where(
        Account.email == email, Role.authority_id == to.authority_id, Role.valid_from <= today,
        or_(Role.valid_until.is_(None), Role.valid_until >= today),
    )  # fmt: skip
    if session.scalar(works_here.limit(1)):
        return grant(session, actor, to.authority_id, email, to.role, to.first, now, to.last)
    invite(session, door, actor, email, to, language, now)
    return None


def grant(
    session: Session, actor: Actor, authority: int, email: str, name: RoleName, first: date, now: datetime, last: date | None = None
) -> int:
    """The id of the role that an account now has, from one day up to and including another (none: without end).

    Raises NotFound, also for an unknown address, Refused `role_held`, `ends_before_start`.
    """
    if last is not None and last < first:
        raise Refused("ends_before_start", day=first, field="valid_until")
    with transaction(session):
        _lock(session, actor, authority)
        person = session.execute(select(Account.id, Account.name).where(Account.email == email.strip().lower())).one_or_none()
        if person is None:
            raise NotFound("account_unknown", email=email)
        held = [Role.account_id == person.id, Role.authority_id == authority, Role.name == name]
        held.append(or_(Role.valid_until.is_(None), Role.valid_until >= first))
        if last is not None:
            held.append(Role.valid_from <= last)
        if session.scalar(select(Role.id).where(*held).limit(1)):
            raise Refused("role_held", person=person.name, role=name, field="name")
        dates = {"valid_from": first, "valid_until": last}
        role = add(session, Role, account_id=person.id, authority_id=authority, name=name, **dates)
        record_change(session, actor, NOUN, role, None, {"person": person.name, "role": str(name), **dates}, now, authority=authority)
    return role


def end(session: Session, actor: Actor, role: int, last: date, now: datetime, version: int | None = None) -> None:
    """The last day of a role; a day before today ends it at once, a day before it began as if it had never been.

    Raises NotFound, ChangedMeanwhile, Refused `last_administrator` when nobody would administer the authority afterwards.
    """
    authority = session.scalar(select(Role.authority_id).where(Role.id == role))
    if authority is None:
        raise NotFound("role_unknown")
    with transaction(session):
        _lock(session, actor, authority)
        row = session.get(Role, role, populate_existing=True)
        if row is None:
            raise NotFound("role_unknown")
        check_version(session, NOUN, role, version)
        if row.name == RoleName.ADMINISTRATOR:
            keep_one(session, row, max(last, local(now).date() - timedelta(days=1)))
        person = session.get_one(Account, row.account_id).name
        before = {"person": person, "role": row.name, "valid_from": row.valid_from, "valid_until": row.valid_until}
        never = last < row.valid_from
        if never:
            session.delete(row)
        else:
            row.valid_until = last
        session.flush()
        after = None if never else {**before, "valid_until": last}
        record_change(session, actor, NOUN, role, before, after, now, authority=authority)


def _lock(session: Session, actor: Actor, authority: int) -> None:
    """One at a time per authority, so that its last two administrators cannot end each other. Raises NotFound for a stranger."""
    if not may(actor, "role.manage", authorities=(authority,)):
        raise NotFound("role_unknown")
    session.execute(select(Authority.id).where(Authority.id == authority).with_for_update())


def keep_one(session: Session, row: Role, last: date) -> None:
    """Raises Refused unless somebody else who can sign in administers the authority without end from the day after `last` at the latest."""
    others = (
        select(Role.id)
        .join(Account, Account.id == Role.account_id)
        .where(Role.authority_id == row.authority_id, Role.name == RoleName.ADMINISTRATOR, Role.account_id != row.account_id)
        .where(Role.valid_from <= last + timedelta(days=1), Role.valid_until.is_(None), Account.suspended_at.is_(None))
    )
    if session.scalar(others.limit(1)) is None:
        raise Refused("last_administrator")
