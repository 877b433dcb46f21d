"""What the owner wants to have received first: rows about hire and deposit."""

from __future__ import annotations

from dataclasses import replace

from booking.rules.admission import payment
from booking.rules.charges import Owed
from tests.rules.admission.form import BOUNDARY, DOCUMENT, FAILS, MISSING, NOTICE, PASSES, Row, Section
from tests.rules.admission.ordinary import ORDINARY
from tests.rules.admission.rows_windows import ruled

HIRE_FIRST = replace(ruled(hire_before="confirmation"), owed=Owed(9000, 25000))
BOTH = replace(ruled(hire_before="confirmation", deposit_before="handover"), owed=Owed(1, 1))
DUE = {"owner": "Zandhoven", "rule": "art. 5", "deadline": "2027-05-12T07:00:00+00:00"}

SECTIONS = [
    Section(payment.payment, (
        Row(FAILS, "all of the hire is still to come", {}, "payment_before_confirmation", DOCUMENT, {"hire_cents": 9000, **DUE}),
        Row(BOUNDARY, "a cent of it is still to come", {"owed": Owed(1, 0)}, "payment_before_confirmation", DOCUMENT, {"hire_cents": 1}),
        Row(PASSES, "all of it came in, and the deposit is not asked first", {"owed": Owed(0, 25000)}, "payment_received",
            told={"owner": "Zandhoven", "rule": "art. 5"}),
        Row(MISSING, "no price was computed, as in a search", {"owed": None}, "payment_before_confirmation", DOCUMENT, DUE),
    ), HIRE_FIRST),
    Section(payment.payment, (
        Row(FAILS, "hire first, then the deposit", {}, "payment_before_confirmation", DOCUMENT, {"hire_cents": 1}),
        Row(PASSES, "the deposit still at hand-over", {"owed": Owed(0, 1)}, "payment_before_handover", NOTICE, {"deposit_cents": 1, **DUE}),
        Row(PASSES, "both came in", {"owed": Owed(0, 0)}, "payment_received"),
    ), BOTH),
    Section(payment.payment, (
        Row(MISSING, "no rule: nothing is wanted first", {"owed": Owed(9000, 25000)}, "payment_not_required"),
    ), replace(ORDINARY, rules={})),
]  # fmt: skip
