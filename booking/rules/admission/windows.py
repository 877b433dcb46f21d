"""When something may be asked and for how long: the owner's notice, horizon, priority window, blackouts and durations (DESIGN § 9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.catalogue import RuleCard
from booking.rules.lending import Lead


def in_time(facts: Facts) -> bool:
    """True when nothing about the moment of asking or the dates stands in the way."""
    return all(check(facts).verdict is not Verdict.REFUSED for check in (notice, horizon, priority, blackout, duration))


def notice(facts: Facts) -> Finding:
    """Asked at least so far ahead of hand-over, and before it begins; the last day that is far enough counts whole."""
    ahead: Lead | None = facts.answer("notice")
    latest = _before(facts, ahead) if ahead else facts.first_day
    begun = facts.periods.use.end if facts.asset.in_place else facts.periods.custody.start
    if facts.asked_on > latest or begun < facts.now:
        evidence = {**_told(ahead), "deadline": latest.isoformat(), **facts.rests_on("notice")}
        return Finding("notice_too_short", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("notice_respected", Verdict.OK, facts.asset.code, {**_told(ahead), **facts.rests_on("notice")})


def horizon(facts: Facts) -> Finding:
    """Not asked earlier than the owner takes requests; the first day on which it does counts whole."""
    ahead: Lead | None = facts.answer("horizon")
    if ahead is None:
        return Finding("horizon_respected", Verdict.OK, facts.asset.code)
    opens = _before(facts, ahead)
    evidence = {**_told(ahead), "from_": opens.isoformat(), **facts.rests_on("horizon")}
    if facts.asked_on < opens:
        return Finding("horizon_too_far", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("horizon_respected", Verdict.OK, facts.asset.code, evidence)


def priority(facts: Facts) -> Finding:
    """Further ahead than its priority window the owner takes requests of its own services and co-owners alone, as its rule says."""
    found = facts.rules.get("priority")
    if found is None:
        return Finding("priority_none", Verdict.OK, facts.asset.code)
    ahead, rule = found
    opens = _before(facts, ahead)
    evidence = {**_told(ahead), "from_": opens.isoformat(), "spared": sorted(rule.spared), **facts.rests_on("priority")}
    if rule.spares(facts.relation, facts.borrower.kind):
        return Finding("priority_yours", Verdict.OK, facts.asset.code, evidence)
    if facts.asked_on < opens:
        return Finding("priority_reserved", Verdict.REFUSED, facts.asset.code, evidence)
    return Finding("priority_over", Verdict.OK, facts.asset.code, evidence)


def blackout(facts: Facts) -> Finding:
    """On no day of custody the owner has said that it does not lend; of several blackouts the one that comes first is told."""
    hit = sorted((period, rule.id, rule) for rule in facts.blackouts if (period := _hit(facts, rule)))
    if not hit:
        return Finding("blackout_none", Verdict.OK, facts.asset.code)
    (first, last), _, rule = hit[0]
    reason = rule.blackout.reason if rule.blackout else ""
    evidence = {"from_": first.isoformat(), "until": last.isoformat(), "reason": reason, "rule": rule.source, "rule_id": rule.id}
    return Finding("blackout", Verdict.REFUSED, facts.asset.code, evidence)


def _hit(facts: Facts, rule: RuleCard) -> tuple[date, date] | None:
    if rule.blackout is None or rule.spares(facts.relation, facts.borrower.kind):
        return None
    return rule.blackout.hit(facts.first_day, facts.last_day)


def duration(facts: Facts) -> Finding:
    """The use is not shorter or longer than the owner lends for: in elapsed hours, or in calendar dates touched."""
    shortest, longest, use = facts.answer("shortest"), facts.answer("longest"), facts.periods.use
    if longest is not None and longest.is_exceeded_by(use):
        return Finding("duration_too_long", Verdict.REFUSED, facts.asset.code, {**_told(longest), **facts.rests_on("longest")})
    if shortest is not None and shortest.exceeds(use):
        return Finding("duration_too_short", Verdict.REFUSED, facts.asset.code, {**_told(shortest), **facts.rests_on("shortest")})
    evidence = {**_told(longest), **facts.rests_on("longest")} if longest else facts.rests_on("shortest")
    return Finding("duration_allowed", Verdict.OK, facts.asset.code, evidence)


def _before(facts: Facts, ahead: Lead) -> date:
    """So far ahead of hand-over, by the working days of the place that hands it over."""
    return facts.calendar.lead(ahead, facts.first_day)


def _told(amount: tuple[int, str] | None) -> dict[str, Any]:
    """An amount under the name of its unit, as sentences know it; none says nothing."""
    return {amount[1]: amount[0]} if amount and amount[0] else {}
