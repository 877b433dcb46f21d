"""Whose prices a borrower pays: the group that admits it, or the one that an agreement names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from booking.rules.tariffs.kinds.charge import Factor, half_up
from booking.rules.tariffs.objects import ALL, Applicant, Group, Preferred, Regulation, TariffError
from booking.rules.tariffs.preparation import group_factor
from booking.rules.tariffs.prepared import Clause, Correction, Payer, Prepared

REMEMBERED = 10_000


def group_of(regulation: Regulation, borrower: Applicant) -> Group | None:
    """The first group, in the regulation's order, that admits the borrower; None when no group does."""
    for group in regulation.groups:
        for who in group.who:
            if who.admits(borrower):
                return group
    return None


def payer_of(prepared: Prepared, borrower: Applicant) -> Payer:
    """The group that counts for a borrower and what an agreement makes of its prices, found once for each sort of borrower.

    Raises TariffError `group_unknown` when an agreement names a group that the regulation does not have.
    """
    found = prepared.payers.get(borrower)
    if found is None:
        if len(prepared.payers) >= REMEMBERED:
            prepared.payers.clear()
        found = prepared.payers[borrower] = _payer(prepared, borrower)
    return found


def _payer(prepared: Prepared, borrower: Applicant) -> Payer:
    preferred = borrower.preferred
    own = group_of(prepared.regulation, borrower)
    code = preferred.group if preferred and preferred.group else own.code if own else None
    if code is not None and code not in prepared.groups:
        raise TariffError("group_unknown", of=code, source=preferred.source if preferred else "")
    factors = (*_reciprocal(own, borrower, preferred), *_agreed(preferred, code or "", prepared))
    waivers: tuple[Factor, ...] = ({**preferred.waiver},) if preferred and preferred.waiver else ()
    whole = frozenset(clause.article.number for clause in (*prepared.hire, *prepared.dossier) if _knows_no_agreement(clause))
    corrections = tuple(_corrections(prepared.dossier, code, factors, prepared.regulation.vat, whole))
    return Payer(code, factors, waivers, corrections, tuple(_corrections(prepared.dossier_deposits, code, None, "")))


def _knows_no_agreement(clause: Clause) -> bool:
    """True for articles of which an agreement takes nothing off: those that say so, what something really costs, what is of a deposit."""
    return bool(clause.terms.get("full_price")) or clause.article.kind in {"cost", "value", "deposit_share"}


def _corrections(
    clauses: Iterable[Clause], group: str | None, factors: tuple[Factor, ...] | None, vat: str, whole: Collection[str] = ()
) -> Iterator[Correction]:
    """Who pays a percentage of another's result has the same percentage of its minimum and maximum, but for articles that are due as a
    `whole`, such as the most that may be asked for lateness; deposits (None) know no percentage.
    """
    for clause in clauses:
        row = clause.rows.get(group or "")
        if row is not None:
            meant = clause.terms.get("articles") or (clause.article.number,)
            agreed = () if factors is None or all(number in whole for number in meant) else factors
            factor = Decimal(1) if factors is None else multiplied((*row.factors, *agreed))
            prices = {column: half_up(price * factor) for column, price in row.prices.items()}
            yield Correction(clause, prices, vat_of(clause, group, vat))


def multiplied(factors: Iterable[Factor]) -> Decimal:
    """All percentages together."""
    result = Decimal(1)
    for each in factors:
        result *= _share(str(each["percent"]))
    return result


@lru_cache(maxsize=4096)
def _share(percent: str) -> Decimal:
    return Decimal(percent) / 100


def vat_of(clause: Clause, group: str | None, usual: str) -> str:
    """The VAT of an article for a group: what the article says, else what the regulation does."""
    table: Mapping[str, str] = clause.terms.get("vat", {})
    return table.get(group or "", table.get(ALL, usual)) if table else usual


def _agreed(preferred: Preferred | None, code: str, prepared: Prepared) -> tuple[Factor, ...]:
    """The percentage of a group that an agreement promises; nothing where it only frees of the hire."""
    if preferred is None or (preferred.waiver and preferred.group is None and preferred.percent is None):
        return ()
    percent = Decimal(100) if preferred.percent is None else preferred.percent
    return ({**group_factor(percent, code, prepared.groups), "code": "agreement", "source": preferred.source, **preferred.basis},)


def _reciprocal(own: Group | None, borrower: Applicant, preferred: Preferred | None) -> tuple[Factor, ...]:
    """Why the borrower is in a group for who lends free in turn, when that is its group and not an agreement's."""
    if own is None or not borrower.because or (preferred and preferred.group):
        return ()
    admitted = next(who for who in own.who if who.admits(borrower))
    return ({**borrower.because, "percent": "100"},) if admitted.reciprocal else ()
