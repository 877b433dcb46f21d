"""What something should take of the ledger, and what is left uncovered when its rows are laid against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import String, cast, literal, select
from sqlalchemy.orm import Session

from booking.rules.availability import leaves
from models import Asset, Base, Category, Occupancy, Part


class Shape(NamedTuple):
    """Units of each leaf over a period."""

    parts: Mapping[int, int]
    start: datetime
    end: datetime

    def holds(self, row: Any) -> bool:
        """True when the row is a piece of this shape."""
        return self.parts.get(row.asset_id) == row.units and self.start <= row.starts_at and row.ends_at <= self.end

    def gaps(self, rows: Iterable[Any]) -> Iterator[tuple[int, datetime]]:
        """The leaves on which pieces do not follow each other from start to end, with the moment they reach; overlapping ones may."""
        pieces = by_asset(rows)
        for leaf in self.parts:
            reached = self.start
            for row in pieces[leaf]:
                if row.starts_at > reached:
                    break
                reached = max(reached, row.ends_at)
            if reached < self.end:
                yield leaf, reached


class Parts:
    """The graph of parts, read once."""

    def __init__(self, session: Session) -> None:
        self.graph: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in session.execute(select(Part.whole_id, Part.part_id, Part.units)):
            self.graph[row.whole_id].append((row.part_id, row.units))
        self.halls = set(session.scalars(select(Asset.id).join(Category, Category.id == Asset.category_id).where(Category.in_place)))

    def shape(self, asset: int, units: int, start: datetime, end: datetime) -> Shape:
        """What units of an asset take of its leaves. Raises InvalidParts for an asset within itself."""
        return Shape(leaves(self.graph, asset, units, self.halls), start, end)


def by_asset(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    """Rows of the ledger per asset, in order of time."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.starts_at, row.id)):
        found[row.asset_id].append(row)
    return found


def held(session: Session, noun: str, model: type[Base], ids: Sequence[int]) -> dict[int, list[Any]]:
    """The rows of the ledger whose holder is `noun:id`, for rows of the model from the first to the last of these ids."""
    key, row = model.__table__.c.id, Occupancy
    columns = (row.id, row.asset_id, row.starts_at, row.ends_at, row.units, row.kind, row.expires_at)
    query = select(key.label("of"), *columns).join(row, row.holder == literal(f"{noun}:") + cast(key, String))
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in session.execute(query.where(key.between(ids[0], ids[-1]))):
        found[each.of].append(each)
    return found
