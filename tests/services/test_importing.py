"""A catalogue from a spreadsheet: every row is judged, all of it is kept or nothing, and the same file again changes nothing."""

from __future__ import annotations

import io
import time
from datetime import date, timedelta

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.formats.tables import Column, Kind, read_table, write_xlsx
from booking.queries.catalogue import catalogue
from booking.rules.refusals import NotFound, Refused
from booking.services import importing
from booking.services.importing import Verdict
from booking.services.importing.writing import PIECE, RowsWrong
from models import Asset, AssetFeature, CatalogueImport, Change, Keeping
from tests.services.asks import JUNE
from tests.services.world import TODAY, World

HEAD = "nummer;naam;categorie;aantal;loods of gebouw;vervangingswaarde (€);massa (kg);openingsdagen achteraf;omschrijving"
TENT = "RAN-TENT-09;Tent 6 × 12 m;tent;1;;1.250,50;;2;Met zijwanden"
CHAIRS = "RAN-ST-9;Klapstoel blauw;chair;250;;12,5;4;;"


@pytest.fixture
def ranst(world: World) -> int:
    return cast.authority_id(world.session, cast.RANST)


@pytest.fixture
def depot(world: World, ranst: int) -> str:
    """The name of a place of Ranst: it has several, so a list must name one."""
    return next(card.name for card in catalogue(world.session).depots.values() if card.authority == ranst)


def table(*rows: str, head: str = HEAD):
    return read_table("\r\n".join((head, *rows)).encode("cp1252"), "lijst.csv")


def placed(row: str, depot: str) -> str:
    cells = row.split(";")
    return ";".join((*cells[:4], depot, *cells[5:]))


def judged(world: World, owner: int | None, *rows: str, **options):
    return importing.plan(world.session, world.actor(cast.ADMINISTRATOR_RANST), owner, table(*rows, **options), world.now)


def test_a_list_is_kept_with_its_owner_place_and_history(world: World, ranst: int, depot: str) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    done = importing.import_table(world.session, dirk, ranst, table(placed(TENT, depot.upper()), placed(CHAIRS, depot)), world.now)
    assert done.count(Verdict.NEW) == 2
    card = catalogue(world.session).assets[cast.asset_id(world.session, "RAN-TENT-09")]
    assert (card.name, card.category, card.units, card.value_cents, card.after.open_days) == ("Tent 6 × 12 m", "marquee", 1, 125_050, 2)
    known = catalogue(world.session)
    assert (known.owner(card, TODAY).id, known.depot(card, TODAY).name) == (ranst, depot)
    kept = world.session.execute(select(Change.before, Change.after).where(Change.noun == "asset").order_by(Change.id)).all()
    assert (kept[0].before, kept[0].after["depot"], kept[0].after["category"]) == (None, depot, "Tent")
    assert world.session.scalar(select(Asset.description).where(Asset.code == "RAN-ST-9")) == ""


def test_the_same_list_again_changes_nothing_and_a_corrected_one_only_what_differs(world: World, ranst: int, depot: str) -> None:
    dirk, rows = world.actor(cast.ADMINISTRATOR_RANST), (placed(TENT, depot), placed(CHAIRS, depot))
    importing.import_table(world.session, dirk, ranst, table(*rows), world.now)
    before = world.everything("asset", "keeping", "management", "change")
    again = importing.import_table(world.session, dirk, ranst, table(*rows), world.now)
    assert (again.count(Verdict.SAME), world.everything("asset", "keeping", "management", "change")) == (2, before)
    other = next(c.name for c in catalogue(world.session).depots.values() if c.authority == ranst and c.name != depot)
    corrected = table(placed(TENT, other).replace("ran-tent", "RAN-TENT").replace("1.250,50", "1300").lower().replace("tent 6", "Tent 6"))
    found = importing.plan(world.session, dirk, ranst, corrected, world.now)
    assert found.rows[0].verdict is Verdict.CHANGED
    assert found.rows[0].changes["replacement_value_cents"] == (125_050, 130_000)
    assert found.rows[0].changes["depot"] == (depot, other)
    assert "code" not in found.rows[0].changes


def test_a_move_keeps_where_it_was(world: World, ranst: int) -> None:
    dirk, known = world.actor(cast.ADMINISTRATOR_RANST), catalogue(world.session)
    barriers = world.asset(cast.BARRIERS_RANST)
    here = known.depot(barriers, TODAY)
    there = next(card for card in known.depots.values() if card.authority == ranst and card.id != here.id)
    moved = table(f"{cast.BARRIERS_RANST};{barriers.name};nadarhek;{there.name}", head="nummer;naam;categorie;loods of gebouw")
    importing.import_table(world.session, dirk, ranst, moved, world.now)
    spells = world.session.scalars(select(Keeping).where(Keeping.asset_id == barriers.id).order_by(Keeping.valid_from)).all()
    assert [(spell.depot_id, spell.valid_until) for spell in spells] == [(here.id, TODAY - timedelta(days=1)), (there.id, None)]
    assert barriers.units == world.asset(cast.BARRIERS_RANST).units, "a column that is not there says nothing"


def test_features_are_read_in_any_language_compared_and_replaced(world: World, ranst: int) -> None:
    dirk, head = world.actor(cast.ADMINISTRATOR_RANST), "nummer;naam;categorie;kenmerken"
    named = f"{cast.HALL_RANST};Zaal;vergaderzaal;"

    def told(text: str):
        return importing.import_table(world.session, dirk, ranst, table(named + f'"{text}"', head=head), world.now).rows[0].verdict

    def kept() -> dict[str, float]:
        query = select(AssetFeature.feature, AssetFeature.value).where(
            AssetFeature.asset_id == cast.asset_id(world.session, cast.HALL_RANST)
        )
        return dict(world.session.execute(query).all())

    told("zitplaatsen 60; Largeur: 3,5 m; accessible")
    assert kept() == {"seats": 60, "width": 3.5, "accessible": 1}
    assert told("Rolstoeltoegankelijk; width 3.5; seats 60") is Verdict.SAME
    assert (told("zitplaatsen 80"), kept()) == (Verdict.CHANGED, {"seats": 80})
    assert (told(""), kept()) == (Verdict.CHANGED, {})
    for wrong in ("vleugels 2", "zitplaatsen", "toegankelijk 3", "60"):
        found = judged(world, ranst, named + wrong, head=head)
        assert found.rows[0].faults["features"][0] == "import_feature_unreadable", wrong


WRONG = {
    "no number": (";Tent;tent;1;{depot};;;;", "code", "field_required"),
    "a number with a space": ("RAN 1;Tent;tent;1;{depot};;;;", "code", "import_code_unreadable"),
    "somebody else's number": (f"{cast.STAGE_ZANDHOVEN};Podium;tent;1;{{depot}};;;;", "code", "import_code_elsewhere"),
    "no name": ("RAN-9;;tent;1;{depot};;;;", "name", "field_required"),
    "an unknown category": ("RAN-9;Ballon;luchtballon;1;{depot};;;;", "category", "import_category_unknown"),
    "no units": ("RAN-9;Tent;tent;0;{depot};;;;", "units", "number_out_of_range"),
    "units that are no number": ("RAN-9;Tent;tent;veel;{depot};;;;", "units", "number_unreadable"),
    "an unknown place": ("RAN-9;Tent;tent;1;Nergens;;;;", "depot", "import_depot_unknown"),
    "no place where there are several": ("RAN-9;Tent;tent;1;;;;;", "depot", "import_depot_missing"),
    "a value that is no money": ("RAN-9;Tent;tent;1;{depot};duur;;;", "replacement_value_cents", "import_money_unreadable"),
    "a buffer of years": ("RAN-9;Tent;tent;1;{depot};;;999;", "open_days_after", "number_out_of_range"),
    "a name of 300 characters": ("RAN-9;" + "x" * 300 + ";tent;1;{depot};;;;", "name", "name_too_long"),
}


@pytest.mark.parametrize(("row", "field", "code"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_told_at_its_cell_and_nothing_is_kept(world: World, ranst: int, depot: str, row: str, field: str, code: str) -> None:
    before = world.everything("asset", "keeping", "change")
    rows = (placed(CHAIRS, depot), row.format(depot=depot))
    found = judged(world, ranst, *rows)
    assert [each.verdict for each in found.rows] == [Verdict.NEW, Verdict.WRONG]
    assert (found.rows[1].number, found.rows[1].faults[field][0]) == (3, code)
    with pytest.raises(RowsWrong):
        importing.import_table(world.session, world.actor(cast.ADMINISTRATOR_RANST), ranst, table(*rows), world.now)
    assert world.everything("asset", "keeping", "change") == before


def test_all_that_is_wrong_with_a_row_is_told_at_once(world: World, ranst: int) -> None:
    found = judged(world, ranst, "RAN 9;;luchtballon;veel;Nergens;duur;x;x;")
    assert set(found.rows[0].faults) == {
        "code", "name", "category", "units", "depot", "replacement_value_cents", "mass_kg", "open_days_after"
    }  # fmt: skip


def test_a_number_may_not_come_twice(world: World, ranst: int, depot: str) -> None:
    found = judged(world, ranst, placed(TENT, depot), placed(TENT, depot).replace("RAN-TENT", "ran-tent"))
    assert [row.verdict for row in found.rows] == [Verdict.NEW, Verdict.WRONG]
    assert found.rows[1].faults == {"code": ("import_code_twice", {"row": 2})}


def test_fewer_units_than_are_promised_is_wrong(world: World, ranst: int) -> None:
    world.lend(cast.BARRIERS_RANST, JUNE, units=60)
    row = f"{cast.BARRIERS_RANST};Nadarhek;nadarhek;{{}}"
    few, enough = (judged(world, ranst, row.format(units), head="nummer;naam;categorie;aantal") for units in (59, 60))
    assert few.rows[0].faults == {"units": ("import_units_promised", {"promised": 60})}
    assert enough.rows[0].verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("head", "code"),
    [("nummer;naam", "import_columns_missing"), ("nummer;naam;categorie;number", "import_column_twice"), ("x", "import_columns_missing")],
)
def test_a_list_without_its_columns_is_no_list(world: World, ranst: int, head: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        judged(world, ranst, "a;b;c;d", head=head)
    with pytest.raises(Refused, match="import_no_rows"):
        judged(world, ranst)


def test_headings_are_read_in_any_language_and_order_and_strange_ones_are_told(world: World, ranst: int) -> None:
    found = judged(world, ranst, f"x;aerial platform;HW;{cast.BARRIERS_RANST}", head="kleur;CATÉGORIE *;name;Numéro")
    assert (found.fields, found.strange) == (("code", "name", "category"), ("kleur",))


def test_only_an_administrator_of_that_authority_imports_for_it(world: World, ranst: int, depot: str) -> None:
    for email in (cast.DESK_RANST, "koen@zandhoven.example", cast.ORGANISER):
        with pytest.raises(NotFound):
            importing.import_table(world.session, world.actor(email), ranst, table(placed(TENT, depot)), world.now)
    elsewhere = judged(world, ranst, "RAN-9;Tent;tent;Zandhoven", head="nummer;naam;categorie;bestuur")
    assert elsewhere.rows[0].faults["authority"] == ("import_authority_unknown", {"value": "Zandhoven"})


def test_a_command_may_take_a_list_of_several_owners(world: World) -> None:
    depots = {name: next(c.name for c in catalogue(world.session).depots.values() if c.authority == cast.authority_id(world.session, nis))
              for name, nis in (("Ranst", cast.RANST), ("11054", cast.ZANDHOVEN))}  # fmt: skip
    rows = [f"X-{name};Tent;tent;{name};{depot}" for name, depot in depots.items()]
    done = importing.import_table(world.session, None, None, table(*rows, head="nummer;naam;categorie;bestuur;loods of gebouw"), world.now)
    assert done.count(Verdict.NEW) == 2
    nobodys = importing.plan(world.session, None, None, table("X-9;Tent;tent", head="nummer;naam;categorie"), world.now)
    assert nobodys.rows[0].faults["code"] == ("import_authority_missing", {})


def test_a_list_is_carried_out_once_with_its_progress_and_its_outcome(world: World, ranst: int, depot: str) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    key = importing.keep(world.session, dirk, ranst, "lijst.csv", table(placed(TENT, depot)), world.now)
    assert not importing.run(world.session, key, world.now), "nobody confirmed it"
    importing.confirm(world.session, dirk, key, world.now)
    with pytest.raises(Refused, match="import_started"):
        importing.confirm(world.session, dirk, key, world.now)
    assert importing.run(world.session, key, world.now)
    assert not importing.run(world.session, key, world.now)
    row = world.session.get_one(CatalogueImport, key, populate_existing=True)
    assert (row.state, row.done, row.total, row.outcome) == ("done", 1, 1, {"new": 1, "changed": 0, "same": 0, "wrong": 0})
    with pytest.raises(NotFound):
        importing.confirm(world.session, world.actor("koen@zandhoven.example"), key, world.now)


def test_what_became_wrong_after_it_was_looked_at_keeps_nothing_and_says_so(world: World, ranst: int, depot: str) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    rows = table(placed(TENT, depot), placed(CHAIRS, depot))
    key = importing.keep(world.session, dirk, ranst, "lijst.csv", rows, world.now)
    world.session.execute(Asset.__table__.update().where(Asset.code == cast.STAGE_ZANDHOVEN).values(code="RAN-ST-9"))
    world.session.commit()
    importing.confirm(world.session, dirk, key, world.now)
    importing.run(world.session, key, world.now)
    row = world.session.get_one(CatalogueImport, key, populate_existing=True)
    assert (row.state, row.outcome) == ("failed", {"code": "import_rows_wrong", "count": 1})
    assert world.session.scalar(select(func.count()).select_from(Asset).where(Asset.code == "RAN-TENT-09")) == 0


def test_what_a_process_left_behind_is_taken_up_by_another(world: World, ranst: int, depot: str) -> None:
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    key = importing.keep(world.session, dirk, ranst, "lijst.csv", table(placed(TENT, depot)), world.now)
    importing.confirm(world.session, dirk, key, world.now)
    assert importing.resume(world.session, world.now) == 0, "the process that confirmed it is still at it"
    assert importing.resume(world.session, world.now + timedelta(minutes=6)) == 1
    assert world.session.get_one(CatalogueImport, key, populate_existing=True).state == "done"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_process_that_falls_between_two_pieces_is_followed_by_one_that_goes_on(world: World, ranst: int, depot: str) -> None:
    dirk, many = world.actor(cast.ADMINISTRATOR_RANST), 2 * PIECE + 50
    rows = [f"RAN-K-{number:04};Kussen {number};chair;{depot}" for number in range(many)]
    listed = table(*rows, head="nummer;naam;categorie;loods of gebouw")
    key = importing.keep(world.session, dirk, ranst, "kussens.csv", listed, world.now)
    importing.confirm(world.session, dirk, key, world.now)

    def kept() -> int:
        with Session(world.session.get_bind()) as aside:
            return aside.scalar(select(func.count()).select_from(Asset).where(Asset.code.like("RAN-K-%"))) or 0

    def fall(*_of_the_event: object) -> None:
        if kept() == PIECE:
            raise SystemExit

    event.listen(world.session, "after_begin", fall)
    with pytest.raises(SystemExit):
        importing.run(world.session, key, world.now)
    event.remove(world.session, "after_begin", fall)
    world.session.rollback()
    row = world.session.get_one(CatalogueImport, key, populate_existing=True)
    assert (row.state, row.done, kept()) == ("running", PIECE, PIECE)
    assert importing.resume(world.session, world.now + timedelta(minutes=1)) == 0, "it may still be at it"
    assert importing.resume(world.session, world.now + timedelta(minutes=6)) == 1
    row = world.session.get_one(CatalogueImport, key, populate_existing=True)
    assert (row.state, row.outcome, kept()) == ("done", {"new": many, "changed": 0, "same": 0, "wrong": 0}, many)


def test_five_hundred_rows_take_a_few_seconds(world: World, ranst: int, depot: str) -> None:
    columns = [Column("nummer"), Column("naam"), Column("categorie"), Column("loods of gebouw"), Column("in dienst vanaf", Kind.DAY)]
    rows = [(f"RAN-S-{number:03}", f"Stoel {number}", "stoel", depot, date(2027, 1, 1)) for number in range(500)]
    file = io.BytesIO()
    write_xlsx(file, columns, rows, "Middelen")
    started = time.process_time()
    done = importing.import_table(
        world.session, world.actor(cast.ADMINISTRATOR_RANST), ranst, read_table(file.getvalue(), "x.xlsx"), world.now
    )
    assert done.count(Verdict.NEW) == 500
    assert time.process_time() - started < 10
