"""All that the rules need to know about the lines of a request, gathered in a handful of queries whatever their number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from booking.queries.at_once import AtOnce, at_once
from booking.queries.elbow_room import with_room
from booking.queries.free_quotas import FreeQuotas, free_quotas
from booking.queries.held import persons, remember_waivers, towing_kg, waivers_of
from booking.queries.joint_use import in_joint_use
from booking.queries.ledger import Taken, free_of, stretch, taken
from booking.rules.admission import Beneficiary, BorrowerCard, Facts, PersonCard
from booking.rules.admission.ruled import rules_met
from booking.rules.catalogue import (
    AssetCard,
    Catalogue,
    Choice,
    RequirementCard,
    RuleCard,
    bound_for,
    is_own_service,
    relation,
    terms_for,
)  # fmt: skip
from booking.rules.custody import Periods
from booking.rules.kinds import Handover, Purpose
from booking.rules.periods import Period, local
from booking.rules.refusals import NotFound
from booking.rules.terms import Accepting
from models import QuotaUse

HORIZON = timedelta(days=3 * 366)  # how far ahead the ledger reaches


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line to be judged: `ignoring` is its own holder when it already stands in the ledger, `kept` the periods it was promised, `free`
    the units that are free for it where the caller has counted them.

    With `settled` it keeps what it took of a free quota, no more and no less. `choice` is what its owner chose about an agreement (by its
    id) that ends before it does. `asked` is when it was asked for this time, if not today.
    """

    asset: AssetCard
    use: Period
    units: int = 1
    handover: str = Handover.PICKUP
    operator: int | None = None
    driver: int | None = None
    measures: Mapping[str, Decimal] = field(default_factory=dict)
    ignoring: str | None = None
    kept: Periods | None = None
    free: int = 0
    settled: bool = False
    choice: Choice | None = None
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What the lines are for, which terms of use are accepted with a new request, until when that is asked as an option, and for whom the
    borrower asks it where that is not itself.
    """

    purpose: str = Purpose.EVENT
    territory: int | None = None
    accepting: Accepting | None = None
    option: datetime | None = None
    beneficiary: Beneficiary | None = None


def gather(
    session: Session,
    catalogue: Catalogue,
    borrower: BorrowerCard,
    event: Event,
    wanted: Sequence[Wanted],
    now: datetime,
    without: Collection[str] = (),
    booked: date | None = None,
) -> list[Facts]:
    """The facts of each line. A line sees the lines before it in the same request as taken, but not what the holders `without` hold.
    `booked` is the day on which it was first asked, when that is not today.

    Raises InvalidTime when a place stays shut too long and NotFound for a person that is not the borrower's own, or whom someone names who
    only claims to act for it.
    """
    facts = _uncounted(session, catalogue, borrower, event, wanted, booked or local(now).date(), now)
    ignoring = [line.ignoring for line in wanted]
    counts = _Counts(
        rows=_ledger(session, wanted, [found.periods for found in facts], now, without),
        used=_quota_used(session, borrower, facts, ignoring),
        frees=free_quotas(session, facts, ignoring),
        others=at_once(session, catalogue, facts, ignoring, now),
    )
    counted = [
        _counted(session, catalogue, counts, line, found, number)
        for number, (line, found) in enumerate(zip(wanted, facts, strict=True))
    ]
    return with_room(session, catalogue, in_joint_use(session, catalogue, counted, ignoring, now, without), ignoring, now, without)


def gather_each(
    session: Session,
    catalogue: Catalogue,
    borrower: BorrowerCard,
    event: Event,
    wanted: Sequence[Wanted],
    now: datetime,
) -> list[Facts]:
    """The facts of each line as if it alone were asked, where `free` units of it are free. Raises as `gather` does."""
    facts = _uncounted(session, catalogue, borrower, event, wanted, local(now).date(), now)
    used = _quota_used(session, borrower, facts, [line.ignoring for line in wanted])
    frees = free_quotas(session, facts, [line.ignoring for line in wanted])
    others = at_once(session, catalogue, facts, [line.ignoring for line in wanted], now)
    counted = []
    for line, found in zip(wanted, facts, strict=True):
        key, beside = quota_key(found), others.beside(found, line.ignoring)
        count = used.get(key, 0) if key else 0
        known = found.with_counts(found.free, count, beside) if count or beside else found  # of hundreds hardly one
        counted.append(frees.counted(known, line.ignoring if line.settled else None))
    ignoring = [line.ignoring for line in wanted]
    shared = in_joint_use(session, catalogue, counted, ignoring, now, together=False)
    return with_room(session, catalogue, shared, ignoring, now, together=False)


def _uncounted(
    session: Session,
    catalogue: Catalogue,
    borrower: BorrowerCard,
    event: Event,
    wanted: Sequence[Wanted],
    booked: date,
    now: datetime,
) -> list[Facts]:
    """The facts of each line but for what the quotas hold, and the ledger where nobody counted yet."""
    periods = [line.kept or catalogue.periods(line.asset, line.use) for line in wanted]
    named = _named(session, borrower, wanted, local(now).date())
    remember_waivers(session, catalogue)
    return [facts_of(catalogue, borrower, event, line, shape, named, booked, now) for line, shape in zip(wanted, periods, strict=True)]


def _named(session: Session, borrower: BorrowerCard, wanted: Sequence[Wanted], today: date) -> dict[int, PersonCard]:
    keys = {key for line in wanted for key in (line.operator, line.driver) if key}
    if keys and not borrower.verified:
        raise NotFound("person_unknown")
    return persons(session, keys, borrower.id, today)


def _ledger(
    session: Session, wanted: Sequence[Wanted], periods: Sequence[Periods], now: datetime, without: Collection[str]
) -> dict[int, list[Taken]]:
    span = Period(min(p.blocked.start for p in periods), max(p.blocked.end for p in periods))
    leaves = {leaf for line in wanted for leaf in line.asset.leaves}
    return {asset: list(rows) for asset, rows in taken(session, span, now, leaves, without).items()}


def facts_of(
    catalogue: Catalogue, borrower: BorrowerCard, event: Event, line: Wanted, periods: Periods, named: Mapping[int, PersonCard],
    booked: date, now: datetime,
) -> Facts:  # fmt: skip
    """The facts of a line but for what the quotas hold, and the ledger where nobody counted yet. No query; `named` are persons by id."""
    day = local(periods.custody.start).date()
    asset, owner, depot = line.asset, catalogue.owner(line.asset, day), catalogue.depot(line.asset, day)
    home, house = catalogue.authorities[borrower.home], catalogue.authorities[borrower.home].house(day)
    kin = relation(catalogue, asset, borrower.home, borrower.kind, periods.custody)
    bound = bound_for(catalogue, asset, house, borrower.kind, day, kin, line.choice)
    met = rules_met(catalogue, owner, asset, bound.relation, borrower, booked)
    return Facts(
        now=now, borrower=borrower, asset=asset, owner=owner, units=line.units, periods=periods, free=line.free,
        calendar=depot.calendar, place=depot.name, relation=bound.relation, house=house, horizon=now + HORIZON,
        purpose=event.purpose, territory=event.territory, option=event.option, beneficiary=event.beneficiary,
        partners=_partners(catalogue, asset, owner.house(day), met.answers.get("territory")),
        agreement=bound.agreement,
        gap=bound.gap,
        choice=bound.choice,
        rules=met.answers,
        blackouts=met.blackouts,
        asked=line.asked or local(now).date(),
        **_proofs(catalogue, line, named, borrower.kind, event.purpose, day),
        terms=() if is_own_service(owner, home, borrower.kind, day) else terms_for(catalogue.terms_of_use, owner, asset, booked),
        term=bound.term,
        given=catalogue.exemption(owner, home, asset.category_id, booked),
        returned=catalogue.exemption(home, owner, asset.category_id, booked),
        work=catalogue.work(asset, periods, line.handover) if asset.steps else None,
    )  # fmt: skip


def _proofs(
    catalogue: Catalogue, line: Wanted, named: Mapping[int, PersonCard], borrower_kind: str, purpose: str, day: date
) -> dict[str, Any]:
    """The facts about the proofs that the owner asks for: which, for which parts, and who drives and operates."""
    parts = tuple([catalogue.assets[leaf] for leaf in line.asset.leaves if leaf != line.asset.id])
    return {
        "requirements": _requirements(catalogue, line.asset, borrower_kind, purpose, day),
        "operator": named.get(line.operator or 0),
        "driver": named.get(line.driver or 0),
        "self_driven": line.handover == Handover.PICKUP,
        "parts": parts,
        "towing_kg": towing_kg(line.measures),
        "waivers": waivers_of(catalogue, catalogue.owner(line.asset, day).id),
        "part_requirements": {part.id: _requirements(catalogue, part, borrower_kind, purpose, day) for part in parts},
    }


def _requirements(catalogue: Catalogue, asset: AssetCard, borrower_kind: str, purpose: str, day: date) -> tuple[RequirementCard, ...]:
    """What the owner of an asset on a day asks of this kind of borrower for this purpose."""
    asked = catalogue.requirements.get(catalogue.owner(asset, day).id, ())
    return tuple([each for each in asked if each.is_about(asset, borrower_kind, purpose, day)])


def _partners(catalogue: Catalogue, asset: AssetCard, owner: int, reach: tuple[Any, RuleCard] | None) -> frozenset[int]:
    """Every authority that shares an agreement about the asset with its owner, whatever the dates: territory is a place, not a period.
    Asked only where the owner's rule names partners.
    """
    found = frozenset[int]()
    if not reach or reach[0] != "partners":
        return found
    for agreement in catalogue.agreements:
        parties = frozenset(spell.subject for spell in agreement.parties)
        if owner in parties and agreement.in_scope(asset):
            found |= parties
    return found


def _quota_used(
    session: Session, borrower: BorrowerCard, facts: Sequence[Facts], ignoring: Collection[str | None]
) -> dict[tuple[int, int], int]:
    """What is used of each quota that concerns these lines, by (rule, year), uses by the lines themselves left out."""
    keys = {key for each in facts if (key := quota_key(each))}
    if not keys:
        return {}
    mine = [int(holder.removeprefix("line:")) for holder in ignoring if holder]
    query = (
        select(QuotaUse.rule_id, QuotaUse.year, func.sum(QuotaUse.amount))
        .where(QuotaUse.borrower_id == borrower.id, QuotaUse.rule_id.in_({rule for rule, _ in keys}), QuotaUse.returned_at.is_(None))
        .where(QuotaUse.line_id.not_in(mine))
        .group_by(QuotaUse.rule_id, QuotaUse.year)
    )
    return {(rule, year): int(used) for rule, year, used in session.execute(query)}


def quota_key(facts: Facts) -> tuple[int, int] | None:
    """(rule id, Brussels year of custody) of the quota that a line uses up, or None where the owner sets none.

    The rule is the first of its succession, so that a change of the rule in the middle of a year forgets nothing.
    """
    found = facts.rules.get("quota")
    return (found[1].counts_as, facts.first_day.year) if found else None


def quota_taken(facts: Facts) -> int:
    """How much of the quota one line takes; 0 where the owner sets none."""
    found = facts.rules.get("quota")
    return found[0].taken_by(facts.periods.use, facts.units) if found else 0


class _Counts(NamedTuple):
    """What is counted up from line to line of one request: the ledger, the owners' quotas, the free loans and what runs at once."""

    rows: dict[int, list[Taken]]
    used: dict[tuple[int, int], int]
    frees: FreeQuotas
    others: AtOnce


def _counted(session: Session, catalogue: Catalogue, counts: _Counts, line: Wanted, facts: Facts, number: int) -> Facts:
    """The facts with what is free and what is left of the quotas; this line is then counted for those after it."""
    period = facts.periods.blocked
    free = free_of(session, line.asset, catalogue.assets, counts.rows, period, line.ignoring)
    span: Any = stretch(session, period)
    for leaf, each in line.asset.leaves.items():
        counts.rows.setdefault(leaf, []).append((span.start, span.end, each * line.units, f"ask:{number}"))
    key = quota_key(facts)
    count = counts.used.get(key, 0) if key else 0
    if key:
        counts.used[key] = count + quota_taken(facts)
    beside = counts.others.beside(facts, line.ignoring)
    known = counts.frees.counted(facts.with_counts(free, count, beside), line.ignoring if line.settled else None)
    counts.frees.take(known)
    counts.others.take(known, f"ask:{number}")
    return known
