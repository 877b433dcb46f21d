"""Cover and people, against rows that differ from an ordinary loan in one fact: every kind, every gap, every boundary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from booking.rules.admission import Facts, Outcome, PersonCard, PolicyCard, Verdict, VerdictCard, findings, outcome
from booking.rules.admission.readiness import Readiness, readiness
from booking.rules.catalogue import RequirementCard
from booking.rules.kinds import CoverKind
from booking.rules.proofs import ProofState, proof_state
from booking.words import say
from tests.rules.admission.ordinary import (
    ATTEST,
    BORROWER,
    LICENCE,
    ORDINARY,
    PLATFORM,
    POLICY,
    RANST,
    REQUIREMENTS,
    SCHOTEN,
    ZANDHOVEN,
    with_part,
    with_policies,
    with_policy,
    with_use,
)  # fmt: skip

FIRST, LAST = date(2027, 5, 12), date(2027, 5, 14)  # of custody
DAY = timedelta(days=1)
BY_RANST = VerdictCard(RANST, True, date(2027, 1, 4), "Ranst")
BY_SCHOTEN = VerdictCard(SCHOTEN, True, date(2027, 1, 6), "Schoten")
NOT_BY_RANST = replace(BY_RANST, accepted=False, reason="onleesbaar")
NOT_BY_US = VerdictCard(ZANDHOVEN, False, date(2027, 2, 1), "Zandhoven", "geen toevertrouwde goederen")
COVERED = {"liability": "liability_covered"}


def asking(kind: str = "liability", **more: Any) -> dict[str, Any]:
    """An owner that asks for one kind of proof, and of all others nothing."""
    return {"requirements": (RequirementCard(1, kind, None, 3, None, **more),)}


def holding(*policies: PolicyCard) -> dict[str, Any]:
    return {"borrower": replace(BORROWER, policies=policies)}


PART = with_part() | {"requirements": REQUIREMENTS[:1]}


def part_asking(kind: str = "liability", leaves: Mapping[int, int] | None = None, **more: Any) -> dict[str, Any]:
    """A kit whose owner asks the same as ever of the whole, and something of its part; of that part so many units are in it."""
    asked = RequirementCard(2, kind, None, 3, None, **more)
    whole = {"asset": replace(PLATFORM, leaves=leaves)} if leaves else {}
    return {**PART, "part_requirements": {6: (asked,)}, **whole}


def driven(kind: str = "licence_be", mass: int | None = 1_500, vehicle: int | None = None, **more: Any) -> dict[str, Any]:
    """Fetched behind a vehicle by a driver with one licence, where the mass of the trailer decides."""
    held = replace(LICENCE, kind=kind, **more)
    trailer = {"asset": replace(PLATFORM, mass_kg=mass), "towing_kg": vehicle, "driver": PersonCard(12, "Leo", (held,))}
    return {**asking("driver"), **trailer}


TABLE: list[tuple[str, dict[str, Any], set[str]]] = [
    # every kind of cover is judged by the same rules
    *((f"a policy of the kind {kind}", asking(kind) | holding(replace(POLICY, kind=kind)), {COVERED.get(kind, "cover_covered")})
      for kind in CoverKind),
    ("no policy of that kind", asking("all_risk") | holding(POLICY), {"cover_missing"}),
    ("two kinds are asked and one is there", {"requirements": (REQUIREMENTS[0], replace(REQUIREMENTS[0], kind="all_risk"))},
     {"liability_covered", "cover_missing"}),
    ("nothing is asked", {"requirements": ()}, {"liability_not_required"}),
    # the first and last day
    ("begins on the day of hand-over", with_policy(first=FIRST), {"liability_covered"}),
    ("begins a day later", with_policy(first=FIRST + DAY), {"liability_begins_after"}),
    ("custody that begins a minute before midnight", with_use(FIRST - DAY, 1439, LAST, 900) | with_policy(first=FIRST),
     {"liability_begins_after"}),
    ("ends on the last day", with_policy(last=LAST), {"liability_covered"}),
    ("ends a day before", with_policy(last=LAST - DAY), {"liability_ends_before"}),
    ("too short at both ends", with_policy(first=FIRST + DAY, last=LAST - DAY), {"liability_begins_after", "liability_ends_before"}),
    ("over since years", with_policy(first=date(2020, 1, 1), last=date(2020, 12, 31)), {"liability_ends_before"}),
    # a renewal covers what the old one does not
    ("renewed on the day after", with_policies(replace(POLICY, last=FIRST), replace(POLICY, first=FIRST + DAY)), {"liability_covered"}),
    ("renewed with a day between", with_policies(replace(POLICY, last=FIRST), replace(POLICY, first=LAST)), {"liability_ends_before"}),
    ("renewed, nobody looked yet", with_policies(replace(POLICY, last=FIRST), replace(POLICY, first=FIRST + DAY, verdicts=())),
     {"liability_unverified"}),
    ("three in a row", with_policies(*(replace(POLICY, first=FIRST + n * DAY, last=FIRST + n * DAY) for n in range(3))),
     {"liability_covered"}),
    ("renewed for too little", with_policies(replace(POLICY, last=FIRST), replace(POLICY, first=FIRST + DAY, amount_cents=1)),
     {"liability_ends_before"}),
    # sums and excess
    ("exactly the sum", asking(amount_cents=250_000_000), {"liability_covered"}),
    ("a cent more is asked", asking(amount_cents=250_000_001), {"liability_too_small"}),
    ("the whole value of one", asking(whole_value=True), {"liability_covered"}),
    ("the whole value, which is not known", asking(whole_value=True) | {"asset": replace(PLATFORM, value_cents=None)},
     {"liability_covered", "cover_value_unknown"}),
    ("the highest excess that is allowed", asking(most_excess_cents=25_000) | with_policy(excess_cents=25_000), {"liability_covered"}),
    ("a cent more excess", asking(most_excess_cents=25_000) | with_policy(excess_cents=25_001), {"liability_excess"}),
    ("no excess is allowed at all", asking(most_excess_cents=0) | with_policy(excess_cents=1), {"liability_excess"}),
    # every gap is told
    ("too small, too much excess, rejected and over",
     asking(amount_cents=300_000_000, most_excess_cents=0)
     | with_policy(excess_cents=5, verdicts=(NOT_BY_US,), last=LAST - DAY),
     {"liability_too_small", "liability_excess", "liability_rejected", "liability_ends_before"}),
    # who looked at it
    ("looked at by another owner", with_policy(verdicts=(BY_RANST,)), {"liability_covered"}),
    ("looked at by another, and we want to ourselves", asking(own_verification=True) | with_policy(verdicts=(BY_RANST,)),
     {"liability_unverified"}),
    ("looked at by us, as we want", asking(own_verification=True), {"liability_covered"}),
    ("rejected by another only", with_policy(verdicts=(NOT_BY_RANST,)), {"liability_rejected"}),
    ("rejected by one other, accepted by a second", with_policy(verdicts=(NOT_BY_RANST, BY_SCHOTEN)), {"liability_covered"}),
    ("accepted by another, rejected by us", with_policy(verdicts=(BY_RANST, NOT_BY_US)), {"liability_rejected"}),
    ("rejected by us, then accepted", with_policy(verdicts=(NOT_BY_US, replace(NOT_BY_US, accepted=True))), {"liability_covered"}),
    ("accepted by another, then not any more", with_policy(verdicts=(BY_RANST, NOT_BY_RANST)), {"liability_rejected"}),
    # what it is about
    ("for this category alone", with_policy(categories=frozenset({PLATFORM.category_id})), {"liability_covered"}),
    ("for this asset alone", with_policy(assets=frozenset({PLATFORM.id})), {"liability_covered"}),
    ("for something else", with_policy(assets=frozenset({PLATFORM.id + 1})), {"liability_missing"}),
    # a kit, of which the parts are asked for too
    ("the whole and its part ask the same", PART, {"liability_covered"}),
    ("the same gap of both is told once", PART | with_policies(), {"liability_missing"}),
    ("only the part asks", PART | {"requirements": ()}, {"liability_covered"}),
    ("only the part asks, and nothing is held", PART | {"requirements": ()} | with_policies(), {"liability_missing"}),
    ("the part asks for more", part_asking(amount_cents=250_000_001), {"liability_too_small"}),
    ("the part asks for another kind", part_asking("all_risk"), {"liability_covered", "cover_missing"}),
    ("the whole value of as many parts as go along", part_asking(whole_value=True, leaves={6: 63}), {"liability_too_small"}),
    ("insured is the part alone, which alone asks", PART | {"requirements": ()} | with_policy(assets=frozenset({6})),
     {"liability_covered"}),
    # tenants
    ("the owner's insurer waives recourse", asking("tenant_fire") | {"waivers": (replace(POLICY, kind="waiver_of_recourse"),)},
     {"cover_waived"}),
    ("it waives until the day before the return",
     asking("tenant_fire") | {"waivers": (replace(POLICY, kind="waiver_of_recourse", last=LAST - DAY),)}, {"cover_missing"}),
    ("it waives for another hall", asking("tenant_fire") | {"waivers": (replace(POLICY, assets=frozenset({99})),)}, {"cover_missing"}),
    # drivers, by mass
    ("heavy behind any car", driven(), {"driver_qualified"}),
    ("heavy behind any car, with B", driven("licence_b"), {"driver_missing"}),
    ("the same behind a car whose mass is told", driven("licence_b", vehicle=2_000), {"driver_qualified"}),
    ("a kilogram more", driven("licence_b", vehicle=2_001), {"driver_missing"}),
    ("a kilogram more, with B96", driven("licence_b96", vehicle=2_001), {"driver_qualified"}),
    ("a light trailer and nobody named", driven(mass=750) | {"driver": None}, {"driver_not_required"}),
    ("a light trailer and somebody with B", driven("licence_b", mass=750), {"driver_qualified"}),
    ("a trailer of unknown mass, with B96", driven("licence_b96", mass=None), {"driver_missing"}),
    ("a licence B of 1988", driven("licence_b", since=date(1988, 12, 31)), {"driver_qualified"}),
    ("a licence B of 1989", driven("licence_b", since=date(1989, 1, 1)), {"driver_missing"}),
    ("the licence begins on the first day", driven(first=FIRST), {"driver_qualified"}),
    ("the licence begins a day later", driven(first=FIRST + DAY), {"driver_begins_after"}),
    ("the licence ends on the last day", driven(last=LAST), {"driver_qualified"}),
    ("the licence ends a day before", driven(last=LAST - DAY), {"driver_expires"}),
    ("nobody looked at the licence", driven(verdicts=()), {"driver_unverified"}),
    ("the licence is rejected", driven(verdicts=(NOT_BY_US,)), {"driver_rejected"}),
    ("the licence is accepted by another", driven(verdicts=(BY_RANST,)), {"driver_qualified"}),
    ("delivered", driven("licence_b") | {"self_driven": False}, {"driver_not_required"}),
    # operators
    ("the attest is rejected", {"operator": PersonCard(11, "Karel", (replace(ATTEST, verdicts=(NOT_BY_US,)),))}, {"operator_rejected"}),
    ("the attest begins too late", {"operator": PersonCard(11, "Karel", (replace(ATTEST, first=FIRST + DAY),))}, {"operator_begins_after"}),
    ("the better of two attests counts",
     {"operator": PersonCard(11, "Karel", (replace(ATTEST, last=FIRST), replace(ATTEST, verdicts=()), ATTEST))}, {"operator_qualified"}),
]  # fmt: skip

KINDS = ("liability_", "cover_", "driver_", "operator_")
IDS = [row[0] for row in TABLE]


def judged(changes: dict[str, Any]) -> Facts:
    return replace(ORDINARY, **changes)


@pytest.mark.parametrize(("_sentence", "changes", "codes"), TABLE, ids=IDS)
def test_a_proof_is_judged_as_its_row_says(_sentence: str, changes: dict[str, Any], codes: set[str]) -> None:
    noun = {code.partition("_")[0] for code in codes} & {"driver", "operator"} or {"liability", "cover"}
    found = {finding.code: finding for finding in findings(judged(changes)) if finding.code.partition("_")[0] in noun}
    assert set(found) == codes
    for code, finding in found.items():
        fine = code.endswith(("_covered", "_qualified", "_not_required", "_waived"))
        assert finding.verdict is (Verdict.OK if fine else Verdict.NOTICE if code == "cover_value_unknown" else Verdict.NEEDS_DOCUMENT)


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("changes", [row[1] for row in TABLE], ids=IDS)
def test_what_is_found_of_a_proof_is_a_whole_sentence(changes: dict[str, Any], language: str) -> None:
    for finding in findings(judged(changes)):
        if finding.code.startswith(KINDS):
            said = say(finding.code, language, **finding.evidence)
            assert said != finding.code
            assert not set("{}[]") & set(said)


def test_a_gap_of_a_kit_and_its_part_is_told_once_where_the_most_is_asked() -> None:
    small = part_asking(amount_cents=300_000_000) | with_policy(amount_cents=1_000)
    told = [each for each in findings(judged(small)) if each.code == "liability_too_small"]
    assert [each.evidence["required_cents"] for each in told] == [300_000_000]


LATER = asking(confirms_without=True)
HANDED_IN_LATER: list[tuple[str, dict[str, Any], Outcome]] = [
    ("no policy yet, where that may come later", LATER | with_policies(), Outcome.CONFIRMED),
    ("no policy yet, where it may not", asking() | with_policies(), Outcome.DESK),
    ("one that nobody looked at yet", LATER | with_policy(verdicts=()), Outcome.CONFIRMED),
    ("a licence that may come later", asking("driver", confirms_without=True) | {"driver": None}, Outcome.CONFIRMED),
    ("an attest that may come later", asking("operator", qualification="platform_operator", confirms_without=True) | {"operator": None},
     Outcome.CONFIRMED),
    ("an inspection that may come later",
     asking("inspection", confirms_without=True) | {"asset": replace(PLATFORM, inspections=())}, Outcome.CONFIRMED),
    ("something else waits for the desk", LATER | with_policies() | {"priced": False}, Outcome.DESK),
    ("something else refuses", LATER | with_policies() | {"free": 0}, Outcome.REFUSED),
]  # fmt: skip


@pytest.mark.parametrize(("_sentence", "changes", "follows"), HANDED_IN_LATER, ids=[row[0] for row in HANDED_IN_LATER])
def test_a_proof_that_may_come_later_keeps_nothing_from_being_confirmed_and_stays_due(
    _sentence: str, changes: dict[str, Any], follows: Outcome
) -> None:
    found = findings(judged(changes))
    assert outcome(found) is follows
    assert (readiness(found)[0] is Readiness.READY) is (follows is Outcome.CONFIRMED)
    assert any(each.verdict is Verdict.NEEDS_DOCUMENT and each.evidence["deadline"] for each in found)


def test_the_evidence_names_the_policy_the_sums_the_dates_and_who_looked_at_it() -> None:
    [found] = [each for each in findings(ORDINARY) if each.code == "liability_covered"]
    assert found.evidence.items() >= {
        "policy": "Ethias (fictief) 45.1", "insured_cents": 250_000_000, "required_cents": 125_000_000, "valid_until": "2027-12-31",
        "verified_by": "Zandhoven", "verified_on": "2027-01-05",
    }.items()  # fmt: skip


def test_the_most_specific_requirement_of_a_kind_counts() -> None:
    asked = [
        RequirementCard(1, "liability", None, None, None, amount_cents=1),
        RequirementCard(2, "liability", None, None, None, purpose="works", amount_cents=2),
        RequirementCard(3, "liability", None, None, "authority", amount_cents=3),
        RequirementCard(4, "liability", None, 3, None, amount_cents=4),
        RequirementCard(5, "liability", 5, None, None, amount_cents=5),
    ]
    for count in range(1, len(asked) + 1):
        required = judged({"requirements": tuple(asked[:count])}).required("liability")
        assert required is not None
        assert required.amount_cents == count


@pytest.mark.parametrize(
    ("changes", "day", "purpose", "concerns"),
    [
        ({}, FIRST, "works", True),
        ({"purpose": "works"}, FIRST, "works", True),
        ({"purpose": "event"}, FIRST, "works", False),
        ({"first": FIRST}, FIRST, "works", True),
        ({"first": FIRST + DAY}, FIRST, "works", False),
        ({"last": FIRST}, FIRST, "works", True),
        ({"last": FIRST - DAY}, FIRST, "works", False),
        ({"borrower_kind": "school"}, FIRST, "works", False),
        ({"asset": 99}, FIRST, "works", False),
    ],
)
def test_a_requirement_concerns_what_it_says(changes: dict[str, Any], day: date, purpose: str, concerns: bool) -> None:
    required = replace(RequirementCard(1, "liability", None, 3, None), **changes)
    assert required.is_about(PLATFORM, "authority", purpose, day) is concerns


@pytest.mark.parametrize(
    ("verdicts", "last", "state"),
    [
        ((), None, ProofState.WAITING),
        ((BY_RANST,), None, ProofState.ACCEPTED),
        ((BY_RANST, NOT_BY_US), None, ProofState.ACCEPTED),
        ((NOT_BY_US,), None, ProofState.REJECTED),
        ((BY_RANST, NOT_BY_RANST), None, ProofState.REJECTED),
        ((BY_RANST,), FIRST + 61 * DAY, ProofState.ACCEPTED),
        ((BY_RANST,), FIRST + 60 * DAY, ProofState.ENDS_SOON),
        ((BY_RANST,), FIRST, ProofState.ENDS_SOON),
        ((BY_RANST,), FIRST - DAY, ProofState.ENDED),
    ],
)
def test_where_a_proof_stands(verdicts: tuple[VerdictCard, ...], last: date | None, state: ProofState) -> None:
    assert proof_state(verdicts, last, FIRST) is state

