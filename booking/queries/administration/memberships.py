"""Who acts for the borrowers of an authority's territory, and who says so and waits for its desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, select
from sqlalchemy.orm import Session, aliased

from booking.queries.administration.listing import counted, within
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Account, Borrower, Membership

ACT = "membership.verify"
STATES = ("claim", "member", "ended")


def membership_state(today: date) -> ColumnElement[Any]:
    """One of STATES."""
    return case((Membership.valid_until < today, "ended"), (Membership.verified_at.is_(None), "claim"), else_="member")


def memberships(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, person, email, borrower, borrower_id, kind, state, valid_from, valid_until, verified_at, verified_by; open claims first."""
    state, by = membership_state(today), aliased(Account)
    query = (
        select(
            Membership.id, Account.name.label("person"), Account.email, Account.phone, Account.id.label("account_id"),
            Borrower.name.label("borrower"), Borrower.id.label("borrower_id"), Borrower.kind, Borrower.authority_id,
            state.label("state"), Membership.valid_from, Membership.valid_until, Membership.verified_at, by.name.label("verified_by"),
        )
        .join(Account, Account.id == Membership.account_id)
        .join(Borrower, Borrower.id == Membership.borrower_id)
        .outerjoin(by, by.id == Membership.verified_by_id)
        .where(within(Borrower.authority_id, actor, ACT))
        .order_by(case((state == "claim", 0), (state == "member", 1), else_=2), Membership.valid_from.desc())
    )  # fmt: skip
    wanted = filters.get("state")
    return query.where(state == wanted) if wanted else query


def membership_row(session: Session, actor: Actor, key: int, today: date) -> Row[Any]:
    """One membership, as in the list. Raises NotFound for one of elsewhere."""
    found = session.execute(memberships(actor, today, {}).where(Membership.id == key)).one_or_none()
    if found is None:
        raise NotFound("membership_unknown")
    return found


def open_claims(session: Session, actor: Actor, today: date) -> int:
    """How many claims wait for the actor's desks."""
    return counted(session, memberships(actor, today, {"state": "claim"}))
