"""What the database itself refuses, whoever asks: each example is written by plain statements, on both engines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, exc, insert, select, text, update

from models import Asset, Occupancy, Part, guard
from tests.models.ledger import Taken, added, moment, take, values_of

FIRM, OPTION, BROKEN, CLOSED, LOST, MENDED = "firm", "option", "breakdown", "closure", "lost", "maintenance"

ADMITTED = {
    "a promise of an asset nobody has": (1, [], Taken("a", FIRM, 1, 0, 2)),
    "a promise that starts when another ends": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("b", FIRM, 1, 2, 4)),
    "a promise that ends when another starts": (1, [Taken("a", FIRM, 1, 2, 4)], Taken("b", FIRM, 1, 0, 2)),
    "a promise that just fills the gap": (1, [Taken("a", FIRM, 1, 0, 2), Taken("b", FIRM, 1, 3, 5)], Taken("c", FIRM, 1, 2, 3)),
    "an amendment over its holder's own promise": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("a", FIRM, 1, 1, 3)),
    "the same period twice for one holder": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("a", OPTION, 1, 0, 2)),
    "the last units of bulk": (40, [Taken("a", FIRM, 25, 0, 3)], Taken("b", FIRM, 15, 1, 2)),
    "all units again when the others are back": (40, [Taken("a", FIRM, 40, 0, 3)], Taken("b", FIRM, 40, 3, 6)),
    "bulk whose others never meet": (40, [Taken("a", FIRM, 30, 0, 2), Taken("b", FIRM, 30, 2, 4)], Taken("c", FIRM, 10, 1, 3)),
    "bulk where a holder counts with its largest": (
        40, [Taken("a", FIRM, 25, 0, 3), Taken("a", FIRM, 30, 1, 4)], Taken("b", FIRM, 10, 0, 4)
    ),
    "an amendment of bulk that alone would fit": (40, [Taken("a", FIRM, 30, 0, 3)], Taken("a", FIRM, 40, 0, 3)),
    "a breakdown over a promise": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("fact:1", BROKEN, 1, 1, 3)),
    "a closure over a breakdown over a promise": (
        1, [Taken("a", FIRM, 1, 0, 2), Taken("fact:1", BROKEN, 1, 0, 2)], Taken("fact:2", CLOSED, 1, 0, 5)
    ),
    "more units lost than there are": (40, [Taken("a", FIRM, 40, 0, 2)], Taken("fact:1", LOST, 41, 1, 3)),
    "a promise beside the units that are broken": (40, [Taken("fact:1", BROKEN, 2, 0, 5)], Taken("a", FIRM, 38, 0, 2)),
    "a promise after a closure": (1, [Taken("fact:1", CLOSED, 1, 0, 2)], Taken("a", FIRM, 1, 2, 3)),
    "a promise of exactly a week": (1, [], Taken("a", FIRM, 1, 0, 7)),
    "a promise after a piece of exactly a week": (1, [Taken("a", FIRM, 1, 0, 7)], Taken("b", FIRM, 1, 7, 8)),
}  # fmt: skip

FULL = {
    "a promise within another": (1, [Taken("a", FIRM, 1, 0, 4)], Taken("b", FIRM, 1, 1, 2)),
    "a promise around another": (1, [Taken("a", FIRM, 1, 1, 2)], Taken("b", FIRM, 1, 0, 4)),
    "the same promise for someone else": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("b", FIRM, 1, 0, 2)),
    "an option over a firm promise": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("b", OPTION, 1, 1.5, 3)),
    "a firm promise over an option": (1, [Taken("a", OPTION, 1, 0, 2)], Taken("b", FIRM, 1, 1, 3)),
    "maintenance over a firm promise": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("m", MENDED, 1, 1, 3)),
    "half a day too many": (1, [Taken("a", FIRM, 1, 0, 2)], Taken("b", FIRM, 1, 1.5, 3)),
    "the last half day of a piece of a week": (1, [Taken("a", FIRM, 1, 0, 7)], Taken("b", FIRM, 1, 6.5, 8)),
    "two units of a numbered asset": (1, [], Taken("a", FIRM, 2, 0, 2)),
    "one unit too many of bulk": (40, [Taken("a", FIRM, 25, 0, 3)], Taken("b", FIRM, 16, 1, 2)),
    "bulk that is full only where two others meet": (
        40, [Taken("a", FIRM, 20, 0, 3), Taken("b", FIRM, 20, 2, 5)], Taken("c", FIRM, 1, 0, 5)
    ),
    "bulk where a holder counts with its largest": (
        40, [Taken("a", FIRM, 25, 0, 3), Taken("a", FIRM, 30, 1, 4)], Taken("b", FIRM, 11, 0, 4)
    ),
    "an amendment of bulk that no longer fits beside others": (
        40, [Taken("a", FIRM, 10, 0, 3), Taken("b", FIRM, 30, 2, 4)], Taken("a", FIRM, 11, 0, 3)
    ),
    "a promise over a breakdown that is known": (1, [Taken("fact:1", BROKEN, 1, 0, 5)], Taken("a", FIRM, 1, 1, 2)),
    "a promise over a closure that is known": (1, [Taken("fact:1", CLOSED, 1, 0, 5)], Taken("a", OPTION, 1, 4, 6)),
    "a promise of units that are lost": (40, [Taken("fact:1", LOST, 2, 0, 5)], Taken("a", FIRM, 39, 1, 2)),
    "a promise over facts that took more than there is": (40, [Taken("fact:1", LOST, 50, 0, 5)], Taken("a", FIRM, 1, 1, 2)),
}  # fmt: skip


def _example(table: dict[str, tuple[int, list[Taken], Taken]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("units", "known", "asked"), table.values(), ids=table)


@_example(ADMITTED)
def test_it_admits(connection: Connection, new_asset: Callable[[int], int], units: int, known: list[Taken], asked: Taken) -> None:
    asset = new_asset(units)
    for row in known:
        take(connection, asset, row)
    assert take(connection, asset, asked)


@_example(FULL)
def test_it_refuses(connection: Connection, new_asset: Callable[[int], int], units: int, known: list[Taken], asked: Taken) -> None:
    asset = new_asset(units)
    for row in known:
        take(connection, asset, row)
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        take(connection, asset, asked)


@_example(FULL)
def test_it_refuses_a_row_that_is_changed_into_one_that_would_not_fit(
    connection: Connection, new_asset: Callable[[int], int], units: int, known: list[Taken], asked: Taken
) -> None:
    asset = new_asset(units)
    for row in known:
        take(connection, asset, row)
    harmless = take(connection, asset, asked._replace(units=1, first=20, last=21))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(update(Occupancy).where(Occupancy.id == harmless).values(**values_of(asset, asked)))


def test_two_promises_of_two_assets_have_nothing_to_do_with_each_other(connection: Connection, new_asset: Callable[[], int]) -> None:
    for asset in (new_asset(), new_asset()):
        take(connection, asset, Taken(f"line:{asset}", FIRM, 1, 0, 2))


def test_a_promise_does_not_move_to_an_asset_that_is_taken(connection: Connection, new_asset: Callable[[], int]) -> None:
    one, other = new_asset(), new_asset()
    take(connection, one, Taken("a", FIRM, 1, 0, 2))
    moved = take(connection, other, Taken("b", FIRM, 1, 1, 3))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(update(Occupancy).where(Occupancy.id == moved).values(asset_id=one))


def test_a_fact_does_not_turn_into_a_promise_where_another_stands(connection: Connection, new_asset: Callable[[], int]) -> None:
    asset = new_asset()
    take(connection, asset, Taken("a", FIRM, 1, 0, 2))
    fact = take(connection, asset, Taken("fact:1", BROKEN, 1, 1, 3))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(update(Occupancy).where(Occupancy.id == fact).values(kind=FIRM, promise=True))


def test_an_option_becomes_firm_where_it_stands(connection: Connection, new_asset: Callable[[], int]) -> None:
    asset = new_asset()
    option = take(connection, asset, Taken("a", OPTION, 1, 0, 2))
    connection.execute(update(Occupancy).where(Occupancy.id == option).values(kind=FIRM))


LESS = {"ends_at": moment(1.5)}, {"starts_at": moment(1)}, {"units": 2}, {"kind": OPTION}, {"starts_at": moment(0.5), "units": 1}
MORE = {"ends_at": moment(2.5)}, {"starts_at": moment(-0.5)}, {"units": 4}, {"starts_at": moment(0.5), "ends_at": moment(2.5)}


@pytest.mark.parametrize("change", LESS, ids=str)
def test_a_promise_that_facts_hit_may_take_less(connection: Connection, new_asset: Callable[[int], int], change: dict[str, object]) -> None:
    hit = _hit_by_a_fact(connection, new_asset(3))
    connection.execute(update(Occupancy).where(Occupancy.id == hit).values(**change))


@pytest.mark.parametrize("change", MORE, ids=str)
def test_a_promise_that_facts_hit_may_not_take_more(
    connection: Connection, new_asset: Callable[[int], int], change: dict[str, object]
) -> None:
    hit = _hit_by_a_fact(connection, new_asset(3))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(update(Occupancy).where(Occupancy.id == hit).values(**change))


def _hit_by_a_fact(connection: Connection, asset: int) -> int:
    hit = take(connection, asset, Taken("line:1", FIRM, 3, 0, 2))
    take(connection, asset, Taken("fact:1", LOST, 2, -1, 3))
    return hit


def test_two_overlapping_promises_in_one_statement_are_refused_together(connection: Connection, new_asset: Callable[[], int]) -> None:
    asset = new_asset()
    both = [values_of(asset, Taken(holder, FIRM, 1, 0, 2)) for holder in ("a", "b")]
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(insert(Occupancy.__table__).values(both))


@pytest.mark.parametrize("kind", [FIRM, BROKEN])
def test_no_row_is_longer_than_a_week(connection: Connection, new_asset: Callable[[], int], kind: str) -> None:
    with pytest.raises(exc.DBAPIError, match=guard.TOO_LONG):
        take(connection, new_asset(), Taken("a", kind, 1, 0, 7.00002))


@pytest.mark.parametrize("kind", [FIRM, BROKEN])
def test_only_a_leaf_is_taken(connection: Connection, new_asset: Callable[[], int], kind: str) -> None:
    whole, part = new_asset(), new_asset()
    added(connection, Part, whole_id=whole, part_id=part)
    take(connection, part, Taken("a", kind, 1, 0, 1))
    with pytest.raises(exc.DBAPIError, match=guard.NOT_A_LEAF):
        take(connection, whole, Taken("a", kind, 1, 0, 1))


def test_an_asset_that_was_ever_taken_does_not_become_a_whole(connection: Connection, new_asset: Callable[[], int]) -> None:
    whole, part = new_asset(), new_asset()
    take(connection, whole, Taken("a", FIRM, 1, 0, 1))
    with pytest.raises(exc.DBAPIError, match=guard.NOT_A_LEAF):
        added(connection, Part, whole_id=whole, part_id=part)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"units": 0}, id="no units"),
        pytest.param({"units": -1}, id="less than none"),
        pytest.param({"ends_at": moment(0)}, id="an end at its start"),
        pytest.param({"ends_at": moment(-1)}, id="an end before its start"),
        pytest.param({"promise": False}, id="a firm promise that says it is a fact"),
        pytest.param({"kind": BROKEN}, id="a breakdown that says it is a promise"),
        pytest.param({"kind": "party"}, id="a kind nobody knows"),
        pytest.param({"asset_id": 999_999}, id="an asset that is not there"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(connection: Connection, new_asset: Callable[[], int], wrong: dict[str, object]) -> None:
    with pytest.raises(exc.IntegrityError):
        connection.execute(insert(Occupancy.__table__).values(values_of(new_asset(), Taken("a", FIRM, 1, 0, 1)) | wrong))


PROMISED = [Taken("a", FIRM, 20, 0, 3), Taken("b", OPTION, 10, 2, 5), Taken("a", FIRM, 15, 1, 4), Taken("fact:1", LOST, 9, 0, 5)]


@pytest.mark.parametrize("units", [30, 31, 39, 41])
def test_units_may_be_lowered_to_what_is_promised(connection: Connection, new_asset: Callable[[int], int], units: int) -> None:
    asset = new_asset(40)
    for row in PROMISED:
        take(connection, asset, row)
    connection.execute(update(Asset).where(Asset.id == asset).values(units=units))


@pytest.mark.parametrize("units", [29, 10, 1])
def test_units_are_not_lowered_under_what_is_promised(connection: Connection, new_asset: Callable[[int], int], units: int) -> None:
    asset = new_asset(40)
    for row in PROMISED:
        take(connection, asset, row)
    with pytest.raises(exc.DBAPIError, match=guard.STOCK_PROMISED):
        connection.execute(update(Asset).where(Asset.id == asset).values(units=units))


def test_stock_that_shrinks_to_one_unit_and_grows_again_is_guarded_all_the_way(
    connection: Connection, new_asset: Callable[[int], int]
) -> None:
    asset = new_asset(2)
    take(connection, asset, Taken("a", FIRM, 1, 0, 2))
    for units in (1, 2):
        connection.execute(update(Asset).where(Asset.id == asset).values(units=units))
        single = connection.scalars(select(Occupancy.single).where(Occupancy.asset_id == asset)).one()
        assert single == (units == 1 and connection.dialect.name == "postgresql")
    take(connection, asset, Taken("b", FIRM, 1, 0, 2))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        take(connection, asset, Taken("c", FIRM, 1, 0, 2))


def test_on_postgresql_two_promises_of_a_numbered_asset_are_refused_without_any_trigger(
    connection: Connection, new_asset: Callable[[], int]
) -> None:
    if connection.dialect.name == "sqlite":
        count = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'occupancy_guard_%'"
        assert connection.execute(text(count)).scalar() == 2  # there the triggers are all there is
        return
    asset = new_asset()
    take(connection, asset, Taken("a", FIRM, 1, 0, 2))
    connection.execute(text("ALTER TABLE occupancy DISABLE TRIGGER USER"))
    with pytest.raises(exc.DBAPIError, match=guard.FULL):
        connection.execute(insert(Occupancy.__table__).values(**values_of(asset, Taken("b", FIRM, 1, 1, 3)), single=True))
