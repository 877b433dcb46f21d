"""What a municipality borrows for somebody of its own: who is recognised, what the owner says of it, and where it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from booking.demo import cast
from booking.queries.beneficiaries import beneficiary_named, may_be_served
from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.contracts import kept_contract
from booking.queries.overview import overview, worklist
from booking.queries.waiting import ask_of
from booking.rules.admission import Beneficiary, Finding
from booking.rules.asking import Ask, AskLine
from booking.rules.kinds import Purpose
from booking.rules.refusals import NotFound, Refused
from booking.services import reservations, waiting
from models import Agreement, AgreementBeneficiary, LendingRule, WaitingEntry
from tests.services.asks import JUNE
from tests.services.parties import RANST, ZANDHOVEN, Table
from tests.services.world import TODAY, World

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])

HALL, SERVICE, SCOUTS = cast.HALL_RANST, "Technische dienst Zandhoven", "Scouts Papieren Bootje (fictief)"
CHIRO, RESIDENT, ELDERLY = "Chiro De Verzonnen Vlieger (fictief)", "Yusuf Buurman (fictief)", "Ouderenwerking OCMW Ranst (fictief)"


def wish(world: World, whom: int | str | None = SCOUTS) -> Ask:
    """The technical service of Zandhoven asks for the hall of Ranst."""
    line = AskLine(world.asset(HALL).id, JUNE)
    return Ask(cast.borrower_id(world.session, SERVICE), (line,), "Kamp", Purpose.MEETING, beneficiary=whom)


def found(world: World, whom: int | str | None = SCOUTS) -> Finding:
    """What is found of the agreed use."""
    judged = reservations.preview(world.session, world.actor(cast.DESK_ZANDHOVEN), wish(world, whom), world.now)
    return next(each for each in judged.lines[0].findings if each.code.startswith("agreed_use"))


def test_a_borrower_of_the_same_municipality_is_recognised_and_a_resident_or_a_stranger_never(world: World) -> None:
    known, key = catalogue(world.session), lambda name: cast.borrower_id(world.session, name)
    service = card_of(world.session, known, key("Technische dienst Ranst"))

    def named(whom: int | str, verified: bool = True) -> Beneficiary | None:
        return beneficiary_named(world.session, known, replace(service, verified=verified), whom, world.now)

    chiro = Beneficiary(CHIRO, key(CHIRO), "association")
    assert [named(whom) for whom in (chiro.id, CHIRO, CHIRO.upper(), f"  {CHIRO} ")] == [chiro] * 4
    assert named(ELDERLY) == Beneficiary(ELDERLY, key(ELDERLY), "authority"), "the OCMW is of the same house"
    assert [named(whom) for whom in (RESIDENT, SCOUTS, "Jeugdhuis Nieuw")] == [
        Beneficiary(name) for name in (RESIDENT, SCOUTS, "Jeugdhuis Nieuw")
    ]
    assert [named(whom) for whom in (service.id, service.name, "  ")] == [None] * 3, "nobody else than the borrower itself"
    assert named(CHIRO, verified=False) == Beneficiary(CHIRO), "who only claims to act for it looks nobody up"
    for whom, verified in ((key(RESIDENT), True), (key(SCOUTS), True), (999_999, True), (chiro.id, False)):
        with pytest.raises(NotFound, match="beneficiary_unknown"):
            named(whom, verified)
    suggested = may_be_served(world.session, known, [service.id], TODAY) or []
    assert CHIRO in suggested
    assert not {RESIDENT, SCOUTS, ELDERLY} & set(suggested)
    assert may_be_served(world.session, known, [chiro.id], TODAY) is None


def test_the_agreement_decides_whether_it_is_passed_on(world: World) -> None:
    key = Table(world).agreed(ZANDHOVEN)
    assert found(world).code == "agreed_use_not_passed_on"
    assert found(world, None).code == "agreed_use_own"
    with pytest.raises(Refused, match="request_refused"):
        reservations.request(world.session, world.actor(cast.DESK_ZANDHOVEN), wish(world), world.now)
    kinds = ("authority", "association")
    world.session.add_all(AgreementBeneficiary(agreement_id=key, borrower_kind=kind) for kind in kinds)
    world.session.commit()
    assert found(world).code == "agreed_use_serves"
    assert found(world, "Jeugdhuis Nieuw").code == "agreed_use_unknown"
    world.session.execute(update(Agreement).where(Agreement.id == key).values(on_lending=True))
    world.session.commit()
    allowed = found(world, "Jeugdhuis Nieuw")
    assert (allowed.code, allowed.evidence["agreement_id"]) == ("agreed_use_passed_on", key)
    assert allowed.evidence["beneficiary"] == "Jeugdhuis Nieuw"


def test_for_whom_it_is_stands_on_every_page_in_the_contract_and_in_the_queue(world: World) -> None:
    ranst = Table(world).id(RANST)
    world.session.add(LendingRule(authority_id=ranst, asset_id=world.asset(HALL).id, onward=True, needs_contract=True, source="art. 15"))
    world.session.commit()
    an, asker = world.actor(cast.DESK_RANST), world.actor(cast.DESK_ZANDHOVEN)
    scouts = cast.borrower_id(world.session, SCOUTS)
    reference = reservations.request(world.session, asker, wish(world, scouts), world.now).reference
    seen = overview(world.session, an, reference)
    assert (seen.beneficiary, seen.beneficiary_id) == (SCOUTS, scouts)
    assert [row.beneficiary for row in worklist(world.session, an, world.now) if row.reference == reference] == [SCOUTS]

    queued = waiting.join(world.session, asker, replace(wish(world, scouts), borrower=cast.borrower_id(world.session, SCOUTS)), world.now)
    assert ask_of(world.session.get_one(WaitingEntry, queued)).beneficiary is None, "the scouts wait for themselves"
    queued = waiting.join(world.session, asker, wish(world, scouts), world.now)
    assert ask_of(world.session.get_one(WaitingEntry, queued)).beneficiary == SCOUTS

    reservations.approve(world.session, an, reference, 1, world.now)
    paper = kept_contract(world.session, an, "contract.read", reference, ranst)[2]["nl"]
    assert ["Bestemd voor", SCOUTS] in paper["facts"]
    assert any(SCOUTS in clause for clause in paper["clauses"])
    assert world.session.scalars(select(WaitingEntry.beneficiary).order_by(WaitingEntry.id)).all() == ["", SCOUTS]
