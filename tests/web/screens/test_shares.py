"""What is owned together, in pages: whose it is and whose turn, what is guaranteed, a recall and its answer, and who goes first."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from booking.demo import cast
from booking.web.extensions import db
from tests.web.screens.reader import Reader
from tests.web.screens.test_story import asked

SCHILDE = "paul@schilde.example"


def joint(app: Flask, code: str) -> str:
    with app.app_context():
        return f"/beheer/mede-eigendom/{cast.asset_id(db.session(), code)}"


def test_co_owners_see_shares_balances_and_whose_turn_it_is_and_others_find_nothing(app: Flask, reader: Callable[[str], Reader]) -> None:
    dirk, place = reader(cast.ADMINISTRATOR_RANST), joint(app, cast.JOINT_PLATFORM)
    assert "Gezamenlijke hoogtewerker" in dirk.open("/beheer/mede-eigendom").text
    page = dirk.open(f"{place}?jaar=2027")
    assert "Beheerder Schilde" in page.text
    assert "Ranst 15 %" in page.text
    assert "0 van 55,42 gewogen dagen, 0 %" in page.text
    assert "Waarborg iets" not in page.text
    assert dirk.open(f"{place}/waarborgen").status == 404
    for email in (cast.DESK_BRECHT, "hilde@brecht.example"):
        assert reader(email).open(place).status == 404
    assert dirk.open("/beheer/mede-eigendom/999999").status == 404


def test_its_manager_says_how_days_count_and_what_is_guaranteed(app: Flask, reader: Callable[[str], Reader]) -> None:
    paul, place = reader(SCHILDE), joint(app, cast.JOINT_PLATFORM)
    form = paul.open(f"{place}/dagen")
    wrong = paul.send(form.form("/dagen"), weekend="veel")
    assert wrong.status == 422
    assert wrong.form("/dagen").fields["weekend"] == "veel"
    page = paul.follow(paul.send(form.form("/dagen"), weekend="1,5", summer="2"))
    assert "een weekenddag als 1,5" in page.text
    form = paul.open(f"{place}/waarborgen")
    with app.app_context():
        ranst = str(cast.authority_id(db.session(), cast.RANST))
    kept = {"authority_id": ranst, "amount": "2", "measure": "weekends", "span": "quarter", "source": "art. 9"}
    page = paul.follow(paul.send(form.form("/waarborgen"), **kept))
    assert "Ranst : 2 weekends per kwartaal. Wat niet gebruikt wordt, komt 4 weken vooraf vrij." in page.text
    ending = next(href for href, _ in page.links if href.startswith(f"{place}/waarborgen/"))
    page = paul.follow(paul.send(paul.open(ending).form(ending), last="2027-03-31"))
    assert "tot en met wo 31 maart 2027" in page.text


def test_what_is_recalled_is_told_with_what_is_free_instead_and_the_borrower_chooses(reader: Callable[[str], Reader]) -> None:
    griet, an = reader(cast.TEACHER_ZOERSEL), reader(cast.DESK_RANST)
    reference = asked(griet, cast.HALL_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/lijnen/1/goedkeuren"))
    address = f"/werklijst/{reference}/lijnen/1/terugroepen"
    assert reader(cast.DESK_ZANDHOVEN).open(address).status == 404
    form = an.open(address)
    wrong = an.send(form.form(address), reason="", event="Wateroverlast")
    assert wrong.status == 422
    assert wrong.form(address).fields["event"] == "Wateroverlast"
    own = an.follow(an.send(form.form(address), reason="Noodopvang na de overstroming", event="Wateroverlast"))
    assert "Lijn 1 is teruggeroepen" in own.text
    told = griet.open(f"/reservaties/{reference}")
    assert "Noodopvang na de overstroming" in told.text
    answer = next(form for form in told.forms if form.action.endswith("/terugroeping"))
    taken = griet.follow(griet.send(answer)) if answer.fields["asset"] else griet.follow(griet.send(answer, asset=""))
    assert "U neemt een ander middel" in taken.text or "U neemt niets anders" in taken.text
    again = griet.follow(griet.send(answer))
    assert "al geantwoord" in again.text
