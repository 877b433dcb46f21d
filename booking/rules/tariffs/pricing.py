"""A dossier as it is priced: line by line by the articles about it, then by the articles that look at the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from booking.rules.periods import Period, local
from booking.rules.tariffs.conditions import Asked, hold
from booking.rules.tariffs.kinds.charge import Charge, Context, Factor, SpecialDays, Stay, half_up
from booking.rules.tariffs.kinds.dossier import DossierCharge, DossierContext
from booking.rules.tariffs.objects import Json, LineUsage, Notice, Quote, QuoteLine, Usage
from booking.rules.tariffs.payers import multiplied, payer_of, vat_of
from booking.rules.tariffs.prepared import Clause, Correction, Payer, Prepared, Row, shows_afterwards
from booking.rules.tariffs.totals import summed, vat_taken_out

ONE = Decimal(1)
SHOWN = Decimal("0.000001")


class Counted(NamedTuple):
    """What counts over all lines: units of the same asset in the same use, the how manieth use of the year, uses in the application."""

    units: int
    number_of_use: int
    in_application: int


def counted(lines: Sequence[LineUsage]) -> dict[int, Counted]:
    """The counts of each line by its number. The same asset at the same time is one use, over however many lines it is asked."""
    if len(lines) == 1:
        line = lines[0]
        return {line.number: Counted(line.units, line.uses_this_year + 1, 1)}
    units: dict[tuple[str, object], int] = {}
    of_year: dict[tuple[str, int], dict[object, int]] = {}
    of_asset: dict[str, set[object]] = {}
    for line in lines:
        asset = line.asset or line.category
        units[asset, line.use] = units.get((asset, line.use), 0) + line.units
        uses = of_year.setdefault((asset, local(line.use.start).year), {})
        uses.setdefault(line.use, len(uses) + 1)
        of_asset.setdefault(asset, set()).add(line.use)
    found = {}
    for line in lines:
        asset = line.asset or line.category
        number = line.uses_this_year + of_year[asset, local(line.use.start).year][line.use]
        found[line.number] = Counted(units[asset, line.use], number, len(of_asset[asset]))
    return found


class Found(NamedTuple):
    """Whether a hire article, extras aside, has a price for a line, be it nothing; and whether one of those prices it by its days."""

    any: bool = False
    timed: bool = False


class _Alternative(NamedTuple):
    """What one of several alternative articles would ask; what it tells and uses up counts only when it is the one that is asked."""

    lines: list[QuoteLine]
    notices: list[Notice]
    taken: dict[tuple[object, ...], Decimal | int]

    @property
    def rank(self) -> tuple[bool, int]:
        """One that prices all of the use goes before one that does not, then the cheapest."""
        return bool(self.notices), sum(each.amount for each in self.lines)


class Dossier:
    """What one regulation asks for a dossier, as far as it has been read."""

    __slots__ = ("counts", "deposits", "lines", "notices", "payer", "prepared", "special", "taken", "usage")

    def __init__(self, prepared: Prepared, usage: Usage, counts: Mapping[int, Counted] | None = None) -> None:
        self.prepared, self.usage = prepared, usage
        self.payer = payer_of(prepared, usage.borrower)
        self.lines: list[QuoteLine] = []
        self.deposits: list[QuoteLine] = []
        self.notices: list[Notice] = []
        self.counts = counted(usage.lines) if counts is None else counts
        self.special = SpecialDays(usage.holidays, usage.school_holidays)
        self.taken: dict[tuple[object, ...], Decimal | int] = {}

    def read(self, line: LineUsage, prepared: Prepared | None = None, stay: Stay | None = None, *, hire: bool = True) -> Found:
        """Price a line, or the days of a stay that this edition prices; a line without a price is a notice.

        A later edition of a stay only asks for what is priced by its days; without `hire` only for extras among that. The deposit of such
        a stay is asked when all of it has been read (`hold`).
        """
        edition = prepared or self.prepared
        payer = payer_of(edition, line.borrower or self.usage.borrower)
        clauses, held = edition.priced(line.category, line.asset, payer.group or "")
        if stay and not stay.opens:
            clauses = tuple(each for each in clauses if each[0].kind.timed and (hire or each[0].terms["extra"]))
        reading = _Reading(self, payer, line, stay, edition.regulation.vat)
        found = reading.price(clauses, self.lines)
        if not found.any and hire:
            self.notices.append(Notice("no_price", line.number, {"group": payer.group or ""}))
        if stay is None and held:
            reading.price(held, self.deposits)
        return found

    def hold(self, line: LineUsage, edition: Prepared) -> None:
        """Ask the deposits of a stay over a change of tariff, some of which are a part of what its hire came to."""
        payer = payer_of(edition, line.borrower or self.usage.borrower)
        _, held = edition.priced(line.category, line.asset, payer.group or "")
        _Reading(self, payer, line, None, edition.regulation.vat).price(held, self.deposits)

    def correct(self) -> None:
        """Apply the articles that look at the whole, each seeing what the ones before it made of the total."""
        if self.usage.lines:
            context = DossierContext({}, self.lines, self.deposits, self.notices)
            self._apply(self.payer.corrections, context, self.lines)
            self._apply(self.payer.held, context, self.deposits)

    def _apply(self, corrections: Iterable[Correction], context: DossierContext, into: list[QuoteLine]) -> None:
        function: Callable[..., Iterable[DossierCharge]]
        for clause, prices, vat in corrections:
            if clause.article.kind == "minimum" and _nothing_due(self.payer, into):
                continue
            context.prices = prices
            function = clause.kind.function
            for charge in list(function(clause.terms, self.usage, context)):
                amount, details = charge.amount, charge.details
                number = clause.article.number
                into.append(QuoteLine(None, number, charge.code, details, ONE, "dossier", amount, ONE, amount, charge.vat or vat))

    def quote(self) -> Quote:
        """The whole; who withdraws owes no deposit."""
        lines = [*self.lines, *vat_taken_out(self.lines)]
        return summed(self.payer.group, lines, [] if self.usage.cancelled_on else self.deposits, self.notices)


class _Reading:
    """One line read by the articles that are about it."""

    __slots__ = ("dossier", "line", "payer", "stay", "vat")

    def __init__(self, dossier: Dossier, payer: Payer, line: LineUsage, stay: Stay | None, vat: str) -> None:
        self.dossier, self.payer, self.line, self.stay, self.vat = dossier, payer, line, stay, vat

    def price(self, clauses: Iterable[tuple[Clause, Row]], into: list[QuoteLine]) -> Found:
        """Add what the clauses ask; of those that are each other's alternative only the cheapest."""
        found, mark, dossier = Found(), len(into), self.dossier
        alternatives: dict[str, _Alternative] = {}
        for clause, row in clauses:
            terms, kind = clause.terms, clause.kind
            period = getattr(self.line, terms["period"])
            asked = self._asked(period) if clause.tests or clause.adjustments else None
            if asked and not hold(clause.tests, asked):
                continue
            is_hire = kind.scope == "line"
            code = terms["cheapest_of"] if is_hire else None
            priced = self._priced_before(kind.scope, mark, alternatives) if "articles" in terms else ()
            notices, taken = ([], {**dossier.taken}) if code else (dossier.notices, dossier.taken)
            context = Context(clause.article.number, row.prices, period, dossier.special, notices, taken, priced, self.stay)
            written = [
                self._written(clause, charge, self._factors(clause, row, asked, charge) if is_hire else ())
                for charge in kind.function(terms, self.line, context)
            ]
            if is_hire and not terms["extra"] and (written or not shows_afterwards(clause)):
                found = Found(True, found.timed or kind.timed)
            if code:
                mine = {key: count for key, count in taken.items() if key[0] == clause.article.number}
                tried, known = _Alternative(written, notices, mine), alternatives.get(code)
                alternatives[code] = tried if known is None or tried.rank < known.rank else known
            else:
                into += written if is_hire else [each for each in written if each.amount]
        for chosen in alternatives.values():
            into += chosen.lines
            dossier.notices += chosen.notices
            dossier.taken |= chosen.taken
        return found

    def _priced_before(self, scope: str, mark: int, alternatives: Mapping[str, _Alternative]) -> Sequence[QuoteLine]:
        """What earlier articles asked for this line: since it was begun for hire, of all hire for a deposit."""
        lines = self.dossier.lines
        if scope == "deposit":
            return [each for each in lines if each.line == self.line.number]
        return [*lines[mark:], *(each for chosen in alternatives.values() for each in chosen.lines)]

    def _asked(self, period: Period) -> Asked:
        line, dossier = self.line, self.dossier
        return Asked(line, period, self.payer.group or "", *dossier.counts[line.number], dossier.special, dossier.usage.booked_on)

    def _factors(self, clause: Clause, row: Row, asked: Asked | None, charge: Charge) -> tuple[Factor, ...]:
        adjusted = tuple(each.factor for each in clause.adjustments if asked and hold(each.tests, asked))
        if charge.final:
            return adjusted
        agreed = () if clause.terms["full_price"] else self.payer.factors
        waived = () if clause.terms["extra"] else self.payer.waivers
        return (*row.factors, *agreed, *waived, *adjusted)

    def _written(self, clause: Clause, charge: Charge, factors: tuple[Factor, ...]) -> QuoteLine:
        factors = (*charge.factors, *factors)
        quantity = Decimal(charge.quantity)
        factor = multiplied(factors) if factors else ONE
        amount = half_up((quantity * charge.price if charge.exact is None else charge.exact) * factor / charge.divisor)
        if charge.divisor != 1:
            quantity = (quantity / charge.divisor).quantize(SHOWN).normalize()
        details: Mapping[str, Json] = {**charge.details, "factors": [*factors]} if factors else charge.details
        vat = vat_of(clause, self.payer.group, self.vat)
        article = clause.article.number
        return QuoteLine(self.line.number, article, charge.code, details, quantity, charge.unit, charge.price, factor, amount, vat)


def _nothing_due(payer: Payer, lines: Iterable[QuoteLine]) -> bool:
    """True where an agreement or the register made everything free: no minimum is asked of nothing."""
    return bool(payer.waivers) and not any(line.amount for line in lines)
