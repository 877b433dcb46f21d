"""The proofs that an owner asks for: added, told as a sentence, ended; nonsense and what is another's refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from booking.demo import cast
from booking.queries.administration.requirements import requirement_row
from booking.rules.asking import Ask, AskLine
from booking.rules.refusals import NotFound, Refused
from booking.services import reservations
from booking.services.administration.requirements import RequirementSettings, ask, end
from booking.words.proofs_asked import asked_in_words
from tests.services.asks import JULY, JUNE
from tests.services.world import TODAY, World

pytestmark = pytest.mark.one_engine

WANTED = RequirementSettings(
    "all_risk", TODAY, amount_cents=5_000_000, most_excess_cents=25_000, borrower_kind="association", source="art. 3"
)


def asked(world: World, wanted: RequirementSettings = WANTED, who: str = cast.ADMINISTRATOR_RANST) -> int:
    return ask(world.session, world.actor(who), cast.authority_id(world.session, cast.RANST), wanted, world.now)


def codes(world: World, use, purpose: str = "event") -> set[str]:
    line = AskLine(world.asset(cast.HALL_RANST).id, use)
    wanted = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (line,), purpose=purpose)
    [found] = reservations.preview(world.session, world.actor(cast.ORGANISER), wanted, world.now).lines
    return {finding.code for finding in found.findings}


def test_what_is_asked_counts_from_its_first_hand_over_to_its_last(world: World) -> None:
    key = asked(world, replace(WANTED, valid_from=date(2027, 6, 12), asset_id=world.asset(cast.HALL_RANST).id))
    assert "cover_missing" in codes(world, JUNE)
    end(world.session, world.actor(cast.ADMINISTRATOR_RANST), key, date(2027, 6, 30), world.now)
    assert "cover_missing" in codes(world, JUNE)
    assert "cover_missing" not in codes(world, JULY)


def test_it_is_asked_for_its_purpose_alone(world: World) -> None:
    asked(world, replace(WANTED, purpose="party"))
    assert ("cover_missing" in codes(world, JUNE), "cover_missing" in codes(world, JUNE, "party")) == (False, True)


def test_it_is_told_as_a_sentence(world: World) -> None:
    key = asked(world, replace(WANTED, category_id=1, own_verification=True, purpose="party"))
    row = requirement_row(world.session, world.actor(cast.DESK_RANST), key, TODAY)._mapping
    said = asked_in_words(row, "nl").replace("\u00a0", " ")
    assert "verzekering alle risico's, minstens € 50.000,00, vrijstelling hoogstens € 250,00, door onze eigen dienst nagekeken" in said
    assert said.endswith("Alleen van: vereniging. Alleen bij: fuif of feest.")
    for language in ("en", "fr"):
        assert not set("{}[]") & set(asked_in_words(row, language))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "astrology"}, "requirement_unknown"),
        ({"borrower_kind": "martian"}, "requirement_unknown"),
        ({"valid_until": TODAY - timedelta(days=1)}, "ends_before_start"),
        ({"asset_id": 1, "category_id": 1}, "asset_or_category"),
        ({"kind": "operator", "amount_cents": None, "most_excess_cents": None}, "qualification_unfit"),
        ({"kind": "driver", "qualification": "platform_operator"}, "qualification_unfit"),
        ({"kind": "inspection"}, "amount_of_no_cover"),
    ],
)
def test_nonsense_is_refused(world: World, changes: dict, code: str) -> None:
    with pytest.raises(Refused, match=code):
        asked(world, replace(WANTED, **changes))


def test_only_its_administrator_asks_and_only_for_what_it_lends(world: World) -> None:
    key = asked(world)
    for who in (cast.DESK_RANST, cast.TECHNICIAN_RANST, cast.DESK_ZANDHOVEN, cast.ORGANISER, "koen@zandhoven.example"):
        with pytest.raises(NotFound):
            asked(world, who=who)
        with pytest.raises(NotFound):
            end(world.session, world.actor(who), key, TODAY, world.now)
    for changes in ({"asset_id": world.asset(cast.STAGE_ZANDHOVEN).id}, {"asset_id": 999_999}, {"category_id": 999_999}):
        with pytest.raises(NotFound):
            asked(world, replace(WANTED, **changes))
    with pytest.raises(NotFound):
        requirement_row(world.session, world.actor(cast.DESK_ZANDHOVEN), key, TODAY)
