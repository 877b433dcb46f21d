"""An organiser asks three municipalities at once; each decides on its own, and the crew finds the work in its calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import requests
from icalendar import Calendar
from playwright.sync_api import Page, expect

from booking.demo import cast
from tests.stories.steps import accept, approve, ask, end_calendar, follow, line, pick, preview, propose, search, state_of, waiting
from tests.support.engines import POSTGRES

HALL, OTHER_HALL = "Vergaderlokaal Jozef Simons", "Vergaderlokaal Jules Persyn"
STAGE, TOILETS = "Podiumwagen Zandhoven 8 × 6 m", "Gezamenlijke WC-wagen Zoersel–Malle–Nijlen"
BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize("engine_name", [POSTGRES])
def test_one_request_three_desks_and_the_work_in_the_crews_calendar(window: Callable[..., Page]) -> None:
    sofie = window(cast.ORGANISER)
    search(sofie, ("2027-06-12", "14:00"), ("2027-06-12", "22:00"))
    pick(sofie, HALL, STAGE, TOILETS)
    fill_in(sofie)
    sees_what_is_asked_of_her_and_at_which_price(sofie)
    reference = ask(sofie)
    assert [state_of(sofie, number) for number in (1, 2, 3)] == ["Aangevraagd"] * 3

    three_desks_decide(window)
    sofie.reload()
    assert [state_of(sofie, number) for number in (1, 2, 3)] == ["Tegenvoorstel", "Goedgekeurd", "Goedgekeurd"]
    expect(line(sofie, 2)).not_to_contain_text("De uitleendienst van Zandhoven beslist")
    accept(sofie, 1, OTHER_HALL)
    sofie.goto(f"/reservaties/{reference}")
    expect(line(sofie, 1)).to_contain_text(f"1. {OTHER_HALL}")
    assert [state_of(sofie, number) for number in (1, 2, 3)] == ["Goedgekeurd"] * 3

    bert = window(cast.TECHNICIAN_ZANDHOVEN)
    address = follow(bert, "Loods Zandhoven")
    assert events_at(address) == [
        (f"Leveren: {STAGE} – Zomerconcert", brussels("2027-06-11 15:30"), brussels("2027-06-11 16:00"), "Kerkplein"),
        (f"Ophalen: {STAGE} – Zomerconcert", brussels("2027-06-14 07:30"), brussels("2027-06-14 08:00"), "Kerkplein"),
    ]
    end_calendar(bert)
    assert requests.get(address, timeout=10).status_code == 404


def fill_in(page: Page) -> None:
    """The harmony plays, the stage is brought, Leo fetches the toilets himself."""
    page.get_by_label("Ontlener").select_option(label=cast.ASSOCIATION_RANST)
    page.get_by_label("Plaats van gebruik").fill("Kerkplein")
    page.get_by_label("Verwacht aantal aanwezigen").fill("20")
    line(page, 2).get_by_label("Afhalen of laten leveren").select_option(label="Levering")
    line(page, 3).get_by_label("Wie haalt het op").select_option(label="Leo Trekhaak")


def sees_what_is_asked_of_her_and_at_which_price(page: Page) -> None:
    """Each line with when it goes out and back and every check, each owner with its own price by its own articles."""
    told = preview(page, "Zomerconcert")
    expect(told.locator("table caption")).to_have_text(["Ranst", "Zandhoven", "Nijlen"])
    expect(told).to_contain_text("Alles samen € 509,00 en € 650,00 waarborg")
    expect(told).to_contain_text(f"{TOILETS}: voordeligste combinatie: (1 weekend × € 130,00) × 130 %")
    for number, owner in enumerate(("Ranst", "Zandhoven", "Nijlen"), 1):
        expect(line(page, number)).to_contain_text(f"De uitleendienst van {owner} beslist")
        expect(line(page, number)).to_contain_text("controles")
    expect(line(page, 2)).to_contain_text("Uitgifte vr 11 juni 2027 16:00, terugname ma 14 juni 2027 07:30")
    line(page, 3).locator("summary", has_text="controles").click()
    expect(line(page, 3).get_by_text("De bestuurder heeft het nodige rijbewijs")).to_be_visible()


def three_desks_decide(window: Callable[..., Page]) -> None:
    """Each desk finds on its worklist what is its own, and nothing else."""
    an, mia, lut = (window(desk) for desk in (cast.DESK_RANST, cast.DESK_ZANDHOVEN, cast.DESK_NIJLEN))
    assert [waiting(desk) for desk in (an, mia, lut)] == [[HALL], [STAGE], [TOILETS]]
    propose(an, HALL, OTHER_HALL, "Daar is meer plaats voor uw muzikanten.")
    approve(mia, STAGE)
    approve(lut, TOILETS)
    assert [waiting(desk) for desk in (an, mia, lut)] == [[], [], []]


def events_at(address: str) -> list[tuple[str, datetime, datetime, str]]:
    """What a calendar program reads there: what, from when until when, and where."""
    feed = Calendar.from_ical(requests.get(address, timeout=10).content)
    return [(str(event["SUMMARY"]), event.start, event.end, str(event["LOCATION"])) for event in feed.events]


def brussels(text: str) -> datetime:
    """A moment on the clock of Brussels."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)
