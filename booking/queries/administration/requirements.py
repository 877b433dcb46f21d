"""The proofs that an authority asks for: of whom, for what, since when, and what was changed about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, case, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Asset, Authority, Category, Requirement

ACT = "requirement.read"


def requirements(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, requirement, authority, asset, category, borrower_kind, purpose, amount_cents, whole_value, most_excess_cents, qualification,
    own_verification, every_months, confirms_without, source, valid_from, valid_until, state: of the actor's authorities.
    """
    state = case((Requirement.valid_until < today, "ended"), (Requirement.valid_from > today, "coming"), else_="current")
    asked = Requirement
    query = (
        select(
            asked.id, asked.kind.label("requirement"), Authority.name.label("authority"), asked.authority_id, Asset.name.label("asset"),
            Category.code.label("category"), asked.borrower_kind, asked.purpose, asked.amount_cents, asked.whole_value,
            asked.most_excess_cents, asked.qualification, asked.own_verification, asked.every_months, asked.confirms_without, asked.source,
            asked.valid_from, asked.valid_until, state.label("state"),
        )
        .join(Authority, Authority.id == asked.authority_id)
        .outerjoin(Asset, Asset.id == asked.asset_id)
        .outerjoin(Category, Category.id == asked.category_id)
        .where(within(asked.authority_id, actor, ACT))
        .order_by(case((state == "ended", 1), else_=0), asked.kind, Category.code, Asset.name, asked.id)
    )  # fmt: skip
    if filters.get("requirement"):
        query = query.where(asked.kind == filters["requirement"])
    return query.where(state == filters["state"]) if filters.get("state") else query


def requirement_row(session: Session, actor: Actor, key: int, today: date) -> Row[Any]:
    """One of them, as in the list. Raises NotFound for one of elsewhere."""
    found = session.execute(requirements(actor, today, {}).where(Requirement.id == key)).one_or_none()
    if found is None:
        raise NotFound()
    return found
