"""What the demo region promises: real places, invented decisions that say so, dated relations without gaps, and loading it twice."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.demo.region import load_region
from booking.queries.catalogue.pacts import pacts
from booking.queries.catalogue.terms import rules
from booking.rules.agreements import State
from booking.rules.catalogue import contending
from booking.rules.kinds import RoleName
from booking.rules.lending import QUESTIONS
from booking.services.passwords import matches
from models import (
    Account,
    Agreement,
    AgreementParty,
    Asset,
    Authority,
    Base,
    Borrower,
    Category,
    ClosedDays,
    Depot,
    Inspection,
    Keeping,
    LendingRule,
    Management,
    Membership,
    OpeningSlot,
    Part,
    Policy,
    ProofVerdict,
    Qualification,
    Recognition,
    Requirement,
    Role,
    Share,
)
from models.engine import prepare
from tests.demo.conftest import TODAY

CODES = {
    ("Ranst", "11035", "OVO002215"),
    ("Zandhoven", "11054", "OVO002281"),
    ("Zoersel", "11055", "OVO002288"),
    ("Schilde", "11039", "OVO002228"),
    ("Wijnegem", "11050", "OVO002275"),
    ("Wommelgem", "11052", "OVO002278"),
    ("Brecht", "11009", "OVO002034"),
    ("Malle", "11057", "OVO002171"),
    ("Nijlen", "12026", "OVO002194"),
    ("Boechout", "11004", "OVO002024"),
}


def test_the_ten_municipalities_carry_their_real_codes(region: Session) -> None:
    rows = region.execute(select(Authority.name, Authority.nis, Authority.ovo).where(Authority.kind == "municipality"))
    assert {tuple(row) for row in rows} == CODES


@pytest.mark.parametrize(("table", "least"), [(Depot, 20), (Asset, 120), (Category, 12), (Borrower, 35), (Account, 60)])
def test_there_is_enough_to_look_at(region: Session, table: type[Base], least: int) -> None:
    assert region.scalar(select(func.count()).select_from(table)) >= least


def test_every_category_has_assets(region: Session) -> None:
    used = set(region.scalars(select(Asset.category_id)))
    assert used == set(region.scalars(select(Category.id)))


@pytest.mark.parametrize("relation", [Management, Keeping])
def test_every_asset_has_exactly_one_manager_and_one_keeper_on_every_day(region: Session, relation: type) -> None:
    rows = region.scalars(select(relation)).all()
    assets = set(region.scalars(select(Asset.id)))
    first = min(row.valid_from for row in rows)
    for day in (first, date(2025, 12, 31), date(2026, 1, 1), TODAY, TODAY + timedelta(days=700)):
        counted = Counter(row.asset_id for row in rows if row.holds_on(day))
        assert counted == dict.fromkeys(assets, 1)


def test_shares_add_up_on_every_day_from_purchase_on(region: Session) -> None:
    shares = region.scalars(select(Share)).all()
    first = min(share.valid_from for share in shares)
    for day in (first + timedelta(days=n) for n in range((TODAY - first).days + 400)):
        together: Counter[int] = Counter()
        for share in shares:
            if share.holds_on(day):
                together[share.asset_id] += share.basis_points
        assert set(together.values()) == {10_000}, day
        assert len(together) == 2


def test_a_joint_thing_is_managed_by_one_and_kept_by_another(region: Session) -> None:
    for code in (cast.JOINT_TOILETS, cast.JOINT_PLATFORM):
        asset = cast.asset_id(region, code)
        managers = [m.authority_id for m in region.scalars(select(Management).where(Management.asset_id == asset)) if m.holds_on(TODAY)]
        depots = [k.depot_id for k in region.scalars(select(Keeping).where(Keeping.asset_id == asset)) if k.holds_on(TODAY)]
        assert [region.get_one(Depot, depot).authority_id for depot in depots] != managers


def test_only_leaves_are_parts_and_a_hall_in_thirds_has_three(region: Session) -> None:
    parts = region.execute(select(Part.whole_id, Part.part_id)).all()
    wholes, leaves = {whole for whole, _ in parts}, {part for _, part in parts}
    assert not wholes & leaves
    hall = cast.asset_id(region, cast.SPORTS_HALL_WOMMELGEM)
    assert sorted(part for whole, part in parts if whole == hall) == sorted(
        cast.asset_id(region, f"{cast.SPORTS_HALL_WOMMELGEM}-{leaf}") for leaf in "ABC"
    )


def test_a_kit_never_asks_for_more_than_there_is(region: Session) -> None:
    for part in region.scalars(select(Part)):
        assert part.units <= region.get_one(Asset, part.part_id).units


def test_every_depot_and_hall_has_opening_hours(region: Session) -> None:
    assert set(region.scalars(select(OpeningSlot.depot_id))) == set(region.scalars(select(Depot.id)))


def test_every_owner_has_someone_in_every_role(region: Session) -> None:
    held = {tuple(row) for row in region.execute(select(Role.authority_id, Role.name))}
    owners = set(region.scalars(select(Management.authority_id)))
    assert {(owner, str(role)) for owner in owners for role in RoleName} <= held


INVENTED = [
    Depot.address,
    ClosedDays.reason,
    Agreement.title,
    AgreementParty.decision,
    LendingRule.source,
    Requirement.source,
    Policy.insurer,
    Policy.number,
    Inspection.body,
    Inspection.remarks,
    Recognition.decision,
    Qualification.number,
]


def test_no_two_rules_of_an_owner_say_the_same_differently(region: Session) -> None:
    every = rules(region)
    assert [(card.id, other.id, said) for cards in every.values() for card in cards for other, said in contending(card, cards)] == []


def test_rules_of_every_kind_are_there_to_see(region: Session) -> None:
    cards = [card for cards in rules(region).values() for card in cards]
    assert {question for card in cards for question in card.answers} >= set(QUESTIONS) - {"needs_contract"}
    assert {bool(card.blackout and card.blackout.yearly) for card in cards if card.blackout} == {True, False}
    assert {card.recognition for card in cards} >= {"any", "youth"}
    assert any(card.counts_as != card.id for card in cards)


@pytest.mark.parametrize("column", INVENTED, ids=str)
def test_what_is_invented_says_so(region: Session, column) -> None:
    told = {text for text in region.scalars(select(column)) if text and text != "Kerstmis"}
    assert told
    assert not {text for text in told if "fictief" not in text}


def test_borrowers_that_are_not_a_municipal_service_say_that_they_are_invented(region: Session) -> None:
    names = region.scalars(select(Borrower.name).where(Borrower.kind != "authority"))
    assert not [name for name in names if "fictief" not in name]


def test_every_address_is_one_that_can_never_exist(region: Session) -> None:
    addresses = {*region.scalars(select(Account.email)), *region.scalars(select(Borrower.email)), *region.scalars(select(Authority.email))}
    assert all(address.endswith(".example") for address in addresses)


def test_the_cast_is_there_and_signs_in_with_the_one_password(region: Session) -> None:
    people = [email for name, email in vars(cast).items() if name.isupper() and str(email).endswith(".example")]
    assert len(people) > 10
    hashes = {region.get_one(Account, cast.account_id(region, email)).password_hash for email in people}
    assert len(hashes) == 1
    assert matches(hashes.pop(), cast.PASSWORD)
    assert region.scalar(select(func.count()).select_from(Account).where(~Account.demo)) == 0


def test_the_technician_of_wommelgem_acts_for_its_service_with_a_qualified_operator(region: Session) -> None:
    service, technician = cast.borrower_id(region, cast.SERVICE_WOMMELGEM), cast.account_id(region, cast.TECHNICIAN_WOMMELGEM)
    member = region.scalars(select(Membership).where(Membership.account_id == technician)).one()
    operator = cast.person_id(region, cast.OPERATOR_WOMMELGEM)
    held = region.scalars(select(Qualification).where(Qualification.person_id == operator, Qualification.kind == "platform_operator")).one()
    assert member.borrower_id == service
    assert member.verified_at
    assert held.holds_on(TODAY)
    assert region.scalars(select(ProofVerdict).where(ProofVerdict.qualification_id == held.id, ProofVerdict.accepted)).all()


def test_its_weaknesses_are_part_of_it(region: Session) -> None:
    ends = region.scalars(select(Agreement.valid_until).where(Agreement.valid_until > TODAY)).all()
    policies, inspections = region.scalars(select(Policy)).all(), region.scalars(select(Inspection)).all()
    assert date(2026, 12, 31) in ends, "an agreement ends next month"
    assert region.scalars(select(AgreementParty).where(AgreementParty.approved_on.is_(None))).all(), "a council still has to approve"
    judged = dict(region.execute(select(ProofVerdict.policy_id, ProofVerdict.accepted)).all())
    assert [policy for policy in policies if policy.id not in judged], "a policy nobody looked at"
    assert False in judged.values(), "a policy that was rejected"
    assert min(policy.amount_cents for policy in policies) < 1_000_000, "a policy too small"
    assert [policy for policy in policies if timedelta(0) < policy.valid_until - TODAY < timedelta(days=31)], "a policy ends soon"
    assert [found for found in inspections if found.verdict == "failed"], "a platform failed"
    assert min(found.valid_until for found in inspections if found.valid_until > TODAY) < TODAY + timedelta(days=31), "one lapses soon"
    assert region.scalars(select(Membership).where(Membership.verified_at.is_(None))).all(), "someone only says that he is a member"


def _everything(session: Session) -> dict[str, list]:
    """All rows of all tables, but for the salted password and the version that each database counts in its own steps."""
    return {
        table.name: session.execute(select(*(c for c in table.c if c.name != "password_hash")).order_by(*table.primary_key)).all()
        for table in Base.metadata.sorted_tables
        if table.name != "counter"
    }


def test_loading_it_again_another_day_changes_nothing(region: Session) -> None:
    before = _everything(region)
    load_region(region, TODAY + timedelta(days=40))
    assert _everything(region) == before


def test_the_same_day_gives_the_same_region(new_database, region: Session) -> None:
    engine = prepare(create_engine(new_database("sqlite")))
    with Session(engine) as session:
        load_region(session, TODAY)
        assert _everything(session) == _everything(region)
    engine.dispose()


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29)])
def test_it_can_be_told_from_any_day(new_database, today: date) -> None:
    engine = prepare(create_engine(new_database("sqlite")))
    with Session(engine) as session:
        load_region(session, today)
        stands = Counter(pact.state(today) for pact in pacts(session).values())
        assert stands[State.IN_FORCE] + stands[State.ENDING] == 7
        assert (stands[State.DRAFT], stands[State.AWAITING], stands[State.TERMINATED], stands[State.ENDED]) == (1, 1, 1, 1)
        references = session.scalars(select(Agreement.reference)).all()
        assert len(set(references)) == len(references)
    engine.dispose()
