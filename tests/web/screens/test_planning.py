"""The planning board as its readers get it: who learns what, what a click asks for, and what stands in the address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.asking import Ask, AskLine
from booking.rules.periods import Period, local
from booking.services import calendar_imports, reservations
from booking.services.calendar_imports import Fetcher, Means, Proposal
from booking.services.incidents import record_breakdown, record_closure
from booking.web.extensions import db
from tests.support.calendars import calendar, event
from tests.web.screens.reader import Page, Reader
from tests.web.visitor import Visitor

EVENT = "Het geheime feest"
USE = Period(datetime(2027, 6, 12, 12, tzinfo=UTC), datetime(2027, 6, 12, 20, tzinfo=UTC))
BOARD = "/planning?vanaf=2027-06-07&weken=1"


def ask(app: Flask, email: str, asset: str, use: Period = USE, units: int = 1) -> reservations.Receipt:
    """A request in the name of somebody of the cast."""
    with app.app_context():
        actor = actor_of(db.session(), cast.account_id(db.session(), email), local(now()).date())
        line = AskLine(cast.asset_id(db.session(), asset), use, units=units)
        return reservations.request(db.session(), actor, Ask(min(actor.borrowers), (line,), event=EVENT), now())


def opened(app: Flask, email: str | None, address: str) -> Page:
    """A page as somebody sees it; None is a stranger."""
    return Reader(app, email).open(address) if email else Page(Visitor(app).get(address))


@pytest.fixture
def receipt(app: Flask) -> reservations.Receipt:
    """De Lindekapel asks for Ranst's hall on 12 June."""
    return ask(app, cast.ORGANISER, cast.HALL_RANST)


@pytest.mark.parametrize(
    ("email", "leads_to"),
    [
        (cast.ORGANISER, "/reservaties/{}"),
        (cast.DESK_RANST, "/werklijst/{}"),
        (cast.TECHNICIAN_RANST, "/taken/{}/lijnen/1"),
        (cast.FINANCE_RANST, "/reservaties/{}"),
    ],
    ids=["the borrower", "the desk", "the technician", "finance"],
)
def test_who_may_see_a_reservation_finds_it_behind_its_bar(app: Flask, receipt: reservations.Receipt, email: str, leads_to: str) -> None:
    page = opened(app, email, f"{BOARD}&q={cast.HALL_RANST}")
    assert EVENT in page.text
    assert cast.ASSOCIATION_RANST in page.text
    assert leads_to.format(receipt.reference) in [href for href, _ in page.links]


@pytest.mark.parametrize(
    "email",
    [None, cast.ORGANISER_CLAIMING, cast.TEACHER_ZOERSEL, cast.DESK_ZANDHOVEN, cast.TECHNICIAN_WOMMELGEM, cast.STEWARD],
    ids=["a stranger", "who only claims it", "another borrower", "another desk", "another depot", "the steward"],
)
@pytest.mark.parametrize("scale", ["&weken=1", "&weken=4", "&schaal=uur&vanaf=2027-06-12"])
def test_everyone_else_learns_that_it_is_taken_and_nothing_of_by_whom(
    app: Flask, receipt: reservations.Receipt, email: str | None, scale: str
) -> None:
    page = opened(app, email, f"/planning?gemeente=&q=RAN-ZAAL-JS{scale if 'uur' in scale else '&vanaf=2027-06-07' + scale}")
    assert "in aanvraag" in page.html
    assert 'class="bar requested' in page.html
    for secret in (EVENT, "geheime", cast.ASSOCIATION_RANST, "Lindekapel", receipt.reference):
        assert secret not in page.html.replace("wout@lindekapel.example", "")


def test_a_free_cell_asks_for_that_asset_on_that_day(app: Flask) -> None:
    page = Reader(app, cast.ORGANISER).open(f"{BOARD}&q={cast.STAGE_ZANDHOVEN}")
    assert f"/reservaties/nieuw?line={cast.STAGE_ZANDHOVEN}~20270609T0700Z~20270609T1500Z~1" in [href for href, _ in page.links]


def test_a_stranger_is_led_to_the_asset_on_that_day(app: Flask) -> None:
    page = opened(app, None, f"{BOARD}&q={cast.STAGE_ZANDHOVEN}")
    assert any(href.startswith(f"/middelen/{cast.STAGE_ZANDHOVEN}?") and "2027-06-09" in href for href, _ in page.links)


def test_what_is_left_of_a_day_can_be_asked_for(app: Flask, receipt: reservations.Receipt) -> None:
    page = Reader(app, cast.ORGANISER).open(f"{BOARD}&q={cast.HALL_RANST}")
    start = re.search(rf"line={cast.HALL_RANST}~20270612T(\d{{4}})Z~20270612T(\d{{4}})Z", page.html)
    assert start
    assert "vrij van" in page.text
    assert "0600" <= start[1] < start[2] <= "2000"


def test_a_day_that_is_past_can_be_seen_and_not_asked_for(app: Flask) -> None:
    page = Reader(app, cast.ORGANISER).open("/planning?vanaf=2027-02-01&weken=1")
    assert "was vrij" in page.text
    assert not any("/reservaties/nieuw?line" in href for href, _ in page.links)


def test_stock_counts_what_is_left(app: Flask) -> None:
    ask(app, cast.ORGANISER, cast.BARRIERS_RANST, units=60)
    page = opened(app, None, f"{BOARD}&q={cast.BARRIERS_RANST}")
    assert "140 van 200 vrij" in page.text
    assert "200 van 200 vrij" in page.text
    assert 'class="bar' not in page.html
    assert f"60 × {EVENT}" in Reader(app, cast.DESK_RANST).open(f"{BOARD}&q={cast.BARRIERS_RANST}").text


def test_a_whole_hall_is_taken_when_a_part_of_it_is(app: Flask) -> None:
    ask(app, cast.TECHNICIAN_WOMMELGEM, "WOM-SPO-01-A")
    page = opened(app, None, f"{BOARD}&q=Sporthal Wommelgem")
    rows = re.findall(r'<tr class="([^"]*)">\s*<th scope="row"><a href="/middelen/([^"]+)">(.*?)</tr>', page.html, re.DOTALL)
    taken = {code: 'class="bar' in cells for _, code, cells in rows}
    assert taken["WOM-SPO-01"]
    assert taken["WOM-SPO-01-A"]
    assert not taken["WOM-SPO-01-C"]
    assert {code: "part" in css for css, code, _ in rows}["WOM-SPO-01-A"]


def test_a_breakdown_is_told_to_who_looks_after_the_asset(app: Flask) -> None:
    with app.app_context():
        actor = actor_of(db.session(), cast.account_id(db.session(), cast.DESK_RANST), local(now()).date())
        hall = cast.asset_id(db.session(), cast.HALL_RANST)
        record_breakdown(db.session(), actor, hall, now(), USE.start, USE.start + timedelta(days=2), note="De ketel lekt.")
    address = f"{BOARD}&q={cast.HALL_RANST}"
    assert "De ketel lekt." in Reader(app, cast.TECHNICIAN_RANST).open(address).text
    told = opened(app, None, address)
    assert "De ketel lekt." not in told.html
    assert "buiten gebruik" in told.text
    assert "defect" not in re.sub(r"<option.*?</option>", "", told.html)


@pytest.mark.parametrize(
    ("query", "shown", "not_shown"),
    [
        ("categorie=mobile_stage", cast.STAGE_ZANDHOVEN, cast.HALL_RANST),
        ("q=zaal+ranst", cast.HALL_RANST, cast.STAGE_ZANDHOVEN),
        ("wie=mine", cast.HALL_RANST, cast.BARRIERS_RANST),
        ("staat=requested", cast.HALL_RANST, cast.BARRIERS_RANST),
        ("staat=free&q=ran", cast.BARRIERS_RANST, cast.HALL_RANST),
        ("schaal=uur&q=ranst", cast.HALL_RANST, cast.BARRIERS_RANST),
    ],
)
def test_the_address_says_what_is_shown(app: Flask, receipt: reservations.Receipt, query: str, shown: str, not_shown: str) -> None:
    day = "2027-06-12" if "uur" in query else "2027-06-07"
    page = Reader(app, cast.ORGANISER).open(f"/planning?vanaf={day}&weken=1&{query}")
    codes = {href.removeprefix("/middelen/") for href, _ in page.links if href.startswith("/middelen/")}
    assert shown in codes
    assert not_shown not in codes


def test_an_own_authority_comes_first_and_can_be_alone(app: Flask) -> None:
    desk = Reader(app, cast.DESK_RANST)
    houses = re.findall(r'scope="rowgroup" colspan="8"><span>([^<]+)', desk.open(BOARD).html)
    assert houses[0] == "Ranst"
    assert len(houses) > 1
    assert re.findall(r'scope="rowgroup" colspan="8"><span>([^<]+)', desk.open(f"{BOARD}&wie=house").html) == ["Ranst"]


def test_ways_on_keep_what_was_chosen(app: Flask) -> None:
    page = opened(app, None, "/planning?vanaf=2027-06-09&weken=1&categorie=mobile_stage&q=zan")
    links = [href for href, _ in page.links]
    kept = "categorie=mobile_stage&q=zan"
    assert f"/planning?vanaf=2027-05-31&weken=1&{kept}" in links
    assert f"/planning?vanaf=2027-06-14&weken=1&{kept}" in links
    assert f"/planning?vanaf=2027-06-10&weken=1&{kept}" in links
    assert f"/planning?weken=1&{kept}" in links
    assert f"/planning?vanaf=2027-06-09&weken=4&{kept}" in links


def test_more_than_sixty_assets_take_a_second_page(app: Flask) -> None:
    first, second = opened(app, None, BOARD), opened(app, None, f"{BOARD}&blad=2")
    codes = [set(re.findall(r'<th scope="row"><a href="/middelen/([^"]+)"', page.html)) for page in (first, second)]
    assert len(codes[0]) == 60
    assert not codes[0] & codes[1]
    assert opened(app, None, f"{BOARD}&blad=99").status == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("vanaf=gisteren", "vanaf"),
        ("vanaf=9999-12-31", "vanaf"),
        ("gemeente=0", "gemeente"),
        ("gemeente=x", "gemeente"),
        ("categorie=raket", "categorie"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_board_is_shown(app: Flask, query: str, field: str) -> None:
    page = opened(app, None, f"/planning?{query}")
    assert page.status == 422
    assert page.fault(field)
    assert "RAN" in page.html


@pytest.mark.parametrize("query", ["weken=3", "schaal=eeuw", "blad=-1", "blad=x", "wie=buren", "weken=", "staat=kapot"])
def test_an_odd_address_shows_a_board(app: Flask, query: str) -> None:
    assert opened(app, None, f"/planning?{query}").status in {200, 422}


@pytest.mark.parametrize("day", ["2027-03-22", "2027-03-28", "2027-03-29", "2027-10-25", "2027-10-31", "2027-11-01"])
@pytest.mark.parametrize("scale", ["weken=1", "weken=4", "schaal=uur"])
def test_a_week_in_which_the_clock_changes_has_its_columns(app: Flask, day: str, scale: str) -> None:
    page = opened(app, None, f"/planning?vanaf={day}&{scale}")
    assert page.status == 200
    assert len(re.findall(r'<th scope="col"', page.html)) == 1 + {"weken=1": 7, "weken=4": 28, "schaal=uur": 17}[scale]


@pytest.mark.parametrize(("prefix", "word"), [("", "vrij"), ("/en", "free"), ("/fr", "libre")])
def test_the_board_speaks_the_language_of_its_address(app: Flask, prefix: str, word: str) -> None:
    page = opened(app, None, f"{prefix}{BOARD}")
    assert f'">{word}</a>' in page.html
    assert f'href="{prefix}/middelen/' in page.html


@pytest.fixture
def lesson(app: Flask) -> int:
    """A school's timetable takes Ranst's hall on 9 June; returns that calendar."""
    with app.app_context():
        means, session = Means(b"a secret", Fetcher()), db.session()
        dirk = actor_of(session, cast.account_id(session, cast.ADMINISTRATOR_RANST), local(now()).date())
        data = calendar(event("les", "2027-06-09 08:30", "2027-06-09 12:00", "Turnles 3A"))
        wanted = Proposal(cast.asset_id(session, cast.HALL_RANST), "Lessenrooster", data=data, filename="rooster.ics")
        key = calendar_imports.propose(session, dirk, means, wanted, now(), "form")
        calendar_imports.confirm(session, dirk, key, now())
        calendar_imports.refresh(session, means, key, now())
        record_closure(session, dirk, wanted.asset, now(), USE.start, USE.end, 1, "Vloer wordt geboend")
        return key


THEIRS, SHUT = "/beheer/agendas/", "/beheer/sluitingen/middel/"
IMPORTED = (
    (cast.ADMINISTRATOR_RANST, ("Turnles 3A", "Lessenrooster", "geboend"), (), {THEIRS, SHUT}),
    (cast.DESK_RANST, ("Lessenrooster", "geboend"), ("Turnles",), {SHUT}),
    (cast.TECHNICIAN_RANST, ("Lessenrooster", "geboend"), ("Turnles",), set()),
    (cast.ORGANISER, ("bezet",), ("Turnles", "Lessenrooster", "geboend"), set()),
)  # who, what they read, what they do not, and where it leads


def test_what_a_calendar_of_others_takes_says_what_it_is_and_leads_there(app: Flask, lesson: int) -> None:
    for email, told, secret, ways in IMPORTED:
        page = opened(app, email, f"{BOARD}&q={cast.HALL_RANST}")
        board = page.html.partition('class="board')[2]
        assert [words for words in told if words not in board] == [], email
        assert [words for words in (*secret, "Naar de taken") if words in board] == [], email
        assert {way for way in (THEIRS, SHUT) for href, _ in page.links if href.startswith(way)} == ways, email
        if THEIRS in ways:
            assert f"{THEIRS}{lesson}" in [href for href, _ in page.links]
            assert 'class="room"><span>Turnles 3A' in board, "its label stands on it too"
