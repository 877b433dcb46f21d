"""A reservation as JSON: the same shape when it was just made as when it is looked at later."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from booking.queries.overview import ChangeView, DossierView, LineView, Overview
from booking.rules.admission.conditions import decide_by
from booking.rules.asking import Ask
from booking.rules.catalogue import AuthorityCard
from booking.rules.lifecycle import LineState, state_of
from booking.services.reservations import Receipt, ReceiptLine
from booking.web.api.telling import asset, authority, findings, judged_line, kept_quote, moment, period, price, quoted


def made(receipt: Receipt, ask: Ask, now: datetime, language: str) -> dict[str, Any]:
    """A reservation from its receipt: no query, because the one who asked waits and others wait for the lock."""
    by_number = {line.number: line for line in receipt.lines}
    facts = receipt.lines[0].judged.facts
    borrower, whom = facts.borrower, facts.beneficiary
    dossiers, lines = [], []
    for judged in receipt.judged.dossiers:
        mine, quote = [by_number[line.number] for line in judged.lines], quoted(judged.quote, language)
        dossiers.append(_made_dossier(judged.authority, mine, quote))
        lines += [_made_line(line, quote, language) for line in mine]
    return {
        "reference": receipt.reference,
        "state": str(state_of(line.state for line in receipt.lines)),
        "borrower": {"id": borrower.id, "name": borrower.name},
        "beneficiary": {"id": whom.id, "name": whom.name} if whom else None,
        "event": {"name": ask.event, "purpose": str(ask.purpose), "place": ask.place, "attendance": ask.attendance},
        "note": ask.note,
        "created_at": moment(now),
        "dossiers": dossiers,
        "lines": sorted(lines, key=lambda line: line["number"]),
    }


def _made_dossier(owner: AuthorityCard, lines: list[ReceiptLine], quote: dict[str, Any] | None) -> dict[str, Any]:
    deadline = min((decide_by(line.judged.facts) for line in lines if line.state is not LineState.APPROVED), default=None)
    return {
        "authority": authority(owner), "state": str(state_of(line.state for line in lines)), "decide_by": moment(deadline),
        "lines": [line.number for line in lines], "quote": quote,
    }  # fmt: skip


def _made_line(line: ReceiptLine, quote: dict[str, Any] | None, language: str) -> dict[str, Any]:
    told = judged_line(line.judged, quote, language)
    return {**told, "state": str(line.state), "holds_until": moment(line.holds_until), "change": None}


def seen(view: Overview, language: str) -> dict[str, Any]:
    """A reservation, or the part of it that its reader may see."""
    numbers = {line.id: line.number for line in view.lines}
    dossiers, lines = [], []
    for dossier in view.dossiers:
        quote = kept_quote(dossier.quotes, numbers, language)
        dossiers.append(_dossier(dossier, quote))
        lines += [_line(line, quote, language) for line in dossier.lines]
    return {
        "reference": view.reference,
        "state": str(view.state),
        "borrower": {"id": view.borrower_id, "name": view.borrower},
        "beneficiary": {"id": view.beneficiary_id, "name": view.beneficiary} if view.beneficiary else None,
        "event": {"name": view.event, "purpose": view.purpose, "place": view.place, "attendance": view.attendance},
        "note": view.note,
        "created_at": moment(view.created_at),
        "dossiers": dossiers,
        "lines": sorted(lines, key=lambda line: line["number"]),
    }


def _dossier(dossier: DossierView, quote: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "authority": authority(dossier.authority), "state": str(dossier.state), "decide_by": moment(dossier.decide_by),
        "lines": [line.number for line in dossier.lines], "quote": quote,
    }  # fmt: skip


def _line(line: LineView, quote: dict[str, Any] | None, language: str) -> dict[str, Any]:
    return {
        "number": line.number, "asset": asset(line.asset), "units": line.units, "handover": line.handover, "use": period(line.periods.use),
        "custody": period(line.periods.custody), "findings": findings(line.findings, language), "price": price(quote, line.number),
        "state": str(line.state), "holds_until": moment(line.holds_until), "change": _change(line.change), "measures": line.measures,
    }  # fmt: skip


def _change(change: ChangeView | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "asset": asset(change.asset), "units": change.units, "use": period(change.periods.use), "custody": period(change.periods.custody),
        "asked_by": change.asked_by, "reason": change.reason, "holds_until": moment(change.holds_until),
    }  # fmt: skip
