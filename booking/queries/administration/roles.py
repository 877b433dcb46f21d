"""Who works for an authority in which role, from when until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.queries.administration.spells import spell_state
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Account, Authority, Role

ACT = "role.manage"


def roles(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, person, email, role, authority, valid_from, valid_until, state: of the authorities that the actor administers."""
    state = spell_state(Role, today)
    query = (
        select(
            Role.id, Account.name.label("person"), Account.email, Role.name.label("role"), Authority.name.label("authority"),
            Role.valid_from, Role.valid_until, state.label("state"),
        )
        .join(Account, Account.id == Role.account_id)
        .join(Authority, Authority.id == Role.authority_id)
        .where(within(Role.authority_id, actor, ACT))
    )  # fmt: skip
    if filters.get("role"):
        query = query.where(Role.name == filters["role"])
    return query.where(state == filters["state"]) if filters.get("state") else query


def role_row(session: Session, actor: Actor, key: int, today: date) -> Row[Any]:
    """One role, as in the list. Raises NotFound for one of elsewhere."""
    found = session.execute(roles(actor, today, {}).where(Role.id == key)).one_or_none()
    if found is None:
        raise NotFound("role_unknown")
    return found
