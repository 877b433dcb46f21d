"""Other owners of an asset from a day on: proposed by one of those that it concerns, in force once all of them agree."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.queries.administration.owners import ACT, owners_on, waiting_for
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.owners import Owners, check_owners, from_plain, to_plain
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services import ledger, records
from booking.services.administration.assets.settings import NOUN
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Asset, Authority, Management, OwnersProposal, Share


def propose_owners(session: Session, actor: Actor, key: int, version: int, wanted: Owners, now: datetime) -> bool:
    """True when they count from their first day on; False when others must agree first, who get a mail. What waited is taken back.

    Promises stay with the authority that made them. Raises NotFound, ChangedMeanwhile, Refused `owners_past`, `share_twice`,
    `shares_not_whole`, `owners_same`.
    """
    today = local(now).date()
    check_owners(wanted, today)
    with transaction(session):
        known, card, parties = _turn(session, actor, key, wanted, today)
        check_version(session, NOUN, key, version)
        if wanted.parties - known.authorities.keys():
            raise NotFound()
        there, before = owners_on(card, known.owner(card, wanted.first).id, wanted.first), waiting_for(session, key)
        concerned = there.parties | owners_on(card, known.owner(card, today).id, today).parties
        if not may(actor, ACT, authorities=concerned | (from_plain(before.wanted).parties if before else frozenset())):
            raise NotFound("asset_unknown", asset=key)  # to name oneself is no reason to be heard
        if (there.manager, sorted(there.shares)) == (wanted.manager, sorted(wanted.shares)):
            raise Refused("owners_same")
        if before:
            _settle(session, before, "taken_back", now)
        agreed = sorted(each for each in parties if may(actor, ACT, authorities=(each,)))
        values = {"asset_id": key, "wanted": to_plain(wanted), "agreed": agreed, "account_id": actor.account_id, "created_at": now}
        proposal = session.get_one(OwnersProposal, add(session, OwnersProposal, **values, settled_at=None, outcome=None))
        if set(agreed) == parties:
            _bring_in_force(session, actor, known, card, proposal, now)
            return True
        _tell(session, actor, card, sorted(parties - set(agreed)), now)
        return False


def agree(session: Session, actor: Actor, key: int, proposal: int, now: datetime) -> bool:
    """The actor's authorities agree; True when it counts now. Raises NotFound, also for what was settled or replaced meanwhile."""
    with transaction(session):
        found, known, card, parties = _waiting(session, actor, key, proposal, now)
        found.agreed = sorted({*found.agreed, *(each for each in parties if may(actor, ACT, authorities=(each,)))})
        session.flush()
        if set(found.agreed) >= parties:
            _bring_in_force(session, actor, known, card, found, now)
            return True
        return False


def take_back(session: Session, actor: Actor, key: int, proposal: int, now: datetime) -> None:
    """One of those that it concerns says no, or who proposed it thinks better of it. Raises NotFound."""
    with transaction(session):
        found, *_rest = _waiting(session, actor, key, proposal, now)
        _settle(session, found, "taken_back", now)


def _waiting(
    session: Session, actor: Actor, key: int, proposal: int, now: datetime
) -> tuple[OwnersProposal, Catalogue, AssetCard, frozenset[int]]:
    found = session.get(OwnersProposal, proposal)
    if found is None or found.asset_id != key:
        raise NotFound()
    known, card, parties = _turn(session, actor, key, from_plain(found.wanted), local(now).date())
    found = waiting_for(session, key)
    if found is None or found.id != proposal:
        raise NotFound("proposal_settled")
    return found, known, card, parties


def _turn(session: Session, actor: Actor, key: int, wanted: Owners, today: date) -> tuple[Catalogue, AssetCard, frozenset[int]]:
    """The asset as it is once it is nobody else's turn, and all that this concerns. Raises NotFound for who administers none of them."""
    known = catalogue(session)
    if key not in known.assets:
        raise NotFound("asset_unknown", asset=key)
    session.execute(select(Asset.id).where(Asset.id == key).with_for_update())
    ledger.lock(session, known.assets[key].leaves)
    card = known.assets[key]
    now = owners_on(card, known.owner(card, today).id, today)
    then = owners_on(card, known.owner(card, wanted.first).id, wanted.first)
    parties = now.parties | then.parties | wanted.parties
    if not may(actor, ACT, authorities=parties):
        raise NotFound("asset_unknown", asset=key)
    return known, card, parties


def _bring_in_force(session: Session, actor: Actor, known: Catalogue, card: AssetCard, proposal: OwnersProposal, now: datetime) -> None:
    wanted = from_plain(proposal.wanted)
    first = max(wanted.first, local(now).date())  # who agreed late agreed to nothing in the past
    before = owners_on(card, known.owner(card, first).id, first)
    _begin(session, Management, card.id, first, [{"authority_id": wanted.manager}])
    _begin(session, Share, card.id, first, [{"authority_id": authority, "basis_points": points} for authority, points in wanted.shares])
    _settle(session, proposal, "in_force", now)
    told = [_told(known, each, first) for each in (before, wanted)]
    record_change(session, actor, NOUN, card.id, *told, now, authority=before.manager)
    for each in sorted((before.parties | wanted.parties) - {before.manager}):
        records.audit(session, now, actor.account_id, "asset.owners", (NOUN, card.id), each, first=first.isoformat())


def _begin(session: Session, relation: type[Management] | type[Share], asset: int, first: date, rows: list[dict[str, Any]]) -> None:
    """These rows from `first` on; what was before ends the day before, and what would have come later does not."""
    session.execute(delete(relation).where(relation.asset_id == asset, relation.valid_from >= first))
    for spell in session.scalars(select(relation).where(relation.asset_id == asset)).all():
        spell.valid_until = min(spell.valid_until or date.max, first - timedelta(days=1))
    session.add_all([relation(asset_id=asset, valid_from=first, valid_until=None, **row) for row in rows])
    session.flush()


def _settle(session: Session, proposal: OwnersProposal, outcome: str, now: datetime) -> None:
    proposal.settled_at, proposal.outcome = now, outcome
    session.flush()


def _told(known: Catalogue, owners: Owners, first: date) -> dict[str, str]:
    shares = ", ".join(f"{known.authorities[authority].name} {points / 100:g}" for authority, points in owners.shares)
    return {"manager": f"{known.authorities[owners.manager].name} ({first.isoformat()})", "shares": shares}


def _tell(session: Session, actor: Actor, card: AssetCard, authorities: list[int], now: datetime) -> None:
    for row in session.scalars(select(Authority).where(Authority.id.in_(authorities)).order_by(Authority.id)):
        payload = {"asset": card.name, "asset_id": card.id, "name": actor.name}
        records.mail(session, now, "owners_proposed", [row.email], payload, row.language)
