"""What the desk offered who waits for something that cannot be kept, and what was chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.rules.catalogue import AssetCard, AuthorityCard
from booking.rules.kinds import OfferWay
from booking.rules.lifecycle import OPEN, LineState
from booking.rules.periods import Period, local
from models import Account, Conflict, ConflictOffer, Line


@dataclass(frozen=True, slots=True)
class OfferView:
    """A way out that was offered: the asset and its owner, or the other date; once chosen, who chose it (or wrote down what `told_by`
    said by telephone) and the line that came of it.
    """

    id: int
    conflict_id: int
    way: OfferWay
    asset: AssetCard | None
    owner: AuthorityCard | None
    use: Period | None
    note: str
    state: str
    answered_at: datetime | None
    answered_by: str | None
    line: int | None
    line_state: LineState | None
    told_by: str = ""

    @property
    def waits(self) -> bool:
        """True while another owner still decides on the line that came of it."""
        return self.state == "chosen" and self.line_state in OPEN


def offers_of(session: Session, conflicts: Collection[int]) -> dict[int, list[OfferView]]:
    """The offers of each of these conflicts that were not taken back, the chosen one first."""
    known = catalogue(session)
    query = (
        select(ConflictOffer, Account.name, Line.number, Line.state)
        .outerjoin(Account, Account.id == ConflictOffer.answered_by_id)
        .outerjoin(Line, Line.id == ConflictOffer.line_id)
        .where(ConflictOffer.conflict_id.in_(conflicts), ConflictOffer.state != "withdrawn")
        .order_by(ConflictOffer.state, ConflictOffer.id)
        .execution_options(populate_existing=True)
    )
    found: dict[int, list[OfferView]] = {}
    for row, who, number, state in session.execute(query) if conflicts else ():
        asset = known.assets[row.asset_id] if row.asset_id else None
        use = Period(row.use_start, row.use_end) if row.use_start and row.use_end else None
        owner = known.owner(asset, local(row.offered_at).date()) if asset else None
        view = OfferView(
            row.id, row.conflict_id, OfferWay(row.way), asset, owner, use, row.note, row.state, row.answered_at, who, number,
            LineState(state) if state else None, row.told_by,
        )  # fmt: skip
        found.setdefault(row.conflict_id, []).append(view)
    return found


def standing_offers(session: Session, line_id: int) -> tuple[int | None, list[OfferView]]:
    """The open conflict of a line for which something was offered, the latest, and its offers; (None, []) where there is none."""
    open_ones = select(Conflict.id).where(Conflict.line_id == line_id, Conflict.resolution.is_(None)).order_by(Conflict.id.desc())
    ids = session.scalars(open_ones).all()
    offers = offers_of(session, ids)
    return next(((key, offers[key]) for key in ids if key in offers), (None, []))


def offered_lines(session: Session, lines: Collection[int]) -> set[int]:
    """Of these lines, those for which the borrower has still to choose."""
    query = (
        select(Conflict.line_id)
        .join(ConflictOffer, ConflictOffer.conflict_id == Conflict.id)
        .where(Conflict.line_id.in_(lines), Conflict.resolution.is_(None), ConflictOffer.state == "offered")
    )
    return set(session.scalars(query)) if lines else set()
