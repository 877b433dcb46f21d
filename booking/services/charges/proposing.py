"""Proposals: what really happened is priced by the regulation that priced the line, and the difference waits for the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from booking.queries.charges.basis import Part, parts_of, prices, reports_of
from booking.queries.charges.cancelling import Cancelling
from booking.queries.lines import Standing
from booking.rules.catalogue import AssetCard, Catalogue
from booking.rules.charges import Difference, Occasion, Report, difference
from booking.rules.charges.reported import REPAIR
from booking.rules.handovers import Gone
from booking.rules.tariffs import Quote, QuoteLine
from booking.services import records
from booking.services.rows import add, add_all
from models import Charge, ChargePost, ReturnReport

NO_VAT = "outside_scope"


@dataclass(frozen=True, slots=True)
class Seen:
    """What whoever takes something back fills in: `measures` as they really were, and in cents what mending the damage costs."""

    measures: Mapping[str, Decimal] = field(default_factory=dict)
    damage: int = 0


NOTHING_SEEN = Seen()


@dataclass(frozen=True, slots=True)
class Returned:
    """How a line came back, with the note about its state; `damage` as the depot estimates it, `gone` what did not come back of what
    belongs to it.
    """

    report: Report
    note: str = ""
    damage: int = 0
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A difference with what it is about; `basis` is plain JSON."""

    occasion: Occasion
    added: Difference
    basis: Mapping[str, Any]
    regulation: int | None


def report_return(
    session: Session, known: Catalogue, found: Standing, returned: Returned, account: int | None, now: datetime
) -> list[int]:
    """Keep how a line came back, and propose to its desk what that adds to the price; returns the ids of the charges.

    Each thing that differs is a charge of its own, on top of what was reported before, so that a cap or a minimum counts once. Nothing is
    added silently: the borrower owes a charge only when the desk decides so.
    """
    report, line = returned.report, found.line
    proposals = list(_of_return(session, known, found, returned))
    measures = {name: str(amount) for name, amount in (*report.measures.items(), *_damage(returned).items())}
    if proposals or measures or report.late or report.missing:
        row = {
            "line_id": line.id, "seconds_late": int(report.late.total_seconds()), "units_missing": report.missing, "measures": measures,
            "note": returned.note, "account_id": account, "at": now,
        }  # fmt: skip
        add_all(session, ReturnReport, [row])
    return [_write(session, known, found, proposal, account, now, line.id) for proposal in proposals]


def propose_cancellation(
    session: Session, known: Catalogue, found: Standing, due: Cancelling, account: int | None, now: datetime
) -> int | None:
    """Propose what the ladder leaves due of lines that were called off; the id of the charge, None where nothing is due."""
    if not due.due.total:
        return None
    alone = due.lines[0] if len(due.lines) == 1 else None
    proposal = Proposal(Occasion.CANCELLATION, due.due, {"cancelled_on": due.day.isoformat()}, due.regulation)
    return _write(session, known, found, proposal, account, now, alone)


def _of_return(session: Session, known: Catalogue, found: Standing, returned: Returned) -> Iterator[Proposal]:
    """What each fact adds, one after the other: lateness, each measure, what is missing; then what mending costs."""
    line, asset = found.line, known.assets[found.line.asset_id]
    parts, reports = parts_of(session, known, found.dossier.id), reports_of(session, found.dossier.id)
    regulation = next((part.regulation for part in parts if any(each.number == line.id for each in part.usage.lines)), None)
    before = _priced(parts, reports)
    for occasion, step, basis in _steps(returned):
        reports = {**reports, line.id: reports.get(line.id, Report()).joined(step)}
        after = _priced(parts, reports)
        added = difference(before, after)
        if added.posts:
            yield Proposal(occasion, added, basis, regulation)
        elif occasion is Occasion.MISSING and (worth := _worth(known, asset)):
            yield Proposal(occasion, _without_article(line.id, "replacement_value", step.missing, worth), basis, None)
        elif occasion is Occasion.DAMAGE:
            yield Proposal(occasion, _without_article(line.id, "repair_cost", 1, returned.damage), basis, None)
        before = after
    for each in returned.gone:
        if each.value_cents:
            told = {"note": each.text, "units": each.units}
            yield Proposal(Occasion.MISSING, _without_article(line.id, "replacement_value", each.units, each.value_cents), told, None)


def _worth(known: Catalogue, asset: AssetCard) -> int:
    """What one unit is worth in cents: of a kit that has no value of its own, what its components are."""
    parts = ((known.assets[leaf], units) for leaf, units in asset.leaves.items() if leaf != asset.id)
    return asset.value_cents or sum(units * (part.value_cents or 0) for part, units in parts)


def _damage(returned: Returned) -> dict[str, Decimal]:
    return {REPAIR: Decimal(returned.damage) / 100} if returned.damage else {}


def _priced(parts: list[Part], reports: Mapping[int, Report]) -> list[Quote]:
    return prices([part.really(reports) for part in parts])


def _steps(returned: Returned) -> Iterator[tuple[Occasion, Report, dict[str, Any]]]:
    """The report in pieces, each with the occasion it gives and its basis."""
    report = returned.report
    if report.late:
        yield Occasion.LATE, Report(late=report.late), {"seconds_late": int(report.late.total_seconds())}
    for name, amount in report.measures.items():
        yield Occasion.MEASURED, Report(measures={name: amount}), {"measure": name, "amount": str(amount)}
    if report.missing:
        yield Occasion.MISSING, Report(missing=report.missing), {"units": report.missing}
    if returned.damage:
        yield Occasion.DAMAGE, Report(measures=_damage(returned)), {"note": returned.note}


def _without_article(line: int, code: str, quantity: int, price: int) -> Difference:
    """What rests on no article, in one post: the words say so."""
    amount = quantity * price
    post = QuoteLine(line, "", code, {}, Decimal(quantity), "piece", price, Decimal(1), amount, NO_VAT)
    return Difference((post,), amount, 0, amount)


def _write(
    session: Session, known: Catalogue, found: Standing, proposal: Proposal, account: int | None, now: datetime, line: int | None
) -> int:
    added, dossier = proposal.added, found.dossier
    values = {
        "dossier_id": dossier.id, "line_id": line, "regulation_id": proposal.regulation, "occasion": str(proposal.occasion),
        "basis": dict(proposal.basis), "net": added.net, "vat": added.vat, "total": added.total, "account_id": account, "at": now,
    }  # fmt: skip
    charge = add(session, Charge, **values)
    titles = _titles(known, proposal.regulation)
    add_all(session, ChargePost, [_row(charge, place, post, titles) for place, post in enumerate(added.posts)])
    details = {"reference": found.reservation.reference, "occasion": str(proposal.occasion), "total_cents": added.total}
    records.audit(session, now, account, "charge.propose", ("charge", charge), dossier.authority_id, **details)
    return charge


def _row(charge: int, place: int, post: QuoteLine, titles: Mapping[str, str]) -> dict[str, Any]:
    kept = {
        "details": dict(post.details), "quantity": str(post.quantity), "unit": post.unit, "unit_price": post.unit_price,
        "factor": str(post.factor),
    }  # fmt: skip
    return {
        "charge_id": charge, "position": place, "line_id": post.line, "article": post.article, "title": titles.get(post.article, ""),
        "code": post.code, "details": kept, "amount": post.amount, "vat": post.vat,
    }  # fmt: skip


def _titles(known: Catalogue, regulation: int | None) -> dict[str, str]:
    """The titles of a regulation's articles, by number."""
    cards = (card for cards in known.regulations.values() for card in cards)
    found = next((card.prepared.regulation for card in cards if card.id == regulation), None)
    return {article.number: article.title for article in found.articles} if found else {}
