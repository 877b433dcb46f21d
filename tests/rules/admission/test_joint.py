"""Contingents of others and shares of co-owners as findings: each row differs from an ordinary loan in what was agreed about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from booking.rules.admission import OVERRIDABLE, Verdict, findings
from booking.rules.contingents import Beside, ContingentCard, Kept
from booking.rules.periods import moment_on
from booking.rules.shares import Balance, Claim, OverShare
from booking.words import say
from tests.rules.admission.ordinary import NOW, ORDINARY

CARD = ContingentCard(1, 8, None, None, "units", 20, None, 4, date(2027, 1, 1), None, "art. 3", "Malle")
LATE = ContingentCard(2, 9, None, None, "weekends", 1, "month", 2, date(2027, 1, 1), None, "art. 4", "Ranst")
KEPT = Kept(CARD, 20, moment_on(date(2027, 4, 14), 0))
LAST = Kept(LATE, 1, moment_on(date(2027, 4, 28), 0))
MINE, YEAR = Balance(Decimal(100), Decimal("97.5")), 2027
RELEASE = moment_on(date(2027, 3, 17), 0)


def shares(asked: str, mine: Balance | None = MINE, left: str = "40", beyond: str = OverShare.DESK, until: Any = RELEASE) -> dict[str, Any]:
    return {"claim": Claim(YEAR, mine, Decimal(asked), Decimal(left), until, beyond, 3_333 if mine else 0)}


TABLE: list[tuple[str, dict[str, Any], str, Verdict]] = [
    ("nothing is guaranteed to anybody", {}, "contingent_none", Verdict.OK),
    ("guaranteed to others, and enough beside it", {"beside": Beside(1, (KEPT,))}, "contingent_respected", Verdict.OK),
    ("one more than is left beside it", {"beside": Beside(1, (KEPT,)), "units": 2, "free": 100}, "contingent_reserved", Verdict.REFUSED),
    ("all that is left is guaranteed", {"beside": Beside(0, (KEPT,))}, "contingent_reserved", Verdict.REFUSED),
    ("taken for another reason, and nothing is kept", {"beside": Beside(0, ())}, "contingent_respected", Verdict.OK),
    ("the contingent is its own", {"beside": Beside(5, (), True)}, "contingent_own", Verdict.OK),
    ("its own, and that of another stands in the way", {"beside": Beside(0, (LAST,), True)}, "contingent_reserved", Verdict.REFUSED),
    ("nobody counts days", {}, "share_none", Verdict.OK),
    ("exactly all that is left of the share", shares("2.5"), "share_within", Verdict.OK),
    ("a hundredth more", shares("2.51"), "share_exceeded", Verdict.NEEDS_APPROVAL),
    ("the same where its co-owners only want it told", shares("2.51", beyond=OverShare.NOTICE), "share_exceeded", Verdict.NOTICE),
    ("over its share, and the others have nothing left", shares("9", left="0"), "share_released", Verdict.OK),
    ("over its share at the moment that the rest is released", shares("9", until=NOW), "share_released", Verdict.OK),
    ("no share at all, while co-owners have days left", shares("1", None), "share_of_others", Verdict.NEEDS_APPROVAL),
    ("no share at all, where it is only told", shares("1", None, beyond=OverShare.NOTICE), "share_of_others", Verdict.NOTICE),
    ("no share at all, and released", shares("1", None, until=NOW), "share_released", Verdict.OK),
    ("no share at all, and nothing left", shares("1", None, "0"), "share_released", Verdict.OK),
]


@pytest.mark.parametrize(("change", "code", "verdict"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_finding_follows_from_what_was_agreed(change: dict[str, Any], code: str, verdict: Verdict) -> None:
    found = [each for each in findings(replace(ORDINARY, **change)) if each.code == code]
    assert [each.verdict for each in found] == [verdict]
    assert all(say(code, language, **found[0].evidence) for language in ("nl", "en", "fr"))


def test_the_evidence_names_who_it_is_kept_for_and_until_when() -> None:
    facts = replace(ORDINARY, beside=Beside(0, (KEPT, LAST)))
    (reserved,) = [each for each in findings(facts) if each.code == "contingent_reserved"]
    assert dict(reserved.evidence) == {
        "units": 1, "free": 0, "kept": 21, "measure": "weekends", "whom": "Malle, Ranst", "until": "2027-04-28", "source": "art. 4",
    }  # fmt: skip
    assert "contingent_reserved" in OVERRIDABLE


def test_the_evidence_tells_the_balance_to_a_hundredth() -> None:
    (over,) = [each for each in findings(replace(ORDINARY, **shares("3"))) if each.code == "share_exceeded"]
    assert dict(over.evidence) == {
        "entitled": 100, "used": 97.5, "percent": 33.33, "year": 2027, "asked": 3, "left": 40, "until": "2027-03-17",
    }  # fmt: skip
    assert say("share_exceeded", "nl", **over.evidence) == (
        "Meer dan het aandeel van deze mede-eigenaar in 2027: 97,5 van 100 dagen gebruikt, nu 3 erbij. De andere mede-eigenaars hebben "
        "nog 40 dagen. Die zijn voor hen vrijgehouden tot wo 17 maart 2027."
    )
