"""Is it there: free over the blocked period, in service, and with someone to hand it over and take it back."""

from __future__ import annotations

from datetime import datetime

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.calendar import is_open_at, is_open_throughout
from booking.rules.catalogue import AssetCard


def _iso(moment: datetime) -> str:
    return moment.isoformat()


def free(facts: Facts) -> Finding:
    """Enough units over the whole blocked period, buffers included."""
    if facts.units <= facts.free:
        return Finding("asset_free", Verdict.OK, facts.asset.code, {"free": facts.free})
    blocked = facts.periods.blocked
    evidence = {"units": facts.units, "free": facts.free, "from_": _iso(blocked.start), "until": _iso(blocked.end)}
    return Finding("asset_taken", Verdict.REFUSED, facts.asset.code, evidence)


def in_service(facts: Facts) -> Finding:
    """Bought and not yet written off on every day of custody, as is each of its parts; a breakdown is a fact in the ledger instead."""
    for card in (facts.asset, *facts.parts):
        part = {"asset": card.name} if card is not facts.asset else {}
        if facts.first_day < card.in_service_from:
            return _out(facts, card, {"until": card.in_service_from.isoformat(), **part})
        if card.in_service_until and card.in_service_until < facts.last_day:
            return _out(facts, card, {"from_": card.in_service_until.isoformat(), **part})
    return Finding("asset_in_service", Verdict.OK, facts.asset.code)


def _out(facts: Facts, card: AssetCard, evidence: dict[str, str]) -> Finding:
    return Finding("asset_out_of_service", Verdict.REFUSED, card.code, {**evidence, "owner": facts.owner.name})


def handover(facts: Facts) -> Finding:
    """A hall must be open throughout its use; a depot at hand-over and at return (custody is snapped to such moments)."""
    custody, evidence = facts.periods.custody, {"place": facts.place}
    if facts.asset.in_place:
        if is_open_throughout(facts.calendar, custody):
            return Finding("handover_open", Verdict.OK, facts.asset.code, evidence)
        return Finding(
            "handover_closed", Verdict.REFUSED, facts.asset.code, {**evidence, "from_": _iso(custody.start), "until": _iso(custody.end)}
        )
    shut = [moment for moment in (custody.start, custody.end) if not is_open_at(facts.calendar, moment)]
    if shut:
        return Finding("handover_closed", Verdict.REFUSED, facts.asset.code, {**evidence, "from_": _iso(shut[0])})
    return Finding("handover_open", Verdict.OK, facts.asset.code, {**evidence, "from_": _iso(custody.start), "until": _iso(custody.end)})


def within_horizon(facts: Facts) -> Finding:
    """Open-ended closures are written up to the ledger's horizon; beyond it nothing can be promised."""
    if facts.horizon < facts.periods.blocked.end:
        return Finding("horizon_ledger", Verdict.REFUSED, facts.asset.code, {"until": _iso(facts.horizon)})
    return Finding("ledger_reaches", Verdict.OK, facts.asset.code)
