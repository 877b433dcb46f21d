"""Every page that the stories pass can be read and worked by all: examined by axe, wide and light, small and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from booking.demo import cast
from tests.stories.steps import ask, pick, preview, search
from tests.support.browser import DESKTOP, PHONE

DATES = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=1&purpose=event"
PICK = f"line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
LOOKS = {"wide and light": (DESKTOP, "light"), "small and dark": (PHONE, "dark")}

ASKER = (
    *("/", f"/?{DATES}&{PICK}", "/?from_day=2027-06-12&from_time=14:00&to_day=2027-06-11&to_time=22:00&units=0"),
    *(f"/middelen/{cast.HALL_RANST}", "/reservaties", "/reservaties/{reference}", "/reservaties/{reference}/annuleren"),
    *("/reservaties/{reference}/lijnen/1/wijzigen", "/account", "/account/wachtwoord", "/agendas", "/nergens"),
)
DESK = (
    *("/werklijst", "/werklijst/{reference}", "/werklijst/conflicten"),
    *("/taken", "/taken/melden", f"/taken/melden?middel={cast.HALL_RANST}"),
)


@pytest.fixture
def engine_name() -> str:
    """What is tried here does not depend on the database."""
    return "sqlite"


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS.values(), ids=LOOKS)
def test_no_page_has_a_serious_barrier_or_scrolls_sideways(window: Callable[..., Page], viewport: dict[str, int], scheme: str) -> None:
    stranger, sofie, an = (window(who, viewport, color_scheme=scheme) for who in (None, cast.ORGANISER, cast.DESK_RANST))
    found = barriers(stranger, ["/", "/aanmelden"])
    search(sofie, ("2027-06-12", "14:00"), ("2027-06-12", "22:00"))
    pick(sofie, "Vergaderlokaal Jozef Simons", "Podiumwagen Zandhoven 8 × 6 m")
    found += examined(sofie)
    preview(sofie, "")
    expect(sofie.get_by_role("alert")).to_be_visible()
    found += examined(sofie)
    sofie.get_by_label("Ontlener").select_option(label=cast.ASSOCIATION_RANST)
    preview(sofie, "Zomerconcert")
    found += examined(sofie)
    reference = ask(sofie)
    found += barriers(sofie, [address.format(reference=reference) for address in ASKER])
    found += barriers(an, [address.format(reference=reference) for address in DESK])
    assert found == []


def barriers(page: Page, addresses: list[str]) -> list[str]:
    """What is found on each of these pages."""
    found: list[str] = []
    for address in addresses:
        page.goto(address)
        found += examined(page)
    return found


def examined(page: Page) -> list[str]:
    """The serious and critical violations that axe sees on the page with everything unfolded, and whether it is wider than its window."""
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    heavy = [one for one in Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]
    found = [f"{page.url}: {one['id']} at {node['html']}" for one in heavy for node in one["nodes"]]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, f"{page.url}: {wider} pixels too wide"] if wider > 0 else found
