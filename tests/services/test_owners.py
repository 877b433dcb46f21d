"""Who owns an asset changes from a day on, once everybody that it concerns has agreed; on any day the shares make one whole."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from booking.demo import cast
from booking.queries.administration.owners import owners_page
from booking.queries.catalogue import catalogue
from booking.rules.owners import Owners, check_owners
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.assets import agree, propose_owners, take_back
from models import Audit, Change, OwnersProposal
from tests.services.world import TODAY, World

NEXT_YEAR = date(2028, 1, 1)


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def ids(world: World) -> tuple[int, int, int]:
    """The hall of Ranst, Ranst, Zandhoven."""
    where = (cast.authority_id(world.session, each) for each in (cast.RANST, cast.ZANDHOVEN))
    return cast.asset_id(world.session, cast.HALL_RANST), *where


def version(world: World, hall: int) -> int:
    return owners_page(world.session, world.actor(cast.ADMINISTRATOR_RANST), hall, TODAY).version


@pytest.mark.parametrize(
    ("shares", "first", "code"),
    [
        (((1, 4_000), (2, 5_000)), TODAY, "shares_not_whole"),
        (((1, 11_000), (2, -1_000)), TODAY, "shares_not_whole"),
        (((1, 5_000), (1, 5_000)), TODAY, "share_twice"),
        (((1, 5_000), (2, 5_000)), date(2027, 2, 28), "owners_past"),
    ],
)
def test_shares_make_one_whole_and_the_past_stays(shares: tuple[tuple[int, int], ...], first: date, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_owners(Owners(first, 1, shares), TODAY)


def test_shares_count_once_the_other_municipality_agrees(world: World, ids: tuple[int, int, int]) -> None:
    hall, ranst, zandhoven = ids
    dirk, koen = world.actor(cast.ADMINISTRATOR_RANST), world.actor("koen@zandhoven.example")
    wanted = Owners(NEXT_YEAR, ranst, ((ranst, 6_000), (zandhoven, 4_000)))
    with pytest.raises(NotFound):
        owners_page(world.session, koen, hall, TODAY)
    assert not propose_owners(world.session, dirk, hall, version(world, hall), wanted, world.now)
    assert catalogue(world.session).assets[hall].shares == ()
    assert world.mails("owners_proposed") == ["uitleendienst@zandhoven.example"]
    page = owners_page(world.session, koen, hall, TODAY)
    assert (page.missing, page.mine_to_agree) == (["Zandhoven"], True)
    assert page.waiting
    with pytest.raises(NotFound):
        agree(world.session, world.actor(cast.DESK_ZANDHOVEN), hall, page.waiting.id, world.now)
    assert agree(world.session, koen, hall, page.waiting.id, world.now)
    card = catalogue(world.session).assets[hall]
    begun = [(ranst, 6_000, NEXT_YEAR), (zandhoven, 4_000, NEXT_YEAR)]
    assert [(spell.subject, spell.weight, spell.first) for spell in card.shares] == begun
    assert world.session.scalars(select(Audit.authority_id).where(Audit.act == "asset.owners")).all() == [zandhoven]
    with pytest.raises(NotFound):
        agree(world.session, koen, hall, page.waiting.id, world.now)


def test_another_manager_decides_from_its_day_on_and_history_stays(world: World, ids: tuple[int, int, int]) -> None:
    hall, ranst, zandhoven = ids
    dirk, koen = world.actor(cast.ADMINISTRATOR_RANST), world.actor("koen@zandhoven.example")
    propose_owners(world.session, dirk, hall, version(world, hall), Owners(NEXT_YEAR, zandhoven), world.now)
    waiting = owners_page(world.session, dirk, hall, TODAY).waiting
    assert waiting
    assert agree(world.session, koen, hall, waiting.id, world.now)
    known = catalogue(world.session)
    days = (date(2027, 12, 31), NEXT_YEAR)
    assert [known.owner(known.assets[hall], day).id for day in days] == [ranst, zandhoven]
    kept = world.session.scalars(select(Change.after).where(Change.noun == "asset", Change.subject_id == hall)).all()
    assert kept[-1]["manager"] == "Zandhoven (2028-01-01)"


def test_who_does_not_agree_says_so_and_nothing_changed(world: World, ids: tuple[int, int, int]) -> None:
    hall, _ranst, zandhoven = ids
    dirk, koen = world.actor(cast.ADMINISTRATOR_RANST), world.actor("koen@zandhoven.example")
    propose_owners(world.session, dirk, hall, version(world, hall), Owners(NEXT_YEAR, zandhoven), world.now)
    waiting = owners_page(world.session, koen, hall, TODAY).waiting
    assert waiting
    take_back(world.session, koen, hall, waiting.id, world.now)
    assert len(catalogue(world.session).assets[hall].managers) == 1
    with pytest.raises(NotFound):
        agree(world.session, dirk, hall, waiting.id, world.now)
    with pytest.raises(Refused, match="owners_same"):
        propose_owners(world.session, dirk, hall, version(world, hall), Owners(NEXT_YEAR, _ranst), world.now)


def test_who_only_names_itself_is_not_heard(world: World, ids: tuple[int, int, int]) -> None:
    _hall, ranst, _zandhoven = ids
    stage = cast.asset_id(world.session, cast.STAGE_ZANDHOVEN)
    with pytest.raises(NotFound):
        propose_owners(world.session, world.actor(cast.ADMINISTRATOR_RANST), stage, 0, Owners(NEXT_YEAR, ranst), world.now)
    assert world.session.scalars(select(OwnersProposal)).all() == []
