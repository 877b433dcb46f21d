"""Rules of an owner: written by its administrator, succeeded and never rewritten, and tried before they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.trying import Case, tried
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import day_period, local
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.services import reservations
from booking.services.administration.rules import RuleSettings, create_rule, end_rule, succeed_rule
from models import Change, Decision, LendingRule, Line, QuotaUse
from tests.services.world import World, period

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
TRAILER, JUNE = "RAN-WC-01", period("2027-06-17 12:00", "2027-06-21 09:00")


@pytest.fixture
def dirk(world: World) -> Any:
    return world.actor(cast.ADMINISTRATOR_RANST)


@pytest.fixture
def ranst(world: World) -> int:
    return cast.authority_id(world.session, cast.RANST)


def today(world: World) -> date:
    return local(world.now).date()


def about_trailer(world: World, **answers: Any) -> RuleSettings:
    """A rule of today about the trailer, for schools: nothing else in the region says anything about them."""
    return RuleSettings(today(world), asset_id=world.asset(TRAILER).id, borrower_kind="school", **answers)


def test_a_rule_is_kept_with_who_wrote_it(world: World, dirk: Any, ranst: int) -> None:
    key = create_rule(world.session, dirk, ranst, about_trailer(world, notice=3, notice_unit="weeks"), world.now)
    _, card = catalogue(world.session).rule(key) or (0, None)
    assert card is not None
    assert card.answers == {"notice": (3, "weeks")}
    told = world.session.scalars(select(Change.after).where(Change.noun == "rule", Change.subject_id == key)).one()
    assert told == {"valid_from": today(world).isoformat(), "asset": "WC-wagen Ranst", "borrower_kind": "school", "notice": 3,
                    "notice_unit": "weeks"} | {"asset": told["asset"]}  # fmt: skip


def test_a_rule_that_held_is_succeeded_and_keeps_what_it_said(world: World, dirk: Any, ranst: int) -> None:
    first = create_rule(world.session, dirk, ranst, about_trailer(world, quota=2), world.now)
    later = world.now + timedelta(days=10)
    wanted = replace(about_trailer(world, quota=3), valid_from=local(later).date())
    second = succeed_rule(world.session, dirk, first, 1, wanted, later)
    rows = {row.id: row for row in world.session.scalars(select(LendingRule).where(LendingRule.id.in_((first, second))))}
    assert (rows[first].quota, rows[first].valid_until) == (2, local(later).date() - timedelta(days=1))
    assert (rows[second].quota, rows[second].succeeds_id, rows[second].counts_with_id) == (3, first, first)


def test_a_rule_that_is_yet_to_begin_is_changed_itself(world: World, dirk: Any, ranst: int) -> None:
    coming = replace(about_trailer(world, quota=2), valid_from=today(world) + timedelta(days=5))
    key = create_rule(world.session, dirk, ranst, coming, world.now)
    assert succeed_rule(world.session, dirk, key, 1, replace(coming, quota=4), world.now) == key
    assert world.session.get_one(LendingRule, key).quota == 4


def test_a_quota_that_counts_something_else_begins_anew(world: World, dirk: Any, ranst: int) -> None:
    first = create_rule(world.session, dirk, ranst, about_trailer(world, quota=2), world.now)
    second = succeed_rule(world.session, dirk, first, 1, about_trailer(world, quota=20, quota_unit="days"), world.now)
    assert world.session.get_one(LendingRule, second).counts_with_id is None


REFUSED = {
    "a rule that says nothing": ({}, "rule_says_nothing"),
    "a rule of yesterday": ({"quota": 1, "valid_from": date(2020, 1, 1)}, "rule_starts_in_past"),
    "a rule that ends before it begins": ({"quota": 1, "valid_until": date(2020, 1, 1)}, "dates_reversed"),
    "priority for nobody": ({"priority": 3}, "rule_spares_nobody"),
    "half a blackout": ({"blackout_from": date(2027, 7, 1)}, "field_required"),
    "a blackout of two years": ({"blackout_from": date(2027, 7, 1), "blackout_until": date(2029, 7, 1)}, "rule_blackout_dates"),
    "an asset that is not there": ({"quota": 1, "asset_id": 999_999}, "rule_asset_foreign"),
}


@pytest.mark.parametrize(("fields", "code"), REFUSED.values(), ids=list(REFUSED))
def test_a_rule_that_cannot_be_is_refused(world: World, dirk: Any, ranst: int, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused, check=lambda wrong: wrong.code == code):
        create_rule(world.session, dirk, ranst, replace(about_trailer(world), **fields), world.now)


def test_two_rules_that_are_as_precise_do_not_answer_the_same_question(world: World, dirk: Any, ranst: int) -> None:
    first = create_rule(world.session, dirk, ranst, about_trailer(world, quota=2), world.now)
    with pytest.raises(Refused, check=lambda wrong: wrong.code == "rule_contends" and wrong.details["other"] == first):
        create_rule(world.session, dirk, ranst, about_trailer(world, quota=5, longest=3), world.now)
    end_rule(world.session, dirk, first, 1, today(world) - timedelta(days=1), world.now)
    create_rule(world.session, dirk, ranst, about_trailer(world, quota=5, longest=3), world.now)


def test_another_owners_rules_are_not_there(world: World, dirk: Any) -> None:
    malle = cast.authority_id(world.session, "11057")
    key = world.session.scalars(select(LendingRule.id).where(LendingRule.authority_id == malle).limit(1)).one()
    for attempt in (
        lambda: create_rule(world.session, dirk, malle, about_trailer(world, quota=1), world.now),
        lambda: succeed_rule(world.session, dirk, key, None, about_trailer(world, quota=1), world.now),
        lambda: end_rule(world.session, dirk, key, None, today(world), world.now),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_who_asked_before_is_judged_by_the_rule_of_then(world: World, dirk: Any, ranst: int) -> None:
    sofie = world.actor(cast.ORGANISER)
    lines = (AskLine(world.asset(TRAILER).id, JUNE),)
    receipt = reservations.request(world.session, sofie, Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines), world.now)
    later = world.now + timedelta(days=1)
    strict = RuleSettings(local(later).date(), asset_id=world.asset(TRAILER).id, borrower_kind="association", may_borrow=False)
    create_rule(world.session, dirk, ranst, strict, later)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), receipt.reference, 1, later)
    assert world.session.scalars(select(Line.state).where(Line.id == receipt.lines[0].id)).one() == "approved"
    with pytest.raises(Refused, check=lambda wrong: "not_eligible" in str(wrong.details["lines"])):
        reservations.request(world.session, sofie, Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (
            AskLine(world.asset(TRAILER).id, period("2027-07-15 12:00", "2027-07-19 09:00")),)), later)  # fmt: skip


def test_what_was_asked_in_time_is_not_too_late_when_it_is_decided(world: World) -> None:
    sofie, use = world.actor(cast.ORGANISER), period("2027-03-18 12:00", "2027-03-22 09:00")
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(world.asset(TRAILER).id, use),))
    receipt = reservations.request(world.session, sofie, ask, world.now)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), receipt.reference, 1, world.now + timedelta(days=6))


def test_what_a_desk_sets_aside_is_on_the_record_with_its_reason_and_who(world: World, dirk: Any, ranst: int) -> None:
    sofie, an = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(world.asset(TRAILER).id, JUNE),))
    receipt = reservations.request(world.session, sofie, ask, world.now)
    fair = RuleSettings(today(world), asset_id=world.asset(TRAILER).id, blackout_from=date(2027, 6, 1), blackout_until=date(2027, 6, 30),
                        blackout_reason="Eigen kermis")  # fmt: skip
    create_rule(world.session, dirk, ranst, fair, world.now)
    number, later = receipt.lines[0].number, world.now + timedelta(hours=1)
    with pytest.raises(Refused, check=lambda wrong: wrong.code == "request_refused"):
        reservations.approve(world.session, an, receipt.reference, number, later)
    with pytest.raises(NotAllowed):
        reservations.approve(world.session, sofie, receipt.reference, number, later, aside={"blackout": "Wij willen het"})
    reservations.approve(world.session, an, receipt.reference, number, later, aside={"blackout": "De kermis is verplaatst"})
    kept = world.session.scalars(select(Decision).where(Decision.line_id == receipt.lines[0].id).order_by(Decision.id.desc())).first()
    assert kept is not None
    (told,) = [each for each in kept.findings if each["code"] == "blackout"]
    assert (kept.act, kept.account_id, told["set_aside"]) == ("approve", an.account_id, "De kermis is verplaatst")
    assert told["evidence"]["reason"] == "Eigen kermis"


def test_a_case_is_tried_by_the_rules_of_now_and_by_the_draft_and_nothing_is_written(world: World, ranst: int) -> None:
    before = world.session.scalar(select(func.count(QuotaUse.id))), world.session.scalar(select(func.count(LendingRule.id)))
    home = cast.authority_id(world.session, "11057")
    case = Case(world.asset(TRAILER).id, "school", home, day_period(date(2027, 6, 14)), "school")
    found = tried(world.session, ranst, about_trailer(world, may_borrow=False).card(), None, case, world.now, today(world))
    gone, come = found.changed
    assert ({each.code for each in gone}, {each.code for each in come}) == ({"eligible"}, {"not_eligible"})
    assert all(each in found.after.findings for each in found.same)
    after = world.session.scalar(select(func.count(QuotaUse.id))), world.session.scalar(select(func.count(LendingRule.id)))
    assert before == after
