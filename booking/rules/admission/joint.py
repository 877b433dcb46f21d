"""What others were guaranteed of it, and what each co-owner's share gives (DESIGN § 9)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.contingents import Beside
from booking.rules.periods import local
from booking.rules.shares import Claim, OverShare


def contingent(facts: Facts) -> Finding:
    """What was guaranteed to others, and is neither used nor released, is not free."""
    beside = facts.beside
    if beside is None:
        return Finding("contingent_none", Verdict.OK, facts.asset.code)
    if facts.units <= beside.units or not beside.kept:
        code = "contingent_own" if beside.own else "contingent_respected"
        return Finding(code, Verdict.OK, facts.asset.code, {"free": beside.units})
    return Finding("contingent_reserved", Verdict.REFUSED, facts.asset.code, _kept(facts, beside))


def _kept(facts: Facts, beside: Beside) -> dict[str, Any]:
    last = max(beside.kept, key=lambda kept: kept.until)
    names = sorted({kept.card.name for kept in beside.kept if kept.card.name})
    return {
        "units": facts.units, "free": beside.units, "kept": sum(kept.units for kept in beside.kept), "measure": last.card.measure,
        "whom": ", ".join(names), "until": local(last.until).date().isoformat(), "source": last.card.source,
    }  # fmt: skip


def fair_share(facts: Facts) -> Finding:
    """A co-owner within its share, or over it; who holds none asks what co-owners may still want. Until the unused days are released."""
    claim, code = facts.claim, facts.asset.code
    if claim is None:
        return Finding("share_none", Verdict.OK, code)
    over = claim.exceeds or claim.mine is None
    if not over or claim.others_left <= 0 or claim.until <= facts.now:
        return Finding("share_within" if claim.mine and not over else "share_released", Verdict.OK, code, _claimed(claim))
    verdict = Verdict.NEEDS_APPROVAL if claim.beyond == OverShare.DESK else Verdict.NOTICE
    return Finding("share_exceeded" if claim.mine else "share_of_others", verdict, code, _claimed(claim))


def _claimed(claim: Claim) -> dict[str, Any]:
    mine = {"entitled": said(claim.mine.entitled), "used": said(claim.mine.used)} if claim.mine else {}
    share = {"percent": said(Decimal(claim.share) / 100)} if claim.mine else {}
    return {
        **mine, **share, "year": claim.year, "asked": said(claim.asked), "left": said(claim.others_left),
        "until": local(claim.until).date().isoformat(),
    }  # fmt: skip


def said(amount: Decimal) -> float:
    """Days as they are told, to a hundredth; the sums themselves stay exact."""
    rounded = round(amount, 2)
    return int(rounded) if rounded == int(rounded) else float(rounded)
