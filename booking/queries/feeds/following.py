"""What someone may follow in a calendar of their own, and what they follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.assets import asset_of
from booking.queries.catalogue import catalogue
from booking.queries.choices import own_borrowers
from booking.queries.hands import in_use
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.feeds import Scope
from booking.rules.permissions import Actor, authorities_for, could, may
from booking.rules.refusals import NotFound
from models import Category, Crew, Feed, Vehicle


class Followed(NamedTuple):
    """What a calendar is of: a subject of a scope; `within` is the authority whose crew, vehicle or category it is."""

    scope: Scope
    subject: int
    within: int | None = None


class Choice(NamedTuple):
    """Something to follow and what it is called: a category by its code, with the name of its `owner` unless it is the whole region's."""

    what: Followed
    name: str
    owner: str = ""


def check_may_follow(known: Catalogue, actor: Actor, what: Followed, today: date) -> None:
    """Raises NotFound unless the actor's rights of today reach this."""
    if what.scope is Scope.CATEGORY and what.within is None:
        allowed = could(actor, "feed.region")
    else:
        borrower = what.subject if what.scope is Scope.BORROWER else None
        allowed = may(actor, f"feed.{what.scope}", authorities=_authorities(known, what, today), borrower=borrower)
    if not allowed or (what.scope is Scope.OCCUPANCY and not _is_hall(known, what.subject)):
        raise NotFound()


def _authorities(known: Catalogue, what: Followed, today: date) -> Collection[int]:
    """Who manages or keeps what a calendar is of."""
    match what.scope:
        case Scope.DEPOT if what.subject in known.depots:
            return {known.depots[what.subject].authority}
        case Scope.ASSET if what.subject in known.assets:
            asset = known.assets[what.subject]
            return {known.owner(asset, today).id, known.depot(asset, today).authority}
        case Scope.CREW | Scope.VEHICLE | Scope.CATEGORY if what.within:
            return {what.within}
        case Scope.AUTHORITY | Scope.EXPIRIES:
            return {what.subject}
    return ()


def _is_hall(known: Catalogue, asset: int) -> bool:
    return asset in known.assets and known.assets[asset].in_place


def followable(session: Session, actor: Actor, today: date) -> dict[Scope, list[Choice]]:
    """Per scope what the actor may follow today, by name; scopes without any are left out."""
    known = catalogue(session)
    mine = {scope: authorities_for(actor, f"feed.{scope}") for scope in Scope if scope not in {Scope.BORROWER, Scope.OCCUPANCY}}
    members = (pair for pair in own_borrowers(session, actor) if may(actor, "feed.borrower", borrower=pair[0]))
    depots = ((card.id, card.name) for card in known.depots.values() if card.authority in mine[Scope.DEPOT])
    found = {
        Scope.DEPOT: _each(Scope.DEPOT, depots),
        Scope.CREW: _of_owners(session, Crew, Scope.CREW, mine[Scope.CREW], today),
        Scope.VEHICLE: _of_owners(session, Vehicle, Scope.VEHICLE, mine[Scope.VEHICLE], today),
        Scope.AUTHORITY: _each(Scope.AUTHORITY, _named(known, mine[Scope.AUTHORITY])),
        Scope.EXPIRIES: _each(Scope.EXPIRIES, _named(known, mine[Scope.EXPIRIES])),
        Scope.CATEGORY: _categories(session, known, mine[Scope.CATEGORY], region=could(actor, "feed.region")),
        Scope.ASSET: _each(Scope.ASSET, _assets(known, mine[Scope.ASSET], today)),
        Scope.BORROWER: _each(Scope.BORROWER, members),
        Scope.OCCUPANCY: _each(Scope.OCCUPANCY, ((card.id, card.name) for card in known.assets.values() if card.in_place)),
    }
    return {scope: named for scope, named in found.items() if named}


def _each(scope: Scope, named: Iterable[tuple[int, str]]) -> list[Choice]:
    return [Choice(Followed(scope, key), name) for key, name in sorted(named, key=lambda pair: pair[1].casefold())]


def _named(known: Catalogue, authorities: Collection[int]) -> list[tuple[int, str]]:
    return [(card.id, card.name) for card in known.authorities.values() if card.id in authorities]


def _assets(known: Catalogue, authorities: Collection[int], today: date) -> Iterable[tuple[int, str]]:
    for card in known.assets.values():
        if {known.owner(card, today).id, known.depot(card, today).authority} & set(authorities):
            yield card.id, card.name


def _of_owners(session: Session, model: type[Crew | Vehicle], scope: Scope, authorities: Collection[int], today: date) -> list[Choice]:
    """The crews or vehicles of these authorities that are still in use."""
    query = select(model.id, model.authority_id, model.name).where(model.authority_id.in_(authorities), in_use(model, today))
    found = session.execute(query.order_by(model.name)) if authorities else ()
    return [Choice(Followed(scope, key, owner), name) for key, owner, name in found]


def _categories(session: Session, known: Catalogue, authorities: Collection[int], *, region: bool) -> list[Choice]:
    """The categories of which these authorities have something; with `region`, each that there is, first."""
    if not authorities and not region:
        return []
    codes = session.execute(select(Category.id, Category.code).order_by(Category.code)).all()
    owned = {(card.category_id, spell.subject) for card in known.assets.values() for spell in card.managers}
    return [Choice(Followed(Scope.CATEGORY, key), code) for key, code in codes if region] + [
        Choice(Followed(Scope.CATEGORY, key, owner.id), code, owner.name)
        for owner in sorted(known.authorities.values(), key=lambda card: card.name)
        if owner.id in authorities
        for key, code in codes
        if (key, owner.id) in owned
    ]


def feeds_of(session: Session, actor: Actor) -> list[Feed]:
    """The actor's own subscriptions that were not revoked, newest first; the secret itself is not known any more."""
    query = select(Feed).where(Feed.account_id == actor.account_id, Feed.revoked_at.is_(None)).order_by(Feed.id.desc())
    return list(session.scalars(query))


def feed_of(session: Session, actor: Actor, feed_id: int) -> Feed:
    """One of them. Raises NotFound."""
    found = session.get(Feed, feed_id)
    if found is None or actor.account_id is None or found.account_id != actor.account_id or found.revoked_at:
        raise NotFound()
    return found


def hall_of(session: Session, code: str) -> AssetCard:
    """The hall with this code, whose being taken anybody may follow. Raises NotFound."""
    found = asset_of(session, code)
    if not found.in_place:
        raise NotFound()
    return found
