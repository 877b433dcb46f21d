"""The kinds of assets that all owners share: taken into use, and given the time that their assets need around a loan."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.rules.categories import STANDARD
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Category

NOUN = "category"


@dataclass(frozen=True, slots=True)
class CategorySettings:
    """What the steward may change: what lists call it, and the time around a loan of assets that say nothing themselves."""

    name: str
    hours_before: int = 0
    hours_after: int = 0
    open_days_before: int = 0
    open_days_after: int = 0


def take_into_use(session: Session, actor: Actor, code: str, now: datetime) -> int:
    """From now on assets can be of this category; returns its id, also when it was in use. Raises NotFound, Refused `choice_unknown`."""
    standard = next((each for each in STANDARD if each.code == code), None)
    if not may(actor, "category.administer"):
        raise NotFound()
    if standard is None:
        raise Refused("choice_unknown", field="code", value=code[:40])
    with transaction(session):
        there = session.scalar(select(Category.id).where(Category.code == code).with_for_update())
        if there is not None:
            return there
        key = add(session, Category, **asdict(standard))
        record_change(session, actor, NOUN, key, None, asdict(standard), now)
        return key


def take_all_into_use(session: Session, actor: Actor, now: datetime) -> None:
    """Everything that the product knows, as a new installation begins. Raises NotFound."""
    with transaction(session):
        for each in STANDARD:
            take_into_use(session, actor, each.code, now)


def change_category(session: Session, actor: Actor, key: int, version: int, wanted: CategorySettings, now: datetime) -> None:
    """What was promised keeps its periods; what is asked from now on follows the new settings. Raises NotFound, ChangedMeanwhile."""
    with transaction(session):
        row = session.get(Category, key, populate_existing=True, with_for_update=True)
        if row is None or not may(actor, "category.administer"):
            raise NotFound()
        check_version(session, NOUN, key, version)
        record_change(session, actor, NOUN, key, *change_row(session, row, wanted), now)
