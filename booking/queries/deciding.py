"""What a desk needs to know now: the findings of the lines that wait for it, judged at this moment and not when they were asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.judging import JudgedLine
from booking.queries.lines import judge_standing, pending, standing, wanted_of
from booking.queries.overview import DossierView, LineView
from booking.rules.admission import OVERRIDABLE, PAID_BEFORE_CONFIRMATION, Finding, Verdict
from booking.rules.catalogue import AssetCard
from booking.rules.lifecycle import LineState
from booking.rules.periods import InvalidTime, local
from booking.rules.permissions import Actor


def waiting(dossiers: Iterable[DossierView]) -> list[LineView]:
    """The lines that the actor's desk must decide: requests, and changes that the borrower asked of an approved line."""
    lines = [line for dossier in dossiers if dossier.mine_to_decide for line in dossier.lines]
    return [line for line in lines if line.state is LineState.REQUESTED or (line.change and line.change.asked_by == "borrower")]


def judged_now(session: Session, actor: Actor, reference: str, numbers: Iterable[int], now: datetime) -> dict[int, JudgedLine]:
    """Per line number what is found now, of the change where one waits. A line whose place stays shut too long is left out."""
    known, found = catalogue(session), {}
    for number in numbers:
        line = standing(session, actor, "line.decide", reference, number)
        change = pending(session, line.line.id)
        wanted = wanted_of(known, line.line, change, change.asset_id if change else None)
        try:
            found[number] = judge_standing(session, known, line, wanted, now)
        except InvalidTime:
            continue
    return found


def to_set_aside(judged: JudgedLine) -> list[Finding]:
    """What stands in the way of a yes, where the desk may set each such thing aside with a reason; nothing where it may not."""
    refusals = [finding for finding in judged.findings if finding.verdict is Verdict.REFUSED]
    if any(finding.code not in OVERRIDABLE for finding in refusals):
        return []
    return refusals + [finding for finding in judged.findings if finding.code in PAID_BEFORE_CONFIRMATION]


def replacements(session: Session, line: LineView) -> list[AssetCard]:
    """The owner's assets of the same category with enough units, the asset itself first: what a desk may propose instead."""
    known, day = catalogue(session), local(line.periods.custody.start).date()
    owner = known.owner(line.asset, day).id
    alike = (card for card in known.assets.values() if card.category == line.asset.category and line.units <= card.units)
    return sorted((card for card in alike if known.owner(card, day).id == owner), key=lambda card: (card.id != line.asset.id, card.name))
