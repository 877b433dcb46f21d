"""Borrowers, who acts for them, recognitions and roles on screen: what a desk and an administrator do, and what strangers never see."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.web.extensions import db
from models import Account, Borrower, Membership, Recognition, Role
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Page, Reader


@pytest.fixture
def an(reader) -> Reader:
    """The desk of Ranst."""
    return reader(cast.DESK_RANST)


@pytest.fixture
def dirk(reader) -> Reader:
    """The administrator of Ranst."""
    return reader(cast.ADMINISTRATOR_RANST)


@pytest.fixture
def key(app):
    """The id of the first row of a table that fits: `key(Role, name="desk")`."""

    def find(model, **values) -> int:
        with app.app_context():
            return db.session.scalars(select(model.id).filter_by(**values).order_by(model.id)).first()

    return find


def led_to(page: Page, text: str) -> str:
    """Where a link to a page of the administration leads, by a part of the address."""
    return next(href for href, _ in page.links if text in href)


@on_both_engines
def test_a_desk_verifies_a_claim_and_its_tariff_applies(an: Reader, reader, key) -> None:
    wout = key(Account, email=cast.ORGANISER_CLAIMING)
    claim = key(Membership, account_id=wout)
    waiting = an.open("/beheer/lidmaatschappen")
    assert "1 persoon wacht tot u nakijkt" in waiting.text
    assert "Sofie" not in an.open(led_to(waiting, "state=claim")).text
    shown = an.open(f"/beheer/lidmaatschappen/{claim}")
    assert "Treedt deze persoon op voor deze ontlener?" in shown.text
    done = an.follow(an.send(shown.form("/bevestigen")))
    assert "Wout Beweert treedt nu op voor Harmonie De Lindekapel" in done.text
    assert "1 persoon wacht" not in done.text
    assert "nagekeken: nee ja" in an.open(f"/beheer/lidmaatschappen/{claim}").text.lower()
    assert "(nog" not in reader(cast.ORGANISER_CLAIMING).open("/account").text


def test_a_refusal_needs_its_reason_and_takes_the_claim_away(an: Reader, key) -> None:
    claim = key(Membership, account_id=key(Account, email=cast.ORGANISER_CLAIMING))
    shown = an.open(f"/beheer/lidmaatschappen/{claim}")
    wrong = an.send(shown.form("/weigeren"), reason=" ")
    assert (wrong.status, "Vul dit veld in" in wrong.fault("reason")) == (422, True)
    done = an.follow(an.send(wrong.form("/weigeren"), reason="Het bestuur kent u niet."))
    assert "De reden is gemaild" in done.text
    assert an.open(f"/beheer/lidmaatschappen/{claim}").status == 404


def test_a_membership_is_ended_on_a_day(an: Reader, key) -> None:
    sofie = key(Membership, account_id=key(Account, email=cast.ORGANISER))
    shown = an.open(f"/beheer/lidmaatschappen/{sofie}")
    wrong = an.send(shown.form("/beeindigen"), last="2020-01-01")
    assert (wrong.status, "kan niet vóór de eerste liggen" in wrong.fault("last")) == (422, True)
    assert "tot en met wo 30 juni 2027" in an.follow(an.send(wrong.form("/beeindigen"), last="2027-06-30")).text


@on_both_engines
def test_a_borrower_is_added_corrected_and_shown_with_all_that_belongs_to_it(an: Reader, key) -> None:
    new = an.open("/beheer/ontleners/nieuw").form("/beheer/ontleners/nieuw")
    typed = {"name": "Kaartclub De Zotte Boer (fictief)", "kind": "association", "kbo": "0207.500.124", "email": "boer@club.example"}
    wrong = an.send(new, **typed)
    assert (wrong.status, "geen ondernemingsnummer" in wrong.fault("kbo")) == (422, True)
    assert wrong.form("/nieuw").fields["name"] == typed["name"]
    again = an.send(wrong.form("/nieuw"), kbo="0207.500.123", name=cast.ASSOCIATION_RANST)
    assert "al een ontlener met deze naam" in again.fault("name")
    saved = an.send(again.form("/nieuw"), **{**typed, "kbo": "0207.500.123"})
    shown = an.follow(saved)
    assert "Kaartclub De Zotte Boer (fictief) is toegevoegd" in shown.text
    assert "Niet erkend" in shown.text
    edit = an.open(f"{saved.location}/wijzigen").form("/wijzigen")
    changed = an.follow(an.send(edit, phone="03 485 00 00"))
    assert "telefoon: leeg 03 485 00 00" in changed.text.lower()
    late = an.send(edit, phone="03 999 99 99")
    assert (late.status, "Intussen gewijzigd" in late.text) == (409, True)


def test_a_recognition_starts_at_the_borrower_and_ends_on_a_day(an: Reader, key) -> None:
    club = key(Borrower, name="Yusuf Buurman (fictief)")
    form = an.open(f"/beheer/erkenningen/nieuw?ontlener={club}").form("/beheer/erkenningen/nieuw")
    assert form.fields["borrower_id"] == str(club)
    typed = {"category": "neighbourhood", "decision": "Collegebeslissing 2027/014", "valid_from": "2027-03-01"}
    assert "kan niet vóór" in an.send(form, **typed, valid_until="2027-02-01").fault("valid_until")
    saved = an.send(form, **typed)
    assert "Collegebeslissing 2027/014" in an.open(f"/beheer/ontleners/{club}").text
    assert "al erkend in deze categorie" in an.send(form, **typed).fault("category")
    done = an.follow(an.send(an.open(saved.location).form("/beeindigen"), last="2027-12-31"))
    assert "geldt tot en met vr 31 december 2027" in done.text


@on_both_engines
def test_a_role_is_given_by_address_and_the_last_administrator_stays(dirk: Reader, key, app) -> None:
    form = dirk.open("/beheer/rollen/nieuw").form("/beheer/rollen/nieuw")
    for email in ("niemand@ranst.example", cast.ORGANISER):
        asked = dirk.follow(dirk.send(form, email=email, name="technician"))
        assert f"Er is een mail vertrokken naar {email}" in asked.text
        assert "Sofie Maatstreep" not in asked.text
    done = dirk.follow(dirk.send(form, email=cast.DESK_RANST, name="technician"))
    assert "De rol is gegeven: technische dienst" in done.text
    with app.app_context():
        own = db.session.scalars(
            select(Role.id).join(Account, Account.id == Role.account_id).where(Account.email == cast.ADMINISTRATOR_RANST)
        ).one()
    stopped = dirk.send(dirk.open(f"/beheer/rollen/{own}").form("/beeindigen"), last="2027-03-01")
    assert (stopped.status, "laatste beheerder" in stopped.text) == (422, True)


def test_what_is_of_another_municipality_is_not_there(an: Reader, dirk: Reader, reader, app) -> None:
    with app.app_context():
        stranger = cast.borrower_id(db.session, "De Verzonnen School (fictief)")
        member = db.session.scalars(select(Membership.id).where(Membership.borrower_id == stranger)).first()
        recognised = db.session.scalars(select(Recognition.id).where(Recognition.borrower_id == stranger)).first()
        role = db.session.scalars(select(Role.id).where(Role.account_id == cast.account_id(db.session, cast.DESK_ZANDHOVEN))).first()
    pages = {f"/beheer/ontleners/{stranger}", f"/beheer/ontleners/{stranger}/wijzigen", f"/beheer/lidmaatschappen/{member}"}
    pages |= {f"/beheer/erkenningen/{recognised}", f"/beheer/rollen/{role}"}
    assert {address: dirk.open(address).status for address in pages} == dict.fromkeys(pages, 404)
    assert "Verzonnen School" not in "".join(an.open(f"/beheer/{each}").text for each in ("ontleners", "lidmaatschappen", "erkenningen"))
    assert reader(cast.DESK_ZANDHOVEN).open("/beheer/rollen").status == 403
    form = an.open("/beheer/ontleners/nieuw").form("/nieuw")
    with app.app_context():
        elsewhere = cast.authority_id(db.session, cast.ZANDHOVEN)
    assert "Kies uit de lijst" in an.send(form, name="Elders", authority=str(elsewhere)).text
