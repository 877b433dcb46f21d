"""One basket priced at every municipality for several kinds of borrower: all from the catalogue at hand, so one small query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from booking.queries.catalogue import catalogue
from booking.queries.eras import priced, school_holidays_of
from booking.queries.priced import told_of
from booking.rules.admission import BorrowerCard
from booking.rules.catalogue import AssetCard, AuthorityCard, Catalogue, RegulationCard
from booking.rules.comparisons import Basket, Guise, Item, allotted
from booking.rules.custody import Periods
from booking.rules.kinds import Handover
from booking.rules.periods import InvalidTime, local
from booking.rules.preference import applicant
from booking.rules.tariffs import Applicant, LineUsage, Quote, TariffError, Usage, together
from booking.rules.tariffs import unpriced as left_to_the_desk
from booking.rules.tariffs.asked import asked_measures

VARIANTS = 12  # assets of a category that are tried for a cheaper or dearer price


@dataclass(frozen=True, slots=True)
class Chosen:
    """The asset that stands for an item at a municipality: `card` prices it there, `is_shut` when it could not be handed over then."""

    item: Item
    asset: AssetCard
    units: int
    owner: AuthorityCard
    periods: Periods
    is_shut: bool
    card: RegulationCard | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one regulation asks for its lines; `names` tells each line number."""

    owner: AuthorityCard
    card: RegulationCard
    quote: Quote
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """The price of the basket for one kind of borrower, in cents; `low` and `high` where it depends on which asset it is.

    `unpriced` are the categories that no regulation prices for this borrower: what is asked, is asked for the others.
    """

    parts: tuple[Part, ...]
    total: int
    deposit: int
    low: int
    high: int
    unpriced: tuple[str, ...] = ()

    @property
    def is_priced(self) -> bool:
        """True when at least something has a price."""
        return bool(self.parts)

    @property
    def is_whole(self) -> bool:
        """True when everything that is there has a price."""
        return self.is_priced and not self.unpriced


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality with what stands for the basket, what it has not (with how many units it does have), and a cell per column."""

    authority: AuthorityCard
    chosen: tuple[Chosen, ...]
    missing: tuple[tuple[Item, int], ...]
    cells: tuple[Cell, ...]

    @property
    def is_complete(self) -> bool:
        """True when everything can be had here."""
        return not self.missing


def compared(session: Session, basket: Basket, guises: Sequence[Guise], now: datetime) -> list[Row]:
    """Every municipality that has at least one of the categories: the complete ones first, the cheapest for the first column first."""
    known, today = catalogue(session), local(now).date()
    day = local(basket.use.start).date()
    houses: defaultdict[int, list[AssetCard]] = defaultdict(list)
    wanted = {item.category for item in basket.items}
    for asset in known.assets.values():
        if asset.category in wanted and asset.in_service_from <= day and (asset.in_service_until is None or day <= asset.in_service_until):
            houses[known.owner(asset, day).house(day)].append(asset)
    rows = [_row(known, known.authorities[house], assets, basket, guises, today) for house, assets in houses.items()]
    return sorted((row for row in rows if row.chosen), key=_cheapest_first)


def asked_of(session: Session, basket: Basket, now: datetime) -> list[str]:
    """What the regulations count with for these categories (km, hours), by name; of a delivery only when that is asked."""
    known, today = catalogue(session), local(now).date()
    day, wanted = local(basket.use.start).date(), {item.category for item in basket.items}
    found: dict[str, None] = {}
    for asset in known.assets.values():
        card = _regulation(known, asset, day, today) if asset.category in wanted else None
        for name, delivered in asked_measures(card.prepared, asset.category, asset.code).items() if card else ():
            if not delivered or basket.handover == Handover.DELIVERY:
                found[name] = None
    return sorted(found)


def _row(
    known: Catalogue, house: AuthorityCard, assets: Sequence[AssetCard], basket: Basket, guises: Sequence[Guise], today: date
) -> Row:
    chosen: list[Chosen] = []
    missing: list[tuple[Item, int]] = []
    variants: list[tuple[int, list[Chosen]]] = []
    for item in basket.items:
        mine = [asset for asset in assets if asset.category == item.category]
        picked, there = allotted(mine, item.units)
        if not picked:
            missing.append((item, there))
        if len(picked) == 1:
            others = [asset for asset in mine if asset.units >= item.units and asset is not picked[0][0]]
            variants.append((len(chosen), [_chosen(known, item, other, item.units, basket, today) for other in others[:VARIANTS]]))
        chosen += [_chosen(known, item, asset, units, basket, today) for asset, units in picked]
    cells = tuple(_cell(known, chosen, variants, basket, guise, today) for guise in guises)
    return Row(house, tuple(chosen), tuple(missing), cells)


def _chosen(known: Catalogue, item: Item, asset: AssetCard, units: int, basket: Basket, today: date) -> Chosen:
    day = local(basket.use.start).date()
    try:
        periods, shut = known.periods(asset, basket.use), False
    except InvalidTime:  # its place stays shut: the tariff is compared all the same
        periods, shut = Periods(basket.use, basket.use, basket.use), True
    return Chosen(item, asset, units, known.owner(asset, day), periods, shut, _regulation(known, asset, day, today))


def _regulation(known: Catalogue, asset: AssetCard, day: date, today: date) -> RegulationCard | None:
    return known.regulation(known.owner(asset, day), asset.category, asset.code, day, today)


def _cell(
    known: Catalogue, chosen: Sequence[Chosen], variants: Sequence[tuple[int, list[Chosen]]], basket: Basket, guise: Guise, today: date
) -> Cell:
    """The price, and how far it goes down and up when each item is taken from another asset."""
    cell = _priced(known, chosen, basket, guise, today)
    low = high = cell.total
    for place, others in variants:
        totals = [cell.total]
        for other in _different(chosen[place], others):
            tried = _priced(known, [*chosen[:place], other, *chosen[place + 1 :]], basket, guise, today)
            if tried.unpriced == cell.unpriced:
                totals.append(tried.total)
        low, high = low + min(totals) - cell.total, high + max(totals) - cell.total
    return replace(cell, low=low, high=high)


def _different(chosen: Chosen, others: Sequence[Chosen]) -> Iterator[Chosen]:
    """Those that could have another price: other articles are about them, or they are worth more, or kept longer."""
    seen = {_priced_by(chosen)}
    for other in others:
        how = _priced_by(other)
        if how not in seen:
            seen.add(how)
            yield other


def _priced_by(chosen: Chosen) -> tuple[object, ...]:
    clauses = chosen.card.prepared.clauses(chosen.asset.category, chosen.asset.code) if chosen.card else ((), ())
    articles = tuple(clause.article.number for kind in clauses for clause in kind)
    return chosen.owner.id, chosen.card.id if chosen.card else 0, articles, chosen.asset.value_cents, chosen.periods


def _priced(known: Catalogue, chosen: Sequence[Chosen], basket: Basket, guise: Guise, today: date) -> Cell:
    dossiers: defaultdict[tuple[int, int], list[tuple[int, Chosen]]] = defaultdict(list)
    unpriced: list[str] = []
    for number, each in enumerate(chosen, 1):
        if each.card is None:
            unpriced.append(each.item.category)
        else:
            dossiers[each.owner.id, each.card.id].append((number, each))
    parts: list[Part] = []
    for lines in dossiers.values():
        asked, numbers = _parts(known, lines, basket, guise, today), {number for number, _ in lines}
        lacking = set[int]().union(*(left_to_the_desk(part.quote, numbers) for part in asked)) if asked else numbers
        unpriced += [each.item.category for number, each in lines if number in lacking]
        if len(lacking) < len(lines):
            parts += asked
    quotes = [together([part.quote for part in parts if part.owner.id == owner]) for owner in {part.owner.id: None for part in parts}]
    total, deposit = sum(quote.total for quote in quotes), sum(quote.deposit for quote in quotes)
    return Cell(tuple(parts), total, deposit, total, total, tuple(dict.fromkeys(unpriced)))


def _parts(known: Catalogue, lines: Sequence[tuple[int, Chosen]], basket: Basket, guise: Guise, today: date) -> list[Part]:
    """What the regulation of these lines asks, and those after it in the same stay."""
    owner, card = lines[0][1].owner, lines[0][1].card
    if card is None:
        return []
    usages = tuple(_usage(known, number, each, basket, guise, today) for number, each in lines)
    try:
        found = priced(known, owner, card, _together(known, usages, guise, today))
    except TariffError:  # it cannot be applied to this borrower, or to a use without end
        return []
    names = {number: each.asset.name for number, each in lines}
    return [Part(owner, each.card, each.quote, names) for each in found]


def _together(known: Catalogue, usages: tuple[LineUsage, ...], guise: Guise, today: date) -> Usage:
    payer = usages[0].borrower or guise.applicant
    return Usage(payer, today, usages, known.holidays, school_holidays=school_holidays_of(usages))


def _usage(known: Catalogue, number: int, each: Chosen, basket: Basket, guise: Guise, today: date) -> LineUsage:
    """A line as the first of its year, the event at home."""
    at_home = guise.relation == "own" if guise.home is None else each.owner.house(today) == guise.home
    return LineUsage(
        number=number,
        asset=each.asset.code,
        category=each.asset.category,
        units=each.units,
        use=each.periods.use,
        custody=each.periods.custody,
        blocked=each.periods.blocked,
        purpose=basket.purpose,
        handover=Handover.PICKUP if each.asset.in_place else basket.handover,
        measures=basket.measures,
        value_cents=each.asset.value_cents,
        place="inside" if at_home else "outside",
        borrower=_applicant(known, each, basket, guise, today),
    )


def _applicant(known: Catalogue, each: Chosen, basket: Basket, guise: Guise, today: date) -> Applicant:
    if guise.home is None:
        return guise.applicant
    recognitions = ((guise.home, str(guise.recognised), date.min, None),) if guise.recognised else ()
    who = BorrowerCard(0, "", guise.kind, guise.home, recognitions=recognitions)
    line = told_of(
        known, who, each.asset, each.periods, today, units=each.units, purpose=basket.purpose, territory=guise.home,
        handover=basket.handover, measures=basket.measures,
    )  # fmt: skip
    if line.term and line.term[1].quota:
        line.quota_free = line.term[1].quota  # the first loan of the year
    return applicant(line)


def _cheapest_first(row: Row) -> tuple[bool, bool, int, str]:
    """Complete and priced rows first, by the first column."""
    first = row.cells[0] if row.cells else None
    whole = first is not None and first.is_whole
    return not row.is_complete, not whole, first.total if first else 0, row.authority.name
