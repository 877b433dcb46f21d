"""What owners have looked at and counted at each hand-over and return: a list per category of what they lend out, and per asset besides.

A list of a category is its lines; it has no row of its own, so that every category has one from the start. Its number is that of the owner
and that of the category together (`number_of`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.listing import within
from booking.rules.handovers import ItemKind
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Asset, Authority, Category, ChecklistItem, Management

ACT = "asset.administer"
SPAN = 10_000  # more categories than the product will ever know


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose list it is: the owner, and a category or else one asset."""

    authority: int
    category: int | None = None
    asset: int | None = None


def number_of(authority: int, category: int) -> int:
    """What the list of an owner for a category is called in an address."""
    return authority * SPAN + category


def checklists(actor: Actor, today: date, _filters: Mapping[str, str]) -> Select[Any]:
    """id, category, authority, looked, counted: a list per category of which the actor's authorities manage something today."""
    mine = and_(ChecklistItem.authority_id == Authority.id, ChecklistItem.category_id == Category.id)
    counts = {
        name: select(func.count(case((ChecklistItem.kind == kind, 1)))).where(mine).scalar_subquery().label(name)
        for name, kind in (("looked", ItemKind.CONDITION), ("counted", ItemKind.ACCESSORY))
    }
    number = (Authority.id * SPAN + Category.id).label("id")
    return (
        select(number, Category.code.label("category"), Category.name.label("name"), Authority.name.label("authority"), *counts.values())
        .join(Management, Management.authority_id == Authority.id)
        .join(Asset, Asset.id == Management.asset_id)
        .join(Category, Category.id == Asset.category_id)
        .where(within(Authority.id, actor, ACT), Management.valid_from <= today)
        .where(or_(Management.valid_until.is_(None), Management.valid_until >= today))
        .group_by(Authority.id, Category.id, Category.code, Category.name, Authority.name)
    )


def whose(session: Session, actor: Actor, number: int) -> tuple[Whose, Category]:
    """Whose list has this number. Raises NotFound for another authority's."""
    authority, category = divmod(number, SPAN)
    found = session.get(Category, category)
    if found is None or not may(actor, ACT, authorities=(authority,)) or session.get(Authority, authority) is None:
        raise NotFound()
    return Whose(authority, category=category), found


def lines_of(session: Session, owner: Whose) -> list[ChecklistItem]:
    """The lines of a list in their order."""
    row = ChecklistItem
    mine = (row.authority_id == owner.authority, row.category_id == owner.category, row.asset_id == owner.asset)
    return list(session.scalars(select(row).where(*mine).order_by(row.position, row.id).execution_options(populate_existing=True)))
