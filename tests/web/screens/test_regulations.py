"""Regulations on screen: everybody reads what is law, and who administers tariffs takes a file from its faults to its publication."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.demo.tariffs import FILES
from booking.services import regulations
from booking.web.extensions import db
from models import RegulationRow
from tests.web.screens.reader import Page, Reader
from tests.web.visitor import Visitor

NEXT = (
    (FILES / "ranst.yaml").read_text(encoding="utf-8").partition("examples:")[0].replace("valid_from: 2023-01-01", "valid_from: 2027-07-01")
)


@pytest.fixture
def piet(reader: Callable[[str], Reader]) -> Reader:
    """Who administers the tariffs of Ranst."""
    return reader(cast.TARIFFS_RANST)


def law(app: Flask, nis: str = cast.RANST) -> int:
    with app.app_context():
        owner = cast.authority_id(db.session, nis)
        return db.session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == owner)).one()


def key_of(page: Page) -> int:
    """The regulation that an answer leads to."""
    return int(page.leads_to.rpartition("/")[2])


def test_everybody_reads_what_is_law_with_its_annex_and_its_examples(app: Flask) -> None:
    stranger, key = Visitor(app), law(app)
    overview = Page(stranger.get("/reglementen"))
    assert "Retributiereglement uitleen van materialen" in overview.text
    assert "Nieuw reglement" not in overview.text
    page = Page(stranger.get(f"/reglementen/{key}"))
    assert "gemeenteraad" in page.text
    assert "Art. 6 §1 Nadarhekken per stuk" in page.text
    assert "50 % – Andere gebruikers" in page.text
    assert "Van middernacht tot 8 uur zijn de lokalen gesloten" in page.text, "the answer to a warning is public"
    assert "Wie deed wat" not in page.text
    file = stranger.get(f"/reglementen/{key}/bestand")
    assert file.text.startswith("title: Retributiereglement uitleen van materialen")
    for language, word in (("en", "Worked examples"), ("fr", "Exemples chiffrés")):
        assert word in Page(stranger.get(f"/{language}/reglementen/{key}")).text


def test_a_file_with_faults_is_told_line_by_line_and_becomes_nothing(piet: Reader) -> None:
    form = piet.open("/reglementen/inlezen").form("/inlezen")
    wrong = NEXT.replace("valid_from: 2027-07-01", "valid_from: 1 juli").replace("kind: day_part", "kind: dagdeel", 1)
    page = piet.send(form, text=wrong)
    assert page.status == 422
    assert "2 fouten in dit bestand" in page.text
    assert "Regel 10" in page.text
    assert "valid_from: 1 juli" in page.text
    assert piet.send(form, text="").fault("file")
    assert "Ontwerp" not in piet.open("/reglementen").text


def test_from_a_file_to_law(piet: Reader, app: Flask, reader: Callable[[str], Reader]) -> None:
    made = piet.send(piet.open("/reglementen/inlezen").form("/inlezen"), text=NEXT.replace("Nadarhekken per stuk", "Dranghekken per stuk"))
    key = key_of(made)
    page = piet.follow(made)
    assert "Er is er nog geen" in page.text
    assert piet.open(f"/reglementen/{key}/bekendmaken").status == 200
    stranger = Visitor(app)
    assert stranger.get(f"/reglementen/{key}").status_code == 404
    assert reader(cast.DESK_RANST).open(f"/reglementen/{key}").status == 404
    beside = piet.open(f"/reglementen/{key}/naast?met={law_before(app, key)}")
    assert "Nadarhekken per stuk Dranghekken per stuk" in beside.text
    gone = piet.send(page.form("/weggooien"))
    assert "Het ontwerp is weg" in piet.follow(gone).text
    assert piet.open(f"/reglementen/{key}").status == 404


def law_before(app: Flask, key: int) -> int:
    with app.app_context():
        row = db.session.get(RegulationRow, key)
        assert row is not None
        query = select(RegulationRow.id).where(RegulationRow.authority_id == row.authority_id, RegulationRow.id != key)
        return db.session.scalars(query).one()


HALL = """
title: Retributiereglement sporthal (fictief)
owner: "11035"
valid_from: 2027-09-01
groups:
  - {code: everyone, title: Iedereen, who: [{anyone: yes}]}
articles:
  - {number: 1, title: Sporthal per dagdeel, kind: day_part, for: sports_hall, parts: [08:00, 24:00], prices: 15.00}
examples:
  - name: voormiddag
    borrower: {kind: resident}
    lines:
      - {category: sports_hall, use: 2027-10-12 10:00 - 2027-10-12 12:00}
    expect: {total: 15.00}
"""


def test_a_proven_one_is_published_once_each_warning_has_its_answer(piet: Reader, app: Flask) -> None:
    made = piet.send(piet.open("/reglementen/inlezen").form("/inlezen"), text=HALL)
    page = piet.follow(piet.send(piet.follow(made).form("/bewijzen")))
    assert "Elk voorbeeld komt tot op de cent uit" in page.text
    form = piet.open(f"/reglementen/{key_of(made)}/bekendmaken").form("/bekendmaken")
    decision = {"organ": "gemeenteraad", "number": "GR/2027/9", "decided_on": "2027-02-15", "published_on": "2027-02-22", "valid_from": ""}
    doubt = next(name for name in form.fields if name.startswith("why-"))
    refused = piet.send(form, **decision)
    assert refused.status == 422
    assert "Een waarschuwing heeft nog geen antwoord" in refused.text
    assert refused.form("/bekendmaken").fields["number"] == "GR/2027/9"
    wrong = piet.send(form, **{**decision, "published_on": "2027-02-01", "published_at": "javascript:alert(1)"})
    assert wrong.fault("published_at")
    answers = {name: "De raad wil het zo." for name in refused.form("/bekendmaken").fields if name.startswith("why-")}
    assert doubt in answers
    page = piet.follow(piet.send(form, **decision, **answers))
    assert "Bekendgemaakt. Het geldt vanaf za 27 februari 2027." in page.text
    assert "De raad wil het zo." in page.text
    assert "Piet" in page.text
    told = Page(Visitor(app).get(f"/reglementen/{key_of(made)}"))
    assert "Van kracht" in told.text
    assert "Piet" not in told.text, "who typed it is no business of the public"


def test_what_is_announced_is_told_wherever_the_price_is(app: Flask) -> None:
    key, text = law(app), (FILES / "ranst.yaml").read_text(encoding="utf-8").replace("valid_from: 2023-01-01", "valid_from: 2027-07-01")
    with app.app_context():
        regulations.read_in(db.session(), None, text, now())
    stranger = Visitor(app)
    assert "vanaf 1 juli 2027" in Page(stranger.get(f"/middelen/{cast.HALL_RANST}")).text
    assert "Wordt opgevolgd door" in Page(stranger.get(f"/reglementen/{key}")).text
    assert "Aangekondigd" in Page(stranger.get("/reglementen")).text


def test_a_successor_is_begun_and_an_end_without_one_is_warned_of(piet: Reader, app: Flask, at: Callable[[str], None]) -> None:
    key = law(app)
    begun = piet.follow(piet.send(piet.open(f"/reglementen/{key}").form("/opvolgen")))
    assert "Volgt op" in begun.text
    ending = piet.open(f"/reglementen/{key}/beeindigen").form("/beeindigen")
    assert piet.send(ending, last="2027-02-01", reason="Opgeheven").fault("last")
    assert "geldt tot en met" in piet.follow(piet.send(ending, last="2027-04-30", reason="Opgeheven door de raad")).text
    assert "wordt nog door niets opgevolgd" in piet.open("/reglementen").text
    at("2027-05-01T09:00:00+02:00")
    assert "Vervallen zonder opvolger" in Page(Visitor(app).get("/reglementen?bestuur=1")).text
