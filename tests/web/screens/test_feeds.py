"""One's own calendars in pages: made, shown once, set anew, renewed and ended; and anybody's of a hall."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from icalendar import Calendar
from sqlalchemy import select, update

from booking.demo import cast
from booking.web.extensions import db
from models import Feed
from tests.web.screens.reader import Page, Reader
from tests.web.visitor import Visitor

Open = Callable[[str], Reader]


def address_on(page: Page) -> str:
    """The path of the new address that a page shows."""
    return urlsplit(next(word for word in page.text.split() if "/feeds/" in word)).path


def test_a_technician_sets_a_calendar_anew_at_the_same_address(app, reader: Open) -> None:
    bert = reader(cast.TECHNICIAN_ZANDHOVEN)
    page = bert.open("/agendas")
    chosen = next(value for value in re.findall(r'value="(depot:\d+)"', page.html))
    made = bert.send(page.form("/agendas"), what=chosen, name="Mijn werk", detail="nameless", alarms=["15", "1440"], until="2027-04-01")
    address = address_on(made)
    assert "webcal://" in made.html
    assert "Thunderbird" in made.text
    assert str(Calendar.from_ical(bert.visitor.get(address).data)["X-WR-CALNAME"]) == "Mijn werk"
    page = bert.open("/agendas")
    assert "Zonder personen" in page.text
    assert address not in page.html
    settings = bert.open(re.findall(r'href="(/agendas/\d+)"', page.html)[0])
    fields = settings.form(settings.address)
    assert "ten laatste" in bert.send(fields, until="2030-01-01").fault("until")
    assert "Bewaard." in bert.follow(bert.send(fields, name="Werk Oost", detail="full", until="2027-05-01")).text
    assert str(Calendar.from_ical(bert.visitor.get(address).data)["X-WR-CALNAME"]) == "Werk Oost"


def test_a_calendar_that_ends_soon_says_so_and_is_renewed_in_one_click(app, reader: Open) -> None:
    bert = reader(cast.TECHNICIAN_ZANDHOVEN)
    bert.send(bert.open("/agendas").form("/agendas"), name="Loods", until="2027-03-05")
    page = bert.open("/agendas")
    assert "loopt af" in page.text
    assert "loopt nu een jaar verder" in bert.follow(bert.send(page.form("/verlengen"))).text
    assert "loopt af" not in bert.open("/agendas").text
    with app.app_context():
        db.session.execute(update(Feed).values(expires_on=date(2027, 2, 1)))
        db.session.commit()
    assert "afgelopen" in bert.open("/agendas").text


def test_a_form_that_is_sent_twice_makes_one_calendar_and_shows_its_working_address(app, reader: Open) -> None:
    bert = reader(cast.TECHNICIAN_ZANDHOVEN)
    form = bert.open("/agendas").form("/agendas")
    first, second = (address_on(bert.send(form, name="Loods")) for _ in range(2))
    assert [bert.visitor.get(address).status_code for address in (first, second)] == [404, 200]
    with app.app_context():
        assert len(db.session.scalars(select(Feed.id)).all()) == 1


def test_anybody_follows_when_a_hall_is_taken(app) -> None:
    stranger = Visitor(app)
    page = Page(stranger.get(f"/middelen/{cast.HALL_RANST}"))
    link = next(href for href, _ in page.links if href.endswith("/agenda"))

    def ask() -> Page:
        form = Page(stranger.get(link)).form(link)
        return Page(stranger.send_without_token(form.action, form.fields))

    assert stranger.get(address_on(ask())).mimetype == "text/calendar"
    assert stranger.get(f"/middelen/{cast.STAGE_ZANDHOVEN}/agenda").status_code == 404
    assert [ask().status for _ in range(10)] == [200] * 9 + [429]
