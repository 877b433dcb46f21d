"""The catalogue and what of it is free: whole, filtered, and in a fixed number of queries."""

from __future__ import annotations

import pytest

from booking.demo import cast
from booking.web.extensions import db
from tests.web.api.program import Program
from tests.web.test_cost import counted

DAY = "from=2027-06-12T14:00:00%2B02:00&to=2027-06-12T18:00:00%2B02:00"


def free(api: Program, more: str = "", who: str | None = "organiser") -> dict[str, int]:
    """Free units by the asset's code."""
    return {asset["code"]: asset["free"] for asset in api.call("GET", f"/availability?{DAY}{more}", who).json["assets"]}


def test_everybody_sees_the_catalogue_and_what_is_free_but_not_whose(api: Program) -> None:
    assert api.call("GET", "/assets", None).json == api.call("GET", "/assets").json
    assert free(api, who=None) == free(api)
    assets = api.call("GET", "/assets", None).json["assets"]
    assert len(assets) > 100
    assert [asset["code"] for asset in assets] == sorted(asset["code"] for asset in assets)


def test_the_catalogue_is_filtered_by_category_owner_and_words(api: Program) -> None:
    with api.app.app_context():
        zandhoven = cast.authority_id(db.session(), cast.ZANDHOVEN)
    stages = api.call("GET", f"/assets?category=mobile_stage&authority={zandhoven}").json["assets"]
    assert [asset["code"] for asset in stages] == [cast.STAGE_ZANDHOVEN]
    assert stages[0]["authority"] == {"id": zandhoven, "name": "Zandhoven"}
    assert [asset["code"] for asset in api.call("GET", "/assets?q=PODIUMWAGEN zandhoven").json["assets"]] == [cast.STAGE_ZANDHOVEN]
    assert api.call("GET", "/assets?q=onderzeeër").json == {"assets": []}
    assert set(free(api, "&category=toilet_trailer")) == {
        asset["code"] for asset in api.call("GET", "/assets?category=toilet_trailer").json["assets"]
    }


def test_what_is_promised_is_no_longer_free_and_units_filter_on_what_is_left(api: Program) -> None:
    before = free(api)
    api.reserve(api.line(cast.HALL_RANST, "2027-06-12"), api.line(cast.BARRIERS_RANST, "2027-06-12", units=30))
    after = free(api)
    assert {code: before[code] - after[code] for code in before if before[code] != after[code]} == {
        cast.HALL_RANST: 1,
        cast.BARRIERS_RANST: 30,
    }
    left = after[cast.BARRIERS_RANST]
    assert cast.BARRIERS_RANST in free(api, f"&units={left}")
    assert cast.BARRIERS_RANST not in free(api, f"&units={left + 1}")


def test_a_use_comes_with_the_custody_that_it_takes(api: Program) -> None:
    answer = api.call("GET", f"/availability?{DAY}&category=mobile_stage").json
    custody = answer["assets"][0]["custody"]
    assert custody["from"] < answer["from"] < answer["to"] < custody["to"]


def test_a_plus_that_an_address_turned_into_a_space_is_understood(api: Program) -> None:
    answer = api.call("GET", "/availability?from=2027-06-12T14:00:00+02:00&to=2027-06-12T18:00:00+02:00")
    assert answer.json["from"] == "2027-06-12T12:00:00+00:00"


@pytest.mark.parametrize(
    ("question", "code", "field"),
    [
        ("", "field_required", "from"),
        ("from=2027-06-12T14:00:00%2B02:00", "field_required", "to"),
        ("from=2027-06-12T14:00:00&to=2027-06-12T18:00:00Z", "time_naive", "from"),
        ("from=2027-06-12T18:00:00Z&to=2027-06-12T14:00:00Z", "period_reversed", "to"),
        (f"{DAY}&units=0", "units_not_positive", "units"),
        (f"{DAY}&units=many", "kind_wrong", "units"),
        (f"{DAY}&units=9999999999999999999999", "kind_wrong", "units"),
        (f"{DAY}&category=submarine", "choice_unknown", "category"),
        (f"{DAY}&authority=999999", "choice_unknown", "authority"),
        (f"{DAY}&q=%00", "text_unreadable", "q"),
        (f"{DAY}&q={'x' * 201}", "name_too_long", "q"),
        (f"{DAY}&q=a&q=b", "field_repeated", "q"),
        (f"{DAY}&municipality=Ranst", "field_unknown", "municipality"),
    ],
)
def test_a_question_is_refused_by_its_field(api: Program, question: str, code: str, field: str) -> None:
    answer = api.call("GET", f"/availability?{question}")
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (422, code, field)


def test_a_search_takes_three_queries_whatever_it_finds(api: Program) -> None:
    api.call("GET", f"/availability?{DAY}")
    with counted(api.app) as sent:
        api.call("GET", f"/availability?{DAY}")
    assert len(sent) == 3  # who asks, is the catalogue still the same, what is taken
