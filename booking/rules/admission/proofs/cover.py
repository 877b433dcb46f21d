"""The cover of a borrower: for every kind that the owner asks for, its policies together cover every day of custody.

A renewed policy begins where the old one ends, so what counts is what the policies of a kind cover together. Of one that falls short every
gap is told: too small, too much excess, not verified, rejected, begins after, ends before. What is asked for a part of a kit or a hall is
asked of who borrows the whole, and each gap is told once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.admission.holding import PolicyCard, VerdictCard, verdict_for
from booking.rules.admission.proofs.due import due
from booking.rules.catalogue import AssetCard, RequirementCard
from booking.rules.kinds import CoverKind

KINDS = frozenset(map(str, CoverKind))
_A_DAY = timedelta(days=1)

# The least first: of two policies with as many gaps the one with the lesser gaps is told about.
_GAPS = ("unverified", "ends_before", "begins_after", "rejected", "excess", "too_small")


def cover(facts: Facts) -> Finding | list[Finding]:
    """What is asked of cover, most specific requirement of each kind first; one finding when nothing is asked."""
    asked = {required.kind for required in facts.requirements if required.kind in KINDS}
    for part in facts.parts:
        asked.update(required.kind for required in facts.part_requirements.get(part.id, ()) if required.kind in KINDS)
    if not asked:
        return Finding("liability_not_required", Verdict.OK, facts.borrower.name)
    found = []
    for kind in sorted(asked, key=_ORDER.__getitem__):
        judged = [_judged(facts, card, required) for card, required in facts.required_of_each(kind)]
        found += judged[0] if len(judged) == 1 else _together(judged)
    return found


def _together(judged: Iterable[list[Finding]]) -> list[Finding]:
    """What was found for the whole and for its parts: every gap once, where the most is asked, or that there is none."""
    told = sorted((each for found in judged for each in found), key=lambda each: -int(each.evidence.get("required_cents") or 0))
    gaps = {(each.code, each.subject): each for each in reversed(told) if each.verdict is not Verdict.OK}
    covered = [each for each in told if each.verdict is Verdict.OK]
    missing = any(each.verdict is Verdict.NEEDS_DOCUMENT for each in gaps.values())
    return [*reversed(gaps.values()), *(() if missing else covered[:1])]


_ORDER = {str(kind): place for place, kind in enumerate(CoverKind)}


def _judged(facts: Facts, asset: AssetCard, required: RequirementCard) -> list[Finding]:
    if required.kind == CoverKind.TENANT_FIRE and (waived := _waiver(facts)):
        return [Finding("cover_waived", Verdict.OK, facts.owner.name, {**_told(required.kind, waived), "owner": facts.owner.name})]
    wanted = _wanted(facts, asset, required)
    unknown = [Finding("cover_value_unknown", Verdict.NOTICE, asset.code, {"asset": asset.name, "cover": required.kind})]
    found = unknown if required.whole_value and asset.value_cents is None else []
    part, policies = asset is not facts.asset, facts.borrower.policies
    held = [each for each in policies if each.kind == required.kind and (each.is_about(facts.asset) or (part and each.is_about(asset)))]
    if not held:
        evidence = due(facts, required, cover=required.kind, required_cents=wanted, rule=required.source)
        return [*found, Finding(_code(required.kind, "missing"), Verdict.NEEDS_DOCUMENT, facts.borrower.name, evidence)]
    seen = [_flaws(facts, required, policy, wanted) for policy in held]
    best = min([_dated(facts, each, seen) for each in seen], key=_badness)
    evidence = {
        **_told(required.kind, best.policy), "insured_cents": best.policy.amount_cents, "required_cents": wanted,
        "excess_cents": best.policy.excess_cents, **best.verified(),
    }  # fmt: skip
    if not best.gaps:
        covered = Finding(_code(required.kind, "covered"), Verdict.OK, facts.borrower.name, evidence)
        return [*found, covered]
    more = {"rule": required.source, "limit_cents": required.most_excess_cents, "owner": facts.owner.name}
    missing = due(facts, required, **{**evidence, **more, "reason": best.verdict.reason if best.verdict else ""})
    return [*found, *(Finding(_code(required.kind, gap), Verdict.NEEDS_DOCUMENT, facts.borrower.name, missing) for gap in best.gaps)]


def _code(kind: str, gap: str) -> str:
    """Liability has sentences of its own; of the other kinds the sentence names the kind."""
    return f"{'liability' if kind == CoverKind.LIABILITY else 'cover'}_{gap}"


def _wanted(facts: Facts, asset: AssetCard, required: RequirementCard) -> int:
    """The sum asked, or the value of as many of it as go along."""
    if not required.whole_value:
        return required.amount_cents or 0
    return (asset.value_cents or 0) * facts.units * facts.asset.leaves.get(asset.id, 1)


def _told(kind: str, policy: PolicyCard) -> dict[str, object]:
    return {
        "cover": kind, "policy": f"{policy.insurer} {policy.number}", "policy_id": policy.id, "valid_from": policy.first.isoformat(),
        "valid_until": policy.last.isoformat() if policy.last else None,
    }  # fmt: skip


class _Tried(NamedTuple):
    policy: PolicyCard
    gaps: list[str]
    verdict: VerdictCard | None

    def verified(self) -> dict[str, object]:
        """Who looked at it and when, for who wants to ask."""
        return {"verified_by": self.verdict.by, "verified_on": self.verdict.on.isoformat()} if self.verdict else {}


def _badness(tried: _Tried) -> tuple[int, list[int], int, int]:
    policy = tried.policy
    return len(tried.gaps), [_GAPS.index(gap) for gap in tried.gaps], -policy.amount_cents, -(policy.last or date.max).toordinal()


def _dated(facts: Facts, tried: _Tried, held: Iterable[_Tried]) -> _Tried:
    """A policy with the gaps of its dates too; those of the `held` that are at least as good lengthen it."""
    first, last = _lengthened(tried.policy, [each.policy for each in held if set(each.gaps) <= set(tried.gaps)])
    if first <= facts.first_day and facts.last_day <= last:
        return tried._replace(gaps=sorted(tried.gaps, key=_GAPS.index)) if tried.gaps else tried
    dated = [gap for gap, open_ in (("begins_after", first > facts.first_day), ("ends_before", last < facts.last_day)) if open_]
    return tried._replace(gaps=sorted([*tried.gaps, *dated], key=_GAPS.index))


def _flaws(facts: Facts, required: RequirementCard, policy: PolicyCard, wanted: int) -> _Tried:
    """A policy with what is wrong with it whatever its dates."""
    verdict = verdict_for(policy.verdicts, facts.owner.id, own_only=required.own_verification)
    found = ["too_small"] if policy.amount_cents < wanted else []
    if required.most_excess_cents is not None and policy.excess_cents > required.most_excess_cents:
        found.append("excess")
    if verdict is None or not verdict.accepted:
        found.append("unverified" if verdict is None else "rejected")
    return _Tried(policy, found, verdict)


def _lengthened(policy: PolicyCard, others: Iterable[PolicyCard]) -> tuple[date, date]:
    """The first and last day of the unbroken stretch around a policy that it and the others cover together."""
    first, last = policy.first, policy.last or date.max
    spells = sorted([(each.first, each.last or date.max) for each in others if each is not policy])
    for begins, ends in spells:
        if last < date.max and begins <= last + _A_DAY:
            last = max(last, ends) if ends >= first - _A_DAY else last
    for begins, ends in reversed(spells):
        if begins < first and (ends == date.max or ends + _A_DAY >= first):
            first = begins
    return first, last


def _waiver(facts: Facts) -> PolicyCard | None:
    """The waiver of recourse of the owner's fire insurer, when it covers the asset on every day: no tenant needs a policy then."""
    return next(
        (
            policy
            for policy in facts.waivers
            if policy.is_about(facts.asset) and policy.first <= facts.first_day and (policy.last is None or facts.last_day <= policy.last)
        ),
        None,
    )
