"""The depot's day in pages: where a technician lands, what is told, what is looked at alone, and the day after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.rules.periods import moment_on
from booking.web.extensions import db
from models import Task
from tests.web.screens.reader import Reader
from tests.web.screens.test_story import asked
from tests.web.visitor import Visitor

SATURDAY = "/vandaag?dag=2027-06-12"


@pytest.fixture
def jan(reader: Callable[[str], Reader]) -> Reader:
    return reader(cast.TECHNICIAN_RANST)


@pytest.fixture
def lent(organiser: Reader, reader) -> str:
    """A hall and barriers for Saturday 12 June, approved."""
    reference = asked(organiser, cast.HALL_RANST, cast.BARRIERS_RANST)
    an = reader(cast.DESK_RANST)
    for number in (1, 2):
        an.send(an.open(f"/werklijst/{reference}").form(f"/lijnen/{number}/goedkeuren"))
    return reference


@pytest.mark.parametrize(
    ("email", "page"), [(cast.TECHNICIAN_RANST, "/vandaag"), (cast.DESK_RANST, "/"), (cast.ORGANISER, "/")], ids=["crew", "desk", "club"]
)
def test_who_only_works_at_a_depot_begins_with_its_day(app: Flask, email: str, page: str) -> None:
    visitor = Visitor(app)
    assert visitor.sign_in(email, cast.PASSWORD).headers["Location"] == page
    assert visitor.get("/aanmelden").headers["Location"] == page
    assert visitor.send("/afmelden").headers["Location"] == "/"


def test_a_day_tells_what_leaves_and_leads_to_the_counter(jan: Reader, lent: str) -> None:
    page = jan.open(SATURDAY)
    assert "0 van" in page.text
    assert "Loods Ranst" in page.text
    assert "Nadarhekken Ranst" in page.text
    assert (f"/taken/{lent}/lijnen/2", "") in page.links
    assert "Te laat" not in page.text
    alone = jan.open(f"{SATURDAY}&toon=back").text
    assert "Uitgeven" not in alone


def test_a_place_is_remembered_from_day_to_day(jan: Reader, lent: str) -> None:
    page = jan.open(SATURDAY)
    chosen = next(address for address, _ in page.links if "loods=" in address)
    there = jan.open(chosen)
    kept = [address for address, _ in there.links if "dag=2027-06-11" in address or "dag=2027-06-13" in address]
    assert kept
    assert all("loods=" in address for address in kept)


def test_a_day_without_work_is_calm_and_tells_when_there_is_some(jan: Reader, lent: str) -> None:
    quiet = jan.open("/vandaag")
    assert "Niets te doen" in quiet.text
    assert "Het volgende werk is er op" in quiet.text
    assert "Niets te doen" in jan.open("/vandaag?dag=2090-01-01").text


@pytest.mark.parametrize("question", ["dag=nooit", "dag=9999-12-31", "dag=0001-01-01", "loods=x", "loods=99999999999", "toon=alles"])
def test_an_address_that_was_cut_or_mistyped_shows_what_it_can(jan: Reader, question: str) -> None:
    assert jan.open(f"/vandaag?{question}").status == 200


def test_what_must_still_be_there_is_told_before_anybody_comes(organiser: Reader, reader) -> None:
    reference = asked(organiser, cast.STAGE_ZANDHOVEN)
    mia = reader(cast.DESK_ZANDHOVEN)
    mia.send(mia.open(f"/werklijst/{reference}").form("/lijnen/1/goedkeuren"))
    bert = reader(cast.TECHNICIAN_ZANDHOVEN)
    page = bert.open("/vandaag?dag=2027-06-11")
    assert "Ontbreekt nog" in page.text
    assert "Podiumwagen" in bert.open("/vandaag?dag=2027-06-11&toon=missing").text


def test_what_is_simply_done_is_ticked_off_with_one_thumb_and_leads_back(app: Flask, jan: Reader) -> None:
    with app.app_context():
        start = moment_on(date(2027, 6, 12), 9 * 60)
        ends, depot = start + timedelta(hours=1), cast.depot_id(db.session(), "Loods Ranst")
        made = Task(
            depot_id=depot, authority_id=cast.authority_id(db.session(), cast.RANST), kind="other", window_start=start, window_end=ends,
            starts_at=start, ends_at=ends, minutes=60, title="Poort smeren", created_at=now(), changed_at=now(),
        )  # fmt: skip
        db.session.add(made)
        db.session.commit()
    page = jan.open(f"{SATURDAY}&loods={depot}")
    assert "0 van 1 gedaan" in page.text
    done = jan.send(page.form("/gedaan"))
    assert done.leads_to == f"/vandaag?loods={depot}&dag=2027-06-12"
    after = jan.open(done.leads_to)
    assert "1 van 1 gedaan" in after.text
    assert "Alles is gedaan." in after.text
