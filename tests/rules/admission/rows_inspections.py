"""Inspected for the whole loan: rows about the last valid day, the visit that is planned, a plan of the asset's own, and its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from booking.rules.admission import proofs
from booking.rules.catalogue import InspectionCard, PlanCard
from booking.rules.kinds import Upkeep
from tests.rules.admission.form import BOUNDARY, DOCUMENT, FAILS, MISSING, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import NOW, ORDINARY, PLATFORM, passed, with_asset, with_inspections, with_part
from tests.rules.admission.rows_windows import ALL_DAY, at, used

OUT = ORDINARY.periods.custody.start
FAILED = InspectionCard(date(2027, 2, 22), date(2027, 2, 22), False, "EDTC")
DUE = {"deadline": "2027-05-12T07:00:00+00:00", "custody_end": "2027-05-14"}
PLAN = PlanCard(Upkeep.INSPECTION, 3, "EDTC", 120, 14, date(2027, 1, 1), date(2027, 5, 12))
CARE = replace(PLAN, kind=Upkeep.MAINTENANCE)
OWN = replace(ORDINARY, requirements=(), asset=replace(PLATFORM, inspections=(), plans=(PLAN,)))
UNTIL_FRIDAY = replace(
    ORDINARY, calendar=ALL_DAY, asset=replace(PLATFORM, inspections=(passed(date(2027, 2, 14), date(2027, 5, 14)),))
)
SPRING = replace(ORDINARY, calendar=ALL_DAY, asset=replace(PLATFORM, inspections=(passed(date(2027, 2, 1), date(2027, 3, 27)),)))
AUTUMN = replace(ORDINARY, calendar=ALL_DAY, asset=replace(PLATFORM, inspections=(passed(date(2027, 2, 1), date(2027, 10, 30)),)))

SECTIONS = [
    Section(proofs.inspection, (
        Row(PASSES, "inspected for a week longer", {}, "inspection_valid", told={"valid_until": "2027-05-20", "body": "EDTC"}),
        Row(PASSES, "failed, and passed since", with_inspections(FAILED, passed(date(2027, 2, 25), date(2027, 5, 25))), "inspection_valid",
            told={"valid_until": "2027-05-25"}),
        Row(PASSES, "mended and passed on the day on which it failed", with_inspections(FAILED, passed(FAILED.on, date(2027, 5, 22))),
            "inspection_valid"),
        Row(FAILS, "passed, and failed later that day", with_inspections(passed(FAILED.on, date(2027, 5, 22)), FAILED), "inspection_failed",
            REFUSED, {"from_": "2027-02-22", "asset": "Hoogtewerker"}),
        Row(FAILS, "failed since", with_inspections(passed(date(2027, 2, 20), date(2027, 5, 20)), FAILED), "inspection_failed", REFUSED,
            {"from_": "2027-02-22", "body": "EDTC"}),
        Row(BOUNDARY, "its last valid day is that of the return", with_inspections(passed(date(2027, 2, 14), date(2027, 5, 14))),
            "inspection_valid"),
        Row(FAILS, "it lapses a day before the return", with_inspections(passed(date(2027, 2, 13), date(2027, 5, 13))),
            "inspection_expires", DOCUMENT, {**DUE, "valid_until": "2027-05-13"}),
        Row(BOUNDARY, "the next visit is over at the moment of hand-over",
            with_asset(inspections=(passed(date(2027, 2, 1), date(2027, 5, 1)),), visits=(OUT,)), "inspection_expires", DOCUMENT,
            {"planned": "2027-05-12T07:00:00+00:00"}),
        Row(BOUNDARY, "the next visit is over a minute too late",
            with_asset(inspections=(passed(date(2027, 2, 1), date(2027, 5, 1)),), visits=(at(2027, 5, 12, 541),)), "inspection_expires",
            DOCUMENT, {"planned": None, "valid_until": "2027-05-01"}),
        Row(BOUNDARY, "a visit of the past helps nobody",
            with_asset(inspections=(passed(date(2027, 2, 1), date(2027, 5, 1)),), visits=(NOW,)), "inspection_expires", DOCUMENT,
            {"planned": None, "valid_until": "2027-05-01"}),
        Row(MISSING, "it was never inspected", with_inspections(), "inspection_missing", DOCUMENT, {**DUE, "asset": "Hoogtewerker"}),
        Row(MISSING, "it will be for the first time", with_asset(inspections=(), visits=(OUT,)), "inspection_missing", DOCUMENT,
            {"planned": "2027-05-12T07:00:00+00:00"}),
        Row(MISSING, "an inspection of tomorrow is not known today", with_inspections(passed(date(2027, 3, 2), date(2027, 6, 2))),
            "inspection_missing", DOCUMENT, DUE),
        Row(MISSING, "nobody asks one", {"requirements": ()}, "inspection_not_required"),
    )),
    Section(proofs.inspection, (
        Row(FAILS, "a part that failed", {"parts": with_part(inspections=(FAILED,))["parts"]}, "inspection_failed", REFUSED,
            {"asset": "Korf"}),
        Row(FAILS, "a part that lapses a day before the return",
            {"parts": with_part(inspections=(passed(date(2027, 2, 13), date(2027, 5, 13)),))["parts"]}, "inspection_expires", DOCUMENT,
            {"asset": "Korf", "valid_until": "2027-05-13"}),
        Row(MISSING, "a part that was never inspected", {"parts": with_part(inspections=())["parts"]}, "inspection_missing", DOCUMENT,
            {"asset": "Korf"}),
    ), replace(ORDINARY, **with_part())),
    Section(proofs.inspection, (
        Row(BOUNDARY, "a plan of its own that ends on the day of hand-over asks one", {}, "inspection_missing", DOCUMENT, DUE),
        Row(BOUNDARY, "one that ended the day before asks none",
            {"asset": replace(OWN.asset, plans=(replace(PLAN, last=date(2027, 5, 11)),))}, "inspection_not_required"),
        Row(PASSES, "a plan of its own that is kept", {"asset": replace(OWN.asset, inspections=PLATFORM.inspections)}, "inspection_valid"),
        Row(PASSES, "a plan of maintenance asks no inspection", {"asset": replace(OWN.asset, plans=(CARE,))}, "inspection_not_required"),
    ), OWN),
    Section(proofs.inspection, (
        Row(BOUNDARY, "back at midnight after the last valid day", used(at(2027, 5, 13, 540), at(2027, 5, 15, 0), ALL_DAY),
            "inspection_valid"),
        Row(BOUNDARY, "back a minute after that midnight", used(at(2027, 5, 13, 540), at(2027, 5, 15, 1), ALL_DAY), "inspection_expires",
            DOCUMENT, {"valid_until": "2027-05-14", "custody_end": "2027-05-15"}),
    ), UNTIL_FRIDAY),
    Section(proofs.inspection, (
        Row(BOUNDARY, "back before the night in which an hour is skipped", used(at(2027, 3, 27, 540), at(2027, 3, 28, 0), ALL_DAY),
            "inspection_valid"),
        Row(BOUNDARY, "back in that night", used(at(2027, 3, 27, 540), at(2027, 3, 28, 200), ALL_DAY), "inspection_expires", DOCUMENT,
            {"custody_end": "2027-03-28"}),
    ), SPRING),
    Section(proofs.inspection, (
        Row(BOUNDARY, "back before the night in which an hour comes twice", used(at(2027, 10, 30, 540), at(2027, 10, 31, 0), ALL_DAY),
            "inspection_valid"),
        Row(BOUNDARY, "back in the first of the two hours", used(at(2027, 10, 30, 540), at(2027, 10, 31, 150), ALL_DAY),
            "inspection_expires", DOCUMENT, {"custody_end": "2027-10-31"}),
    ), AUTUMN),
]  # fmt: skip
