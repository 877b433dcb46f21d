"""What would come of a request: findings of every line and a quote of every dossier. Preview, write and decision all ask here."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from booking.queries.beneficiaries import beneficiary_named
from booking.queries.charges.owed import outstanding
from booking.queries.eras import Part, priced, school_holidays_of
from booking.queries.facts import Event, Wanted, gather
from booking.queries.papers import with_papers
from booking.queries.priced import Told, Way
from booking.rules.admission import BorrowerCard, Facts, Finding, Outcome, findings, outcome
from booking.rules.asking import Ask, AskLine
from booking.rules.catalogue import AuthorityCard, Catalogue, RegulationCard
from booking.rules.lifecycle import LineState
from booking.rules.periods import local, start_of
from booking.rules.preference import applicant
from booking.rules.refusals import NotFound, Refused
from booking.rules.tariffs import Applicant, LineUsage, Notice, Quote, TariffError, Usage, together, unpriced
from models import Line, Reservation
from models.engine import core

log = logging.getLogger(__name__)


Members = Mapping[int, tuple[Wanted, Facts]]  # lines of one owner by their index in the request

_USED = (LineState.APPROVED, LineState.HANDED_OVER, LineState.RETURNED, LineState.CLOSED)


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line with everything that was found; `number` is its place in the request, from 1."""

    number: int
    wanted: Wanted
    facts: Facts
    findings: list[Finding]

    @property
    def outcome(self) -> Outcome:
        """Refused, confirmed at once, or for the desk."""
        return outcome(self.findings)


@dataclass(frozen=True, slots=True)
class JudgedDossier:
    """The lines that one authority decides, with their price: `parts` is what each regulation asks for the lines of its own days, `quote`
    all of it together; nothing where no regulation of the authority can price them.
    """

    authority: AuthorityCard
    lines: list[JudgedLine]
    parts: tuple[Part, ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Judged:
    """The whole request."""

    lines: list[JudgedLine]
    dossiers: list[JudgedDossier]


def judge(
    session: Session, catalogue: Catalogue, borrower: BorrowerCard, ask: Ask, now: datetime, without: Collection[str] = ()
) -> Judged:
    """Findings and prices of a request, nothing written; what the holders `without` hold is free for it.

    Raises NotFound for an unknown asset or beneficiary, Refused for more units than exist."""
    wanted = [_wanted(catalogue, line, number) for number, line in enumerate(ask.lines, 1)]
    place = ask.place_authority or catalogue.authorities[borrower.home].house(local(now).date())
    whom = beneficiary_named(session, catalogue, borrower, ask.beneficiary, now) if ask.beneficiary else None
    event = Event(ask.purpose, place, ask.accepting, ask.option_until, whom)
    return judge_lines(session, catalogue, borrower, event, wanted, now, without=without)


def judge_lines(
    session: Session,
    catalogue: Catalogue,
    borrower: BorrowerCard,
    event: Event,
    wanted: Sequence[Wanted],
    now: datetime,
    booked: date | None = None,
    without: Collection[str] = (),
) -> Judged:
    """The same for lines that already stand, or for one of them at another date or asset; `booked` is when they were first asked."""
    facts = gather(session, catalogue, borrower, event, wanted, now, without, booked)
    by_owner: dict[int, list[int]] = {}
    for index, each in enumerate(facts):
        by_owner.setdefault(each.owner.id, []).append(index)
    lines: dict[int, JudgedLine] = {}
    dossiers = []
    for owner, indexes in by_owner.items():
        members = {index: (wanted[index], facts[index]) for index in indexes}
        parts, price = _price(session, catalogue, borrower, members, booked or local(now).date())
        numbers = {index + 1 for index in indexes}
        without_price = unpriced(price, numbers) if price else numbers
        owed, papers = outstanding(session, members, price), with_papers(session, members, event.accepting)
        for index in indexes:
            known = replace(papers[index], priced=index + 1 not in without_price, owed=owed.get(index))
            lines[index] = JudgedLine(index + 1, wanted[index], known, findings(known))
        dossiers.append(JudgedDossier(catalogue.authorities[owner], [lines[index] for index in indexes], parts, price))
    return Judged([lines[index] for index in range(len(wanted))], dossiers)


def _wanted(catalogue: Catalogue, line: AskLine, number: int) -> Wanted:
    asset = catalogue.assets.get(line.asset)
    if asset is None:
        raise NotFound("asset_unknown", line=number, field="asset")
    if line.units > asset.units:
        raise Refused("units_beyond_stock", line=number, field="units", units=line.units, limit=asset.units, asset=asset.name)
    return Wanted(asset, line.use, line.units, line.handover, line.operator, line.driver, line.measures)


def _price(
    session: Session, catalogue: Catalogue, borrower: BorrowerCard, members: Members, booked: date
) -> tuple[tuple[Part, ...], Quote | None]:
    """What each regulation asks for its lines, and all of it together. A line that none can price is a notice, for the desk to price."""
    parts: list[Part] = []
    without_price: list[int] = []
    earlier: Counter[tuple[int, int]] = Counter()
    for card, indexes in _by_regulation(catalogue, members, booked):
        mine = {index: members[index] for index in sorted(indexes)}
        asked = _asked(session, catalogue, borrower, card, mine, earlier, booked) if card else []
        parts += asked
        if not asked:
            without_price += indexes
        earlier.update(year for year, _ in {(_used(facts), facts.periods.use) for _, facts in mine.values()})
    if not parts:
        return (), None
    return tuple(parts), together([part.quote for part in parts], [Notice("no_price", index + 1, {"group": ""}) for index in without_price])


def _by_regulation(catalogue: Catalogue, members: Members, booked: date) -> list[tuple[RegulationCard | None, list[int]]]:
    """The lines that each regulation prices, by the day of their own use; the regulation of the earliest use comes first."""
    found: dict[int, tuple[RegulationCard | None, list[int]]] = {}
    for index, (_, facts) in sorted(members.items(), key=lambda member: member[1][1].periods.use.start):
        card = catalogue.regulation(facts.owner, facts.asset.category, facts.asset.code, local(facts.periods.use.start).date(), booked)
        found.setdefault(card.id if card else 0, (card, []))[1].append(index)
    return list(found.values())


def _asked(
    session: Session,
    catalogue: Catalogue,
    borrower: BorrowerCard,
    card: RegulationCard,
    members: Members,
    earlier: Counter[tuple[int, int]],
    booked: date,
) -> list[Part]:
    """What one regulation asks, and those after it in the same stays; `earlier` uses in the same request are counted.

    Nothing when it cannot be applied to this borrower.
    """
    counted = [pair for pair in members.values() if card.prepared.counts_uses(pair[1].asset.category, pair[1].asset.code)]
    uses = earlier + Counter(uses_this_year(session, borrower, counted))
    numbered = [(index + 1, wanted, facts) for index, (wanted, facts) in members.items()]
    try:
        owner = next(iter(members.values()))[1].owner
        return priced(catalogue, owner, card, dossier_usage(catalogue, numbered, uses, booked))
    except TariffError as error:  # such as an agreement that names a group which this regulation lacks
        log.warning("regulation %d cannot price: %s", card.id, error.code)
        return []


def _used(facts: Told) -> tuple[int, int]:
    return facts.asset.id, local(facts.periods.use.start).year


def dossier_usage(
    catalogue: Catalogue, lines: Sequence[tuple[int, Way, Told]], uses: Mapping[tuple[int, int], int], booked: date
) -> Usage:
    """The numbered lines of one borrower together, as a regulation prices a dossier: it pays as what it is for the earliest use."""
    usages = tuple([usage_of(number, way, facts, uses) for number, way, facts in lines])
    first = usages[0] if len(usages) == 1 else min(usages, key=lambda usage: usage.use.start)
    payer = first.borrower or Applicant("resident")
    return Usage(payer, booked, usages, catalogue.holidays, school_holidays=school_holidays_of(usages))


def usage_of(number: int, wanted: Way, facts: Told, uses: Mapping[tuple[int, int], int]) -> LineUsage:
    """A line as a regulation prices it; `uses` counts earlier uses by (asset, year)."""
    asset, periods = facts.asset, facts.periods
    return LineUsage(
        number=number,
        asset=asset.code,
        category=asset.category,
        units=facts.units,
        use=periods.use,
        custody=periods.custody,
        blocked=periods.blocked,
        purpose=facts.purpose,
        handover=wanted.handover,
        measures=wanted.measures,
        uses_this_year=uses.get(_used(facts), 0),
        value_cents=asset.value_cents,
        place="inside" if facts.territory == facts.owner.house(facts.first_day) else "outside",
        borrower=applicant(facts),
    )


def uses_this_year(session: Session, borrower: BorrowerCard, lines: Sequence[tuple[Wanted, Facts]]) -> dict[tuple[int, int], int]:
    """Earlier uses of each asset by this borrower in the Brussels year of use, by (asset, year), these lines themselves left out."""
    mine = [int(wanted.ignoring.removeprefix("line:")) for wanted, _ in lines if wanted.ignoring]
    found: dict[tuple[int, int], int] = {}
    for year in {local(facts.periods.use.start).year for _, facts in lines}:
        values = {
            "borrower": borrower.id, "assets": list({facts.asset.id for _, facts in lines}), "mine": mine,
            "first": start_of(date(year, 1, 1)), "last": start_of(date(year + 1, 1, 1)),
        }  # fmt: skip
        found.update({(asset, year): count for asset, count in core(session).execute(_USES, values)})
    return found


_USES = (
    select(Line.asset_id, func.count(Line.use_start.distinct()))  # over however many lines: the same asset at the same time is one use
    .join(Reservation, Reservation.id == Line.reservation_id)
    .where(Line.asset_id.in_(bindparam("assets", expanding=True)))
    .where(Reservation.borrower_id + 0 == bindparam("borrower"))  # + 0: from an asset's year, never from all that a borrower ever asked
    .where(Line.use_start >= bindparam("first"), Line.use_start < bindparam("last"))
    .where(Line.state.in_(_USED), Line.id.not_in(bindparam("mine", expanding=True)))
    .group_by(Line.asset_id)
)
