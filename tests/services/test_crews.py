"""Work is given to crews, begun, done and put back; some of it somebody makes by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from booking.demo import cast
from booking.queries.task import task_page
from booking.rules.kinds import TaskKind
from booking.rules.refusals import NotFound, Refused
from booking.services import borrowers, profile, tasks
from booking.services.administration import crews
from booking.services.administration.changes import settings_of
from booking.services.administration.crews import CrewSettings, VehicleSettings
from booking.services.borrowers import BorrowerSettings
from booking.services.tasks import Arrangement, Made
from models import Borrower, Counter, Task
from tests.services.asks import JUNE
from tests.services.world import World, moment

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
MORNING = moment("2027-06-14 09:00")
HOUR = timedelta(hours=1)


def made(world: World, title: str = "Wegwijzers ophalen", **changes: object) -> int:
    """Work at the depot of Ranst, made by its technician."""
    wanted = Made(title, cast.depot_id(world.session, "Loods Ranst"), MORNING, 60, **changes)  # type: ignore[arg-type]
    return tasks.make(world.session, world.actor(cast.TECHNICIAN_RANST), wanted, world.now, title)


def crew(world: World, name: str = "Ploeg A", email: str = cast.ADMINISTRATOR_RANST, nis: str = cast.RANST) -> int:
    authority = cast.authority_id(world.session, nis)
    return crews.create_hands(world.session, world.actor(email), authority, CrewSettings(name, 2), world.now)


def row(world: World, key: int) -> Task:
    world.session.expire_all()
    return world.session.get_one(Task, key)


def give(world: World, key: int, **wanted: object) -> list[str]:
    """Let the technician of Ranst arrange a task as it stands now; tells what else the crew and vehicle have."""
    found = tasks.arrange(
        world.session, world.actor(cast.TECHNICIAN_RANST), key, row(world, key).sequence, Arrangement(**wanted), world.now  # type: ignore[arg-type]
    )  # fmt: skip
    return [clash.title for clash in found]


def version(world: World, name: str) -> int:
    return world.session.scalar(select(func.max(Counter.value)).where(Counter.name == name)) or 0


def test_work_is_begun_done_and_on_the_same_day_put_back(world: World) -> None:
    who, key = world.actor(cast.TECHNICIAN_RANST), made(world)
    tasks.start(world.session, who, key, world.now)
    assert (row(world, key).state, row(world, key).started_at, row(world, key).started_by_id) == ("planned", world.now, who.account_id)
    tasks.finish(world.session, who, key, world.now)
    assert (row(world, key).state, row(world, key).done_at, row(world, key).done_by_id) == ("done", world.now, who.account_id)
    tasks.finish(world.session, who, key, world.now + HOUR)
    assert (row(world, key).done_at, row(world, key).sequence) == (world.now, 2), "a tick sent twice counts once"
    with pytest.raises(Refused, match="task_not_open"):
        tasks.finish(world.session, world.actor(cast.DESK_RANST), key, world.now)
    tasks.undo(world.session, who, key, world.now)
    assert (row(world, key).state, row(world, key).done_at, row(world, key).done_by_id) == ("planned", None, None)
    assert row(world, key).sequence == 3


def test_the_next_day_it_stays_done(world: World) -> None:
    who, key = world.actor(cast.TECHNICIAN_RANST), made(world)
    tasks.finish(world.session, who, key, world.now)
    with pytest.raises(Refused, match="task_undo_too_late"):
        tasks.undo(world.session, who, key, world.now + timedelta(days=1))


def test_giving_and_taking_back_are_done_with_the_line_and_upkeep_with_its_order(world: World) -> None:
    reference = world.lend(cast.HALL_RANST, JUNE)
    opening = world.session.scalars(select(Task.id).where(Task.line_id == world.line(reference).id, Task.kind == "open_hall")).one()
    who = world.actor(cast.TECHNICIAN_RANST)
    for act in (tasks.start, tasks.finish):
        with pytest.raises(Refused, match="task_at_counter"):
            act(world.session, who, opening, world.now)
    page = task_page(world.session, who, opening, world.now)
    assert (page.at_counter, page.finishes, page.plans, page.card.loan.reference) == (True, False, True, reference)


def test_a_crew_that_has_other_work_then_gets_it_with_a_warning(world: World) -> None:
    first, second, later = made(world, "Eerst"), made(world, "Ook dan"), made(world, "Daarna")
    team = crew(world)
    assert give(world, first, crew=team) == []
    assert give(world, second, crew=team) == ["Eerst"]
    for_later = row(world, later)
    for_later.window_end = for_later.window_end + HOUR
    world.session.commit()
    assert give(world, later, crew=team, starts_at=MORNING + HOUR) == []
    assert row(world, later).starts_at == MORNING + HOUR
    assert row(world, second).crew_id == team


def test_who_had_it_and_who_gets_it_see_so_in_their_calendars(world: World) -> None:
    key, old, new = made(world), crew(world, "Oud"), crew(world, "Nieuw")
    give(world, key, crew=old)
    before = version(world, f"crew:{old}"), version(world, f"crew:{new}")
    give(world, key, crew=new)
    assert (version(world, f"crew:{old}"), version(world, f"crew:{new}")) == (before[0] + 1, before[1] + 1)
    assert row(world, key).sequence == 2
    give(world, key, crew=new)
    assert row(world, key).sequence == 2


@pytest.mark.parametrize(("begins", "fits"), [(0, True), (60, True), (61, False), (-1, False)])
def test_work_begins_within_its_window(world: World, begins: int, fits: bool) -> None:
    key = made(world, until=MORNING + 2 * HOUR)
    if fits:
        give(world, key, starts_at=MORNING + timedelta(minutes=begins))
    else:
        with pytest.raises(Refused, match="task_outside_window"):
            give(world, key, starts_at=MORNING + timedelta(minutes=begins))


def test_a_form_that_was_read_before_somebody_else_changed_the_task_changes_nothing(world: World) -> None:
    key, team = made(world), crew(world)
    with pytest.raises(Refused, match="task_changed_meanwhile"):
        tasks.arrange(world.session, world.actor(cast.TECHNICIAN_RANST), key, 7, Arrangement(team), world.now)


def test_a_crew_of_elsewhere_or_out_of_use_gets_no_work(world: World) -> None:
    key, theirs, ours = made(world), crew(world, email="koen@zandhoven.example", nis=cast.ZANDHOVEN), crew(world)
    with pytest.raises(Refused, match="choice_unknown"):
        give(world, key, crew=theirs)
    crews.retire_hands(world.session, world.actor(cast.ADMINISTRATOR_RANST), crews.Crew, ours, True, world.now)
    with pytest.raises(Refused, match="choice_unknown"):
        give(world, key, crew=ours)


def test_strangers_find_nothing(world: World) -> None:
    key = made(world)
    for email in (cast.TECHNICIAN_ZANDHOVEN, cast.ORGANISER):
        for act in (tasks.start, tasks.finish, tasks.undo, tasks.call_off):
            with pytest.raises(NotFound):
                act(world.session, world.actor(email), key, world.now)
    with pytest.raises(NotFound):
        crews.change_hands(world.session, world.actor("koen@zandhoven.example"), crew(world), 0, VehicleSettings("Ons", "van"), world.now)


def test_what_was_made_by_hand_is_changed_and_called_off_by_hand(world: World) -> None:
    reference, who = world.lend(cast.HALL_RANST, JUNE), world.actor(cast.TECHNICIAN_RANST)
    key = made(world, line=(reference, 1), asset=cast.HALL_RANST, until=MORNING + 3 * HOUR)
    assert made(world, line=(reference, 1), asset=cast.HALL_RANST, until=MORNING + 3 * HOUR) == key, "a form sent twice counts once"
    with pytest.raises(Refused, match="line_unknown"):
        made(world, "Van een ander jaar", line=(reference.replace("2027", "1999"), 1))
    wanted = Made("Stoelen halen", row(world, key).depot_id, MORNING + HOUR, 30, TaskKind.COLLECT, people=3)
    tasks.change(world.session, who, key, 0, wanted, world.now)
    kept = row(world, key)
    assert (kept.title, kept.kind, kept.minutes, kept.people, kept.line_id, kept.sequence) == ("Stoelen halen", "collect", 30, 3, None, 1)
    tasks.call_off(world.session, who, key, world.now)
    assert (row(world, key).state, row(world, key).sequence) == ("cancelled", 2)
    with pytest.raises(Refused, match="task_not_open"):
        tasks.change(world.session, who, key, 2, wanted, world.now)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"asset": "ZAN-POD-01"}, "asset_unknown"),
        ({"line": ("SD-2027-999999", 1)}, "line_unknown"),
        ({"until": MORNING}, "task_longer_than_window"),
        ({"until": MORNING + timedelta(days=8)}, "task_too_long"),
        ({"vehicle": 999}, "choice_unknown"),
    ],
)
def test_work_that_cannot_be_is_refused_at_its_field(world: World, changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        made(world, **changes)


def test_two_crews_of_an_authority_have_two_names(world: World) -> None:
    crew(world)
    with pytest.raises(Refused, match="hands_known"):
        crew(world)


def test_another_name_plate_or_number_is_another_version_of_the_same_events(world: World) -> None:
    session, dirk, an = world.session, world.actor(cast.ADMINISTRATOR_RANST), world.actor(cast.DESK_RANST)
    team, ranst = crew(world), cast.authority_id(session, cast.RANST)
    van = crews.create_hands(session, dirk, ranst, VehicleSettings("Bus", "van", "1-ABC-123"), world.now)
    reference, elsewhere = world.lend(cast.HALL_RANST, JUNE), made(world)
    key = session.scalars(select(Task.id).where(Task.line_id == world.line(reference).id, Task.kind == "open_hall")).one()
    give(world, key, crew=team, vehicle=van)
    club = cast.borrower_id(session, cast.ASSOCIATION_RANST)
    reached = replace(settings_of(BorrowerSettings, session.get_one(Borrower, club)), phone="03 355 00 00")
    changes = {
        f"crew:{team}": lambda: crews.change_hands(session, dirk, team, 1, CrewSettings("Ploeg Zuid"), world.now),
        f"vehicle:{van}": lambda: crews.change_hands(session, dirk, van, 1, VehicleSettings("Bus", "van", "2-XYZ-987"), world.now),
        f"borrower:{club}": lambda: borrowers.change_borrower(session, an, club, reached, 0, world.now),
        f"authority:{ranst}": lambda: profile.change(session, account, "Sofie", "0470 00 00 00", "nl", world.now),
    }
    account = cast.account_id(session, cast.ORGANISER)
    for feed, change in changes.items():
        world.now += HOUR
        before, told = row(world, key).sequence, version(world, feed)
        change()
        assert (row(world, key).sequence, row(world, key).changed_at) == (before + 1, world.now), feed
        assert version(world, feed) > told
    before = row(world, key).sequence
    crews.change_hands(session, dirk, team, 2, CrewSettings("Ploeg Zuid", people=5), world.now)
    profile.change(session, account, "Sofie", "0470 00 00 00", "fr", world.now)
    assert (row(world, key).sequence, row(world, elsewhere).sequence) == (before, 0), "no calendar says that"
