"""The demo region as one plain object, for scripts that sign in and ask (DESIGN § 14)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from booking.demo.cast import PASSWORD, SIGN_INS
from booking.queries.catalogue import catalogue
from models import Account, Authority, Borrower, Membership, Role


def told(session: Session, today: date) -> dict[str, Any]:
    """Authorities, demo accounts with their password, roles and borrowers, borrowers, and assets with who decides on them today."""
    return {
        "authorities": [dict(row) for row in session.execute(_AUTHORITIES).mappings()],
        "accounts": _accounts(session, today),
        "borrowers": [dict(row) for row in session.execute(_BORROWERS).mappings()],
        "assets": _assets(session, today),
    }


_AUTHORITIES = select(Authority.id, Authority.name, Authority.nis).order_by(Authority.id)
_BORROWERS = select(Borrower.id, Borrower.name, Borrower.kind, Borrower.authority_id.label("authority")).order_by(Borrower.id)


def _accounts(session: Session, today: date) -> list[dict[str, Any]]:
    """Those to look around with first; an account's borrowers are all that it may ask for, verified or only claimed."""
    roles, borrowers = defaultdict(list), defaultdict(list)
    for account, authority, role in session.execute(
        select(Role.account_id, Role.authority_id, Role.name).where(_holds(Role, today)).order_by(Role.id)
    ):
        roles[account].append({"authority": authority, "role": role})
    for account, borrower in session.execute(
        select(Membership.account_id, Membership.borrower_id).where(_holds(Membership, today)).order_by(Membership.id)
    ):
        borrowers[account].append(borrower)
    found = session.execute(select(Account.id, Account.email).where(Account.demo).order_by(Account.id))
    return [
        {"email": email, "password": PASSWORD, "roles": roles[key], "borrowers": borrowers[key]}
        for key, email in sorted(found, key=lambda row: SIGN_INS.index(row[1]) if row[1] in SIGN_INS else len(SIGN_INS))
    ]


def _holds(relation: type[Role | Membership], today: date) -> ColumnElement[bool]:
    return (relation.valid_from <= today) & or_(relation.valid_until.is_(None), relation.valid_until >= today)


def _assets(session: Session, today: date) -> list[dict[str, Any]]:
    known = catalogue(session)
    return [
        {"id": asset.id, "name": asset.name, "category": asset.category, "authority": known.owner(asset, today).id, "units": asset.units}
        for asset in known.assets.values()
    ]
