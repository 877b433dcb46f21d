"""At the counter on a phone: a label leads to the next step, nothing that was typed or photographed is lost, and what was seen is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.web.extensions import db
from models import ChecklistItem, HandoverItem, HandoverRecord, Outbox
from tests.web.handovers_world import picture
from tests.web.screens.reader import Page, Reader, in_order
from tests.web.screens.test_wrong_input import NEW

CHAIRS = "RAN-STO"
Known = Callable[[str], Reader]


@pytest.fixture
def lent(organiser: Reader, reader: Known, at: Callable[[str], None]) -> str:
    """Ninety chairs that Ranst approved, on the day they go out."""
    chosen = organiser.open(f"{NEW}?line={CHAIRS}~20270612T0800Z~20270612T1600Z~90").form(NEW)
    reference = organiser.send(chosen, event="Zomerfeest", do="request").location.rpartition("/")[2]
    an = reader(cast.DESK_RANST)
    an.send(an.open(f"/werklijst/{reference}").form("/goedkeuren"))
    at("2027-06-12T09:55:00+02:00")
    return reference


def counter(jan: Reader, reference: str, act: str) -> Any:
    return jan.open(f"/taken/{reference}/lijnen/1").form(f"/{act}")


def file(content: bytes, name: str = "IMG_1.jpg") -> tuple[BytesIO, str]:
    return BytesIO(content), name


def go_out(jan: Reader, reference: str) -> None:
    form = counter(jan, reference, "uitgeven")
    assert jan.send(form, **in_order(form, person="Sofie", confirmed="y", counted_all="y")).status == 303


def test_a_label_leads_crew_to_the_next_step_and_everybody_else_to_the_catalogue(lent: str, reader: Known, organiser: Reader) -> None:
    jan = reader(cast.TECHNICIAN_RANST)
    assert jan.open(f"/m/{CHAIRS}").location == f"/taken/{lent}/lijnen/1"
    assert organiser.open(f"/m/{CHAIRS}").location == f"/middelen/{CHAIRS}"
    assert jan.open("/scannen?code=https://streekdepot.example/nl/m/ran-sto").location == f"/m/{CHAIRS}"
    assert "Geef uit: 90 ×" in jan.open(f"/m/{CHAIRS}?kies=1").text
    assert jan.open("/scannen?code=https://[").status == 422
    unknown = jan.open("/scannen?code=RAN-ZEPPELIN")
    assert (unknown.status, "RAN-ZEPPELIN" in unknown.fault("code")) == (422, True)


def test_what_is_wrong_is_said_and_what_was_typed_and_photographed_stays(lent: str, reader: Known) -> None:
    jan = reader(cast.TECHNICIAN_RANST)
    form = counter(jan, lent, "uitgeven")
    wrong = jan.send(form, person="Lien Peeters", photos=[file(picture()), file(b"no picture", "x.jpg")])
    assert wrong.status == 422
    assert wrong.fault("photos")
    assert wrong.fault("items-0-state")
    assert "Tel eerst alles." in wrong.fault("counted_all")
    assert "Uw foto is bewaard" in wrong.text
    kept = wrong.form("/uitgeven")
    assert kept.fields["person"] == "Lien Peeters"
    assert jan.send(kept, **in_order(kept, confirmed="y", counted_all="y")).status == 303
    page = jan.open(f"/taken/{lent}/lijnen/1")
    assert "overgenomen door Lien Peeters" in page.text
    assert page.html.count("/uitgiftes/fotos/") == 4, "large and small, above the form and in what was noted"


def test_a_part_comes_back_damaged_and_is_shown_to_desk_and_borrower(lent: str, app: Flask, reader: Known, at) -> None:
    jan = reader(cast.TECHNICIAN_RANST)
    go_out(jan, lent)
    at("2027-06-14T07:30:00+02:00")
    jan, entered = reader(cast.TECHNICIAN_RANST), now() - timedelta(minutes=10)
    form = counter(jan, lent, "terugnemen")
    assert form.fields["units"] == "90"
    beyond = jan.send(form, **in_order(form, units="91"))
    assert (beyond.status, "Er zijn er niet zoveel buiten: 90." in beyond.fault("units")) == (422, True)
    broken = {"items-0-state": "wrong", "items-0-note": "poot af", "items-0-estimate": "45", "items-0-photos": [file(picture())]}
    back = jan.send(form, **in_order(form, units="60", at=entered.isoformat()) | broken)
    after = jan.follow(back)
    assert "Nog 30 van 90 buiten." in after.text
    assert "Naar de herstelling" in after.text
    with app.app_context():
        record = db.session.scalars(select(HandoverRecord).where(HandoverRecord.way == "back")).one()
        item = db.session.scalars(select(HandoverItem).where(HandoverItem.record_id == record.id)).one()
        mails = list(db.session.scalars(select(Outbox.event).where(Outbox.event.startswith("line_take_back"))))
    assert (record.units, record.entered_at, record.at) == (60, entered.replace(microsecond=0), now())
    assert (item.fine, item.note, item.estimate, mails) == (False, "poot af", 4_500, ["line_take_back_part"])
    for who in (reader(cast.ORGANISER).open(f"/reservaties/{lent}"), reader(cast.DESK_RANST).open(f"/werklijst/{lent}")):
        assert "poot af" in who.text
    assert "Eén aanrekening wacht" in reader(cast.DESK_RANST).open(f"/werklijst/{lent}").text


def test_who_counted_by_a_list_that_was_overtaken_reads_so_and_counts_again(lent: str, app: Flask, reader: Known, at) -> None:
    with app.app_context():
        owner, chairs = cast.authority_id(db.session, cast.RANST), cast.asset_id(db.session, CHAIRS)
        db.session.add(ChecklistItem(authority_id=owner, asset_id=chairs, position=1, kind="accessory", text="Hoes", units=1))
        db.session.commit()
    go_out(reader(cast.TECHNICIAN_RANST), lent)
    at("2027-06-14T07:30:00+02:00")
    jan = reader(cast.TECHNICIAN_RANST)
    first, second = (counter(jan, lent, "terugnemen") for _ in range(2))
    place = next(name for name in first.fields if name.endswith("-counted"))
    some = {place.replace("counted", "state"): "wrong", place: "60"}
    assert jan.send(first, **in_order(first, units="60") | some).status == 303
    overtaken = jan.send(second, **in_order(second, units="30"))
    assert (overtaken.status, "door Jan Verzinsel al een deel teruggenomen" in overtaken.text) == (422, True)
    assert "Hoes 30 ×" in overtaken.text
    again = overtaken.form("/terugnemen")
    assert jan.send(again, **in_order(again, units="30")).status == 303


def test_an_owner_writes_its_own_lists(lent: str, reader: Known) -> None:
    dirk = reader(cast.ADMINISTRATOR_RANST)
    page = dirk.open(next(href for href, _ in dirk.open("/beheer/controlelijsten?q=stoel").links if "/controlelijsten/" in href))
    form = page.form(page.address)
    place = next(number for number in range(20) if form.fields[f"lines-{number}-text"] == "")
    typed = {"text": "Transportkar", "kind": "accessory", "units": "1", "position": "1"}
    new = {f"lines-{place}-{name}": value for name, value in typed.items()}
    assert dirk.send(form, **new).status == 303
    assert dirk.send(form, **new).status == 409, "somebody changed it meanwhile: oneself"
    shown: Page = reader(cast.TECHNICIAN_RANST).open(f"/taken/{lent}/lijnen/1")
    assert "Transportkar 90 ×" in shown.text
