"""The documents of a reservation per owner: what is still to be accepted, agreed or brought, by whom, until when, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from flask import url_for

from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.contracts import ContractView, contracts_of
from booking.queries.overview import DossierView, LineView, Overview
from booking.queries.terms import Acceptance, acceptances_of, asked_for
from booking.rules.catalogue import Catalogue, TermsCard
from booking.rules.contracts import Stand
from booking.rules.lifecycle import CALLED_OFF, LineState
from booking.rules.periods import local, start_of
from booking.rules.permissions import may
from booking.web.extensions import db
from booking.web.session import current_actor

BROUGHT = ("agreement", "liability", "cover", "inspection", "operator", "driver")
"""What a finding's code begins with when somebody must bring or renew a document."""

BY_OWNER = ("inspection", "agreement")


@dataclass(frozen=True, slots=True)
class Item:
    """One document: `kind` is terms, contract or brought; `who` must do it unless it is `done`; `link` is where it is read or given."""

    kind: str
    who: str
    done: bool
    until: datetime | None
    link: str = ""
    terms: TermsCard | None = None
    acceptance: Acceptance | None = None
    contract: ContractView | None = None
    code: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DossierPapers:
    """The documents of one owner's dossier; the reader may accept `open_terms` now, and with `makes` may draw up a contract."""

    owner: str
    authority: int
    items: list[Item]
    open_terms: list[int]
    makes: bool


def papers_of(found: Overview) -> list[DossierPapers]:
    """Per owner what there is to settle, in a fixed number of queries; owners without any document are left out."""
    session, known, ids = db.session(), catalogue(db.session()), [dossier.id for dossier in found.dossiers]
    accepted, contracts = acceptances_of(session, ids), contracts_of(session, ids)
    told = []
    for dossier in found.dossiers:
        lines = [line for line in dossier.lines if line.state not in CALLED_OFF]
        items = [*_terms(known, found, dossier, lines, accepted.get(dossier.id, ())), *_contract(found, dossier, lines, contracts)]
        items += _brought(lines)
        able = may(current_actor(), "terms.accept", borrower=found.borrower_id, asked_by=found.asked_by)
        open_terms = [item.terms.id for item in items if item.terms and not item.done] if able else []
        makes = may(current_actor(), "contract.make", authorities=(dossier.authority.id,))
        makes = makes and not contracts.get(dossier.id) and any(line.state is LineState.APPROVED for line in lines)
        if items or makes:
            told.append(DossierPapers(dossier.authority.name, dossier.authority.id, items, open_terms, makes))
    return told


def _first(lines: Sequence[LineView]) -> datetime | None:
    """When the first of these lines is handed over."""
    return min((line.periods.custody.start for line in lines), default=None)


def _terms(
    known: Catalogue, found: Overview, dossier: DossierView, lines: Sequence[LineView], accepted: Sequence[Acceptance]
) -> Iterator[Item]:
    done = {each.version: each for each in accepted}
    borrower = card_of(db.session(), known, found.borrower_id)
    asked = asked_for(known, dossier.authority.id, borrower, [line.asset.id for line in lines], local(found.created_at).date())
    for card in asked:
        link = url_for("terms.show", authority=card.authority, terms=card.id)
        yield Item("terms", "borrower", card.id in done, _first(lines), link, card, done.get(card.id))


def _contract(
    found: Overview, dossier: DossierView, lines: Sequence[LineView], contracts: Mapping[int, Sequence[ContractView]]
) -> Iterator[Item]:
    newest = next(iter(contracts.get(dossier.id, ())), None)
    if newest and lines:
        link = url_for("contracts.show", reference=found.reference, authority=dossier.authority.id, contract=newest.number)
        yield Item("contract", "borrower", newest.stand is not Stand.WAITING, _first(lines), link, contract=newest)
    elif any(finding["code"] == "contract_to_come" for line in lines for finding in line.findings):
        yield Item("contract", "desk", False, _first(lines))


def _brought(lines: Sequence[LineView]) -> Iterator[Item]:
    """What the last decision of a line found missing, each once."""
    seen: set[str] = set()
    for line in lines:
        for finding in line.findings if line.state not in (LineState.RETURNED, LineState.CLOSED, LineState.NO_SHOW) else ():
            code, evidence = finding["code"], finding["evidence"]
            mark = f"{code}{finding['subject']}"
            if finding["verdict"] == "needs_document" and code.startswith(BROUGHT) and mark not in seen:
                seen.add(mark)
                who = "desk" if code.startswith(BY_OWNER) else "borrower"
                yield Item("brought", who, False, _moment(evidence.get("deadline")), code=code, details=evidence)


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else start_of(date.fromisoformat(text))
