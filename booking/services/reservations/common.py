"""Steps that deciding, changing and handing over share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.queries.borrowers import card_of
from booking.queries.catalogue import catalogue
from booking.queries.facts import HORIZON, quota_key, quota_taken
from booking.queries.judging import JudgedLine
from booking.queries.lines import Standing, booked_on, pending, standing
from booking.rules.admission import NEVER_AT_HANDOVER, OVERRIDABLE, PAID_BEFORE_CONFIRMATION, Finding, Verdict
from booking.rules.admission.ruled import free_until, rules_met
from booking.rules.catalogue import Catalogue, relation
from booking.rules.kinds import OccupancyKind
from booking.rules.lifecycle import LineState, Party, check_move
from booking.rules.periods import Period, local
from booking.rules.permissions import Actor
from booking.rules.refusals import Busy, Refused, Taken
from booking.services import contracts, free_quotas, ledger, quotes, records, tasks
from booking.services.charges import receivables
from booking.services.reservations.asking import record_move, shape, use_quota
from models import Account, Borrower, Line, QuotaUse

NO_REASONS: Mapping[str, str] = MappingProxyType({})
RECEIPTS = frozenset({"accept", "amend", "cancel"})
"""What a borrower does itself is confirmed to it as well: its own calendar must know."""

__all__ = [
    "NEVER_AT_HANDOVER", "NO_REASONS", "await_payment", "locked", "move", "notify", "queues", "replace_promise", "requote", "return_quota",
    "settle", "stop",
]  # fmt: skip


def locked(
    session: Session, actor: Actor, act: str, reference: str, number: int, now: datetime, *others: int
) -> tuple[Catalogue, Standing]:
    """A line under the lock of its asset (and of `others`, asset ids), with what lapsed on them released, read afresh.

    It is authorised before the lock, so that a stranger makes nobody wait, and read again after it, because it may have changed.
    """
    known = catalogue(session)
    found = standing(session, actor, act, reference, number)
    change, old = pending(session, found.line.id), session.get(Line, found.line.instead_of_id) if found.line.instead_of_id else None
    beside = {each.asset_id for each in (change, old) if each}
    assets = {found.line.asset_id, *beside, *(asset for asset in others if asset in known.assets)}
    leaves = {leaf for asset in assets for leaf in known.assets[asset].leaves}
    home = session.scalars(select(Borrower.authority_id).where(Borrower.id == found.reservation.borrower_id)).one()
    ledger.turn(session, leaves, [quota for asset in assets for quota in _quotas(known, found, home, asset, now)], now)
    afresh = standing(session, actor, act, reference, number)
    if afresh.line.asset_id not in assets:  # it was moved while we waited
        raise Busy(again=True)
    return known, afresh


def _quotas(known: Catalogue, found: Standing, home: int, asset: int, now: datetime) -> list[ledger.QuotaKey]:
    """Every quota that the line may use or give back, whatever the year it moves to: a lock too many is harmless."""
    owners = {spell.subject for spell in known.assets[asset].managers}
    first = min(local(now).year, local(found.line.custody_start).year)
    years = range(first, local(now + HORIZON).year + 1)
    borrower = found.reservation.borrower_id
    rules = [(owner, rule.counts_as) for owner in owners for rule in known.rules.get(owner, ()) if rule.counts_loans]
    free = free_quotas.keys(known, home, [asset], years)
    return [*((owner, borrower, rule, year) for owner, rule in rules for year in years), *free]


def move(session: Session, found: Standing, wanted: LineState, party: Party, account: int | None, now: datetime, reason: str = "") -> None:
    """Bring a line to a state and keep the step. Raises IllegalMove."""
    current = found.state
    check_move(current, wanted, party)
    session.execute(update(Line).where(Line.id == found.line.id).values(state=wanted, holds_until=None, version=Line.version + 1))
    record_move(session, found.line.id, current, wanted, party, account, now, reason)


def settle(found: list[Finding], override: bool, reason: str, aside: Mapping[str, str] = NO_REASONS) -> dict[str, str]:
    """Raises what stands in the way of a yes: Taken, or Refused unless each refusal may be set aside and has a reason.

    `aside` holds a reason per code; with `override` the one `reason` counts for all others. Returns the reason of each that was set aside.
    """
    refusals = [finding for finding in found if finding.verdict is Verdict.REFUSED]
    if any(finding.code == "asset_taken" for finding in refusals):
        raise Taken(findings=found)
    if any(finding.code not in OVERRIDABLE for finding in refusals):
        raise Refused("request_refused", findings=found)
    return _reasons("request_refused", refusals, found, override, reason, aside)


def await_payment(found: list[Finding], override: bool, reason: str, aside: Mapping[str, str] = NO_REASONS) -> dict[str, str]:
    """Raises Refused `payment_awaited` while the owner wants to be paid before it confirms; the desk may set that aside with a reason."""
    unpaid = [finding for finding in found if finding.code in PAID_BEFORE_CONFIRMATION]
    return _reasons("payment_awaited", unpaid, found, override, reason, aside)


def _reasons(
    code: str, hindering: list[Finding], found: list[Finding], override: bool, reason: str, aside: Mapping[str, str]
) -> dict[str, str]:
    given = {each.code: aside.get(each.code, reason if override else None) for each in hindering}
    if None in given.values():
        raise Refused(code, findings=found)
    for each, why in given.items():
        if not (why or "").strip():
            raise Refused("field_required", field=f"aside_{each}" if each in aside else "reason", findings=found)
    return {each: str(why) for each, why in given.items()}


def replace_promise(session: Session, found: Standing, judged: JudgedLine, kind: OccupancyKind | None, until: datetime | None) -> None:
    """Let the line stand for what was judged: its rows in the ledger (none when it queues), its columns and its use of a quota, in one go.

    Other owners' assets never come here.
    """
    facts = judged.facts
    ledger.release(session, found.holder)
    if kind is not None:
        ledger.hold(session, facts.asset.leaves, facts.units, facts.periods.blocked, kind, found.holder, until)
    values = {**shape(judged), "asset_id": facts.asset.id, "units": facts.units, "holds_until": until, "version": Line.version + 1}
    under, choice = judged.wanted.choice or (None, None)
    extra = {
        "handover": judged.wanted.handover, "operator_id": judged.wanted.operator, "driver_id": judged.wanted.driver,
        "measures": {name: str(amount) for name, amount in judged.wanted.measures.items()} or None,
        "agreement_id": under, "agreement_choice": choice,
    }  # fmt: skip
    session.execute(update(Line).where(Line.id == found.line.id).values(**values, **extra))
    _follow_quota(session, found, judged)


def _follow_quota(session: Session, found: Standing, judged: JudgedLine) -> None:
    """A line that moved to another year or asset, or takes more or less, uses that quota and gives the old one back; free loans follow
    its price (`requote`).
    """
    mine = (QuotaUse.line_id == found.line.id, QuotaUse.returned_at.is_(None), QuotaUse.rule_id.is_not(None))
    used = session.execute(select(QuotaUse.rule_id, QuotaUse.year, QuotaUse.amount).where(*mine)).one_or_none()
    key = quota_key(judged.facts)
    if (tuple(used) if used else None) != ((*key, quota_taken(judged.facts)) if key else None):
        session.execute(update(QuotaUse).where(*mine).values(returned_at=judged.facts.now))
        use_quota(session, judged, found.line.id, judged.facts.now)


def queues(judged: JudgedLine) -> bool:
    """True where the owner collects requests: one that is not decided yet holds nothing."""
    return judged.facts.answer("collect_days_before") is not None


def stop(session: Session, found: Standing, now: datetime) -> list[str]:
    """Free all that a line held and call off its work. Returns the feeds that changed."""
    ledger.release(session, found.holder)
    return tasks.cancel(session, [found.line.id], now)


def return_quota(session: Session, found: Standing, known: Catalogue, now: datetime) -> None:
    """Give the use back when the line ends in time by the owner's rule; without such a rule, before custody begins."""
    owner, asset = known.authorities[found.dossier.authority_id], known.assets[found.line.asset_id]
    borrower, custody = card_of(session, known, found.reservation.borrower_id), Period(found.line.custody_start, found.line.custody_end)
    tie = relation(known, asset, borrower.home, borrower.kind, custody)
    if now <= free_until(rules_met(known, owner, asset, tie, borrower, booked_on(found.reservation)), custody):
        mine = (QuotaUse.line_id == found.line.id, QuotaUse.returned_at.is_(None))
        session.execute(update(QuotaUse).where(*mine).values(returned_at=now))


def requote(session: Session, known: Catalogue, found: Standing, now: datetime, accepted_by: int | None) -> None:
    """A new version of the dossier's quote for the lines that still count, as `quotes.again` writes it; the line itself, whose quotas are
    locked, takes its free loan or days anew; what is due and what is in the contract follow.
    """
    quotes.again(session, known, found.dossier, found.reservation, now, accepted_by, found.line.id)
    receivables.follow(session, known, found.dossier, now)
    contracts.follow(session, known, found.dossier, found.reservation, now)


def notify(session: Session, known: Catalogue, found: Standing, act: str, actor: Actor, now: datetime, reason: str = "") -> None:
    """Tell the other side, give the borrower a receipt of what it did itself, and leave an audit row."""
    owner = known.authorities[found.dossier.authority_id]
    asked = select(Borrower.email, Account.language).join(Account, Account.id == found.reservation.account_id)
    borrower, language = session.execute(asked.where(Borrower.id == found.reservation.borrower_id)).one()
    asker = found.reservation.account_id == actor.account_id and owner.id not in actor.authorities()
    by_desk = not (asker or actor.acts_for(found.reservation.borrower_id))
    payload = {"reference": found.reservation.reference, "number": found.line.number, "reason": reason, "owner": owner.name}
    to, spoken = (borrower, language) if by_desk else (owner.email, owner.language)
    records.mail(session, now, f"line_{act}", [to], payload, spoken)
    if act in RECEIPTS and not by_desk:
        records.mail(session, now, f"own_{act}", [borrower], payload, language)
    records.audit(session, now, actor.account_id, f"line.{act}", ("line", found.line.id), owner.id, reason=reason)
