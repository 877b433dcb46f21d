"""The basket of a browser or an account: what was put together for one event and is not asked for yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard
from booking.rules.kinds import BorrowerKind, Purpose
from booking.rules.periods import Period
from models import Basket, BasketLine

HOLDER = "basket_line:"


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lines of a basket are for: the kind of use, where, and who will ask: a borrower, or only a kind of one and its home."""

    purpose: str = Purpose.EVENT
    place: str = ""
    place_authority: int | None = None
    borrower: int | None = None
    kind: BorrowerKind | None = None
    home: int | None = None


@dataclass(frozen=True, slots=True)
class InBasket:
    """Units of an asset for a period."""

    id: int
    asset: AssetCard
    use: Period
    units: int
    measures: Mapping[str, Decimal]

    @property
    def holder(self) -> str:
        """The name under which it stands in the ledger while its basket is held."""
        return f"{HOLDER}{self.id}"


@dataclass(frozen=True, slots=True)
class Found:
    """A basket with at least one line, in the order in which the lines were put in. `held_until` may lie in the past."""

    id: int
    setting: Setting
    lines: tuple[InBasket, ...]
    held_until: datetime | None

    def is_held(self, now: datetime) -> bool:
        """True while the ledger keeps these units for nobody else."""
        return self.held_until is not None and self.held_until > now

    def holders(self, now: datetime) -> frozenset[str]:
        """Whose rows of the ledger are this basket's own, so that they stand in nobody's way here."""
        return frozenset(line.holder for line in self.lines) if self.is_held(now) else frozenset()


def current(session: Session, key_hash: bytes | None, account_id: int | None) -> Found | None:
    """The basket of this browser (by the hash of its cookie's key) or else of this account; None when it is empty or there is none."""
    if key_hash is None and account_id is None:
        return None
    lines = select(BasketLine).where(BasketLine.basket_id == Basket.id).exists()
    query = select(Basket).where(owned_by(key_hash, account_id), lines).order_by(Basket.changed_at.desc(), Basket.id.desc()).limit(1)
    row = session.scalars(query).one_or_none()
    return _found(session, row) if row else None


def owned_by(key_hash: bytes | None, account_id: int | None) -> ColumnElement[bool]:
    """The baskets that this browser and this account may see: a browser that changed hands does not show what another account put in."""
    mine = and_(Basket.key_hash == key_hash, or_(Basket.account_id.is_(None), Basket.account_id == account_id))
    return mine if account_id is None else or_(mine, Basket.account_id == account_id)


def _found(session: Session, row: Basket) -> Found:
    known = catalogue(session).assets
    kind = BorrowerKind(row.kind) if row.kind else None
    setting = Setting(row.purpose, row.place, row.place_authority_id, row.borrower_id, kind, row.home_id)
    lines = session.scalars(select(BasketLine).where(BasketLine.basket_id == row.id).order_by(BasketLine.id))
    return Found(row.id, setting, tuple(_line(known, line) for line in lines if line.asset_id in known), row.held_until)


def _line(known: Mapping[int, AssetCard], line: BasketLine) -> InBasket:
    measures = {name: Decimal(amount) for name, amount in (line.measures or {}).items()}
    return InBasket(line.id, known[line.asset_id], Period(line.use_start, line.use_end), line.units, measures)
