"""The authorities that someone administers: their list, and one of them with its group and its successor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.rules.kinds import AuthorityKind
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Authority, Depot, GroupMember, Management

ACT = "authority.administer"


@dataclass(frozen=True, slots=True)
class GroupSpell:
    """A dated tie of the group: `authority` is the other end, `member` whether that other is the one that belongs to us."""

    id: int
    authority: str
    member: bool
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """An authority: its row, its group, those that merged into it, whether its rules are for the reader, and what was changed."""

    row: Authority
    successor: str | None
    merged: list[str]
    group: list[GroupSpell]
    reads_rules: bool
    version: int
    history: list[ChangeView]


def authorities(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, kind, nis, email, depots, assets: of today, one row per authority that the actor administers."""
    managed = (Management.valid_from <= today, or_(Management.valid_until.is_(None), Management.valid_until >= today))
    depots = select(func.count(Depot.id)).where(Depot.authority_id == Authority.id).scalar_subquery()
    assets = select(func.count(Management.id)).where(Management.authority_id == Authority.id, *managed).scalar_subquery()
    columns = (Authority.id, Authority.name, Authority.kind, Authority.nis, Authority.email, depots.label("depots"), assets.label("assets"))
    query = select(*columns).where(within(Authority.id, actor, ACT))
    return query.where(Authority.kind == filters["kind"]) if filters.get("kind") else query


def authority_page(session: Session, actor: Actor, key: int) -> AuthorityPage:
    """One authority of the actor's. Raises NotFound for any other."""
    row = session.get(Authority, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(key,)):
        raise NotFound("authority_unknown", authority=key)
    merged = session.scalars(select(Authority.name).where(Authority.successor_id == key).order_by(Authority.name))
    return AuthorityPage(
        row=row,
        successor=session.scalar(select(Authority.name).where(Authority.id == row.successor_id)) if row.successor_id else None,
        merged=list(merged),
        group=_group(session, key),
        reads_rules=may(actor, "rule.read", authorities=(key,)),
        version=version_of(session, "authority", key),
        history=changes_of(session, "authority", key),
    )


def possible_members(session: Session, actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of every authority of the actor's that can belong to a municipality's group, by name."""
    query = select(Authority.id, Authority.name).where(Authority.kind != AuthorityKind.MUNICIPALITY).order_by(Authority.name)
    return [(key, name) for key, name in session.execute(query) if may(actor, "authority.administer", authorities=(key,))]


def _group(session: Session, key: int) -> list[GroupSpell]:
    member, house = aliased(Authority), aliased(Authority)
    query = (
        select(GroupMember, member.name, house.name)
        .join(member, member.id == GroupMember.member_id)
        .join(house, house.id == GroupMember.municipality_id)
        .where(or_(GroupMember.member_id == key, GroupMember.municipality_id == key))
        .order_by(GroupMember.valid_from.desc())
    )
    return [
        GroupSpell(tie.id, name if tie.member_id != key else of, tie.member_id != key, tie.valid_from, tie.valid_until)
        for tie, name, of in session.execute(query)
    ]
