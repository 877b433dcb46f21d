"""One asset as anyone may see it: what it is, what it is made of, on which terms it is lent, and on which days it is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.borrowers import borrower_card
from booking.queries.catalogue import catalogue
from booking.queries.ledger import free_of, taken
from booking.rules.admission import BorrowerCard
from booking.rules.admission.ruled import rules_met
from booking.rules.calendar import Closed, why_closed
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard, RequirementCard, RuleCard, relation
from booking.rules.kinds import Relation
from booking.rules.periods import Period, day_period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound
from models import Asset, Part, Photograph


@dataclass(frozen=True, slots=True)
class Day:
    """A Brussels date: the units free from midnight to midnight, and why its place is shut, if it is."""

    date: date
    free: int
    closed: Closed | None


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms these borrowers get the asset today: per question the answer with its rule, and the proofs asked for."""

    borrowers: tuple[str, ...]
    relation: Relation
    rules: Mapping[str, tuple[Any, RuleCard]]
    blackouts: tuple[RuleCard, ...]
    requirements: tuple[RequirementCard, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph: what can be seen on it, its size in pixels, and the hash of its bytes."""

    id: int
    alt: str
    width: int
    height: int
    file: str


@dataclass(frozen=True, slots=True)
class AssetPage:
    """All of an asset that is nobody's secret: `parts` as (asset, units), `wholes` it is part of, `shares` as (authority, basis points)."""

    asset: AssetCard
    owner: AuthorityCard
    depot: DepotCard
    description: str
    parts: list[tuple[AssetCard, int]]
    wholes: list[AssetCard]
    shares: list[tuple[AuthorityCard, int]]
    days: list[Day]
    photographs: list[Picture] = field(default_factory=list)
    terms: list[Terms] = field(default_factory=list)


def asset_of(session: Session, code: str) -> AssetCard:
    """The asset with this code. Raises NotFound."""
    found = next((each for each in catalogue(session).assets.values() if each.code == code), None)
    if found is None:
        raise NotFound("asset_unknown", asset=code)
    return found


def asset_page(
    session: Session, actor: Actor, asset: AssetCard, first: date, days: int, now: datetime, guest: BorrowerCard | None = None
) -> AssetPage:
    """All about an asset with `days` dates from `first`, and the terms of each borrower that the actor acts for, or of a `guest`."""
    known = catalogue(session)
    today = local(now).date()
    description = session.scalars(select(Asset.description).where(Asset.id == asset.id)).one()
    parts, wholes = _parts(session, known, asset)
    return AssetPage(
        asset=asset,
        owner=known.owner(asset, today),
        depot=known.depot(asset, today),
        description=description,
        parts=parts,
        wholes=wholes,
        shares=[(known.authorities[s.subject], s.weight) for s in asset.shares if s.holds_on(today)],
        days=_days(session, known, asset, first, days, now),
        photographs=_photographs(session, asset),
        terms=_together([_terms(known, asset, borrower, now) for borrower in _borrowers(session, actor, known, guest)]),
    )


def _parts(session: Session, known: Catalogue, asset: AssetCard) -> tuple[list[tuple[AssetCard, int]], list[AssetCard]]:
    """What an asset consists of, and what it is part of."""
    about = (Part.whole_id == asset.id) | (Part.part_id == asset.id)
    rows = session.execute(select(Part.whole_id, Part.part_id, Part.units).where(about).order_by(Part.id)).all()
    parts = [(known.assets[part], units) for whole, part, units in rows if whole == asset.id]
    return parts, [known.assets[whole] for whole, part, _ in rows if part == asset.id]


def _photographs(session: Session, asset: AssetCard) -> list[Picture]:
    columns = (Photograph.id, Photograph.alt, Photograph.width, Photograph.height, Photograph.file)
    query = select(*columns).where(Photograph.asset_id == asset.id).order_by(Photograph.position, Photograph.id)
    return [Picture(*row) for row in session.execute(query)]


def _days(session: Session, known: Catalogue, asset: AssetCard, first: date, days: int, now: datetime) -> list[Day]:
    dates = [first + timedelta(days=n) for n in range(days)]
    rows = taken(session, day_period(first, dates[-1]), now, asset.leaves.keys())
    return [
        Day(day, free_of(session, asset, known.assets, rows, day_period(day)), why_closed(known.depot(asset, day).calendar, day))
        for day in dates
    ]


def _borrowers(session: Session, actor: Actor, known: Catalogue, guest: BorrowerCard | None) -> list[BorrowerCard]:
    mine = [borrower_card(session, known, actor, borrower) for borrower in sorted(actor.borrowers | actor.claims)]
    return mine or ([guest] if guest else [])


def _terms(known: Catalogue, asset: AssetCard, borrower: BorrowerCard, now: datetime) -> Terms:
    tie = relation(known, asset, borrower.home, borrower.kind, Period(now, now + timedelta(hours=1)))
    today = local(now).date()
    owner = known.owner(asset, today)
    met = rules_met(known, owner, asset, tie, borrower, today)
    return Terms(
        borrowers=(borrower.name,),
        relation=tie,
        requirements=tuple(r for r in known.requirements.get(owner.id, ()) if r.is_about(asset, borrower.kind, r.purpose or "", today)),
        rules=met.answers,
        blackouts=met.blackouts,
    )


def _together(terms: list[Terms]) -> list[Terms]:
    """Borrowers who get it on the same terms are told once."""
    found: list[Terms] = []
    for each in terms:
        same = next((n for n, other in enumerate(found) if replace(other, borrowers=each.borrowers) == each), None)
        if same is None:
            found.append(each)
        else:
            found[same] = replace(each, borrowers=(*found[same].borrowers, *each.borrowers))
    return found
