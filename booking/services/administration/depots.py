"""Depots and hall buildings: where they are, when they are open, and the days that differ."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from booking.queries.administration.depots import week_of
from booking.rules.hours import Slots, written_hours
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change
from booking.services.rows import add, add_all
from booking.services.transaction import transaction
from models import Depot, OpeningSlot

NOUN = "depot"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class DepotSettings:
    """What an administrator may change about a place."""

    kind: str
    name: str
    address: str
    lat: float | None = None
    lon: float | None = None


def create_depot(session: Session, actor: Actor, authority: int, wanted: DepotSettings, week: tuple[Slots, ...], now: datetime) -> int:
    """A new place of an authority with the slots of each weekday (none at all: always open); returns its id. Raises NotFound."""
    with transaction(session):
        _check(actor, authority)
        key = add(session, Depot, authority_id=authority, **asdict(wanted))
        _write_week(session, key, week)
        record_change(session, actor, NOUN, key, None, {**asdict(wanted), **_told(week)}, now, authority=authority)
        return key


def change_depot(
    session: Session, actor: Actor, key: int, version: int, wanted: DepotSettings, week: tuple[Slots, ...], now: datetime
) -> None:
    """What was promised keeps its hand-over; what is asked from now on follows the new hours. Raises NotFound, ChangedMeanwhile."""
    with transaction(session):
        row = _own(session, actor, key)
        check_version(session, NOUN, key, version)
        before, after = change_row(session, row, wanted)
        hours = week_of(list(session.scalars(select(OpeningSlot).where(OpeningSlot.depot_id == key).order_by(OpeningSlot.opens))))
        if hours != week:
            session.execute(delete(OpeningSlot).where(OpeningSlot.depot_id == key, OpeningSlot.valid_until.is_(None)))
            _write_week(session, key, week)
        record_change(session, actor, NOUN, key, {**before, **_told(hours)}, {**after, **_told(week)}, now, authority=row.authority_id)


def open_extra(session: Session, actor: Actor, key: int, day: date, slots: Slots, now: datetime) -> None:
    """Open on one day beside the weekly hours. Raises NotFound, Refused `place_always_open`, `hours_overlap`."""
    with transaction(session):
        row = _own(session, actor, key)
        known = list(session.scalars(select(OpeningSlot).where(OpeningSlot.depot_id == key)))
        if not known:
            raise Refused("place_always_open", field="day")
        there = [slot for slot in known if slot.weekday == day.weekday() and _holds(slot, day)]
        if any(opens < slot.closes and slot.opens < closes for opens, closes in slots for slot in there):
            raise Refused("hours_overlap", field="hours")
        dates = {"depot_id": key, "weekday": day.weekday(), "valid_from": day, "valid_until": day}
        add_all(session, OpeningSlot, [{**dates, "opens": opens, "closes": closes} for opens, closes in slots])
        told = f"{day.isoformat()} {written_hours(slots)}"
        record_change(session, actor, NOUN, key, {"extra": ""}, {"extra": told}, now, authority=row.authority_id)


def drop_extra(session: Session, actor: Actor, key: int, slot_id: int, now: datetime) -> None:
    """Take back an extra opening. Raises NotFound."""
    with transaction(session):
        row, slot = _own(session, actor, key), session.get(OpeningSlot, slot_id)
        if slot is None or slot.depot_id != key or slot.valid_until is None:
            raise NotFound()
        told = f"{slot.valid_until.isoformat()} {written_hours([(slot.opens, slot.closes)])}"
        session.delete(slot)
        session.flush()
        record_change(session, actor, NOUN, key, {"extra": told}, {"extra": ""}, now, authority=row.authority_id)


def _holds(slot: OpeningSlot, day: date) -> bool:
    return (slot.valid_from is None or slot.valid_from <= day) and (slot.valid_until is None or day <= slot.valid_until)


def _own(session: Session, actor: Actor, key: int) -> Depot:
    row = session.get(Depot, key, populate_existing=True)
    if row is None:
        raise NotFound()
    _check(actor, row.authority_id)
    return row


def _check(actor: Actor, authority: int) -> None:
    if not may(actor, "depot.administer", authorities=(authority,)):
        raise NotFound()


def _write_week(session: Session, key: int, week: tuple[Slots, ...]) -> None:
    dates = {"depot_id": key, "valid_from": None, "valid_until": None}
    rows = [{**dates, "weekday": n, "opens": opens, "closes": closes} for n, slots in enumerate(week) for opens, closes in slots]
    add_all(session, OpeningSlot, rows)


def _told(week: tuple[Slots, ...]) -> dict[str, str]:
    return {day: written_hours(slots) for day, slots in zip(DAYS, week, strict=True)}
