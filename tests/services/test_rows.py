"""Rows that wait to be written together: what the database judges, it judges as if they had come one by one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, select

from booking.demo import cast
from booking.rules.kinds import OccupancyKind
from booking.rules.periods import Period
from booking.rules.refusals import Taken
from booking.services import ledger, records
from booking.services.rows import add, add_all, gathered
from booking.services.transaction import transaction
from models import Asset, Audit, Counter, Occupancy, Outbox, Part, Reservation
from tests.services.world import World

NOW = datetime(2027, 5, 10, 8, tzinfo=UTC)
SLOT = Period(NOW + timedelta(days=30), NOW + timedelta(days=30, hours=4))


def count(world: World, model: Any) -> int:
    return world.session.scalar(select(func.count()).select_from(model)) or 0


def one_of_a_kind(world: World) -> int:
    """An asset with a number of its own, of which nothing is promised in SLOT."""
    taken = select(Occupancy.asset_id).where(Occupancy.starts_at < SLOT.end, Occupancy.ends_at > SLOT.start)
    parts = select(Part.whole_id)
    query = select(Asset.id).where(Asset.units == 1, Asset.id.not_in(taken), Asset.id.not_in(parts)).order_by(Asset.id)
    return world.session.scalars(query).first() or 0


def reservation(world: World) -> dict[str, Any]:
    borrower, account = cast.borrower_id(world.session, cast.ASSOCIATION_RANST), cast.account_id(world.session, cast.ORGANISER)
    return {"borrower_id": borrower, "account_id": account, "event": "Kermis", "purpose": "event", "created_at": NOW}


def test_rows_are_written_at_the_end_and_ids_known_before(world: World) -> None:
    before, values = count(world, Reservation), reservation(world)
    with transaction(world.session), gathered(world.session, {Reservation: 2}):
        ids = [add(world.session, Reservation, **values, place_authority_id=None) for _ in range(2)]
        assert count(world, Reservation) == before
    written = world.session.execute(select(Reservation.id, Reservation.place, Reservation.note).where(Reservation.id.in_(ids))).all()
    assert sorted(row.id for row in written) == sorted(ids)
    assert {(row.place, row.note) for row in written} == {("", "")}  # what a row leaves out is its column's default
    with transaction(world.session):
        assert add(world.session, Reservation, **values) not in ids


def test_a_block_that_fails_writes_nothing_and_ends_the_waiting(world: World) -> None:
    audits, values = count(world, Audit), reservation(world)

    def one_too_many() -> None:
        with transaction(world.session), gathered(world.session, {Reservation: 1}):
            records.audit(world.session, NOW, None, "test", ("line", 1))
            for _ in range(2):
                add(world.session, Reservation, **values)

    with pytest.raises(LookupError):
        one_too_many()
    assert count(world, Audit) == audits
    with transaction(world.session):
        records.audit(world.session, NOW, None, "test", ("line", 1))
        assert count(world, Audit) == audits + 1


def test_a_nested_block_joins_the_outer_one(world: World) -> None:
    before, values = count(world, Reservation), reservation(world)
    with transaction(world.session), gathered(world.session):
        with gathered(world.session, {Reservation: 1}):
            add(world.session, Reservation, **values)
        assert count(world, Reservation) == before
    assert count(world, Reservation) == before + 1


def test_ids_set_aside_again_are_others_than_those_that_wait(world: World) -> None:
    before, values = count(world, Reservation), reservation(world)
    with transaction(world.session), gathered(world.session):
        for _ in range(2):
            with gathered(world.session, {Reservation: 1}):
                add(world.session, Reservation, **values)
    assert count(world, Reservation) == before + 2


def test_a_row_without_an_id_set_aside_is_written_at_once(world: World) -> None:
    before, values = count(world, Reservation), reservation(world)
    with transaction(world.session), gathered(world.session):
        key = add(world.session, Reservation, **values)
        assert count(world, Reservation) == before + 1
    assert world.session.get_one(Reservation, key).event == "Kermis"


def test_promises_written_together_are_held_against_each_other(world: World) -> None:
    asset = one_of_a_kind(world)

    def both() -> None:
        with transaction(world.session), gathered(world.session):
            for holder in ("line:900001", "line:900002"):
                ledger.hold(world.session, {asset: 1}, 1, SLOT, OccupancyKind.FIRM, holder)

    with pytest.raises(Taken):
        both()
    held = select(func.count()).select_from(Occupancy).where(Occupancy.holder.in_(("line:900001", "line:900002")))
    assert world.session.scalar(held) == 0


def test_a_counter_that_stands_is_raised_and_a_new_one_begins(world: World) -> None:
    with transaction(world.session):
        records.raise_versions(world.session, ["depot:77", "depot:78"])
    with transaction(world.session), gathered(world.session):
        records.raise_versions(world.session, ["depot:77", "depot:79"])
    found = dict(world.session.execute(select(Counter.name, Counter.value).where(Counter.name.like("depot:7_"))).all())
    assert {name: found[name] for name in ("depot:77", "depot:78", "depot:79")} == {"depot:77": 2, "depot:78": 1, "depot:79": 1}


@pytest.mark.parametrize("together", [True, False])
def test_moments_and_plain_values_are_read_as_they_were_given(world: World, together: bool) -> None:
    row = {
        "event": "test", "recipient": "ann@lokaal.example", "language": "nl", "payload": {"naam": "Zoë “%s”", "aantal": None},
        "message_id": f"{together}@streekdepot", "created_at": NOW, "not_before": NOW, "sent_at": None,
    }  # fmt: skip
    with transaction(world.session):
        if together:
            with gathered(world.session):
                add_all(world.session, Outbox, [row])
        else:
            add_all(world.session, Outbox, [row])
    kept = world.session.scalars(select(Outbox).where(Outbox.message_id == row["message_id"])).one()
    assert (kept.payload, kept.created_at, kept.sent_at, kept.state, kept.attempts) == (row["payload"], NOW, None, "waiting", 0)


def test_a_time_without_a_zone_or_a_row_unlike_the_first_is_a_mistake(world: World) -> None:
    row = {"at": NOW.replace(tzinfo=None), "account_id": None, "act": "x", "subject": "x", "subject_id": 1, "details": {}}
    with pytest.raises(ValueError, match="naive"), transaction(world.session):
        add_all(world.session, Audit, [row])
    with pytest.raises(ValueError, match="differ"), transaction(world.session):
        add_all(world.session, Counter, [{"name": "a", "value": 1}, {"name": "b"}])


def test_on_postgresql_all_tables_take_one_statement(world: World) -> None:
    engine = world.session.get_bind()
    sent: list[str] = []
    values = reservation(world)
    event.listen(engine, "before_cursor_execute", lambda *call: sent.append(call[2]))
    with transaction(world.session), gathered(world.session, {Reservation: 1}):
        key = add(world.session, Reservation, **values)
        records.audit(world.session, NOW, None, "test", ("reservation", key))
        records.raise_versions(world.session, ["depot:77"])
    inserts = [statement for statement in sent if "INSERT" in statement]
    assert len(inserts) == (3 if engine.dialect.name == "sqlite" else 1)
