"""How long an inspection is good for, and by when something is to be done again."""

from __future__ import annotations

from datetime import date

import pytest

from booking.rules.catalogue import AssetCard, InspectionCard, PlanCard, RequirementCard
from booking.rules.kinds import Upkeep
from booking.rules.maintenance import Condition, Need, condition_on, due_of, longest_until, newest, plan_for

D = date
PASSED = InspectionCard(D(2027, 3, 12), D(2027, 6, 12), True, "Bout")
FAILED = InspectionCard(D(2027, 6, 1), D(2027, 6, 1), False, "Bout")
QUARTERLY = PlanCard(Upkeep.INSPECTION, 3, "Bout", 120, 14, D(2027, 1, 1))


def asset(**more: object) -> AssetCard:
    """An aerial platform with what a test adds to it."""
    return AssetCard(7, "HW-01", "Hoogtewerker", "aerial_platform", 3, 1, False, {7: 1}, (), (), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "months", "until"),
    [
        (D(2027, 3, 12), 3, D(2027, 6, 12)),
        (D(2027, 11, 30), 3, D(2028, 2, 29)),  # the last of a shorter month
        (D(2026, 11, 30), 3, D(2027, 2, 28)),
        (D(2027, 1, 31), 1, D(2027, 2, 28)),
        (D(2027, 12, 31), 12, D(2028, 12, 31)),
        (D(2028, 2, 29), 12, D(2029, 2, 28)),
        (D(2027, 10, 31), 5, D(2028, 3, 31)),
    ],
)
def test_an_inspection_is_good_until_the_same_day_some_months_later(on, months, until):
    assert longest_until(on, months) == until


@pytest.mark.parametrize(
    ("inspections", "day", "condition"),
    [
        ((), D(2027, 6, 12), Condition.MISSING),
        ((PASSED,), D(2027, 3, 11), Condition.MISSING),  # what is still to come does not count
        ((PASSED,), D(2027, 3, 12), Condition.VALID),
        ((PASSED,), D(2027, 6, 12), Condition.VALID),  # the last valid day
        ((PASSED,), D(2027, 6, 13), Condition.LAPSED),
        ((PASSED, FAILED), D(2027, 5, 31), Condition.VALID),
        ((PASSED, FAILED), D(2027, 6, 1), Condition.FAILED),
        ((FAILED, PASSED), D(2027, 6, 2), Condition.FAILED),  # recorded in another order
        ((PASSED, FAILED, InspectionCard(D(2027, 6, 1), D(2027, 9, 1), True, "Bout")), D(2027, 6, 1), Condition.VALID),  # mended that day
        ((InspectionCard(D(2027, 6, 1), D(2027, 9, 1), True, "Bout"), FAILED), D(2027, 6, 1), Condition.FAILED),  # failed after it passed
    ],
)
def test_how_an_asset_stands_follows_from_its_newest_inspection(inspections, day, condition):
    assert condition_on(inspections, day) is condition


def test_of_two_inspections_on_one_day_the_later_recorded_one_counts():
    assert newest((FAILED, InspectionCard(FAILED.on, D(2027, 9, 1), True, "B")), FAILED.on).passed


@pytest.mark.parametrize(
    ("today", "need"),
    [
        (D(2027, 6, 12), Need.SOON),
        (D(2027, 6, 13), Need.LAPSED),
        (D(2027, 3, 14), Need.SOON),  # ninety days before
        (D(2027, 3, 13), Need.LATER),
        (D(2027, 3, 11), Need.MISSING),
    ],
)
def test_an_inspection_is_due_by_its_last_valid_day(today, need):
    found = due_of(asset(inspections=(PASSED,)), QUARTERLY, today)
    assert found.need is need
    assert found.overdue == (need in {Need.LAPSED, Need.MISSING})


def test_what_failed_is_due_at_once_and_comes_before_what_lapses_later():
    platform = asset(inspections=(PASSED, FAILED))
    failed, soon = due_of(platform, QUARTERLY, D(2027, 6, 2)), due_of(asset(inspections=(PASSED,)), QUARTERLY, D(2027, 6, 2))
    assert (failed.need, failed.overdue) == (Need.FAILED, True)
    assert min([soon, failed], key=lambda due: due.urgency) is failed


@pytest.mark.parametrize(
    ("done", "today", "until", "need"),
    [
        (None, D(2027, 6, 1), D(2027, 7, 1), Need.SOON),  # from the first day of the plan
        (None, D(2027, 7, 1), D(2027, 7, 1), Need.SOON),
        (None, D(2027, 7, 2), D(2027, 7, 1), Need.LAPSED),
        (D(2027, 6, 20), D(2027, 7, 2), D(2027, 12, 20), Need.LATER),
    ],
)
def test_maintenance_counts_from_when_it_was_last_done(done, today, until, need):
    found = due_of(asset(), PlanCard(Upkeep.MAINTENANCE, 6, "", 240, 7, D(2027, 1, 1)), today, done)
    assert (found.until, found.need) == (until, need)


ASKED = RequirementCard(1, "inspection", None, 3, None, source="art. 1", every_months=3)


@pytest.mark.parametrize(
    ("requirements", "plans", "months"),
    [
        ((), (), None),
        ((ASKED,), (), 3),
        ((ASKED,), (QUARTERLY,), 3),
        ((ASKED,), (PlanCard(Upkeep.INSPECTION, 2, "B", 60, 7, D(2027, 1, 1)),), 2),  # its own plan comes first
        ((ASKED,), (PlanCard(Upkeep.INSPECTION, 2, "B", 60, 7, D(2027, 6, 2)),), 3),  # which begins tomorrow
        ((ASKED,), (PlanCard(Upkeep.INSPECTION, 2, "B", 60, 7, D(2027, 1, 1), D(2027, 5, 31)),), 3),  # which ended yesterday
        ((RequirementCard(1, "inspection", 8, None, None, every_months=3),), (), None),  # of another asset
        ((RequirementCard(1, "inspection", None, 3, "school", every_months=3),), (), None),  # of some borrowers only
        ((RequirementCard(1, "operator", None, 3, None),), (), None),
        ((ASKED, RequirementCard(2, "inspection", 7, None, None, every_months=6)), (), 6),  # about the asset itself
        ((RequirementCard(1, "inspection", None, 3, None),), (), 12),  # which does not say how often
    ],
)
def test_a_plan_is_the_assets_own_or_what_its_owner_requires(requirements, plans, months):
    found = plan_for(asset(plans=plans), Upkeep.INSPECTION, requirements, D(2027, 6, 1))
    assert (found.every_months if found else None) == months


def test_a_requirement_asks_no_maintenance():
    assert plan_for(asset(), Upkeep.MAINTENANCE, (ASKED,), D(2027, 6, 1)) is None
