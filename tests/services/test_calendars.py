"""A school's timetable takes its sports hall: looked at first, followed afterwards, and never at the cost of a promise that nobody sees."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update

from booking.demo import cast
from booking.queries.administration.calendars import calendar_page
from booking.queries.conflicts import lasting_facts, open_conflicts
from booking.queries.verify import violations
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.services import calendar_imports as calendars
from booking.services import incidents
from booking.services.calendar_imports import Fetcher, Means, Proposal
from booking.services.calendar_imports.applying import PIECE
from models import CalendarEvent, CalendarRun, CalendarSource, Fact, Occupancy, Outbox
from tests.services.world import World, moment, period
from tests.support.calendars import Served, calendar, event, serving

MEANS = Means(b"a secret of this installation", Fetcher(loopback=True))
HALL = cast.HALL_RANST
LESSON = event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE="FREQ=WEEKLY;COUNT=3")
FAIR = event("beurs", "2027-06-19 09:00", "2027-06-19 18:00", "Tweedehandsbeurs")

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def school() -> Iterator[Served]:
    with serving(calendar(LESSON, FAIR), ETag='"1"') as served:
        yield served


def propose(world: World, *, address: str = "", data: bytes = b"", who: str = cast.ADMINISTRATOR_RANST, key: str = "form") -> int:
    wanted = Proposal(world.asset(HALL).id, "Lessenrooster", 6, address, "rooster.ics" if data else "", data)
    return calendars.propose(world.session, world.actor(who), MEANS, wanted, world.now, key)


def followed(world: World, **origin: object) -> int:
    key = propose(world, **origin)
    calendars.confirm(world.session, world.actor(cast.ADMINISTRATOR_RANST), key, world.now)
    assert calendars.refresh(world.session, MEANS, key, world.now) == "calendar_followed"
    return key


def again(world: World, key: int, hours: float = 6) -> str | None:
    """Ask again, some hours later."""
    world.now += timedelta(hours=hours)
    return calendars.refresh(world.session, MEANS, key, world.now)


def taken(world: World) -> list[tuple[str, str]]:
    """What calendars take of the hall: the days, and from when until when."""
    query = select(Occupancy.starts_at, Occupancy.ends_at).where(Occupancy.kind == "imported").order_by(Occupancy.starts_at)
    found = [(local(start), local(end)) for start, end in world.session.execute(query)]
    return [(f"{start:%d/%m}", f"{start:%H:%M}-{end:%H:%M}") for start, end in found]


def runs(world: World, key: int) -> list[tuple[str, dict[str, object]]]:
    query = select(CalendarRun.outcome, CalendarRun.details).where(CalendarRun.source_id == key).order_by(CalendarRun.id)
    return [tuple(row) for row in world.session.execute(query)]


def source(world: World, key: int) -> CalendarSource:
    return world.session.get_one(CalendarSource, key, populate_existing=True)


def hit(world: World) -> list[str]:
    """The references that wait for Ranst's desk."""
    return sorted({found.reference for found in open_conflicts(world.session, world.actor(cast.DESK_RANST))})


MONDAYS = [("14/06", "08:30-12:00"), ("21/06", "08:30-12:00"), ("28/06", "08:30-12:00")]
SATURDAY = ("19/06", "09:00-18:00")


def test_nothing_is_taken_before_somebody_confirms_what_was_shown(world, school):
    lent = world.lend(HALL, period("2027-06-21 09:00", "2027-06-21 11:00"))
    elsewhere = world.lend(HALL, period("2027-06-21 14:00", "2027-06-21 16:00"))
    key = propose(world, address=school.url)
    look = calendars.look(world.session, world.actor(cast.ADMINISTRATOR_RANST), key, world.now)
    assert [each.title for each in look.first] == ["Turnles", "Tweedehandsbeurs", "Turnles", "Turnles"]
    assert [each.reference for each in look.hits] == [lent]
    assert elsewhere != lent
    assert (taken(world), hit(world)) == ([], [])
    kept = source(world, key)
    assert (kept.host, kept.state) == ("127.0.0.1", "read")
    assert school.url not in kept.address
    assert propose(world, address=school.url) == key  # a form that is sent twice


def test_what_a_calendar_takes_is_taken_for_everybody_and_no_promise_is_touched(world, school):
    lent = world.lend(HALL, period("2027-06-21 09:00", "2027-06-21 11:00"))
    key = followed(world, address=school.url)
    assert taken(world) == sorted([*MONDAYS, SATURDAY])
    assert runs(world, key) == [("calendar_followed", {"added": 4, "hit": 1})]
    assert (hit(world), world.line(lent).state) == ([lent], "approved")
    assert len(world.mails("conflict_found")) == 1
    with pytest.raises(Refused):
        world.ask(HALL, period("2027-06-28 10:00", "2027-06-28 11:00"))
    an, fact = world.actor(cast.DESK_RANST), world.session.scalars(select(CalendarEvent.fact_id)).first()
    with pytest.raises(Refused, match="fact_of_calendar"):  # it would be taken again, or seem free
        incidents.end_fact(world.session, an, fact, world.now)
    assert lasting_facts(world.session, an, world.now) == []
    assert world.ask(HALL, period("2027-06-28 13:00", "2027-06-28 15:00"))
    assert list(violations(world.session, world.now)) == []


def test_what_did_not_change_touches_nothing(world, school):
    key = followed(world, address=school.url)
    before = world.everything("fact", "occupancy", "calendar_event", "calendar_run", "audit", "outbox")
    assert again(world, key) == "calendar_same"
    assert school.asked[-1]["If-None-Match"] == '"1"'
    school.headers["ETag"] = '"2"'  # another name for the same bytes
    assert again(world, key) == "calendar_same"
    assert world.everything(*before) == before
    assert source(world, key).good_at == world.now
    assert calendars.refresh(world.session, MEANS, key, world.now) is None  # not due


def test_what_moves_comes_and_goes_is_followed(world, school):
    key = followed(world, address=school.url)
    lent = world.lend(HALL, period("2027-06-26 13:00", "2027-06-26 16:00"))
    school.headers["ETag"], school.body = '"2"', calendar(
        event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE="FREQ=WEEKLY;COUNT=2"),
        event("beurs", "2027-06-26 10:00", "2027-06-26 18:00", "Tweedehandsbeurs"),
        event("feest", "2027-06-30 19:00", "2027-06-30 22:00", "Schoolfeest"),
    )  # fmt: skip
    assert again(world, key) == "calendar_followed"
    assert taken(world) == [*MONDAYS[:2], ("26/06", "10:00-18:00"), ("30/06", "19:00-22:00")]
    assert runs(world, key)[-1] == ("calendar_followed", {"added": 1, "moved": 1, "gone": 1, "hit": 1})
    assert hit(world) == [lent]
    school.headers["ETag"], school.body = '"3"', calendar(LESSON, FAIR)
    assert again(world, key) == "calendar_followed"
    assert hit(world) == []  # it fits again; nobody had to say so
    assert taken(world) == sorted([*MONDAYS, SATURDAY])
    assert list(violations(world.session, world.now)) == []


def test_a_line_that_many_lessons_hit_is_told_of_once(world):
    world.lend(HALL, period("2027-06-15 09:00", "2027-06-15 17:00"))
    lessons = [event(f"les {hour}", f"2027-06-15 {hour:02}:00", f"2027-06-15 {hour:02}:50") for hour in range(9, 17)]
    key = followed(world, data=calendar(*lessons))
    assert (len(world.mails("conflict_found")), len(world.mails("line_hit"))) == (1, 1)
    assert len(open_conflicts(world.session, world.actor(cast.DESK_RANST))) == 8
    page = calendar_page(world.session, world.actor(cast.ADMINISTRATOR_RANST), key, world.now)
    assert (page.count, len(page.hits)) == (8, 1)
    assert list(violations(world.session, world.now)) == []


def test_a_calendar_that_fails_leaves_everything_as_it_was_and_after_three_times_somebody_hears_of_it(world, school):
    key = followed(world, address=school.url)
    before = taken(world)
    school.status, school.headers = 500, {}
    waits = []
    for hours in (6, 1, 2, 4):
        assert again(world, key, hours) == "fetch_status"
        waits.append((source(world, key).due_at - world.now) / timedelta(hours=1))
    assert waits == [1, 2, 4, 8]
    assert (taken(world), len(world.mails("calendar_failing"))) == (before, 1)
    payload = world.session.scalar(select(Outbox.payload).where(Outbox.event == "calendar_failing"))
    assert school.url not in str(payload)
    assert calendar_page(world.session, world.actor(cast.ADMINISTRATOR_RANST), key, world.now).state == "failing"
    school.status = 200
    assert again(world, key, 8) == "calendar_same"
    assert source(world, key).failures == 0


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (calendar(), "calendar_emptied"),
        (calendar(LESSON, FAIR)[:-30], "calendar_cut_off"),
        (b"<!DOCTYPE html><title>Log in</title>", "calendar_is_page"),
        (calendar(event("les", "2027-06-14 12:00", "2027-06-14 08:30")), "calendar_reversed"),
    ],
)
def test_half_a_calendar_an_empty_one_or_another_thing_frees_nothing(world, school, body, outcome):
    key = followed(world, address=school.url)
    school.headers["ETag"], school.body = '"2"', body
    assert again(world, key) == outcome
    assert taken(world) == sorted([*MONDAYS, SATURDAY])


def test_another_secret_cannot_read_the_address_that_was_kept(world, school):
    key = followed(world, address=school.url)
    world.now += timedelta(hours=6)
    other = Means(b"another secret", MEANS.fetcher)
    assert calendars.refresh(world.session, other, key, world.now) == "calendar_locked"
    assert taken(world) == sorted([*MONDAYS, SATURDAY])


def test_a_calendar_that_is_removed_takes_nothing_any_more_and_its_address_is_forgotten(world, school):
    lent = world.lend(HALL, period("2027-06-21 09:00", "2027-06-21 11:00"))
    key, dirk = followed(world, address=school.url), world.actor(cast.ADMINISTRATOR_RANST)
    assert hit(world) == [lent]
    world.now = moment("2027-06-14 10:00")  # in the middle of a lesson
    calendars.remove(world.session, dirk, key, world.now)
    assert calendars.refresh_due(world.session, MEANS, world.now) == 0
    assert taken(world) == [("14/06", "08:30-10:00")]
    assert hit(world) == []
    assert (source(world, key).address, source(world, key).content) == (None, None)
    assert world.session.scalar(select(func.count()).select_from(Fact).where(Fact.kind == "imported", Fact.ended_at == world.now)) == 4
    with pytest.raises(NotFound):
        calendar_page(world.session, dirk, key, world.now)
    assert list(violations(world.session, world.now)) == []


def test_a_paused_calendar_is_not_asked_for_and_takes_what_it_took(world, school):
    key, dirk = followed(world, address=school.url), world.actor(cast.ADMINISTRATOR_RANST)
    calendars.pause(world.session, dirk, key, world.now)
    asked, world.now = len(school.asked), world.now + timedelta(days=2)
    assert calendars.refresh_due(world.session, MEANS, world.now) == 0
    assert (len(school.asked), len(taken(world))) == (asked, 4)
    calendars.resume(world.session, dirk, key, world.now)
    assert calendars.refresh_due(world.session, MEANS, world.now) == 1
    with pytest.raises(Refused, match="calendar_state"):
        calendars.resume(world.session, dirk, key, world.now)


def test_a_file_reaches_further_as_the_horizon_moves(world):
    endless = event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE="FREQ=WEEKLY")
    key = followed(world, data=calendar(endless))
    first = world.session.scalar(select(func.max(CalendarEvent.ends_at)))
    world.now = source(world, key).due_at
    assert calendars.refresh(world.session, MEANS, key, world.now) == "calendar_same"
    world.now += timedelta(days=35)
    assert calendars.refresh(world.session, MEANS, key, world.now) == "calendar_followed"
    assert world.session.scalar(select(func.max(CalendarEvent.ends_at))) > first + timedelta(days=28)


def test_an_occurrence_under_way_began_when_it_began_and_what_is_over_is_history(world):
    key = followed(world, data=calendar(LESSON))
    world.now = moment("2027-06-14 10:00")
    later = calendar(event("les", "2027-06-14 08:30", "2027-06-14 13:00", RRULE="FREQ=WEEKLY;COUNT=3"))
    assert _again_with(world, key, later) == "calendar_followed"
    assert taken(world) == [(day, "08:30-13:00") for day, _ in MONDAYS]
    world.now = moment("2027-06-20 10:00")
    assert _again_with(world, key, calendar(event("ander", "2027-06-28 08:30", "2027-06-28 12:00"))) == "calendar_followed"
    assert taken(world) == [("14/06", "08:30-13:00"), ("28/06", "08:30-12:00")]


def _again_with(world: World, key: int, body: bytes) -> str | None:
    """The same calendar, of which the file says something else."""
    changed = {"content": zlib.compress(body), "due_at": world.now, "read_until": None}
    world.session.execute(update(CalendarSource).where(CalendarSource.id == key).values(**changed))
    world.session.commit()
    return calendars.refresh(world.session, MEANS, key, world.now)


def test_many_occurrences_are_written_in_pieces_and_whoever_was_interrupted_goes_on(world):
    daily = calendar(event("les", "2027-06-14 08:30", "2027-06-14 12:00", RRULE=f"FREQ=DAILY;COUNT={2 * PIECE + 50}"))
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    key = propose(world, data=daily)
    calendars.confirm(world.session, dirk, key, world.now)
    world.spoil("calendar_event", f"NEW.starts_at > {moment('2027-11-01 00:00').timestamp():.0f}")
    assert calendars.refresh(world.session, MEANS, key, world.now) == "calendar_broken"
    assert len(taken(world)) == PIECE
    world.session.execute(text("DROP TRIGGER spoilt"))
    world.session.commit()
    assert again(world, key, 1) == "calendar_followed"
    assert (len(taken(world)), runs(world, key)[-1][1]) == (2 * PIECE + 50, {"added": PIECE + 50})
    assert list(violations(world.session, world.now)) == []


def test_who_does_not_administer_the_hall_has_no_calendar_on_it(world, school):
    key = followed(world, address=school.url)
    for stranger in (cast.DESK_RANST, cast.ORGANISER, cast.TECHNICIAN_RANST):
        actor = world.actor(stranger)
        with pytest.raises(NotFound):
            propose(world, address=school.url, who=stranger)
        for act in (calendars.pause, calendars.remove, calendars.ask_again, calendars.look):
            with pytest.raises(NotFound):
                act(world.session, actor, key, world.now)


def test_what_nobody_confirmed_is_forgotten_after_a_day(world):
    key = propose(world, data=calendar(LESSON))
    world.now += timedelta(hours=25)
    calendars.refresh_due(world.session, MEANS, world.now)
    assert (source(world, key).state, source(world, key).content, taken(world)) == ("removed", None, [])
