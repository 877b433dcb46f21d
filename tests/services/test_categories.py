"""Categories are shared: all that the product knows has its words, and their time around a loan is the steward's to change."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from booking.demo import cast
from booking.queries.administration.categories import category_page, unused
from booking.rules.categories import STANDARD
from booking.rules.refusals import NotFound
from booking.services.administration.categories import CategorySettings, change_category, take_into_use
from booking.words.kinds import CATEGORIES
from models import Category
from tests.services.world import TODAY, World


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


def test_whatever_is_known_has_its_words() -> None:
    assert {each.code for each in STANDARD} == set(CATEGORIES)


def test_only_the_steward_takes_one_into_use_and_twice_is_once(world: World) -> None:
    with pytest.raises(NotFound):
        take_into_use(world.session, world.actor(cast.ADMINISTRATOR_RANST), "beamer", world.now)
    world.session.execute(update(Category).where(Category.code == "refectory").values(code="unheard_of"))
    assert unused(world.session) == ["refectory"]
    roos = world.actor(cast.STEWARD)
    assert len({take_into_use(world.session, roos, "refectory", world.now) for _ in range(2)}) == 1
    assert unused(world.session) == []


def test_other_time_around_a_loan_counts_for_every_asset_that_says_nothing_itself(world: World) -> None:
    stage = world.asset(cast.STAGE_ZANDHOVEN)
    wanted = CategorySettings("Podiumwagen", hours_after=7)
    change_category(world.session, world.actor(cast.STEWARD), stage.category_id, 0, wanted, world.now)
    assert world.asset(cast.STAGE_ZANDHOVEN).after.hours == 7
    page = category_page(world.session, stage.category_id, TODAY)
    assert [name for name, *_ in page.history[0].settings] == ["hours_after", "open_days_before"]
    assert stage.code in {card.code for card, _ in page.assets}
