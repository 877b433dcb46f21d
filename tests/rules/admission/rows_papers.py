"""What is put in writing: rows about terms of use and the loan contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from booking.rules.admission import papers
from booking.rules.catalogue import TermsCard
from booking.rules.contracts import KeptContract, Stand
from booking.rules.kinds import Relation
from tests.rules.admission.form import BOUNDARY, DOCUMENT, FAILS, MISSING, NOTICE, PASSES, Row, Section
from tests.rules.admission.ordinary import NOW, ORDINARY
from tests.rules.admission.rows_windows import ruled

GENERAL = TermsCard(21, 2, 2, {"nl": "Uitleenreglement"}, date(2027, 1, 1), None)
PLATFORMS = TermsCard(22, 2, 1, {"nl": "Hoogtewerkers"}, date(2026, 1, 1), None, frozenset({"aerial_platform"}))
OUT = "2027-05-12T07:00:00+00:00"
KEPT = KeptContract("OVK-2027-000001", Stand.AGREED, NOW)
NAMED = {"contract": "OVK-2027-000001", "on": NOW.isoformat()}
DUE = {"owner": "Zandhoven", "rule": "art. 5", "deadline": OUT}

SECTIONS = [
    Section(papers.terms, (
        Row(PASSES, "both were accepted", {}, "terms_accepted", told={"owner": "Zandhoven", "terms_ids": [21, 22]}),
        Row(FAILS, "none was accepted", {"accepted": frozenset()}, "terms_not_accepted", DOCUMENT,
            {"terms": ["Uitleenreglement (2)", "Hoogtewerkers (1)"], "deadline": OUT}),
        Row(BOUNDARY, "one of two was accepted", {"accepted": frozenset({21})}, "terms_not_accepted", DOCUMENT, {"terms_ids": [22]}),
        Row(BOUNDARY, "an older version was accepted", {"accepted": frozenset({20, 22})}, "terms_not_accepted", DOCUMENT,
            {"terms_ids": [21], "valid_from": "2027-01-01"}),
        Row(MISSING, "nobody was asked yet, as in a search", {"accepted": None}, "terms_to_accept", NOTICE, {"terms_ids": [21, 22]}),
        Row(MISSING, "the owner has none", {"terms": ()}, "terms_not_required"),
    ), replace(ORDINARY, terms=(GENERAL, PLATFORMS), accepted=frozenset({21, 22}))),
    Section(papers.contract, (
        Row(PASSES, "it is agreed", {}, "contract_agreed", told=NAMED),
        Row(PASSES, "both signed", {"contract": KeptContract("OVK-2027-000001", Stand.COUNTERSIGNED, NOW)}, "contract_agreed", told=NAMED),
        Row(FAILS, "it waits for the borrower", {"contract": KeptContract("OVK-2027-000001", Stand.WAITING, NOW)}, "contract_not_agreed",
            DOCUMENT, {**DUE, **NAMED}),
        Row(BOUNDARY, "an owner's own service makes none with itself", {"relation": Relation.OWN}, "contract_not_required"),
        Row(MISSING, "it is not made yet", {"contract": None}, "contract_to_come", NOTICE, DUE),
        Row(MISSING, "no rule asks for one", {"rules": {}}, "contract_not_required"),
    ), replace(ruled(needs_contract=True), contract=KEPT)),
]  # fmt: skip
