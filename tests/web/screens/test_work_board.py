"""The planning board of depots, crews and vehicles: who sees it, what stands on it, and what is too much."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.planning import Wanted, work_rows
from booking.rules.periods import local
from booking.rules.planning import days
from booking.web.extensions import db
from models import Authority, Crew, Depot, Task, Vehicle
from tests.web.screens.reader import Page, Reader
from tests.web.test_cost import counted
from tests.web.visitor import Visitor

MONDAY = datetime(2027, 6, 7, tzinfo=UTC)
BOARD = "/planning?vanaf=2027-06-07&weken=1&rijen={}"


def plan(day: int, hour: int, minutes: int = 120, people: int = 1, title: str = "Tenten", **given: object) -> int:
    """A task of Ranst from an hour (UTC) of a day of that week."""
    start = MONDAY + timedelta(days=day, hours=hour)
    authority, depot = cast.authority_id(db.session(), cast.RANST), cast.depot_id(db.session(), "Loods Ranst")
    span = {"starts_at": start, "ends_at": start + timedelta(minutes=minutes)}
    values = {
        "authority_id": authority, "depot_id": depot, "kind": "deliver", "title": title, "minutes": minutes, "people": people,
        "created_at": now(), "changed_at": now(), "window_start": span["starts_at"], "window_end": span["ends_at"], **span, **given,
    }  # fmt: skip
    row = Task(**values)
    db.session().add(row)
    db.session().commit()
    return row.id


@pytest.fixture
def hands(app: Flask) -> tuple[int, int]:
    """A crew of two and a vehicle of Ranst."""
    with app.app_context():
        ranst, depot = cast.authority_id(db.session(), cast.RANST), cast.depot_id(db.session(), "Loods Ranst")
        crew = Crew(authority_id=ranst, depot_id=depot, name="Proefploeg", people=2)
        van = Vehicle(authority_id=ranst, depot_id=depot, name="Proefwagen 1", plate="1-ABC-234", kind="towing")
        db.session().add_all([crew, van])
        db.session().commit()
        return crew.id, van.id


def seen(app: Flask, by: str, email: str = cast.TECHNICIAN_RANST, **more: str) -> Page:
    asked = "".join(f"&{name}={value}" for name, value in more.items())
    return Reader(app, email).open(BOARD.format(by) + asked)


def test_upkeep_of_weeks_is_on_the_board_as_long_as_it_is_under_way(app: Flask) -> None:
    with app.app_context():
        plan(-20, 8, minutes=30 * 24 * 60, title="Herschilderen", kind="maintain")
    assert "Herschilderen" in seen(app, "loodsen").text
    assert "Herschilderen" in seen(app, "loodsen", schaal="uur").text


def test_a_stranger_and_a_borrower_find_no_such_board(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 8)
    for page in (Page(Visitor(app).get(BOARD.format("ploegen"))), seen(app, "ploegen", cast.ORGANISER)):
        assert page.status == 422
        assert "Proefploeg" not in page.text
        assert "Tenten" not in page.text


def test_a_depots_row_says_what_leaves_comes_back_and_is_worked_at(app: Flask) -> None:
    with app.app_context():
        plan(1, 8)
        plan(1, 10, kind="collect")
        plan(1, 12, kind="clean", title="WC-wagen")
    page = seen(app, "loodsen")
    for told in ("1 weg", "1 terug", "1 werk", "Leveren", "WC-wagen"):
        assert told in page.text
    assert "Loods Ranst" in page.text


def test_what_nobody_was_given_stands_on_a_row_of_its_own(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 8, crew_id=hands[0])
        plan(2, 8, title="Nadarhekken", vehicle_kind="towing")
    crews, vehicles = (seen(app, by).html.partition('class="board')[2] for by in ("ploegen", "voertuigen"))
    assert crews.index("Nog geen ploeg") < crews.index("Nadarhekken") < crews.index("Proefploeg") < crews.index("Tenten")
    assert vehicles.index("Nog geen voertuig") < vehicles.index("Nadarhekken") < vehicles.index("Proefwagen 1")
    assert "Tenten" not in vehicles, "what needs no vehicle waits for none"


def test_what_was_given_to_a_crew_stays_on_its_row_though_it_is_out_of_use(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 8, crew_id=hands[0])
        db.session().get_one(Crew, hands[0]).retired_on = MONDAY.date()
        db.session().commit()
    board = seen(app, "ploegen").html.partition('class="board')[2]
    assert board.index("Proefploeg") < board.index("Tenten")


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        ([(1, 6, 480, 2), (1, 14, 120, 1)], "te vol: 18 u van 15 u 12"),
        ([(1, 8, 120, 2), (1, 9, 60, 1)], "te weinig mensen: 11:00–12:00"),
        ([(6, 8, 60, 1)], "werk op een gesloten dag"),
    ],
    ids=["more than its day", "more people than it has", "on a closed day"],
)
def test_too_much_for_a_crew_is_said_in_words(app: Flask, hands: tuple[int, int], tasks: list[tuple[int, ...]], said: str) -> None:
    with app.app_context():
        for day, hour, minutes, people in tasks:
            plan(day, hour, minutes, people, crew_id=hands[0])
    assert said in seen(app, "ploegen").text


def test_a_vehicle_cannot_be_in_two_places_at_once(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 8, vehicle_id=hands[1])
        plan(1, 9, vehicle_id=hands[1])
    assert "dubbel: 11:00–12:00" in seen(app, "voertuigen").text
    by_hour = Reader(app, cast.TECHNICIAN_RANST).open("/planning?vanaf=2027-06-08&schaal=uur&rijen=voertuigen")
    assert "te veel tegelijk: 11:00–12:00" in by_hour.text


def test_another_municipalitys_work_is_not_shown(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 8, crew_id=hands[0])
    for by in ("loodsen", "ploegen", "voertuigen"):
        text = seen(app, by, cast.TECHNICIAN_ZANDHOVEN).text
        assert "Tenten" not in text
        assert "Proefploeg" not in text


def test_many_rows_take_as_many_questions_as_one(app: Flask, hands: tuple[int, int]) -> None:
    def questions(by: str) -> int:
        with app.app_context():
            actor = actor_of(db.session(), cast.account_id(db.session(), cast.TECHNICIAN_RANST), local(now()).date())
            wanted = Wanted(days(MONDAY.date(), 28), MONDAY.date())
            work_rows(db.session(), actor, by, wanted)
            with counted(app) as sent:
                work_rows(db.session(), actor, by, wanted)
            return len(sent)

    with app.app_context():
        plan(1, 8)
    before = [questions(by) for by in ("depots", "crews", "vehicles")]
    with app.app_context():
        ranst = db.session().scalars(select(Authority.id).where(Authority.nis == cast.RANST)).one()
        db.session().add_all([Crew(authority_id=ranst, name=f"Ploeg {n}", people=2) for n in range(6)])
        depots = db.session().scalars(select(Depot.id).where(Depot.authority_id == ranst)).all()
        for number in range(12):
            plan(number % 5, 8 + number % 4, depot_id=depots[number % len(depots)])
    after = [questions(by) for by in ("depots", "crews", "vehicles")]
    assert before == after
    assert max(after) <= 3


@pytest.mark.parametrize("by", ["middelen", "loodsen", "ploegen"])
def test_a_board_to_print_says_when_and_shows_no_filters(app: Flask, at: Callable[[str], None], hands: tuple[int, int], by: str) -> None:
    with app.app_context():
        plan(1, 8, crew_id=hands[0])
    page = seen(app, by, papier="a4")
    assert page.status == 200
    assert "Afgedrukt op" in page.text
    assert "paper-a4" in page.html
    assert "De planning beperken" not in page.html
    assert 'aria-label="Legende"' in page.html


def test_work_is_given_from_the_board_after_reading_what_else_they_have(app: Flask, hands: tuple[int, int]) -> None:
    with app.app_context():
        plan(1, 9, title="Podium", crew_id=hands[0])
        task = plan(1, 8, vehicle_kind="towing")
    reader = Reader(app, cast.TECHNICIAN_RANST)
    address = f"/planning/taken/{task}/toewijzen"
    assert address in [href for href, _ in reader.open(BOARD.format("ploegen")).links]
    form = reader.open(address).form("/toewijzen")
    seen = reader.send(form, crew=str(hands[0]), do="preview")
    assert "Deze ploeg heeft dan ook ander werk:" in seen.text
    assert "Podium" in seen.text
    with app.app_context():
        assert db.session().get_one(Task, task).crew_id is None, "nothing is written yet"
    done = reader.send(seen.form("/toewijzen"), crew=str(hands[0]), vehicle=str(hands[1]), day="2027-06-08", do="give")
    assert done.status == 303
    with app.app_context():
        row = db.session().get_one(Task, task)
        assert (row.crew_id, row.vehicle_id) == hands
    assert reader.send(form, day="", do="preview").status == 200
    with app.app_context():
        there = {"authority_id": cast.authority_id(db.session(), cast.ZANDHOVEN)}
        theirs = Crew(name="Ploeg van elders", people=2, **there)
        db.session().add(theirs)
        db.session().flush()
        key = theirs.id
        plan(1, 9, title="Geheim", crew_id=key, depot_id=cast.depot_id(db.session(), "Loods Zandhoven"), **there)
    assert "Geheim" not in reader.send(form, crew=str(key), do="preview").text, "what others have to do is told to nobody"
    assert Reader(app, cast.TECHNICIAN_ZANDHOVEN).open(address).status == 404
