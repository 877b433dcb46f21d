"""A calendar followed on both databases, and by two processes that find it due at once."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread

from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.verify import violations
from booking.services import calendar_imports as calendars
from booking.services.calendar_imports import Fetcher, Means
from tests.services.test_calendars import FAIR, LESSON, MEANS, SATURDAY, followed, hit, source, taken
from tests.services.world import World, period
from tests.support.calendars import calendar, serving

HALL = "RAN-ZAAL-JS"


def test_what_it_says_is_taken_once_and_followed(world: World) -> None:
    with serving(calendar(LESSON, FAIR), ETag='"1"') as school:
        lent = world.lend(HALL, period("2027-06-21 09:00", "2027-06-21 11:00"))
        key = followed(world, address=school.url)
        assert (len(taken(world)), hit(world)) == (4, [lent])
        school.headers["ETag"], school.body = '"2"', calendar(FAIR)
        world.now += timedelta(hours=6)
        outcomes: list[str | None] = []
        engine = world.session.get_bind()

        def ask() -> None:
            with Session(engine, expire_on_commit=False, autoflush=False) as session:
                outcomes.append(calendars.refresh(session, MEANS, key, world.now))

        asking = [Thread(target=ask) for _ in range(3)]
        for each in asking:
            each.start()
        for each in asking:
            each.join()
    world.session.commit()  # what it saw until now was how things stood before
    assert sorted(map(str, outcomes)) == ["None", "None", "calendar_followed"]
    assert (taken(world), hit(world), source(world, key).failures) == ([SATURDAY], [], 0)
    assert list(violations(world.session, world.now)) == []


def test_who_asks_again_while_it_is_being_asked_for_starts_no_second(world: World) -> None:
    asked: list[str | None] = []

    def meanwhile(host: str, _port: int) -> list[str]:
        with Session(world.session.get_bind(), expire_on_commit=False, autoflush=False) as other:
            calendars.ask_again(other, world.actor(cast.ADMINISTRATOR_RANST), key, world.now)
            asked.append(calendars.refresh(other, MEANS, key, world.now))
        return [host]

    with serving(calendar(LESSON, FAIR)) as school:
        key = followed(world, address=school.url)
        school.body = calendar(FAIR)
        world.now += timedelta(hours=6)
        means = Means(MEANS.secret, Fetcher(resolver=meanwhile, loopback=True))
        assert (calendars.refresh(world.session, means, key, world.now), asked) == ("calendar_followed", [None])
    assert taken(world) == [SATURDAY]
