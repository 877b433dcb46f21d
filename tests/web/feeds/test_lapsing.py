"""What lapses, on its last day: for who keeps things in order, with names only for who may know them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from booking.demo import cast
from booking.rules.feeds import Detail
from booking.rules.refusals import NotFound
from models import Recognition, Role
from tests.services.world import TODAY
from tests.web.feeds.following import events, subscribe

pytestmark = pytest.mark.one_engine

PLATFORM = cast.PLATFORM_ZANDHOVEN
LAST = TODAY + timedelta(days=80)
"""The last day of its newest inspection in the demo region."""


def of_platform(region, answer):
    return [one for one in events(answer) if region.asset(PLATFORM).name in str(one["SUMMARY"])]


def test_an_inspection_stands_on_its_last_day_and_rings_at_nine(region, get):
    (one,) = of_platform(region, get(subscribe(region, "expiries", cast.DESK_ZANDHOVEN, alarms=(1440, 43200))))
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (LAST, LAST + timedelta(days=1))
    assert str(one["SUMMARY"]) == f"Keuring vervalt: {region.asset(PLATFORM).name}"
    assert "geldig tot en met do 20 mei 2027" in str(one["DESCRIPTION"])
    assert [alarm["TRIGGER"].dt for alarm in one.walk("VALARM")] == [-timedelta(hours=15), -timedelta(days=29, hours=15)]
    assert (str(one["TRANSP"]), str(one["CATEGORIES"].to_ical(), "utf-8")) == ("TRANSPARENT", "Keuring")
    assert str(one["URL"]).endswith("/beheer/in-orde")


def test_what_is_renewed_moves_to_its_new_last_day(region, get):
    token = subscribe(region, "expiries", cast.DESK_ZANDHOVEN)
    before = get(token)
    assert get(token, If_None_Match=before.headers["ETag"]).status_code == 304
    region.inspect(PLATFORM, date(2027, 3, 1), date(2027, 6, 1))
    after = get(token, If_None_Match=before.headers["ETag"])
    assert [one["DTSTART"].dt for one in of_platform(region, after)] == [date(2027, 6, 1)]
    assert of_platform(region, after)[0]["UID"] != of_platform(region, before)[0]["UID"]


def test_a_calendar_without_people_tells_that_something_lapses_and_not_whose(region, get):
    ranst, house = cast.authority_id(region.session, cast.RANST), cast.borrower_id(region.session, cast.ASSOCIATION_RANST)
    mine = update(Recognition).where(Recognition.borrower_id == house, Recognition.authority_id == ranst)
    region.session.execute(mine.values(valid_until=TODAY + timedelta(days=40)))
    region.session.commit()
    whole, nameless = (
        get(subscribe(region, "expiries", cast.DESK_RANST, subject=ranst, detail=detail)) for detail in (Detail.FULL, Detail.NAMELESS)
    )
    assert len(events(whole)) == len(events(nameless))
    told = f"Erkenning vervalt: {cast.ASSOCIATION_RANST}"
    assert told in [str(one["SUMMARY"]).partition(" – ")[0] for one in events(whole)]
    assert "Erkenning vervalt" in [str(one["SUMMARY"]) for one in events(nameless)]
    assert "Lindekapel" not in nameless.text


def test_only_who_keeps_things_in_order_follows_it_and_only_for_as_long(region, get):
    with pytest.raises(NotFound):
        subscribe(region, "expiries", cast.TECHNICIAN_ZANDHOVEN)
    with pytest.raises(NotFound):
        subscribe(region, "expiries", cast.DESK_RANST)
    token = subscribe(region, "expiries", cast.DESK_ZANDHOVEN)
    assert get(token).status_code == 200
    region.session.execute(update(Role).values(valid_until=date(2027, 2, 28)))
    region.session.commit()
    assert get(token).status_code == 404
