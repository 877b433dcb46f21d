"""One piece of work in pages: a technician makes it, reads it, begins, ticks off, puts back, and gives it to a crew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from booking.demo import cast
from booking.web.extensions import db
from models import Crew
from tests.web.screens.reader import Page, Reader

WHEN = {"day": "2027-03-02", "time": "09:00", "minutes": "60"}


@pytest.fixture
def jan(reader: Callable[[str], Reader]) -> Reader:
    return reader(cast.TECHNICIAN_RANST)


def made(jan: Reader, **typed: str) -> Page:
    """The page of a new task."""
    form = jan.open("/taken/nieuw").form("/taken/nieuw")
    return jan.follow(jan.send(form, **{"title": "Wegwijzers ophalen", **WHEN, **typed}))


def test_work_made_by_hand_is_read_begun_done_and_put_back(jan: Reader) -> None:
    page = made(jan, asset="ran-wc-01", note="Sleutel hangt links.")
    for told in ("Ander werk", "Wegwijzers ophalen", "WC-wagen Ranst", "Sleutel hangt links.", "Nog niemand", "Loods Ranst"):
        assert told in page.text
    page = jan.follow(jan.send(page.form("/beginnen")))
    assert "begonnen" in page.text
    page = jan.follow(jan.send(page.form("/gedaan")))
    assert "gedaan · Jan Verzinsel" in page.text
    page = jan.follow(jan.send(page.form("/ongedaan")))
    assert "Het staat weer open." in page.text


def test_who_plans_gives_it_to_a_crew_and_reads_what_that_has_besides(app: Flask, jan: Reader) -> None:
    with app.app_context():
        team = db.session.scalars(select(Crew.id).where(Crew.name == "Loodsploeg Ranst")).one()
    first, second = made(jan), made(jan, title="Vlaggen hangen")
    jan.send(first.form("/regelen"), crew=str(team))
    page = jan.follow(jan.send(second.form("/regelen"), crew=str(team)))
    assert "ander werk" in page.text
    assert "Wegwijzers ophalen" in page.text


def test_a_crew_that_went_out_of_use_keeps_its_work_whatever_else_of_it_changes(app: Flask, jan: Reader) -> None:
    with app.app_context():
        team = db.session.scalars(select(Crew).where(Crew.name == "Loodsploeg Ranst")).one()
        page = made(jan, crew=str(team.id))
        team.retired_on = date(2027, 1, 1)
        db.session.commit()
    page = jan.follow(jan.send(jan.open(f"{page.address}/wijzigen").form("/wijzigen"), title="Vlaggen halen"))
    assert "Vlaggen halen" in page.text
    assert "Loodsploeg Ranst" in page.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [("title", ""), ("minutes", "0"), ("asset", "ZAN-POD-01"), ("line", "12")],
)
def test_what_cannot_be_is_told_at_its_field_and_all_that_was_typed_stays(jan: Reader, field: str, typed: str) -> None:
    form = jan.open("/taken/nieuw").form("/taken/nieuw")
    filled = {"title": "Vlaggen hangen", **WHEN, "note": "Ladder mee.", field: typed}
    page = jan.send(form, **filled)
    assert page.status == 422
    assert "Ladder mee." in page.html
    assert page.fault(field)


def test_what_is_no_longer_needed_is_called_off(jan: Reader) -> None:
    page = made(jan)
    page = jan.follow(jan.send(jan.open(f"{page.address}/wijzigen").form("/wijzigen"), title="Vlaggen halen"))
    assert "Vlaggen halen" in page.text
    page = jan.follow(jan.send(page.form("/afzeggen")))
    assert "gaat niet door" in page.text


def test_a_stranger_finds_nothing(jan: Reader, reader: Callable[[str], Reader]) -> None:
    address = made(jan).address
    assert reader(cast.TECHNICIAN_ZANDHOVEN).open(address).status == 404
