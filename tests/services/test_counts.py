"""What is counted out and back: nothing twice, whoever counts, and who stood there is forgotten in time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, event, select, update

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.handovers import all_to_look_at, to_look_at, to_look_at_back
from booking.rules.handovers import ItemKind, Noted
from booking.rules.refusals import Refused
from booking.services import charges, upkeep
from booking.services.handovers import Slip
from models import Asset, Charge, Fact, Part
from tests.services.test_partial_returns import BARRIERS, CABLE, SOUND, SPEAKER, bring, in_order, lent, seen
from tests.services.world import World

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_of_two_who_count_by_the_same_list_the_second_counts_again(world: World) -> None:
    reference = lent(world, noted=(Noted(CABLE, 4),))
    bring(world, reference, units=50, slip=Slip(once="a", noted=(Noted(CABLE, 3),), follows=0))
    [*_, first] = seen(world, reference)
    with pytest.raises(Refused, match="count_overtaken") as refused:
        bring(world, reference, units=50, slip=Slip(once="b", noted=(Noted(CABLE, 3),), follows=0))
    assert refused.value.details == {"at": world.now, "who": world.actor(cast.TECHNICIAN_RANST).name}
    [left] = to_look_at_back([CABLE], seen(world, reference))
    bring(world, reference, units=20, slip=Slip(once="c", noted=(Noted(left, 0),), follows=first.id))
    bring(world, reference, units=30, slip=Slip(once="d", noted=(Noted(left, 0),), follows=first.id))  # nothing was counted meanwhile
    assert [(each.occasion, each.total) for each in world.session.scalars(select(Charge))] == [("missing", 1_500)]
    assert in_order(world)


def test_a_count_goes_on_where_the_last_one_ended_also_when_nobody_counted_what_went_out(world: World) -> None:
    reference = lent(world)
    bring(world, reference, units=50, slip=Slip(noted=(Noted(CABLE, 3),)))
    assert [each.expected for each in to_look_at_back([CABLE, SPEAKER], seen(world, reference))] == [1, 0]


def test_the_components_of_a_kit_that_never_comes_back_are_not_missing_once_more(world: World) -> None:
    kit, tables = world.asset(cast.KIT_RANST), world.asset("RAN-TAF")
    world.session.execute(update(Asset).where(Asset.id == kit.id).values(units=3))
    world.session.execute(delete(Part).where(Part.whole_id == kit.id, Part.part_id == world.asset(SOUND).id))
    world.session.commit()
    owner, known = cast.authority_id(world.session, cast.RANST), catalogue(world.session)
    listed = [each for each in to_look_at(world.session, known, known.assets[kit.id], owner, 3) if each.kind is ItemKind.PART]
    reference = lent(world, cast.KIT_RANST, 3, noted=tuple(Noted(each, each.expected) for each in listed))

    def counted(*units: int) -> Slip:
        return Slip(noted=tuple(map(Noted, to_look_at_back(listed, seen(world, reference)), units)))

    bring(world, reference, units=1, missing=1, slip=counted(10, 60))
    bring(world, reference, slip=counted(8, 60))
    lost = world.session.execute(select(Fact.asset_id, Fact.units).where(Fact.kind == "lost").order_by(Fact.id)).all()
    assert [tuple(each) for each in lost] == [(kit.id, 1), (tables.id, 2)]
    owed = [each.total for each in world.session.scalars(select(Charge).where(Charge.occasion == "missing").order_by(Charge.id))]
    assert owed == [kit.value_cents, 2 * (tables.value_cents or 0)]
    assert in_order(world)


def test_who_stood_at_the_counter_is_forgotten_after_four_hundred_days_unless_something_is_open(world: World) -> None:
    reference = lent(world, SOUND, 1, person="Lien Peeters")

    def names(days: int) -> list[str]:
        upkeep.tidy(world.session, world.now + timedelta(days=days))
        world.session.expire_all()
        return [record.person for record in seen(world, reference)]

    assert names(401) == ["Lien Peeters"], "it is still out"
    broken = (Noted(SPEAKER, fine=False, estimate=6_000),)
    bring(world, reference, slip=Slip(noted=broken, person="Tom Maes"))
    assert names(401) == ["Lien Peeters", "Tom Maes"], "its desk has still to decide"
    charge = world.session.scalars(select(Charge.id)).one()
    charges.waive(world.session, world.actor(cast.DESK_RANST), charge, world.now, "slijtage")
    assert names(399) == ["Lien Peeters", "Tom Maes"]
    assert names(401) == ["", ""]
    assert in_order(world)


def test_many_lines_are_looked_at_with_as_many_questions_as_one(world: World) -> None:
    known, owner, asked = catalogue(world.session), cast.authority_id(world.session, cast.RANST), list[str]()
    going = [(world.asset(code), 2) for code in (SOUND, BARRIERS, cast.KIT_RANST)]

    def note(_connection, _cursor, statement: str, *_rest) -> None:
        asked.append(statement)

    event.listen(world.session.get_bind(), "before_cursor_execute", note)
    found = all_to_look_at(world.session, known, going, owner)
    event.remove(world.session.get_bind(), "before_cursor_execute", note)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 2
    assert found == [to_look_at(world.session, known, card, owner, units) for card, units in going]
