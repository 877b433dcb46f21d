"""Each check against rows that differ from an ordinary loan in one fact: passes, fails, boundaries and missing data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from booking.rules.admission import CHECKS, Outcome, PersonCard, Verdict, findings, outcome
from booking.rules.catalogue import InspectionCard, RequirementCard
from booking.rules.kinds import Relation
from booking.rules.lending import Duration
from booking.rules.periods import moment_on
from booking.words import say
from tests.rules.admission.ordinary import (
    AGREEMENT,
    BORROWER,
    DRIVER,
    LICENCE,
    ORDINARY,
    PLATFORM,
    POLICY,
    passed,
    rules,
    with_inspections,
    with_operator,
    with_part,
    with_policies,
    with_policy,
    with_rules,
)  # fmt: skip

PART_FAILED = with_part(inspections=(InspectionCard(date(2027, 2, 20), date(2027, 5, 20), False, "EDTC"),))

TABLE: list[tuple[str, dict[str, Any], str, Verdict]] = [
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
    ("begins a day after hand-over", with_policy(first=date(2027, 5, 13)), "liability_begins_after", Verdict.NEEDS_DOCUMENT),
    ("without an end", with_policy(last=None), "liability_covered", Verdict.OK),
    ("not verified yet", with_policy(verdicts=()), "liability_unverified", Verdict.NEEDS_DOCUMENT),
    ("no policy", with_policies(), "liability_missing", Verdict.NEEDS_DOCUMENT),
    ("a policy of another kind", with_policy(kind="all_risk"), "liability_missing", Verdict.NEEDS_DOCUMENT),
    ("the best of two counts", with_policies(replace(POLICY, verdicts=()), POLICY), "liability_covered", Verdict.OK),
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
        with_operator(verdicts=()),
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
