"""The logbook tells an administrator who changed what, from what into what, and nothing of another authority."""

from __future__ import annotations

import pytest

from booking.demo import cast
from booking.web.extensions import db
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Reader
from tests.web.screens.test_story import asked


@pytest.fixture
def dirk(reader) -> Reader:
    """The administrator of Ranst."""
    return reader(cast.ADMINISTRATOR_RANST)


@pytest.fixture
def club(reader, app) -> int:
    """The id of a borrower of Ranst whose phone An noted."""
    an = reader(cast.DESK_RANST)
    with app.app_context():
        key = cast.borrower_id(db.session, cast.ASSOCIATION_RANST)
    an.send(an.open(f"/beheer/ontleners/{key}/wijzigen").form("/wijzigen"), phone="03 485 00 00")
    return key


@on_both_engines
def test_a_change_is_told_with_who_and_from_what_into_what(dirk: Reader, club: int) -> None:
    page = dirk.open("/beheer/logboek")
    assert "An Voorbeeld wijzigde ontlener Harmonie De Lindekapel (fictief)" in page.text
    assert "Telefoon: leeg → 03 485 00 00" in page.text
    assert any(href.endswith(f"/beheer/ontleners/{club}") for href, _ in page.links)
    assert "Dirk Zogezegd meldde zich aan" in page.text, "who works here signs in here"
    assert "Sofie Maatstreep" not in page.text


@on_both_engines
def test_it_is_narrowed_by_who_what_and_when(dirk: Reader, club: int, app) -> None:
    with app.app_context():
        an = cast.account_id(db.session, cast.DESK_RANST)
    for query, there in {
        "wat=borrower": True,
        f"wat=borrower&nummer={club}": True,
        f"wat=borrower&nummer={club + 1}": False,
        "wat=role": False,
        f"wie={an}": True,
        "van=2027-03-01&tot=2027-03-01": True,
        "tot=2027-02-28": False,
        "van=2027-03-02": False,
    }.items():
        assert ("03 485 00 00" in dirk.open(f"/beheer/logboek?{query}").text) is there, query
    wrong = dirk.open("/beheer/logboek?van=gisteren&wie=999999&wat=zeppelin&page=nul")
    assert (wrong.status, "geen datum" in wrong.fault("van")) == (422, True)


def test_a_decision_leads_to_its_reservation_and_a_role_is_told_in_words(dirk: Reader, reader) -> None:
    reference = asked(reader(cast.TEACHER_ZOERSEL), cast.HALL_RANST)
    an = reader(cast.DESK_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/lijnen/1/goedkeuren"))
    dirk.send(dirk.open("/beheer/rollen/nieuw").form("/nieuw"), email=cast.FINANCE_RANST, name="technician")
    page = dirk.open("/beheer/logboek")
    assert f"An Voorbeeld keurde goed reservatielijn Vergaderlokaal Jozef Simons {reference}" in page.text
    assert any(href.endswith(f"/reservaties/{reference}") for href, _ in page.links)
    assert "maakte rol Rita Fabels" in page.text
    assert "Rol: technische dienst" in page.text
    assert "eerste dag: ma 1 maart 2027" in page.text.lower()


def test_another_authority_reads_nothing_of_it(reader, club: int) -> None:
    koen = reader("koen@zandhoven.example")
    assert "Lindekapel" not in koen.open("/beheer/logboek").text
    assert "03 485" not in koen.visitor.get("/beheer/logboek?als=csv").text
    assert reader(cast.DESK_ZANDHOVEN).open("/beheer/logboek").status == 403


def test_every_change_that_a_service_writes_has_its_words(dirk: Reader, reader, club: int) -> None:
    for language in ("en", "fr"):
        page = dirk.open(f"/{language}/beheer/logboek")
        assert page.status == 200
        assert "borrower." not in page.text
