"""A calendar of others goes by another name here, or is asked for at another pace."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.rules.refusals import NotFound, Refused
from booking.services import calendar_imports as calendars
from booking.services.administration.changes import ChangedMeanwhile
from booking.services.calendar_imports import CalendarSettings
from models import Fact
from tests.services.test_calendars import MEANS, again, followed, school, source  # noqa: F401 - the same school
from tests.services.world import World
from tests.support.calendars import Served

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_another_name_is_read_wherever_it_takes_the_hall_and_another_pace_counts_from_the_last_time(world: World, school: Served) -> None:  # noqa: F811
    key, dirk = followed(world, address=school.url), world.actor(cast.ADMINISTRATOR_RANST)
    good = world.now
    world.now += timedelta(hours=2)
    calendars.change(world.session, dirk, key, 0, CalendarSettings(" Sporthal:  lessen ", 24), world.now)
    assert (source(world, key).name, source(world, key).due_at) == ("Sporthal: lessen", good + timedelta(hours=24))
    assert set(world.session.scalars(select(Fact.note).where(Fact.kind == "imported"))) == {"Sporthal: lessen"}
    calendars.change(world.session, dirk, key, 1, CalendarSettings("Sporthal: lessen", 1), world.now)
    assert calendars.refresh(world.session, MEANS, key, world.now) == "calendar_same"
    assert source(world, key).due_at == world.now + timedelta(hours=1)
    with pytest.raises(ChangedMeanwhile):
        calendars.change(world.session, dirk, key, 1, CalendarSettings("Anders", 1), world.now)
    for name, wrong in (("", "field_required"), ("x" * 201, "name_too_long")):
        with pytest.raises(Refused, match=wrong):
            calendars.change(world.session, dirk, key, 2, CalendarSettings(name, 1), world.now)
    school.status, school.headers = 500, {}
    assert again(world, key, 1) == "fetch_status"
    due = source(world, key).due_at
    calendars.change(world.session, dirk, key, 2, CalendarSettings("Sporthal", 168), world.now)
    assert source(world, key).due_at == due, "what fails is asked for at its own pace"
    with pytest.raises(NotFound):
        calendars.change(world.session, world.actor(cast.DESK_RANST), key, 3, CalendarSettings("Van mij", 1), world.now)
