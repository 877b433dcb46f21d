"""Whatever may be followed, and whatever stands in a calendar, has its word."""

from __future__ import annotations

from booking.rules.feeds import ALARMS, MET_BY_BORROWER, Detail, Scope
from booking.words import feeds


def test_each_choice_and_each_kind_of_work_has_its_word() -> None:
    assert feeds.SCOPES.keys() == set(Scope)
    assert feeds.DETAILS.keys() == set(Detail)
    assert list(feeds.ALARMS) == [str(minutes) for minutes in ALARMS]
    assert feeds.OWN_TASKS.keys() == MET_BY_BORROWER
