"""Until when what came free is kept for somebody, and for what a queue is of use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from booking.rules.admission.finding import Finding, Verdict
from booking.rules.waiting import awaitable, offer_until

NOW = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)

OFFERS = [
    ("months ahead it stands for two days", timedelta(days=90), timedelta(days=2)),
    ("four days ahead it stands for two", timedelta(days=4), timedelta(days=2)),
    ("one minute less and it stands for half", timedelta(days=4, minutes=-2), timedelta(days=2, minutes=-1)),
    ("a day ahead the next one has half a day too", timedelta(days=1), timedelta(hours=12)),
    ("two hours ahead it stands for the shortest hour", timedelta(hours=2), timedelta(hours=1)),
    ("less is no offer", timedelta(hours=2, minutes=-2), None),
    ("what has begun is no offer", timedelta(hours=-1), None),
]


@pytest.mark.parametrize(("left", "stands"), [row[1:] for row in OFFERS], ids=[row[0] for row in OFFERS])
def test_an_offer_stands_for_two_days_and_at_most_half_of_the_time_left(left: timedelta, stands: timedelta | None) -> None:
    assert offer_until(NOW, NOW + left) == (NOW + stands if stands else None)


@pytest.mark.parametrize(
    ("codes", "may"),
    [
        ({"asset_taken": Verdict.REFUSED}, True),
        ({"asset_taken": Verdict.REFUSED, "desk_decides": Verdict.NEEDS_APPROVAL}, True),
        ({"asset_taken": Verdict.REFUSED, "not_eligible": Verdict.REFUSED}, False),
        ({"not_eligible": Verdict.REFUSED}, False),
        ({"asset_free": Verdict.OK}, False),
    ],
)
def test_only_what_others_have_is_worth_waiting_for(codes: dict[str, Verdict], may: bool) -> None:
    assert awaitable([Finding(code, verdict, "X") for code, verdict in codes.items()]) is may
