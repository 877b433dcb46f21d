"""An option: whether the owner gives any, and how long it stands before it must have become a request."""

from __future__ import annotations

from datetime import datetime, timedelta

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.periods import days_later, start_of

OPTION_DAYS = 7  # where an owner says nothing


def option(facts: Facts) -> Finding:
    """What is asked as an option stands until it was asked to, or as long as its owner lets it.

    An owner that collects requests gives none: it is asked at once, and holds nothing.
    """
    if facts.option is None:
        return Finding("option_not_asked", Verdict.OK, facts.asset.code)
    owner = {"owner": facts.owner.name}
    if facts.answer("collect_days_before") is not None:
        return Finding("option_collected", Verdict.NOTICE, facts.owner.name, {**owner, **facts.rests_on("collect_days_before")})
    if facts.answer("option_days") == 0:
        return Finding("option_not_given", Verdict.REFUSED, facts.owner.name, {**owner, **facts.rests_on("option_days")})
    until = _longest(facts)
    evidence = {**owner, "until": until.isoformat()}
    if until <= facts.now:
        return Finding("option_too_late", Verdict.REFUSED, facts.asset.code, {**evidence, **facts.rests_on("option_days_before")})
    if facts.option <= until:
        return Finding("option_stands", Verdict.OK, facts.asset.code, {**evidence, "until": facts.option.isoformat()})
    return Finding("option_shorter", Verdict.NOTICE, facts.asset.code, {**evidence, **facts.rests_on("option_days")})


def option_until(facts: Facts) -> datetime | None:
    """Until when what is asked as an option stands; None where it is asked at once."""
    if facts.option is None or facts.answer("collect_days_before") is not None:
        return None
    return min(facts.option, _longest(facts))


def _longest(facts: Facts) -> datetime:
    """So many days from now, and never past hand-over or the last day on which it must have become a request, which counts whole."""
    days = facts.answer("option_days")
    latest = days_later(facts.now, OPTION_DAYS if days is None else days)
    ahead = facts.answer("option_days_before") or 0
    return min(latest, facts.periods.custody.start, start_of(facts.first_day - timedelta(days=ahead - 1)))
