"""Who, for what, where, how many and how often, and who decides: rows of the owner's other conditions."""

from __future__ import annotations

from dataclasses import replace

from booking.rules.admission import Beneficiary, conditions
from booking.rules.lending import Quota
from tests.rules.admission.form import APPROVAL, BOUNDARY, FAILS, MISSING, NOTICE, PASSES, REFUSED, Row, Section, Sort
from tests.rules.admission.ordinary import BORROWER, HALL, ORDINARY, SCHOTEN, ZANDHOVEN
from tests.rules.admission.rows_windows import at, ruled, used

CHIRO = Beneficiary("Chiro Ranst", 7, "association")
YES_OR_NO = {Sort.BOUNDARY: "a word that is said or not has no last valid day"}
SILENT = replace(ORDINARY, rules={})
NOBODY = ruled(may_borrow=False).rules
STATED = {"rule": "art. 5", "rule_id": 7}

WHO = (
    Section(conditions.eligible, (
        Row(PASSES, "an owner that lends to this borrower", {"rules": ruled(may_borrow=True).rules}, "eligible", told=STATED),
        Row(FAILS, "an owner that does not", {"rules": NOBODY}, "not_eligible", REFUSED, {"owner": "Zandhoven", **STATED}),
        Row(MISSING, "an owner that says nothing lends", {}, "eligible", told={"owner": "Zandhoven"}),
    ), SILENT, YES_OR_NO),
    Section(conditions.purpose, (
        Row(PASSES, "on the list", {}, "purpose_allowed", told={"purpose": "works", **STATED}),
        Row(FAILS, "not on the list", {"purpose": "private"}, "purpose_not_allowed", REFUSED, {"purpose": "private", **STATED}),
    ), ruled(purposes=["event", "works"]), YES_OR_NO),
    Section(conditions.purpose, (
        Row(FAILS, "an empty list allows nothing", {}, "purpose_not_allowed", REFUSED, {"purpose": "works"}),
    ), ruled(purposes=[])),
    Section(conditions.purpose, (
        Row(MISSING, "no list allows everything", {"purpose": "commercial"}, "purpose_allowed", told={"purpose": "commercial"}),
    ), SILENT),
    Section(conditions.territory, (
        Row(PASSES, "used at the owner's", {"territory": ZANDHOVEN}, "territory_allowed", told=STATED),
        Row(FAILS, "used at a partner's", {}, "territory_outside", REFUSED, STATED),
        Row(MISSING, "not told where", {"territory": None}, "territory_unknown", APPROVAL, STATED),
        Row(PASSES, "a hall stands where it stands", {"asset": HALL}, "territory_allowed"),
    ), ruled(territory="owner"), YES_OR_NO),
    Section(conditions.territory, (
        Row(PASSES, "used at a partner's, where partners may", {}, "territory_allowed"),
        Row(FAILS, "used beyond the partners", {"territory": SCHOTEN}, "territory_outside", REFUSED, STATED),
        Row(FAILS, "used at what is no partner any more", {"partners": frozenset({ZANDHOVEN})}, "territory_outside", REFUSED, STATED),
    ), ruled(territory="partners")),
    Section(conditions.territory, (
        Row(PASSES, "used anywhere", {"territory": SCHOTEN}, "territory_allowed"),
        Row(MISSING, "anywhere, and not told where", {"territory": None}, "territory_allowed"),
    ), ruled(territory="anywhere")),
    Section(conditions.onward, (
        Row(PASSES, "an owner that lets it be passed on", {"rules": ruled(onward=True).rules}, "onward_allowed", told=STATED),
        Row(FAILS, "an owner that lends for own use only says so", {"rules": ruled(onward=False).rules}, "own_use_only", NOTICE,
            {"owner": "Zandhoven", **STATED}),
        Row(MISSING, "an owner that says nothing", {}, "onward_allowed"),
        Row(MISSING, "an owner that says nothing, for somebody else", {"beneficiary": CHIRO}, "onward_allowed",
            told={"beneficiary": "Chiro Ranst"}),
    ), SILENT, YES_OR_NO),
    Section(conditions.onward, (
        Row(FAILS, "for somebody else, where it lends for own use only", {"beneficiary": CHIRO}, "own_use_passed_on", REFUSED,
            {"owner": "Zandhoven", "beneficiary": "Chiro Ranst", **STATED}),
        Row(FAILS, "for who is only named, likewise", {"beneficiary": Beneficiary("Jeugdhuis Nieuw")}, "own_use_passed_on", REFUSED,
            {"beneficiary": "Jeugdhuis Nieuw"}),
        Row(PASSES, "for another service of the same municipality", {"beneficiary": Beneficiary("Bibliotheek", 6, "authority")},
            "own_use_only", NOTICE, STATED),
    ), ruled(onward=False)),
    Section(conditions.onward, (
        Row(PASSES, "for somebody else, where it may be passed on", {"beneficiary": CHIRO}, "onward_allowed",
            told={"beneficiary": "Chiro Ranst", **STATED}),
    ), ruled(onward=True)),
    Section(conditions.membership, (
        Row(PASSES, "a verified member", {}, "membership_verified"),
        Row(FAILS, "someone who only says so", {"borrower": replace(BORROWER, verified=False)}, "membership_unverified", APPROVAL,
            {"borrower": "Technische dienst Ranst"}),
    ), ORDINARY, {**YES_OR_NO, Sort.MISSING: "a membership is there or is claimed"}),
    Section(conditions.tariff, (
        Row(PASSES, "priced", {}, "tariff_known"),
        Row(FAILS, "no regulation in force prices it", {"priced": False}, "tariff_missing", APPROVAL, {"owner": "Zandhoven"}),
    ), ORDINARY, {**YES_OR_NO, Sort.MISSING: "what is missing is what fails"}),
)  # fmt: skip

CHAIRS = replace(ruled(most_units=100), units=60, free=500)
HOW_MUCH = (
    Section(conditions.units, (
        Row(PASSES, "sixty of a hundred", {}, "units_allowed", told={"limit": 100, **STATED}),
        Row(BOUNDARY, "exactly a hundred", {"units": 100}, "units_allowed"),
        Row(BOUNDARY, "one more", {"units": 101}, "units_too_many", REFUSED, {"limit": 100, "units": 101, **STATED}),
        Row(BOUNDARY, "forty by other loans at the same time", {"units_beside": 40}, "units_allowed"),
        Row(FAILS, "forty-one by other loans", {"units_beside": 41}, "units_too_many", REFUSED, {"units": 60, "beside": 41}),
    ), CHAIRS),
    Section(conditions.units, (
        Row(MISSING, "no rule: as many as are free", {"units": 400}, "units_allowed"),
    ), replace(SILENT, free=500)),
    Section(conditions.quota, (
        Row(PASSES, "the first of four", {}, "quota_left", told={"limit": 4, "used": 0, **STATED}),
        Row(BOUNDARY, "the fourth of four", {"quota_used": 3}, "quota_left", told={"used": 3}),
        Row(BOUNDARY, "the fifth of four", {"quota_used": 4}, "quota_used_up", REFUSED, {"limit": 4, "used": 4, **STATED}),
        Row(FAILS, "a quota that was lowered below what was used", {"quota_used": 9}, "quota_used_up", REFUSED, {"used": 9}),
    ), ruled(quota=Quota(4))),
    Section(conditions.quota, (
        Row(BOUNDARY, "three days are left for three days", {"quota_used": 7}, "quota_left", told={"asked": 3, "quota_unit": "days"}),
        Row(BOUNDARY, "two days are left for three", {"quota_used": 8}, "quota_used_up", REFUSED, {"asked": 3, "used": 8, "limit": 10}),
        Row(BOUNDARY, "a use until midnight does not touch the next day", used(at(2027, 5, 12), at(2027, 5, 13)), "quota_left",
            told={"asked": 1}),
    ), ruled(quota=Quota(10, "days"))),
    Section(conditions.quota, (
        Row(PASSES, "sixty of two hundred units", {}, "quota_left", told={"asked": 60, "quota_unit": "units"}),
        Row(FAILS, "sixty where fifty are left", {"quota_used": 150}, "quota_used_up", REFUSED, {"asked": 60, "used": 150}),
    ), replace(ruled(quota=Quota(200, "units")), units=60, free=500)),
    Section(conditions.quota, (
        Row(MISSING, "no rule: as often as one likes", {"quota_used": 99}, "quota_left"),
    ), SILENT),
)  # fmt: skip

DECIDES = (
    Section(conditions.decision, (
        Row(PASSES, "confirmed by rule", {"rules": ruled(decides="automatic").rules}, "decided_automatically", told=STATED),
        Row(FAILS, "the desk decides by five o'clock of the tenth day", {"rules": ruled(decides="desk", decision_days=10).rules},
            "desk_decides", APPROVAL, {"owner": "Zandhoven", "deadline": "2027-03-11T16:00:00+00:00", **STATED}),
        Row(BOUNDARY, "over the night of the clock five o'clock stays five", {"rules": ruled(decides="desk", decision_days=28).rules},
            "desk_decides", APPROVAL, {"deadline": "2027-03-29T15:00:00+00:00"}),
        Row(BOUNDARY, "never later than hand-over", {"now": at(2027, 5, 11, 600)}, "desk_decides", APPROVAL,
            {"deadline": "2027-05-12T07:00:00+00:00"}),
        Row(BOUNDARY, "collected requests are decided when collecting ends", {"rules": ruled(SILENT, collect_days_before=60).rules},
            "desk_decides", APPROVAL, {"deadline": "2027-03-12T23:00:00+00:00"}),
        Row(MISSING, "an owner that says nothing decides itself, within ten days", {}, "desk_decides", APPROVAL,
            {"deadline": "2027-03-11T16:00:00+00:00"}),
    ), SILENT),
)  # fmt: skip

SECTIONS = [*WHO, *HOW_MUCH, *DECIDES]
