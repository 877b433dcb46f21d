"""How far a regulation proves itself: can it be used, do its examples compute, and does an example speak of every article and group?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from booking.rules.regulations.drafts import read
from booking.rules.tariffs import ExampleResult, Prepared, Regulation, TariffError, check, prepare, quote


@dataclass(frozen=True, slots=True)
class Proof:
    """`problem` says why nothing could be computed; else each figure with what came out, and the articles and groups nobody tried."""

    regulation: Regulation | None
    problem: TariffError | None = None
    results: tuple[ExampleResult, ...] = ()
    untried_articles: tuple[str, ...] = ()
    untried_groups: tuple[str, ...] = ()

    @property
    def differences(self) -> list[ExampleResult]:
        """The figures that came out differently."""
        return [result for result in self.results if not result.holds]

    @property
    def exact(self) -> bool:
        """True when there are examples and each computes to the cent."""
        return self.problem is None and bool(self.results) and not self.differences

    @property
    def complete(self) -> bool:
        """True when it is exact and every article and group that sets a price was tried."""
        return self.exact and not (self.untried_articles or self.untried_groups)


def proof_of(plain: Mapping[str, Any]) -> Proof:
    """The proof of a regulation or draft as a plain object."""
    try:
        regulation = read(plain)
    except TariffError as problem:
        return Proof(None, problem)
    try:
        prepared = prepare(regulation)
        results = tuple(check(regulation))
        articles, groups = _untried(prepared)
    except TariffError as problem:
        return Proof(regulation, problem)
    return Proof(regulation, None, results, articles, groups)


def _untried(prepared: Prepared) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The articles that no example's quote cites, and the groups with a price to which no example's borrower belongs."""
    cited: set[str] = set()
    paying: set[str | None] = set()
    for example in prepared.regulation.examples:
        priced = quote(prepared, example.usage)
        cited.update(line.article for line in (*priced.lines, *priced.deposits))
        paying.add(priced.group)
    clauses = (*prepared.hire, *prepared.deposits, *prepared.dossier, *prepared.dossier_deposits)
    pricing = {code for clause in clauses for code in clause.rows}
    articles = [article.number for article in prepared.regulation.articles if article.number not in cited]
    groups = [group.code for group in prepared.regulation.groups if group.who and group.code in pricing and group.code not in paying]
    return tuple(articles), tuple(groups)
