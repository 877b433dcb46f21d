"""How long an option stands is for each owner to say: so many days, none, or until so many days before hand-over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from booking.demo import cast
from booking.rules.asking import Ask, AskLine
from booking.rules.refusals import Refused
from booking.services import reservations
from models import LendingRule
from tests.services.world import World, moment, period

pytestmark = pytest.mark.one_engine

SOUND, FEAST = "RAN-GEL-01", period("2027-06-12 10:00", "2027-06-12 18:00")
ASKED = moment("2027-04-01 12:00")

STANDS: list[tuple[str, dict[str, Any], datetime]] = [
    ("a week where nothing is said", {}, moment("2027-03-08 09:00")),
    ("three days", {"option_days": 3}, moment("2027-03-04 09:00")),
    ("as long as it was asked for", {"option_days": 60}, ASKED),
    ("the ninetieth day before hand-over on 12 June whole", {"option_days": 60, "option_days_before": 90}, moment("2027-03-15 00:00")),
]  # fmt: skip
REFUSED = [("no options", {"option_days": 0}, "option_not_given"), ("too late for one", {"option_days_before": 104}, "option_too_late")]


def ruled(world: World, answers: dict[str, Any]) -> None:
    if answers:
        owner = cast.authority_id(world.session, cast.RANST)
        world.session.add(LendingRule(authority_id=owner, asset_id=world.asset(SOUND).id, source="art. 6 (fictief)", **answers))
        world.session.commit()


def asked(world: World) -> reservations.Receipt:
    borrower = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    ask = Ask(borrower, (AskLine(world.asset(SOUND).id, FEAST),), option_until=ASKED)
    return reservations.request(world.session, world.actor(cast.ORGANISER), ask, world.now)


@pytest.mark.parametrize(("_sentence", "answers", "until"), STANDS, ids=[row[0] for row in STANDS])
def test_an_option_stands_as_long_as_its_owner_lets_it(world: World, _sentence: str, answers: dict[str, Any], until: datetime) -> None:
    world.now = moment("2027-03-01 09:00")
    ruled(world, answers)
    [line] = asked(world).lines
    assert (line.state, line.holds_until) == ("option", until)


@pytest.mark.parametrize(("_sentence", "answers", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_owner_may_give_none(world: World, _sentence: str, answers: dict[str, Any], code: str) -> None:
    world.now = moment("2027-03-01 09:00")
    ruled(world, answers)
    with pytest.raises(Refused, match="request_refused") as refused:
        asked(world)
    assert code in {found.code for found in refused.value.details["lines"][0].findings}
