"""When a hall is taken, for everybody: no names, told at once, and called off for sixty days."""

from __future__ import annotations

import pytest
from sqlalchemy import event, select, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.feeds import Followed
from booking.rules.feeds import Scope
from booking.rules.permissions import NOBODY
from booking.services import feeds, incidents, reservations
from booking.web.extensions import db
from models import Asset, Feed, Occupancy
from models.engine import beside
from tests.services.world import moment
from tests.support.engines import on_both_engines
from tests.web.feeds.following import FEAST, LATER, events, subject_of, subscribe

pytestmark = pytest.mark.one_engine

HALL = cast.HALL_RANST


@on_both_engines
def test_a_request_a_promise_and_a_closure_are_told_at_once_and_by_nobodys_name(region, get):
    token = subscribe(region, "occupancy", cast.ORGANISER)
    empty = get(token)
    assert events(empty) == []
    empty = get(token)  # from now on what is written in the ledger is noticed
    assert get(token, If_None_Match=empty.headers["ETag"]).status_code == 304
    reference = region.ask(HALL, FEAST)
    asked = get(token, If_None_Match=empty.headers["ETag"])
    (one,) = events(asked)
    assert (str(one["STATUS"]), str(one["SUMMARY"])) == ("TENTATIVE", f"{region.asset(HALL).name} – in aanvraag")
    reservations.approve(region.session, region.actor(cast.DESK_RANST), reference, 1, region.now)
    promised = get(token, If_None_Match=asked.headers["ETag"])
    (other,) = events(promised)
    assert (str(other["STATUS"]), str(other["UID"])) == ("CONFIRMED", str(one["UID"]))
    assert other["SEQUENCE"] > one["SEQUENCE"]
    assert other["DTSTART"].dt <= FEAST.start < FEAST.end <= other["DTEND"].dt
    desk = region.actor(cast.DESK_RANST)
    incidents.record_closure(region.session, desk, region.asset(HALL).id, region.now, LATER.start, LATER.end, note="Schilderwerken")
    closed = get(token, If_None_Match=promised.headers["ETag"])
    assert len(events(closed)) == 2
    for told in (asked, promised, closed):
        assert not any(word in told.text for word in ("Zomerfeest", "Lindekapel", "Sofie", reference, "Schilderwerken"))


def test_what_is_called_off_is_told_for_sixty_days(region, get, at):
    token = subscribe(region, "occupancy", cast.ORGANISER)
    reference = region.lend(HALL, FEAST)
    (before,) = events(get(token))
    reservations.cancel_line(region.session, region.actor(cast.ORGANISER), reference, 1, region.now)
    (after,) = events(get(token))
    assert (str(after["STATUS"]), str(after["UID"])) == ("CANCELLED", str(before["UID"]))
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    at("2027-05-01T09:00:00+02:00")
    assert events(get(token)) == []


def test_a_hall_is_taken_when_any_part_of_it_is_and_told_once(region, get):
    whole = next(card for card in catalogue(region.session).assets.values() if card.in_place and len(card.leaves) > 1)
    token = subscribe(region, "occupancy", cast.ORGANISER, subject=whole.id)
    get(token)
    tag = get(token).headers["ETag"]
    shut = {"starts_at": FEAST.start, "ends_at": FEAST.end, "units": 1, "kind": "closure", "promise": False, "holder": "fact:999"}
    region.session.add(Occupancy(asset_id=max(whole.leaves), **shut))
    region.session.commit()
    (one,) = events(get(token, If_None_Match=tag))
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (FEAST.start, FEAST.end)


@on_both_engines
def test_who_has_this_version_already_costs_no_look_at_the_ledger(region, get):
    region.lend(HALL, FEAST)
    token = subscribe(region, "occupancy", cast.ORGANISER)
    get(token)
    first = get(token)
    asked: list[str] = []
    event.listen(beside(db.engine), "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert get(token, If_None_Match=first.headers["ETag"]).status_code == 304
    assert len(asked) == 2
    assert not any("occupancy" in statement.lower().replace("'occupancy'", "") for statement in asked)


def test_a_stranger_gets_an_address_too_and_it_goes_when_nobody_uses_it(region, get):
    hall = subject_of(region, "occupancy")
    what = feeds.Wish(Followed(Scope.OCCUPANCY, hall), feeds.Settings("Zaal", "fr"))
    read, unread = (feeds.create(region.session, NOBODY, what, region.now) for _ in range(2))
    region.lend(HALL, FEAST)
    (one,) = events(get(read))
    assert str(one["SUMMARY"]).endswith("– occupé")
    tag = get(read).headers["ETag"]
    assert get(read, If_None_Match=tag).status_code == 304
    assert feeds.tidy(region.session, moment("2027-03-09 09:00")) == 1
    assert [get(token).status_code for token in (read, unread)] == [200, 404]
    assert feeds.tidy(region.session, moment("2028-03-09 09:00")) == 1


def test_an_assets_row_that_goes_takes_its_calendar_along(region, get):
    token = subscribe(region, "occupancy", cast.ORGANISER)
    region.session.execute(update(Feed).values(subject_id=select(Asset.id).where(Asset.code == cast.STAGE_ZANDHOVEN).scalar_subquery()))
    region.session.commit()
    assert get(token).status_code == 404
