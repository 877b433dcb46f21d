"""Somebody follows a calendar of the demo region: what the tests of feeds have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import icalendar
from sqlalchemy import delete, select
from werkzeug.test import TestResponse

from booking.demo import cast
from booking.queries.feeds import Followed
from booking.rules.feeds import Scope
from booking.rules.kinds import Handover
from booking.services import feeds
from models import Category, Task, TaskPlan
from tests.services.world import World, period

STAGE = cast.STAGE_ZANDHOVEN
FEAST = period("2027-06-12 10:00", "2027-06-12 22:00")
LATER = period("2027-06-19 10:00", "2027-06-19 22:00")
NOW = "2027-03-01T09:00:00+01:00"


def subscribe(
    region: World, scope: str = "depot", email: str = cast.TECHNICIAN_ZANDHOVEN, *, subject: int = 0, within: int | None = None,
    name: str = "Loods", **settings: Any,
) -> str:  # fmt: skip
    """The token of a new calendar of what the story is about, or of another subject."""
    what = Followed(Scope(scope), subject or subject_of(region, scope), within)
    return feeds.create(region.session, region.actor(email), feeds.Wish(what, feeds.Settings(name, **settings)), region.now)


def subject_of(region: World, scope: str) -> int:
    """The stage of Zandhoven, its depot, its category and its owner, and the association that borrows it."""
    if scope == "depot":
        return region.asset(STAGE).keepers[0].subject
    if scope in {"asset", "category"}:
        return region.asset(STAGE).id if scope == "asset" else region.asset(STAGE).category_id
    if scope == "occupancy":
        return region.asset(cast.HALL_RANST).id
    if scope == "borrower":
        return cast.borrower_id(region.session, cast.ASSOCIATION_RANST)
    return cast.authority_id(region.session, cast.ZANDHOVEN)


def stage(region: World, use=FEAST) -> str:
    """The stage is lent, brought and fetched, and nothing else is to be done for it; returns the reference."""
    region.session.execute(delete(TaskPlan).where(TaskPlan.asset_id == region.asset(STAGE).id))
    region.session.commit()
    return region.lend(STAGE, use, cast.DESK_ZANDHOVEN, handover=Handover.DELIVERY)


def category(region: World, code: str) -> int:
    return region.session.scalars(select(Category.id).where(Category.code == code)).one()


def events(answer: TestResponse) -> list[icalendar.Event]:
    """What a program reads in an answer."""
    assert answer.status_code == 200, answer.text
    return icalendar.Calendar.from_ical(answer.data).events


def planned(region: World) -> list[datetime]:
    """When the tasks begin."""
    return list(region.session.scalars(select(Task.starts_at).order_by(Task.id)))
