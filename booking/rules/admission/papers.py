"""What is put in writing between owner and borrower: the terms of use that are accepted, and the loan contract that is agreed."""

from __future__ import annotations

from booking.rules.admission.facts import Facts
from booking.rules.admission.finding import Finding, Verdict
from booking.rules.contracts import Stand
from booking.rules.kinds import BorrowerKind, Relation


def terms(facts: Facts) -> Finding:
    """Whoever borrows accepts the owner's terms of use as they are on the day of asking; later versions change nothing about that.

    Where nobody was asked yet, as in a search, they are only told of.
    """
    if not facts.terms:
        return Finding("terms_not_required", Verdict.OK, facts.owner.name)
    missing = [card for card in facts.terms if facts.accepted is not None and card.id not in facts.accepted]
    evidence = {
        "owner": facts.owner.name, "publisher_id": facts.terms[0].authority, "terms_ids": [card.id for card in missing or facts.terms],
        "terms": [f"{card.titles['nl']} ({card.number})" for card in missing or facts.terms],
        "valid_from": max(card.first for card in missing or facts.terms).isoformat(),
    }  # fmt: skip
    if facts.accepted is None:
        return Finding("terms_to_accept", Verdict.NOTICE, facts.owner.name, evidence)
    if missing:
        deadline = facts.periods.custody.start.isoformat()
        return Finding("terms_not_accepted", Verdict.NEEDS_DOCUMENT, facts.owner.name, {**evidence, "deadline": deadline})
    return Finding("terms_accepted", Verdict.OK, facts.owner.name, evidence)


def contract(facts: Facts) -> Finding:
    """Where the owner's rule asks for one, the loan contract is agreed before hand-over.

    It is made once the owner has confirmed everything: until then it is only told of, so that it stops no confirmation at once. An owner's
    own services make none with themselves.
    """
    if not facts.answer("needs_contract") or _own_service(facts):
        return Finding("contract_not_required", Verdict.OK, facts.owner.name)
    evidence = {"owner": facts.owner.name, "rule": facts.source("needs_contract"), "deadline": facts.periods.custody.start.isoformat()}
    if facts.contract is None:
        return Finding("contract_to_come", Verdict.NOTICE, facts.owner.name, evidence)
    evidence |= {"contract": facts.contract.name, "on": facts.contract.on.isoformat()}
    if facts.contract.stand is Stand.WAITING:
        return Finding("contract_not_agreed", Verdict.NEEDS_DOCUMENT, facts.owner.name, evidence)
    return Finding("contract_agreed", Verdict.OK, facts.owner.name, evidence)


def _own_service(facts: Facts) -> bool:
    return facts.relation is Relation.OWN and facts.borrower.kind == BorrowerKind.AUTHORITY
