"""The owner's conditions: who, for what, where, when, how long, how many, how often, and who decides (DESIGN § 9)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.periods import from_local, local, start_of

DECISION_DAYS = 10  # where an owner says nothing about its deadline


def eligible(facts: Facts) -> Finding:
    """Lent to this relation and kind of borrower; an owner that says nothing lends."""
    if facts.answer("may_borrow") is False:
        return Finding("not_eligible", Verdict.REFUSED, facts.asset.code, {"owner": facts.owner.name, "rule": facts.source("may_borrow")})
    return Finding("eligible", Verdict.OK, facts.asset.code, {"owner": facts.owner.name, "rule": facts.source("may_borrow")})


def purpose(facts: Facts) -> Finding:
    """The kind of use is on the owner's list; no list allows every use."""
    allowed = facts.answer("purposes")
    evidence = {"purpose": facts.purpose, "rule": facts.source("purposes")}
    if allowed is not None and facts.purpose not in allowed:
        return Finding("purpose_not_allowed", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("purpose_allowed", Verdict.OK, facts.asset.code, evidence)


def territory(facts: Facts) -> Finding:
    """Used where the owner allows: on its own territory, on that of its partners, or anywhere. A hall stands where it stands."""
    reach, evidence = facts.answer("territory"), {"rule": facts.source("territory")}
    if facts.asset.in_place or reach in (None, "anywhere"):
        return Finding("territory_allowed", Verdict.OK, facts.asset.code)
    if facts.territory is None:
        return Finding("territory_unknown", Verdict.NEEDS_APPROVAL, facts.asset.code, evidence)
    allowed = {facts.owner.house(facts.first_day)} | (facts.partners if reach == "partners" else frozenset())
    if facts.territory in allowed:
        return Finding("territory_allowed", Verdict.OK, facts.asset.code, evidence)
    return Finding("territory_outside", Verdict.REFUSED, facts.asset.code, evidence)


def notice(facts: Facts) -> Finding:
    """Asked at least so many calendar days before hand-over, and before it begins."""
    days = facts.answer("notice_days") or 0
    latest = facts.first_day - timedelta(days=days)
    evidence = {"days": days, "deadline": latest.isoformat(), "rule": facts.source("notice_days")}
    begun = facts.periods.use.end if facts.asset.in_place else facts.periods.custody.start
    if local(facts.now).date() > latest or begun < facts.now:
        return Finding("notice_too_short", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("notice_respected", Verdict.OK, facts.asset.code, {"days": days} if days else {})


def horizon(facts: Facts) -> Finding:
    """Not asked earlier than the owner takes requests."""
    days = facts.answer("horizon_days")
    if days is None:
        return Finding("horizon_respected", Verdict.OK, facts.asset.code)
    opens = facts.first_day - timedelta(days=days)
    evidence = {"days": days, "from_": opens.isoformat(), "rule": facts.source("horizon_days")}
    if local(facts.now).date() < opens:
        return Finding("horizon_too_far", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("horizon_respected", Verdict.OK, facts.asset.code, {"days": days})


def duration(facts: Facts) -> Finding:
    """The use is not shorter (elapsed hours) or longer (calendar dates touched) than the owner lends for."""
    shortest, longest, use = facts.answer("shortest_hours"), facts.answer("longest_days"), facts.periods.use
    if longest is not None and use.day_count > longest:
        return Finding("duration_too_long", Verdict.REFUSED, facts.asset.code, {"days": longest, "rule": facts.source("longest_days")})
    if shortest is not None and use.length < timedelta(hours=shortest):
        return Finding("duration_too_short", Verdict.REFUSED, facts.asset.code, {"hours": shortest, "rule": facts.source("shortest_hours")})
    return Finding("duration_allowed", Verdict.OK, facts.asset.code, {"days": longest} if longest else {})


def units(facts: Facts) -> Finding:
    """Not more units at once than the owner lends to one borrower."""
    most = facts.answer("most_units")
    if most is not None and facts.units > most:
        return Finding(
            "units_too_many", Verdict.REFUSED, facts.asset.code, {"limit": most, "units": facts.units, "rule": facts.source("most_units")}
        )
    return Finding("units_allowed", Verdict.OK, facts.asset.code, {"limit": most} if most else {})


def quota(facts: Facts) -> Finding:
    """A use is left of the owner's quota for this borrower and year; counted under the quota's lock when it is written."""
    times = facts.answer("quota_times")
    if times is None:
        return Finding("quota_left", Verdict.OK, facts.asset.code)
    evidence = {"limit": times, "used": facts.quota_used, "rule": facts.source("quota_times")}
    if facts.quota_used >= times:
        return Finding("quota_used_up", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("quota_left", Verdict.OK, facts.asset.code, evidence)


def membership(facts: Facts) -> Finding:
    """Who says to act for an organisation is verified by a desk before that organisation's tariff applies (DESIGN § 4)."""
    if facts.borrower.verified:
        return Finding("membership_verified", Verdict.OK, facts.borrower.name)
    return Finding("membership_unverified", Verdict.NEEDS_APPROVAL, facts.borrower.name)


def tariff(facts: Facts) -> Finding:
    """A regulation in force prices this loan; else the desk sets the price."""
    if facts.priced:
        return Finding("tariff_known", Verdict.OK, facts.asset.code)
    return Finding("tariff_missing", Verdict.NEEDS_APPROVAL, facts.asset.code, {"owner": facts.owner.name})


def decision(facts: Facts) -> Finding:
    """Confirmed at once where the owner's rule says so; else its desk decides before a deadline."""
    if facts.answer("decides") == "automatic":
        return Finding("decided_automatically", Verdict.OK, facts.owner.name, {"rule": facts.source("decides")})
    return Finding(
        "desk_decides", Verdict.NEEDS_APPROVAL, facts.owner.name, {"owner": facts.owner.name, "deadline": decide_by(facts).isoformat()}
    )


def decide_by(facts: Facts) -> datetime:
    """Until when the owner may decide, and a request holds its units: so many days, never past hand-over.

    An owner that collects requests decides all of them when collecting ends.
    """
    collected = facts.answer("collect_days_before")
    if collected is not None:
        return max(facts.now, start_of(facts.first_day - timedelta(days=collected)))
    days = facts.answer("decision_days") or DECISION_DAYS
    end_of_day = from_local(datetime.combine(local(facts.now).date() + timedelta(days=days), time(17)))
    return min(end_of_day, max(facts.periods.custody.start, facts.now + timedelta(hours=1)))
