"""A finding: one check, its verdict and the evidence that a person can look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    OK = "ok"
    NOTICE = "notice"
    NEEDS_DOCUMENT = "needs_document"
    NEEDS_APPROVAL = "needs_approval"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What follows from all findings of a line together."""

    REFUSED = "refused"
    DESK = "desk"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the sentence in `booking/words`, `subject` what it is about; `evidence` holds plain JSON values only."""

    code: str
    verdict: Verdict
    subject: str
    evidence: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The shape that is kept with a decision and answered by the API."""
        return {"code": self.code, "verdict": str(self.verdict), "subject": self.subject, "evidence": dict(self.evidence)}


def outcome(found: Iterable[Finding]) -> Outcome:
    """Any refusal refuses; anything that someone must still do or look at goes to the desk; else it is confirmed at once."""
    verdicts = {finding.verdict for finding in found}
    if Verdict.REFUSED in verdicts:
        return Outcome.REFUSED
    if verdicts & {Verdict.NEEDS_APPROVAL, Verdict.NEEDS_DOCUMENT}:
        return Outcome.DESK
    return Outcome.CONFIRMED
