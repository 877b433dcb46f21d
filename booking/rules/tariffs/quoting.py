"""The price of a dossier by one regulation, every amount with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from booking.rules.periods import Period, local
from booking.rules.tariffs.conditions import holds
from booking.rules.tariffs.kinds.charge import Charge, Context, Factor, half_up
from booking.rules.tariffs.kinds.dossier import DossierCharge, DossierContext
from booking.rules.tariffs.objects import (
    ALL,
    Applicant,
    Group,
    Json,
    LineUsage,
    Notice,
    Preferred,
    Quote,
    QuoteLine,
    Regulation,
    TariffError,
    Usage,
)
from booking.rules.tariffs.preparation import Clause, Prepared, Row, group_factor, prepare

ONE, HUNDRED = Decimal(1), Decimal(100)
RATES = {"21": Decimal(21), "6": Decimal(6)}
SHOWN = Decimal("0.000001")


def group_of(regulation: Regulation, borrower: Applicant) -> Group | None:
    """The first group, in the regulation's order, that admits the borrower; None when no group does."""
    for group in regulation.groups:
        for who in group.who:
            if who.admits(borrower):
                return group
    return None


def quote(regulation: Regulation | Prepared, usage: Usage) -> Quote:
    """Price a dossier; amounts in cents, VAT per category on the summed net, the deposit apart (conventions 1, 2 and 5 of the cases).

    An agreement's preferred tariff replaces the borrower's own group. A line that no article prices for this borrower is the
    notice `no_price`: a desk must price it, it is not free. Raises TariffError as `prepare` does, and `group_unknown` when an
    agreement names a group that this regulation does not have.
    """
    prepared = regulation if isinstance(regulation, Prepared) else prepare(regulation)
    payer = _Payer(prepared, usage.borrower)
    lines: list[QuoteLine] = []
    deposits: list[QuoteLine] = []
    notices: list[Notice] = []
    seen: Counter[tuple[str, int]] = Counter()
    for line in usage.lines:
        key = (line.asset or line.category, local(line.use.start).year)
        seen[key] += 1
        hire, held = prepared.clauses(line.category, line.asset)
        of_line = _Payer(prepared, line.borrower) if line.borrower else payer
        reading = _Reading(of_line, usage, line, line.uses_this_year + seen[key], notices)
        if not reading.price(hire, lines):
            notices.append(Notice("no_price", line.number, {"group": of_line.group or ""}))
        reading.price(held, deposits, is_deposit=True)
    context = DossierContext({}, lines, deposits, notices)
    _correct(prepared.dossier, payer, usage, context, lines)
    _correct(prepared.dossier_deposits, payer, usage, context, deposits, is_deposit=True)
    return _sum(payer.group, lines, [] if usage.cancelled_on else deposits, notices)


def together(quotes: Sequence[Quote], notices: Iterable[Notice] = ()) -> Quote:
    """One price of what several regulations ask for parts of one dossier, with the group of the first: VAT per category on all net."""
    lines = [line for each in quotes for line in each.lines]
    deposits = [line for each in quotes for line in each.deposits]
    return _sum(quotes[0].group, lines, deposits, [*(notice for each in quotes for notice in each.warnings), *notices])


class _Payer:
    """The group whose prices count for a borrower, and what an agreement makes of them."""

    __slots__ = ("factors", "group", "vat", "waivers")

    def __init__(self, prepared: Prepared, borrower: Applicant) -> None:
        preferred = borrower.preferred
        own = group_of(prepared.regulation, borrower)
        code = preferred.group if preferred and preferred.group else own.code if own else None
        if code is not None and code not in prepared.groups:
            raise TariffError("group_unknown", of=code, source=preferred.source if preferred else "")
        self.group = code
        self.vat = prepared.regulation.vat
        self.factors: tuple[Factor, ...] = (*_reciprocal(own, borrower, preferred), *_agreed(preferred, code or "", prepared))
        self.waivers: tuple[Factor, ...] = ({**preferred.waiver},) if preferred and preferred.waiver else ()


def _agreed(preferred: Preferred | None, code: str, prepared: Prepared) -> tuple[Factor, ...]:
    """The percentage of a group that an agreement promises; nothing where it only frees of the hire."""
    if preferred is None or (preferred.waiver and preferred.group is None and preferred.percent is None):
        return ()
    percent = HUNDRED if preferred.percent is None else preferred.percent
    return ({**group_factor(percent, code, prepared.groups), "code": "agreement", "source": preferred.source, **preferred.basis},)


def _reciprocal(own: Group | None, borrower: Applicant, preferred: Preferred | None) -> tuple[Factor, ...]:
    """Why the borrower is in a group for who lends free in turn, when that is its group and not an agreement's."""
    if own is None or not borrower.because or (preferred and preferred.group):
        return ()
    admitted = next(who for who in own.who if who.admits(borrower))
    return ({**borrower.because, "percent": "100"},) if admitted.reciprocal else ()


class _Reading:
    """One line read by the articles that are about it."""

    __slots__ = ("line", "notices", "number_of_use", "payer", "usage")

    def __init__(self, payer: _Payer, usage: Usage, line: LineUsage, number_of_use: int, notices: list[Notice]) -> None:
        self.payer, self.usage, self.line, self.number_of_use, self.notices = payer, usage, line, number_of_use, notices

    def price(self, clauses: Iterable[Clause], into: list[QuoteLine], *, is_deposit: bool = False) -> bool:
        """Add what the clauses ask; True when one of them, extras aside, has a price for this group, be it nothing."""
        found = False
        for clause in clauses:
            row = clause.rows.get(self.payer.group or "")
            if row is None:
                continue
            terms, period = clause.terms, self._period(clause)
            if not self._holds(terms["when"], period):
                continue
            found = found or is_deposit or not terms["extra"]
            context = Context(row.prices, period, self.usage.holidays, self.notices)
            factors = () if is_deposit else self._factors(clause, row, period)
            written = [self._written(clause, charge, factors) for charge in clause.kind.function(terms, self.line, context)]
            into += [each for each in written if each.amount or not is_deposit]
        return found

    def _period(self, clause: Clause) -> Period:
        period: Period = getattr(self.line, clause.terms["period"])
        return period

    def _holds(self, when: Mapping[str, Any] | None, period: Period) -> bool:
        return when is None or holds(when, self.line, period, self.number_of_use, self.payer.group)

    def _factors(self, clause: Clause, row: Row, period: Period) -> tuple[Factor, ...]:
        adjusted = tuple(
            {"code": "adjust", "percent": str(each["percent"]), "reason": each["reason"]}
            for each in clause.terms["adjust"]
            if self._holds(each, period)
        )
        waived = () if clause.terms["extra"] else self.payer.waivers
        return (*row.factors, *self.payer.factors, *waived, *adjusted)

    def _written(self, clause: Clause, charge: Charge, factors: tuple[Factor, ...]) -> QuoteLine:
        factors = (*charge.factors, *factors)
        factor = _multiplied(factors)
        quantity = Decimal(charge.quantity)
        amount = half_up(quantity * charge.price * factor / charge.divisor)
        if charge.divisor != 1:
            quantity = (quantity / charge.divisor).quantize(SHOWN).normalize()
        details: Mapping[str, Json] = {**charge.details, "factors": [*factors]} if factors else charge.details
        article = clause.article.number
        return QuoteLine(
            self.line.number, article, charge.code, details, quantity, charge.unit, charge.price, factor, amount, _vat(clause, self.payer)
        )


def _multiplied(factors: Iterable[Factor]) -> Decimal:
    result = ONE
    for each in factors:
        result *= Decimal(str(each["percent"])) / HUNDRED
    return result


def _vat(clause: Clause, payer: _Payer) -> str:
    table: Mapping[str, str] = clause.terms.get("vat", {})
    return table.get(payer.group or "", table.get(ALL, payer.vat)) if table else payer.vat


def _correct(
    clauses: Iterable[Clause], payer: _Payer, usage: Usage, context: DossierContext, into: list[QuoteLine], *, is_deposit: bool = False
) -> None:
    """Apply the articles that look at the whole, in their order, each seeing what the ones before it made of the total.

    Who pays a percentage of another's result has the same percentage of its minimum and maximum; deposits know no percentage.
    """
    function: Callable[..., Iterable[DossierCharge]]
    for clause in clauses:
        row = clause.rows.get(payer.group or "")
        if row is None or not usage.lines or (clause.article.kind == "minimum" and _nothing_due(payer, into)):
            continue
        factor = ONE if is_deposit else _multiplied((*row.factors, *payer.factors))
        context.prices = {column: half_up(price * factor) for column, price in row.prices.items()}
        function = clause.kind.function
        for charge in list(function(clause.terms, usage, context)):
            vat = charge.vat or _vat(clause, payer)
            number = clause.article.number
            into.append(QuoteLine(None, number, charge.code, charge.details, ONE, "dossier", charge.amount, ONE, charge.amount, vat))


def _nothing_due(payer: _Payer, lines: Iterable[QuoteLine]) -> bool:
    """True where an agreement or the register made everything free: no minimum is asked of nothing."""
    return bool(payer.waivers) and not any(line.amount for line in lines)


def _sum(group: str | None, lines: list[QuoteLine], deposits: list[QuoteLine], notices: list[Notice]) -> Quote:
    nets: dict[str, int] = {}
    for line in lines:
        nets[line.vat] = nets.get(line.vat, 0) + line.amount
    net = sum(nets.values())
    vat = sum(half_up(nets[category] * rate / HUNDRED) for category, rate in RATES.items() if category in nets)
    deposit = sum(line.amount for line in deposits)
    return Quote(group, tuple(lines), tuple(deposits), net, vat, net + vat, deposit, tuple(notices))
