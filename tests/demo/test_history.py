"""What the demo's history promises: made by the services, whole, varied, the same every time, and with reality in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import MetaData, Table, create_engine, func, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.demo.history import load_history
from booking.demo.region import load_region
from booking.queries.actors import actor_of
from booking.queries.catalogue import catalogue
from booking.queries.overview import my_reservations, worklist
from booking.queries.verify import violations
from booking.rules.kinds import OccupancyKind, RoleName
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of
from models import Amendment, Asset, Base, Conflict, Dossier, Fact, Line, Occupancy, Outbox, Quote, Reservation, Role
from models.engine import options_for, prepare
from tests.demo.conftest import TODAY

NOW = start_of(TODAY)
BY_CHANCE = {"message_id", "password_hash", "token_hash"}


@contextmanager
def loaded(url: str, today: date = TODAY, **how: int) -> Iterator[Session]:
    """A session on a database with region and history."""
    engine = prepare(create_engine(url, **options_for(url)))
    with Session(engine) as session:
        load_region(session, today)
        load_history(session, today, **how)
        yield session
    engine.dispose()


HALF_A_YEAR = {"back": 182}
WHOLE = [
    pytest.param(("sqlite", {}), id="sqlite", marks=pytest.mark.release),
    pytest.param(("postgresql", {}), id="postgresql", marks=[pytest.mark.postgres, pytest.mark.release]),
]


@pytest.fixture(scope="module", params=[pytest.param(("sqlite", HALF_A_YEAR), id="half a year"), *WHOLE])
def history(request: pytest.FixtureRequest, new_database) -> Iterator[Session]:
    """Half a year of it, loaded once; the whole of it only repeats what half a year holds, and is loaded before a release."""
    engine, how = request.param
    with loaded(new_database(engine), **how) as session:
        yield session


def content(session: Session) -> str:
    """A hash of all that is kept, except what is meant to differ."""
    tables: MetaData = Base.metadata
    rows = ((table.name, tuple(row)) for table in tables.sorted_tables for row in session.execute(_all(table)))
    return sha256("\n".join(map(repr, rows)).encode()).hexdigest()


def _all(table: Table):
    return select(*(column for column in table.c if column.name not in BY_CHANCE)).order_by(*table.primary_key)


@pytest.mark.parametrize("history", WHOLE, indirect=True)
def test_about_a_thousand_reservations_over_two_years(history: Session) -> None:
    assert 900 <= history.scalar(select(func.count()).select_from(Reservation)) <= 1150
    first, last = history.execute(select(func.min(Line.custody_start), func.max(Line.custody_end))).one()
    assert first < NOW - timedelta(days=500)
    assert last > NOW + timedelta(days=120)


def test_every_state_that_can_be_kept_occurs(history: Session) -> None:
    assert set(history.scalars(select(Line.state).distinct())) == set(LineState) - {LineState.DRAFT}


def test_flask_verify_finds_nothing(history: Session) -> None:
    assert list(violations(history, NOW)) == []


def test_every_desk_has_work_and_the_deadlines_differ(history: Session) -> None:
    owners = {catalogue(history).owner(asset, TODAY).id for asset in catalogue(history).assets.values()}
    desks = history.execute(select(Role.authority_id, Role.account_id).where(Role.name == RoleName.DESK)).all()
    work = {owner: worklist(history, actor_of(history, account, TODAY), NOW) for owner, account in desks if owner in owners}
    assert all(any(row.owner.id == owner for row in rows) for owner, rows in work.items())
    assert len({row.decide_by for rows in work.values() for row in rows}) >= 8


def test_the_organiser_sees_a_mixed_list(history: Session) -> None:
    organiser = actor_of(history, cast.account_id(history, cast.ORGANISER), TODAY)
    newest = my_reservations(history, organiser, most=16)
    assert len({row.state for row in newest}) >= 7
    assert [row.event for row in newest if row.changing and row.state is LineState.APPROVED] == ["Ledenweekend"]
    feast = [row for row in newest if row.event == "Lentefeest De Lindekapel"]
    assert [row.state for row in feast] == ["requested", "approved", "proposed", "refused"]
    assert len({row.owner.id for row in feast}) == 4


def test_many_ask_several_owners_at_once(history: Session) -> None:
    per_reservation = history.scalars(select(func.count()).select_from(Dossier).group_by(Dossier.reservation_id)).all()
    assert sum(count > 1 for count in per_reservation) >= len(per_reservation) / 30


def test_requests_for_the_popular_tent_queue_without_holding(history: Session) -> None:
    tent = select(Line.id).join(Asset, Asset.id == Line.asset_id).where(Asset.code == "BRE-TENT-01", Line.state == LineState.REQUESTED)
    queue = history.scalars(tent).all()
    assert len(queue) >= 3
    assert not history.scalars(select(Occupancy.id).where(Occupancy.holder.in_([f"line:{line}" for line in queue]))).all()


def test_what_went_wrong_is_recorded_and_waits_for_a_desk(history: Session) -> None:
    kinds = Counter(history.scalars(select(Fact.kind)))
    assert set(kinds) == {
        OccupancyKind.BREAKDOWN, OccupancyKind.OVERDUE, OccupancyKind.CLOSURE, OccupancyKind.LOST, OccupancyKind.UNINSPECTED,
    }  # fmt: skip
    waiting = select(Fact.kind, Line.state).join(Conflict, Conflict.fact_id == Fact.id).join(Line, Line.id == Conflict.line_id)
    found = set(history.execute(waiting.where(Conflict.resolution.is_(None))))
    assert {("breakdown", "handed_over"), ("breakdown", "approved"), ("overdue", "approved"), ("closure", "approved")} <= found


def test_changes_ended_in_every_way(history: Session) -> None:
    assert set(history.scalars(select(Amendment.state))) == {"pending", "accepted", "refused", "withdrawn"}


def test_every_dossier_has_a_price(history: Session) -> None:
    priced = history.scalar(select(func.count(func.distinct(Quote.dossier_id))))
    assert priced == history.scalar(select(func.count()).select_from(Dossier))


def test_no_mail_of_the_past_is_still_to_be_sent(history: Session) -> None:
    assert set(history.scalars(select(Outbox.state))) == {"sent"}


def test_a_second_load_changes_nothing(history: Session) -> None:
    before = content(history)
    load_region(history, TODAY)
    load_history(history, TODAY)
    assert content(history) == before


def test_the_same_day_gives_the_same_history(new_database) -> None:
    with loaded(new_database("sqlite"), back=40) as one, loaded(new_database("sqlite"), back=40) as other:
        assert content(one) == content(other)


@pytest.mark.parametrize(
    ("engine", "today"),
    [
        ("sqlite", date(2026, 2, 28)),
        ("sqlite", date(2026, 12, 27)),
        ("sqlite", date(2027, 1, 1)),
        pytest.param("postgresql", date(2026, 7, 5), marks=pytest.mark.postgres),
    ],
    ids=str,
)
def test_on_any_day_it_is_whole_and_the_incidents_are_there(new_database, engine: str, today: date) -> None:
    with loaded(new_database(engine), today, back=40) as session:
        assert list(violations(session, start_of(today))) == []
        assert session.scalar(select(func.count(func.distinct(Fact.kind)))) == 5
