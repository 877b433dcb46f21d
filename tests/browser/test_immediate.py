"""Parts of a page that htmx replaces, under the strict policy: what it may do, what its guard refuses, and that it needs no exception."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from booking.web.access import requires
from booking.web.scripts import wants_part
from tests.support.browser import DESKTOP, watched_page
from tests.web.conftest import opened

TEMPLATES = Path(__file__).with_name("templates")


@pytest.fixture(scope="module")
def address(new_database) -> Iterator[str]:
    """A page of the product's own frame with a part in it, and the product's policy around it."""
    with opened(new_database("sqlite")) as app:
        app.jinja_loader = ChoiceLoader([FileSystemLoader(TEMPLATES), app.jinja_loader])
        hang(app)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        app.config["BASE_URL"] = f"http://127.0.0.1:{server.port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.port}/proef"
        server.shutdown()
        server.server_close()


def hang(app: Flask) -> None:
    """One view: the part alone for htmx, the whole page for everybody else; `?units=0` is a part without nonces."""

    @requires("door.open")
    def show() -> str:
        units = request.values.get("units", 1, type=int)
        template = "immediate_part.html" if wants_part() else "immediate.html"
        return render_template(template, units=units, guarded=units > 0)

    app.add_url_rule("/proef", "proef", show, methods=["GET", "POST"])


def choose(page: Page, units: int) -> None:
    """Type a number and leave the field."""
    page.get_by_label("Eenheden").fill(str(units))
    page.get_by_label("Eenheden").press("Tab")
    expect(page.locator("#deel")).to_contain_text(f"{units} × € 5,00 = € {units * 5},00")


def test_a_part_is_replaced_and_what_it_brings_works_without_a_complaint(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.title = 'Nog dezelfde pagina'")
    for units in (3, 8):
        choose(page, units)
    page.get_by_role("button", name="Houd vast").click()
    expect(page.get_by_role("status")).to_have_text("Vastgehouden.")
    expect(page.locator("#deel")).to_contain_text("8 × € 5,00")
    assert page.title() == "Nog dezelfde pagina"


def test_a_part_that_nobody_vouches_for_is_an_ordinary_form(browser: Browser, address: str) -> None:
    with watched_page(browser, DESKTOP) as (page, complaints):
        page.goto(address)
        choose(page, 0)
        assert page.get_by_role("button", name="Houd vast").locator("..").get_attribute("data-hx-post") is None
        page.get_by_role("button", name="Houd vast").click()
        expect(page.get_by_role("status")).to_have_text("Vastgehouden.")
        expect(page.get_by_role("heading", name="Proef")).to_be_visible()
    assert complaints.found
    assert all("[hx-csp] blocked <form>" in complaint for complaint in complaints.found)


@pytest.mark.parametrize(
    "attempt",
    [
        pytest.param("document.body.innerHTML = '<p>x</p>'", id="text as HTML"),
        pytest.param("trustedTypes.createPolicy('mine', {createHTML: text => text})", id="a policy of one's own"),
        pytest.param("document.body.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))", id="a script of one's own"),
    ],
)
def test_nothing_but_htmx_turns_text_into_a_page_or_a_program(browser: Browser, address: str, attempt: str) -> None:
    with watched_page(browser, DESKTOP) as (page, complaints):
        page.goto(address)
        page.evaluate(f"() => {{ try {{ {attempt} }} catch {{}} }}")
        for _ in range(200):
            page.wait_for_timeout(20)
            if complaints.found:
                break
    assert any(complaint.startswith("policy: ") for complaint in complaints.found)


def test_without_scripts_the_same_page_works(browser: Browser, address: str) -> None:
    with watched_page(browser, DESKTOP, java_script_enabled=False) as (page, complaints):
        page.goto(f"{address}?units=4")
        page.get_by_role("button", name="Houd vast").click()
        expect(page.get_by_role("status")).to_have_text("Vastgehouden.")
    assert complaints.found == []
