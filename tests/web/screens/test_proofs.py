"""Proofs on screen: a certificate from its form to the desk, what is hostile refused there, a document that only some may fetch."""

from __future__ import annotations

from io import BytesIO

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.web.extensions import db
from models import Document, Person, Policy, Qualification
from tests.formats.hostile import REFUSED, bytes_of, pdf
from tests.web.screens.reader import Page, Reader

FORM = {
    "kind": "all_risk", "insurer": "Papieren Paraplu (fictief)", "number": "AR-7", "amount_cents": "50.000", "excess_cents": "250",
    "valid_from": "2027-01-01", "valid_until": "2027-12-31", "insured": "alle leden", "assets": "ran-wc-01",
}  # fmt: skip
HOSTILE = ("html-behind.pdf", "script-in-figures.pdf", "launch.pdf", "drawing.svg", "empty.pdf", "encrypted.pdf")


def newest(app, model) -> int:
    with app.app_context():
        return db.session.scalars(select(model.id).order_by(model.id.desc())).first()


def new_policy(app, reader: Reader) -> Page:
    with app.app_context():
        club = cast.borrower_id(db.session(), cast.ASSOCIATION_RANST)
    return reader.open(f"/papieren/ontleners/{club}/polissen/nieuw?soort=all_risk")


def uploaded(reader: Reader, page: Page, ending: str, data: bytes, name: str = "attest.pdf", **fields: str) -> Page:
    """The page after sending a form with a file."""
    form = page.form(ending)
    file = "document" if "bewijzen" in ending else "certificate"
    sent = {**form.fields, **fields, file: (BytesIO(data), name)}
    return Page(reader.visitor.open("POST", form.action, data=sent, content_type="multipart/form-data"))


def test_a_certificate_goes_from_the_member_to_the_desk_and_comes_back_in_order(app, reader) -> None:
    sofie, an = reader(cast.ORGANISER), reader(cast.DESK_RANST)
    sent = uploaded(sofie, new_policy(app, sofie), "/polissen/nieuw", pdf(), "../../Attest 2027.pdf", **FORM)
    assert sent.status == 303
    shown = sofie.open(sent.location)
    assert "Na te kijken" in shown.text
    assert "Attest 2027.pdf" in shown.text
    assert "€ 50.000,00" in shown.text.replace("\u00a0", " ")
    listed = an.open("/papieren/na-te-kijken")
    assert "Verzekering alle risico's · Harmonie De Lindekapel" in listed.text
    rejected = an.send(an.open(sent.location).form("/oordeel"), act="reject", reason="")
    assert (rejected.status, "Vul dit veld in" in rejected.fault("reason")) == (422, True)
    an.send(rejected.form("/oordeel"), act="reject", reason="De verzekerde som ontbreekt")
    assert "De verzekerde som ontbreekt" in sofie.open(sent.location).text
    better = uploaded(sofie, sofie.open(f"{sent.location}/wijzigen"), "/wijzigen", pdf(b"<< /Nieuw true >>"), number="AR-8")
    assert better.status == 303
    done = an.follow(an.send(an.open(sent.location).form("/oordeel"), act="accept"))
    assert "In orde bevonden" in done.text
    assert "In orde bevonden door Ranst" in sofie.open(sent.location).text
    assert sofie.open(f"{sent.location}/wijzigen").status == 200  # the form says why it cannot be
    assert "al aanvaard" in uploaded(sofie, sofie.open(f"{sent.location}/wijzigen"), "/wijzigen", pdf()).text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_at_its_field_and_what_was_typed_is_kept(app, reader, name: str) -> None:
    sofie = reader(cast.ORGANISER)
    made = next(made for each, made, _ in REFUSED if each == name)
    before = newest(app, Policy)
    refused = uploaded(sofie, new_policy(app, sofie), "/polissen/nieuw", bytes_of(made), name, **FORM)
    assert refused.status in {413, 422}
    if refused.status == 422:
        assert refused.fault("certificate")
        assert refused.form("/polissen/nieuw").fields["number"] == "AR-7"
    assert newest(app, Policy) == before


def test_a_document_is_a_download_that_does_nothing_and_to_a_stranger_there_is_none(app, reader) -> None:
    sofie = reader(cast.ORGANISER)
    uploaded(sofie, new_policy(app, sofie), "/polissen/nieuw", pdf(), 'po"lis\r\nX-Evil: 1.pdf', **FORM)
    address = f"/documenten/{newest(app, Document)}"
    answer = sofie.visitor.get(address)
    assert (answer.status_code, answer.mimetype, answer.data) == (200, "application/pdf", pdf())
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "X-Evil" not in answer.headers
    for who in (cast.TEACHER_ZOERSEL, cast.DESK_ZANDHOVEN, cast.TECHNICIAN_RANST):
        assert reader(who).visitor.get(address).status_code == 404
    assert sofie.visitor.get("/documenten/999999999").status_code == 404


def test_a_driver_is_named_while_asking_and_hands_in_a_licence_afterwards(app, reader) -> None:
    sofie = reader(cast.ORGANISER)
    asked = sofie.open(f"/reservaties/nieuw?asset={cast.STAGE_ZANDHOVEN}")
    form = asked.form("/reservaties/nieuw")
    named = sofie.send(form, do="person:0:driver", **{"lines-0-newcomer": "Nieuwe Chauffeur"})
    person = newest(app, Person)
    assert named.form("/reservaties/nieuw").fields["lines-0-driver"] == str(person)
    assert "kg van het trekkende voertuig" in named.text
    shown = sofie.open(f"/papieren/mensen/{person}/bewijzen/nieuw")
    licence = {"kind": "licence_be", "number": "0123456789", "valid_from": "2020-01-01"}
    assert uploaded(sofie, shown, "/bewijzen/nieuw", pdf(), **licence).status == 303
    assert "0123456789" in sofie.open(f"/papieren/mensen/{person}").text
    an = reader(cast.DESK_RANST)
    key = f"qualification:{newest(app, Qualification)}:1"
    done = an.follow(an.send(an.open("/papieren/na-te-kijken").form("/na-te-kijken"), picked=key))
    assert "In orde bevonden: 1" in done.text.replace("\u00a0", " ")


def test_a_number_that_no_asset_has_is_told_at_its_field(app, reader) -> None:
    sofie = reader(cast.ORGANISER)
    typed = {**FORM, "assets": "ZEPPELIN-1", "valid_until": "2026-01-01"}
    wrong = uploaded(sofie, new_policy(app, sofie), "/polissen/nieuw", pdf(), **typed)
    assert "ZEPPELIN-1" in wrong.fault("assets")
