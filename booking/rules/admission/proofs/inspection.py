"""The inspection of an asset and of its parts."""

from __future__ import annotations

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.proofs.due import due
from booking.rules.catalogue import AssetCard, RequirementCard
from booking.rules.kinds import RequirementKind, Upkeep
from booking.rules.maintenance.validity import newest
from booking.rules.periods import local


def inspection(facts: Facts) -> Finding:
    """The newest inspection of the asset, and of each of its parts that needs one, passed and is valid on every day of custody.

    Of several the gravest is told; its evidence names the part.
    """
    found = [_inspected(facts, card, required) for card, required in _needing(facts)]
    if not found:
        return Finding("inspection_not_required", Verdict.OK, facts.asset.code)
    return min(found, key=lambda each: _GRAVEST_FIRST.index(each.verdict))


_GRAVEST_FIRST = (Verdict.REFUSED, Verdict.NEEDS_DOCUMENT, Verdict.OK)


def _needing(facts: Facts) -> list[tuple[AssetCard, RequirementCard | None]]:
    """The asset and its parts that must be inspected, each with what says so: its owner's requirement, or else (None) a plan of its own."""
    found: list[tuple[AssetCard, RequirementCard | None]] = [*facts.required_of_each(RequirementKind.INSPECTION)]
    planned = [card for card in (facts.asset, *facts.parts) if card.plans and card.plan(Upkeep.INSPECTION, facts.first_day)]
    if not planned:
        return found
    asked = {card.id for card, _ in found}
    return [*found, *((card, None) for card in planned if card.id not in asked)]


def _inspected(facts: Facts, asset: AssetCard, required: RequirementCard | None) -> Finding:
    last = newest(asset.inspections, local(facts.now).date())
    if last is None:
        lacking = due(facts, required, asset=asset.name, rule=required.source if required else "", **_visit(facts, asset))
        return Finding("inspection_missing", Verdict.NEEDS_DOCUMENT, asset.code, lacking)
    evidence = {"asset": asset.name, "valid_until": last.until.isoformat(), "body": last.body}
    if not last.passed:
        return Finding("inspection_failed", Verdict.REFUSED, asset.code, {**evidence, "from_": last.on.isoformat()})
    if last.until < facts.last_day:
        return Finding("inspection_expires", Verdict.NEEDS_DOCUMENT, asset.code, due(facts, required, **evidence, **_visit(facts, asset)))
    return Finding("inspection_valid", Verdict.OK, asset.code, evidence)


def _visit(facts: Facts, asset: AssetCard) -> dict[str, str]:
    """When the inspection that is planned before the hand-over will be over, if there is one: nobody need ask."""
    planned = next((ends for ends in asset.visits if facts.now < ends <= facts.periods.custody.start), None)
    return {"planned": planned.isoformat()} if planned else {}
