"""A week of the depot of Ranst on a telephone: a sound set is prepared, brought, handed over, comes back damaged, and the next who was
promised it hears so; once with a connection all along, and once without any where it is handed over.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from werkzeug.serving import BaseWSGIServer, make_server

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Handover
from booking.rules.periods import Period, local
from booking.services import reservations
from booking.web.extensions import db
from models import Outbox
from tests.browser.test_axe import barriers, too_wide
from tests.stories.steps import sign_in
from tests.support.browser import DESKTOP, PHONE, watched_page
from tests.support.ports import free_port
from tests.web.conftest import opened

SOUND_SET, NAME = "RAN-GEL-01", "Geluidsset Ranst"
NEXT = "jonas@vlieger.example"
BRUSSELS = ZoneInfo("Europe/Brussels")


def at(text: str) -> datetime:
    """A moment on the clock of Ranst."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


class Week:
    """The product in this very process, so that its clock and its connection are in the test's hands."""

    def __init__(self, app: Flask, patch: pytest.MonkeyPatch) -> None:
        self.app, self.port, self._patch = app, free_port(), patch
        app.config["BASE_URL"] = self.url = f"http://127.0.0.1:{self.port}"
        self._server: BaseWSGIServer | None = None

    def becomes(self, moment: str) -> None:
        """Let it be so late in Ranst."""
        self._patch.setenv("STREEKDEPOT_NOW", at(moment).isoformat())

    def connect(self) -> None:
        """Let whoever looks reach it."""
        self._server = make_server("127.0.0.1", self.port, self.app, threaded=True)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def cut(self) -> None:
        """Let nobody reach it."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def lends(self, borrower: str, start: str, end: str, handover: Handover) -> str:
        """The sound set is asked, and promised by its desk; the reference."""
        with self.app.app_context():
            session, today = db.session(), local(now()).date()
            asker, desk = (actor_of(session, cast.account_id(session, email), today) for email in (borrower, cast.DESK_RANST))
            line = AskLine(cast.asset_id(session, SOUND_SET), Period(at(start), at(end)), handover=handover)
            ask = Ask(min(asker.borrowers), (line,), event="Repetitieweek", place="Kerkplein 1, Ranst")
            reference = reservations.request(session, asker, ask, now()).reference
            reservations.approve(session, desk, reference, 1, now())
            return reference

    def mails(self, event: str) -> list[str]:
        """To whom a mail about something waits or went."""
        with self.app.app_context():
            return sorted(db.session.scalars(select(Outbox.recipient).where(Outbox.event == event)))


@pytest.fixture
def week(region: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Week]:
    """The week of 1 March 2027."""
    with opened(region, DEMO=True) as app:
        found = Week(app, monkeypatch)
        found.becomes("2027-03-01 09:00")
        found.connect()
        yield found
        found.cut()


@pytest.fixture
def window(browser: Browser, week: Week) -> Iterator[Callable[..., Page]]:
    """A window of somebody; a browser may only complain of a connection that was cut."""
    with ExitStack() as kept:
        heard = []

        def open_window(email: str, viewport: dict[str, int]) -> Page:
            page, complaints = kept.enter_context(watched_page(browser, viewport, base_url=week.url))
            heard.append(complaints)
            sign_in(page, email)
            return page

        yield open_window
        assert [found for each in heard for found in each.found if "ERR_CONNECTION_REFUSED" not in found] == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("cut", [False, True], ids=["connected", "cut in the middle"])
def test_a_sound_set_goes_out_comes_back_damaged_and_the_next_is_warned(week: Week, window: Callable[..., Page], cut: bool) -> None:
    first = week.lends(cast.ORGANISER, "2027-04-15 18:00", "2027-04-15 23:00", Handover.DELIVERY)
    week.lends(NEXT, "2027-04-17 10:00", "2027-04-17 18:00", Handover.PICKUP)
    week.becomes("2027-04-15 08:00")
    jan = window(cast.TECHNICIAN_RANST, PHONE)
    prepares(jan)
    week.becomes("2027-04-15 15:40")
    opens_the_hand_over(jan)
    if cut:
        week.cut()
        hands_over_where_nobody_reaches(jan)
        week.connect()
        is_sent_once_it_can(jan, first)
    else:
        hands_over(jan)
    week.becomes("2027-04-16 07:45")
    keeps_nothing_beyond_the_session(jan)
    sign_in(jan, cast.TECHNICIAN_RANST)
    takes_back_with_damage(jan, first)
    sees_what_follows(jan)
    assert NEXT in week.mails("line_hit")
    the_desk_finds_the_charge_and_the_conflict(window(cast.DESK_RANST, DESKTOP))
    finds_the_repair_on_the_day(jan)


def prepares(page: Page) -> None:
    """In the morning what leaves is made ready."""
    page.goto("/vandaag")
    card = page.locator(".work-card", has_text="klaarzetten")
    expect(card).to_contain_text(NAME)
    card.get_by_role("link", name=NAME).click()
    page.get_by_role("button", name="Gedaan").click()
    expect(page.get_by_role("main")).to_contain_text("gedaan · Jan")


def opens_the_hand_over(page: Page) -> None:
    """The day itself says what to bring, and leads to its counter; from then on the telephone has both."""
    page.clock.set_fixed_time(now())
    page.goto("/vandaag")
    expect(page.locator(".visits h4")).to_contain_text("Kerkplein 1, Ranst")
    page.get_by_role("link", name="Geef uit").click()
    expect(page.get_by_role("heading", name="3. Overdracht")).to_be_visible()
    browser_says(page, "navigator.serviceWorker.controller && await caches.match(location.href, { cacheName: 'pages' })")


def fills_in(page: Page) -> None:
    """All is there and well, on a photograph, and somebody takes it over."""
    page.get_by_role("button", name="De rest is in orde").click()
    page.get_by_label("Foto's van het geheel").set_input_files(photograph("heen.jpg"))
    page.get_by_label("Wie neemt het over?").fill("Sofie, dirigente")
    page.get_by_text("Neemt het over in de staat").click()
    page.get_by_role("button", name="Geef uit").click()


def hands_over(page: Page) -> None:
    """With a connection it is done at once."""
    assert [*barriers(page), *too_wide(page)] == []
    fills_in(page)
    expect(page.get_by_role("status")).to_contain_text(f"Uitgegeven: {NAME}")


def hands_over_where_nobody_reaches(page: Page) -> None:
    """Without one the page still opens, and what is entered waits on the telephone, whatever page one looks at."""
    page.reload()
    waiting = page.get_by_role("complementary", name="Nog te verzenden")
    expect(waiting).to_contain_text("Geen verbinding. U ziet hoe het stond op")
    fills_in(page)
    expect(waiting).to_contain_text("Bewaard op dit toestel")
    page.goto("/vandaag")
    expect(waiting).to_contain_text(f"Uitgifte: {NAME}")
    expect(page.locator(".work-card.waits")).to_contain_text(NAME)


def is_sent_once_it_can(page: Page, reference: str) -> None:
    """As soon as there is a connection it leaves, once, with its photograph and the moment at which it was entered."""
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("complementary", name="Nog te verzenden")).to_contain_text("Alles is verzonden.")
    page.goto(f"/taken/{reference}/lijnen/1")
    record = page.locator(".record")
    expect(record).to_have_count(1)
    expect(record).to_contain_text("do 15 april 2027 15:40")
    expect(record.get_by_role("img")).to_have_count(1)


def keeps_nothing_beyond_the_session(page: Page) -> None:
    """The next morning one has to sign in again, and until then the telephone shows nobody what it kept."""
    page.goto("/vandaag")
    expect(page.get_by_role("heading", name="Aanmelden")).to_be_visible()
    browser_says(page, "!await caches.has('pages')")


def takes_back_with_damage(page: Page, reference: str) -> None:
    """One microphone did not come back, and a loudspeaker is broken: noted with a photograph, a guess and what must follow."""
    page.goto("/vandaag")
    page.get_by_role("link", name="Neem terug").click()
    expect(page.locator(".state-photos img").first).to_be_visible()
    assert [*barriers(page), *too_wide(page)] == []
    microphones, speakers = (page.get_by_role("group", name=each) for each in ("Microfoon 2 ×", "Luidsprekers en mengtafel"))
    microphones.get_by_text("Niet alle").click()
    microphones.get_by_role("button", name="Eén minder").click()
    speakers.get_by_text("Niet in orde").click()
    speakers.get_by_label("Wat is er mis?").fill("Linker luidspreker kraakt")
    speakers.get_by_label("Geschatte kost in euro").fill("80")
    speakers.get_by_label("Foto's hiervan").set_input_files(photograph("terug.jpg"))
    page.get_by_role("button", name="De rest is in orde").click()
    page.get_by_text("Iemand moet dit nakijken of herstellen").click()
    page.get_by_text("Niet veilig: zet dit buiten dienst").click()
    page.get_by_role("button", name="Neem terug").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Teruggenomen: {NAME}")


def sees_what_follows(page: Page) -> None:
    """What was seen, both ways; that it is out of service; whom else it was promised."""
    record = page.locator(".record").last
    expect(record).to_contain_text("Microfoon: 1 van 2")
    expect(record).to_contain_text("Linker luidspreker kraakt")
    expect(record).to_contain_text("Buiten dienst gezet tot het hersteld is.")
    expect(page.get_by_role("region", name="Deze uitlening komt in het gedrang")).to_contain_text("Chiro")


def the_desk_finds_the_charge_and_the_conflict(page: Page) -> None:
    """On its worklist: what is proposed to be charged, and the loan that needs another way."""
    page.goto("/werklijst")
    told = page.get_by_role("main")
    expect(told).to_contain_text("Eén beloofde uitlening komt in gevaar.")
    expect(told).to_contain_text("2 aanrekeningen wachten op uw beslissing.")


def finds_the_repair_on_the_day(page: Page) -> None:
    """The repair is work like any other."""
    page.goto("/vandaag")
    repair = page.locator(".work-card", has_text="herstellen")
    expect(repair).to_contain_text(NAME)


def browser_says(page: Page, condition: str) -> None:
    """Within five seconds. To `wait_for_function` a promise is true whatever comes of it, so the page itself asks again and again."""
    script = "async () => {{ for (let n = 0; n < 100; n += 1) {{ if ({}) return true; await new Promise((on) => setTimeout(on, 50)); }} }}"
    assert page.evaluate(script.format(condition)), condition


def photograph(name: str) -> dict[str, object]:
    """A picture as a telephone makes it, only smaller."""
    made = BytesIO()
    Image.new("RGB", (640, 480), "#7a8f86").save(made, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": made.getvalue()}
