"""The owner's conditions: who, for what, where, how many, how often, and who decides (DESIGN § 9); windows.py says when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.lending import Quota, QuotaUnit
from booking.rules.periods import from_local, local, start_of

AN_HOUR = timedelta(hours=1)
DECISION_DAYS = 10  # where an owner says nothing about its deadline


def eligible(facts: Facts) -> Finding:
    """Lent to this relation and kind of borrower; an owner that says nothing lends."""
    evidence = {"owner": facts.owner.name, **facts.rests_on("may_borrow")}
    if facts.answer("may_borrow") is False:
        return Finding("not_eligible", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("eligible", Verdict.OK, facts.asset.code, evidence)


def purpose(facts: Facts) -> Finding:
    """The kind of use is on the owner's list; no list allows every use."""
    allowed = facts.answer("purposes")
    evidence = {"purpose": facts.purpose, **facts.rests_on("purposes")}
    if allowed is not None and facts.purpose not in allowed:
        return Finding("purpose_not_allowed", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("purpose_allowed", Verdict.OK, facts.asset.code, evidence)


def territory(facts: Facts) -> Finding:
    """Used where the owner allows: on its own territory, on that of its partners, or anywhere. A hall stands where it stands."""
    reach, evidence = facts.answer("territory"), facts.rests_on("territory")
    if facts.asset.in_place or reach in (None, "anywhere"):
        return Finding("territory_allowed", Verdict.OK, facts.asset.code)
    if facts.territory is None:
        return Finding("territory_unknown", Verdict.NEEDS_APPROVAL, facts.asset.code, evidence)
    allowed = {facts.owner.house(facts.first_day)} | (facts.partners if reach == "partners" else frozenset())
    if facts.territory in allowed:
        return Finding("territory_allowed", Verdict.OK, facts.asset.code, evidence)
    return Finding("territory_outside", Verdict.REFUSED, facts.asset.code, evidence)


def onward(facts: Facts) -> Finding:
    """Not passed on where the owner lends for the borrower's own use only: told beforehand, refused for whoever says for whom it is."""
    other, evidence = facts.passed_on_to, facts.rests_on("onward")
    if other is not None:
        evidence = {**evidence, "beneficiary": other.name}
    if facts.answer("onward") is not False:
        return Finding("onward_allowed", Verdict.OK, facts.asset.code, evidence)
    evidence = {"owner": facts.owner.name, **evidence}
    if other is not None:
        return Finding("own_use_passed_on", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("own_use_only", Verdict.NOTICE, facts.asset.code, evidence)


def units(facts: Facts) -> Finding:
    """Not more units at once than the owner lends to one borrower, all its loans of that time together."""
    most = facts.answer("most_units")
    if most is None:
        return Finding("units_allowed", Verdict.OK, facts.asset.code)
    evidence = {"limit": most, "units": facts.units, "beside": facts.units_beside, **facts.rests_on("most_units")}
    if facts.units + facts.units_beside > most:
        return Finding("units_too_many", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("units_allowed", Verdict.OK, facts.asset.code, evidence)


def quota(facts: Facts) -> Finding:
    """Enough is left of the owner's quota for this borrower and year; counted under the quota's lock when it is written."""
    allowed: Quota | None = facts.answer("quota")
    if allowed is None:
        return Finding("quota_left", Verdict.OK, facts.asset.code)
    asked = allowed.taken_by(facts.periods.use, facts.units)
    evidence = {"limit": allowed.amount, "used": facts.quota_used, **facts.rests_on("quota")}
    if allowed.unit != QuotaUnit.TIMES:
        evidence |= {"asked": asked, "quota_unit": str(allowed.unit)}
    if facts.quota_used + asked > allowed.amount:
        return Finding("quota_used_up", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("quota_left", Verdict.OK, facts.asset.code, evidence)


def membership(facts: Facts) -> Finding:
    """Who says to act for an organisation is verified by a desk before that organisation's tariff applies (DESIGN § 4)."""
    if facts.borrower.verified:
        return Finding("membership_verified", Verdict.OK, facts.borrower.name)
    return Finding("membership_unverified", Verdict.NEEDS_APPROVAL, facts.borrower.name, {"borrower": facts.borrower.name})


def tariff(facts: Facts) -> Finding:
    """A regulation in force prices this loan; else the desk sets the price."""
    if facts.priced:
        return Finding("tariff_known", Verdict.OK, facts.asset.code)
    return Finding("tariff_missing", Verdict.NEEDS_APPROVAL, facts.asset.code, {"owner": facts.owner.name})


def decision(facts: Facts) -> Finding:
    """Confirmed at once where the owner's rule says so; else its desk decides before a deadline."""
    if facts.answer("decides") == "automatic":
        return Finding("decided_automatically", Verdict.OK, facts.owner.name, facts.rests_on("decides"))
    evidence = {"owner": facts.owner.name, "deadline": decide_by(facts).isoformat(), **facts.rests_on("decides")}
    return Finding("desk_decides", Verdict.NEEDS_APPROVAL, facts.owner.name, evidence)


def decide_by(facts: Facts) -> datetime:
    """Until when the owner may decide, and a request holds its units: so many days, never past hand-over.

    An owner that collects requests decides all of them when collecting ends.
    """
    collected = facts.answer("collect_days_before")
    if collected is not None:
        return max(facts.now, start_of(facts.first_day - timedelta(days=collected)))
    days = facts.answer("decision_days") or DECISION_DAYS
    last = _end_of_work(local(facts.now).date(), days)
    return min(last, max(facts.periods.custody.start, facts.now + AN_HOUR))


@lru_cache(maxsize=64)
def _end_of_work(day: date, later: int) -> datetime:
    return from_local(datetime.combine(day + timedelta(days=later), time(17)))
