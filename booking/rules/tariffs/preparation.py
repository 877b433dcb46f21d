"""A regulation made ready to price with: references checked, percentages of groups followed once, terms turned into values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, pairwise
from typing import Any

from booking.rules.tariffs.fields import Record, value
from booking.rules.tariffs.kinds import KINDS, Kind
from booking.rules.tariffs.kinds.charge import Factor, Terms
from booking.rules.tariffs.objects import ALL, Article, Group, Regulation, TariffError
from booking.rules.tariffs.schema import ARTICLES


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

    def meets(self, category: str, asset: str) -> bool:
        """True when the article is about this category or asset."""
        targets = self.targets
        return (not targets or category in targets or asset in targets) and not (asset in self.exceptions or category in self.exceptions)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A regulation with its clauses sorted by what they look at."""

    regulation: Regulation
    groups: Mapping[str, Group]
    hire: tuple[Clause, ...]
    deposits: tuple[Clause, ...]
    dossier: tuple[Clause, ...]
    dossier_deposits: tuple[Clause, ...]
    by_target: dict[tuple[str, str], tuple[tuple[Clause, ...], tuple[Clause, ...]]] = field(default_factory=dict, compare=False)
    counting: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False)

    def clauses(self, category: str, asset: str) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
        """The hire and deposit clauses about an asset, found once and remembered."""
        key = (category, asset)
        if (found := self.by_target.get(key)) is None:
            hire, deposits = (tuple(clause for clause in each if clause.meets(*key)) for each in (self.hire, self.deposits))
            found = self.by_target[key] = (hire, deposits)
        return found

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


def prepare(regulation: Regulation) -> Prepared:
    """Make a regulation ready; a prepared one prices any number of usages.

    Raises TariffError, with the article or group concerned, for `group_twice`, `group_unknown`, `group_cycle`, `group_half_derived`,
    `article_twice`, `article_unknown`, `kind_unknown`, `term_missing`, `term_unknown`, `price_missing`, `parts_unordered`,
    `brackets_unordered`, `validity_reversed`.
    """
    if regulation.valid_until is not None and regulation.valid_until < regulation.valid_from:
        raise TariffError("validity_reversed", valid_from=regulation.valid_from.isoformat(), valid_until=regulation.valid_until.isoformat())
    groups = _groups(regulation)
    clauses: dict[str, list[Clause]] = {"line": [], "deposit": [], "dossier": [], "dossier_deposit": []}
    seen: set[str] = set()
    for article in regulation.articles:
        if article.number in seen:
            raise TariffError("article_twice", article=article.number)
        seen.add(article.number)
        clause = _clause(article, groups)
        clauses[clause.kind.scope].append(clause)
    for clause in clauses["dossier"]:
        for number in clause.terms.get("articles", ()):
            if number not in seen:
                raise TariffError("article_unknown", article=clause.article.number, other=number)
    hire, deposits, dossier, dossier_deposits = (tuple(each) for each in clauses.values())
    return Prepared(regulation, groups, hire, deposits, dossier, dossier_deposits)


def _groups(regulation: Regulation) -> dict[str, Group]:
    """Groups by code, every `of` known and no circle among them."""
    groups: dict[str, Group] = {}
    for group in regulation.groups:
        if group.code in groups or group.code == ALL:
            raise TariffError("group_twice", group=group.code)
        if (group.of is None) != (group.percent is None):
            raise TariffError("group_half_derived", group=group.code)
        groups[group.code] = group
    for group in groups.values():
        path = [group.code]
        while (of := groups[path[-1]].of) is not None:
            if of not in groups:
                raise TariffError("group_unknown", group=path[-1], of=of)
            if of in path:
                raise TariffError("group_cycle", group=group.code, path=[*path, of])
            path.append(of)
    return groups


def _clause(article: Article, groups: Mapping[str, Group]) -> Clause:
    kind, schema = KINDS.get(article.kind), ARTICLES.get(article.kind)
    if kind is None or schema is None:
        raise TariffError("kind_unknown", article=article.number, kind=article.kind, kinds=list(KINDS))
    terms = _terms(article, schema)
    _check_terms(article, terms)
    prices: Mapping[str, Mapping[str, Any]] = terms.get("prices") or {}
    if not prices and not kind.required:
        prices = {ALL: dict.fromkeys((*kind.columns, "percent", "of"))}
    for code in {*prices, *_named_groups(terms)} - groups.keys() - {ALL}:
        raise TariffError("group_unknown", article=article.number, of=code)
    rows: dict[str, Row] = {}
    for code in groups:
        row = _row(article, kind, prices, groups, code, ()) or (_row(article, kind, prices, groups, ALL, ()) if ALL in prices else None)
        if row is not None:
            rows[code] = row
    return Clause(article, kind, terms, rows, frozenset(article.targets), frozenset(terms.get("except", ())))


def _terms(article: Article, schema: Record) -> Terms:
    """The article's terms as values; rows that reached the database by another road than the file are checked as well."""
    own = {"number", "title", "kind", "for"}
    for name in (*article.terms, *(["for"] if article.targets and "for" not in schema.fields else ())):
        if name not in schema.fields or (name in own and name in article.terms):
            known = [known for known in schema.fields if known not in own]
            raise TariffError("term_unknown", article=article.number, term=name, known=known)
    for name, each in schema.fields.items():
        if each.required and name not in own and name not in article.terms:
            raise TariffError("term_missing", article=article.number, term=name)
    only = Record({name: each for name, each in schema.fields.items() if name not in own})
    try:
        terms: Terms = value(only, article.terms)
    except (TypeError, ValueError, ArithmeticError, KeyError, AttributeError) as error:
        raise TariffError("terms_unreadable", article=article.number) from error
    return terms


def _check_terms(article: Article, terms: Terms) -> None:
    """What single fields cannot say: parts of the day and brackets run forward."""
    parts = terms.get("parts")
    if parts is not None and (len(parts) < 2 or any(first >= last for first, last in pairwise(parts))):
        raise TariffError("parts_unordered", article=article.number)
    for bracket in terms.get("brackets", ()):
        if bracket["until"] is not None and bracket["until"] < bracket["from"]:
            raise TariffError("brackets_unordered", article=article.number, at=bracket["from"])


def _named_groups(terms: Terms) -> set[str]:
    """Groups that an article mentions outside its prices' first column: bases, VAT, conditions."""
    named = {row["of"] for row in (terms.get("prices") or {}).values() if row["of"] is not None}
    for condition in (terms.get("when"), *terms.get("adjust", ())):
        named |= set(condition["groups"] if condition else ())
    return named | set(terms.get("vat", ()))


def _row(
    article: Article, kind: Kind, prices: Mapping[str, Mapping[str, Any]], groups: Mapping[str, Group], code: str, path: tuple[str, ...]
) -> Row | None:
    """What a group pays by name, or else as a percentage of another. Never through `all`, which is nobody's named price.

    Raises TariffError `group_cycle` when the article's own percentages lead back to where they began.
    """
    if code in path:
        raise TariffError("group_cycle", article=article.number, group=path[0], path=[*path, code])
    given = prices.get(code)
    group = groups.get(code)
    if given is None:
        if group is None or group.of is None:
            return None
        percent, of = group.percent, group.of
    elif given["of"] is None and given["percent"] is None:
        return _named(article, kind, given, code)
    elif given["of"] is None or given["percent"] is None or any(given[column] is not None for column in kind.columns):
        raise TariffError("group_half_derived", article=article.number, group=code)
    else:
        percent, of = given["percent"], given["of"]
    base = _row(article, kind, prices, groups, of, (*path, code))
    if base is None:
        return None
    return Row(base.prices, (*base.factors, group_factor(Decimal(100) if percent is None else percent, of, groups)))


def _named(article: Article, kind: Kind, given: Mapping[str, Any], code: str) -> Row:
    for column in kind.required:
        if given[column] is None:
            raise TariffError("price_missing", article=article.number, group=code, column=column)
    return Row({column: given[column] for column in kind.columns if given[column] is not None})


def group_factor(percent: Decimal, of: str, groups: Mapping[str, Group]) -> Factor:
    """The reason 'this percentage of that group's price'."""
    return {"code": "group_percent", "percent": str(percent), "of": of, "of_title": groups[of].title if of in groups else of}
