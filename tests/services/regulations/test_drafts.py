"""A draft is begun, saved as a whole and thrown away; nobody's work gets lost."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, text

from booking.demo import cast
from booking.queries.regulations import draft_of, stored_plain
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound, Refused
from booking.services import regulations
from models import Audit, RegulationDraft, RegulationRow
from tests.services.world import World

BARE = {"title": "Zaalreglement", "groups": [], "articles": [], "examples": []}


@pytest.fixture
def engine_name() -> str:
    """What the database itself sees to is in tests/models/test_settled.py; the rest is the same on both."""
    return "sqlite"


NESTED: list[Any] = []
for _ in range(5_000):
    NESTED = [NESTED]
UNKEEPABLE = ({"title": "half \ud800"}, {"title": "nul \x00"}, {"scope": float("nan")}, {"scope": NESTED})


def begun(world: World, plain: dict[str, Any] | None = None, **more: Any) -> tuple[Actor, int]:
    actor = world.actor(cast.TARIFFS_RANST)
    owner = cast.authority_id(world.session, cast.RANST)
    return actor, regulations.start(world.session, actor, owner, plain if plain is not None else BARE, world.now, **more)


def published(world: World) -> int:
    owner = cast.authority_id(world.session, cast.RANST)
    return world.session.scalars(select(RegulationRow.id).where(RegulationRow.authority_id == owner)).one()


def test_a_draft_is_kept_as_it_was_typed_finished_or_not(world: World) -> None:
    half = {**BARE, "articles": [{"number": "1", "kind": "day"}]}
    actor, key = begun(world, half)
    assert stored_plain(world.session, key) == {**half, "owner": cast.RANST}
    assert regulations.save(world.session, actor, key, {**half, "title": "Zalen"}, 0, world.now) == 1
    draft = draft_of(world.session, actor, key)
    assert (draft.plain["title"], draft.edits, draft.state) == ("Zalen", 1, "draft")


def test_who_saves_over_somebody_elses_change_is_told_and_nothing_is_lost(world: World) -> None:
    actor, key = begun(world)
    regulations.save(world.session, actor, key, {**BARE, "title": "Eerste"}, 0, world.now)
    with pytest.raises(Refused) as refused:
        regulations.save(world.session, actor, key, {**BARE, "title": "Tweede"}, 0, world.now)
    assert refused.value.code == "changed_meanwhile"
    assert stored_plain(world.session, key)["title"] == "Eerste"


def test_saving_the_same_again_is_nothing_done(world: World) -> None:
    actor, key = begun(world)
    assert regulations.save(world.session, actor, key, BARE, 0, world.now) == 0


def test_the_record_says_which_articles_were_touched(world: World) -> None:
    actor, key = begun(world)
    after = {**BARE, "articles": [{"number": "4"}, {"number": "5"}], "scope": "Zalen"}
    regulations.save(world.session, actor, key, after, 0, world.now)
    kept = world.session.scalars(select(Audit.details).where(Audit.act == "regulation.save")).one()
    assert kept["touched"] == {"header": ["scope"], "article": ["4", "5"]}


def test_a_successor_begins_as_a_copy_without_the_decision_of_the_earlier_one(world: World) -> None:
    actor, owner, earlier = world.actor(cast.TARIFFS_RANST), cast.authority_id(world.session, cast.RANST), published(world)
    key = regulations.start(world.session, actor, owner, None, world.now, succeeds_id=earlier)
    copy, old = stored_plain(world.session, key), stored_plain(world.session, earlier)
    assert copy["articles"] == old["articles"]
    assert not {"decided_on", "decision", "published_on", "valid_from", "valid_until"} & copy.keys()


def test_a_draft_thrown_away_is_gone_and_its_record_stays(world: World) -> None:
    actor, key = begun(world)
    regulations.discard(world.session, actor, key, world.now)
    assert world.session.scalars(select(RegulationDraft)).all() == []
    assert "regulation.discard" in world.session.scalars(select(Audit.act)).all()


def test_a_draft_is_nobody_elses(world: World) -> None:
    _, key = begun(world)
    stranger = world.actor(cast.DESK_RANST)
    for act in (
        lambda: regulations.save(world.session, stranger, key, BARE, 0, world.now),
        lambda: regulations.discard(world.session, stranger, key, world.now),
        lambda: draft_of(world.session, stranger, key),
    ):
        with pytest.raises(NotFound):
            act()


def test_what_has_not_the_shape_of_a_regulation_is_refused(world: World) -> None:
    for plain in ({"articles": "none"}, {"groups": ["A"]}, {"articles": [{"number": {1, 2}}]}, {"title": "x" * 400_000}, *UNKEEPABLE):
        with pytest.raises(Refused):
            begun(world, plain)


def test_saving_a_draft_makes_nobody_read_the_catalogue_anew(world: World) -> None:
    actor, key = begun(world)
    version = text("SELECT value FROM counter WHERE name = 'catalogue'")
    before = world.session.scalar(version)
    regulations.save(world.session, actor, key, {**BARE, "articles": [{"number": "4"}]}, 0, world.now)
    assert world.session.scalar(version) == before
