"""The board as a whole: its rows with what stands on each, in at most four queries whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TypeVar

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.planning.chosen import Chosen, Wanted, chosen
from booking.queries.planning.told import SHOWN, Bar, Incident, Loan, held, incidents, loans, tone
from booking.rules.availability import Row as Taken
from booking.rules.availability import free_of_composite, peaks
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, DepotCard
from booking.rules.periods import local
from booking.rules.permissions import Actor, authorities_for
from booking.rules.planning import Held, Scale, joined, lanes, rooms, union

PER_PAGE = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """An asset on the board. `taken` are the stretches in which it cannot be had; of stock `free` has the units left per column instead."""

    asset: AssetCard
    owner: AuthorityCard
    house: AuthorityCard
    depot: DepotCard
    depth: int
    bars: list[Bar]
    taken: list[tuple[int, int]]
    free: list[int] | None
    tones: frozenset[str]
    mine: bool

    @property
    def lanes(self) -> int:
        """How many bars stand one above another; of an asset that is no stock at least one."""
        return max((bar.lane + 1 for bar in self.bars), default=int(self.free is None))


@dataclass(frozen=True, slots=True)
class Board:
    """A page of rows, out of `total`; `page` counts from 1."""

    rows: list[Row]
    total: int
    page: int
    pages: int


def board(session: Session, actor: Actor, wanted: Wanted, now: datetime) -> Board:
    """The page of the board that is asked for; the nearest one that exists. Names and events only where the actor may see them."""
    known = catalogue(session)
    found = chosen(known, actor, wanted)
    if not wanted.asks_the_ledger:
        page, pages = _page(wanted.page, len(found))
        return Board(_rows(session, actor, known, wanted, _cut(found, page), now), len(found), page, pages)
    rows = [row for row in _rows(session, actor, known, wanted, found, now) if _answers(row, wanted)]
    page, pages = _page(wanted.page, len(rows))
    return Board(_cut(rows, page), len(rows), page, pages)


def _page(asked: int, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PER_PAGE))
    return min(max(asked, 1), pages), pages


def _cut(rows: Sequence[T], page: int) -> list[T]:
    return list(rows[(page - 1) * PER_PAGE : page * PER_PAGE])


def _answers(row: Row, wanted: Wanted) -> bool:
    if wanted.whose == "mine" and not row.mine:
        return False
    if wanted.shows == "free":
        return all(row.free) if row.free is not None else not row.taken
    return not wanted.shows or bool(row.tones & SHOWN[wanted.shows])


def _rows(session: Session, actor: Actor, known: Catalogue, wanted: Wanted, found: Sequence[Chosen], now: datetime) -> list[Row]:
    ledger = held(session, wanted.scale, now, sorted({leaf for each in found for leaf in each.asset.leaves}))
    recording = authorities_for(actor, "fact.record")
    after = {
        each.asset.id
        for each in found
        if each.owner.id in recording or (recording and known.depot(each.asset, wanted.day).authority in recording)
    }
    told = loans(session, actor, known, (row.holder for row in chain.from_iterable(ledger.values())))
    minded = {leaf for each in found if each.asset.id in after for leaf in each.asset.leaves}
    holders = (row.holder for leaf in minded for row in ledger.get(leaf, ()))
    facts = incidents(session, actor, known, holders, local(now).date())
    return [_row(known, wanted, each, ledger, told, facts if each.asset.id in after else None) for each in found]


def _row(
    known: Catalogue,
    wanted: Wanted,
    each: Chosen,
    ledger: Mapping[int, list[Held]],
    told: Mapping[str, Loan],
    facts: Mapping[str, Incident] | None,
) -> Row:
    asset, scale = each.asset, wanted.scale
    is_stock = any(known.assets[leaf].units > 1 for leaf in asset.leaves)
    rows = joined(_of_whole(asset, chain.from_iterable(ledger.get(leaf, ()) for leaf in asset.leaves)))
    tones = [tone(row, told.get(row.holder), each.house.id, looks_after=facts is not None) for row in rows]
    shown = [
        (row, each_tone)
        for row, each_tone in zip(rows, tones, strict=True)
        if not is_stock or _is_of(asset, told.get(row.holder)) or (each_tone == "fact" and asset.id in asset.leaves)
    ]
    placed = lanes([row for row, _ in shown])
    room = rooms(scale, [row for row, _ in shown], placed)
    return Row(
        asset=asset,
        owner=each.owner,
        house=each.house,
        depot=known.depot(asset, wanted.day),
        depth=each.depth,
        bars=[
            Bar(row, lane, quarters, each_tone, told.get(row.holder), facts.get(row.holder) if facts else None)
            for (row, each_tone), lane, quarters in zip(shown, placed, room, strict=True)
        ],
        taken=[] if is_stock else union(rows),
        free=_free(scale, asset, known.assets, ledger) if is_stock else None,
        tones=frozenset(tones),
        mine=any(row.holder in told and told[row.holder].mine for row in rows),
    )


def _of_whole(asset: AssetCard, rows: Iterable[Held]) -> Iterable[Held]:
    """Of a hall or kit itself there is one, however many units of its parts a loan takes."""
    return rows if asset.id in asset.leaves else (row._replace(units=1) for row in rows)


def _is_of(asset: AssetCard, loan: Loan | None) -> bool:
    """Of a kit only its own loans stand on its row: those of its parts have a row of their own."""
    return loan is not None and (asset.id in asset.leaves or loan.asset is asset)


def _free(scale: Scale, asset: AssetCard, cards: Mapping[int, AssetCard], ledger: Mapping[int, list[Held]]) -> list[int]:
    """Units of stock, or kits, that stay free throughout each column."""
    left = {}
    for leaf in asset.leaves:
        rows: list[Taken[int]] = [(row.start, row.end, row.units, row.holder) for row in ledger.get(leaf, ())]
        left[leaf] = [max(0, cards[leaf].units - highest) for highest in peaks(rows, scale.bounds)]
    if asset.id in left:
        return left[asset.id]
    columns = ({leaf: free[column] for leaf, free in left.items()} for column in range(scale.columns))
    return [min(asset.units, free_of_composite(asset.leaves, free)) for free in columns]
