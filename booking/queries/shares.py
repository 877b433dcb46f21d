"""Joint ownership as those that it concerns may see it: who owns, manages and keeps it, what each has left, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import version_of
from booking.queries.catalogue import catalogue
from booking.queries.joint_use import loans_of
from booking.rules.catalogue import AssetCard, Catalogue, Spell
from booking.rules.contingents import ContingentCard
from booking.rules.owners import from_plain
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, authorities_for, may
from booking.rules.refusals import NotFound
from booking.rules.shares import Balance, FairUseCard, Loan, balances, terms_on, used, weighted
from models import Asset, Authority, Category, Contingent, Depot, Keeping, Management, OwnersProposal, Share

ACT = "shares.read"


@dataclass(frozen=True, slots=True)
class Holder:
    """A co-owner in a year: its share today, its balance, and how much of what it used is already past."""

    authority: int
    name: str
    points: int
    balance: Balance
    had: Decimal


@dataclass(frozen=True, slots=True)
class Turn:
    """Who has it, when: a municipality (None for everybody else), with the weighted days. Nobody reads here which borrower."""

    name: str | None
    custody: Period
    days: Decimal
    units: int
    over: bool


@dataclass(frozen=True, slots=True)
class JointPage:
    """Everything about one asset that is owned together or partly guaranteed, or may come to be, in one year."""

    card: AssetCard
    manager: str
    depot: str
    keeper: str
    stages: list[tuple[date, date | None, list[tuple[str, int]]]]
    year: int
    years: range
    terms: FairUseCard | None
    holders: list[Holder]
    others: Decimal
    turns: list[Turn]
    contingents: list[ContingentCard]
    ended: list[ContingentCard]
    proposal: OwnersProposal | None
    manages: bool
    administers: bool
    version: int


def joint_assets(actor: Actor, today: date, _filters: Mapping[str, str]) -> Select[Any]:
    """id, code, name, category, manager, depot, owners (how many today), guaranteed (how many contingents hold): what the actor's
    authorities manage or own together with others.
    """
    mine = authorities_for(actor, ACT)
    owners = select(func.count()).where(Share.asset_id == Asset.id, *_holds(Share, today)).scalar_subquery()
    kept = (Contingent.asset_id == Asset.id, or_(Contingent.valid_until.is_(None), Contingent.valid_until >= today))
    guaranteed = select(func.count()).select_from(Contingent).where(*kept).scalar_subquery()
    shared = (Share.asset_id == Asset.id, or_(Share.valid_until.is_(None), Share.valid_until >= today))
    concerned = or_(
        Management.authority_id.in_(mine),
        exists().where(*shared, Share.authority_id.in_(mine)),
        exists().where(*kept, Contingent.authority_id.in_(mine)),
    )
    return (
        select(
            Asset.id, Asset.code, Asset.name, Category.code.label("category"), Authority.name.label("manager"),
            Depot.name.label("depot"), owners.label("owners"), guaranteed.label("guaranteed"),
        )
        .join(Category, Category.id == Asset.category_id)
        .join(Management, Management.asset_id == Asset.id)
        .join(Authority, Authority.id == Management.authority_id)
        .join(Keeping, Keeping.asset_id == Asset.id)
        .join(Depot, Depot.id == Keeping.depot_id)
        .where(*_holds(Management, today), *_holds(Keeping, today), or_(exists().where(*shared), exists().where(*kept)), concerned)
    )  # fmt: skip


def _holds(relation: type[Any], today: date) -> tuple[Any, ...]:
    return relation.valid_from <= today, or_(relation.valid_until.is_(None), relation.valid_until >= today)


def joint_page(session: Session, actor: Actor, asset: int, year: int | None, now: datetime) -> JointPage:
    """For the desks and administrators of who manages it, holds a share today or later, or has something of it guaranteed. Raises NotFound
    for anybody else.
    """
    known, today = catalogue(session), local(now).date()
    card = known.assets.get(asset)
    if card is None:
        raise NotFound("asset_unknown", asset=asset)
    manager, depot = known.owner(card, today), known.depot(card, today)
    concerned = _concerned(card, manager.id, today)
    if not may(actor, ACT, authorities=concerned):
        raise NotFound("asset_unknown", asset=asset)
    years = _years(card, today)
    shown = year if year in years else today.year
    loans = [loan for _, loan in loans_of(session, known, [card], date(shown, 1, 1), date(shown, 12, 31))[asset]]
    held, others = _balances(known, card, loans, shown, now)
    waiting = select(OwnersProposal).where(OwnersProposal.asset_id == asset, OwnersProposal.settled_at.is_(None))
    current = [each for each in card.contingents if each.last is None or today <= each.last]
    return JointPage(
        card, manager.name, depot.name, known.authorities[depot.authority].name, _stages(known, card, today), shown, years,
        terms_on(card.fair_use, today) or next(iter(card.fair_use), None), held, others, _turns(known, card, loans, now), current,
        [each for each in card.contingents if each not in current], session.scalars(waiting).one_or_none(),
        may(actor, "asset.administer", authorities=(manager.id,)), may(actor, "asset.administer", authorities=concerned),
        version_of(session, "asset", asset),
    )  # fmt: skip


def _concerned(card: AssetCard, manager: int, today: date) -> set[int]:
    coming = {share.subject for share in card.shares if share.last is None or today <= share.last}
    kept = {each.authority for each in card.contingents if each.authority and (each.last is None or today <= each.last)}
    return {manager, *coming, *kept}


def _years(card: AssetCard, today: date) -> range:
    first = min((spell.first for spell in card.fair_use), default=today)
    return range(min(first.year, today.year), today.year + 2)


def _balances(
    known: Catalogue, card: AssetCard, loans: Sequence[Loan], year: int, now: datetime
) -> tuple[list[Holder], Decimal]:
    """Each co-owner of the year with its balance, and the weighted days of everybody else."""
    day = max(date(year, 1, 1), min(local(now).date(), date(year, 12, 31)))
    points = {share.subject: share.weight for share in card.shares if share.holds_on(day)}
    had = used(card.fair_use, [loan for loan in loans if loan.custody.end <= now], year)
    found = balances(card.fair_use, card.shares, loans, year, card.units)
    holders = [
        Holder(house, known.authorities[house].name, points.get(house, 0), balance, had.get(house, Decimal(0)))
        for house, balance in found.items()
    ]
    every = used(card.fair_use, loans, year)
    return holders, sum((days for house, days in every.items() if house not in found), Decimal(0))


def _turns(known: Catalogue, card: AssetCard, loans: Iterable[Loan], now: datetime) -> list[Turn]:
    houses = {share.subject for share in card.shares}
    return [
        Turn(
            known.authorities[loan.house].name if loan.house in houses and loan.house else None, loan.custody,
            weighted(card.fair_use, loan.custody.days()) * loan.units, loan.units, loan.custody.end <= now,
        )
        for loan in loans
    ]  # fmt: skip


def _stages(known: Catalogue, card: AssetCard, today: date) -> list[tuple[date, date | None, list[tuple[str, int]]]]:
    """The shares today and as they will be after each change that is agreed: from which day, until which, and who holds what."""
    turns = {today, *(turn for share in card.shares for turn in _turning(share) if today < turn)}
    days = sorted(turns)
    found = []
    for first, after in zip(days, [*days[1:], None], strict=True):
        held = sorted((share for share in card.shares if share.holds_on(first)), key=lambda share: -share.weight)
        last = after - timedelta(days=1) if after else None
        found.append((first, last, [(known.authorities[share.subject].name, share.weight) for share in held]))
    return found


def _turning(share: Spell) -> tuple[date, ...]:
    return (share.first, *((share.last + timedelta(days=1),) if share.last else ()))


def awaiting_agreement(session: Session, actor: Actor) -> list[tuple[int, str, date]]:
    """The proposals about owners that wait for one of the actor's authorities: (asset, its name, from which day), the first one first."""
    mine = authorities_for(actor, "asset.administer")
    if not mine:
        return []
    known = catalogue(session)
    found = []
    for proposal in session.scalars(select(OwnersProposal).where(OwnersProposal.settled_at.is_(None))):
        card, wanted = known.assets[proposal.asset_id], from_plain(proposal.wanted)
        now = {known.owner(card, wanted.first).id, *(share.subject for share in card.shares if share.holds_on(wanted.first))}
        if (now | wanted.parties) & mine - set(proposal.agreed):
            found.append((card.id, card.name, wanted.first))
    return sorted(found, key=lambda each: each[2])
