"""Cover, operator and driver: rows with what a person can look up; every combination of gaps stands in test_proofs.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from booking.rules.admission import PersonCard, VerdictCard, proofs
from booking.rules.catalogue import RequirementCard
from tests.rules.admission.form import BOUNDARY, DOCUMENT, FAILS, MISSING, PASSES, Row, Section
from tests.rules.admission.ordinary import ATTEST, BORROWER, DRIVER, LICENCE, ORDINARY, PLATFORM, POLICY, WEEKDAYS, ZANDHOVEN, with_use

FIRST, LAST = date(2027, 5, 12), date(2027, 5, 14)  # of custody
BEFORE = date(2027, 5, 13)
REJECTED = (VerdictCard(ZANDHOVEN, False, date(2027, 2, 1), "Zandhoven", "onleesbaar"),)
ENDED, WHY = {"valid_until": "2027-05-13"}, {"reason": "onleesbaar", "verified_by": "Zandhoven"}
LOOKED_AT = {"verified_by": "Zandhoven", "verified_on": "2027-01-05"}
COVER = {"cover": "liability", "policy": "Ethias (fictief) 45.1", "insured_cents": 250_000_000, "required_cents": 125_000_000}
DUE = {"deadline": "2027-05-12T07:00:00+00:00", "custody_end": "2027-05-14"}
NIGHT = with_use(date(2027, 10, 31), 0, date(2027, 10, 31), 180, WEEKDAYS)["periods"]  # the night of 25 hours


def insured(**changes: object) -> dict[str, object]:
    return {"borrower": replace(BORROWER, policies=(replace(POLICY, **changes),))}


def operated(**changes: object) -> dict[str, object]:
    return {"operator": PersonCard(11, "Karel", (replace(ATTEST, **changes),))}


def driven(**changes: object) -> dict[str, object]:
    return {"driver": PersonCard(12, "Leo", (replace(LICENCE, **changes),))}


ASKED = RequirementCard(4, "driver", None, 3, None, source="art. 14")
BY_MASS = replace(ORDINARY, requirements=(ASKED,), asset=replace(PLATFORM, mass_kg=1_500))

SECTIONS = [
    Section(proofs.cover, (
        Row(PASSES, "a policy that an owner found in order", {}, "liability_covered", told={**COVER, **LOOKED_AT}),
        Row(PASSES, "nothing is asked", {"requirements": ()}, "liability_not_required"),
        Row(FAILS, "insured for a cent too little", insured(amount_cents=124_999_999), "liability_too_small", DOCUMENT,
            {"insured_cents": 124_999_999, "required_cents": 125_000_000, **DUE}),
        Row(FAILS, "nobody looked at it", insured(verdicts=()), "liability_unverified", DOCUMENT, {"owner": "Zandhoven", **DUE}),
        Row(FAILS, "not accepted", insured(verdicts=REJECTED), "liability_rejected", DOCUMENT, WHY),
        Row(BOUNDARY, "valid up to the last day", insured(last=LAST), "liability_covered", told={"valid_until": "2027-05-14"}),
        Row(BOUNDARY, "ends a day before", insured(last=BEFORE), "liability_ends_before", DOCUMENT, {**ENDED, **DUE}),
        Row(BOUNDARY, "begins on the day of hand-over", insured(first=FIRST), "liability_covered"),
        Row(BOUNDARY, "begins a day after hand-over", insured(first=date(2027, 5, 13)), "liability_begins_after", DOCUMENT,
            {"valid_from": "2027-05-13", **DUE}),
        Row(BOUNDARY, "over the night of 25 hours", {"periods": NIGHT}, "liability_covered"),
        Row(MISSING, "no policy is known", insured(kind="motor"), "liability_missing", DOCUMENT, {"required_cents": 125_000_000, **DUE}),
    )),
    Section(proofs.operator, (
        Row(PASSES, "an attest that was looked at", {}, "operator_qualified", told={"person": "Karel", **LOOKED_AT}),
        Row(FAILS, "nobody looked at the attest", operated(verdicts=()), "operator_unverified", DOCUMENT, {"person": "Karel", **DUE}),
        Row(FAILS, "the attest is not accepted", operated(verdicts=REJECTED), "operator_rejected", DOCUMENT, WHY),
        Row(FAILS, "named without an attest", {"operator": DRIVER}, "operator_missing", DOCUMENT, {"person": "Leo", **DUE}),
        Row(BOUNDARY, "valid up to the last day", operated(last=LAST), "operator_qualified", told={"valid_until": "2027-05-14"}),
        Row(BOUNDARY, "ends a day before", operated(last=BEFORE), "operator_expires", DOCUMENT, {**ENDED, **DUE}),
        Row(MISSING, "nobody is named", {"operator": None}, "operator_missing", DOCUMENT, {"qualification": "platform_operator", **DUE}),
    )),
    Section(proofs.driver, (
        Row(PASSES, "a licence BE behind any car", {}, "driver_qualified",
            told={"qualification": "licence_be", "trailer_kg": 1_500, "assumed_kg": 3_500, **LOOKED_AT}),
        Row(PASSES, "delivered, so nobody drives", {"self_driven": False}, "driver_not_required"),
        Row(FAILS, "a licence B is not enough", driven(kind="licence_b"), "driver_missing", DOCUMENT,
            {"qualification": "licence_be", "person": "Leo", "trailer_kg": 1_500, **DUE}),
        Row(FAILS, "the licence is not accepted", driven(verdicts=REJECTED), "driver_rejected", DOCUMENT, WHY),
        Row(BOUNDARY, "4,250 kg together asks for B96", {"towing_kg": 2_750}, "driver_qualified",
            told={"qualification": "licence_b96", "vehicle_kg": 2_750}),
        Row(BOUNDARY, "a kilogram more asks for BE", {"towing_kg": 2_751}, "driver_qualified", told={"qualification": "licence_be"}),
        Row(BOUNDARY, "ends a day before the return", driven(last=BEFORE), "driver_expires", DOCUMENT, ENDED),
        Row(BOUNDARY, "begins on the first day", driven(first=FIRST), "driver_qualified"),
        Row(MISSING, "nobody is named", {"driver": None}, "driver_missing", DOCUMENT, {"rule": "art. 14", **DUE}),
        Row(MISSING, "the mass of the trailer is not known", {"asset": PLATFORM}, "driver_qualified", told={"trailer_kg": None}),
    ), BY_MASS),
]  # fmt: skip
