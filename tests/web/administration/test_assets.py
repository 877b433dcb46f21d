"""Assets on screen: made, changed, described, copied, moved, photographed, divided and taken out of service."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from booking.demo import cast
from booking.rules.periods import Period
from models import Asset, AssetFeature, Change, CustomField, CustomValue, Depot, Keeping, Part, Photograph, TaskPlan
from tests.web.screens.reader import Page, Reader

pytestmark = pytest.mark.one_engine

TRAILER = "RAN-WC-01"
NEXT_JUNE = Period(datetime(2027, 6, 16, 6, tzinfo=UTC), datetime(2027, 6, 16, 12, tzinfo=UTC))


def picture(kind: str = "JPEG", size: tuple[int, int] = (2400, 1200), **options: object) -> bytes:
    """A photograph as a telephone makes it."""
    written = BytesIO()
    Image.new("RGB", size, "teal").save(written, kind, **options)
    return written.getvalue()


def send_picture(reader: Reader, address: str, content: bytes, name: str = "wagen.jpg", alt: str = "De wagen van opzij") -> Page:
    """The form of a photograph with a file in it."""
    token = reader.open(address).form("/fotos").fields["csrf_token"]
    file = FileStorage(BytesIO(content), name, content_type="image/jpeg")
    boundary, body = encode_multipart({"csrf_token": token, "alt": alt, "file": file})
    return Page(reader.visitor.open("POST", address, data=body, content_type=f'multipart/form-data; boundary="{boundary}"'))


def test_a_new_asset_stands_in_the_catalogue(dirk: Reader, key, kept) -> None:
    form = dirk.open("/beheer/middelen/nieuw").form("/nieuw")
    wrong = dirk.send(form, name="WC-wagen 2", code=TRAILER, units="0", replacement_value_cents="veel", capacity="x")
    assert wrong.status == 422
    assert wrong.fault("units")
    assert wrong.fault("replacement_value_cents")
    assert wrong.form("/nieuw").fields["name"] == "WC-wagen 2"
    depot = key(Depot, name="Loods Ranst")
    well = {"name": "WC-wagen 2", "units": "1", "depot": depot, "replacement_value_cents": "€ 24.500,50", "open_days_after": "2"}
    assert "heeft dit nummer al" in dirk.send(form, **well, code=TRAILER).fault("code")
    shown = dirk.follow(dirk.send(form, **well, code="RAN-WC-09"))
    assert "€ 24.500,50" in shown.text
    (row,) = kept(Asset, code="RAN-WC-09")
    assert (row.replacement_value_cents, row.open_days_after, row.in_service_from) == (2_450_050, 2, date(2027, 3, 1))
    assert "WC-wagen 2" in dirk.open("/middelen/RAN-WC-09").text


def test_stock_never_shrinks_under_what_was_promised(dirk: Reader, key, asked) -> None:
    barriers = key(Asset, code=cast.BARRIERS_RANST)
    asked(cast.BARRIERS_RANST, NEXT_JUNE, 150)
    form = dirk.open(f"/beheer/middelen/{barriers}/wijzigen").form("/wijzigen")
    refused = dirk.send(form, units="149", name="Hekken")
    assert (refused.status, refused.form("/wijzigen").fields["name"]) == (422, "Hekken")
    assert dirk.send(form, units="150").status == 303


def test_features_and_own_fields_are_kept_as_they_were_typed(dirk: Reader, key, kept) -> None:
    new = dirk.open("/beheer/velden/nieuw").form("/nieuw")
    assert "minstens twee keuzes" in dirk.send(new, label="Kleur", kind="choice", choices="rood").fault("choices")
    dirk.follow(dirk.send(new, label="Kleur", kind="choice", choices="rood\ngroen"))
    assert "al een veld" in dirk.send(new, label="Kleur", kind="text").fault("label")
    dirk.follow(dirk.send(new, label="Gekocht op", kind="date", position="2"))
    trailer, colour, bought = key(Asset, code=TRAILER), key(CustomField, label="Kleur"), key(CustomField, label="Gekocht op")
    form = dirk.open(f"/beheer/middelen/{trailer}/kenmerken").form("/kenmerken")
    wrong = dirk.send(form, length="lang", toilets="-1")
    assert wrong.fault("length")
    assert wrong.fault("toilets")
    typed = {"length": "4,25", "toilets": "6", "heated": "y", "accessible": None, "braked": None}
    shown = dirk.follow(dirk.send(form, **typed, **{f"own_{colour}": "groen", f"own_{bought}": "2026-05-01"}))
    assert "4,25 m" in shown.text
    assert "groen" in shown.text
    features = {row.feature: row.value for row in kept(AssetFeature, asset_id=trailer)}
    assert (features["length"], features["toilets"], features["heated"], features.get("braked")) == (4.25, 6, 1, None)
    assert [row.value for row in kept(CustomValue, asset_id=trailer)] == ["groen", "2026-05-01"]
    field = dirk.open(f"/beheer/velden/{colour}")
    assert "kan niet meer veranderen" in dirk.send(dirk.open(f"/beheer/velden/{colour}/wijzigen").form("/wijzigen"), kind="text").text
    assert "opnieuw" in dirk.follow(dirk.send(field.form("/stoppen"))).text
    assert "Kleur" not in dirk.open(f"/beheer/middelen/{trailer}/kenmerken").text


def test_the_work_that_a_loan_asks_is_planned(dirk: Reader, key, kept) -> None:
    trailer = key(Asset, code=TRAILER)
    before = {row.kind: row.minutes for row in kept(TaskPlan, asset_id=trailer)}
    form = dirk.open(f"/beheer/middelen/{trailer}/werk").form("/werk")
    assert "45 minuten" in dirk.follow(dirk.send(form, clean="45", hand_out="20")).text
    assert {row.kind: row.minutes for row in kept(TaskPlan, asset_id=trailer)} == before | {"clean": 45, "hand_out": 20}


def test_a_photograph_is_encoded_anew_shown_and_put_in_order(dirk: Reader, key, kept, app) -> None:
    trailer = key(Asset, code=TRAILER)
    address = f"/beheer/middelen/{trailer}/fotos"
    secret = picture(comment=b"genomen in de Loodsstraat")
    assert dirk.follow(send_picture(dirk, address, secret)).status == 200
    send_picture(dirk, address, picture("PNG", (300, 600)), "achter.png", "De wagen van achteren")
    first, second = kept(Photograph, asset_id=trailer)
    assert (first.width, first.height, second.height) == (1920, 960, 600)
    answer = Reader(app, cast.ORGANISER).visitor.get(f"/fotos/{first.id}-large.webp")
    assert (answer.mimetype, answer.headers["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "immutable" in answer.headers["Cache-Control"]
    assert b"Loodsstraat" not in answer.data
    page = dirk.open(address)
    dirk.follow(dirk.send(page.form(f"/{second.id}/eerst")))
    assert [row.id for row in sorted(kept(Photograph, asset_id=trailer), key=lambda row: row.position)] == [second.id, first.id]
    dirk.follow(dirk.send(page.form(f"/{first.id}/beschrijving"), alt="Vooraanzicht"))
    assert kept(Photograph, id=first.id)[0].alt == "Vooraanzicht"
    dirk.follow(dirk.send(page.form(f"/{first.id}/weg")))
    assert dirk.visitor.get(f"/fotos/{first.id}-large.webp").status_code == 404
    assert dirk.visitor.get(f"/fotos/{second.id}-small.webp").status_code == 200
    assert dirk.visitor.get(f"/fotos/{second.id}-..%2Fsecret.webp").status_code == 404


def test_a_photograph_that_takes_the_place_of_a_wrong_one_is_seen_at_once(dirk: Reader, key) -> None:
    """SQLite gives the number of the last row again when it is gone, and browsers keep what stands at an address for a year."""
    address = f"/beheer/middelen/{key(Asset, code=TRAILER)}/fotos"
    shown = []
    for kind in ("JPEG", "PNG"):
        page = dirk.follow(send_picture(dirk, address, picture(kind, (300, 300 + len(shown)))))
        shown += re.findall(r'src="([^"]*/fotos/[^"]+)"', page.html)
        dirk.follow(dirk.send(page.form("/weg")))
    assert len(set(shown)) == 2


@pytest.mark.parametrize(
    ("content", "name", "fault"),
    [
        pytest.param(b"%PDF-1.7 not a picture", "foto.jpg", "geen foto", id="a document that is called a picture"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "foto.png", "geen foto", id="a drawing with a script"),
        pytest.param(picture()[:400], "foto.jpg", "geen foto", id="half a picture"),
        pytest.param(picture("GIF", (10, 10)), "foto.webp", "geen foto", id="another kind of picture"),
        pytest.param(b"\xff\xd8" + b"0" * 8_100_000, "foto.jpg", "te groot", id="more than eight megabytes"),
        pytest.param(b"", "", "Vul dit veld in", id="no file"),
    ],
)
def test_what_is_no_photograph_is_refused_and_nothing_is_kept(dirk: Reader, key, kept, app, content: bytes, name: str, fault: str) -> None:
    trailer = key(Asset, code=TRAILER)
    page = send_picture(dirk, f"/beheer/middelen/{trailer}/fotos", content, name)
    assert page.status == 422
    assert fault in page.fault("file")
    assert page.form("/fotos").fields["alt"] == "De wagen van opzij"
    assert kept(Photograph) == []


def test_a_copy_gets_the_next_number_and_what_can_be_copied(dirk: Reader, key, kept) -> None:
    trailer = key(Asset, code=TRAILER)
    copy = dirk.follow(dirk.send(dirk.open(f"/beheer/middelen/{trailer}").form("/kopie")))
    assert "De kopie staat klaar" in copy.text
    (made,) = kept(Asset, code="RAN-WC-02")
    assert len(kept(AssetFeature, asset_id=made.id)) == len(kept(AssetFeature, asset_id=trailer)) > 0
    assert copy.form("/wijzigen").fields["name"] == "WC-wagen Ranst"


def test_an_asset_moves_from_a_day_on(dirk: Reader, key, kept) -> None:
    trailer, hall = key(Asset, code=TRAILER), key(Depot, name="Refter Oelegem")
    form = dirk.open(f"/beheer/middelen/{trailer}/verhuizen").form("/verhuizen")
    assert "Refter Oelegem" in dirk.follow(dirk.send(form, depot=hall, first="2027-05-01")).text
    assert [(str(row.valid_from), str(row.valid_until)) for row in kept(Keeping, asset_id=trailer)] == [
        ("2024-01-01", "2027-04-30"),
        ("2027-05-01", "None"),
    ]


def test_what_is_promised_keeps_an_asset_in_service(dirk: Reader, key, kept, asked) -> None:
    trailer = key(Asset, code=TRAILER)
    reference = asked(TRAILER, NEXT_JUNE)
    address = f"/beheer/middelen/{trailer}/uit-dienst"
    assert reference in dirk.send(dirk.open(address).form("/uit-dienst"), last="2027-05-31").fault("last")
    shown = dirk.follow(dirk.send(dirk.open(address).form("/uit-dienst"), last="2027-12-31"))
    assert "Uit dienst na" in shown.text
    assert kept(Asset, id=trailer)[0].in_service_until == date(2027, 12, 31)
    dirk.follow(dirk.send(shown.form("/in-dienst")))
    assert kept(Asset, id=trailer)[0].in_service_until is None
    assert len(kept(Change, noun="asset", subject_id=trailer)) == 2


def test_a_kit_gains_and_loses_parts_but_never_holds_itself(dirk: Reader, key, kept) -> None:
    kit, tables = key(Asset, code=cast.KIT_RANST), key(Asset, code="RAN-TAF")
    address = f"/beheer/middelen/{kit}/onderdelen"
    barriers = key(Asset, code=cast.BARRIERS_RANST)
    page = dirk.open(address)
    too_many = dirk.send(page.form("/onderdelen"), part=barriers, units="1000")
    assert "200" in too_many.fault("units")
    assert "Nadarhekken" in dirk.follow(dirk.send(page.form("/onderdelen"), part=barriers, units="20")).text
    row = key(Part, whole_id=kit, part_id=barriers)
    dirk.follow(dirk.send(dirk.open(address).form(f"/onderdelen/{row}")))
    assert kept(Part, id=row) == []
    inside = dirk.open(f"/beheer/middelen/{tables}/onderdelen").form("/onderdelen")
    assert dirk.send(inside, part=kit, units="1").status == 422


def test_the_assets_of_others_are_nobodys_business(dirk: Reader, key) -> None:
    stage = key(Asset, code=cast.STAGE_ZANDHOVEN)
    assert dirk.open(f"/beheer/middelen/{stage}").status == 404
    assert "Podiumwagen Zandhoven" not in dirk.open("/beheer/middelen?q=podiumwagen").text
