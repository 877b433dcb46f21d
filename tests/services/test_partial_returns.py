"""What is seen at the door is kept; what comes back in parts, twice, short or broken follows its way, and nothing is counted twice."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import func, select, update

from booking.demo import cast
from booking.formats.photograph import encoded
from booking.queries.aftermath import hit_by
from booking.queries.catalogue import catalogue
from booking.queries.conflicts import open_conflicts
from booking.queries.documents import readable
from booking.queries.handovers import records_of, to_look_at, to_look_at_back, units_out
from booking.queries.verify import violations
from booking.rules.handovers import Asked, ItemKind, Noted, Way
from booking.rules.refusals import NotFound, Refused
from booking.services import handovers, incidents, maintenance
from booking.services.handovers import Brought, Picture, Slip
from models import Charge, ChecklistItem, Fact, HandoverRecord, Keeping, Line, Management, Occupancy, Task, WorkOrder
from tests.services.world import World, moment, period
from tests.support.engines import on_both_engines

BARRIERS, SOUND = "RAN-NAD", "RAN-GEL-01"
FEAST = period("2027-06-12 10:00", "2027-06-12 18:00")
NEXT = period("2027-06-16 10:00", "2027-06-16 18:00")
CABLE = Asked("check-1", ItemKind.ACCESSORY, "Microfoonkabel", 4, value_cents=1_500)
SPEAKER = Asked("check-2", ItemKind.CONDITION, "Luidsprekers zonder schade")


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def lent(world: World, code: str = BARRIERS, units: int = 100, use=FEAST, **slip: object) -> str:
    """A loan that went out, at the moment at which it is due back."""
    reference = world.lend(code, use, units=units)
    world.now = world.line(reference).custody_start
    handovers.hand_over(world.session, world.actor(cast.TECHNICIAN_RANST), reference, 1, world.now, slip=Slip(**slip))
    world.now = world.line(reference).custody_end
    return reference


def bring(world: World, reference: str, **brought: object) -> int | None:
    return handovers.bring_back(world.session, world.actor(cast.TECHNICIAN_RANST), reference, 1, world.now, Brought(**brought))


def in_order(world: World) -> bool:
    return list(violations(world.session, world.now)) == []


def picture(colour: str = "red") -> Picture:
    made = BytesIO()
    Image.new("RGB", (40, 30), colour).save(made, "JPEG")
    return Picture(encoded(made.getvalue()))


def seen(world: World, reference: str) -> list:
    line = world.line(reference).id
    return records_of(world.session, [line]).get(line, [])


@on_both_engines
def test_a_part_that_comes_back_is_free_and_the_rest_stays_lent(world: World) -> None:
    reference = lent(world)
    line = world.line(reference)
    world.now -= timedelta(days=1)
    bring(world, reference, units=60)
    assert (line.state, units_out(world.session, world.line(reference))) == ("handed_over", 40)
    rows = select(Occupancy.units, Occupancy.ends_at).where(Occupancy.holder == f"line:{line.id}").order_by(Occupancy.starts_at)
    *before, after = world.session.execute(rows).all()
    assert ({units for units, _ in before}, tuple(after)) == ({100}, (40, line.blocked_end))
    assert world.mails("line_take_back_part") == [cast.ORGANISER]
    assert in_order(world)
    world.now += timedelta(hours=20)
    bring(world, reference)
    assert world.line(reference).state == "returned"
    assert [(record.way, record.units) for record in seen(world, reference)] == [(Way.OUT, 100), (Way.BACK, 60), (Way.BACK, 40)]
    assert in_order(world)


def test_what_stays_out_is_late_for_its_own_units_alone(world: World) -> None:
    reference = lent(world)
    world.now = world.line(reference).blocked_end + timedelta(hours=2)
    incidents.find_overdue(world.session, world.now)
    bring(world, reference, units=90)
    world.now += timedelta(days=2)
    incidents.find_overdue(world.session, world.now)
    facts = world.session.execute(select(Fact.units, Fact.ended_at.is_(None)).order_by(Fact.id)).all()
    assert [tuple(row) for row in facts] == [(100, False), (10, True)]
    assert len(world.mails("line_overdue")) == 2  # borrower and desk, once
    assert in_order(world)
    bring(world, reference)
    assert world.session.scalar(select(func.count()).where(Fact.ended_at.is_(None))) == 0
    assert in_order(world)


def test_a_late_return_warns_who_comes_next_and_its_desk_and_the_counter_shows_it(world: World) -> None:
    waiting = world.lend(SOUND, NEXT)
    reference = lent(world, SOUND, 1)
    start, technician = world.line(waiting).custody_start, world.actor(cast.TECHNICIAN_RANST)
    world.now = start - timedelta(hours=8)
    incidents.record_overdue(world.session, technician, reference, 1, world.now, start + timedelta(hours=1))
    [hit] = hit_by(world.session, world.line(reference).id)
    assert (hit.reference, hit.why) == (waiting, "overdue")
    assert (world.mails("line_hit"), world.mails("conflict_found")) == ([cast.ORGANISER], ["uitleendienst@ranst.example"])
    bring(world, reference)
    assert hit_by(world.session, world.line(reference).id) == []
    assert world.mails("line_safe") == [cast.ORGANISER]
    assert in_order(world)


@on_both_engines
def test_a_fact_that_hits_a_loan_does_not_keep_a_part_of_it_from_coming_back(world: World) -> None:
    reference = lent(world)
    world.now -= timedelta(hours=6)
    asset = world.asset(BARRIERS)
    technician = world.actor(cast.TECHNICIAN_RANST)
    incidents.record_closure(world.session, technician, asset.id, world.now, world.now - timedelta(days=1), None, asset.units)
    bring(world, reference, units=60)
    assert units_out(world.session, world.line(reference)) == 40
    assert in_order(world)


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        ({"units": 101}, "units_beyond_out"),
        ({"units": 60, "missing": 41}, "units_beyond_out"),
        ({"units": 0}, "nothing_came_back"),
        ({"units": 10, "unsafe": 11}, "units_beyond_back"),
    ],
)
def test_no_more_comes_back_than_is_out(world: World, brought, code) -> None:
    reference = lent(world)
    with pytest.raises(Refused, match=code):
        bring(world, reference, **brought)
    assert world.line(reference).state == "handed_over"


def test_a_form_that_is_sent_again_counts_once_and_another_one_reads_who_was_first(world: World) -> None:
    reference = lent(world, once="k1")
    technician = world.actor(cast.TECHNICIAN_RANST)
    at = world.line(reference).custody_start
    assert handovers.hand_over(world.session, technician, reference, 1, at, slip=Slip(once="k1")) == []
    with pytest.raises(Refused, match="already_handed_over") as refused:
        handovers.hand_over(world.session, technician, reference, 1, at, slip=Slip(once="k2"))
    assert refused.value.details == {"at": at, "who": technician.name}
    for _ in range(2):
        bring(world, reference, units=30, slip=Slip(once="b1"))
    assert units_out(world.session, world.line(reference)) == 70
    bring(world, reference, slip=Slip(once="b2"))
    with pytest.raises(Refused, match="already_taken_back"):
        bring(world, reference, slip=Slip(once="b3"))
    assert world.session.scalar(select(func.count()).select_from(HandoverRecord)) == 3


def test_a_return_that_was_entered_in_time_is_not_late_when_it_arrives_later(world: World) -> None:
    reference = lent(world, SOUND, 1)
    entered = world.now - timedelta(minutes=20)
    world.now += timedelta(hours=30)
    bring(world, reference, slip=Slip(once="k", entered_at=entered))
    [_, record] = seen(world, reference)
    assert (record.entered_at, record.at) == (entered, world.now)
    assert world.session.scalars(select(Charge)).all() == []


def test_what_is_missing_or_broken_is_reported_charged_mended_and_out_of_service(world: World) -> None:
    noted = (Noted(CABLE, 4), Noted(SPEAKER))
    waiting = world.lend(SOUND, NEXT)
    reference = lent(world, SOUND, 1, noted=noted, person="Lien Peeters")
    back = (Noted(CABLE, 3, note="één niet terug"), Noted(SPEAKER, fine=False, note="conus gescheurd", estimate=6_000))
    bring(world, reference, unsafe=1, note="nagekeken", slip=Slip(noted=back))
    charges = [(each.occasion, each.total, each.basis.get("note")) for each in world.session.scalars(select(Charge).order_by(Charge.id))]
    assert charges == [("damage", 6_000, "nagekeken"), ("missing", 1_500, "Microfoonkabel")]
    [order] = world.session.scalars(select(WorkOrder).where(WorkOrder.kind == "repair"))
    assert (order.state, order.note) == ("proposed", "Luidsprekers zonder schade: conus gescheurd\nnagekeken")
    assert world.session.get_one(Task, order.task_id).kind == "repair"
    assert [each.reference for each in open_conflicts(world.session, world.actor(cast.DESK_RANST))] == [waiting]
    [out, record] = seen(world, reference)
    assert (out.person, out.wrong, record.order) == ("Lien Peeters", [], order.id)
    assert [(item.text, item.counted, item.fine) for item in record.wrong] == [
        ("Microfoonkabel", 3, True), ("Luidsprekers zonder schade", None, False)
    ]  # fmt: skip
    assert in_order(world)
    world.now += timedelta(hours=5)
    technician = world.actor(cast.TECHNICIAN_RANST)
    maintenance.finish(world.session, technician, order.id, world.now.date(), world.now, "nieuwe conus")
    assert open_conflicts(world.session, world.actor(cast.DESK_RANST)) == [], "mended, it is in service again"
    assert in_order(world)


def test_what_came_of_a_loan_is_recorded_by_who_lent_it_though_another_manages_and_keeps_it_by_now(world: World) -> None:
    reference, asset, other = lent(world, SOUND, 1), world.asset(SOUND).id, cast.authority_id(world.session, cast.ZANDHOVEN)
    today = world.now.date()
    depot = next(key for key, card in catalogue(world.session).depots.items() if card.authority == other)
    for relation, values in ((Management, {"authority_id": other}), (Keeping, {"depot_id": depot})):
        mine = update(relation).where(relation.asset_id == asset, relation.valid_until.is_(None))
        world.session.execute(mine.values(valid_until=today - timedelta(days=1)))
        world.session.add(relation(asset_id=asset, valid_from=today, valid_until=None, **values))
    world.session.commit()
    bring(world, reference, unsafe=1, note="conus gescheurd")
    assert world.line(reference).state == "returned"
    assert [fact.kind for fact in world.session.scalars(select(Fact))] == ["breakdown"]
    assert in_order(world)


def test_an_accessory_is_missing_only_once_nothing_is_out_any_more(world: World) -> None:
    key = Asked("check-9", ItemKind.ACCESSORY, "Sleutel", 2, value_cents=1_000)
    reference = lent(world, noted=(Noted(key, 2),))
    bring(world, reference, units=50, slip=Slip(noted=(Noted(key, 1),)))
    assert world.session.scalars(select(Charge)).all() == []
    [left] = to_look_at_back([], seen(world, reference))
    assert left.expected == 1
    bring(world, reference, slip=Slip(noted=(Noted(left, 0),)))
    assert [each.total for each in world.session.scalars(select(Charge))] == []  # its value is not on any list now
    assert in_order(world)


def test_photographs_are_kept_with_what_was_seen_and_shown_to_borrower_and_owner_alone(world: World, tmp_path: Path) -> None:
    reference = lent(world, SOUND, 1, pictures=(picture(), picture("blue")), folder=tmp_path)
    [record] = seen(world, reference)
    assert len(record.photos) == 2
    for who in (cast.ORGANISER, cast.TECHNICIAN_RANST):
        assert readable(world.session, world.actor(who), record.photos[0].large, world.now).media_type == "image/webp"
    for who in (cast.DESK_ZANDHOVEN, cast.RESIDENT_NIJLEN):
        with pytest.raises(NotFound):
            readable(world.session, world.actor(who), record.photos[0].small, world.now)


def test_an_owner_says_by_category_and_by_asset_what_is_looked_at(world: World) -> None:
    card, owner = world.asset(SOUND), cast.authority_id(world.session, cast.RANST)
    world.session.query(ChecklistItem).delete()
    alike = {"category_id": card.category_id, "position": 1}
    rows = [
        ChecklistItem(authority_id=owner, asset_id=card.id, position=1, kind="condition", text="Kist sluit"),
        ChecklistItem(authority_id=owner, **alike, kind="accessory", text="Kabel", units=2, value_cents=900),
        ChecklistItem(authority_id=owner + 1, **alike, kind="condition", text="Van een ander"),
    ]
    world.session.add_all(rows)
    world.session.commit()
    found = [(each.text, each.expected, each.value_cents) for each in to_look_at(world.session, catalogue(world.session), card, owner, 3)]
    assert found == [("Kabel", 6, 900), ("Kist sluit", 0, None)]


def test_whoever_takes_it_over_shows_what_the_line_asks(world: World) -> None:
    operator = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    who = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    use = period("2027-06-15 08:00", "2027-06-15 16:00")
    reference = world.lend(cast.PLATFORM_ZANDHOVEN, use, cast.DESK_ZANDHOVEN, operator=operator, **who)
    world.inspect(cast.PLATFORM_ZANDHOVEN, moment("2027-06-14 08:00").date(), moment("2027-09-14 08:00").date())
    world.now = world.line(reference).custody_start
    crew = world.actor(cast.TECHNICIAN_ZANDHOVEN)
    with pytest.raises(Refused, match="not_seen"):
        handovers.hand_over(world.session, crew, reference, 1, world.now, slip=Slip(once="a"))
    handovers.hand_over(world.session, crew, reference, 1, world.now, slip=Slip(once="a", operator_seen=True))
    assert world.session.scalars(select(Line.state).where(Line.id == world.line(reference).id)).one() == "handed_over"
