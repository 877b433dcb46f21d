"""What each owner decided about lending; invented, but each kind of rule occurs in a Flemish regulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from booking.demo.authorities import GROUP, MUNICIPALITIES
from booking.demo.frame import Region
from models import LendingRule

HALLS = ("sports_hall", "meeting_room", "refectory", "parish_hall")

# owner: days of notice, horizon, longest loan, days to decide, days before which a cancellation is free, where it may be used
OWNERS = {
    "RAN": (14, 365, 10, 10, 7, "partners"),
    "ZAN": (14, 365, 10, 10, 7, "partners"),
    "ZOE": (21, 365, 7, 14, 14, "partners"),
    "SCH": (14, 270, 10, 10, 7, "partners"),
    "WIJ": (10, 365, 7, 10, 7, "anywhere"),
    "WOM": (28, 365, 10, 14, 14, "partners"),
    "BRE": (42, 365, 14, 21, 14, "partners"),
    "MAL": (14, 182, 7, 10, 7, "owner"),
    "NIJ": (14, 365, 10, 10, 7, "partners"),
    "BOE": (14, 365, 10, 10, 7, "partners"),
    "AGB-MAL": (2, 365, 3, 5, 2, "owner"),
}

# For every owner: what (a category, or "halls"), relation, kind of borrower, answers, article.
EVERYWHERE: tuple[tuple[str | None, str | None, str | None, Mapping[str, Any], str], ...] = (
    (None, "own", "authority", {"decides": "automatic", "notice": 0, "longest": 31}, "art. 3"),
    (None, "co-owner", "authority", {"decides": "automatic", "notice": 1}, "art. 3"),
    (None, "partner", "authority", {"notice": 3}, "art. 4"),
    ("halls", None, None, {"notice": 2, "longest": 3, "shortest": 1, "free_cancellation_days": 5}, "art. 11"),
    ("aerial_platform", None, None, {"purposes": ["works", "event"], "longest": 14}, "art. 8"),
    ("aerial_platform", "partner", None, {"needs_agreement": True}, "art. 8"),
    ("aerial_platform", "other", None, {"may_borrow": False}, "art. 8"),
    ("aerial_platform", "partner", "authority", {"notice": 1}, "art. 8"),
    ("aerial_platform", None, "resident", {"may_borrow": False}, "art. 8"),
    ("generator", "other", None, {"needs_agreement": True}, "art. 8"),
    ("marquee", None, "resident", {"may_borrow": False}, "art. 9"),
    ("mobile_stage", None, "resident", {"may_borrow": False}, "art. 9"),
    ("table", None, "resident", {"most_units": 20}, "art. 9"),
    ("chair", None, "resident", {"most_units": 100}, "art. 9"),
    ("sports_hall", None, None, {"purposes": ["sport", "school", "event"]}, "art. 12"),
)

# owner, what (category or asset), relation, kind of borrower, answers, article
RULES: tuple[tuple[str, str | None, str | None, str | None, Mapping[str, Any], str], ...] = (
    ("RAN", "toilet_trailer", "own", "association", {"quota": 2}, "art. 7"),
    ("RAN", "crowd_barrier", "other", None, {"most_units": 100}, "art. 7"),
    ("RAN", "meeting_room", "own", "association", {"notice": 1}, "art. 11"),
    ("RAN", "refectory", "other", None, {"may_borrow": False}, "art. 13"),
    ("RAN", "refectory", "own", "resident", {"may_borrow": False}, "art. 13"),
    ("RAN", "refectory", "own", "company", {"may_borrow": False}, "art. 13"),
    ("ZAN", "aerial_platform", "partner", "authority", {"decides": "automatic"}, "art. 8 § 2"),
    ("ZAN", "mobile_stage", "other", None, {"longest": 5, "notice": 21}, "art. 6"),
    ("ZOE", None, None, "company", {"longest": 3}, "art. 5"),
    ("SCH", None, None, "company", {"may_borrow": False}, "art. 5"),
    ("SCH", "sports_hall", "own", "association", {"decides": "automatic"}, "art. 12"),
    ("SCH", "JOINT-HW-01", "co-owner", "authority", {"longest": 5}, "art. 8 § 3"),
    ("WIJ", "meeting_room", None, None, {"decides": "automatic"}, "art. 11"),
    ("WOM", "marquee", None, None, {"notice": 60, "purposes": ["event", "party", "school"]}, "art. 10"),
    ("WOM", "marquee", "own", None, {"option_days": 14, "option_days_before": 30}, "art. 10"),
    ("WOM", None, "partner", "authority", {"decides": "automatic"}, "art. 4"),
    ("BRE", "BRE-TENT-01", None, None, {"collect_days_before": 60, "notice": 75, "longest": 7}, "art. 10"),
    ("BRE", None, "other", "resident", {"may_borrow": False}, "art. 5"),
    ("MAL", None, None, "company", {"may_borrow": False}, "art. 5"),
    ("MAL", "mobile_stage", None, "association", {"quota": 1}, "art. 7"),
    ("AGB-MAL", "sports_hall", "own", None, {"decides": "automatic", "notice": 1}, "art. 12"),
    ("NIJ", "JOINT-WC-01", None, "association", {"quota": 3, "territory": "partners"}, "art. 6"),
    ("RAN", "toilet_trailer", None, "resident", {"hire_before": "handover", "deposit_before": "handover"}, "art. 14"),
    ("WIJ", None, None, "company", {"hire_before": "confirmation", "payment_days": 14}, "art. 14"),
    ("BOE", None, "other", "company", {"may_borrow": False}, "art. 5"),
    ("BOE", "sound_set", "other", None, {"needs_agreement": True}, "art. 8"),
)

_NAMES = {row[0]: row[1] for row in MUNICIPALITIES} | {code: "AGB Malle" for code, *_ in GROUP if code.startswith("AGB")}


def source(owner: str, article: str) -> str:
    """Where an owner's rule stands, for whoever wants to look it up."""
    return f"Gebruiksreglement {_NAMES[owner]} (fictief), {article}"


def write_lending_rules(region: Region) -> None:
    """For every owner its general rule, what all owners agree on, and what is its own."""
    region.write(_general(region))
    region.write(
        _rule(region, owner, category, relation, kind, {**answers}, article)
        for owner in OWNERS
        for what, relation, kind, answers, article in EVERYWHERE
        for category in (HALLS if what == "halls" else (what,))
    )
    region.write(_rule(region, *row) for row in RULES)


def _general(region: Region) -> Iterator[LendingRule]:
    for owner, (notice, horizon, longest, decision, free_cancellation, territory) in OWNERS.items():
        yield LendingRule(
            authority_id=region.authorities[owner],
            may_borrow=True,
            decides="desk",
            notice=notice,
            horizon=horizon,
            longest=longest,
            decision_days=decision,
            free_cancellation_days=free_cancellation,
            territory=territory,
            source=source(owner, "art. 2"),
        )


def _rule(
    region: Region, owner: str, what: str | None, relation: str | None, kind: str | None, answers: Mapping[str, Any], article: str
) -> LendingRule:
    return LendingRule(
        authority_id=region.authorities[owner],
        asset_id=region.assets.get(what or ""),
        category_id=region.categories.get(what or ""),
        relation=relation,
        borrower_kind=kind,
        source=source(owner, article),
        **answers,
    )
