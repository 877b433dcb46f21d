"""What still has to be done, by whom and until when: gathered from findings, deadlines and states, the most pressing first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from booking.queries.charges.views import Money
from booking.queries.judging import JudgedLine
from booking.queries.overview import DossierView, LineView, Overview
from booking.rules.kinds import Handover
from booking.rules.lifecycle import LineState
from booking.rules.periods import start_of

BORROWER, DESK, OWNER = "borrower", "desk", "depot"
TOLD_ELSEWHERE = {"desk_decides", "payment_before_confirmation", "terms_not_accepted", "contract_not_agreed"}
"""Findings of which the page shows how they stand now: the decision, the money, the documents."""

_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `code` is a finding of booking/words or, with `own`, a text of the page (see templates/reservations/steps.html)."""

    who: str
    code: str
    number: int = 0
    asset: str = ""
    owner: str = ""
    until: datetime | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False


def steps_of_request(found: Mapping[int, JudgedLine]) -> list[Step]:
    """What would have to be done for a request that is still being filled in."""
    told = [
        _of_finding(finding.as_json(), number, line.facts.asset.name, line.facts.owner.name)
        for number, line in found.items()
        for finding in line.findings
    ]
    return _sorted(step for step in told if step and step.code != "terms_not_accepted")  # its box is on the page itself


def steps_of(seen: Overview, money: Mapping[int, Money] | None = None, offered: Collection[int] = ()) -> list[Step]:
    """What still has to be done for a reservation as it stands, with what is still to be paid of each dossier; `offered` are the lines for
    which the borrower has to choose something else.
    """
    steps = [step for dossier in seen.dossiers for step in _of_dossier(dossier)]
    steps += [
        Step(BORROWER, "choose", line.number, line.asset.name, "", line.periods.custody.start, {"reference": seen.reference}, own=True)
        for line in seen.lines
        if line.id in offered
    ]
    return _sorted([*steps, *(step for each in (money or {}).values() for step in _of_money(each))])


def _of_money(money: Money) -> Iterable[Step]:
    """One step for all that is open of a dossier, by the day on which the first of it is due."""
    due = [owed.due.due_on for owed in money.owed if owed.due.open]
    if due:
        yield Step(BORROWER, "pay", owner=money.about.owner, until=start_of(min(due)), details={"sum": money.open}, own=True)


def _of_dossier(dossier: DossierView) -> Iterable[Step]:
    newest, name = dossier.quotes[:1], dossier.authority.name
    if newest and newest[0].posts and newest[0].accepted_at is None and dossier.state is not LineState.CLOSED:
        yield Step(BORROWER, "accept_price", owner=name, own=True, details={"total": newest[0].total, "dossier": dossier.id})
    for line in dossier.lines:
        yield from _of_line(line, name)


def _of_line(line: LineView, owner: str) -> Iterable[Step]:
    at = {"number": line.number, "asset": line.asset.name, "owner": owner, "own": True}
    held = line.periods.custody
    if line.state is LineState.OPTION:
        yield Step(BORROWER, "confirm_option", until=line.holds_until, **at)
    if line.change and line.change.asked_by == "desk":
        yield Step(BORROWER, "answer_proposal", until=line.change.holds_until, **at)
    elif line.state is LineState.REQUESTED or line.change:
        yield Step(DESK, "decide_change" if line.change else "decide", until=(line.change or line).holds_until, **at)
    if line.state is LineState.APPROVED:
        brought = line.handover == Handover.DELIVERY and not line.asset.in_place
        code = "open_hall" if line.asset.in_place else "deliver" if brought else "fetch"
        yield Step(BORROWER if code == "fetch" else OWNER, code, until=held.start, **at)
    elif line.state is LineState.HANDED_OVER:
        yield Step(BORROWER, "leave_hall" if line.asset.in_place else "bring_back", until=held.end, **at)
    elif line.state is LineState.RETURNED:
        yield Step(DESK, "close", **at)
    if line.state in (LineState.OPTION, LineState.REQUESTED, LineState.PROPOSED, LineState.APPROVED):
        told = (_of_finding(finding, line.number, line.asset.name, owner) for finding in line.findings)
        yield from (step for step in told if step and step.code not in TOLD_ELSEWHERE)


def _of_finding(finding: Mapping[str, Any], number: int, asset: str, owner: str) -> Step | None:
    """A finding that somebody must do something about; None for all others."""
    if finding["verdict"] not in ("needs_document", "needs_approval"):
        return None
    code, evidence = finding["code"], finding["evidence"]
    who = OWNER if code.startswith("inspection_") else DESK if finding["verdict"] == "needs_approval" else BORROWER
    return Step(who, code, number, asset, owner, _moment(evidence.get("deadline")), evidence)


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else start_of(date.fromisoformat(text))


def _sorted(steps: Iterable[Step]) -> list[Step]:
    """One's own first, then by when it is due; the same thing for several lines is told once per line."""
    return sorted(steps, key=lambda step: (step.who != BORROWER, step.until or _LATEST, step.number))
