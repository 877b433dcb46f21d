"""Are we in order: what lapses, what it stops, who must act, in a fixed number of queries; and the weekly mail about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.catalogue import catalogue
from booking.queries.register import counts, matters
from booking.rules.kinds import RoleName
from booking.rules.permissions import NOBODY, Actor
from booking.rules.register import Cause, Kind, Matter, Who
from booking.services.order_digest import post_digests
from booking.services.transaction import transaction
from models import (
    Account,
    Agreement,
    AgreementParty,
    AgreementScope,
    Inspection,
    LendingRule,
    MaintenancePlan,
    Outbox,
    Policy,
    ProofVerdict,
    Qualification,
    Recognition,
    RegulationRow,
)
from tests.services.asks import JULY, JUNE
from tests.services.world import TODAY, World

pytestmark = pytest.mark.one_engine


@contextmanager
def queries(session: Session) -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", note)
    yield sent
    event.remove(bind, "before_cursor_execute", note)


def found(world: World, kind: Kind, days: int = 365, email: str = cast.ADMINISTRATOR_RANST) -> list[Matter]:
    every = matters(world.session, world.actor(email), world.now, days)
    return [matter for matter in every if matter.kind is kind]


def test_a_recognition_that_ends_is_told_within_the_horizon_and_not_when_it_is_renewed(world: World) -> None:
    ranst, house = cast.authority_id(world.session, cast.RANST), cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    with transaction(world.session):
        mine = world.session.query(Recognition).filter_by(borrower_id=house, authority_id=ranst)
        mine.update({"valid_until": TODAY + timedelta(days=40)})
    names = [matter.name for matter in found(world, Kind.RECOGNITION, 90)]
    assert cast.ASSOCIATION_RANST in names
    assert cast.ASSOCIATION_RANST not in [matter.name for matter in found(world, Kind.RECOGNITION, 30)]
    category = world.session.scalars(select(Recognition.category).where(Recognition.borrower_id == house)).first()
    with transaction(world.session):
        renewed = {"category": category, "decision": "college 2027/9", "valid_from": TODAY + timedelta(days=41)}
        world.session.add(Recognition(borrower_id=house, authority_id=ranst, **renewed))
    assert cast.ASSOCIATION_RANST not in [matter.name for matter in found(world, Kind.RECOGNITION, 90)]


def test_an_inspection_that_ends_before_a_coming_loan_names_that_loan(world: World) -> None:
    platform = world.asset(cast.PLATFORM_ZANDHOVEN)
    until = max(world.session.scalars(select(Inspection.valid_until).where(Inspection.asset_id == platform.id)))
    works = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    asked = world.ask(platform.code, JUNE, **works)
    mine = [each for each in found(world, Kind.INSPECTION, email="koen@zandhoven.example") if each.subject == platform.id]
    assert until < JUNE.days()[0]
    assert [(each.cause, each.who, each.last) for each in mine] == [(Cause.LAPSES, Who.OWNER, until)]
    assert [stop.reference for stop in mine[0].stops] == [asked]


def test_a_regulation_that_ends_without_a_successor_names_the_loans_that_would_have_no_price(world: World) -> None:
    ranst = cast.authority_id(world.session, cast.RANST)
    with transaction(world.session):
        law = select(RegulationRow).where(RegulationRow.authority_id == ranst, RegulationRow.state == "published")
        for row in world.session.scalars(law):
            row.valid_until = date(2027, 6, 30)
    june, july = world.ask(cast.HALL_RANST, JUNE), world.ask(cast.HALL_RANST, JULY)
    stopped = {stop.reference for matter in found(world, Kind.REGULATION) for stop in matter.stops}
    assert july in stopped
    assert june not in stopped
    assert found(world, Kind.REGULATION, 90) == []


def test_an_agreement_that_awaits_a_council_says_whose(world: World) -> None:
    ranst, brecht = cast.authority_id(world.session, cast.RANST), cast.authority_id(world.session, cast.BRECHT)
    with transaction(world.session):
        new = Agreement(reference="2027-99", title="Proef", valid_from=TODAY, valid_until=None)
        world.session.add(new)
        world.session.flush()
        approved = {"approved_on": TODAY, "organ": "gemeenteraad", "decision": "2027/1"}
        world.session.add(AgreementParty(agreement_id=new.id, authority_id=ranst, **approved))
        world.session.add(AgreementParty(agreement_id=new.id, authority_id=brecht))
    waits = [each for each in found(world, Kind.AGREEMENT) if each.cause is Cause.AWAITS and each.subject == new.id]
    assert [(each.who, each.whom) for each in waits] == [(Who.OTHER, "Brecht")]
    theirs = found(world, Kind.AGREEMENT, email=cast.DESK_BRECHT)
    assert [each.who for each in theirs if each.subject == new.id and each.cause is Cause.AWAITS] == [Who.OWNER]


def test_whoever_lends_without_terms_of_use_is_told_so(world: World) -> None:
    assert [(each.cause, each.last) for each in found(world, Kind.TERMS) if each.name == "Ranst"] == [(Cause.MISSING, None)]


def test_nobody_else_sees_it_and_it_takes_the_same_queries_however_much_there_is(world: World) -> None:
    assert matters(world.session, NOBODY, world.now, 90) == []
    assert matters(world.session, world.actor(cast.ORGANISER), world.now, 90) == []
    an = world.actor(cast.DESK_RANST)
    matters(world.session, an, world.now, 90)
    with queries(world.session) as few:
        one = matters(world.session, an, world.now, 365)
    for use in (JUNE, JULY):
        world.ask(cast.HALL_RANST, use)
    matters(world.session, an, world.now, 90)
    with queries(world.session) as many:
        more = matters(world.session, an, world.now, 365)
    assert len(few) == len(many) <= 6
    assert sum(counts(one).values()) == len(one)
    assert len(more) >= len(one)


def test_administrators_get_one_mail_a_week_on_monday_and_none_when_all_is_in_order(world: World) -> None:
    monday = world.now  # 1 March 2027
    assert post_digests(world.session, monday + timedelta(days=1)) == 0
    sent = post_digests(world.session, monday)
    assert sent > 0
    assert post_digests(world.session, monday + timedelta(hours=6)) == 0
    assert post_digests(world.session, monday + timedelta(days=7)) == sent
    letter = world.session.scalars(select(Outbox).where(Outbox.event == "order_digest")).first()
    assert letter
    assert letter.payload["count"] > 0
    world.session.execute(update(Account).values(suspended_at=world.now))
    world.session.commit()
    assert post_digests(world.session, monday + timedelta(days=14)) == 0


def operated(world: World) -> tuple[int, str]:
    """Wommelgem's operator and a loan of the platform of Zandhoven that names him."""
    person = cast.person_id(world.session, cast.OPERATOR_WOMMELGEM)
    works = {"email": cast.TECHNICIAN_WOMMELGEM, "borrower": cast.SERVICE_WOMMELGEM, "purpose": "works"}
    return person, world.ask(cast.PLATFORM_ZANDHOVEN, JUNE, operator=person, **works)


def test_a_driving_licence_does_not_stand_in_for_the_attest_of_an_operator_that_ends(world: World) -> None:
    person, asked = operated(world)
    ends = TODAY + timedelta(days=40)
    with transaction(world.session):
        world.session.query(Qualification).filter_by(person_id=person, kind="platform_operator").update({"valid_until": ends})
    mine = [each for each in found(world, Kind.QUALIFICATION, email="koen@zandhoven.example") if each.subject == person]
    assert [(each.cause, each.last, [stop.reference for stop in each.stops]) for each in mine] == [(Cause.LAPSES, ends, [asked])]


def test_what_an_owner_accepted_and_then_rejected_is_not_in_order(world: World) -> None:
    person, _asked = operated(world)
    attest = world.session.query(Qualification).filter_by(person_id=person, kind="platform_operator").one()
    assert person not in [each.subject for each in found(world, Kind.QUALIFICATION, email="koen@zandhoven.example")]
    accepted = world.session.query(ProofVerdict).filter_by(qualification_id=attest.id).all()
    for verdict in accepted:
        told = {"accepted": False, "reason": "Vervalst", "at": world.now}
        world.session.add(
            ProofVerdict(qualification_id=attest.id, revision=attest.revision, authority_id=verdict.authority_id, **told)
        )
    world.session.commit()
    assert person in [each.subject for each in found(world, Kind.QUALIFICATION, email="koen@zandhoven.example")]


def test_a_policy_is_renewed_by_one_for_as_much_and_about_the_same(world: World) -> None:
    ranst, ends = cast.authority_id(world.session, cast.RANST), TODAY + timedelta(days=20)
    kept = {"authority_id": ranst, "kind": "all_risk", "insurer": "Papieren Paraplu (fictief)", "amount_cents": 5_000_000}
    later = {"valid_from": ends + timedelta(days=1), "valid_until": TODAY + timedelta(days=900)}
    stage = world.asset(cast.HALL_RANST).id

    def insure(number: str, **more: object) -> int:
        policy = Policy(number=number, **{**kept, "valid_from": TODAY, "valid_until": ends, **more})
        world.session.add(policy)
        world.session.flush()
        accepted = {"revision": policy.revision, "authority_id": ranst, "accepted": True, "at": world.now}
        world.session.add(ProofVerdict(policy_id=policy.id, **accepted))
        world.session.commit()
        return policy.id

    def ending() -> set[int]:
        return {each.subject for each in found(world, Kind.POLICY, 90)}

    first = insure("AR-1")
    for number, less in (("AR-2", {"amount_cents": 4_999_999}), ("AR-3", {"asset_ids": [stage]})):
        insure(number, **later, **less)
        assert first in ending(), number
    insure("AR-4", **later)
    assert first not in ending()


def test_an_asset_that_its_own_plan_has_inspected_is_missed_without_inspection(world: World) -> None:
    hall = world.asset(cast.HALL_RANST)
    assert hall.id not in [each.subject for each in found(world, Kind.INSPECTION)]
    plan = {"kind": "inspection", "every_months": 12, "minutes": 60, "lead_days": 14, "recorded_at": world.now, "valid_from": TODAY}
    world.session.add(MaintenancePlan(asset_id=hall.id, **plan))
    world.session.commit()
    assert hall.id in [each.subject for each in found(world, Kind.INSPECTION)]


def test_an_agreement_that_ends_names_the_loans_of_a_municipalitys_company_too(world: World) -> None:
    hall = world.asset("MAL-SPO-01-A")
    malle = catalogue(world.session).authorities[hall.managers[0].subject].house(TODAY)
    wommelgem, until = cast.authority_id(world.session, cast.WOMMELGEM), TODAY + timedelta(days=40)
    with transaction(world.session):
        world.session.query(LendingRule).update({"needs_agreement": False})
        new = Agreement(reference="2027-98", title="Sport", valid_from=TODAY - timedelta(days=40), valid_until=until)
        world.session.add(new)
        world.session.flush()
        world.session.add(AgreementScope(agreement_id=new.id))
        for party in (malle, wommelgem):
            world.session.add(AgreementParty(agreement_id=new.id, authority_id=party, approved_on=TODAY - timedelta(days=50)))
    asked = world.ask(hall.code, JUNE, email=cast.TECHNICIAN_WOMMELGEM, borrower=cast.SERVICE_WOMMELGEM)
    every = matters(world.session, Actor(1, "", roles=frozenset({(wommelgem, RoleName.ADMINISTRATOR)})), world.now, 365)
    [ends] = [each for each in every if each.kind is Kind.AGREEMENT and each.subject == new.id]
    assert [stop.reference for stop in ends.stops] == [asked]
