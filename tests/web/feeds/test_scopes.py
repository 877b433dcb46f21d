"""What one may follow: whose work, which category and where, a team, a vehicle, what lapses, and when a hall is taken."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, update

from booking.demo import cast
from booking.queries.feeds import followable
from booking.rules.feeds import Detail, Scope
from booking.rules.refusals import NotFound, Refused
from booking.services.records import raise_versions
from models import Crew, Membership, Role, Task, Vehicle
from models.feeds import Feed
from tests.services.world import TODAY
from tests.web.feeds.following import FEAST, STAGE, category, events, stage, subject_of, subscribe

pytestmark = pytest.mark.one_engine


def test_a_team_and_a_vehicle_each_follow_their_own_work(region, get):
    stage(region)
    owner, depot = subject_of(region, "authority"), subject_of(region, "depot")
    crew = Crew(authority_id=owner, depot_id=depot, name="Ploeg Oost")
    van = Vehicle(authority_id=owner, depot_id=depot, name="Kraanwagen", plate="1-ABC-234", kind="crane")
    region.session.add_all([crew, van])
    region.session.flush()
    region.session.execute(update(Task).where(Task.id == 1).values(crew_id=crew.id, vehicle_id=van.id))
    region.session.commit()
    of_crew, of_van = (subscribe(region, scope, subject=key, within=owner) for scope, key in (("crew", crew.id), ("vehicle", van.id)))
    assert [str(one["UID"]) for token in (of_crew, of_van) for one in events(get(token))] == ["task-1@streekdepot"] * 2
    (told,) = events(get(of_crew))
    assert "Ploeg: Ploeg Oost\nVoertuig: Kraanwagen (1-ABC-234)" in str(told["DESCRIPTION"])
    tag = get(of_crew).headers["ETag"]
    assert get(of_crew, If_None_Match=tag).status_code == 304
    raise_versions(region.session, [f"crew:{crew.id}"])
    region.session.commit()
    assert get(of_crew, If_None_Match=tag).status_code == 200
    with pytest.raises(NotFound):
        subscribe(region, "crew", cast.TECHNICIAN_RANST, subject=crew.id, within=owner)


def test_a_category_of_an_authority_holds_its_own_and_of_the_region_everybodys(region, get):
    stage(region)
    owner, stages = subject_of(region, "authority"), subject_of(region, "category")
    own = subscribe(region, "category", subject=stages, within=owner)
    assert len(events(get(own))) == 2
    assert events(get(subscribe(region, "category", subject=category(region, "toilet_trailer"), within=owner))) == []
    with pytest.raises(NotFound):
        subscribe(region, "category", subject=stages)  # a technician is no desk
    with pytest.raises(NotFound):
        subscribe(region, "category", cast.DESK_RANST, subject=stages, within=owner)


def test_of_a_category_in_the_region_a_desk_sees_its_own_whole_and_of_others_only_that_it_is_taken(region, get):
    stage(region)
    stages = subject_of(region, "category")
    here, elsewhere = (subscribe(region, "category", desk, subject=stages) for desk in (cast.DESK_ZANDHOVEN, cast.DESK_RANST))
    assert [str(one["SUMMARY"]).partition(":")[0] for one in events(get(here))] == ["Leveren", "Ophalen"]
    (one, other) = events(get(elsewhere))
    assert str(one["SUMMARY"]) == str(other["SUMMARY"]) == f"{region.asset(STAGE).name} – bezet"
    assert not {"DESCRIPTION", "LOCATION", "URL", "GEO", "CATEGORIES"} & set(one)
    tag = get(elsewhere).headers["ETag"]
    assert get(elsewhere, If_None_Match=tag).status_code == 304
    region.lend("RAN-TAF", FEAST, units=5)  # of another category, yet of the region
    assert get(elsewhere, If_None_Match=tag).status_code == 200


def test_who_loses_a_role_loses_the_names_at_the_next_fetch(region, get):
    stage(region)
    token = subscribe(region, "category", cast.DESK_ZANDHOVEN, subject=subject_of(region, "category"))
    tag = get(token).headers["ETag"]
    desk = region.actor(cast.DESK_ZANDHOVEN)
    moved = update(Role).where(Role.account_id == desk.account_id).values(authority_id=cast.authority_id(region.session, cast.RANST))
    region.session.execute(moved)
    region.session.commit()
    after = get(token, If_None_Match=tag)
    assert [str(one["SUMMARY"]) for one in events(after)] == [f"{region.asset(STAGE).name} – bezet"] * 2


# (level, what is told, what is not)
TOLD = [
    (Detail.FULL, ["Zomerfeest", cast.ASSOCIATION_RANST, cast.ORGANISER, "Sofie"], []),
    (Detail.NAMELESS, ["SD-2027-", "Leveren"], ["Zomerfeest", "Lindekapel", cast.ORGANISER, "Sofie"]),
    (Detail.BUSY, ["bezet"], ["Zomerfeest", "Lindekapel", cast.ORGANISER, "Sofie", "SD-2027-", "Leveren"]),
]


@pytest.mark.parametrize(("detail", "told", "silent"), TOLD)
def test_a_calendar_tells_as_much_as_was_chosen(region, get, detail, told, silent):
    stage(region)
    text = get(subscribe(region, detail=detail)).text.replace("\r\n ", "")
    assert [word for word in told if word not in text] == []
    assert [word for word in silent if word in text] == []


def test_a_borrower_gets_what_it_is_needed_for_and_a_way_to_its_reservation(region, get):
    reference = stage(region)
    region.session.execute(update(Task).where(Task.id == 2).values(kind="clean"))
    region.session.commit()
    (one,) = events(get(subscribe(region, "borrower", cast.ORGANISER, alarms=(60, 1440))))
    assert str(one["URL"]).endswith(f"/reservaties/{reference}")
    assert [alarm["TRIGGER"].to_ical() for alarm in one.walk("VALARM")] == [b"-PT1H", b"-P1D"]


def test_nobody_follows_more_than_a_scope_tells(region):
    with pytest.raises(Refused, match="choice_unknown"):
        subscribe(region, "occupancy", detail=Detail.FULL)
    with pytest.raises(Refused, match="feed_until_out_of_range"):
        subscribe(region, until=date(2029, 1, 1))
    with pytest.raises(NotFound):
        subscribe(region, "occupancy", subject=region.asset(STAGE).id)  # no hall


def test_one_chooses_from_what_one_may_follow(region):
    def scopes(email: str) -> set[str]:
        return {str(scope) for scope in followable(region.session, region.actor(email), TODAY)}

    assert scopes(cast.ORGANISER) == {"borrower", "occupancy"}
    assert scopes(cast.TECHNICIAN_ZANDHOVEN) >= {"depot", "authority", "category", "asset"}
    assert "expiries" not in scopes(cast.TECHNICIAN_ZANDHOVEN)
    assert "expiries" in scopes(cast.DESK_ZANDHOVEN)
    region.session.execute(delete(Membership))
    region.session.execute(delete(Feed))
    region.session.commit()
    assert scopes(cast.ORGANISER) == {"occupancy"}
    offered = followable(region.session, region.actor(cast.DESK_ZANDHOVEN), TODAY)[Scope.CATEGORY]
    assert {choice.what.within for choice in offered} == {None, subject_of(region, "authority")}
