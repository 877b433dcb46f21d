"""Agreements on screen: drafted in steps, put forward, approved by each party, left by notice, and the loans that outlast one."""

from __future__ import annotations

from booking.demo import cast
from booking.web.extensions import db
from models import Agreement

DIRK, KOEN = cast.ADMINISTRATOR_RANST, "koen@zandhoven.example"


def test_a_draft_is_made_in_steps_and_approved_by_each_party(app, reader) -> None:
    dirk, koen = reader(DIRK), reader(KOEN)
    wrong = dirk.send(dirk.open("/beheer/overeenkomsten/nieuw").form("/nieuw"), title="Podia delen", valid_until="2020-01-01")
    assert (wrong.status, "Podia delen" in wrong.form("/nieuw").fields["title"]) == (422, True)
    step = dirk.follow(dirk.send(wrong.form("/nieuw"), valid_until="2030-12-31", notice_months="6"))
    with app.app_context():
        key = db.session.query(Agreement.id).order_by(Agreement.id.desc()).first()[0]
        zandhoven = cast.authority_id(db.session(), cast.ZANDHOVEN)
    address = f"/beheer/overeenkomsten/{key}"
    assert koen.open(address).status == 404
    step = dirk.follow(dirk.send(step.form("/partijen"), parties=str(zandhoven)))
    step = dirk.follow(dirk.send(step.form("/waarover"), everything="all"))
    shown = dirk.follow(dirk.send(step.form("/voorwaarden"), territory="partners", insured_by="borrower", excess_cents="250"))
    assert "Bij schade draagt wie leent de eerste € 250,00." in shown.text
    assert "Te gebruiken op het grondgebied van de partijen." in shown.text
    shown = dirk.follow(dirk.send(shown.form("/voorleggen")))
    assert "Wacht op de goedkeuring van Ranst, Zandhoven." in shown.text
    shown = dirk.follow(dirk.send(dirk.open(f"{address}/goedkeuren").form("/goedkeuren"), decision="2027/3"))
    assert "De goedkeuring van Ranst is genoteerd." in shown.text
    listed = koen.open("/beheer/overeenkomsten?state=awaiting").text
    assert "Podia delen" in listed
    shown = koen.follow(koen.send(koen.open(f"{address}/goedkeuren").form("/goedkeuren"), decision="2027/9"))
    assert "De overeenkomst geldt nu tussen wie goedkeurde." in shown.text
    assert "gemeenteraad · 2027/9" in shown.text


def test_a_newer_version_is_read_beside_the_older_one(app, reader) -> None:
    dirk = reader(DIRK)
    with app.app_context():
        key = db.session.query(Agreement.id).filter_by(reference="2027-03").scalar()
    address = f"/beheer/overeenkomsten/{key}"
    step = dirk.follow(dirk.send(dirk.open(f"{address}/nieuwe-versie").form("/nieuwe-versie"), valid_from="2027-09-01"))
    newer = step.form("/opstellen/basis").action.split("/opstellen")[0]
    dirk.send(step.form("/opstellen/basis"), notice_months="9")
    told = dirk.open(f"{newer}/vergelijken").text
    assert "2027-03/2" in told
    assert "met een termijn van 9 maanden" in told


def test_a_party_gives_notice_and_is_led_to_the_loans_after_it(app, reader) -> None:
    dirk = reader(DIRK)
    with app.app_context():
        key = db.session.query(Agreement.id).filter_by(reference="2027-06").scalar()
    form = dirk.open(f"/beheer/overeenkomsten/{key}/opzeggen").form("/opzeggen")
    early = dirk.send(form, leaves_on="2027-02-01")
    assert (early.status, bool(early.fault("leaving_reason"))) == (422, True)
    done = dirk.follow(dirk.send(early.form("/opzeggen"), leaves_on="2027-12-31", leaving_reason="Wij kochten er zelf een."))
    assert "De opzegging is genoteerd" in done.text
    assert "Niets duurt langer dan de overeenkomst" in done.text
    assert "zegde op" in dirk.open(f"/beheer/overeenkomsten/{key}").text
