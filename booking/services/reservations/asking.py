"""Asking: a preview that writes nothing, and the request that judges the same way under the locks and then writes all lines or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from sqlalchemy.orm import Session

from booking.queries.basket import Found
from booking.queries.borrowers import borrower_card
from booking.queries.catalogue import catalogue
from booking.queries.facts import quota_key, quota_taken
from booking.queries.judging import Judged, JudgedDossier, JudgedLine, judge
from booking.queries.nearby import Alternatives, alternatives
from booking.rules import asking
from booking.rules.admission import BorrowerCard, Finding, Outcome, Verdict
from booking.rules.admission.conditions import decide_by
from booking.rules.admission.options import option_until
from booking.rules.asking import Ask
from booking.rules.catalogue import Catalogue
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import LineState, Party
from booking.rules.permissions import Actor
from booking.rules.refusals import NotAllowed, Refused, Taken
from booking.rules.waiting import FREED_IN_TIME
from booking.services import basket as baskets
from booking.services import contracts, free_quotas, ledger, quotes, records, tasks
from booking.services.charges import receivables
from booking.services.rows import add, add_all, gathered, write_gathered
from booking.services.terms import accept_with_request
from booking.services.transaction import transaction
from models import Decision, Dossier, Line, LineMove, QuotaUse, Quote, Reservation
from models.reservations import reference_of


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A line as it was written."""

    id: int
    number: int
    state: LineState
    judged: JudgedLine
    holds_until: datetime | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a request became: its reference and, per line, the state and what was found; `dossiers` maps the authority to its dossier id."""

    reservation_id: int
    reference: str
    lines: list[ReceiptLine]
    judged: Judged
    dossiers: dict[int, int]


def preview(session: Session, actor: Actor, ask: Ask, now: datetime, basket: Found | None = None) -> Judged:
    """Findings and price of a request, nothing written; what its basket holds is free for it.

    Raises as `request` does for input that makes no sense, but never for a verdict.
    """
    asking.check(ask)
    known = catalogue(session)
    own = basket.holders(now) if basket else ()
    return judge(session, known, borrower_card(session, known, actor, ask.borrower), ask, now, own)


def request(
    session: Session, actor: Actor, ask: Ask, now: datetime, basket: Found | None = None, for_desk: Collection[str] = ()
) -> Receipt:
    """Write a request: all lines or none. What a check refuses by one of the codes `for_desk` is left to the owner's desk.

    Consequences, in order: the assets and quotas are locked; what lapsed on them is released, as is what the basket held, and what
    is asked leaves the basket; every check runs; the reservation, a dossier per authority with its quote, and the lines with their
    findings are written; each line holds its units (a collected one queues); a line that its owner confirms at once is approved and gets
    its tasks; mails wait in the outbox; one audit row.

    Raises Taken (with alternatives per line) when something is taken, Refused `request_refused` (with the findings per line) when a check
    refuses, NotFound for a borrower, asset or person that the actor may not use, Busy when its turn does not come.
    """
    asking.check(ask)
    if actor.account_id is None:
        raise NotAllowed()
    with transaction(session):
        known = catalogue(session)
        borrower = borrower_card(session, known, actor, ask.borrower)
        assets = _leaves(known, ask)
        most = len(ask.lines)
        wanted = {Reservation: 1, Dossier: most, Quote: most, Line: most}
        ledger.turn(session, assets, _quotas(known, borrower, ask), now, wanted)
        if basket:
            baskets.release_for(session, basket.id, [line.asset for line in ask.lines])
        judged = judge(session, known, borrower, ask, now)
        _refuse(session, known, judged, now, for_desk)
        return write(session, known, actor, actor.account_id, ask, judged, now)


def write(session: Session, known: Catalogue, actor: Actor, account: int, ask: Ask, judged: Judged, now: datetime) -> Receipt:
    """Write what was judged, whatever was found: for a caller that holds the locks and answers for what stands in the way."""
    owners = len(judged.dossiers)
    with gathered(session, {Reservation: 1, Dossier: owners, Quote: owners, Line: len(judged.lines)}):
        receipt = _write(session, known, actor, account, ask, judged, now)
    asked = {line.judged.facts.owner.id for line in receipt.lines if line.state is LineState.APPROVED and _needs_contract(line)}
    for owner in sorted(asked):  # confirmed at once
        write_gathered(session)
        kept = session.get_one(Dossier, receipt.dossiers[owner])
        contracts.follow(session, known, kept, session.get_one(Reservation, receipt.reservation_id), now)
    return receipt


def _needs_contract(line: ReceiptLine) -> bool:
    return bool(line.judged.facts.answer("needs_contract"))


def _leaves(known: Catalogue, ask: Ask) -> set[int]:
    return {leaf for line in ask.lines if line.asset in known.assets for leaf in known.assets[line.asset].leaves}


def _quotas(known: Catalogue, borrower: BorrowerCard, ask: Ask) -> set[ledger.QuotaKey]:
    """The quotas that may be used up: every rule that counts loans and every term with a quota, of every owner asked. A lock too many is
    harmless, one too few is not.
    """
    owners = {spell.subject for line in ask.lines if line.asset in known.assets for spell in known.assets[line.asset].managers}
    years = {day.year for line in ask.lines for day in (line.use.days()[0] - timedelta(days=7), line.use.days()[0])}
    of_rules = {
        (owner, borrower.id, rule.counts_as, year)
        for owner in owners
        for rule in known.rules.get(owner, ())
        if rule.counts_loans
        for year in years
    }
    return {*of_rules, *free_quotas.keys(known, borrower.home, [line.asset for line in ask.lines], years)}


def _refuse(session: Session, known: Catalogue, judged: Judged, now: datetime, for_desk: Collection[str]) -> None:
    refusing = [line for line in judged.lines if any(found.code not in for_desk for found in _refusals(line.findings))]
    if not refusing:
        return
    only_taken = all(finding.code == "asset_taken" for line in refusing for finding in _refusals(line.findings))
    found: dict[int, Alternatives] = {
        line.number: alternatives(session, known, line, now) for line in refusing if any(f.code in FREED_IN_TIME for f in line.findings)
    }
    if only_taken:
        raise Taken(lines=judged.lines, alternatives=found)
    raise Refused("request_refused", lines=judged.lines, alternatives=found)


def _refusals(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.verdict is Verdict.REFUSED]


@dataclass(frozen=True, slots=True)
class Writing:
    """What every part of one request is written with."""

    session: Session
    known: Catalogue
    ask: Ask
    reservation_id: int
    account: int
    now: datetime


def _write(session: Session, known: Catalogue, actor: Actor, account: int, ask: Ask, judged: Judged, now: datetime) -> Receipt:
    whom = judged.lines[0].facts.beneficiary
    values = {
        "borrower_id": ask.borrower, "account_id": account, "event": ask.event, "purpose": ask.purpose, "place": ask.place,
        "place_authority_id": ask.place_authority, "attendance": ask.attendance, "note": ask.note, "created_at": now,
        "beneficiary_id": whom.id if whom else None, "beneficiary": whom.name if whom else "",
    }  # fmt: skip
    reservation_id = add(session, Reservation, **values)
    writing = Writing(session, known, ask, reservation_id, account, now)
    written: list[ReceiptLine] = []
    dossiers: dict[int, int] = {}
    feeds: list[str] = []
    for dossier in judged.dossiers:
        dossier_id, lines, changed = _write_dossier(writing, dossier)
        dossiers[dossier.authority.id] = dossier_id
        if ask.accepting:
            accept_with_request(session, actor, dossier_id, [line.facts for line in dossier.lines], ask.accepting.door, now)
        written += lines
        feeds += changed
    reference = reference_of(reservation_id, now)
    _tell(writing, judged, written, reference, actor.language)
    records.raise_versions(session, feeds)
    return Receipt(reservation_id, reference, sorted(written, key=lambda line: line.number), judged, dossiers)


def _tell(writing: Writing, judged: Judged, written: list[ReceiptLine], reference: str, language: str) -> None:
    """A mail to every desk and to the borrower, and the audit row."""
    states = {line.number: line.state for line in written}
    told = {"reference": reference}
    letters = []
    for dossier in judged.dossiers:
        confirmed = all(states[line.number] is LineState.APPROVED for line in dossier.lines)
        event, owner = "request_confirmed" if confirmed else "request_received", dossier.authority
        letters.append(records.Letter(event, owner.email, told, owner.language))
    letters.append(records.Letter("request_sent", judged.lines[0].facts.borrower.email, told, language))
    records.post(writing.session, writing.now, letters)
    details = {"reference": reference, "lines": len(written)}
    records.audit(writing.session, writing.now, writing.account, "reservation.request", ("reservation", writing.reservation_id), **details)


def _write_dossier(writing: Writing, dossier: JudgedDossier) -> tuple[int, list[ReceiptLine], list[str]]:
    session, now = writing.session, writing.now
    waiting = [decide_by(line.facts) for line in dossier.lines if line.facts.option or line.outcome is not Outcome.CONFIRMED]
    values = {
        "reservation_id": writing.reservation_id, "authority_id": dossier.authority.id, "decide_by": min(waiting, default=None),
        "created_at": now,
    }  # fmt: skip
    dossier_id = add(session, Dossier, **values)
    written = [write_line(writing, dossier_id, line) for line in dossier.lines]
    lines = [line for line, _ in written]
    quotes.keep(session, dossier_id, dossier, {line.number: line.id for line in lines}, now, writing.account, first=True)
    firm = any(line.state is LineState.APPROVED for line in lines)
    receivables.begin(session, dossier_id, dossier, values["decide_by"], firm=firm, now=now)
    return dossier_id, lines, [name for _, feeds in written for name in feeds]


def write_line(writing: Writing, dossier_id: int, line: JudgedLine) -> tuple[ReceiptLine, list[str]]:
    """A judged line with its move, decision, hold, quota use and (when confirmed) tasks, and the feeds that changed."""
    session, now, facts = writing.session, writing.now, line.facts
    state, kind, until = _standing(line)
    values = {
        "reservation_id": writing.reservation_id, "dossier_id": dossier_id, "number": line.number, "asset_id": facts.asset.id,
        "units": facts.units, "state": state, "handover": line.wanted.handover, "operator_id": line.wanted.operator,
        "driver_id": line.wanted.driver, "measures": {name: str(amount) for name, amount in line.wanted.measures.items()} or None,
        "holds_until": until, "version": 1, **shape(line),
    }  # fmt: skip
    line_id = add(session, Line, **values)
    confirmed = state is LineState.APPROVED
    record_move(session, line_id, LineState.DRAFT, state, Party.SYSTEM if confirmed else Party.BORROWER, writing.account, now)
    record_decision(session, line_id, "confirm" if confirmed else "request", writing.account, line.findings, now)
    if kind is not None:
        ledger.hold(session, facts.asset.leaves, facts.units, facts.periods.blocked, kind, ledger.holder_of(line_id), until)
    use_quota(session, line, line_id, now)
    free_quotas.use(session, line.facts, line_id, now)
    title = writing.ask.event or facts.borrower.name
    feeds = tasks.plan(session, writing.known, line, line_id, title, writing.ask.place, now, fresh=True) if confirmed else []
    return ReceiptLine(line_id, line.number, state, line, until), feeds


def _standing(line: JudgedLine) -> tuple[LineState, OccupancyKind | None, datetime | None]:
    """The state a line begins in, how it stands in the ledger (None: it queues) and until when."""
    option = option_until(line.facts)
    if option is not None:
        return LineState.OPTION, OccupancyKind.OPTION, option
    if line.outcome is Outcome.CONFIRMED:
        return LineState.APPROVED, OccupancyKind.FIRM, None
    if line.facts.answer("collect_days_before") is not None:
        return LineState.REQUESTED, None, None
    return LineState.REQUESTED, OccupancyKind.REQUEST, decide_by(line.facts)


def shape(line: JudgedLine) -> dict[str, datetime]:
    """The six moments of a line's three periods, as columns."""
    periods = line.facts.periods
    return {
        "use_start": periods.use.start, "use_end": periods.use.end, "custody_start": periods.custody.start,
        "custody_end": periods.custody.end, "blocked_start": periods.blocked.start, "blocked_end": periods.blocked.end,
    }  # fmt: skip


def record_move(
    session: Session, line_id: int, old: LineState, new: LineState, party: Party, account: int | None, now: datetime, reason: str = ""
) -> None:
    """A step of a line, kept for ever."""
    row = {"line_id": line_id, "from_state": old, "to_state": new, "party": party, "account_id": account, "at": now, "reason": reason}
    add_all(session, LineMove, [row])


def record_decision(
    session: Session, line_id: int, act: str, account: int | None, found: list[Finding], now: datetime, reason: str = "",
    aside: Mapping[str, str] = MappingProxyType({}),
) -> None:  # fmt: skip
    """What was known when it was decided, kept for ever; `aside` are the reasons for what was set aside, by code."""
    kept = [finding.as_json() | ({"set_aside": aside[finding.code]} if finding.code in aside else {}) for finding in found]
    row = {"line_id": line_id, "act": act, "account_id": account, "at": now, "reason": reason, "findings": kept}
    add_all(session, Decision, [row])


def use_quota(session: Session, line: JudgedLine, line_id: int, now: datetime) -> None:
    """Count a use of the owner's quota, when it has one; the quota's lock is held."""
    key = quota_key(line.facts)
    if key:
        row = {
            "rule_id": key[0], "term_id": None, "party_id": None, "year": key[1], "amount": quota_taken(line.facts),
            "authority_id": line.facts.owner.id, "borrower_id": line.facts.borrower.id, "line_id": line_id, "used_at": now,
        }  # fmt: skip
        add_all(session, QuotaUse, [row])
