"""A reservation with its proofs as they stand now: what was handed in or judged since the last decision is not asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.lines import judge_standing, standing, wanted_of
from booking.queries.overview import LineView, Overview
from booking.rules.admission import Verdict
from booking.rules.lifecycle import LineState
from booking.rules.periods import InvalidTime
from booking.rules.permissions import Actor
from booking.rules.refusals import NotFound

PROOFS = ("liability_", "cover_", "operator_", "driver_")
STILL_TO_COME = frozenset({LineState.OPTION, LineState.REQUESTED, LineState.PROPOSED, LineState.APPROVED})
MOST = 20  # lines of one reservation that are judged again


def proofs_as_of_now(session: Session, actor: Actor, seen: Overview, now: datetime) -> Overview:
    """The same reservation; of each line that lacked a proof when it was decided, what is found of its proofs now. Nothing is written."""
    lacking = [line.number for line in seen.lines if line.state in STILL_TO_COME and any(_lacks(finding) for finding in line.findings)]
    if not lacking:
        return seen
    found = {number: _judged(session, actor, seen.reference, number, now) for number in lacking[:MOST]}
    dossiers = [replace(dossier, lines=[_renewed(line, found.get(line.number)) for line in dossier.lines]) for dossier in seen.dossiers]
    return replace(seen, dossiers=dossiers)


def _renewed(line: LineView, found: list[dict[str, Any]] | None) -> LineView:
    if found is None:
        return line
    others = [finding for finding in line.findings if not finding["code"].startswith(PROOFS)]
    return replace(line, findings=[*others, *found])


def _judged(session: Session, actor: Actor, reference: str, number: int, now: datetime) -> list[dict[str, Any]] | None:
    """What is found of the proofs of a line; None where it cannot be judged any more as it stands."""
    known = catalogue(session)
    try:
        line = standing(session, actor, "reservation.read", reference, number)
        judged = judge_standing(session, known, line, wanted_of(known, line.line, None, None), now)
    except (InvalidTime, NotFound):
        return None
    return [finding.as_json() for finding in judged.findings if finding.code.startswith(PROOFS)]


def _lacks(finding: Mapping[str, Any]) -> bool:
    return finding["verdict"] == Verdict.NEEDS_DOCUMENT and finding["code"].startswith(PROOFS)
