"""What others were guaranteed of an asset, and what the shares of co-owners give: rows about contingents and fair use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from booking.rules.admission import joint
from booking.rules.contingents import Beside, ContingentCard, Kept
from booking.rules.periods import moment_on
from booking.rules.shares import Balance, Claim, OverShare
from tests.rules.admission.form import APPROVAL, BOUNDARY, FAILS, MISSING, NOTICE, PASSES, REFUSED, Row, Section
from tests.rules.admission.ordinary import NOW, ORDINARY

CARD = ContingentCard(1, 8, None, None, "units", 20, None, 4, date(2027, 1, 1), None, "art. 3", "Malle")
KEPT = Kept(CARD, 20, moment_on(date(2027, 4, 14), 0))
MINE, RELEASE = Balance(Decimal(100), Decimal("97.5")), moment_on(date(2027, 3, 17), 0)


def claim(
    asked: str, *, left: str = "40", beyond: str = OverShare.DESK, until: Any = RELEASE, mine: Balance | None = MINE
) -> dict[str, Any]:
    """The one fact of what the loan means for the shares."""
    return {"claim": Claim(2027, mine, Decimal(asked), Decimal(left), until, beyond, 3_333 if mine else 0)}


SECTIONS = [
    Section(joint.contingent, (
        Row(PASSES, "enough is free beside what others were guaranteed", {"units": 60}, "contingent_respected", told={"free": 80}),
        Row(BOUNDARY, "exactly what is free beside it", {"units": 80}, "contingent_respected"),
        Row(BOUNDARY, "one more", {"units": 81}, "contingent_reserved", REFUSED,
            {"units": 81, "free": 80, "kept": 20, "whom": "Malle", "until": "2027-04-14", "source": "art. 3"}),
        Row(FAILS, "all that is left is guaranteed", {"beside": Beside(0, (KEPT,))}, "contingent_reserved", REFUSED, {"whom": "Malle"}),
        Row(PASSES, "guaranteed to who asks", {"beside": Beside(100, (), True)}, "contingent_own"),
        Row(MISSING, "nothing is guaranteed to anybody", {"beside": None}, "contingent_none"),
    ), replace(ORDINARY, units=1, free=100, beside=Beside(80, (KEPT,)))),
    Section(joint.fair_share, (
        Row(PASSES, "well within its share", claim("1"), "share_within", told={"entitled": 100, "used": 97.5, "year": 2027}),
        Row(BOUNDARY, "exactly all that is left of its share", claim("2.5"), "share_within"),
        Row(BOUNDARY, "a hundredth more", claim("2.51"), "share_exceeded", APPROVAL, {"asked": 2.51, "left": 40, "until": "2027-03-17"}),
        Row(FAILS, "over it where co-owners only want it told", claim("9", beyond=OverShare.NOTICE), "share_exceeded", NOTICE,
            {"asked": 9}),
        Row(FAILS, "no share at all, while co-owners have days left", claim("1", mine=None), "share_of_others", APPROVAL, {"left": 40}),
        Row(PASSES, "over it, and the others have nothing left", claim("9", left="0"), "share_released"),
        Row(BOUNDARY, "over it, at the moment that the rest is released", claim("9", until=NOW), "share_released"),
        Row(MISSING, "nobody counts days", {"claim": None}, "share_none"),
    )),
]  # fmt: skip
