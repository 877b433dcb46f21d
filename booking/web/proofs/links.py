"""From a finding to the page where a document is handed in or looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for

from booking.rules.permissions import could
from booking.web.language import gettext
from booking.web.session import reader

_COVER = ("liability_", "cover_")
_TERMS = ("terms_to_accept", "terms_not_accepted")
_PEOPLE = ("operator_", "driver_")


def way_out(finding: Any, borrower: int | None = None) -> tuple[str, str] | None:
    """Where somebody does something about a finding of a missing proof, as (address, text); None when there is nothing to do there.

    `borrower` is whose loan it is. What the reader may not see there answers 404, as it would without this link.
    """
    code, verdict, evidence = _told(finding)
    if code in _TERMS and evidence.get("publisher_id"):
        return url_for("terms.overview", authority=evidence["publisher_id"]), gettext("Lees de voorwaarden")
    if verdict == "needs_document" and evidence.get("agreement_id") and could(reader(), "agreement.read"):
        return url_for("administration.agreement", agreement=evidence["agreement_id"]), gettext("Naar de overeenkomst")
    if verdict != "needs_document" or not could(reader(), "proof.read"):
        return None
    own = reader().borrowers
    borrower = borrower if borrower is not None else next(iter(own)) if len(own) == 1 else None
    if code.startswith(_COVER):
        if evidence.get("policy_id") and not code.endswith("_missing"):
            return url_for("proofs.policy", policy=evidence["policy_id"]), gettext("Naar de polis")
        if borrower in own:
            return url_for("proofs.new_policy", holder=borrower, soort=evidence.get("cover")), gettext("Bezorg het attest")
    elif code.startswith(_PEOPLE):
        if evidence.get("person_id"):
            return url_for("proofs.person", person=evidence["person_id"]), gettext("Naar deze persoon")
        if borrower in own:
            return url_for("proofs.of_borrower", holder=borrower, _anchor="mensen"), gettext("Voeg een persoon toe")
    return None


def _told(finding: Any) -> tuple[str, str, Mapping[str, Any]]:
    """A finding as the rules give it, or as a decision kept it."""
    if isinstance(finding, Mapping):
        return finding["code"], finding["verdict"], finding["evidence"]
    evidence = finding.evidence if hasattr(finding, "evidence") else finding.details  # a step of what is still to be done
    return finding.code, str(getattr(finding, "verdict", "needs_document")), evidence
