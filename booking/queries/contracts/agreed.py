"""What owner and borrower agree for a dossier, as plain facts: parties, lines, cover, price, regulation, terms, territory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from booking.queries.judging import Judged, JudgedLine, judge_lines
from booking.queries.lines import booked_on, borrower_of, event_of, periods_of, wanted_of
from booking.queries.terms import acceptances_of, terms_of_dossier
from booking.rules.admission import BorrowerCard, Verdict
from booking.rules.admission.ruled import rules_met
from booking.rules.catalogue import Catalogue, is_own_service, relation
from booking.rules.contracts import basis
from booking.rules.lifecycle import LineState
from booking.rules.periods import Period, local
from booking.rules.refusals import NotFound
from models import Account, Authority, Borrower, Dossier, Line, Person, Quote, QuoteLine, RegulationRow, Reservation

STANDING = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)
"""The states of a line that a contract is about."""

COVER = ("agreement", "liability", "cover", "inspection", "operator", "driver")
"""What a finding's code begins with when it is cover, or somebody who must be able to."""


def asks_contract(session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation, lines: Sequence[Line]) -> bool:
    """True when a rule of the owner asks for a contract for one of these lines."""
    owner, booked = known.authorities[dossier.authority_id], booked_on(reservation)
    if not any("needs_contract" in rule.answers for rule in known.rules.get(owner.id, ())):
        return False
    borrower = borrower_of(session, known, reservation)
    if is_own_service(owner, known.authorities[borrower.home], borrower.kind, booked):
        return False
    for line in lines:
        asset = known.assets[line.asset_id]
        tie = relation(known, asset, borrower.home, borrower.kind, periods_of(line).custody)
        answer, _rule = rules_met(known, owner, asset, tie, borrower, booked).answers.get("needs_contract", (False, None))
        if answer:
            return True
    return False


def basis_of(session: Session, dossier: int, lines: Sequence[Line]) -> str:
    """What is agreed in one word: it differs when a line, who goes with it, or the price does."""
    price = session.execute(select(Quote.net, Quote.total, Quote.deposit).where(Quote.dossier_id == dossier).order_by(Quote.version.desc()))
    shapes = [
        [line.number, line.asset_id, line.units, line.handover, line.operator_id, line.driver_id]
        + [getattr(line, name).isoformat() for name in ("use_start", "use_end", "custody_end")]
        for line in lines
    ]
    newest = price.first()
    return basis({"lines": shapes, "price": list(newest) if newest else None})


def agreed_of(
    session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation, lines: Sequence[Line], now: datetime
) -> dict[str, Any]:
    """All that the contract says, in plain JSON and in no language yet."""
    borrower = borrower_of(session, known, reservation)
    judged = _judged(session, known, borrower, reservation, lines, now)
    named = {key for line in lines for key in (line.operator_id, line.driver_id) if key}
    names = dict(session.execute(select(Person.id, Person.name).where(Person.id.in_(named))).all())
    reach = {line.facts.answer("territory") for line in judged.lines} - {None}
    other = judged.lines[0].facts.passed_on_to
    return {
        "made": local(now).date().isoformat(),
        "owner": _authority(session.get_one(Authority, dossier.authority_id)),
        "borrower": _borrower(session, known, reservation),
        "reservation": {
            "reference": reservation.reference, "event": reservation.event, "purpose": reservation.purpose, "place": reservation.place,
            "beneficiary": reservation.beneficiary,
        },
        "lines": [_line(known, line, each, names) for line, each in zip(lines, judged.lines, strict=True)],
        "price": _price(session, dossier.id, {line.id: line.number for line in lines}),
        "terms": _terms(session, known, dossier, reservation),
        "territory": next(iter(reach)) if len(reach) == 1 else None,
        "onward": any(line.facts.answer("onward") is True for line in judged.lines),
        "passed_on_to": other.name if other else None,
    }  # fmt: skip


def _judged(
    session: Session, known: Catalogue, borrower: BorrowerCard, reservation: Reservation, lines: Sequence[Line], now: datetime
) -> Judged:
    """The lines as they were promised, judged once more; who is named but has left since proves nothing any more."""
    wanted = [replace(wanted_of(known, line), kept=periods_of(line)) for line in lines]
    event, booked = event_of(session, known, reservation, borrower), booked_on(reservation)
    try:
        return judge_lines(session, known, borrower, event, wanted, now, booked)
    except NotFound:
        return judge_lines(session, known, borrower, event, [replace(each, operator=None, driver=None) for each in wanted], now, booked)


def _authority(row: Authority) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("name", "address", "postal_code", "kbo", "email", "phone", "language")}


def _borrower(session: Session, known: Catalogue, reservation: Reservation) -> dict[str, Any]:
    row = session.get_one(Borrower, reservation.borrower_id)
    asked = session.scalars(select(Account.name).where(Account.id == reservation.account_id)).one()
    told = {name: getattr(row, name) for name in ("name", "kind", "kbo", "email", "phone")}
    return {**told, "home": known.authorities[row.authority_id].name, "asked_by": asked}


def _line(known: Catalogue, line: Line, judged: JudgedLine, names: Mapping[int, str]) -> dict[str, Any]:
    asset, periods = known.assets[line.asset_id], periods_of(line)
    depot = known.depot(asset, local(line.custody_start).date())
    parts = [known.assets[part].name for part in asset.leaves if part != asset.id]
    cover = [f for f in judged.findings if f.code.startswith(COVER) and not f.code.endswith("_not_required")]
    return {
        "number": line.number, "asset": asset.name, "code": asset.code, "units": line.units, "in_place": asset.in_place,
        "use": _ends(periods.use), "custody": _ends(periods.custody), "handover": line.handover, "depot": depot.name,
        "address": depot.address, "operator": names.get(line.operator_id or 0), "driver": names.get(line.driver_id or 0),
        "parts": sorted(parts), "value_cents": asset.value_cents,
        "cover": [{"code": f.code, "evidence": dict(f.evidence), "ok": f.verdict is Verdict.OK} for f in cover],
    }  # fmt: skip


def _ends(period: Period) -> list[str]:
    return [period.start.isoformat(), period.end.isoformat()]


def _price(session: Session, dossier: int, numbers: Mapping[int, int]) -> dict[str, Any] | None:
    quote = session.scalars(select(Quote).where(Quote.dossier_id == dossier).order_by(Quote.version.desc()).limit(1)).one_or_none()
    if quote is None:
        return None
    posts = select(*QuoteLine.__table__.c).where(QuoteLine.quote_id == quote.id).order_by(QuoteLine.position)
    rows = session.execute(posts).mappings().all()
    laws = select(RegulationRow).where(RegulationRow.id.in_({row["regulation_id"] for row in rows})).order_by(RegulationRow.id)
    return {
        "version": quote.version, "net": quote.net, "vat": quote.vat, "total": quote.total, "deposit": quote.deposit,
        "posts": [_post(row, numbers) for row in rows],
        "regulations": [_law(law) for law in session.scalars(laws)],
    }  # fmt: skip


def _law(row: RegulationRow) -> dict[str, Any]:
    return {"title": row.title, "first": row.valid_from.isoformat() if row.valid_from else None}


def _post(row: RowMapping, numbers: Mapping[int, int]) -> dict[str, Any]:
    kept = {name: row[name] for name in ("article", "code", "details", "amount", "vat", "deposit")}
    return {**kept, "line": numbers.get(row["line_id"])}


def _terms(session: Session, known: Catalogue, dossier: Dossier, reservation: Reservation) -> list[dict[str, Any]]:
    accepted = {each.version: each for each in acceptances_of(session, [dossier.id]).get(dossier.id, ())}
    return [
        {
            "titles": dict(card.titles), "number": card.number, "first": card.first.isoformat(),
            "by": accepted[card.id].name if card.id in accepted else None,
            "on": accepted[card.id].at.isoformat() if card.id in accepted else None,
        }
        for card in terms_of_dossier(session, known, dossier, reservation)
    ]  # fmt: skip
