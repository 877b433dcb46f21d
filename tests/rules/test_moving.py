"""When an owner may move a promise by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from booking.rules.moving import Notice, Stand, kept_until, noticed, stand
from booking.rules.periods import Period

JUNE = Period(datetime(2027, 6, 12, 8, tzinfo=UTC), datetime(2027, 6, 12, 16, tzinfo=UTC))
JULY = Period(datetime(2027, 7, 10, 8, tzinfo=UTC), datetime(2027, 7, 10, 16, tzinfo=UTC))
WEEKEND = Period(datetime(2027, 6, 11, 8, tzinfo=UTC), datetime(2027, 6, 14, 8, tzinfo=UTC))
FETCHED = Stand(JUNE, WEEKEND, "toilet_trailer", 4)


@pytest.mark.parametrize(
    ("new", "more", "found"),
    [
        (FETCHED, {}, []),
        (replace(FETCHED, use=JULY, custody=JULY), {}, [Notice.TIME]),
        (replace(FETCHED, custody=JUNE), {}, [Notice.CUSTODY]),
        (replace(FETCHED, place=5), {}, [Notice.PLACE]),
        (replace(FETCHED, category="trailer"), {}, [Notice.CATEGORY]),
        (FETCHED, {"less": True}, [Notice.LESS]),
        (FETCHED, {"dearer": True}, [Notice.DEARER]),
        (FETCHED, {"missing": {"liability_missing"}}, [Notice.MISSING]),
        (FETCHED, {"contract": True}, [Notice.CONTRACT]),
        (replace(FETCHED, use=JULY, place=5), {"dearer": True}, [Notice.TIME, Notice.PLACE, Notice.DEARER]),
    ],
    ids=["its twin", "later", "fetched later", "elsewhere", "another kind", "smaller", "dearer", "asks a document", "in a contract", "all"],
)
def test_a_borrower_must_agree_with_what_it_would_notice(new: Stand, more: dict[str, object], found: list[Notice]) -> None:
    assert noticed(FETCHED, new, **{"less": False, "dearer": False, "missing": set(), **more}) == found


def test_what_is_brought_may_come_from_anywhere_and_one_room_is_not_another() -> None:
    brought = stand(JUNE, WEEKEND, "marquee", 7, 4, "delivery", in_place=False)
    assert noticed(brought, replace(brought, place=5), less=False, dearer=False, missing=set()) == []
    room, other = (stand(JUNE, JUNE, "meeting_room", key, 4, "pickup", in_place=True) for key in (7, 8))
    assert noticed(room, other, less=False, dearer=False, missing=set()) == [Notice.PLACE]


def test_both_are_kept_a_week_and_never_beyond_a_hand_over() -> None:
    now = datetime(2027, 3, 1, tzinfo=UTC)
    assert kept_until(JUNE.start, JULY.start, now) == datetime(2027, 3, 8, tzinfo=UTC)
    assert kept_until(datetime(2027, 3, 4, tzinfo=UTC), JULY.start, now) == datetime(2027, 3, 4, tzinfo=UTC)
    assert kept_until(JUNE.start, datetime(2027, 3, 2, tzinfo=UTC), now) == datetime(2027, 3, 2, tzinfo=UTC)
