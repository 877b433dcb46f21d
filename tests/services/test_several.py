"""Several lines decided at once: what one meets stops no other, and each is told; on both databases."""

from __future__ import annotations

from booking.demo import cast
from booking.services import reservations
from tests.services.asks import JULY, JUNE
from tests.services.world import World


def test_a_line_that_is_taken_or_decided_or_anothers_stops_no_other(world: World) -> None:
    session, desk = world.session, world.actor(cast.DESK_RANST)
    hall, barriers = world.ask(cast.HALL_RANST, JUNE), world.ask(cast.BARRIERS_RANST, JUNE, 40)
    decided, foreign = world.lend(cast.HALL_RANST, JULY), world.ask(cast.STAGE_ZANDHOVEN, JUNE)
    lines = [(decided, 1), (foreign, 1), (hall, 1), ("SD-2027-999999", 1), (barriers, 1)]
    done = reservations.decide_several(session, desk, lines, "approve", world.now)
    assert [each.code for each in done] == ["move_not_allowed", "not_found", "", "not_found", ""]
    assert [world.line(each).state for each in (hall, barriers, foreign)] == ["approved", "approved", "requested"]


def test_a_refusal_of_several_gives_each_the_same_reason(world: World) -> None:
    session, desk = world.session, world.actor(cast.DESK_RANST)
    references = [world.ask(cast.HALL_RANST, JUNE), world.ask(cast.HALL_RANST, JULY)]
    done = reservations.decide_several(session, desk, [(each, 1) for each in references], "refuse", world.now, "Schilderwerken.")
    assert [each.code for each in done] == ["", ""]
    assert [world.moves(each)[-1] for each in references] == [("refused", "desk")] * 2


def test_a_refusal_without_a_reason_refuses_none(world: World) -> None:
    reference = world.ask(cast.HALL_RANST, JUNE)
    done = reservations.decide_several(world.session, world.actor(cast.DESK_RANST), [(reference, 1)], "refuse", world.now)
    assert [each.code for each in done] == ["field_required"]
    assert world.line(reference).state == "requested"
