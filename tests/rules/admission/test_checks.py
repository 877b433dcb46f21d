"""Each check against rows that differ from an ordinary loan in one fact: passes, fails, boundaries and missing data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from booking.rules.admission import CHECKS, Outcome, PersonCard, Verdict, findings, outcome
from booking.rules.calendar import Calendar, Closure
from booking.rules.catalogue import InspectionCard, RequirementCard
from booking.rules.charges import Owed
from booking.rules.kinds import Relation
from booking.rules.lending import Duration, Lead
from booking.rules.periods import moment_on
from booking.words import say
from tests.rules.admission.ordinary import (
    AGREEMENT,
    BORROWER,
    DRIVER,
    HALL_HOURS,
    LICENCE,
    ORDINARY,
    PLATFORM,
    POLICY,
    SCHOTEN,
    ZANDHOVEN,
    in_hall,
    passed,
    rules,
    with_asset,
    with_debt,
    with_inspections,
    with_operator,
    with_part,
    with_policies,
    with_policy,
    with_rules,
    with_use,
)  # fmt: skip

PART_FAILED = with_part(inspections=(InspectionCard(date(2027, 2, 20), date(2027, 5, 20), False, "EDTC"),))

TABLE: list[tuple[str, dict[str, Any], str, Verdict]] = [
    # free
    ("the last free unit is free", {"free": 1}, "asset_free", Verdict.OK),
    ("none left is taken", {"free": 0}, "asset_taken", Verdict.REFUSED),
    ("exactly as many as are left", {"units": 40, "free": 40}, "asset_free", Verdict.OK),
    ("one more than are left", {"units": 41, "free": 40}, "asset_taken", Verdict.REFUSED),
    # in service
    ("in service from the first day of custody", with_asset(in_service_from=date(2027, 5, 12)), "asset_in_service", Verdict.OK),
    ("bought a day too late", with_asset(in_service_from=date(2027, 5, 13)), "asset_out_of_service", Verdict.REFUSED),
    ("written off after the last day", with_asset(in_service_until=date(2027, 5, 14)), "asset_in_service", Verdict.OK),
    ("written off during the loan", with_asset(in_service_until=date(2027, 5, 13)), "asset_out_of_service", Verdict.REFUSED),
    ("a part in service throughout", with_part(in_service_until=date(2027, 5, 14)), "asset_in_service", Verdict.OK),
    ("a part written off during the loan", with_part(in_service_until=date(2027, 5, 13)), "asset_out_of_service", Verdict.REFUSED),
    ("a part bought a day too late", with_part(in_service_from=date(2027, 5, 13)), "asset_out_of_service", Verdict.REFUSED),
    # hand-over
    ("handed over and back within depot hours", {}, "handover_open", Verdict.OK),
    ("a Saturday is snapped to Friday and Monday", with_use(date(2027, 5, 15), 600, date(2027, 5, 15), 900), "handover_open", Verdict.OK),
    ("a hall from its opening minute to midnight", in_hall(480, 1440), "handover_open", Verdict.OK),
    ("a hall one minute before it opens", in_hall(479, 600), "handover_closed", Verdict.REFUSED),
    (
        "a hall that is closed for works",
        in_hall(600, 900, Calendar(HALL_HOURS.hours, frozenset(), (Closure(date(2027, 5, 1), date(2027, 5, 31), "werken"),))),
        "handover_closed",
        Verdict.REFUSED,
    ),
    # the ledger's horizon
    ("ends at the horizon", {"horizon": ORDINARY.periods.blocked.end}, "ledger_reaches", Verdict.OK),
    ("ends a second beyond it", {"horizon": ORDINARY.periods.blocked.end - timedelta(seconds=1)}, "horizon_ledger", Verdict.REFUSED),
    # eligibility
    ("an owner that says nothing lends", {}, "eligible", Verdict.OK),
    ("an owner that lends to this kind", with_rules(may_borrow=True), "eligible", Verdict.OK),
    ("an owner that does not", with_rules(may_borrow=False), "not_eligible", Verdict.REFUSED),
    # purpose
    ("no list of purposes allows all", {}, "purpose_allowed", Verdict.OK),
    ("on the list", with_rules(purposes=["event", "works"]), "purpose_allowed", Verdict.OK),
    ("not on the list", with_rules(purposes=["event"]), "purpose_not_allowed", Verdict.REFUSED),
    ("an empty list allows none", with_rules(purposes=[]), "purpose_not_allowed", Verdict.REFUSED),
    # territory
    ("used anywhere", with_rules(territory="anywhere") | {"territory": None}, "territory_allowed", Verdict.OK),
    ("used at a partner's", with_rules(territory="partners"), "territory_allowed", Verdict.OK),
    ("used outside the partners", with_rules(territory="partners") | {"territory": SCHOTEN}, "territory_outside", Verdict.REFUSED),
    ("used at the owner's only", with_rules(territory="owner"), "territory_outside", Verdict.REFUSED),
    ("used at the owner's", with_rules(territory="owner") | {"territory": ZANDHOVEN}, "territory_allowed", Verdict.OK),
    ("place not told", with_rules(territory="owner") | {"territory": None}, "territory_unknown", Verdict.NEEDS_APPROVAL),
    ("a hall stands where it stands", in_hall(600, 900) | with_rules(territory="owner"), "territory_allowed", Verdict.OK),
    # notice
    ("asked exactly fourteen days ahead", {"now": moment_on(date(2027, 4, 28), 1439)}, "notice_respected", Verdict.OK),
    ("asked a minute after midnight too late", {"now": moment_on(date(2027, 4, 29), 1)}, "notice_too_short", Verdict.REFUSED),
    (
        "no notice, asked on the day itself",
        with_rules(notice=None) | {"now": moment_on(date(2027, 5, 12), 500)},
        "notice_respected",
        Verdict.OK,
    ),
    ("already over", with_rules(notice=Lead(0)) | {"now": moment_on(date(2027, 5, 14), 901)}, "notice_too_short", Verdict.REFUSED),
    # horizon
    ("on the first day it may be asked", {"now": moment_on(date(2026, 5, 12), 0)}, "horizon_respected", Verdict.OK),
    ("a minute too early", {"now": moment_on(date(2026, 5, 11), 1439)}, "horizon_too_far", Verdict.REFUSED),
    # duration
    ("three days where fourteen are allowed", {}, "duration_allowed", Verdict.OK),
    ("exactly as long as allowed", with_rules(longest=Duration(3)), "duration_allowed", Verdict.OK),
    ("a day longer", with_rules(longest=Duration(2)), "duration_too_long", Verdict.REFUSED),
    ("exactly the shortest", with_rules(shortest=Duration(54, "hours")), "duration_allowed", Verdict.OK),
    ("an hour shorter", with_rules(shortest=Duration(55, "hours")), "duration_too_short", Verdict.REFUSED),
    (
        "the spring night is an hour short",
        with_use(date(2027, 3, 28), 0, date(2027, 3, 28), 240) | with_rules(shortest=Duration(4, "hours"), notice=Lead(1)),
        "duration_too_short",
        Verdict.REFUSED,
    ),
    (
        "the autumn night is an hour longer",
        with_use(date(2027, 10, 31), 0, date(2027, 10, 31), 180) | with_rules(shortest=Duration(4, "hours")),
        "duration_allowed",
        Verdict.OK,
    ),
    # units
    ("as many as one borrower may have", with_rules(most_units=30) | {"units": 30, "free": 99}, "units_allowed", Verdict.OK),
    ("one more", with_rules(most_units=30) | {"units": 31, "free": 99}, "units_too_many", Verdict.REFUSED),
    # quota
    ("the fourth of four", {"quota_used": 3}, "quota_left", Verdict.OK),
    ("the fifth of four", {"quota_used": 4}, "quota_used_up", Verdict.REFUSED),
    ("no quota", with_rules(quota=None) | {"quota_used": 99}, "quota_left", Verdict.OK),
    # agreement
    ("covered on every day", {}, "agreement_in_force", Verdict.OK),
    ("covered up to the last day", {"agreement": (AGREEMENT, date(2027, 5, 14))}, "agreement_in_force", Verdict.OK),
    ("ends a day before the return", {"agreement": (AGREEMENT, date(2027, 5, 13))}, "agreement_ends_before", Verdict.NEEDS_DOCUMENT),
    ("no agreement where one is required", {"agreement": None, "relation": Relation.OTHER}, "agreement_missing", Verdict.REFUSED),
    ("an own asset needs none", {"agreement": None, "relation": Relation.OWN}, "agreement_not_required", Verdict.OK),
    ("a co-owner needs none", {"agreement": None, "relation": Relation.CO_OWNER}, "agreement_not_required", Verdict.OK),
    ("an owner that asks for none", {"agreement": None, **with_rules(needs_agreement=False)}, "agreement_not_required", Verdict.OK),
    # liability
    ("covered by a verified policy", {}, "liability_covered", Verdict.OK),
    ("insured for exactly the sum", with_policy(amount_cents=125_000_000), "liability_covered", Verdict.OK),
    ("a cent short", with_policy(amount_cents=124_999_999), "liability_too_small", Verdict.NEEDS_DOCUMENT),
    ("valid up to the last day", with_policy(last=date(2027, 5, 14)), "liability_covered", Verdict.OK),
    ("ends a day before the return", with_policy(last=date(2027, 5, 13)), "liability_ends_before", Verdict.NEEDS_DOCUMENT),
    ("begins a day after hand-over", with_policy(first=date(2027, 5, 13)), "liability_ends_before", Verdict.NEEDS_DOCUMENT),
    ("without an end", with_policy(last=None), "liability_covered", Verdict.OK),
    ("not verified yet", with_policy(verified=False), "liability_unverified", Verdict.NEEDS_DOCUMENT),
    ("no policy", with_policies(), "liability_missing", Verdict.NEEDS_DOCUMENT),
    ("a policy of another kind", with_policy(kind="all_risk"), "liability_missing", Verdict.NEEDS_DOCUMENT),
    ("the best of two counts", with_policies(replace(POLICY, verified=False), POLICY), "liability_covered", Verdict.OK),
    ("not asked for", {"requirements": ()}, "liability_not_required", Verdict.OK),
    (
        "the whole value of ten pieces",
        {"requirements": (RequirementCard(1, "liability", None, 3, None, whole_value=True),), "units": 100, "free": 100},
        "liability_too_small",
        Verdict.NEEDS_DOCUMENT,
    ),
    # inspection
    ("valid on the last day", with_inspections(passed(date(2027, 2, 14), date(2027, 5, 14))), "inspection_valid", Verdict.OK),
    (
        "lapses a day before the return",
        with_inspections(passed(date(2027, 2, 13), date(2027, 5, 13))),
        "inspection_expires",
        Verdict.NEEDS_DOCUMENT,
    ),
    ("never inspected", with_inspections(), "inspection_missing", Verdict.NEEDS_DOCUMENT),
    (
        "the newest failed",
        with_inspections(passed(date(2027, 2, 1), date(2027, 8, 1)), InspectionCard(date(2027, 2, 20), date(2027, 5, 20), False, "EDTC")),
        "inspection_failed",
        Verdict.REFUSED,
    ),
    (
        "mended and passed again",
        with_inspections(InspectionCard(date(2027, 2, 1), date(2027, 5, 1), False, "EDTC"), passed(date(2027, 2, 20), date(2027, 5, 20))),
        "inspection_valid",
        Verdict.OK,
    ),
    (
        "an inspection of tomorrow is not known today",
        with_inspections(passed(date(2027, 3, 2), date(2027, 6, 2))),
        "inspection_missing",
        Verdict.NEEDS_DOCUMENT,
    ),
    ("all parts inspected", with_part(), "inspection_valid", Verdict.OK),
    ("a part that was never inspected", with_part(inspections=()), "inspection_missing", Verdict.NEEDS_DOCUMENT),
    ("a part that needs none", with_part(required=False, inspections=()), "inspection_valid", Verdict.OK),
    (
        "a part whose inspection lapses a day before the return",
        with_part(inspections=(passed(date(2027, 2, 13), date(2027, 5, 13)),)),
        "inspection_expires",
        Verdict.NEEDS_DOCUMENT,
    ),
    ("a part that failed", PART_FAILED, "inspection_failed", Verdict.REFUSED),
    ("a part that failed where only parts are inspected", PART_FAILED | {"requirements": ()}, "inspection_failed", Verdict.REFUSED),
    # operator
    ("named and qualified", {}, "operator_qualified", Verdict.OK),
    ("nobody named", {"operator": None}, "operator_missing", Verdict.NEEDS_DOCUMENT),
    ("named without an attest", {"operator": DRIVER}, "operator_missing", Verdict.NEEDS_DOCUMENT),
    (
        "attest ends on the last day",
        with_operator(last=date(2027, 5, 14)),
        "operator_qualified",
        Verdict.OK,
    ),
    (
        "attest ends a day before",
        with_operator(last=date(2027, 5, 13)),
        "operator_expires",
        Verdict.NEEDS_DOCUMENT,
    ),
    (
        "attest not verified",
        with_operator(verified=False),
        "operator_unverified",
        Verdict.NEEDS_DOCUMENT,
    ),
    # driver
    ("who may drive more may drive less", {}, "driver_qualified", Verdict.OK),
    (
        "a lighter licence is not enough",
        {"driver": PersonCard(12, "Leo", (replace(LICENCE, kind="licence_b"),))},
        "driver_missing",
        Verdict.NEEDS_DOCUMENT,
    ),
    ("delivered, so nobody drives", {"driver": None, "self_driven": False}, "driver_not_required", Verdict.OK),
    ("fetched with no driver named", {"driver": None}, "driver_missing", Verdict.NEEDS_DOCUMENT),
    # membership, tariff, decision
    ("a verified member", {}, "membership_verified", Verdict.OK),
    ("someone who only says so", {"borrower": replace(BORROWER, verified=False)}, "membership_unverified", Verdict.NEEDS_APPROVAL),
    ("priced", {}, "tariff_known", Verdict.OK),
    ("no regulation in force", {"priced": False}, "tariff_missing", Verdict.NEEDS_APPROVAL),
    # payment
    ("nothing is wanted first", {"owed": Owed(9000, 25000)}, "payment_not_required", Verdict.OK),
    ("hire to come before confirmation", with_debt("confirmation", None, 9000, 0), "payment_before_confirmation", Verdict.NEEDS_DOCUMENT),
    ("a cent of it is still to come", with_debt("confirmation", None, 1, 0), "payment_before_confirmation", Verdict.NEEDS_DOCUMENT),
    ("all of it came in", with_debt("confirmation", None, 0, 25000), "payment_received", Verdict.OK),
    ("a deposit to come before hand-over", with_debt(None, "handover", 9000, 25000), "payment_before_handover", Verdict.NOTICE),
    ("the deposit came in", with_debt(None, "handover", 9000, 0), "payment_received", Verdict.OK),
    ("hire first, then the deposit", with_debt("confirmation", "handover", 1, 1), "payment_before_confirmation", Verdict.NEEDS_DOCUMENT),
    ("hire is there, the deposit not", with_debt("confirmation", "handover", 0, 1), "payment_before_handover", Verdict.NOTICE),
    ("no price was computed", with_rules(hire_before="confirmation"), "payment_before_confirmation", Verdict.NEEDS_DOCUMENT),
    ("decided by rule", {}, "decided_automatically", Verdict.OK),
    ("decided by the desk", with_rules(decides="desk"), "desk_decides", Verdict.NEEDS_APPROVAL),
]


@pytest.mark.parametrize(("sentence", "changes", "code", "verdict"), TABLE, ids=[f"{row[2]}: {row[0]}" for row in TABLE])
def test_a_check_finds_what_its_row_says(sentence: str, changes: dict[str, Any], code: str, verdict: Verdict) -> None:
    found = {finding.code: finding for finding in findings(replace(ORDINARY, **changes))}
    assert code in found, f"{sentence}: {sorted(found)}"
    assert found[code].verdict is verdict


def test_an_ordinary_loan_is_confirmed_at_once() -> None:
    assert outcome(findings(ORDINARY)) is Outcome.CONFIRMED


def test_what_is_wrong_with_a_part_names_the_part() -> None:
    for changes in (PART_FAILED, with_part(in_service_until=date(2027, 5, 13))):
        [wrong] = [found for found in findings(replace(ORDINARY, **changes)) if found.verdict is Verdict.REFUSED]
        assert (wrong.subject, wrong.evidence["asset"]) == ("ZAN-HW-02", "Korf")


def test_every_check_runs_and_none_hides_another() -> None:
    worst = replace(
        ORDINARY, free=0, operator=None, driver=None, agreement=None, relation=Relation.OTHER, borrower=replace(BORROWER, policies=()),
        asset=replace(PLATFORM, inspections=()), now=moment_on(date(2027, 5, 11), 0), priced=False, quota_used=9,
        rules={**ORDINARY.rules, **rules(may_borrow=False, purposes=[], territory="owner", longest=Duration(1))},
    )  # fmt: skip
    found = findings(worst)
    assert len(found) == len(CHECKS)
    assert {finding.code for finding in found if finding.verdict is Verdict.REFUSED} == {
        "asset_taken", "not_eligible", "purpose_not_allowed", "territory_outside", "notice_too_short", "duration_too_long",
        "quota_used_up", "agreement_missing",
    }  # fmt: skip


@pytest.mark.parametrize("changes", [row[1] for row in TABLE], ids=[f"{row[2]}: {row[0]}" for row in TABLE])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_finding_has_a_sentence_that_its_evidence_fills(changes: dict[str, Any], language: str) -> None:
    for finding in findings(replace(ORDINARY, **changes)):
        sentence = say(finding.code, language, **finding.evidence)
        assert sentence != finding.code
        assert "{" not in sentence


@pytest.mark.parametrize(("verdicts", "expected"), [
    ([Verdict.OK, Verdict.NOTICE], Outcome.CONFIRMED),
    ([Verdict.OK, Verdict.NEEDS_DOCUMENT], Outcome.DESK),
    ([Verdict.NEEDS_APPROVAL, Verdict.NOTICE], Outcome.DESK),
    ([Verdict.NEEDS_APPROVAL, Verdict.REFUSED], Outcome.REFUSED),
])  # fmt: skip
def test_the_gravest_finding_decides_what_follows(verdicts: list[Verdict], expected: Outcome) -> None:
    found = [findings(ORDINARY)[0]._replace(verdict=verdict) for verdict in verdicts]
    assert outcome(found) is expected
