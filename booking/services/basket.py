"""Putting together what one event needs, and holding it for a quarter of an hour while a first visitor signs up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from booking.queries.basket import HOLDER, Found, Setting, current, owned_by
from booking.queries.borrowers import stand_in
from booking.queries.catalogue import catalogue
from booking.queries.facts import Event, Wanted, gather
from booking.queries.ledger import is_sqlite
from booking.rules.admission import Facts, Outcome, findings, outcome
from booking.rules.asking import MOST_LINES
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.kinds import BorrowerKind, OccupancyKind
from booking.rules.periods import InvalidTime, Period
from booking.rules.refusals import Busy, NotFound, Refused, Taken, TooMany
from booking.services import hold_turns, ledger
from booking.services.hold_turns import HELD_FOR
from booking.services.transaction import transaction
from models import Basket, BasketLine, Occupancy

HELD_PER_NETWORK = 3  # baskets at once, so that nobody empties the shelves without a name
KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Whose:
    """The browser, by the hash of its cookie's key, and the account that is signed in there."""

    key_hash: bytes
    account: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Until when a basket is held (None: nothing of it is), and the names of what had its turn and stays free for everybody."""

    until: datetime | None
    free: tuple[str, ...] = ()


def put(session: Session, whose: Whose, setting: Setting, asset: int, use: Period, units: int, now: datetime) -> None:
    """Put units of an asset in the basket, which is made when there is none; what was in it for the same period has so many units now.

    What the basket held is free again. Raises NotFound for an unknown asset, Refused for more units than exist and for too many lines.
    """
    with transaction(session):
        card = _card(session, asset, units)
        basket = _own(session, whose, setting, now)
        wished = BasketLine.basket_id == basket.id, BasketLine.asset_id == card.id
        line = session.scalars(select(BasketLine).where(*wished, BasketLine.use_start == use.start, BasketLine.use_end == use.end)).first()
        if line:
            line.units = units
        else:
            _refuse_more(session, basket)
            session.add(BasketLine(basket_id=basket.id, asset_id=card.id, units=units, use_start=use.start, use_end=use.end))


def change(session: Session, whose: Whose, line_id: int, units: int, now: datetime) -> None:
    """So many units instead. Raises NotFound for a line that is not in this basket, Refused for more units than exist."""
    with transaction(session):
        basket, line = _line(session, whose, line_id, now)
        _card(session, line.asset_id, units)
        line.units = units
        _let_go(session, basket.id)


def remove(session: Session, whose: Whose, line_id: int, now: datetime) -> None:
    """Take a line out. Raises NotFound for one that is not in this basket."""
    with transaction(session):
        basket, line = _line(session, whose, line_id, now)
        _let_go(session, basket.id)
        session.delete(line)


def empty(session: Session, whose: Whose) -> None:
    """Take everything out, and free what was held."""
    with transaction(session):
        _drop(session, _in_turn(session, owned_by(whose.key_hash, whose.account)))


def hold(session: Session, whose: Whose, network: bytes, now: datetime) -> Held:
    """Keep what is in the basket from everybody else until its turn ends; asked again, also after a change, it ends at the same moment.

    Lines that their owner would refuse to this kind of borrower are not held, nor what this network held before (services/hold_turns.py).
    Raises NotFound for an empty basket, Taken when something is no longer free, TooMany when too many baskets of this network are held.
    """
    with transaction(session):
        basket = current(session, whose.key_hash, whose.account)
        if basket is None:
            raise NotFound("basket_empty")
        known = catalogue(session)
        ledger.turn(session, _leaves(basket), [(0, 0, 0, int.from_bytes(network[:4]))], now)
        basket = _again(session, whose, basket)
        if basket.held_until and basket.is_held(now):
            return Held(basket.held_until)
        _refuse_hoarding(session, basket, network, now)
        _let_go(session, basket.id)
        return _hold_lines(session, basket, _lendable(session, known, basket, now), network, now)


def release_for(session: Session, basket_id: int, assets: Collection[int]) -> None:
    """Take these assets out of a basket, and free what it holds: they are asked for in this same transaction, whose locks are held.

    A request for other things leaves the basket alone.
    """
    asked = BasketLine.basket_id == basket_id, BasketLine.asset_id.in_(assets)
    if session.scalar(select(func.count()).select_from(BasketLine).where(*asked)):
        _let_go(session, basket_id)
        session.execute(delete(BasketLine).where(*asked))


def tidy(session: Session, now: datetime) -> None:
    """Free what was held too long and forget what nobody looked at for KEPT."""
    with transaction(session):
        for basket_id in _in_turn(session, Basket.held_until <= now):
            _let_go(session, basket_id)
        _drop(session, _in_turn(session, Basket.changed_at < now - KEPT))
        hold_turns.tidy(session, now)


def _card(session: Session, asset: int, units: int) -> AssetCard:
    card = catalogue(session).assets.get(asset)
    if card is None:
        raise NotFound("asset_unknown")
    if units < 1:
        raise Refused("units_not_positive", units=units)
    if units > card.units:
        raise Refused("units_beyond_stock", units=units, limit=card.units, asset=card.name)
    return card


def _own(session: Session, whose: Whose, setting: Setting, now: datetime) -> Basket:
    """The basket to change, with its turn taken and nothing held any more; made when there is none."""
    values: dict[str, Any] = {
        "purpose": setting.purpose, "place": setting.place, "place_authority_id": setting.place_authority,
        "borrower_id": setting.borrower, "kind": setting.kind, "home_id": setting.home, "changed_at": now,
    }  # fmt: skip
    found = current(session, whose.key_hash, whose.account)
    if found is None:
        _drop(session, _in_turn(session, Basket.key_hash == whose.key_hash))  # left by another account
        insert = sqlite.insert if is_sqlite(session) else postgresql.insert
        made = insert(Basket).values(key_hash=whose.key_hash, account_id=whose.account, **values)
        session.execute(made.on_conflict_do_nothing(index_elements=["key_hash"]))
    mine = Basket.id == found.id if found else Basket.key_hash == whose.key_hash
    basket = session.scalars(select(Basket).where(mine).with_for_update().execution_options(populate_existing=True)).one()
    _let_go(session, basket.id)
    for name, value in values.items():
        setattr(basket, name, value)
    basket.account_id = basket.account_id or whose.account
    session.flush()
    return basket


def _in_turn(session: Session, which: ColumnElement[bool]) -> list[int]:
    """The ids of these baskets, once nobody else is at work on them: what is being held at this moment would stay behind in the ledger."""
    return list(session.scalars(select(Basket.id).where(which).order_by(Basket.id).with_for_update()))


def _line(session: Session, whose: Whose, line_id: int, now: datetime) -> tuple[Basket, BasketLine]:
    query = select(Basket, BasketLine).join(BasketLine, BasketLine.basket_id == Basket.id)
    row = session.execute(query.where(BasketLine.id == line_id, owned_by(whose.key_hash, whose.account)).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("basket_line_unknown")
    row[0].changed_at = now
    return row[0], row[1]


def _refuse_more(session: Session, basket: Basket) -> None:
    lines = session.scalar(select(func.count()).select_from(BasketLine).where(BasketLine.basket_id == basket.id)) or 0
    if lines >= MOST_LINES:
        raise Refused("too_many_lines", limit=MOST_LINES)


def _leaves(basket: Found) -> set[int]:
    return {leaf for line in basket.lines for leaf in line.asset.leaves}


def _again(session: Session, whose: Whose, before: Found) -> Found:
    """The basket as it is now that the locks are held. Raises Busy, to be tried again, when it was changed meanwhile."""
    session.execute(select(Basket.id).where(Basket.id == before.id).with_for_update())
    session.expire_all()
    after = current(session, whose.key_hash, whose.account)
    if after is None or after.id != before.id or not _leaves(after) <= _leaves(before):
        raise Busy(again=True)
    return after


def _refuse_hoarding(session: Session, basket: Found, network: bytes, now: datetime) -> None:
    others = select(func.count()).select_from(Basket).where(
        Basket.network_hash == network, Basket.held_until > now, Basket.id != basket.id
    )  # fmt: skip
    if (session.scalar(others) or 0) >= HELD_PER_NETWORK:
        raise TooMany("baskets_held", minutes=int(HELD_FOR.total_seconds() // 60))


def _lendable(session: Session, known: Catalogue, basket: Found, now: datetime) -> list[tuple[int, Facts]]:
    """The lines that can be held, judged as those of somebody of the basket's kind. Raises Taken when one is no longer free."""
    setting = basket.setting
    home = setting.home or setting.place_authority or min(known.authorities)
    borrower = stand_in(setting.kind or BorrowerKind.ASSOCIATION, home)
    open_lines = [line for line in basket.lines if _stays_open(known, line.asset, line.use)]
    if not open_lines:
        return []
    wanted = [Wanted(line.asset, line.use, line.units) for line in open_lines]
    facts = gather(session, known, borrower, Event(setting.purpose, setting.place_authority), wanted, now)
    judged = [(line.id, each, findings(each)) for line, each in zip(open_lines, facts, strict=True)]
    taken = [each.asset.name for _, each, found in judged if any(finding.code == "asset_taken" for finding in found)]
    if taken:
        raise Taken("basket_taken", assets=", ".join(taken))
    return [(line_id, each) for line_id, each, found in judged if outcome(found) is not Outcome.REFUSED]


def _stays_open(known: Catalogue, asset: AssetCard, use: Period) -> bool:
    try:
        known.periods(asset, use)
    except InvalidTime:
        return False
    return True


def _hold_lines(session: Session, basket: Found, lines: list[tuple[int, Facts]], network: bytes, now: datetime) -> Held:
    """Hold the lines whose turn is not over, all until the first moment at which one ends."""
    ends = hold_turns.ends(session, network, {leaf for _, facts in lines for leaf in facts.asset.leaves}, now)
    held = [(line_id, facts) for line_id, facts in lines if all(ends[leaf] > now for leaf in facts.asset.leaves)]
    leaves = {leaf for _, facts in held for leaf in facts.asset.leaves}
    until = min((ends[leaf] for leaf in leaves), default=None)
    if until:
        hold_turns.keep(session, network, leaves, until, now)
        for line_id, facts in held:
            _hold_line(session, line_id, facts, until)
    session.execute(update(Basket).where(Basket.id == basket.id).values(held_until=until, network_hash=until and network, changed_at=now))
    kept = {line_id for line_id, _ in held}
    return Held(until, tuple(facts.asset.name for line_id, facts in lines if line_id not in kept))


def _hold_line(session: Session, line_id: int, facts: Facts, until: datetime) -> None:
    period = facts.periods.blocked
    ledger.hold(session, facts.asset.leaves, facts.units, period, OccupancyKind.OPTION, f"{HOLDER}{line_id}", until)
    session.execute(update(BasketLine).where(BasketLine.id == line_id).values(blocked_start=period.start, blocked_end=period.end))


def _let_go(session: Session, basket_id: int) -> None:
    """Free what a basket holds; giving back needs no lock."""
    lines = list(session.scalars(select(BasketLine.id).where(BasketLine.basket_id == basket_id, BasketLine.blocked_start.is_not(None))))
    if lines:
        session.execute(delete(Occupancy).where(Occupancy.holder.in_([f"{HOLDER}{line}" for line in lines])))
        session.execute(update(BasketLine).where(BasketLine.id.in_(lines)).values(blocked_start=None, blocked_end=None))
    session.execute(update(Basket).where(Basket.id == basket_id, Basket.held_until.is_not(None)).values(held_until=None, network_hash=None))


def _drop(session: Session, baskets: Collection[int]) -> None:
    for basket_id in baskets:
        _let_go(session, basket_id)
    session.execute(delete(BasketLine).where(BasketLine.basket_id.in_(baskets)))
    session.execute(delete(Basket).where(Basket.id.in_(baskets)))
