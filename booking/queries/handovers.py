"""What was seen when something went out and came back, what is still out, and what is to be looked at now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.handovers import Asked, ItemKind, Tally, Way, asked_of, left_to_come, still_out
from booking.rules.permissions import Actor, may
from models import Account, Borrower, ChecklistItem, Document, Dossier, HandoverItem, HandoverRecord, Line, Part, Reservation

SUBJECT = "handover_record"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph in two sizes, as ids of documents."""

    large: int
    small: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """What was seen of one thing; money in cents."""

    key: str
    kind: ItemKind
    text: str
    expected: int
    counted: int | None
    fine: bool
    note: str
    estimate: int
    photos: list[Photo]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A hand-over or a return, whole or in part; `by` is who noted it, `order` and `fact` what followed."""

    id: int
    way: Way
    units: int
    units_missing: int
    person: str
    operator_seen: bool
    driver_seen: bool
    note: str
    entered_at: datetime
    at: datetime
    by: str | None
    order: int | None
    fact: int | None
    items: list[ItemView] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)

    @property
    def by_key(self) -> dict[str, ItemView]:
        """Its items by the key that they have out and back."""
        return {item.key: item for item in self.items}

    @property
    def wrong(self) -> list[ItemView]:
        """What was not as it should be: not in order, or short."""
        return [item for item in self.items if not item.fine or (item.counted is not None and item.counted < item.expected)]


def units_out(session: Session, line: Line) -> int:
    """Units of a line that is lent which are still with the borrower."""
    return still_out(line.units, returns_of(session, line))


def returns_of(session: Session, line: Line) -> list[Tally]:
    """How many units of a line came back, and how many never will, at each return so far."""
    query = select(HandoverRecord.units, HandoverRecord.units_missing)
    back = session.execute(query.where(HandoverRecord.line_id == line.id, HandoverRecord.way == Way.BACK))
    return [Tally(units, missing) for units, missing in back]


def counted_since(session: Session, line_id: int, record: int, keys: Collection[str]) -> tuple[datetime, str | None] | None:
    """When and by whom any of these things was counted back in a return after this record; None when nobody did."""
    query = (
        select(HandoverRecord.at, Account.name)
        .join(HandoverItem, HandoverItem.record_id == HandoverRecord.id)
        .outerjoin(Account, Account.id == HandoverRecord.account_id)
        .where(HandoverRecord.line_id == line_id, HandoverRecord.way == Way.BACK, HandoverRecord.id > record)
        .where(HandoverItem.key.in_(keys), HandoverItem.counted > 0)
        .order_by(HandoverRecord.id.desc())
    )
    found = session.execute(query.limit(1)).one_or_none()
    return (found.at, found.name) if found else None


def records_of(session: Session, lines: Collection[int]) -> dict[int, list[RecordView]]:
    """What was seen of each of these lines, oldest first. Ask only for lines that the reader may see."""
    query = select(HandoverRecord, Account.name).outerjoin(Account, Account.id == HandoverRecord.account_id)
    rows = session.execute(query.where(HandoverRecord.line_id.in_(lines)).order_by(HandoverRecord.id)).all() if lines else []
    ids = [row.id for row, _name in rows]
    items, photos = _items(session, ids), _photos(session, ids)
    found: defaultdict[int, list[RecordView]] = defaultdict(list)
    for row, name in rows:
        view = RecordView(
            row.id, Way(row.way), row.units, row.units_missing, row.person, row.operator_seen, row.driver_seen, row.note,
            row.entered_at, row.at, name, row.order_id, row.fact_id, [], photos[row.id, 0],
        )  # fmt: skip
        view.items.extend(_item(each, photos[row.id, each.position]) for each in items[row.id])
        found[row.line_id].append(view)
    return found


def may_read_record(session: Session, actor: Actor, record: int, _now: datetime) -> bool:
    """True for who lends the line that a record is of, and for whoever has or had it."""
    query = (
        select(Dossier.authority_id, Reservation.borrower_id, Reservation.account_id, Borrower.authority_id)
        .join(Line, Line.dossier_id == Dossier.id)
        .join(HandoverRecord, HandoverRecord.line_id == Line.id)
        .join(Reservation, Reservation.id == Line.reservation_id)
        .join(Borrower, Borrower.id == Reservation.borrower_id)
        .where(HandoverRecord.id == record)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return False
    owner, borrower, asker, home = found
    return may(actor, "reservation.read", authorities=(owner,), borrower=borrower, asked_by=asker, home=home)


def to_look_at(session: Session, known: Catalogue, card: AssetCard, owner: int, units: int) -> list[Asked]:
    """What is looked at and counted when so many units of an asset go out: its parts, and what its owner's checklists say of its category
    and of the asset itself. Nothing on any list leaves one question, without words of its own: is it whole and clean?
    """
    return all_to_look_at(session, known, [(card, units)], owner)[0]


def all_to_look_at(session: Session, known: Catalogue, going: Sequence[tuple[AssetCard, int]], owner: int) -> list[list[Asked]]:
    """The same for many assets, each with how many units of it go, in their order; by two queries whatever their number."""
    cards = [card for card, _units in going]
    mine = or_(ChecklistItem.category_id.in_({card.category_id for card in cards}), ChecklistItem.asset_id.in_({card.id for card in cards}))
    query = select(ChecklistItem).where(ChecklistItem.authority_id == owner, mine)
    rows = session.scalars(query.order_by(ChecklistItem.asset_id.is_not(None), ChecklistItem.position, ChecklistItem.id)).all()
    parts = _parts(session, known, [card for card in cards if not card.in_place])  # nobody counts the parts of a hall
    found = []
    for card, units in going:
        items = [_asked(row) for row in rows if row.category_id == card.category_id or row.asset_id == card.id]
        found.append(asked_of(items or [Asked("whole", ItemKind.CONDITION, "")], parts[card.id], units))
    return found


def to_look_at_back(asked: Sequence[Asked], records: Sequence[RecordView]) -> list[Asked]:
    """The same for what comes back: as it went out, or without a record of that as the checklists say now, less what came back before."""
    back = _counted([record for record in records if record.way is Way.BACK])
    out = next((record for record in records if record.way is Way.OUT and record.items), None)
    if out is None:
        return left_to_come(asked, {}, back)
    values = {each.key: each for each in asked}
    then = [_as_then(item, out.units, values.get(item.key)) for item in out.items]
    return left_to_come(then, _counted([out]), back)


def _as_then(item: ItemView, units: int, now: Asked | None) -> Asked:
    value, asset = (now.value_cents, now.asset) if now else (None, None)
    return Asked(item.key, item.kind, item.text, item.expected, value, asset, item.expected // units)


def _counted(records: Sequence[RecordView]) -> Mapping[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for item in (item for record in records for item in record.items if item.counted is not None):
        found[item.key] += item.counted or 0
    return found


def _asked(row: ChecklistItem) -> Asked:
    counted = row.kind == ItemKind.ACCESSORY
    return Asked(f"check-{row.id}", ItemKind(row.kind), row.text, row.units if counted else 0, row.value_cents if counted else None)


def _parts(session: Session, known: Catalogue, wholes: Sequence[AssetCard]) -> defaultdict[int, list[Asked]]:
    query = select(Part.whole_id, Part.part_id, Part.units).where(Part.whole_id.in_({card.id for card in wholes})).order_by(Part.id)
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for whole, part, units in session.execute(query):
        if part in known.assets:
            found[whole].append(_part(known.assets[part], units))
    return found


def _part(card: AssetCard, units: int) -> Asked:
    return Asked(f"part-{card.id}", ItemKind.PART, card.name, units, card.value_cents, card.id)


def _items(session: Session, records: Collection[int]) -> defaultdict[int, list[HandoverItem]]:
    query = select(HandoverItem).where(HandoverItem.record_id.in_(records)).order_by(HandoverItem.record_id, HandoverItem.position)
    found: defaultdict[int, list[HandoverItem]] = defaultdict(list)
    for row in session.scalars(query) if records else ():
        found[row.record_id].append(row)
    return found


def _item(row: HandoverItem, photos: list[Photo]) -> ItemView:
    return ItemView(row.key, ItemKind(row.kind), row.text, row.expected, row.counted, row.fine, row.note, row.estimate, photos)


def _photos(session: Session, records: Collection[int]) -> defaultdict[tuple[int, int], list[Photo]]:
    """By record and place: each small size follows its large one (`services/handovers/slips.py`)."""
    query = select(Document.id, Document.subject_id, Document.purpose)
    mine = query.where(Document.subject == SUBJECT, Document.subject_id.in_(records)).order_by(Document.subject_id, Document.id)
    rows = session.execute(mine).all() if records else []
    found: defaultdict[tuple[int, int], list[Photo]] = defaultdict(list)
    for large, small in zip(rows[::2], rows[1::2], strict=True):
        found[large.subject_id, int(large.purpose.rpartition("-")[2])].append(Photo(large.id, small.id))
    return found
