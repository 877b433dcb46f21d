"""A finding: one check, its verdict and the evidence that a person can look up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

NOTHING: Mapping[str, Any] = MappingProxyType({})


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


class Finding(NamedTuple):
    """`code` names the sentence in `booking/words`, `subject` what it is about; `evidence` holds plain JSON values only.

    A tuple, because a search makes ten thousand of them.
    """

    code: str
    verdict: Verdict
    subject: str
    evidence: Mapping[str, Any] = NOTHING

    @property
    def waits(self) -> bool:
        """True when somebody must look at it, or hand something in, before what is asked is confirmed: not for a proof that its owner lets
        be handed in later.
        """
        missing = self.verdict is Verdict.NEEDS_DOCUMENT and not self.evidence.get("confirms_without")
        return missing or self.verdict is Verdict.NEEDS_APPROVAL

    def as_json(self) -> dict[str, Any]:
        """The shape that is kept with a decision and answered by the API."""
        return {"code": self.code, "verdict": str(self.verdict), "subject": self.subject, "evidence": dict(self.evidence)}


def outcome(found: Collection[Finding]) -> Outcome:
    """Any refusal refuses; anything that someone must still do or look at goes to the desk; else it is confirmed at once."""
    verdicts = {finding.verdict for finding in found}
    if Verdict.REFUSED in verdicts:
        return Outcome.REFUSED
    may_wait = verdicts & {Verdict.NEEDS_APPROVAL, Verdict.NEEDS_DOCUMENT}
    return Outcome.DESK if may_wait and any(finding.waits for finding in found) else Outcome.CONFIRMED
