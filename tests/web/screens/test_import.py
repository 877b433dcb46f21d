"""A list of assets on screen: uploaded, shown row by row, confirmed and followed; and the same by a command."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from booking.demo import cast
from booking.web.extensions import db
from models import Asset, CatalogueImport
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Page, Reader

ADDRESS = "/beheer/invoer"


@pytest.fixture
def dirk(reader) -> Reader:
    """The administrator of Ranst."""
    return reader(cast.ADMINISTRATOR_RANST)


@pytest.fixture
def template(dirk: Reader):
    """The template that the page offers, as a workbook."""
    address = next(href for href, _ in dirk.open(ADDRESS).links if "/sjabloon/" in href)
    return load_workbook(io.BytesIO(dirk.visitor.get(address).data))


def saved(book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def uploaded(reader: Reader, content: bytes, name: str = "lijst.xlsx") -> Page:
    return reader.send(reader.open(ADDRESS).form(ADDRESS), file=(io.BytesIO(content), name))


def until(ready: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    patience = time.monotonic() + 20
    while not ready():
        assert time.monotonic() < patience
        time.sleep(0.05)


@on_both_engines
def test_the_template_is_changed_uploaded_looked_at_and_carried_out(dirk: Reader, template, app) -> None:
    sheet = template.worksheets[0]
    place = {cell.value.rstrip(" *"): number for number, cell in enumerate(sheet[1], 1)}
    assert {"Nummer", "Naam", "Categorie", "Aantal", "Loods of gebouw", "Vervangingswaarde (€)", "Omschrijving"} <= place.keys()
    assert (template.sheetnames, sheet["A1"].comment is not None) == (["Middelen", "Keuzes", "Uitleg"], True)
    sheet.cell(2, place["Naam"]).value = "Een nieuwe naam"
    for name, value in {
        "Nummer": "RAN-NIEUW-1",
        "Naam": "Statafel",
        "Categorie": "tafel",
        "Aantal": 40,
        "Vervangingswaarde (€)": 55,
    }.items():
        sheet.cell(sheet.max_row + (name == "Nummer"), place[name]).value = value
    sheet.cell(sheet.max_row, place["Loods of gebouw"]).value = sheet.cell(2, place["Loods of gebouw"]).value
    preview = dirk.follow(uploaded(dirk, saved(template)))
    assert "er is nog niets bewaard" in preview.text
    assert "1 + Nieuw 1 ↻ Gewijzigd" in preview.text
    assert "Een nieuwe naam" in preview.text
    followed = dirk.send(preview.form("/invoeren"))
    until(lambda: "Ingevoerd" in dirk.follow(followed).text)
    with app.app_context():
        assert db.session.get_one(Asset, cast.asset_id(db.session, "RAN-NIEUW-1")).units == 40
    again = dirk.follow(uploaded(dirk, saved(template)))
    assert "Alles staat er al zo" in again.text
    assert [form for form in again.forms if form.action.endswith("/invoeren")] == []


def test_a_wrong_row_is_told_at_its_cell_and_cannot_be_confirmed(dirk: Reader, app) -> None:
    preview = dirk.follow(uploaded(dirk, b"nummer;naam;categorie;aantal;kleur\nRAN 9;Ballon;luchtballon;veel;rood\n", "lijst.csv"))
    assert "1 rij is fout" in preview.text
    assert "luchtballon ✕ Deze categorie bestaat niet" in preview.text
    assert "Deze kolom wordt niet gelezen: kleur" in preview.text
    assert [form for form in preview.forms if form.action.endswith("/invoeren")] == []
    gone = dirk.follow(dirk.send(preview.form("/verwerpen")))
    assert "Er is niets ingevoerd" in gone.text
    with app.app_context():
        assert db.session.query(CatalogueImport).count() == 0


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "", "Vul dit veld in"),
        (b"nummer;naam\n1;x\n", "x.csv", "Deze kolom ontbreekt: categorie"),
        (b"\xd0\xcf\x11\xe0", "oud.xls", "oud Excelbestand"),
        (b"PK\x03\x04", "stuk.xlsx", "niet leesbaar als tabel: stuk.xlsx"),
    ],
)
def test_what_is_no_list_is_told_on_the_page(dirk: Reader, content: bytes, name: str, said: str) -> None:
    page = uploaded(dirk, content, name) if name else dirk.send(dirk.open(ADDRESS).form(ADDRESS))
    assert (page.status, said in page.text) == (422, True)


def test_a_list_that_was_left_waiting_shows_how_far_it_is_without_scripts(dirk: Reader, template, app) -> None:
    preview = uploaded(dirk, saved(template))
    with app.app_context():
        row = db.session.query(CatalogueImport).one()
        row.state, row.done = "running", 7
        db.session.commit()
        total = row.total
    page = dirk.follow(preview)
    assert f"7 van {total} rijen" in page.text
    assert f'<progress max="{total}" value="7"' in page.html
    assert "Kijk hoe ver het is" in page.html


def test_another_authoritys_list_is_not_there(dirk: Reader, reader, template) -> None:
    address = uploaded(dirk, saved(template)).location
    koen = reader("koen@zandhoven.example")
    assert koen.open(address).status == 404
    assert "lijst.xlsx" not in koen.open(ADDRESS).text
    assert reader(cast.DESK_ZANDHOVEN).open(ADDRESS).status == 403


@on_both_engines
def test_the_command_takes_a_list_or_names_every_bad_row(app, tmp_path) -> None:
    run = app.test_cli_runner()
    good, bad = tmp_path / "goed.csv", tmp_path / "fout.csv"
    good.write_text("nummer;naam;categorie;loods of gebouw\nRAN-9;Tafel rond;tafel;Loods Ranst\n")
    bad.write_text("nummer;naam;categorie;aantal\nRAN 9;;tafel;veel\nRAN-9;Tafel;tafel;1\n")
    first, again = (run.invoke(args=["catalogue", "import", str(good), "--authority", "11035"]) for _ in range(2))
    assert (first.exit_code, first.output.strip()) == (0, "1 new, 0 changed, 0 unchanged")
    assert (again.exit_code, again.output.strip()) == (0, "0 new, 0 changed, 1 unchanged")
    refused = run.invoke(args=["catalogue", "import", str(bad), "--authority", "Ranst"])
    assert refused.exit_code == 1
    assert {
        line.split(": ")[0].rpartition("/")[2] + ": " + line.split(": ")[1] for line in refused.output.splitlines() if ".csv" in line
    } == {
        "fout.csv:2: Number",
        "fout.csv:2: Name",
        "fout.csv:2: Units",
    }
    assert "Wrong rows: 1. Nothing was kept." in refused.output
