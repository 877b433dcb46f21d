"""Rules of every kind that an owner can make, dated: what holds from today on, what is to come, and what was succeeded. Invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from booking.demo.frame import Region
from booking.demo.lending_rules import source
from models import LendingRule

# owner, category, relation, recognition, kind of borrower, what it says, article. They hold from today on, so the history is as it was.
TODAY: tuple[tuple[str, str | None, str | None, str | None, str | None, Mapping[str, Any], str], ...] = (
    ("ZAN", "mobile_stage", "own", "any", "association",
     {"horizon": 12, "horizon_unit": "months", "notice": 12, "notice_unit": "weeks"}, "art. 6 § 2"),
    ("SCH", "marquee", None, None, "association", {"notice": 10, "notice_unit": "working_days"}, "art. 10 § 2"),
    ("BOE", "mobile_stage", None, None, None,
     {"priority": 6, "priority_unit": "months", "spared": ["own_services", "co_owners"]}, "art. 6"),
    ("NIJ", "crowd_barrier", None, None, "company", {"onward": False, "needs_agreement": True}, "art. 7"),
    ("MAL", "sound_set", None, None, "school", {"quota": 20, "quota_unit": "days"}, "art. 7 § 2"),
    ("WIJ", "crowd_barrier", None, None, "public_body", {"quota": 200, "quota_unit": "units", "most_units": 80}, "art. 7"),
    ("WIJ", "sound_set", None, "youth", None, {"free_cancellation_days": 3}, "art. 7 § 2"),
    ("SCH", "meeting_room", None, None, "resident",
     {"shortest": 2, "shortest_unit": "hours", "longest": 4, "longest_unit": "hours"}, "art. 11"),
    ("BRE", "chair", None, None, "school", {"purposes": ["school"], "territory": "owner"}, "art. 9 § 2"),
)  # fmt: skip


def write_owners_rules(region: Region) -> None:
    """The rules of TODAY, two blackouts, one rule that is to come and one that was succeeded."""
    region.write(_of(region, *row, valid_from=region.today) for row in TODAY)
    region.write(_blackouts(region))
    coming = ("ZOE", "generator", None, None, "resident", {"notice": 6, "notice_unit": "weeks"}, "art. 8 § 2")
    region.write([_of(region, *coming, valid_from=region.day(30))])
    about = ("NIJ", "sound_set", None, None, "resident")
    old = _of(region, *about, {"quota": 6}, "art. 7 § 2", valid_from=region.began, valid_until=region.renewed - timedelta(days=1))
    region.write([old])
    region.write([_of(region, *about, {"quota": 4}, "art. 7 § 2", valid_from=region.renewed, succeeds_id=old.id, counts_with_id=old.id)])


def _blackouts(region: Region) -> Iterator[LendingRule]:
    fair = {"blackout_from": region.day(210), "blackout_until": region.day(217), "blackout_reason": "Eigen herfstmarkt (fictief)"}
    yield _of(region, "BOE", "marquee", None, None, None, {**fair, "spared": ["own_services"]}, "art. 10", valid_from=region.today)
    first = region.renewed.replace(month=12, day=24)
    rest = {"blackout_from": first, "blackout_until": first + timedelta(days=9), "blackout_yearly": True}
    yield _of(region, "BRE", None, None, None, None, {**rest, "blackout_reason": "Eindejaar"}, "art. 5 § 2", valid_from=region.today)


def _of(
    region: Region, owner: str, what: str | None, relation: str | None, recognition: str | None, kind: str | None,
    says: Mapping[str, Any], article: str, **dated: Any,
) -> LendingRule:  # fmt: skip
    return LendingRule(
        authority_id=region.authorities[owner],
        category_id=region.categories.get(what or ""),
        relation=relation,
        recognition=recognition,
        borrower_kind=kind,
        source=source(owner, article),
        **says,
        **dated,
    )
