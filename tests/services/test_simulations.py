"""A draft tried on a small year: every amount by hand, the kept prices computed again, and nobody sees what is not theirs."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, select

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.regulations import stored_plain
from booking.queries.simulations import runs
from booking.queries.simulations.cases import cases
from booking.rules.refusals import NotFound, Refused
from booking.rules.simulations import WHOLE, Tally
from booking.services import regulations, simulations
from booking.services.long_work import take, tell
from models import RegulationRow, Simulation
from tests.services.world import World, period
from tests.support.engines import on_both_engines

JUNE = date(2027, 6, 1), date(2027, 6, 30)


@pytest.fixture
def engine_name() -> str:
    """What is no question to the database is tried on one engine."""
    return "sqlite"


@pytest.fixture
def lent(world: World) -> World:
    """Five loans of Ranst in June, and two that do not count: one in July, one that nobody approved."""
    world.lend("RAN-WC-01", period("2027-06-05 10:00", "2027-06-06 18:00"))  # the first of the year is free: the minimum, 5.00
    world.lend(cast.HALL_RANST, period("2027-06-12 14:00", "2027-06-12 18:00"))  # a part of a day, 10.00
    world.lend("RAN-STO", period("2027-06-19 10:00", "2027-06-19 18:00"), units=100)  # 100 × 0.60 × 50 %, 30.00
    world.lend("RAN-WC-01", period("2027-06-26 10:00", "2027-06-27 18:00"))  # a weekend of 110.00 × 50 %, 55.00
    works = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    world.lend(cast.BARRIERS_RANST, period("2027-06-23 09:00", "2027-06-24 16:00"), units=40, **works)  # 40 × 0.50 × 50 %, 10.00
    world.lend(cast.HALL_RANST, period("2027-07-03 14:00", "2027-07-03 18:00"))
    world.ask(cast.HALL_RANST, period("2027-06-20 14:00", "2027-06-20 18:00"))
    return world


def in_force(world: World) -> int:
    owner = cast.authority_id(world.session, cast.RANST)
    published = select(RegulationRow.id).where(RegulationRow.authority_id == owner, RegulationRow.state == "published")
    return world.session.scalars(published).one()


def dearer(plain: dict[str, Any]) -> dict[str, Any]:
    """Ranst's regulation with a hall of 12.50, chairs of 0.80, a second toilet trailer free, partners without reduction."""
    changed = deepcopy(plain)
    articles = {article["number"]: article for article in changed["articles"]}
    articles["2"]["prices"]["recognised"]["price"] = 1_250
    articles["6 §3"]["prices"]["others"]["price"] = 80
    articles["5"]["adjust"][0]["uses_to"] = 2
    articles["13 §1"]["prices"]["all"]["price"] = 20_000
    next(group for group in changed["groups"] if group["code"] == "partners")["percent"] = "100"
    return changed


def drafted(world: World, plain: dict[str, Any] | None = None) -> int:
    owner, actor = cast.authority_id(world.session, cast.RANST), world.actor(cast.TARIFFS_RANST)
    content = plain or dearer(stored_plain(world.session, in_force(world)))
    return regulations.start(world.session, actor, owner, content, world.now)


def tried(world: World, draft: int, against: int | None) -> Any:
    actor = world.actor(cast.TARIFFS_RANST)
    key = simulations.start(world.session, actor, draft, against, *JUNE, world.now)
    assert simulations.run(world.session, key, world.now)
    return runs.simulation_of(world.session, actor, key)


@on_both_engines
def test_a_year_against_the_regulation_in_force_differs_as_computed_by_hand(lent: World) -> None:
    found = runs.outcome_of(tried(lent, drafted(lent), in_force(lent))).summary
    assert found.whole == Tally(5, 11_000, 8_250, more=3, less=1)
    assert found.kinds == {"association": Tally(4, 10_000, 6_250, more=2, less=1), "authority": Tally(1, 1_000, 2_000, more=1)}
    assert found.groups == {"recognised": found.kinds["association"], "partners": found.kinds["authority"]}
    assert found.categories == {
        "meeting_room": Tally(1, 1_000, 1_250, more=1),
        "chair": Tally(1, 3_000, 4_000, more=1),
        "toilet_trailer": Tally(2, 5_500, 0, less=1),
        WHOLE: Tally(2, 500, 1_000, more=1),
        "crowd_barrier": Tally(1, 1_000, 2_000, more=1),
    }
    assert found.deposits == Tally(5, 50_000, 40_000, less=2)
    assert [effect.difference for effect in found.dearer] == [1_000, 1_000, 250]
    assert [effect.difference for effect in found.cheaper] == [-5_000]
    assert (found.apart.dossiers, found.moves) == (0, {})


@on_both_engines
def test_what_was_asked_is_what_the_regulation_in_force_asks_again(lent: World) -> None:
    draft = drafted(lent)
    again, kept = (runs.outcome_of(tried(lent, draft, against)).summary for against in (in_force(lent), None))
    assert (kept.whole, kept.categories, kept.deposits) == (again.whole, again.categories, again.deposits)


def test_a_year_costs_as_many_questions_as_a_day(lent: World) -> None:
    known, asked = catalogue(lent.session), []
    owners = {cast.authority_id(lent.session, cast.RANST)}
    event.listen(lent.session.get_bind(), "before_cursor_execute", lambda *_: asked.append(1))
    counts = []
    for first, last in ((date(2027, 6, 12), date(2027, 6, 12)), JUNE):
        known.remembered.clear()
        asked.clear()
        counts.append((len(cases(lent.session, known, owners, first, last)), len(asked)))
    assert [number for number, _ in counts] == [1, 5]
    assert counts[0][1] == counts[1][1] <= 7


def test_a_regulation_about_chairs_is_tried_on_chairs_alone(lent: World) -> None:
    plain = dearer(stored_plain(lent.session, in_force(lent))) | {"covers": ["chair"]}
    found = runs.outcome_of(tried(lent, drafted(lent, plain), in_force(lent))).summary
    assert (found.whole, list(found.categories)) == (Tally(1, 3_000, 4_000, more=1), ["chair"])


def test_lines_without_a_price_are_set_apart_and_counted(lent: World) -> None:
    plain = dearer(stored_plain(lent.session, in_force(lent)))
    plain["articles"] = [article for article in plain["articles"] if article["number"] != "6 §3"]
    found = runs.outcome_of(tried(lent, drafted(lent, plain), in_force(lent))).summary
    assert found.gaps == {("after", "chair", "recognised"): 1}
    assert (found.whole.dossiers, found.apart) == (4, Tally(1, 3_000, 0, less=1))


def test_a_draft_that_cannot_price_says_why(lent: World) -> None:
    plain = dearer(stored_plain(lent.session, in_force(lent)))
    plain["groups"][3]["of"] = "nobody"
    found = tried(lent, drafted(lent, plain), None)
    assert (found.state, found.outcome["code"]) == ("failed", "group_unknown")


def test_a_draft_that_was_changed_since_is_told(lent: World) -> None:
    actor, draft = lent.actor(cast.TARIFFS_RANST), drafted(lent)
    run = tried(lent, draft, None)
    assert not runs.outcome_of(run).is_outdated
    regulations.save(lent.session, actor, draft, {**stored_plain(lent.session, draft), "title": "Anders"}, 0, lent.now)
    assert runs.outcome_of(runs.simulation_of(lent.session, actor, run.id)).is_outdated


def test_dossiers_have_names_for_who_may_read_them_alone(lent: World) -> None:
    run = tried(lent, drafted(lent), None)
    dossiers = [effect.dossier for effect in runs.effects_of(lent.session, run.id)]
    assert len(dossiers) == 5
    assert runs.named(lent.session, lent.actor(cast.TARIFFS_RANST), dossiers) == {}
    assert {named.borrower for named in runs.named(lent.session, lent.actor(cast.DESK_RANST), dossiers).values()} == {
        cast.ASSOCIATION_RANST, cast.SERVICE_WOMMELGEM,
    }  # fmt: skip


def test_what_is_called_off_is_not_carried_out_and_not_called_off_twice(lent: World) -> None:
    actor, key = lent.actor(cast.TARIFFS_RANST), None
    for begins in (False, True):
        key = simulations.start(lent.session, actor, drafted(lent), None, *JUNE, lent.now)
        if begins:
            assert take(lent.session, Simulation, key, lent.now)
        simulations.cancel(lent.session, actor, key)
        assert not tell(lent.session, Simulation, key, done=1)
        assert not simulations.run(lent.session, key, lent.now)
    with pytest.raises(Refused, match="simulation_over"):
        simulations.cancel(lent.session, actor, key)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(date(2027, 6, 2), date(2027, 6, 1), "simulation_reversed"), (date(2020, 1, 1), date(2027, 1, 1), "simulation_too_long")],
)
def test_a_period_that_cannot_be_is_refused(world: World, first: date, last: date, code: str) -> None:
    with pytest.raises(Refused, match=code):
        simulations.start(world.session, world.actor(cast.TARIFFS_RANST), in_force(world), None, first, last, world.now)


def test_another_municipality_is_a_stranger(world: World) -> None:
    with pytest.raises(NotFound):
        simulations.start(world.session, world.actor("koen@zandhoven.example"), in_force(world), None, *JUNE, world.now)
    with pytest.raises(NotFound):
        simulations.start(world.session, world.actor(cast.DESK_RANST), in_force(world), None, *JUNE, world.now)
