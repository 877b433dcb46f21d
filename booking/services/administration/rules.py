"""Rules of an owner: a new one, one that succeeds another, and an end. What may have decided something is never rewritten."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.queries.administration.rules import card_of_row
from booking.queries.catalogue import catalogue
from booking.rules.catalogue import Catalogue, RuleCard, contending
from booking.rules.lending import QUESTIONS, DurationUnit, LeadUnit, QuotaUnit
from booking.rules.periods import local
from booking.rules.permissions import Actor, may
from booking.rules.refusals import NotFound, Refused
from booking.services.administration.changes import change_row, check_version, record_change, settings_of
from booking.services.rows import add
from booking.services.transaction import transaction
from models import Asset, Authority, Category, LendingRule

NOUN = "rule"
ACT = "rule.administer"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What a rule says, about what and whom, and from when until when it holds (models/lending_rules)."""

    valid_from: date
    valid_until: date | None = None
    asset_id: int | None = None
    category_id: int | None = None
    relation: str | None = None
    recognition: str | None = None
    borrower_kind: str | None = None
    may_borrow: bool | None = None
    onward: bool | None = None
    needs_agreement: bool | None = None
    needs_contract: bool | None = None
    purposes: list[str] | None = None
    territory: str | None = None
    notice: int | None = None
    notice_unit: str = LeadUnit.DAYS
    horizon: int | None = None
    horizon_unit: str = LeadUnit.MONTHS
    priority: int | None = None
    priority_unit: str = LeadUnit.MONTHS
    shortest: int | None = None
    shortest_unit: str = DurationUnit.HOURS
    longest: int | None = None
    longest_unit: str = DurationUnit.DAYS
    most_units: int | None = None
    quota: int | None = None
    quota_unit: str = QuotaUnit.TIMES
    blackout_from: date | None = None
    blackout_until: date | None = None
    blackout_yearly: bool = False
    blackout_reason: str = ""
    spared: list[str] | None = None
    decides: str | None = None
    decision_days: int | None = None
    collect_days_before: int | None = None
    option_days: int | None = None
    option_days_before: int | None = None
    free_cancellation_days: int | None = None
    hire_before: str | None = None
    deposit_before: str | None = None
    payment_days: int | None = None
    source: str = ""

    def card(self, key: int = 0) -> RuleCard:
        """The rule as it would judge."""
        return card_of_row({**asdict(self), "id": key, "counts_with_id": None})


def create_rule(session: Session, actor: Actor, authority: int, wanted: RuleSettings, now: datetime) -> int:
    """A new rule; returns its id.

    Raises NotFound for an authority that the actor does not administer, Refused `rule_says_nothing`, `rule_starts_in_past`,
    `dates_reversed`, `rule_spares_nobody`, `rule_asset_foreign`, and `rule_contends` with the `other` rule's id
    and the `question` that both answer.
    """
    with transaction(session):
        _hold(session, actor, authority)
        _check(session, authority, wanted, now, replacing=None)
        key = add(session, LendingRule, authority_id=authority, succeeds_id=None, counts_with_id=None, **asdict(wanted))
        record_change(session, actor, NOUN, key, None, _told(session, wanted), now, authority=authority)
        return key


def succeed_rule(session: Session, actor: Actor, key: int, version: int | None, wanted: RuleSettings, now: datetime) -> int:
    """The rule says something else from `wanted.valid_from` on; returns the id of the row that says so.

    One that has begun ends the day before and another takes its place: what was decided still shows what it rests on, and a quota goes on
    counting. One that is yet to begin has decided nothing and is changed itself. Raises as `create_rule`, and ChangedMeanwhile,
    Refused `rule_ended`.
    """
    with transaction(session):
        row = _own(session, actor, key)
        check_version(session, NOUN, key, version)
        today = local(now).date()
        if row.valid_until is not None and row.valid_until < today:
            raise Refused("rule_ended")
        _check(session, row.authority_id, wanted, now, replacing=row)
        if row.valid_from is not None and row.valid_from > today:
            before = settings_of(RuleSettings, row)
            change_row(session, row, wanted)
            told = _told(session, before), _told(session, wanted)
            record_change(session, actor, NOUN, key, *told, now, authority=row.authority_id)
            return key
        before = settings_of(RuleSettings, row)
        counts = row.counts_with_id or row.id if (row.quota, wanted.quota) != (None, None) and row.quota_unit == wanted.quota_unit else None
        row.valid_until = wanted.valid_from - DAY
        session.flush()
        new = add(session, LendingRule, authority_id=row.authority_id, succeeds_id=key, counts_with_id=counts, **asdict(wanted))
        ended = {"valid_until": before.valid_until}, {"valid_until": row.valid_until}
        record_change(session, actor, NOUN, key, *ended, now, authority=row.authority_id)
        told = _told(session, before), _told(session, wanted)
        record_change(session, actor, NOUN, new, *told, now, authority=row.authority_id)
        return new


def end_rule(session: Session, actor: Actor, key: int, version: int | None, last: date, now: datetime) -> None:
    """The rule holds up to and including `last`, from yesterday on: then it holds no more. The row stays.

    Raises NotFound, ChangedMeanwhile, Refused `rule_ended`, `rule_ends_in_past`.
    """
    with transaction(session):
        row = _own(session, actor, key)
        check_version(session, NOUN, key, version)
        today = local(now).date()
        if row.valid_until is not None and row.valid_until < today:
            raise Refused("rule_ended")
        if last < today - DAY:
            raise Refused("rule_ends_in_past", field="last")
        before = {"valid_until": row.valid_until}
        row.valid_until = last
        session.flush()
        record_change(session, actor, NOUN, key, before, {"valid_until": last}, now, authority=row.authority_id)


def _told(session: Session, settings: RuleSettings) -> dict[str, Any]:
    """What a rule says, for the record: no unit without its amount, and names instead of ids."""
    said = {name: value for name, value in asdict(settings).items() if value not in (None, "", False)}
    said |= {name: value for name, value in asdict(settings).items() if name in _YES_OR_NO and value is False}
    told = {name: value for name, value in said.items() if not name.endswith("_unit") or name.removesuffix("_unit") in said}
    asset, category = told.pop("asset_id", None), told.pop("category_id", None)
    if asset:
        told["asset"] = session.get_one(Asset, asset).name
    if category:
        told["category"] = session.get_one(Category, category).code
    return told


_YES_OR_NO = ("may_borrow", "onward", "needs_agreement", "needs_contract")


def _hold(session: Session, actor: Actor, authority: int) -> None:
    """One at a time writes the rules of an owner, so that two that contend are never written at one moment."""
    if not may(actor, ACT, authorities=(authority,)):
        raise NotFound("authority_unknown")
    session.execute(select(Authority.id).where(Authority.id == authority).with_for_update())


def _own(session: Session, actor: Actor, key: int) -> LendingRule:
    authority = session.scalar(select(LendingRule.authority_id).where(LendingRule.id == key))
    if authority is None:
        raise NotFound("rule_unknown")
    _hold(session, actor, authority)
    return session.get_one(LendingRule, key, populate_existing=True)


def _check(session: Session, authority: int, wanted: RuleSettings, now: datetime, replacing: LendingRule | None) -> None:
    if wanted.valid_from < local(now).date():
        raise Refused("rule_starts_in_past", field="valid_from")
    if wanted.valid_until is not None and wanted.valid_until < wanted.valid_from:
        raise Refused("dates_reversed", field="valid_until")
    if (wanted.blackout_from is None) != (wanted.blackout_until is None):
        raise Refused("field_required", field="blackout_until" if wanted.blackout_from else "blackout_from")
    if wanted.blackout_from and wanted.blackout_until and not 0 <= (wanted.blackout_until - wanted.blackout_from).days < 365:
        raise Refused("rule_blackout_dates", field="blackout_until")
    if wanted.priority is not None and not wanted.spared:
        raise Refused("rule_spares_nobody", field="spared")
    card, known = wanted.card(), catalogue(session)
    if not card.answers and not card.blackout:
        raise Refused("rule_says_nothing")
    _check_subject(session, known, authority, wanted)
    others = [each for each in known.rules.get(authority, ()) if replacing is None or each.id != replacing.id]
    for other, questions in contending(card, others):
        raise Refused("rule_contends", other=other.id, question=min(questions, key=QUESTIONS.index))


def _check_subject(session: Session, known: Catalogue, authority: int, wanted: RuleSettings) -> None:
    asset = known.assets.get(wanted.asset_id) if wanted.asset_id else None
    foreign = wanted.asset_id and (asset is None or authority not in {spell.subject for spell in asset.managers})
    if foreign or (wanted.category_id and session.get(Category, wanted.category_id) is None):
        raise Refused("rule_asset_foreign", field="about")
