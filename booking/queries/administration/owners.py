"""Who owns an asset by day, and what was proposed about that and waits for somebody to agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.administration.changes import version_of
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import AuthorityKind
from booking.rules.owners import Owners, from_plain
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from models import Authority, OwnersProposal

ACT = "asset.administer"


@dataclass(frozen=True, slots=True)
class OwnersPage:
    """An asset's owners: today's, all spells of managers and of shares (latest first), and what waits, with who still has to agree."""

    card: AssetCard
    today: Owners
    managers: list[tuple[str, date, date | None]]
    shares: list[tuple[str, int, date, date | None]]
    waiting: OwnersProposal | None
    wanted: Owners | None
    missing: list[str]
    mine_to_agree: bool
    names: dict[int, str]
    choices: list[tuple[int, str]]
    version: int


def owners_page(session: Session, actor: Actor, key: int, today: date) -> OwnersPage:
    """For whoever administers an authority that it concerns, now or as proposed. Raises NotFound for anybody else."""
    known = catalogue(session)
    card = known.assets.get(key)
    if card is None:
        raise NotFound("asset_unknown", asset=key)
    waiting, now = waiting_for(session, key), owners_on(card, known.owner(card, today).id, today)
    wanted = from_plain(waiting.wanted) if waiting else None
    parties = now.parties | (wanted.parties if wanted else frozenset())
    if not may(actor, ACT, authorities=parties):
        raise NotFound("asset_unknown", asset=key)
    names = {each.id: each.name for each in known.authorities.values()}
    missing = {each for each in parties if waiting and each not in waiting.agreed}
    buyers = select(Authority.id, Authority.name).where(Authority.kind == AuthorityKind.MUNICIPALITY).order_by(Authority.name)
    shares = sorted(card.shares, key=lambda spell: spell.first, reverse=True)
    return OwnersPage(
        card, now,
        [(names[spell.subject], spell.first, spell.last) for spell in reversed(card.managers)],
        [(names[spell.subject], spell.weight, spell.first, spell.last) for spell in shares],
        waiting, wanted, sorted(names[each] for each in missing), any(may(actor, ACT, authorities=(each,)) for each in missing), names,
        [(row.id, row.name) for row in session.execute(buyers)], version_of(session, "asset", key),
    )  # fmt: skip


def owners_on(card: AssetCard, manager: int, day: date) -> Owners:
    """The owners of an asset on a day."""
    return Owners(day, manager, tuple((spell.subject, spell.weight) for spell in card.shares if spell.holds_on(day)))


def waiting_for(session: Session, key: int) -> OwnersProposal | None:
    """What was proposed about an asset and is not settled."""
    query = select(OwnersProposal).where(OwnersProposal.asset_id == key, OwnersProposal.settled_at.is_(None))
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()
