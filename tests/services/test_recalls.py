"""An owner takes back for an emergency of its own what it promised or lent; the borrower chooses what comes instead."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.verify import violations
from booking.rules.catalogue import agreement_for
from booking.rules.lifecycle import IllegalMove
from booking.rules.refusals import NotAllowed, NotFound, Refused, Taken
from booking.services import handovers, incidents
from booking.services.incidents import Emergency, answer_recall, recall
from models import Agreement, Audit, Decision, Dossier, Line, Recall, Task
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

SOUND, SERVICE = "RAN-GEL-01", "Technische dienst Ranst"
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")  # a Saturday: out on Friday, back on Monday
STORM = period("2027-06-11 16:00", "2027-06-13 20:00")
WHY = "Wateroverlast in de Dorpsstraat"


def storm(world: World, **more: Any) -> Emergency:
    return Emergency(cast.borrower_id(world.session, SERVICE), more.pop("use", STORM), "Wateroverlast", **more)


def recalled(world: World, reference: str, who: str = cast.DESK_RANST, why: str = WHY, **more: Any) -> str:
    return recall(world.session, world.actor(who), reference, 1, world.now, storm(world, **more), why)


def answered(world: World, reference: str, asset: int | None, who: str = cast.ORGANISER) -> str | None:
    return answer_recall(world.session, world.actor(who), reference, 1, world.now, asset)


def the(world: World) -> Recall:
    return world.session.scalars(select(Recall).execution_options(populate_existing=True)).one()


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def lent(world: World) -> str:
    """The reference of a loan of Ranst's sound set that went out this morning."""
    reference = world.lend(SOUND, FEAST)
    world.now = world.line(reference).custody_start
    handovers.hand_over(world.session, world.actor(cast.TECHNICIAN_RANST), reference, 1, world.now)
    return reference


@on_both_engines
def test_what_was_promised_gives_way_to_the_owners_own_line_in_one_go(world):
    reference = world.lend(SOUND, FEAST)
    own = recalled(world, reference)
    assert world.moves(reference)[-1] == ("cancelled", "desk")
    assert world.held(f"line:{world.line(reference).id}") == []
    line = world.line(own)
    assert (line.state, line.use_start, line.use_end) == ("approved", STORM.start, STORM.end)
    assert world.held(f"line:{line.id}") == [(line.blocked_start, line.blocked_end, 1)]
    assert world.mails("line_recalled") == [cast.ORGANISER]
    assert world.mails("recall_told") == ["uitleendienst@ranst.example"]
    kept = the(world)
    assert (kept.reason, kept.own_line_id, kept.back_by, kept.answer) == (WHY, line.id, None, None)
    assert world.session.scalars(select(Audit.act).where(Audit.act == "line.recall")).all() == ["line.recall"]
    assert in_order(world)


def test_its_own_rules_do_not_stop_an_owner_and_the_decision_says_what_was_set_aside(world):
    reference = world.lend(cast.HALL_RANST, FEAST)
    own = recalled(world, reference, use=period("2027-06-12 02:00", "2027-06-12 23:00"))  # the hall opens at eight
    acts = world.session.execute(select(Decision.act, Decision.reason).where(Decision.line_id == world.line(own).id)).all()
    assert ("approve", WHY) in [tuple(act) for act in acts]
    assert in_order(world)


@on_both_engines
def test_what_is_lent_must_be_back_earlier_and_the_owner_has_it_from_then_on(world, lent):
    was, back_by = world.line(lent).custody_end, moment("2027-06-12 14:00")
    own = recalled(world, lent, use=period("2027-06-12 20:00", "2027-06-13 20:00"), back_by=back_by)
    line = world.line(lent)
    assert (line.state, line.custody_end, line.use_end) == ("handed_over", back_by, back_by)
    assert line.use_start < line.use_end
    assert line.blocked_end <= world.line(own).blocked_start
    tasks = world.session.execute(select(Task.kind, Task.state, Task.starts_at).where(Task.line_id == line.id).order_by(Task.id)).all()
    assert [(task.kind, task.state) for task in tasks] == [
        ("prepare", "done"), ("hand_out", "done"), ("take_back", "planned"), ("check", "planned"),
    ]  # fmt: skip
    assert tasks[2].starts_at == back_by
    assert (the(world).was_until, the(world).back_by) == (was, back_by)
    assert in_order(world)


def test_what_does_not_come_back_in_time_is_late_and_hits_the_owners_own_line(world, lent):
    own = recalled(world, lent, use=period("2027-06-12 20:00", "2027-06-13 20:00"), back_by=moment("2027-06-12 14:00"))
    world.now = moment("2027-06-12 19:00")
    assert incidents.find_overdue(world.session, world.now) == 1
    assert len(world.mails("conflict_found")) == 1
    assert world.line(own).state == "approved"
    assert in_order(world)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"use": period("2027-07-12 08:00", "2027-07-13 20:00")}, "recall_needless"),
        ({"units": 2}, "units_beyond_stock"),
    ],
)
def test_what_is_not_in_the_way_or_not_there_is_not_recalled(world, more, code):
    reference = world.lend(SOUND, FEAST)
    with pytest.raises(Refused) as refused:
        recalled(world, reference, **more)
    assert refused.value.code == code
    assert world.line(reference).state == "approved"


@pytest.mark.parametrize("back_by", [None, "2027-06-11 07:00", "2027-06-30 12:00"])
def test_what_is_lent_is_recalled_by_a_moment_between_now_and_its_end(world, lent, back_by):
    with pytest.raises(Refused) as refused:
        recalled(world, lent, back_by=moment(back_by) if back_by else None)
    assert refused.value.code == "recall_needless"


def test_a_recall_has_a_reason_an_owner_of_its_own_and_a_service_of_that_owner(world):
    reference = world.lend(SOUND, FEAST)
    with pytest.raises(Refused, match="field_required"):
        recalled(world, reference, why=" ")
    with pytest.raises(NotAllowed):
        recalled(world, reference, who=cast.ORGANISER)
    with pytest.raises(NotFound):
        recalled(world, reference, who=cast.DESK_ZANDHOVEN)
    other = Emergency(cast.borrower_id(world.session, cast.SERVICE_WOMMELGEM), STORM, "Storm")
    with pytest.raises(Refused, match="recall_not_own"):
        recall(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now, other, WHY)
    assert world.line(reference).state == "approved"
    assert in_order(world)


def test_a_request_is_refused_and_not_recalled(world):
    reference = world.ask(SOUND, FEAST)
    with pytest.raises(IllegalMove):
        recalled(world, reference)


def test_an_administrator_may_recall_too(world):
    reference = world.lend(SOUND, FEAST)
    assert world.line(recalled(world, reference, cast.ADMINISTRATOR_RANST)).state == "approved"


def test_safety_is_never_set_aside_even_in_an_emergency(world):
    reference = world.lend(SOUND, FEAST)
    incidents.record_breakdown(
        world.session, world.actor(cast.TECHNICIAN_RANST), world.asset(SOUND).id, world.now, FEAST.start, FEAST.end, note="stuk"
    )
    with pytest.raises(Taken):
        recalled(world, reference)
    assert world.line(reference).state == "approved"
    assert in_order(world)


def test_the_notice_of_the_agreement_is_kept_to_the_hour(world):
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM}
    reference = world.lend(SOUND, FEAST, **who)
    town = cast.authority_id(world.session, cast.WOMMELGEM)
    agreement = agreement_for(catalogue(world.session), world.asset(SOUND), town, "authority", FEAST.days()[0])
    assert agreement is not None
    world.session.execute(update(Agreement).where(Agreement.id == agreement[0].id).values(recall_hours=48))
    world.session.commit()
    world.now = world.line(reference).custody_start - timedelta(hours=48) + timedelta(seconds=1)
    with pytest.raises(Refused, match="recall_notice_short") as short:
        recalled(world, reference)
    assert short.value.details["hours"] == 48
    world.now -= timedelta(seconds=1)
    recalled(world, reference)
    assert (the(world).agreement_id, the(world).minimum_hours) == (agreement[0].id, 48)


@on_both_engines
def test_the_borrower_takes_what_the_owner_offers_and_has_it_at_once(world):
    reference = world.lend("RAN-TAF", FEAST, units=20)
    recalled(world, reference, units=20)
    offer = the(world).offered[0]
    new = answered(world, reference, offer)
    line = world.line(new)
    assert (line.asset_id, line.units, line.instead_of_id) == (offer, 20, world.line(reference).id)
    assert (the(world).answer, the(world).taken_line_id) == ("taken", line.id)
    with pytest.raises(NotFound, match="recall_answered"):
        answered(world, reference, offer)
    assert in_order(world)


def test_the_borrower_may_take_nothing(world):
    reference = world.lend("RAN-TAF", FEAST, units=20)
    recalled(world, reference, units=20)
    with pytest.raises(NotFound):
        answered(world, reference, None, cast.COMPANY_WIJNEGEM)
    assert answered(world, reference, None) is None
    assert (the(world).answer, the(world).answered_at) == ("declined", world.now)


def test_what_is_offered_at_short_notice_can_be_taken_and_its_owner_decides(world):
    reference = world.lend(SOUND, FEAST)
    world.now = moment("2027-06-10 10:00")
    recalled(world, reference)
    own = answered(world, reference, the(world).offered[0])
    line = world.line(own)
    assert (line.state, line.instead_of_id) == ("requested", world.line(reference).id)
    assert world.session.scalars(select(Dossier.decide_by).where(Dossier.id == line.dossier_id)).one() > world.now
    assert in_order(world)


def test_who_answers_after_it_would_have_begun_takes_it_for_what_is_left(world):
    reference = world.lend(SOUND, FEAST)
    recalled(world, reference)
    offer, world.now = the(world).offered[0], moment("2027-06-12 12:00")
    assert world.line(answered(world, reference, offer)).use_start == world.now


def test_what_would_be_over_is_not_taken_any_more(world):
    reference = world.lend(SOUND, FEAST)
    recalled(world, reference)
    offer, world.now = the(world).offered[0], FEAST.end
    with pytest.raises(NotFound, match="recall_answered"):
        answered(world, reference, offer)
    assert answered(world, reference, None) is None


def test_nobody_takes_what_was_not_offered(world):
    reference = world.lend(SOUND, FEAST)
    recalled(world, reference)
    with pytest.raises(NotFound):
        answered(world, reference, world.asset(cast.TRAILER_WOMMELGEM).id)
    assert world.session.scalars(select(Line.id).where(Line.instead_of_id.is_not(None))).all() == []
