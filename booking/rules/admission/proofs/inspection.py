"""The inspection of an asset and of its parts."""

from __future__ import annotations

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.catalogue import AssetCard, RequirementCard
from booking.rules.kinds import RequirementKind
from booking.rules.periods import local


def inspection(facts: Facts) -> Finding:
    """The newest inspection of the asset, and of each of its parts that needs one, passed and is valid on every day of custody.

    Of several the gravest is told; its evidence names the part.
    """
    found = [_inspected(facts, card, required) for card, required in facts.required_of_each(RequirementKind.INSPECTION)]
    if not found:
        return Finding("inspection_not_required", Verdict.OK, facts.asset.code)
    return min(found, key=lambda each: _GRAVEST_FIRST.index(each.verdict))


_GRAVEST_FIRST = (Verdict.REFUSED, Verdict.NEEDS_DOCUMENT, Verdict.OK)


def _inspected(facts: Facts, asset: AssetCard, required: RequirementCard) -> Finding:
    known = [card for card in asset.inspections if card.on <= local(facts.now).date()]
    if not known:
        return Finding("inspection_missing", Verdict.NEEDS_DOCUMENT, asset.code, due(facts, asset=asset.name, rule=required.source))
    newest = max(known, key=lambda card: (card.on, card.until))
    evidence = {"asset": asset.name, "valid_until": newest.until.isoformat(), "body": newest.body}
    if not newest.passed:
        return Finding("inspection_failed", Verdict.REFUSED, asset.code, {**evidence, "from_": newest.on.isoformat()})
    if newest.until < facts.last_day:
        return Finding("inspection_expires", Verdict.NEEDS_DOCUMENT, asset.code, due(facts, **evidence))
    return Finding("inspection_valid", Verdict.OK, asset.code, evidence)
