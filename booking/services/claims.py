"""For whom someone acts: themselves, an organisation that a desk still verifies, or one that is new here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from booking.rules.kinds import BorrowerKind
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.services import records
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Account, Authority, Borrower, Membership

ORGANISATIONS = (BorrowerKind.ASSOCIATION, BorrowerKind.SCHOOL, BorrowerKind.COMPANY, BorrowerKind.PUBLIC_BODY)
"""What anyone may say to act for; a service of an authority is joined by invitation."""

TURN: Any = {"key_share": True}  # one at a time on PostgreSQL, while rows that refer to it can still be written


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom: an existing borrower's id, else a new organisation of `kind`, else, without a name, oneself; new ones in a municipality."""

    borrower_id: int | None = None
    authority_id: int | None = None
    name: str = ""
    kind: str = BorrowerKind.RESIDENT


def act_for(session: Session, account_id: int, whom: Whom, now: datetime) -> int:
    """Let an account act for a borrower from today on, and ask its municipality to verify an organisation. Returns the borrower's id.

    For oneself nothing is to be verified. Raises NotFound for a borrower or municipality that cannot be claimed.
    """
    with transaction(session):
        account = session.get_one(Account, account_id, with_for_update=TURN)  # a button pressed twice makes one membership
        borrower = _existing(session, whom.borrower_id) if whom.borrower_id else _new(session, account, whom, now)
        oneself = borrower.kind == BorrowerKind.RESIDENT
        join(session, account_id, borrower.id, now, verified_by=account_id if oneself else None)
        if not oneself:
            desk = session.get_one(Authority, borrower.authority_id)
            told = {"name": account.name, "email": account.email, "organisation": borrower.name}
            records.mail(session, now, "membership_claimed", [desk.email], told, desk.language)
        records.audit(session, now, account_id, "membership.claim", ("borrower", borrower.id), borrower.authority_id)
    return borrower.id


def join(session: Session, account_id: int, borrower_id: int, now: datetime, verified_by: int | None) -> None:
    """A membership from today on, at once verified when somebody answers for it. Raises Refused for whoever is a member already."""
    today = local(now).date()
    mine = select(Membership).where(Membership.account_id == account_id, Membership.borrower_id == borrower_id)
    held = session.scalars(mine).all()
    standing = next((row for row in held if row.holds_on(today)), None)
    if standing and (standing.verified_at or verified_by is None):
        raise Refused("membership_held")
    proof = {"verified_at": now if verified_by else None, "verified_by_id": verified_by}
    if standing:
        session.execute(update(Membership).where(Membership.id == standing.id).values(**proof))
    else:
        add(session, Membership, account_id=account_id, borrower_id=borrower_id, valid_from=today, **proof)


def leave(session: Session, account_id: int, borrower_id: int, now: datetime) -> None:
    """No longer act for a borrower from today on. Raises NotFound when the account does not."""
    today = local(now).date()
    with transaction(session):
        mine = select(Membership).where(Membership.account_id == account_id, Membership.borrower_id == borrower_id)
        standing = next((row for row in session.scalars(mine) if row.holds_on(today)), None)
        if standing is None:
            raise NotFound()
        this = Membership.id == standing.id
        if standing.valid_from == today:  # as if it had never been
            session.execute(delete(Membership).where(this))
        else:
            session.execute(update(Membership).where(this).values(valid_until=today - timedelta(days=1)))
        records.audit(session, now, account_id, "membership.leave", ("borrower", borrower_id))


def _existing(session: Session, borrower_id: int) -> Borrower:
    found = session.scalars(select(Borrower).where(Borrower.id == borrower_id, Borrower.kind.in_(ORGANISATIONS))).one_or_none()
    if found is None:
        raise NotFound("borrower_unknown")
    return found


def _known(session: Session, account: Account, whom: Whom, kind: str) -> Borrower | None:
    """Who is here already: an organisation of the same name in the same municipality, or this person as its resident."""
    here = select(Borrower).where(Borrower.authority_id == whom.authority_id).order_by(Borrower.id).limit(1)
    if kind == BorrowerKind.RESIDENT:
        mine = select(Membership.borrower_id).where(Membership.account_id == account.id)
        return session.scalars(here.where(Borrower.kind == kind, Borrower.id.in_(mine))).first()
    named = func.lower(Borrower.name) == whom.name.lower()
    return session.scalars(here.where(Borrower.kind.in_(ORGANISATIONS), named)).first()


def _new(session: Session, account: Account, whom: Whom, now: datetime) -> Borrower:
    if session.get(Authority, whom.authority_id or 0, with_for_update=TURN) is None:  # nor do two members make their organisation twice
        raise NotFound("authority_unknown")
    kind = whom.kind if whom.name and whom.kind in ORGANISATIONS else BorrowerKind.RESIDENT
    known = _known(session, account, whom, kind)
    if known:
        return known
    borrower = Borrower(
        kind=kind, name=whom.name if kind != BorrowerKind.RESIDENT else account.name, authority_id=whom.authority_id,
        email=account.email, phone=account.phone, created_at=now,
    )  # fmt: skip
    session.add(borrower)
    session.flush()
    return borrower
