"""The waiting list as those in it see it: what they wait for, their place, and what is offered to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.asking import Ask, AskLine
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue
from booking.rules.kinds import Handover, Purpose
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound
from booking.rules.waiting import QUEUED, WaitingState
from models import Borrower, Reservation, WaitingEntry
from models.reservations import reference_of

HOLDER = "waiting:"
ENDED_SHOWN = 20  # of what ended, the latest


@dataclass(frozen=True, slots=True)
class Place:
    """One's place: `ahead` is how many joined before for some of the same; `reference` the reservation that it became."""

    id: int
    asset: AssetCard
    owner: AuthorityCard
    borrower: str
    event: str
    use: Period
    units: int
    state: WaitingState
    joined_at: datetime
    ahead: int
    offer_until: datetime | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """What waits or is offered, offers first; and what ended, the latest first."""

    queued: list[Place]
    ended: list[Place]


def places(session: Session, actor: Actor) -> Places:
    """Every place of the borrowers that the actor is a member of, and those that the actor took for another; three queries."""
    columns = (WaitingEntry, Borrower.name, Reservation.id, Reservation.created_at)
    query = select(*columns).join(Borrower, Borrower.id == WaitingEntry.borrower_id).where(_own(actor))
    query = query.outerjoin(Reservation, Reservation.id == WaitingEntry.reservation_id)
    is_queued = WaitingEntry.state.in_(QUEUED)
    queued = session.execute(query.where(is_queued).order_by(WaitingEntry.state, WaitingEntry.use_start, WaitingEntry.id)).all()
    ended = session.execute(query.where(~is_queued).order_by(WaitingEntry.ended_at.desc(), WaitingEntry.id.desc()).limit(ENDED_SHOWN)).all()
    known = catalogue(session)
    queue = queue_for(session, known, {entry.asset_id for entry, *_ in queued})
    return Places(*([_place(known, queue, *row) for row in rows] for rows in (queued, ended)))


def count_places(session: Session, actor: Actor) -> int:
    """How many things the actor waits for, or is offered."""
    query = select(func.count()).select_from(WaitingEntry).where(_own(actor), WaitingEntry.state.in_(QUEUED))
    return session.scalar(query) or 0


def queue_for(session: Session, known: Catalogue, assets: Collection[int]) -> list[WaitingEntry]:
    """Everybody who waits for these assets or for something that shares a part with them, in their order."""
    leaves = {leaf for asset in assets for leaf in known.assets[asset].leaves}
    related = [card.id for card in known.assets.values() if not leaves.isdisjoint(card.leaves)] if leaves else []
    query = select(WaitingEntry).where(WaitingEntry.asset_id.in_(related), WaitingEntry.state.in_(QUEUED)).order_by(WaitingEntry.id)
    return list(session.scalars(query)) if related else []


def ahead(known: Catalogue, queue: Sequence[WaitingEntry], asset: AssetCard, use: Period, before: int | None = None) -> int:
    """How many of the queue joined (before entry `before`) for some of the same units at some of the same time."""
    return sum(
        (before is None or other.id < before)
        and other.use_start < use.end
        and use.start < other.use_end
        and not asset.leaves.keys().isdisjoint(known.assets[other.asset_id].leaves)
        for other in queue
    )


def entry_of(session: Session, actor: Actor, key: int, *, turn: bool = False) -> WaitingEntry:
    """A place in the queue that the actor may answer for, with `turn` locked for this transaction. Raises NotFound for any other."""
    found = select(WaitingEntry, Borrower.authority_id).join(Borrower, Borrower.id == WaitingEntry.borrower_id)
    query = found.where(WaitingEntry.id == key)
    query = query.with_for_update(of=WaitingEntry).execution_options(populate_existing=True) if turn else query
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound()
    entry, home = found
    if not may(actor, "waiting.answer", borrower=entry.borrower_id, asked_by=entry.account_id, home=home):
        raise NotFound()
    return entry


def ask_of(entry: WaitingEntry) -> Ask:
    """The request that an entry waits to make."""
    measures = {name: Decimal(amount) for name, amount in (entry.measures or {}).items()}
    line = AskLine(
        entry.asset_id, Period(entry.use_start, entry.use_end), entry.units, Handover(entry.handover), entry.operator_id, entry.driver_id,
        measures,
    )  # fmt: skip
    return Ask(
        entry.borrower_id, (line,), entry.event, Purpose(entry.purpose), entry.place, entry.place_authority_id, entry.attendance,
        entry.note, beneficiary=entry.beneficiary or None,
    )  # fmt: skip


def _own(actor: Actor) -> ColumnElement[bool]:
    return or_(WaitingEntry.borrower_id.in_(actor.borrowers), WaitingEntry.account_id == actor.account_id)


def _place(
    known: Catalogue, queue: Sequence[WaitingEntry], entry: WaitingEntry, borrower: str, reservation: int | None, created: datetime | None
) -> Place:
    asset, use = known.assets[entry.asset_id], Period(entry.use_start, entry.use_end)
    return Place(
        id=entry.id,
        asset=asset,
        owner=known.owner(asset, local(use.start).date()),
        borrower=borrower,
        event=entry.event,
        use=use,
        units=entry.units,
        state=WaitingState(entry.state),
        joined_at=entry.joined_at,
        ahead=ahead(known, queue, asset, use, entry.id) if entry.state in QUEUED else 0,
        offer_until=entry.offer_until,
        reference=reference_of(reservation, created) if reservation and created else None,
    )
