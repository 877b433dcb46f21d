"""Every list can be kept as CSV or XLSX: the same rows, filters and scope as the page, in the reader's language."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from booking.demo import cast
from tests.support.engines import on_both_engines
from tests.web.screens.reader import Reader
from tests.web.screens.test_story import asked


def kept(reader: Reader, address: str) -> list[dict[str, str]]:
    """The rows of a list as CSV, by heading."""
    answer = reader.visitor.get(f"{address}{'&' if '?' in address else '?'}als=csv")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv"), answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.fixture
def griet(reader) -> Reader:
    """A teacher who asked for the hall of Ranst and the stage of Zandhoven."""
    teacher = reader(cast.TEACHER_ZOERSEL)
    asked(teacher, cast.HALL_RANST, cast.STAGE_ZANDHOVEN, event="=Feest")
    return teacher


@on_both_engines
def test_a_borrower_keeps_own_reservations_and_each_desk_only_what_it_decides(griet: Reader, reader) -> None:
    mine = kept(griet, "/reservaties")
    assert {row["Code"] for row in mine} == {cast.HALL_RANST, cast.STAGE_ZANDHOVEN}
    assert {row["Evenement"] for row in mine} == {"'=Feest"}, "a spreadsheet must not compute what somebody typed"
    for email, code in ((cast.DESK_RANST, cast.HALL_RANST), (cast.DESK_ZANDHOVEN, cast.STAGE_ZANDHOVEN)):
        desk = reader(email)
        assert [row["Code"] for row in kept(desk, "/werklijst")] == [code]
        assert [row["Nummer"] for row in kept(desk, "/beheer/reservaties")] == [mine[0]["Nummer"]]
    assert kept(reader(cast.DESK_BRECHT), "/werklijst") == []
    assert kept(reader(cast.ORGANISER), "/reservaties") == []


def test_a_file_has_the_filters_of_its_page(griet: Reader, reader) -> None:
    an = reader(cast.DESK_RANST)
    assert kept(an, "/werklijst?q=zeppelin") == []
    assert kept(an, "/beheer/reservaties?month=2027-05") == kept(an, "/beheer/reservaties?state=refused") == []
    assert len(kept(an, "/beheer/reservaties?month=2027-06&state=requested&page=7")) == 1
    assert {row["Soort"] for row in kept(an, "/beheer/ontleners?kind=school")} == {"School"}
    page = an.open("/beheer/reservaties?month=2027-06")
    assert any(href.endswith("month=2027-06&als=xlsx") for href, _ in page.links)


def test_a_workbook_has_typed_cells_and_the_words_of_its_reader(griet: Reader, reader) -> None:
    answer = reader(cast.DESK_RANST).visitor.get("/fr/beheer/reservaties?als=xlsx")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=toutes-les-reservations-2027-03-01.xlsx")
    heads, first = list(load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(max_row=2))
    found = {head.value: cell.value for head, cell in zip(heads, first, strict=True)}
    assert (found["État"], found["Nombre"], f"{found['Utilisation dès']:%Y-%m-%d %H:%M}") == ("Demandé", 1, "2027-06-12 14:00")


def test_the_depots_work_is_kept_for_the_days_that_are_shown(reader) -> None:
    jan = reader(cast.TECHNICIAN_RANST)
    page = jan.open("/taken?dag=all")
    assert (page.status, len(kept(jan, "/taken?dag=all"))) == (200, 0)


@pytest.mark.parametrize("form", ["pdf", "", "CSV", "csv&als=xlsx"])
def test_an_unknown_kind_of_file_is_the_page(reader, form: str) -> None:
    answer = reader(cast.DESK_RANST).visitor.get(f"/werklijst?als={form}")
    assert answer.mimetype in {"text/html", "text/csv"}
    assert answer.status_code == 200


LISTS = (
    "/beheer/ontleners",
    "/beheer/lidmaatschappen",
    "/beheer/erkenningen",
    "/beheer/rollen",
    "/beheer/invoer",
    "/beheer/reservaties",
    "/beheer/logboek",
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("address", [*LISTS, "/beheer/besturen", "/beheer/plaatsen", "/beheer/categorieen"])
def test_every_list_of_the_administration_can_be_kept(reader, address: str, form: str) -> None:
    answer = reader(cast.ADMINISTRATOR_RANST).visitor.get(f"{address}?als={form}")
    assert (answer.status_code, answer.headers["Content-Disposition"][-len(form) :]) == (200, form)
    assert len(answer.data) > 20
