"""A regulation ready to price with: what is looked up for each price is found once and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from booking.rules.tariffs.conditions import Test
from booking.rules.tariffs.kinds import Kind
from booking.rules.tariffs.kinds.charge import Factor, Terms
from booking.rules.tariffs.kinds.shares import SHARES
from booking.rules.tariffs.objects import Applicant, Article, Group, Regulation


@dataclass(frozen=True, slots=True)
class Row:
    """What one group pays by one article: prices in cents by column, and the percentages of other groups that led to them."""

    prices: Mapping[str, int]
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """An article ready to price with; `rows` holds every group that the article has a price for."""

    article: Article
    kind: Kind
    terms: Terms
    rows: Mapping[str, Row]
    targets: frozenset[str]
    exceptions: frozenset[str]
    tests: tuple[Test, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()

    def meets(self, category: str, asset: str) -> bool:
        """True when the article is about this category or asset."""
        targets = self.targets
        return (not targets or category in targets or asset in targets) and not (asset in self.exceptions or category in self.exceptions)


def shows_afterwards(clause: Clause) -> bool:
    """True for articles about what is only known when something has come back: cleaning, days late, what is lost. They price no loan."""
    return bool(clause.terms.get("optional")) or clause.article.kind in SHARES


class Adjustment(NamedTuple):
    """A percentage of an article's price where all tests are met."""

    tests: tuple[Test, ...]
    factor: Factor


class Correction(NamedTuple):
    """An article that looks at the whole dossier, with what it means for one payer: prices in cents and VAT."""

    clause: Clause
    prices: Mapping[str, int]
    vat: str


class Payer(NamedTuple):
    """The group whose prices count for a borrower, what an agreement makes of them, and what makes the hire itself free.

    `corrections` are the articles about the whole and `held` those about its deposits, with this payer's prices.
    """

    group: str | None
    factors: tuple[Factor, ...] = ()
    waivers: tuple[Factor, ...] = ()
    corrections: tuple[Correction, ...] = ()
    held: tuple[Correction, ...] = ()


class Era(NamedTuple):
    """A regulation, ready to price, with the days from `first` to `last` that it prices."""

    prepared: Prepared
    first: date
    last: date | None


Sides = tuple[tuple[tuple[Clause, Row], ...], tuple[tuple[Clause, Row], ...]]
"""The hire and the deposit clauses about an asset that have a price for a group, with that price."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A regulation with its clauses sorted by what they look at; `editions` are its versions where its amounts follow an index."""

    regulation: Regulation
    groups: Mapping[str, Group]
    hire: tuple[Clause, ...]
    deposits: tuple[Clause, ...]
    dossier: tuple[Clause, ...]
    dossier_deposits: tuple[Clause, ...]
    editions: tuple[Era, ...] = ()
    by_group: dict[tuple[str, str, str], Sides] = field(default_factory=dict, compare=False)
    by_target: dict[tuple[str, str], tuple[tuple[Clause, ...], tuple[Clause, ...]]] = field(default_factory=dict, compare=False)
    payers: dict[Applicant, Payer] = field(default_factory=dict, compare=False)
    counting: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False)

    def clauses(self, category: str, asset: str) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
        """The hire and deposit clauses about an asset, found once and remembered."""
        key = (category, asset)
        if (found := self.by_target.get(key)) is None:
            hire, deposits = (tuple(clause for clause in each if clause.meets(*key)) for each in (self.hire, self.deposits))
            found = self.by_target[key] = (hire, deposits)
        return found

    def priced(self, category: str, asset: str, group: str) -> Sides:
        """The clauses about an asset that have a price for a group, found once and remembered."""
        key = (category, asset, group)
        if (found := self.by_group.get(key)) is None:
            hire, deposits = (
                tuple((clause, clause.rows[group]) for clause in each if group in clause.rows) for each in self.clauses(category, asset)
            )
            found = self.by_group[key] = (hire, deposits)
        return found

    def names(self, asset: str) -> bool:
        """Whether an article is about this very asset, or not: any other costs what all of its category do."""
        clauses = chain(self.hire, self.deposits, self.dossier, self.dossier_deposits)
        return any(asset in clause.targets or asset in clause.exceptions for clause in clauses)

    def counts_uses(self, category: str, asset: str) -> bool:
        """Whether the price of an asset depends on how often its borrower used it before in the year."""
        key = (category, asset)
        if (found := self.counting.get(key)) is None:
            conditions = (
                condition
                for clause in (*chain(*self.clauses(*key)), *self.dossier, *self.dossier_deposits)
                for condition in (clause.terms.get("when"), *clause.terms.get("adjust", ()))
            )
            found = any(each and (each["uses_from"] or each["uses_to"]) for each in conditions)
            self.counting[key] = found
        return found
