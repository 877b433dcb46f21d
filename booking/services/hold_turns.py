"""How long somebody without an account may keep an asset from others: one quarter of an hour, and then it is others' turn."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from booking.services.rows import add_all
from models import HoldTurn

HELD_FOR = timedelta(minutes=15)
REST = timedelta(hours=2)  # counted from the start of a turn; only then does the same network get another for the same asset
TURNS_PER_ASSET = 4  # of all networks within REST: who has many networks keeps an asset for an hour of two at most
TURNS_PER_NETWORK = 60  # of all assets within REST


def ends(session: Session, network: bytes, leaves: Collection[int], now: datetime) -> dict[int, datetime]:
    """Until when this network may hold each of these leaf assets: the end of its turn, which may be over, or of the one that it gets now.

    Emptying a basket, changing it or beginning another gives no second turn. The locks on the assets and the network must be held.
    """
    recent = HoldTurn.started_at > now - REST
    own = select(HoldTurn.asset_id, HoldTurn.started_at).where(recent, HoldTurn.network_hash == network)
    mine = {asset: start for asset, start in session.execute(own)}  # noqa: C416 - Row is a tuple to Python, not to the type checker
    counted = select(HoldTurn.asset_id, func.count()).where(recent, HoldTurn.asset_id.in_(leaves)).group_by(HoldTurn.asset_id)
    turns = {asset: count for asset, count in session.execute(counted)}  # noqa: C416 - likewise
    found, left = {}, TURNS_PER_NETWORK - len(mine)
    for leaf in sorted(leaves):
        if leaf in mine:
            found[leaf] = mine[leaf] + HELD_FOR
        elif left > 0 and turns.get(leaf, 0) < TURNS_PER_ASSET:
            found[leaf], left = now + HELD_FOR, left - 1
        else:
            found[leaf] = now
    return found


def keep(session: Session, network: bytes, leaves: Collection[int], until: datetime, now: datetime) -> None:
    """Remember that the turns of these assets that begin now end at `until`; one that runs keeps its own end."""
    ours = HoldTurn.network_hash == network, HoldTurn.asset_id.in_(leaves)
    session.execute(delete(HoldTurn).where(*ours, HoldTurn.started_at <= now - REST))
    running = set(session.scalars(select(HoldTurn.asset_id).where(*ours)))
    start = until - HELD_FOR
    add_all(session, HoldTurn, [
        {"network_hash": network, "asset_id": leaf, "started_at": start} for leaf in sorted(set(leaves) - running)
    ])  # fmt: skip


def tidy(session: Session, now: datetime) -> None:
    """Forget turns after which another may begin; a network's number is kept no longer than that."""
    session.execute(delete(HoldTurn).where(HoldTurn.started_at <= now - REST))
