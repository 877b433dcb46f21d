"""The editor without scripts: every button keeps what was typed, only saving keeps it for others, and nobody overwrites anybody unseen."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.regulations import stored_plain
from booking.services import regulations
from booking.web.extensions import db
from tests.web.screens.reader import Page, Reader

ROOMS = {
    "title": "Lokalen", "organ": "gemeenteraad", "valid_from": "2032-01-01",
    "groups": [
        {"code": "recognised", "title": "Erkende verenigingen", "who": [{"kind": ["association"], "recognised": ["any"]}]},
        {"code": "others", "title": "Anderen", "who": [{"anyone": True}]},
    ],
    "articles": [
        {"number": "1", "title": "Lokaal", "kind": "day_part", "for": ["meeting_room"], "parts": ["08:00", "12:30", "18:00", "24:00"],
         "prices": {"recognised": {"price": 1000}, "others": {"price": 2000}}},
    ],
    "examples": [
        {"name": "twee-dagdelen", "borrower": {"kind": "association", "relation": "own", "recognised": ["culture"]},
         "lines": [{"category": "meeting_room", "use": "2027-02-13 14:00 - 2027-02-13 18:20"}], "expect": {"total": 2000}},
    ],
}  # fmt: skip


@pytest.fixture
def piet(reader: Callable[[str], Reader]) -> Reader:
    return reader(cast.TARIFFS_RANST)


@pytest.fixture
def draft(app: Flask) -> int:
    with app.app_context():
        session = db.session()
        owner, piet = cast.authority_id(session, cast.RANST), actor_of(session, cast.account_id(session, cast.TARIFFS_RANST), now())
        return regulations.start(session, piet, owner, ROOMS, now())


def editor(piet: Reader, draft: int, **typed: str) -> Page:
    """The editor, with these fields typed and its button pressed (`do`)."""
    address = f"/reglementen/{draft}/bewerken"
    page = piet.open(address)
    return piet.send(page.form("/bewerken"), **typed) if typed else page


def kept(app: Flask, draft: int) -> dict[str, Any]:
    with app.app_context():
        return stored_plain(db.session(), draft)


PRICE = "articles:@0:prices:recognised:price"


def test_the_sheet_shows_the_table_its_proof_and_who_falls_where(piet: Reader, draft: int) -> None:
    page = editor(piet, draft)
    assert "Het voorbeeld klopt" in page.text
    assert "2 dagdelen × € 10,00 (art. 1)" in page.text
    assert "Erkende vereniging van hier Erkende verenigingen" in page.text
    assert "vereniging, erkend (cultuur), uit de eigen gemeente" in page.text
    assert page.form("/bewerken").fields[PRICE] == "10,00"


def test_a_wrong_amount_is_kept_with_its_fault_and_nothing_is_saved(piet: Reader, draft: int, app: Flask) -> None:
    page = editor(piet, draft, **{PRICE: "tien", "header:title": "Andere titel", "do": "save"})
    assert page.status == 422
    assert page.form("/bewerken").fields[PRICE] == "tien"
    assert page.fault(PRICE) == "Een bedrag, zoals 12,50."
    assert "„tien”: Een bedrag, zoals 12,50." in page.text
    assert kept(app, draft)["title"] == "Lokalen"


def test_a_button_keeps_what_was_typed_and_only_saving_saves(piet: Reader, draft: int, app: Flask) -> None:
    page = editor(piet, draft, **{PRICE: "11", "do": "article:new", "new_kind": "deposit"})
    assert page.form("/bewerken").fields[PRICE] == "11"
    assert "Nog niet bewaard" in page.text
    assert "verwacht € 20,00, berekend € 22,00" in page.text
    assert len(kept(app, draft)["articles"]) == 1
    saved = piet.send(page.form("/bewerken"), **{"articles:@1:title": "Waarborg", "articles:@1:prices:others:price": "50", "do": "save"})
    assert saved.status == 303
    assert [article["title"] for article in kept(app, draft)["articles"]] == ["Lokaal", "Waarborg"]
    assert kept(app, draft)["articles"][0]["prices"]["recognised"] == {"price": 1100}


def test_what_is_computed_can_be_accepted_as_what_is_expected(piet: Reader, draft: int) -> None:
    page = editor(piet, draft, **{PRICE: "11", "do": "accept:examples:@0"})
    assert page.form("/bewerken").fields["examples:@0:expect:total"] == "22,00"
    assert "Het voorbeeld klopt" in page.text


def test_categories_are_added_before_everybody_moved_and_removed_with_their_amounts(piet: Reader, draft: int) -> None:
    page = editor(piet, draft, do="group:new", new_group="companies")
    fields = page.form("/bewerken").fields
    assert [fields[f"groups:@{n}:title"] for n in range(3)] == ["Erkende verenigingen", "Ondernemingen", "Anderen"]
    moved = piet.send(page.form("/bewerken"), do="up:groups:@1").form("/bewerken")
    assert [moved.fields[f"groups:@{n}:title"] for n in range(3)] == ["Ondernemingen", "Erkende verenigingen", "Anderen"]
    gone = piet.send(moved, do="drop:groups:@1").form("/bewerken")
    assert PRICE not in gone.fields
    assert gone.fields["articles:@0:prices:others:price"] == "20,00"


def test_two_editors_at_once_are_told_and_neither_loses_anything(piet: Reader, draft: int, app: Flask) -> None:
    mine, theirs = editor(piet, draft), editor(piet, draft)
    assert piet.send(theirs.form("/bewerken"), **{PRICE: "12", "do": "save"}).status == 303
    told = piet.send(mine.form("/bewerken"), **{PRICE: "13", "do": "save"})
    assert told.status == 409
    assert "Iemand anders bewaarde dit ontwerp intussen" in told.text
    assert "Artikel 1" in told.text
    assert "per dagdeel € 12,00" in told.text
    assert "per dagdeel € 13,00" in told.text
    assert kept(app, draft)["articles"][0]["prices"]["recognised"] == {"price": 1200}
    assert piet.send(told.form("/bewerken"), do="save").status == 303
    assert kept(app, draft)["articles"][0]["prices"]["recognised"] == {"price": 1300}


def test_what_was_typed_outlives_a_draft_that_somebody_threw_away(piet: Reader, draft: int, app: Flask) -> None:
    mine = editor(piet, draft).form("/bewerken")
    with app.app_context():
        session = db.session()
        regulations.discard(session, actor_of(session, cast.account_id(session, cast.TARIFFS_RANST), now()), draft, now())
    gone = piet.send(mine, **{PRICE: "13", "do": "save"})
    assert gone.status == 404
    assert "Wat u typte, is niet verloren" in gone.text
    begun = piet.send(gone.form("/nieuw"))
    key = int(begun.leads_to.partition("/bewerken")[0].rpartition("/")[2])
    assert kept(app, key)["articles"][0]["prices"]["recognised"] == {"price": 1300}


def test_every_place_can_be_folded_out_and_in_and_says_the_same(piet: Reader, draft: int, app: Flask) -> None:
    before = kept(app, draft)
    form = editor(piet, draft).form("/bewerken")
    for place in ("header", "groups:@0", "articles:@0", "examples:@0"):
        page = piet.send(form, do=f"open:{place}")
        assert page.status == 200
        form = piet.send(page.form("/bewerken"), do=f"close:{place}").form("/bewerken")
    assert piet.send(form, do="save").status == 303
    after = kept(app, draft)
    assert {name: after[name] for name in ROOMS} == {name: before[name] for name in ROOMS}


def test_a_draft_begins_with_a_frame_or_as_a_successor(piet: Reader, app: Flask) -> None:
    form = piet.open("/reglementen/nieuw").form("/nieuw")
    begun = piet.send(form, start="trailer")
    assert begun.status == 303
    copies = [value for name, value in radios(piet, "start") if value.startswith("copy:")]
    assert copies
    successor = piet.send(form, start=copies[0])
    key = int(successor.leads_to.partition("/bewerken")[0].rpartition("/")[2])
    assert len(kept(app, key)["articles"]) > 10
    assert piet.send(form, start="onzin").status == 422


def radios(piet: Reader, name: str) -> list[tuple[str, str]]:
    """The values of a set of radio buttons."""
    html = piet.open("/reglementen/nieuw").html
    return [(name, part.partition('value="')[2].partition('"')[0]) for part in html.split("<input")[1:] if f'name="{name}"' in part]


def test_the_annex_is_a_paper_in_the_readers_language(piet: Reader, draft: int) -> None:
    for language, said in (("nl", "ontwerp, nog niet bekendgemaakt"), ("fr", "projet, pas encore publié")):
        answer = piet.visitor.get(f"/{language}/reglementen/{draft}/bijlage.pdf")
        assert answer.content_type == "application/pdf"
        text = " ".join(PdfReader(io.BytesIO(answer.data)).pages[0].extract_text().split())
        assert said in text
        assert "10,00 20,00" in text


WILD = ("drop:articles:@99", "up:groups:@0", "down:articles:@0", "add:nergens", "accept:examples:@7", "open:", "kind:x", "zomaar", "drop:")


def test_a_button_that_makes_no_sense_changes_nothing(piet: Reader, draft: int) -> None:
    form = editor(piet, draft).form("/bewerken")
    for do in WILD:
        page = piet.send(form, do=do)
        assert page.status == 200
        assert page.form("/bewerken").fields[PRICE] == "10,00"
