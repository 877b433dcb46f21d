"""A calendar of others on screen: asked for, looked at, followed and let go, with everything that was typed kept."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from booking.demo import cast
from booking.web.extensions import db
from models import Asset, CalendarSource, Occupancy
from tests.support.calendars import calendar, event, serving
from tests.web.screens.reader import Page, Reader

NEW = "/beheer/agendas/nieuw"
TIMETABLE = calendar(
    event("les", "2027-06-14 08:30", "2027-06-14 12:00", "Turnles <b>3A</b>", RRULE="FREQ=WEEKLY;COUNT=30"),
    event("vrij", "2027-06-19 09:00", "2027-06-19 18:00", "Rapport", TRANSP="TRANSPARENT"),
)

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_a_file_is_looked_at_then_followed_then_let_go(app: Flask, dirk: Reader, key, kept) -> None:
    hall = key(Asset, code=cast.HALL_RANST)
    assert "Volg haar agenda" in dirk.open(f"/beheer/middelen/{hall}").text
    form = dirk.open(f"{NEW}?asset={hall}").form(NEW)
    assert form.fields["asset"] == str(hall)
    shown = dirk.follow(dirk.send(form, name="Lessenrooster", file=(BytesIO(TIMETABLE), "C:\\lessen\\rooster.ics")))
    for words in ("er is nog niets bezet", "Vergaderlokaal Jozef Simons 30 keer in", "Turnles <b>3A</b>", "De eerste 20 keer", "Rapport"):
        assert words in shown.text
    assert kept(Occupancy, kind="imported") == []
    answer = dirk.send(shown.form("/volgen"))
    (row,) = kept(CalendarSource, state="active")
    await_followed(app, row.id)
    page = dirk.follow(answer)
    for words in ("wordt gevolgd", "30 keer", "Overgenomen: 30 nieuw.", "ma 14 juni 2027"):
        assert words in page.text
    edit = dirk.open(f"/beheer/agendas/{row.id}/wijzigen").form("/wijzigen")
    assert "every_hours" not in edit.fields, "a file is not asked for"
    assert dirk.send(edit, name=" ").fault("name")
    page = dirk.follow(dirk.send(edit, name="Turnzaal: lessen"))
    for words in ("Turnzaal: lessen", "Wie wijzigde wat"):
        assert words in page.text
    assert dirk.send(edit, name="Te laat").status == 409, "somebody changed it meanwhile: oneself"
    assert "Turnzaal: lessen" in dirk.open("/beheer/agendas").text
    assert "Turnzaal: lessen" in dirk.open(f"/beheer/middelen/{hall}").text
    assert "Gepauzeerd" in dirk.follow(dirk.send(page.form("/pauzeren"))).text
    assert "De agenda is verwijderd" in dirk.follow(dirk.send(page.form("/verwijderen"))).text
    assert dirk.open(f"/beheer/agendas/{row.id}").status == 404


def await_followed(app: Flask, key: int) -> None:
    """Until what was begun in the background is done."""
    read, ends = select(CalendarSource.good_at).where(CalendarSource.id == key), time.monotonic() + 30
    while time.monotonic() < ends:
        with app.app_context():
            if db.session.scalar(read):
                return
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("typed", "field", "fault"),
    [
        ({}, "address", "Geef een adres of kies een bestand"),
        ({"address": "https://agenda.example/x.ics", "file": (b"x", "x.ics")}, "address", "Geef een adres of kies een bestand"),
        ({"address": "agenda.example"}, "address", "Alleen adressen die met https://"),
        ({"address": "http://127.0.0.1/rooster.ics"}, "address", "leidt niet naar het openbare internet"),
        ({"address": "http://[::ffff:a9fe:a9fe]/latest/"}, "address", "leidt niet naar het openbare internet"),
        ({"file": (b"<html>Aanmelden</html>", "rooster.ics")}, "file", "Dit is een webpagina"),
        ({"file": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "rooster.ics")}, "file", "Het einde van deze agenda ontbreekt"),
        ({"file": (b"x" * 1_000_001, "rooster.ics")}, "file", "groter dan 1 MB"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(dirk: Reader, key, typed, field, fault) -> None:
    form = dirk.open(NEW).form(NEW)
    sent = {name: FileStorage(BytesIO(value[0]), value[1]) if isinstance(value, tuple) else value for name, value in typed.items()}
    boundary, body = encode_multipart({**form.fields, "name": "Lessenrooster", "every_hours": "24", **sent})
    page = Page(dirk.visitor.open("POST", NEW, data=body, content_type=f'multipart/form-data; boundary="{boundary}"'))
    assert page.status == 422
    assert fault in page.fault(field)
    kept = page.form(NEW).fields
    assert (kept["name"], kept["every_hours"], kept["address"]) == ("Lessenrooster", "24", typed.get("address", ""))


def test_an_address_is_shown_by_its_host_alone(app: Flask, dirk: Reader, kept) -> None:
    app.config["FETCH_LOOPBACK"] = True
    with serving(TIMETABLE) as school:
        form = dirk.open(NEW).form(NEW)
        secret = f"{school.url}?sleutel=zeergeheim"
        shown = dirk.follow(dirk.send(form, name="Lessenrooster", address=secret))
    assert "127.0.0.1/…" in shown.text
    assert "zeergeheim" not in shown.html
    (row,) = kept(CalendarSource, state="read")
    assert "zeergeheim" not in f"{row.address}{row.host}{row.name}"
