"""What is guaranteed to others cannot be asked before it is released, and a co-owner sees where its share stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.search import Search, offers
from booking.queries.shares import awaiting_agreement, joint_page
from booking.queries.verify import violations
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import BorrowerKind
from booking.rules.owners import Owners
from booking.rules.refusals import NotFound, Refused
from booking.services import reservations
from booking.services.administration.assets import propose_owners
from booking.services.administration.shares import (
    ContingentSettings,
    FairUseSettings,
    agree_contingent,
    end_contingent,
    set_fair_use,
)
from models import Contingent, Decision, FairUse, Share
from tests.services.world import TODAY, World, moment, period

JUNE = period("2027-06-12 10:00", "2027-06-12 18:00")  # a Saturday: out that morning, back on Monday
BARRIERS = cast.BARRIERS_RANST  # two hundred of them


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def agreed(world: World, code: str = BARRIERS, **more: Any) -> int:
    wanted = ContingentSettings(TODAY, 50, authority_id=cast.authority_id(world.session, cast.ZANDHOVEN), source="art. 3")
    administrator = world.actor(cast.ADMINISTRATOR_RANST)
    return agree_contingent(world.session, administrator, world.asset(code).id, None, replace(wanted, **more), world.now)


def found(world: World, reference: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """The findings of the first decision on a line, by their code."""
    rows = world.session.scalars(select(Decision.findings).where(Decision.line_id == world.line(reference).id).order_by(Decision.id))
    return {each["code"]: (each["verdict"], each["evidence"]) for each in next(iter(rows))}


def refusals(refused: Refused) -> dict[str, dict[str, Any]]:
    lines = refused.details["lines"]
    return {each.code: dict(each.evidence) for line in lines for each in line.findings if each.verdict == "refused"}


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


def test_what_is_guaranteed_to_others_is_refused_with_whose_it_is_and_until_when(world):
    agreed(world)
    assert world.line(world.ask(BARRIERS, JUNE, 150)).state == "requested"
    with pytest.raises(Refused, match="request_refused") as refused:
        world.ask(BARRIERS, JUNE, 1)
    assert refusals(refused.value) == {
        "contingent_reserved": {
            "units": 1, "free": 0, "kept": 50, "measure": "units", "whom": "Zandhoven", "until": "2027-05-17", "source": "art. 3",
        }
    }  # fmt: skip
    world.now = moment("2027-05-17 00:00")  # four weeks before its last day of being blocked
    assert world.line(world.ask(BARRIERS, JUNE, 50)).state == "requested"
    assert in_order(world)


def test_its_holder_asks_what_is_kept_for_it_and_what_it_has_is_not_kept_again(world):
    agreed(world)
    world.ask(BARRIERS, JUNE, 150)
    own = world.ask(BARRIERS, JUNE, 50, email=cast.DESK_ZANDHOVEN, borrower="Technische dienst Zandhoven")
    assert found(world, own)["contingent_own"][0] == "ok"
    with pytest.raises(Refused, match="conflict_taken"):
        world.ask(BARRIERS, JUNE, 1, email=cast.DESK_ZANDHOVEN, borrower="Technische dienst Zandhoven")


def test_two_lines_of_one_request_do_not_eat_a_contingent_together(world):
    agreed(world)
    lines = tuple(AskLine(world.asset(BARRIERS).id, JUNE, units) for units in (100, 51))
    ask = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), lines)
    with pytest.raises(Refused, match="request_refused") as refused:
        reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)
    assert [[each.code for each in line.findings if each.verdict == "refused"] for line in refused.value.details["lines"]] == [
        [], ["contingent_reserved"],
    ]  # fmt: skip


def test_the_desk_may_set_a_contingent_aside_with_a_reason_that_is_kept(world):
    reference = world.ask(BARRIERS, JUNE, 180)
    agreed(world)
    with pytest.raises(Refused, match="request_refused"):
        reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    why = "Zandhoven gaf ze vrij, telefoon van 1 maart"
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, why, override=True)
    assert world.line(reference).state == "approved"
    assert in_order(world)


def test_a_search_shows_what_is_free_for_who_asks(world):
    agreed(world)
    asked = [(cast.ASSOCIATION_RANST, cast.ORGANISER, 150), ("Technische dienst Zandhoven", cast.DESK_ZANDHOVEN, 200)]
    for borrower, email, free in asked:
        wanted = Search(JUNE, 160, borrower=cast.borrower_id(world.session, borrower), category=world.asset(BARRIERS).category)
        offer = next(each for each in offers(world.session, world.actor(email), wanted, world.now) if each.asset.code == BARRIERS)
        assert (offer.free, offer.is_open) == (free, free == 200)


def test_of_the_weekends_of_a_month_the_last_one_is_kept(world):
    malle = {"authority_id": None, "relation": None, "borrower_kind": BorrowerKind.SCHOOL}
    agreed(world, "RAN-GEL-01", amount=1, measure="weekends", span="month", **malle)
    weekends = [period(f"2027-06-{day:02} 10:00", f"2027-06-{day:02} 18:00") for day in (5, 12, 19, 26)]
    for weekend in weekends[:3]:
        world.ask("RAN-GEL-01", weekend)
    with pytest.raises(Refused, match="request_refused") as refused:
        world.ask("RAN-GEL-01", weekends[3])
    assert refusals(refused.value)["contingent_reserved"]["measure"] == "weekends"
    world.ask("RAN-GEL-01", period("2027-06-30 10:00", "2027-06-30 12:00"))


def test_what_is_agreed_is_succeeded_and_never_changed(world):
    first, asset = agreed(world), world.asset(BARRIERS).id
    july = date(2027, 7, 1)
    wanted = ContingentSettings(july, 80, authority_id=cast.authority_id(world.session, cast.ZANDHOVEN), source="art. 3, gewijzigd")
    second = agree_contingent(world.session, world.actor(cast.ADMINISTRATOR_RANST), asset, None, wanted, world.now, first)
    end_contingent(world.session, world.actor(cast.ADMINISTRATOR_RANST), asset, second, date(2027, 8, 31), world.now)
    rows = world.session.execute(select(Contingent.amount, Contingent.valid_from, Contingent.valid_until, Contingent.succeeds_id)
                                 .where(Contingent.asset_id == asset).order_by(Contingent.id))  # fmt: skip
    assert [tuple(row) for row in rows] == [(50, TODAY, date(2027, 6, 30), None), (80, july, date(2027, 8, 31), first)]
    with pytest.raises(Refused, match="contingent_ended"):
        end_contingent(world.session, world.actor(cast.ADMINISTRATOR_RANST), asset, second, date(2027, 9, 30), world.now)


def test_a_contingent_that_never_began_guarantees_nothing_once_it_is_ended_or_succeeded(world):
    asset, ranst = world.asset(BARRIERS).id, world.actor(cast.ADMINISTRATOR_RANST)
    first = agreed(world, amount=200, valid_from=date(2027, 8, 1))
    sooner = ContingentSettings(date(2027, 7, 1), 200, authority_id=cast.authority_id(world.session, cast.ZANDHOVEN), source="art. 3")
    second = agree_contingent(world.session, ranst, asset, None, sooner, world.now, first)
    assert [card.id for card in world.asset(BARRIERS).contingents] == [second]
    end_contingent(world.session, ranst, asset, second, TODAY, world.now)
    assert world.asset(BARRIERS).contingents == ()


@pytest.mark.parametrize(
    ("code", "more", "fault"),
    [
        (BARRIERS, {"amount": 201}, "contingents_too_many"),
        (BARRIERS, {"valid_from": TODAY - timedelta(days=1)}, "first_day_past"),
        (BARRIERS, {"valid_until": TODAY - timedelta(days=1)}, "period_reversed"),
        (BARRIERS, {"measure": "days", "span": "month"}, "contingent_of_bulk"),
        (BARRIERS, {"authority_id": None}, "contingent_for_nobody"),
        (cast.KIT_RANST, {"amount": 1}, "contingent_of_parts"),
    ],
)
def test_what_cannot_be_guaranteed_is_refused(world, code, more, fault):
    with pytest.raises(Refused, match=fault):
        agreed(world, code, **more)
    assert world.session.scalars(select(Contingent).where(Contingent.asset_id == world.asset(code).id)).all() == []


def test_nobody_guarantees_what_another_manages(world):
    with pytest.raises(NotFound):
        agreed(world, cast.JOINT_PLATFORM, amount=1)  # Ranst holds a share of it, and Schilde manages it


def shared(world: World, **more: Any) -> int:
    """The id of Ranst's sound set, owned for a hundredth by Ranst and for the rest by Zandhoven, whose days count from 1 March."""
    sound = world.asset("RAN-GEL-01").id
    ranst, zandhoven = (cast.authority_id(world.session, each) for each in (cast.RANST, cast.ZANDHOVEN))
    held = ((ranst, 100), (zandhoven, 9_900))
    world.session.add_all(Share(asset_id=sound, authority_id=who, basis_points=points, valid_from=TODAY) for who, points in held)
    world.session.commit()
    set_fair_use(world.session, world.actor(cast.ADMINISTRATOR_RANST), sound, None, FairUseSettings(TODAY, **more), world.now)
    return sound


def test_a_request_over_a_share_is_told_or_waits_for_the_manager_until_the_rest_is_released(world):
    shared(world, beyond="desk")
    first = world.ask("RAN-GEL-01", JUNE)  # Saturday to Monday: four weighted days of the three and a half of Ranst
    verdict, evidence = found(world, first)["share_exceeded"]
    assert (verdict, evidence["asked"], evidence["used"], evidence["entitled"]) == ("needs_approval", 4, 0, 3.58)
    world.now = moment("2027-05-01 09:00")
    assert found(world, world.ask("RAN-GEL-01", period("2027-06-19 10:00", "2027-06-19 18:00")))["share_released"][0] == "ok"


def test_what_a_co_owner_used_is_counted_again_from_its_loans(world):
    sound = shared(world)
    reference = world.lend("RAN-GEL-01", JUNE)
    page = joint_page(world.session, world.actor(cast.DESK_RANST), sound, None, world.now)
    balances = {each.name: (each.points, each.balance.used) for each in page.holders}
    assert balances == {"Zandhoven": (9_900, Decimal(0)), "Ranst": (100, Decimal(4))}
    assert sum(each.balance.entitled for each in page.holders) == 358  # from March: 220 weekdays, 68 × 1,5 and 18 × 2
    assert [(turn.name, turn.days, turn.over) for turn in page.turns] == [("Ranst", 4, False)]
    reservations.cancel_line(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, "niet meer nodig")
    after = joint_page(world.session, world.actor(cast.DESK_RANST), sound, None, world.now)
    assert {each.balance.used for each in after.holders} == {Decimal(0)}


def test_those_that_it_concerns_see_it_and_others_get_nothing(world):
    sound = shared(world)
    for email in (cast.DESK_RANST, cast.ADMINISTRATOR_RANST, cast.DESK_ZANDHOVEN):
        assert joint_page(world.session, world.actor(email), sound, None, world.now).manages == (email == cast.ADMINISTRATOR_RANST)
    for email in (cast.DESK_BRECHT, cast.ORGANISER, cast.TECHNICIAN_RANST):
        with pytest.raises(NotFound):
            joint_page(world.session, world.actor(email), sound, None, world.now)
    alone = joint_page(world.session, world.actor(cast.DESK_RANST), world.asset("RAN-TAF").id, None, world.now)
    assert (alone.holders, alone.contingents, alone.stages[0][2]) == ([], [], [])


def test_how_days_count_changes_from_a_day_on_and_not_before(world):
    sound = shared(world)
    july = date(2027, 7, 1)
    administrator = world.actor(cast.ADMINISTRATOR_RANST)
    set_fair_use(world.session, administrator, sound, None, FairUseSettings(july, weekend_percent=100), world.now)
    rows = world.session.execute(select(FairUse.valid_from, FairUse.valid_until).where(FairUse.asset_id == sound).order_by(FairUse.id))
    assert [tuple(row) for row in rows] == [(TODAY, date(2027, 6, 30)), (july, None)]
    with pytest.raises(Refused, match="first_day_past"):
        set_fair_use(world.session, administrator, sound, None, FairUseSettings(TODAY - timedelta(days=1)), world.now)
    with pytest.raises(Refused, match="not_jointly_owned"):
        set_fair_use(world.session, administrator, world.asset(BARRIERS).id, None, FairUseSettings(TODAY), world.now)


def test_a_proposal_waits_on_the_desk_of_each_that_still_has_to_agree(world):
    hall = world.asset(cast.HALL_RANST).id
    ranst, zandhoven = (cast.authority_id(world.session, each) for each in (cast.RANST, cast.ZANDHOVEN))
    wanted = Owners(date(2028, 1, 1), ranst, ((ranst, 6_000), (zandhoven, 4_000)))
    assert not propose_owners(world.session, world.actor(cast.ADMINISTRATOR_RANST), hall, 0, wanted, world.now)
    assert awaiting_agreement(world.session, world.actor(cast.ADMINISTRATOR_RANST)) == []
    waiting = awaiting_agreement(world.session, world.actor("koen@zandhoven.example"))
    assert waiting == [(hall, world.asset(cast.HALL_RANST).name, date(2028, 1, 1))]


def test_who_meets_a_contingent_is_shown_dates_on_which_it_leaves_enough(world):
    agreed(world, valid_until=date(2027, 6, 20))
    world.ask(BARRIERS, JUNE, 150)
    with pytest.raises(Refused, match="request_refused") as refused:
        world.ask(BARRIERS, JUNE, 160)
    dates = refused.value.details["alternatives"][1].dates
    assert world.line(world.ask(BARRIERS, dates[0], 160)).state == "requested"
