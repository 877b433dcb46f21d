"""Work that does not fit between two loans is found when the second is asked, and its desk may set that aside with a reason."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.rules.asking import AskLine
from booking.rules.crew import Step
from booking.rules.kinds import TaskKind as K
from booking.rules.periods import Period
from booking.rules.refusals import Refused
from booking.services import reservations
from booking.services.administration import assets
from models import Asset, Decision, Task
from tests.services.world import World, moment

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
TENT = "RAN-TENT-01"  # its depot opens on weekdays from 7:30 to 12:00 and from 12:30 to 16:00, and on Saturday morning
FIRST = Period(moment("2027-06-14 10:00"), moment("2027-06-15 16:00"))


def planned(world: World, *steps: Step, buffers: bool = False) -> None:
    """Give the tent a plan of work, and no open day after each loan unless told otherwise."""
    actor, tent = world.actor(cast.ADMINISTRATOR_RANST), world.asset(TENT)
    assets.change_plan(world.session, actor, tent.id, 0, steps, world.now)
    if not buffers:
        row = world.session.get_one(Asset, tent.id)
        row.open_days_after = 0
        world.session.commit()


def next_from(start: str, hours: int = 6) -> Period:
    begins = moment(f"2027-06-{start}")
    return Period(begins, begins + hours * (FIRST.end - FIRST.start) / 30)


def asked(world: World, use: Period) -> list[str]:
    """The codes that stand in the way of asking the tent; nothing when it is asked."""
    try:
        world.ask(TENT, use)
    except Refused as refused:
        return [finding.code for line in refused.details["lines"] for finding in line.findings if finding.verdict == "refused"]
    return []


@pytest.mark.parametrize(
    ("minutes", "start", "found"),
    [
        (60, "16 08:30", []),  # back on Tuesday at closing: cleaned on Wednesday from 7:30 to 8:30
        (61, "16 08:30", ["work_of_another"]),
        (60, "16 07:30", ["work_of_another"]),
        (240, "16 12:00", []),
        (300, "16 12:00", ["work_of_another"]),
    ],
)
def test_what_is_cleaned_after_a_loan_is_not_lent_meanwhile(world: World, minutes: int, start: str, found: list[str]) -> None:
    planned(world, Step(K.CLEAN, minutes))
    world.lend(TENT, FIRST)
    assert asked(world, next_from(start)) == found


def test_no_open_day_between_two_loans_leaves_no_time_to_prepare(world: World) -> None:
    planned(world, Step(K.PREPARE, 60))
    world.lend(TENT, FIRST)
    assert asked(world, next_from("16 08:00")) == ["work_does_not_fit"]
    assert asked(world, next_from("16 08:30")) == []


def test_a_loan_that_holds_its_work_asks_nothing_of_its_neighbours(world: World) -> None:
    planned(world, Step(K.CLEAN, 120), buffers=True)
    world.lend(TENT, FIRST)
    assert asked(world, next_from("17 07:30")) == []


def test_the_desk_sets_it_aside_with_a_reason_that_is_kept(world: World) -> None:
    reference = world.ask(TENT, next_from("16 08:30"))
    planned(world, Step(K.PREPARE, 60), Step(K.CLEAN, 60))
    world.lend(TENT, FIRST)
    desk = world.actor(cast.DESK_RANST)
    with pytest.raises(Refused, match="request_refused"):
        reservations.approve(world.session, desk, reference, 1, world.now)
    why = "De ploeg komt vroeger"
    aside = {"work_of_another": why, "work_does_not_fit": why}
    reservations.approve(world.session, desk, reference, 1, world.now, aside=aside)
    query = select(Decision.findings).where(Decision.line_id == world.line(reference).id, Decision.act == "approve")
    kept = {finding["code"]: finding.get("set_aside") for finding in world.session.scalars(query).one()}
    assert {code: kept.get(code) for code in aside if code in kept} == dict.fromkeys(aside.keys() & kept.keys(), why)


def work(world: World, reference: str) -> dict[str, tuple[str, str, int]]:
    """By kind the state, the local start and the sequence of each task of a line."""
    world.session.expire_all()
    rows = world.session.scalars(select(Task).where(Task.line_id == world.line(reference).id).order_by(Task.id))
    return {row.kind: (row.state, row.starts_at.isoformat()[:16], row.sequence) for row in rows}


def test_what_is_done_stays_done_and_the_rest_moves_along(world: World) -> None:
    planned(world, Step(K.PREPARE, 60), Step(K.CLEAN, 60))
    reference = world.lend(TENT, FIRST)
    rows = {row.kind: row for row in world.session.scalars(select(Task).where(Task.line_id == world.line(reference).id))}
    rows["prepare"].state, rows["prepare"].done_at = "done", world.now
    world.session.commit()
    later = Period(moment("2027-06-21 10:00"), moment("2027-06-22 16:00"))
    reservations.amend(world.session, world.actor(cast.ORGANISER), reference, 1, world.now, AskLine(world.asset(TENT).id, later))
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    assert work(world, reference) == {
        "prepare": ("done", "2027-06-14T07:00", 0), "hand_out": ("planned", "2027-06-21T08:00", 1),
        "take_back": ("planned", "2027-06-22T13:30", 1), "clean": ("planned", "2027-06-23T05:30", 1),
    }  # fmt: skip
    reservations.cancel(world.session, world.actor(cast.ORGANISER), reference, world.now, "Gaat niet door")
    assert {kind: (state, sequence) for kind, (state, _, sequence) in work(world, reference).items()} == {
        "prepare": ("done", 0), "hand_out": ("cancelled", 2), "take_back": ("cancelled", 2), "clean": ("cancelled", 2),
    }  # fmt: skip
