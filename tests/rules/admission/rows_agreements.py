"""Agreements between two houses: whether one binds them to the last day, and where and for whom what is lent by it may be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from booking.rules.admission import Beneficiary, proofs
from booking.rules.agreements import Beyond, Cause, Place
from booking.rules.catalogue import Gap, Spell
from booking.rules.kinds import Purpose, Relation
from tests.rules.admission.form import APPROVAL, BOUNDARY, DOCUMENT, FAILS, MISSING, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import AGREEMENT, HALL, ORDINARY, RANST, WEEKDAYS, ZANDHOVEN, with_rules, with_use

LAST, BEFORE = date(2027, 5, 14), date(2027, 5, 13)  # of custody
NAMED = {"agreement": "2026-03", "agreement_id": 9}
DUE = {"deadline": "2027-05-12T07:00:00+00:00", "custody_end": "2027-05-14"}
LEFT = replace(AGREEMENT, parties=(Spell(RANST, date(2026, 1, 1)), Spell(ZANDHOVEN, date(2026, 1, 1), BEFORE)))
NIGHT = with_use(date(2027, 10, 31), 0, date(2027, 10, 31), 180, WEEKDAYS)["periods"]  # the night of 25 hours
UNBOUND = replace(ORDINARY, agreement=None, relation=Relation.OTHER)
MALLE = 99
CHIRO, STRANGER = Beneficiary("Chiro Ranst", 7, "association"), Beneficiary("Jeugdhuis Nieuw")
FOR_CHIRO = {**NAMED, "beneficiary": "Chiro Ranst"}

def gap(**changes: object) -> dict[str, object]:
    return {"gap": Gap(AGREEMENT, **changes)}  # type: ignore[arg-type]


def placed(**changes: object) -> object:
    """A loan by an agreement that says where, with the parties named in it."""
    card = replace(AGREEMENT, named=frozenset({RANST, ZANDHOVEN}), **changes)  # type: ignore[arg-type]
    return replace(ORDINARY, agreement=(card, date(2027, 12, 31)), territory=ZANDHOVEN)


def by_night(until: date) -> object:
    return replace(ORDINARY, periods=NIGHT, agreement=(AGREEMENT, until))


SECTIONS = [
    Section(proofs.agreement, (
        Row(PASSES, "binds both on every day", {}, "agreement_in_force", told={**NAMED, "valid_until": "2027-12-31"}),
        Row(PASSES, "without an end", {"agreement": (AGREEMENT, date.max)}, "agreement_in_force", told={"valid_until": None}),
        Row(BOUNDARY, "up to the last day of custody", {"agreement": (AGREEMENT, LAST)}, "agreement_in_force"),
        Row(BOUNDARY, "its term ends the day before", {"agreement": (AGREEMENT, BEFORE)}, "agreement_ends_before", DOCUMENT,
            {**NAMED, **DUE, "valid_until": "2027-05-13"}),
        Row(FAILS, "the owner leaves it the day before", {"agreement": (LEFT, BEFORE)}, "agreement_terminated", REFUSED,
            {**NAMED, "valid_until": "2027-05-13", "owner": "Zandhoven"}),
        Row(BOUNDARY, "the owner leaves it on the last day", {"agreement": (LEFT, LAST)}, "agreement_in_force"),
        Row(PASSES, "an own asset needs none", {"relation": Relation.OWN}, "agreement_not_required"),
        Row(PASSES, "a co-owner needs none", {"relation": Relation.CO_OWNER}, "agreement_not_required"),
        Row(MISSING, "an owner that asks for none", with_rules(needs_agreement=False), "agreement_not_required"),
        Row(PASSES, "kept under it beyond its end", {"choice": (AGREEMENT, Beyond.KEPT)}, "agreement_kept", told=NAMED),
        Row(PASSES, "lent outside it", {"choice": (AGREEMENT, Beyond.OUTSIDE)}, "agreement_outside", told=NAMED),
    )),
    Section(proofs.agreement, (
        Row(MISSING, "none names both", {}, "agreement_missing", REFUSED, {"owner": "Zandhoven", "rule": "art. 2"}),
        Row(FAILS, "one that awaits a council", gap(awaiting=("Brecht",)), "agreement_awaits", DOCUMENT,
            {**NAMED, **DUE, "missing": "Brecht"}),
        Row(FAILS, "one that awaits both", gap(awaiting=("Ranst", "Zandhoven")), "agreement_awaits", DOCUMENT,
            {"missing": "Ranst, Zandhoven"}),
        Row(FAILS, "one whose term ends before custody", gap(last=date(2027, 4, 30)), "agreement_ends_before", DOCUMENT,
            {**NAMED, **DUE, "valid_until": "2027-04-30"}),
        Row(BOUNDARY, "one whose term ends today", gap(last=date(2027, 3, 1)), "agreement_ends_before", DOCUMENT, DUE),
        Row(BOUNDARY, "one whose term was over yesterday", gap(last=date(2027, 2, 28)), "agreement_missing", REFUSED,
            {"owner": "Zandhoven"}),
        Row(FAILS, "one that was given up", gap(last=date(2027, 2, 1), cause=Cause.EXIT), "agreement_terminated", REFUSED,
            {**NAMED, "valid_until": "2027-02-01"}),
    ), UNBOUND),
    Section(proofs.agreement, (
        Row(BOUNDARY, "up to the Monday after the night of 25 hours", {}, "agreement_in_force"),
    ), by_night(date(2027, 11, 1))),
    Section(proofs.agreement, (
        Row(BOUNDARY, "it ends with the day of 25 hours", {}, "agreement_ends_before", DOCUMENT, {"valid_until": "2027-10-31"}),
    ), by_night(date(2027, 10, 31))),
    Section(proofs.agreed_territory, (
        Row(PASSES, "on the owner's own territory", {}, "agreed_territory_allowed", told={**NAMED, "territory": "partners"}),
        Row(BOUNDARY, "on that of another party", {"territory": RANST}, "agreed_territory_allowed"),
        Row(FAILS, "elsewhere", {"territory": MALLE}, "agreed_territory_outside", REFUSED, {**NAMED, "territory": "partners"}),
        Row(MISSING, "nobody said where", {"territory": None}, "agreed_territory_unknown", APPROVAL, NAMED),
        Row(PASSES, "a hall stands where it stands", {"asset": HALL}, "agreed_territory_allowed"),
        Row(PASSES, "who is no partner is not bound by it", {"relation": Relation.OTHER}, "agreed_territory_allowed"),
    ), placed(territory=Place.PARTNERS)),
    Section(proofs.agreed_territory, (
        Row(PASSES, "at the owner's", {}, "agreed_territory_allowed"),
        Row(FAILS, "at another party's, where only the owner's is allowed", {"territory": RANST}, "agreed_territory_outside",
            REFUSED, NAMED),
    ), placed(territory=Place.OWNER)),
    Section(proofs.agreed_territory, (
        Row(PASSES, "anywhere", {"territory": MALLE}, "agreed_territory_allowed"),
    ), placed(territory=Place.ANYWHERE)),
    Section(proofs.agreed_use, (
        Row(PASSES, "for its own works", {"purpose": Purpose.WORKS}, "agreed_use_own", told=NAMED),
        Row(FAILS, "for somebody's private feast", {"purpose": Purpose.PRIVATE}, "agreed_use_for_others", REFUSED,
            {**NAMED, "purpose": "private"}),
        Row(FAILS, "for a trade fair", {"purpose": Purpose.COMMERCIAL}, "agreed_use_for_others", REFUSED, {"purpose": "commercial"}),
        Row(BOUNDARY, "who is no partner is not bound by it", {"relation": Relation.OTHER}, "agreed_use_free"),
        Row(BOUNDARY, "a loan kept beyond the end is bound as before", {"choice": (replace(AGREEMENT, onward=False), Beyond.KEPT)},
            "agreed_use_own"),
    ), placed(onward=False)),
    Section(proofs.agreed_use, (
        Row(MISSING, "it says nothing of passing on", {}, "agreed_use_free"),
        Row(MISSING, "it says nothing, and somebody is named", {"beneficiary": CHIRO}, "agreed_use_passed_on", told=FOR_CHIRO),
    ), placed(onward=None)),
    Section(proofs.agreed_use, (
        Row(PASSES, "passed on to an association, by an agreement that lets it", {"beneficiary": CHIRO}, "agreed_use_passed_on",
            told=FOR_CHIRO),
        Row(PASSES, "passed on to who is only named", {"beneficiary": STRANGER}, "agreed_use_passed_on", told=NAMED),
        Row(PASSES, "passed on for whatever purpose", {"purpose": Purpose.COMMERCIAL}, "agreed_use_passed_on", told=NAMED),
    ), replace(placed(onward=True), beneficiary=CHIRO)),  # type: ignore[type-var]
    Section(proofs.agreed_use, (
        Row(FAILS, "for an association, where it serves the own services alone", {"beneficiary": CHIRO}, "agreed_use_not_passed_on",
            REFUSED, FOR_CHIRO),
        Row(FAILS, "for who is only named, where it serves nobody else", {"beneficiary": STRANGER}, "agreed_use_not_passed_on", REFUSED,
            {**NAMED, "beneficiary": "Jeugdhuis Nieuw"}),
        Row(BOUNDARY, "for another service of the same municipality", {"beneficiary": Beneficiary("Bibliotheek Ranst", 6, "authority")},
            "agreed_use_own", told=NAMED),
        Row(MISSING, "not told for whom", {"beneficiary": None}, "agreed_use_own", told=NAMED),
    ), placed(onward=False)),
    Section(proofs.agreed_use, (
        Row(PASSES, "for an association, where it serves associations too", {"beneficiary": CHIRO}, "agreed_use_serves", told=FOR_CHIRO),
        Row(BOUNDARY, "for a school, where it serves associations alone", {"beneficiary": Beneficiary("De School", 8, "school")},
            "agreed_use_not_passed_on", REFUSED, {"beneficiary": "De School"}),
        Row(MISSING, "for who is only named, and may be an association", {"beneficiary": STRANGER}, "agreed_use_unknown", APPROVAL,
            {**NAMED, "beneficiary": "Jeugdhuis Nieuw"}),
    ), placed(onward=False, beneficiaries=frozenset({"authority", "association"}))),
    Section(proofs.agreed_use, (
        Row(BOUNDARY, "who is no partner may pass it on as far as its owner allows", {"relation": Relation.OTHER}, "agreed_use_free"),
        Row(BOUNDARY, "a loan kept beyond the end", {"choice": (replace(AGREEMENT, onward=False), Beyond.KEPT)},
            "agreed_use_not_passed_on", REFUSED, FOR_CHIRO),
    ), replace(placed(onward=False), beneficiary=CHIRO)),  # type: ignore[type-var]
]  # fmt: skip
