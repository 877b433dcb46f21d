"""The borrowers of an authority's territory: their list, and one of them with its people, proofs and what it asked of this authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import ChangeView, changes_of, version_of
from booking.queries.administration.listing import within
from booking.queries.administration.memberships import membership_state
from booking.queries.administration.spells import spell_state
from booking.queries.held import is_accepted
from booking.rules.kinds import AuthorityKind
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from models import Account, Asset, Authority, Borrower, Dossier, Line, Membership, Policy, Recognition, Reservation
from models.reservations import reference_of

ACT = "borrower.manage"
MOST_LINES = 25

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line that the borrower asked of one of the reader's authorities."""

    reference: str
    event: str
    asset: str
    units: int
    state: str
    use_start: Any
    use_end: Any


@dataclass(frozen=True, slots=True)
class BorrowerPage:
    """A borrower of the reader's territory, with who acts for it, what it is recognised as, its policies and its latest lines."""

    row: Borrower
    authority: str
    members: Rows
    recognitions: Rows
    policies: Rows
    lines: list[AskedLine]
    version: int
    history: list[ChangeView]


def borrowers(actor: Actor, today: date, filters: Mapping[str, str]) -> Select[Any]:
    """id, name, kind, email, phone, kbo, authority, members, created_at: one row per borrower at home with the actor's authorities."""
    held = (Membership.valid_from <= today, or_(Membership.valid_until.is_(None), Membership.valid_until >= today))
    members = select(func.count(Membership.id)).where(Membership.borrower_id == Borrower.id, Membership.verified_at.is_not(None), *held)
    columns = (Borrower.id, Borrower.name, Borrower.kind, Borrower.email, Borrower.phone, Borrower.kbo, Borrower.created_at)
    query = select(*columns, Authority.name.label("authority"), members.scalar_subquery().label("members"))
    query = query.join(Authority, Authority.id == Borrower.authority_id).where(within(Borrower.authority_id, actor, ACT))
    return query.where(Borrower.kind == filters["kind"]) if filters.get("kind") else query


def borrower_page(session: Session, actor: Actor, key: int, today: date) -> BorrowerPage:
    """One borrower of the actor's territory. Raises NotFound for any other."""
    row = session.get(Borrower, key, populate_existing=True)
    if row is None or not may(actor, ACT, authorities=(row.authority_id,)):
        raise NotFound("borrower_unknown")
    return BorrowerPage(
        row=row,
        authority=session.scalars(select(Authority.name).where(Authority.id == row.authority_id)).one(),
        members=session.execute(_members(key, today)).all(),
        recognitions=session.execute(_recognitions(key, today)).all(),
        policies=session.execute(_policies(row)).all(),
        lines=_lines(session, actor, key),
        version=version_of(session, "borrower", key),
        history=changes_of(session, "borrower", key),
    )


def choosable(session: Session, actor: Actor, act: str) -> list[tuple[int, str]]:
    """(id, name) of the borrowers at home with the authorities for which the actor may do `act`, by name."""
    query = select(Borrower.id, Borrower.name).where(within(Borrower.authority_id, actor, act)).order_by(func.lower(Borrower.name))
    return [(key, name) for key, name in session.execute(query)]


def own_authorities(session: Session, actor: Actor, act: str) -> list[tuple[int, str]]:
    """(id, name) of the authorities for which the actor may do `act`, municipalities first, by name."""
    query = select(Authority.id, Authority.name).where(Authority.id.in_(authorities_for(actor, act)))
    query = query.order_by(Authority.kind != AuthorityKind.MUNICIPALITY, Authority.name)
    return [(key, name) for key, name in session.execute(query)]


def _members(key: int, today: date) -> Select[Any]:
    columns = (Membership.id, Account.name, Account.email, membership_state(today).label("state"))
    columns += (Membership.valid_from, Membership.valid_until)
    query = select(*columns).join(Account, Account.id == Membership.account_id)
    return query.where(Membership.borrower_id == key).order_by(Membership.valid_from.desc(), Account.name)


def _recognitions(key: int, today: date) -> Select[Any]:
    columns = (Recognition.id, Recognition.category, Recognition.decision, Recognition.valid_from, Recognition.valid_until)
    query = select(*columns, Authority.name.label("authority"), spell_state(Recognition, today).label("state"))
    query = query.join(Authority, Authority.id == Recognition.authority_id)
    return query.where(Recognition.borrower_id == key).order_by(Recognition.valid_from.desc(), Recognition.id)


def _policies(row: Borrower) -> Select[Any]:
    insured = Policy.borrower_id == row.id
    if row.kind == "authority":
        insured = or_(insured, Policy.authority_id == row.authority_id)
    columns = (Policy.kind, Policy.insurer, Policy.number, Policy.amount_cents, Policy.valid_from, Policy.valid_until)
    return select(*columns, is_accepted(Policy).label("accepted")).where(insured).order_by(Policy.valid_from.desc(), Policy.id)


def _lines(session: Session, actor: Actor, key: int) -> list[AskedLine]:
    """The latest lines that the borrower asked of authorities whose reservations the actor may read."""
    mine = Dossier.authority_id.in_(authorities_for(actor, "reservation.read"))
    query = (
        select(Reservation.id, Reservation.created_at, Reservation.event, Asset.name, Line.units, Line.state, Line.use_start, Line.use_end)
        .join(Dossier, Dossier.reservation_id == Reservation.id)
        .join(Line, Line.dossier_id == Dossier.id)
        .join(Asset, Asset.id == Line.asset_id)
        .where(Reservation.borrower_id == key, mine)
        .order_by(Line.use_start.desc(), Line.id.desc())
        .limit(MOST_LINES)
    )
    return [AskedLine(reference_of(asked, at), *rest) for asked, at, *rest in session.execute(query)]
