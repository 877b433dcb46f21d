"""An ordinary loan, confirmed at once, and ways to change one fact of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from booking.rules.admission import BorrowerCard, Facts, PersonCard, PolicyCard, QualificationCard, VerdictCard
from booking.rules.calendar import Calendar, OpeningHours
from booking.rules.catalogue import AgreementCard, AssetCard, AuthorityCard, InspectionCard, RequirementCard, RuleCard, Spell
from booking.rules.charges import Owed
from booking.rules.custody import periods
from booking.rules.kinds import Relation
from booking.rules.lending import Duration, Lead, Quota
from booking.rules.periods import Period, moment_on

RANST, ZANDHOVEN, SCHOTEN = 1, 2, 3
NOW = moment_on(date(2027, 3, 1), 9 * 60)
WEEKDAYS = Calendar(OpeningHours.of((day, 450, 960) for day in range(5)))
HALL_HOURS = Calendar(OpeningHours.of((day, 480, 1440) for day in range(7)))
USE = Period(moment_on(date(2027, 5, 12), 9 * 60), moment_on(date(2027, 5, 14), 15 * 60))  # Wednesday to Friday
PLATFORM = AssetCard(
    5, "ZAN-HW-01", "Hoogtewerker", "aerial_platform", 3, 1, False, {5: 1}, (Spell(ZANDHOVEN, date(2020, 1, 1)),),
    (Spell(7, date(2020, 1, 1)),), value_cents=4_000_000, in_service_from=date(2021, 1, 1),
    inspections=(InspectionCard(date(2027, 2, 20), date(2027, 5, 20), True, "EDTC"),),
)  # fmt: skip
HALL = replace(PLATFORM, code="ZAN-ZAAL", category="meeting_room", in_place=True, inspections=())
AGREEMENT = AgreementCard(
    9, "2026-03", "Technisch materieel", date(2026, 1, 1), date(2027, 12, 31),
    (Spell(RANST, date(2026, 1, 1)), Spell(ZANDHOVEN, date(2026, 1, 1))), frozenset({("all", 0)}), frozenset(), frozenset({"authority"}),
)  # fmt: skip
ACCEPTED = (VerdictCard(ZANDHOVEN, True, date(2027, 1, 5), "Zandhoven"),)
POLICY = PolicyCard("liability", "Ethias (fictief)", "45.1", 250_000_000, date(2027, 1, 1), date(2027, 12, 31), ACCEPTED)
ATTEST = QualificationCard("platform_operator", date(2025, 1, 1), date(2029, 12, 31), ACCEPTED)
OPERATOR = PersonCard(11, "Karel", (ATTEST,))
LICENCE = QualificationCard("licence_be", date(2015, 1, 1), None, ACCEPTED)
DRIVER = PersonCard(12, "Leo", (LICENCE,))
BORROWER = BorrowerCard(4, "Technische dienst Ranst", "authority", RANST, verified=True, policies=(POLICY,))
REQUIREMENTS = tuple(
    RequirementCard(number, kind, None, 3, None, **more)
    for number, (kind, more) in enumerate(
        {
            "liability": {"amount_cents": 125_000_000},
            "inspection": {},
            "operator": {"qualification": "platform_operator"},
            "driver": {"qualification": "licence_b96"},
        }.items(),
        1,
    )
)


def rules(**answers: Any) -> dict[str, tuple[Any, RuleCard]]:
    return {question: (answer, RuleCard(1, None, None, None, None, answers, "art. 2")) for question, answer in answers.items()}


ORDINARY = Facts(
    now=NOW, borrower=BORROWER, asset=PLATFORM, owner=AuthorityCard(ZANDHOVEN, "Zandhoven", "municipality"), units=1,
    periods=periods(USE, WEEKDAYS), calendar=WEEKDAYS, place="Loods Zandhoven", free=1, relation=Relation.PARTNER, house=RANST,
    purpose="works", horizon=NOW + timedelta(days=1098), territory=RANST, partners=frozenset({RANST, ZANDHOVEN}),
    agreement=(AGREEMENT, date(2027, 12, 31)), requirements=REQUIREMENTS, operator=OPERATOR, driver=DRIVER,
    rules=rules(needs_agreement=True, decides="automatic", notice=Lead(14), horizon=Lead(365), longest=Duration(14), quota=Quota(4)),
)  # fmt: skip


def with_rules(**answers: Any) -> dict[str, Any]:
    return {"rules": {**ORDINARY.rules, **rules(**answers)}}


def with_debt(hire_before: str | None, deposit_before: str | None, hire: int, deposit: int) -> dict[str, Any]:
    """What the owner wants before what, and what is still to come in of each, in cents."""
    wanted = {name: stage for name, stage in {"hire_before": hire_before, "deposit_before": deposit_before}.items() if stage}
    return {**with_rules(**wanted), "owed": Owed(hire, deposit)}


def with_use(first: date, first_minute: int, last: date, last_minute: int, calendar: Calendar = WEEKDAYS) -> dict[str, Any]:
    return {"periods": periods(Period(moment_on(first, first_minute), moment_on(last, last_minute)), calendar), "calendar": calendar}


def with_policies(*policies: PolicyCard) -> dict[str, Any]:
    return {"borrower": replace(BORROWER, policies=policies)}


def with_inspections(*cards: InspectionCard) -> dict[str, Any]:
    return {"asset": replace(PLATFORM, inspections=cards)}


def in_hall(first_minute: int, last_minute: int, calendar: Calendar = HALL_HOURS) -> dict[str, Any]:
    use = Period(moment_on(date(2027, 5, 12), first_minute), moment_on(date(2027, 5, 12), last_minute, last=True))
    return {"asset": HALL, "periods": periods(use, calendar, in_place=True), "calendar": calendar, "requirements": ()}


def passed(on: date, until: date) -> InspectionCard:
    return InspectionCard(on, until, True, "EDTC")


def with_operator(**changes: Any) -> dict[str, Any]:
    return {"operator": PersonCard(11, "Karel", (replace(ATTEST, **changes),))}


def with_asset(**changes: Any) -> dict[str, Any]:
    return {"asset": replace(PLATFORM, **changes)}


def with_part(required: bool = True, **changes: Any) -> dict[str, Any]:
    """The asset and a part of it, which needs an inspection of its own; the asset itself was inspected."""
    part = replace(PLATFORM, id=6, code="ZAN-HW-02", name="Korf", leaves={6: 1}, **changes)
    return {"parts": (part,), "part_requirements": {6: REQUIREMENTS if required else ()}}


def with_policy(**changes: Any) -> dict[str, Any]:
    return with_policies(replace(POLICY, **changes))
