"""A secret address gives the work of a depot, an asset or an authority, or one's own reservations, to any calendar program."""

from __future__ import annotations

from datetime import date

import pytest
import vobject
from sqlalchemy import delete, event, select, update

from booking.demo import cast
from booking.formats.ical.kept import RENDERED
from booking.queries.feeds import feeds_of
from booking.rules.asking import AskLine
from booking.rules.kinds import Handover
from booking.rules.refusals import NotFound, Refused
from booking.services import feeds, reservations
from booking.web.extensions import db
from models import Account, Feed, Role
from models.engine import beside
from tests.services.world import moment
from tests.support.engines import on_both_engines
from tests.web.feeds.following import FEAST, LATER, NOW, STAGE, events, planned, stage, subscribe

pytestmark = pytest.mark.one_engine


def test_deliveries_and_collections_are_events_of_their_own_for_two_readers(region, get):
    reference = stage(region)
    answer = get(subscribe(region))
    deliver, collect = events(answer)
    assert [str(found["UID"]) for found in (deliver, collect)] == ["task-1@streekdepot", "task-2@streekdepot"]
    assert str(deliver["SUMMARY"]) == "Leveren: Podiumwagen Zandhoven 8 × 6 m – Zomerfeest"
    assert str(collect["SUMMARY"]) == "Ophalen: Podiumwagen Zandhoven 8 × 6 m – Zomerfeest"
    assert deliver["STATUS"] == "CONFIRMED"
    assert deliver["SEQUENCE"] == 0
    assert str(deliver["URL"]) == "http://127.0.0.1:5000/taken/1"
    assert deliver["CATEGORIES"].to_ical() == b"Leveren,Podiumwagen"
    assert reference in deliver["DESCRIPTION"]
    assert [found["DTSTART"].dt for found in (deliver, collect)] == planned(region)
    assert cast.ASSOCIATION_RANST in deliver["DESCRIPTION"]
    assert cast.ORGANISER in deliver["DESCRIPTION"]
    other = vobject.readOne(answer.data.decode()).vevent_list
    assert [(found.uid.value, found.dtstart.value) for found in other] == [
        (found["UID"], found["DTSTART"].dt) for found in (deliver, collect)
    ]


@pytest.mark.parametrize(
    ("scope", "email"),
    [
        ("depot", cast.DESK_ZANDHOVEN),
        ("asset", cast.TECHNICIAN_ZANDHOVEN),
        ("authority", cast.TECHNICIAN_ZANDHOVEN),
        ("borrower", cast.ORGANISER),
    ],
)
def test_each_scope_shows_its_own_work_and_nobody_elses(region, get, scope, email):
    stage(region)
    token = subscribe(region, scope, email)
    assert len(events(get(token))) == 2
    region.lend("RAN-TAF", FEAST, units=5)
    assert len(events(get(token))) == (4 if scope == "borrower" else 2)


def test_a_borrower_reads_it_in_other_words_and_without_the_crews_notes(region, get):
    stage(region)
    deliver, collect = events(get(subscribe(region, "borrower", cast.ORGANISER, language="fr")))
    assert str(deliver["SUMMARY"]).startswith("Livraison: ")
    assert str(collect["SUMMARY"]).startswith("Enlèvement: ")
    assert cast.ORGANISER not in deliver["DESCRIPTION"]


def test_what_is_fetched_at_the_depot_says_where_that_is(region, get):
    region.lend("RAN-TAF", FEAST, units=5)
    hand_out, _ = events(get(subscribe(region, "asset", cast.TECHNICIAN_RANST, subject=region.asset("RAN-TAF").id)))
    assert "GEO" in hand_out
    assert str(hand_out["SUMMARY"]) == f"Uitgeven: {region.asset('RAN-TAF').name} × 5 – Zomerfeest"


def test_a_wrong_a_revoked_and_a_former_address_are_answered_alike(region, get):
    technician = region.actor(cast.TECHNICIAN_ZANDHOVEN)
    revoked, rotated = subscribe(region), subscribe(region)
    newer, older = feeds_of(region.session, technician)
    feeds.revoke(region.session, technician, older.id, region.now)
    fresh = feeds.rotate(region.session, technician, newer.id, region.now)
    assert [get(token).status_code for token in ("unknown", revoked, rotated)] == [404, 404, 404]
    assert get(fresh).status_code == 200
    assert len({_without_numbers(get(token).text) for token in ("unknown", revoked, rotated)}) == 1
    with pytest.raises(NotFound):
        feeds.revoke(region.session, technician, older.id, region.now)
    with pytest.raises(NotFound):
        feeds.rotate(region.session, region.actor(cast.TECHNICIAN_RANST), newer.id, region.now)


def _without_numbers(page: str) -> str:
    return "".join(letter for letter in page if not letter.isdigit())


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(update(Role).values(valid_until=date(2027, 2, 28)), id="a role ended"),
        pytest.param(delete(Role), id="a role is gone"),
        pytest.param(update(Account).values(suspended_at=moment("2027-03-01 08:00")), id="suspended"),
        pytest.param(update(Feed).values(revoked_at=moment("2027-03-01 08:00")), id="revoked"),
    ],
)
def test_a_feed_shows_what_its_owner_may_see_at_the_moment_of_fetching_and_tells_no_more_that_nothing_changed(region, get, end):
    token = subscribe(region)
    tag = get(token).headers["ETag"]
    assert get(token, If_None_Match=tag).status_code == 304
    region.session.execute(end)
    region.session.commit()
    assert [get(token, If_None_Match=tag).status_code, get(token).status_code] == [404, 404]


def test_what_is_called_off_is_told_for_sixty_days(region, get, at):
    reference, token = stage(region), subscribe(region)
    reservations.cancel_line(region.session, region.actor(cast.ORGANISER), reference, 1, region.now)
    found = events(get(token))
    assert [(str(one["STATUS"]), one["SEQUENCE"]) for one in found] == [("CANCELLED", 1), ("CANCELLED", 1)]
    at("2027-05-01T09:00:00+02:00")
    assert events(get(token)) == []


def test_an_amended_line_keeps_its_events_and_raises_their_sequence(region, get):
    reference, token = stage(region), subscribe(region)
    before = get(token)
    change = AskLine(region.asset(STAGE).id, LATER, 1, Handover.DELIVERY)
    reservations.amend(region.session, region.actor(cast.ORGANISER), reference, 1, region.now, change)
    reservations.approve(region.session, region.actor(cast.DESK_ZANDHOVEN), reference, 1, region.now)
    after = get(token, If_None_Match=before.headers["ETag"])
    assert [str(one["UID"]) for one in events(after)] == [str(one["UID"]) for one in events(before)]
    assert [one["SEQUENCE"] for one in events(after)] == [1, 1]
    assert [one["DTSTART"].dt for one in events(after)] == planned(region)
    assert events(after)[0]["DTSTART"].dt > events(before)[0]["DTSTART"].dt


@on_both_engines
def test_who_has_this_version_already_costs_no_look_at_the_tasks(region, get):
    stage(region)
    token = subscribe(region)
    first = get(token)
    asked: list[str] = []
    event.listen(beside(db.engine), "before_cursor_execute", lambda *call: asked.append(call[2]))
    answer = get(token, If_None_Match=first.headers["ETag"])
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", first.headers["ETag"])
    selects = [statement for statement in asked if statement.lstrip().upper().startswith("SELECT")]
    assert len(selects) == 1
    assert not any("task" in statement.lower() for statement in asked)
    assert not any(statement.lstrip().upper().startswith(("UPDATE", "INSERT")) for statement in asked)
    assert get(token, If_None_Match=f"W/{first.headers['ETag']}").status_code == 304


def test_what_did_not_change_is_guarded_like_what_did_and_told_only_to_who_may_still_read_it(region, get):
    token = subscribe(region)
    first = get(token)
    kept = {name: value for name, value in first.headers.items() if not name.startswith("Content-") and name != "X-Request-ID"}
    answer = get(token, If_None_Match=first.headers["ETag"])
    assert answer.status_code == 304
    assert kept.items() <= dict(answer.headers).items()
    assert "Content-Security-Policy" in answer.headers
    region.session.execute(update(Feed).values(revoked_at=region.now))
    region.session.commit()
    assert get(token, If_None_Match=first.headers["ETag"]).status_code == 404


def test_work_elsewhere_leaves_a_feed_as_it_was_and_a_new_day_does_not(region, get, at):
    token = subscribe(region)
    tag = get(token).headers["ETag"]
    region.lend("RAN-TAF", FEAST, units=5)
    assert get(token, If_None_Match=tag).status_code == 304
    at("2027-03-02T09:00:00+01:00")
    assert get(token, If_None_Match=tag).status_code == 200


def test_after_one_change_only_what_changed_is_rendered(region, get):
    stage(region)
    second, token = stage(region, LATER), subscribe(region)
    assert len(events(get(token))) == 4
    RENDERED.clear()
    get(token)
    reservations.cancel_line(region.session, region.actor(cast.ORGANISER), second, 1, region.now)
    assert len(events(get(token))) == 4
    assert len(RENDERED) == 4 + 2


def test_use_is_remembered_once_an_hour(region, get, at):
    token = subscribe(region)
    seen = []
    for clock in (NOW, "2027-03-01T09:50:00+01:00", "2027-03-01T10:00:00+01:00"):
        at(clock)
        get(token)
        seen.append(region.session.scalar(select(Feed.fetched_at)))
        region.session.rollback()
    assert seen == [moment("2027-03-01 09:00"), moment("2027-03-01 09:00"), moment("2027-03-01 10:00")]


@pytest.mark.parametrize(
    ("scope", "email"),
    [
        ("depot", cast.TECHNICIAN_RANST),
        ("asset", cast.ORGANISER),
        ("authority", cast.FINANCE_RANST),
        ("borrower", cast.TECHNICIAN_ZANDHOVEN),
    ],
)
def test_nobody_follows_what_is_not_theirs(region, scope, email):
    with pytest.raises(NotFound):
        subscribe(region, scope, email)
    with pytest.raises(NotFound):
        subscribe(region, scope, email, subject=999_999)


@pytest.mark.parametrize("name", [" ", "x" * 201])
def test_a_subscription_has_a_name(region, name):
    with pytest.raises(Refused):
        subscribe(region, name=name)
    assert feeds_of(region.session, region.actor(cast.TECHNICIAN_ZANDHOVEN)) == []
