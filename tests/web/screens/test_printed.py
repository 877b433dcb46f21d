"""Calendars on paper: what hangs in the depot, what goes with a delivery and what sticks on a trailer, for eyes, ears and telephones."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from booking.demo import cast
from booking.web.extensions import db
from tests.support.telephone import scanned
from tests.web.screens.reader import Reader
from tests.web.screens.test_today import jan, lent  # noqa: F401 - the same world

BASE = "http://127.0.0.1:5000"
DECKS = "RAN-ELE"


def told(pdf: bytes) -> str:
    """All words of a paper, one space between them."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def paper(who: Reader, address: str) -> bytes:
    """A PDF that can be read aloud."""
    answer = who.visitor.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    assert answer.content_type == "application/pdf"
    root = PdfReader(io.BytesIO(answer.data)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    return answer.data


def number_of(app, find: Callable[..., int], name: str) -> int:
    with app.app_context():
        return find(db.session(), name)


def test_a_week_hangs_on_the_wall_with_a_code_for_every_line(app, jan: Reader, lent: str) -> None:  # noqa: F811
    depot = number_of(app, cast.depot_id, "Loods Ranst")
    pdf = paper(jan, f"/vandaag/weekblad/{depot}?dag=2027-06-12")
    words = told(pdf)
    for said in ("Loods Ranst, week 23", "za 12 juni 2027", "Nadarhekken Ranst", cast.ASSOCIATION_RANST, "niets gepland", "Zomerfeest"):
        assert said in words
    codes = scanned(pdf)
    assert len(codes) == len(set(codes)) >= 1
    assert all(code.removeprefix(f"{BASE}/taken/").isdecimal() for code in codes)
    assert jan.open(codes[0].removeprefix(BASE)).status == 200
    assert "Crew and vehicle" in told(paper(jan, f"/en/vandaag/weekblad/{depot}?dag=2027-06-12"))


def test_a_delivery_note_holds_both_parties_and_what_is_looked_at(app, jan: Reader, organiser: Reader, reader, lent: str) -> None:  # noqa: F811
    owner = number_of(app, cast.authority_id, cast.RANST)
    pdf = paper(jan, f"/reservaties/{lent}/leveringsbon/{owner}")
    words = told(pdf)
    for said in ("Leveringsbon", lent, cast.ASSOCIATION_RANST, "Nadarhekken", "Plaatsbeschrijving", "Ontvangen door (naam)", "Zomerfeest"):
        assert said in words
    assert scanned(pdf) == [f"{BASE}/taken/{lent}/lijnen/{number}" for number in (1, 2)]
    assert "Delivery note" in told(paper(organiser, f"/en/reservaties/{lent}/leveringsbon/{owner}"))
    for who, page in ((organiser, f"/reservaties/{lent}"), (reader(cast.DESK_RANST), f"/werklijst/{lent}")):
        assert f"/reservaties/{lent}/leveringsbon/{owner}" in [address for address, _ in who.open(page).links]


def test_papers_are_not_for_strangers_and_there_is_none_of_what_is_not_approved(app, reader, organiser: Reader, lent: str) -> None:  # noqa: F811
    owner, other = (number_of(app, cast.authority_id, nis) for nis in (cast.RANST, cast.ZANDHOVEN))
    depot, karel = number_of(app, cast.depot_id, "Loods Ranst"), reader(cast.TECHNICIAN_WOMMELGEM)
    for address in (f"/reservaties/{lent}/leveringsbon/{owner}", f"/vandaag/weekblad/{depot}", "/vandaag/weekblad/99999"):
        assert karel.visitor.get(address).status_code == 404, address
    assert organiser.visitor.get(f"/reservaties/{lent}/leveringsbon/{other}").status_code == 404


@pytest.fixture
def dirk(reader) -> Reader:
    return reader(cast.ADMINISTRATOR_RANST)


def test_labels_of_a_list_begin_where_the_used_sheet_ends(dirk: Reader) -> None:
    listed = dirk.open("/beheer/middelen?category=meeting_room")
    address = next(address for address, _ in listed.links if "etiketten" in address)
    assert "Etiketten voor" in dirk.open(address).text
    pdf = paper(dirk, f"{address.replace('etiketten?', 'etiketten/pdf?')}&vel=small&vanaf=24")
    codes = scanned(pdf)
    assert f"{BASE}/m/{cast.HALL_RANST}" in codes
    assert len(codes) == len(set(codes)) > 1
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 2, "one on the last place of the first sheet, the others on a new one"
    assert "Gevonden?" in told(pdf)


def test_one_asset_has_its_label_small_and_large_and_one_for_each_unit(app, dirk: Reader) -> None:
    asset = number_of(app, cast.asset_id, DECKS)
    address = next(address for address, _ in dirk.open(f"/beheer/middelen/{asset}").links if "etiketten" in address)
    assert "Eén per stuk" in dirk.open(address).text
    large = paper(dirk, f"/beheer/middelen/etiketten/pdf?middel={asset}&vel=large&keer=2&vanaf=024999999999")
    assert scanned(large) == [f"{BASE}/m/{DECKS}"] * 2
    assert "Podiumelementen" in told(large)
    each = paper(dirk, f"/beheer/middelen/etiketten/pdf?middel={asset}&keer=each&vanaf=x")
    assert told(each).count(DECKS) == 40


def test_labels_are_for_who_administers_the_asset(app, dirk: Reader) -> None:
    theirs = number_of(app, cast.asset_id, cast.STAGE_ZANDHOVEN)
    assert dirk.visitor.get(f"/beheer/middelen/etiketten/pdf?middel={theirs}").status_code == 404
    assert "Geen etiketten" in dirk.open(f"/beheer/middelen/etiketten?middel={theirs}").text
