"""How far a new installation is: what it has of what nobody can do without."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from booking.rules.kinds import RoleName
from booking.rules.permissions import Actor
from models import Account, Asset, Authority, Category, Depot, Management, RegulationRow, Role


@dataclass(frozen=True, slots=True)
class Progress:
    """An authority that somebody sets up, with its NIS code, and how much there is of what it needs."""

    authority: int | None = None
    authority_name: str = ""
    nis: str | None = None
    depots: int = 0
    assets: int = 0
    regulations: int = 0
    colleagues: int = 0


def untouched(session: Session) -> bool:
    """True while nobody administers or works for anything: the installation waits for its first administrator.

    An account alone does not end that: a stranger who signs up first must not shut the door on who sets the installation up.
    """
    return not session.scalar(select(or_(exists().where(Account.steward), exists().where(Role.id > 0))))


def progress(session: Session, actor: Actor, *roles: RoleName) -> Progress:
    """What the first authority has for which the actor holds one of these roles, any when none is named. At most two queries."""
    mine = actor.authorities(*roles)
    first = select(Authority.id, Authority.name, Authority.nis).where(Authority.id.in_(mine)).order_by(Authority.id).limit(1)
    row = session.execute(first).first()
    if row is None:
        return Progress()
    counts = session.execute(
        select(
            select(func.count()).select_from(Depot).where(Depot.authority_id == row.id).scalar_subquery(),
            select(func.count()).select_from(Management).where(Management.authority_id == row.id).scalar_subquery(),
            select(func.count())
            .select_from(RegulationRow)
            .where(RegulationRow.authority_id == row.id, RegulationRow.state == "published")
            .scalar_subquery(),
            select(func.count(Role.account_id.distinct()))
            .where(Role.authority_id == row.id, Role.account_id != actor.account_id)
            .scalar_subquery(),
        )
    ).one()
    return Progress(row.id, row.name, row.nis, *counts)


def lent_categories(session: Session, authority: int) -> list[str]:
    """The codes of the categories of which the authority manages something, in order of their names."""
    lent = select(Asset.category_id).join(Management, Management.asset_id == Asset.id).where(Management.authority_id == authority)
    return list(session.scalars(select(Category.code).where(Category.id.in_(lent)).order_by(Category.name)))
