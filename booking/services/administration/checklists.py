"""Changing what is looked at and counted at each hand-over and return. What was seen before keeps the words of then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from booking.queries.administration.checklists import Whose, lines_of, number_of, whose
from booking.rules.permissions import Actor
from booking.services.administration.assets.settings import NOUN as ASSET
from booking.services.administration.assets.settings import own_asset
from booking.services.administration.changes import check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import ChecklistItem

NOUN = "checklist"


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line as it should be; `id` of one that was there. `value_cents` only of what is counted."""

    kind: str
    text: str
    units: int = 1
    value_cents: int | None = None
    id: int | None = None


def change_checklist(session: Session, actor: Actor, number: int, version: int, lines: Sequence[ListLine], now: datetime) -> None:
    """Give a category of an owner this list. Raises NotFound, ChangedMeanwhile."""
    with transaction(session):
        owner, category = whose(session, actor, number)
        check_version(session, NOUN, number, version)
        told = _replace(session, owner, lines)
        key = number_of(owner.authority, category.id)
        record_change(session, actor, NOUN, key, *told, now, authority=owner.authority)


def change_own_checklist(session: Session, actor: Actor, asset: int, version: int, lines: Sequence[ListLine], now: datetime) -> None:
    """Give an asset this list of its own, beside that of its category. Raises NotFound, ChangedMeanwhile."""
    with transaction(session):
        _row, authority = own_asset(session, actor, asset, now)
        check_version(session, ASSET, asset, version)
        told = _replace(session, Whose(authority, asset=asset), lines)
        record_change(session, actor, ASSET, asset, *told, now, authority=authority)


def _replace(session: Session, owner: Whose, lines: Sequence[ListLine]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """A line that stays keeps its id, by which what went out is compared with what comes back. Returns before and after, as history."""
    before = lines_of(session, owner)
    kept = {line.id for line in lines} & {row.id for row in before}
    told = [_said(row.kind, row.text, row.units) for row in before]
    session.execute(delete(ChecklistItem).where(ChecklistItem.id.in_({row.id for row in before} - kept)))
    for position, line in enumerate(lines, 1):
        values = {**asdict(line), "position": position, "value_cents": line.value_cents if line.kind == "accessory" else None}
        key = values.pop("id")
        if key in kept:
            session.execute(update(ChecklistItem).where(ChecklistItem.id == key).values(**values))
        else:
            add(session, ChecklistItem, authority_id=owner.authority, category_id=owner.category, asset_id=owner.asset, **values)
    return {"checklist": told}, {"checklist": [_said(line.kind, line.text, line.units) for line in lines]}


def _said(kind: str, text: str, units: int) -> str:
    return f"{text} ({units} ×)" if kind == "accessory" else text
